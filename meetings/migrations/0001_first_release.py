"""Meetings with their days, agenda and minutes."""

import uuid

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    # Databases from before the first release have these instead.
    replaces = [
        ("meetings", "0001_meetings"),
        ("meetings", "0002_administration"),
        ("meetings", "0003_revisions"),
        ("meetings", "0004_meeting_days"),
        ("meetings", "0005_revised_kind"),
        ("meetings", "0006_minutes_in_order"),
    ]

    initial = True

    dependencies = [
        ("parties", "0001_first_release"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("ordinary", "Ordinarie"), ("extra", "Extra")],
                        default="ordinary",
                        max_length=10,
                        verbose_name="slag",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planerat"),
                            ("summoned", "Kallat"),
                            ("ongoing", "Pågår"),
                            ("ended", "Avslutat"),
                            ("cancelled", "Inställt"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="läge",
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="dag")),
                ("held_on_unknown", models.CharField(blank=True, max_length=200)),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="klockslag")),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="plats")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("on_site", "På plats"),
                            ("remote", "På distans"),
                            ("hybrid", "På plats och på distans"),
                        ],
                        default="on_site",
                        max_length=10,
                        verbose_name="form",
                    ),
                ),
                (
                    "noticed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="tillkännagivet på anslagstavlan"
                    ),
                ),
                (
                    "summoned_on",
                    models.DateField(blank=True, null=True, verbose_name="kallelsen skickad"),
                ),
                (
                    "adjusted_on",
                    models.DateField(blank=True, null=True, verbose_name="protokollet justerat"),
                ),
                (
                    "announced_on",
                    models.DateField(blank=True, null=True, verbose_name="justeringen anslagen"),
                ),
                (
                    "dispatched_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="protokollsutdragen skickade"
                    ),
                ),
                (
                    "removal_on",
                    models.DateField(blank=True, null=True, verbose_name="anslaget tas ned"),
                ),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "revised_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="parties.body",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "held_on"], name="meeting_of_body")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_on__isnull", False), ("held_on_unknown", "")),
                            models.Q(
                                ("held_on__isnull", True),
                                models.Q(("held_on_unknown", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_day_or_reason",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("held_on__isnull", False),
                            models.Q(("status", "cancelled"), _negated=True),
                        ),
                        fields=("body", "held_on", "starts_at"),
                        name="meeting_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True),
                            ("ended_at__date__gte", models.F("held_on")),
                            _connector="OR",
                        ),
                        name="meeting_ends_after_start",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="revised",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    NEW.revision = OLD.revision;\n                    NEW.revised_at = OLD.revised_at;\n                    IF (OLD.body_id, OLD.kind, OLD.status, OLD.held_on, OLD.starts_at, OLD.ended_at, OLD.place, OLD.mode) IS DISTINCT FROM (NEW.body_id, NEW.kind, NEW.status, NEW.held_on, NEW.starts_at, NEW.ended_at, NEW.place, NEW.mode) THEN\n                        NEW.revision = OLD.revision + 1;\n                        NEW.revised_at = now();\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="50e874bbda3b77c7d3aca447a297bca764f22838",
                    operation="UPDATE",
                    pgid="pgtrigger_revised_1b4cc",
                    table="meetings_meeting",
                    when="BEFORE",
                ),
            ),
        ),
    ]
