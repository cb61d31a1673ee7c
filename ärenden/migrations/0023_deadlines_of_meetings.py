"""A meeting has a deadline for each rule."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0022_reminders"),
        ("meetings", "0004_meeting_days"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="deadline",
            name="one_open_deadline_a_meeting",
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open")),
                fields=("meeting", "purpose", "rule"),
                name="one_open_deadline_a_meeting",
            ),
        ),
    ]
