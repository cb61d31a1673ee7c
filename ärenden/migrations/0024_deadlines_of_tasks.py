"""A task of a decision has a deadline of its own."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0023_deadlines_of_meetings"),
        ("meetings", "0005_revised_kind"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="deadline",
            name="one_open_deadline_a_purpose",
        ),
        migrations.AddField(
            model_name="deadline",
            name="task",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deadlines",
                to="arenden.task",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("referral__isnull", True), ("status", "open"), ("task__isnull", True)
                ),
                fields=("case", "purpose"),
                name="one_open_deadline_a_purpose",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open")),
                fields=("task",),
                name="one_open_deadline_a_task",
            ),
        ),
    ]
