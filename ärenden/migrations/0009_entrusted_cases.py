"""A medborgarförslag may be decided by the nämnd that the council handed it to."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0008_secrecy_marks"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="deciding_body",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entrusted_cases",
                to="parties.body",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="nature",
            field=models.CharField(
                choices=[
                    ("final", "Slutligt beslut"),
                    ("proposal_to_body", "Förslag till annat organ"),
                    ("permission", "Får ställas"),
                    ("permission_refused", "Får inte ställas"),
                    ("answered", "Besvarad"),
                    ("postponed", "Bordläggning"),
                    ("returned", "Återremiss"),
                    ("entrusted", "Överlåtelse till nämnd"),
                    ("reported_open", "Redovisad obesvarad"),
                    ("announced", "Redovisning av beslut"),
                ],
                max_length=20,
            ),
        ),
    ]
