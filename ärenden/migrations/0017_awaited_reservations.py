"""Reservations whose written text is to come later."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0016_first_handlers"),
    ]

    operations = [
        migrations.AddField(
            model_name="reservation",
            name="awaits_text",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="reservation",
            constraint=models.CheckConstraint(
                condition=models.Q(("awaits_text", False), ("text", ""), _connector="OR"),
                name="awaited_reservation_has_no_text",
            ),
        ),
    ]
