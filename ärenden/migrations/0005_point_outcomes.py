"""Outcomes of att-satser get a place of their own, apart from the printed points."""

import django.db.models.deletion
from django.db import migrations, models

# They stood as further points of the decision, after the printed ones.
MOVE = """
insert into arenden_pointoutcome (decision_id, point_id, outcome)
  select distinct on (decision_id, from_point_id) decision_id, from_point_id, outcome
  from arenden_decisionpoint where outcome <> '' and from_point_id is not null
  order by decision_id, from_point_id, number;
update arenden_task set point_id = null
  where point_id in (select id from arenden_decisionpoint where outcome <> '');
delete from arenden_decisionpoint where outcome <> '';
set constraints all immediate;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0004_number_keys"),
    ]

    operations = [
        migrations.CreateModel(
            name="PointOutcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("approved", "Bifall"),
                            ("rejected", "Avslag"),
                            ("partly_approved", "Delvis bifall"),
                            ("mixed", "Olika utfall"),
                            ("considered_answered", "Anses besvarad"),
                            ("written_off", "Avskriven"),
                            ("adopted", "Antagen"),
                            ("noted", "Noterad"),
                            ("no_action", "Ingen åtgärd"),
                            ("answered_in_writing", "Besvarad skriftligt"),
                            ("answered_orally", "Besvarad muntligt"),
                            ("not_answered", "Inget svar lämnat"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="point_outcomes",
                        to="arenden.decision",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="arenden.proposalpoint",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("decision", "point"), name="point_outcome_once")
                ],
            },
        ),
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="decisionpoint",
            name="outcome",
        ),
        migrations.AlterField(
            model_name="case",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("approved", "Bifall"),
                    ("rejected", "Avslag"),
                    ("partly_approved", "Delvis bifall"),
                    ("mixed", "Olika utfall"),
                    ("considered_answered", "Anses besvarad"),
                    ("written_off", "Avskriven"),
                    ("adopted", "Antagen"),
                    ("noted", "Noterad"),
                    ("no_action", "Ingen åtgärd"),
                    ("answered_in_writing", "Besvarad skriftligt"),
                    ("answered_orally", "Besvarad muntligt"),
                    ("not_answered", "Inget svar lämnat"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("approved", "Bifall"),
                    ("rejected", "Avslag"),
                    ("partly_approved", "Delvis bifall"),
                    ("mixed", "Olika utfall"),
                    ("considered_answered", "Anses besvarad"),
                    ("written_off", "Avskriven"),
                    ("adopted", "Antagen"),
                    ("noted", "Noterad"),
                    ("no_action", "Ingen åtgärd"),
                    ("answered_in_writing", "Besvarad skriftligt"),
                    ("answered_orally", "Besvarad muntligt"),
                    ("not_answered", "Inget svar lämnat"),
                ],
                max_length=20,
            ),
        ),
    ]
