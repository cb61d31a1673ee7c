"""What was handed in is to be registered by a day, and someone is reminded of it."""

import django.db.models.deletion
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0028_known_dates"),
        ("meetings", "0006_minutes_in_order"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="deadline",
            name="deadline_of_one_owner",
        ),
        migrations.AddField(
            model_name="deadline",
            name="submission",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deadlines",
                to="arenden.submission",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        models.F("case"),
                        models.F("meeting"),
                        models.F("submission"),
                        function="num_nonnulls",
                    ),
                    models.Value(1),
                ),
                name="deadline_of_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open")),
                fields=("submission",),
                name="one_open_deadline_a_submission",
            ),
        ),
    ]
