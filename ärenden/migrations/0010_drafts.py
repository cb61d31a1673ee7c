"""Drafts that councillors write together, and what they handed in."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("arenden", "0009_entrusted_cases"),
        ("meetings", "0002_administration"),
        ("parties", "0007_second_factor_roles"),
    ]

    operations = [
        migrations.CreateModel(
            name="CompletionRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("asked_by_name", models.CharField(max_length=200)),
                ("reason", models.TextField()),
                ("counts_from", models.DateField(blank=True, null=True)),
                ("counts_because", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="completion_requests",
                        to="arenden.case",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason", ""), ("asked_by_name", ""), _connector="OR", _negated=True
                        ),
                        name="completion_asked_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("counts_because", ""), ("counts_from__isnull", True)),
                            models.Q(
                                ("counts_from__isnull", False),
                                models.Q(("counts_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="completion_counts_because",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("counts_from__isnull", True)),
                        fields=("case",),
                        name="one_open_completion_request",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "case_type",
                    models.CharField(
                        choices=[
                            ("interpellation", "Interpellation"),
                            ("question", "Fråga"),
                            ("motion", "Motion"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.TextField(blank=True, verbose_name="rubrik")),
                (
                    "addressee",
                    models.CharField(blank=True, max_length=360, verbose_name="ställd till"),
                ),
                ("motivation", models.TextField(blank=True, verbose_name="motivering")),
                ("question_intro", models.TextField(blank=True, verbose_name="inledning")),
                (
                    "items",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="parties.person",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="parties.body",
                    ),
                ),
                (
                    "completes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft",
                        to="arenden.completionrequest",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="parties.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("-saved_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="CoSigner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("invited_at", models.DateTimeField()),
                ("signed_at", models.DateTimeField(blank=True, null=True)),
                ("signed_sum", models.CharField(blank=True, max_length=64, null=True)),
                ("declined_at", models.DateTimeField(blank=True, null=True)),
                ("declined_because", models.TextField(blank=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cosigned_drafts",
                        to="parties.person",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cosigners",
                        to="arenden.draft",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("draft", "person"), name="cosigner_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at__isnull", False), ("signed_sum__isnull", False)),
                            models.Q(("signed_at__isnull", True), ("signed_sum__isnull", True)),
                            _connector="OR",
                        ),
                        name="signature_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("declined_at__isnull", True),
                            ("signed_at__isnull", True),
                            _connector="OR",
                        ),
                        name="signed_or_declined",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("author_name", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="arenden.draft",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("text", ""), ("author_name", ""), _connector="OR", _negated=True
                        ),
                        name="draft_comment_said",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftReader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("named_at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readers",
                        to="arenden.draft",
                    ),
                ),
                (
                    "party_group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="parties.partygroup",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("draft", "user"), name="draft_reader_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "case_type",
                    models.CharField(
                        choices=[
                            ("interpellation", "Interpellation"),
                            ("question", "Fråga"),
                            ("motion", "Motion"),
                            ("committee", "Nämndärende"),
                            ("initiative", "Initiativärende"),
                            ("citizen_proposal", "Medborgarförslag"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.TextField(verbose_name="rubrik")),
                ("motivation", models.TextField(blank=True, verbose_name="motivering")),
                ("question_intro", models.TextField(blank=True, verbose_name="inledning")),
                (
                    "items",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("text", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("handed_in_at", models.DateTimeField()),
                ("handed_in_by_id", models.BigIntegerField()),
                ("handed_in_by_name", models.CharField(max_length=200)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_because", models.TextField(blank=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="parties.person",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="parties.body",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="arenden.case",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submission",
                        to="arenden.document",
                    ),
                ),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submission",
                        to="arenden.draft",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="parties.organisation",
                    ),
                ),
                (
                    "serving_at",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ("handed_in_at", "id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("document__isnull", True)),
                        fields=["organisation", "handed_in_at"],
                        name="submissions_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("title", ""),
                            ("text", ""),
                            ("handed_in_by_name", ""),
                            _connector="OR",
                            _negated=True,
                        ),
                        name="submission_says_something",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.F("sha256"),
                            models.Func(
                                models.Func(
                                    models.Func(
                                        models.F("text"),
                                        models.Value("UTF8"),
                                        function="convert_to",
                                    ),
                                    function="sha256",
                                ),
                                models.Value("hex"),
                                function="encode",
                            ),
                        ),
                        name="submission_sum_of_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("document__isnull", True), ("case__isnull", False), _connector="OR"
                        ),
                        name="submission_registered_in_case",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="agentsnapshot",
            name="agent_has_one_owner",
        ),
        migrations.AlterField(
            model_name="case",
            name="state",
            field=models.CharField(
                choices=[
                    ("registered", "Registrerad"),
                    ("announced", "Anmäld"),
                    ("permitted", "Får ställas"),
                    ("permission_refused", "Får inte ställas"),
                    ("raised", "Väckt"),
                    ("preparing", "Under beredning"),
                    ("proposed", "Förslag till beslut"),
                    ("postponed", "Bordlagd"),
                    ("returned", "Återremitterad"),
                    ("answered", "Besvarad"),
                    ("decided", "Beslutad"),
                    ("dismissed", "Avvisad"),
                    ("withdrawn", "Återtagen"),
                    ("closed", "Avslutad"),
                    ("annulled", "Makulerad"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="caseevent",
            name="state_after",
            field=models.CharField(
                choices=[
                    ("registered", "Registrerad"),
                    ("announced", "Anmäld"),
                    ("permitted", "Får ställas"),
                    ("permission_refused", "Får inte ställas"),
                    ("raised", "Väckt"),
                    ("preparing", "Under beredning"),
                    ("proposed", "Förslag till beslut"),
                    ("postponed", "Bordlagd"),
                    ("returned", "Återremitterad"),
                    ("answered", "Besvarad"),
                    ("decided", "Beslutad"),
                    ("dismissed", "Avvisad"),
                    ("withdrawn", "Återtagen"),
                    ("closed", "Avslutad"),
                    ("annulled", "Makulerad"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="caseevent",
            name="state_before",
            field=models.CharField(
                blank=True,
                choices=[
                    ("registered", "Registrerad"),
                    ("announced", "Anmäld"),
                    ("permitted", "Får ställas"),
                    ("permission_refused", "Får inte ställas"),
                    ("raised", "Väckt"),
                    ("preparing", "Under beredning"),
                    ("proposed", "Förslag till beslut"),
                    ("postponed", "Bordlagd"),
                    ("returned", "Återremitterad"),
                    ("answered", "Besvarad"),
                    ("decided", "Beslutad"),
                    ("dismissed", "Avvisad"),
                    ("withdrawn", "Återtagen"),
                    ("closed", "Avslutad"),
                    ("annulled", "Makulerad"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="agentsnapshot",
            name="submission",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="agents",
                to="arenden.submission",
            ),
        ),
        migrations.AddConstraint(
            model_name="agentsnapshot",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        models.F("case"),
                        models.F("document"),
                        models.F("answer"),
                        models.F("proposal"),
                        models.F("reservation"),
                        models.F("statement"),
                        models.F("non_participation"),
                        models.F("note"),
                        models.F("submission"),
                        function="num_nonnulls",
                    ),
                    models.Value(1),
                ),
                name="agent_has_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="agentsnapshot",
            constraint=models.UniqueConstraint(
                fields=("submission", "capacity", "position"), name="agent_order_submission"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="submission_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."draft_id" IS DISTINCT FROM (NEW."draft_id") OR OLD."organisation_id" IS DISTINCT FROM (NEW."organisation_id") OR OLD."body_id" IS DISTINCT FROM (NEW."body_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."case_type" IS DISTINCT FROM (NEW."case_type") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."question_intro" IS DISTINCT FROM (NEW."question_intro") OR OLD."items" IS DISTINCT FROM (NEW."items") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."handed_in_at" IS DISTINCT FROM (NEW."handed_in_at") OR OLD."handed_in_by_id" IS DISTINCT FROM (NEW."handed_in_by_id") OR OLD."handed_in_by_name" IS DISTINCT FROM (NEW."handed_in_by_name") OR OLD."serving_at_id" IS DISTINCT FROM (NEW."serving_at_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ad97ec57078acf084dd8556dfe9cfdf443e93774",
                    operation="UPDATE",
                    pgid="pgtrigger_submission_stands_b1fad",
                    table="arenden_submission",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="submission_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="0c034d1686fd480e24b1aaee5d0a711b795d6509",
                    operation="DELETE",
                    pgid="pgtrigger_submission_kept_3e014",
                    table="arenden_submission",
                    when="BEFORE",
                ),
            ),
        ),
    ]
