"""Rules can move a date too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0024_deadlines_of_tasks"),
    ]

    operations = [
        migrations.AlterField(
            model_name="deadline",
            name="cause",
            field=models.CharField(
                blank=True,
                choices=[
                    ("step", "Ett nytt steg i ärendet"),
                    ("extension", "Mer tid"),
                    ("pause", "Uppehåll"),
                    ("meeting", "Sammanträdet ändrades"),
                    ("calendar", "Stängda dagar ändrades"),
                    ("rules", "Reglerna ändrades"),
                ],
                max_length=10,
            ),
        ),
    ]
