"""How titles are told where someone with protected identity is named in them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0005_cases_written_off"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="blanked",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="document",
            name="blanked",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
