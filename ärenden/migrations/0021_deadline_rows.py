"""Deadlines of meetings too, each with who set it and what it replaced; rules as data."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.lookups
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

PURPOSES = """
UPDATE arenden_deadline SET purpose = CASE purpose
    WHEN 'decision' THEN 'decide' WHEN 'referral' THEN 'statement' WHEN 'task' THEN 'report'
    ELSE purpose END
"""
ENDED = """
UPDATE arenden_deadline
SET ended_at = coalesce(met_at, now()), ended_by_name = set_by_name,
    ended_reason = CASE WHEN status = 'waived' AND ended_reason = ''
        THEN 'Ärendet avslutades' ELSE ended_reason END
WHERE status <> 'open'
"""
CHAINED = """
UPDATE arenden_deadline SET replaces_id = earlier.before, cause = 'step'
FROM (
    SELECT id, lag(id) OVER same AS before, lag(status) OVER same AS was
    FROM arenden_deadline
    WINDOW same AS (PARTITION BY case_id, purpose, referral_id ORDER BY id)
) earlier
WHERE earlier.id = arenden_deadline.id AND earlier.was = 'replaced'
"""
SETTLED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0020_calendar_feeds"),
        ("meetings", "0002_administration"),
        ("parties", "0009_public_site"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClosedDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("day", models.DateField(verbose_name="dag")),
                ("name", models.CharField(max_length=80, verbose_name="kallas")),
            ],
            options={
                "ordering": ("day",),
            },
        ),
        migrations.CreateModel(
            name="RuleSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=160, verbose_name="källa")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="antagen")),
                (
                    "period",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="gäller"),
                ),
                ("rules", models.JSONField(verbose_name="regler")),
                ("written_at", models.DateTimeField()),
                ("written_by_name", models.CharField(max_length=200)),
                ("adopted_at", models.DateTimeField(blank=True, null=True)),
                ("adopted_by_name", models.CharField(blank=True, max_length=200, null=True)),
            ],
            options={
                "ordering": ("-period", "-id"),
            },
        ),
        migrations.RemoveConstraint(
            model_name="deadline",
            name="deadline_explained",
        ),
        migrations.RenameField(
            model_name="deadline",
            old_name="moved_reason",
            new_name="ended_reason",
        ),
        migrations.AddField(
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
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="ended_by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="deadline",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deadlines",
                to="meetings.meeting",
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="reason",
            field=models.TextField(blank=True, verbose_name="skäl"),
        ),
        migrations.AddField(
            model_name="deadline",
            name="replaces",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="replaced_by",
                to="arenden.deadline",
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="rule",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="deadline",
            name="set_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="deadline",
            name="set_by_name",
            field=models.CharField(default="Registret", max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="deadline",
            name="trace",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AlterField(
            model_name="deadline",
            name="case",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deadlines",
                to="arenden.case",
            ),
        ),
        migrations.AlterField(
            model_name="deadline",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("hand_in", "Lämnas in"),
                    ("forward", "Skickas vidare till den som ska svara"),
                    ("answer_in", "Svaret till kansliet"),
                    ("answer_to_asker", "Svaret till frågeställaren"),
                    ("answer", "Besvaras"),
                    ("statement", "Yttrande lämnas"),
                    ("decide", "Beslutas"),
                    ("report", "Redovisas"),
                    ("notify", "Meddelas förslagsställaren"),
                    ("notice", "Tillkännages på anslagstavlan"),
                    ("summons", "Kallelse skickas"),
                    ("urgent_notice", "Brådskande ärende tillkännages"),
                    ("adjust", "Protokollet justeras"),
                    ("announce", "Justeringen anslås"),
                    ("appeal", "Överklagandetiden går ut"),
                    ("register", "Registreras"),
                    ("dispatch", "Expedieras"),
                ],
                max_length=15,
            ),
        ),
        migrations.AlterField(
            model_name="deadline",
            name="referral",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deadlines",
                to="arenden.referral",
            ),
        ),
        migrations.RunSQL([PURPOSES, ENDED, CHAINED, SETTLED], migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(models.F("case"), models.F("meeting"), function="num_nonnulls"),
                    models.Value(1),
                ),
                name="deadline_of_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("explanation", ""), ("set_by_name", ""), _connector="OR", _negated=True
                ),
                name="deadline_explained",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by_name", ""), ("status", "open")),
                    models.Q(
                        models.Q(("status", "open"), _negated=True),
                        ("ended_at__isnull", False),
                        models.Q(("ended_by_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="ended_deadline_by_someone",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "waived"), _negated=True),
                    models.Q(("ended_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="waived_deadline_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cause", ""), ("replaces__isnull", True)),
                    models.Q(("replaces__isnull", False), models.Q(("cause", ""), _negated=True)),
                    _connector="OR",
                ),
                name="moved_deadline_has_cause",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open")),
                fields=("meeting", "purpose"),
                name="one_open_deadline_a_meeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "open")),
                fields=("referral",),
                name="one_open_deadline_a_referral",
            ),
        ),
        migrations.AddField(
            model_name="closedday",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="closed_days",
                to="parties.organisation",
            ),
        ),
        migrations.AddField(
            model_name="ruleset",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rule_sets",
                to="parties.organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="closedday",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="closed_day_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="closedday",
            constraint=models.UniqueConstraint(
                fields=("organisation", "day"), name="closed_day_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleset",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("title", ""), ("written_by_name", ""), _connector="OR", _negated=True
                ),
                name="rule_set_titled",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleset",
            constraint=models.CheckConstraint(
                condition=models.Q(("period__isempty", False), ("period__lower_inf", False)),
                name="rule_set_period_bounded",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleset",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("adopted_at__isnull", False), ("adopted_by_name__isnull", False)),
                    models.Q(("adopted_at__isnull", True), ("adopted_by_name__isnull", True)),
                    _connector="OR",
                ),
                name="rule_set_adopted_by_someone",
            ),
        ),
        migrations.AddConstraint(
            model_name="ruleset",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("adopted_at__isnull", False)),
                expressions=[("organisation", "="), ("period", "&&")],
                name="one_rule_set_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ruleset",
            trigger=pgtrigger.compiler.Trigger(
                name="adopted_rules_stand",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.adopted_at IS NOT NULL\nAND (OLD.rules, OLD.title, OLD.decided_on, OLD.adopted_at)\nIS DISTINCT FROM (NEW.rules, NEW.title, NEW.decided_on, NEW.adopted_at))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="24d80d557e03710f88233f908a34185ddfdceffc",
                    operation="UPDATE",
                    pgid="pgtrigger_adopted_rules_stand_ec55e",
                    table="arenden_ruleset",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ruleset",
            trigger=pgtrigger.compiler.Trigger(
                name="adopted_rules_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."adopted_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="53887c3718e18f710504e021df39a5293dee54e9",
                    operation="DELETE",
                    pgid="pgtrigger_adopted_rules_kept_139f5",
                    table="arenden_ruleset",
                    when="BEFORE",
                ),
            ),
        ),
    ]
