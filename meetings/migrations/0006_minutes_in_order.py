"""Minutes are posted only when adjusted, and taken down only when posted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0005_revised_kind"),
        ("parties", "0009_public_site"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="meeting",
            name="minutes_adjusted_first",
        ),
        migrations.RemoveConstraint(
            model_name="meeting",
            name="announcement_stands_first",
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("announced_on__isnull", True),
                    models.Q(
                        ("adjusted_on__isnull", False),
                        ("adjusted_on__lte", models.F("announced_on")),
                    ),
                    _connector="OR",
                ),
                name="minutes_adjusted_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removal_on__isnull", True),
                    models.Q(
                        ("announced_on__isnull", False),
                        ("announced_on__lt", models.F("removal_on")),
                    ),
                    _connector="OR",
                ),
                name="announcement_stands_first",
            ),
        ),
    ]
