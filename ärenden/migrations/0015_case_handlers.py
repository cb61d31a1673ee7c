"""Who handles a case, and who covers for a colleague for a time."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0014_answer_drafts"),
        ("parties", "0007_second_factor_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="handler",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="handled_cases",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ansvarig handläggare",
            ),
        ),
        migrations.CreateModel(
            name="Cover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="tid"),
                ),
                ("note", models.TextField(blank=True, verbose_name="anteckning")),
                ("noted_at", models.DateTimeField()),
                ("noted_by_name", models.CharField(max_length=200)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_by_name", models.CharField(blank=True, max_length=200, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covers",
                        to="arenden.case",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covered_by",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covers",
                        to="parties.organisation",
                    ),
                ),
                (
                    "substitute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-period", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__isempty", False), ("period__lower_inf", False)
                        ),
                        name="cover_period_bounded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("noted_by_name", ""), _negated=True),
                        name="cover_noted_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("ended_by_name__isnull", False)),
                            models.Q(("ended_at__isnull", True), ("ended_by_name__isnull", True)),
                            _connector="OR",
                        ),
                        name="cover_ended_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("handler", models.F("substitute")), _negated=True),
                        name="cover_by_someone_else",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        expressions=[
                            ("organisation", "="),
                            ("handler", "="),
                            (
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("case"),
                                    models.Value(0),
                                    output_field=models.BigIntegerField(),
                                ),
                                "=",
                            ),
                            ("period", "&&"),
                        ],
                        name="one_cover_at_a_time",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cover",
            trigger=pgtrigger.compiler.Trigger(
                name="cover_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="eaa860d97a28fd012f24e3770e6d57b1a0ae973d",
                    operation="DELETE",
                    pgid="pgtrigger_cover_kept_1a619",
                    table="arenden_cover",
                    when="BEFORE",
                ),
            ),
        ),
    ]
