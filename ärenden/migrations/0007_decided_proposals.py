"""A body's decision to propose is also the proposal that is put to the other body."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0006_words_as_written"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="proposal",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decision",
                to="arenden.proposal",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("proposal__isnull", True), ("nature", "proposal_to_body"), _connector="OR"
                ),
                name="only_proposing_makes_proposal",
            ),
        ),
    ]
