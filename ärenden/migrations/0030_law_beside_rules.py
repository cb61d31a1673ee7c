"""The year of law runs beside the council's own time for a decision."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0029_deadlines_of_submissions"),
        ("meetings", "0006_minutes_in_order"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="deadline",
            name="one_open_deadline_a_purpose",
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("referral__isnull", True),
                    ("status", "open"),
                    ("task__isnull", True),
                    models.Q(
                        ("rule__in", ("lag-motion-ett-ar", "lag-medborgarforslag-ett-ar")),
                        _negated=True,
                    ),
                ),
                fields=("case", "purpose"),
                name="one_open_deadline_a_purpose",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("referral__isnull", True),
                    ("status", "open"),
                    ("task__isnull", True),
                    ("rule__in", ("lag-motion-ett-ar", "lag-medborgarforslag-ett-ar")),
                ),
                fields=("case", "purpose"),
                name="one_open_deadline_by_law",
            ),
        ),
    ]
