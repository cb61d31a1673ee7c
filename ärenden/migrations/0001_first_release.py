"""The register: cases with their papers, texts, deadlines, drafts, answers and reminders."""

import datetime as dt
import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import kernel.tables


class Migration(migrations.Migration):
    # Databases from before the first release have these instead.
    replaces = [
        ("arenden", "0001_register"),
        ("arenden", "0003_names_at_home"),
        ("arenden", "0004_number_keys"),
        ("arenden", "0005_point_outcomes"),
        ("arenden", "0006_words_as_written"),
        ("arenden", "0007_decided_proposals"),
        ("arenden", "0008_secrecy_marks"),
        ("arenden", "0009_entrusted_cases"),
        ("arenden", "0010_drafts"),
        ("arenden", "0011_group_desk"),
        ("arenden", "0012_publications"),
        ("arenden", "0013_publications_stand"),
        ("arenden", "0014_answer_drafts"),
        ("arenden", "0015_case_handlers"),
        ("arenden", "0016_first_handlers"),
        ("arenden", "0017_awaited_reservations"),
        ("arenden", "0018_group_readers"),
        ("arenden", "0019_motion_reports"),
        ("arenden", "0020_calendar_feeds"),
        ("arenden", "0021_deadline_rows"),
        ("arenden", "0022_reminders"),
        ("arenden", "0023_deadlines_of_meetings"),
        ("arenden", "0024_deadlines_of_tasks"),
        ("arenden", "0025_deadline_causes"),
        ("arenden", "0026_counted_arrival"),
        ("arenden", "0027_deadline_revisions"),
        ("arenden", "0028_known_dates"),
        ("arenden", "0029_deadlines_of_submissions"),
        ("arenden", "0030_law_beside_rules"),
    ]

    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("meetings", "0001_first_release"),
        ("parties", "0001_first_release"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        kernel.tables.CreateTogether(
            models=[
                migrations.CreateModel(
                    name="NumberSeries",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="number_series",
                                to="parties.organisation",
                            ),
                        ),
                        ("code", models.CharField(max_length=20, verbose_name="beteckning")),
                        ("name", models.CharField(max_length=120, verbose_name="namn")),
                        (
                            "reset",
                            models.CharField(
                                choices=[
                                    ("yearly", "Varje år"),
                                    ("monthly", "Varje månad"),
                                    ("never", "Aldrig"),
                                ],
                                max_length=10,
                                verbose_name="börjar om",
                            ),
                        ),
                        (
                            "bodies",
                            models.ManyToManyField(
                                blank=True, related_name="number_series", to="parties.body"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("code", ""), _negated=True), name="series_coded"
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "code"), name="series_code_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NumberTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="templates",
                                to="arenden.numberseries",
                            ),
                        ),
                        ("pattern", models.CharField(max_length=60, verbose_name="mönster")),
                        ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("period__isempty", False), ("period__lower_inf", False)
                                ),
                                name="template_period_bounded",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("series", "="), ("period", "&&")],
                                name="one_template_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NumberCounter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="counters",
                                to="arenden.numberseries",
                            ),
                        ),
                        ("reset_period", models.PositiveIntegerField()),
                        ("last", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("series", "reset_period"), name="counter_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="parties.organisation",
                            ),
                        ),
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
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="parties.body",
                            ),
                        ),
                        (
                            "preparing_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="prepared_cases",
                                to="parties.body",
                            ),
                        ),
                        (
                            "deciding_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entrusted_cases",
                                to="parties.body",
                            ),
                        ),
                        (
                            "handler",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handled_cases",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ansvarig handläggare",
                            ),
                        ),
                        ("title", models.TextField(verbose_name="rubrik")),
                        (
                            "title_public",
                            models.TextField(blank=True, verbose_name="offentlig rubrik"),
                        ),
                        ("motivation", models.TextField(blank=True, verbose_name="motivering")),
                        (
                            "question_intro",
                            models.TextField(blank=True, verbose_name="inledning till frågorna"),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("councillor", "Förtroendevald"),
                                    ("committee", "Nämnd"),
                                    ("resident", "Invånare"),
                                    ("authority", "Myndighet"),
                                    ("company", "Företag"),
                                    ("own", "Egen organisation"),
                                ],
                                default="councillor",
                                max_length=20,
                            ),
                        ),
                        (
                            "on_behalf_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="parties.party",
                            ),
                        ),
                        (
                            "dnr",
                            models.CharField(
                                blank=True, max_length=60, null=True, verbose_name="diarienummer"
                            ),
                        ),
                        ("dnr_unknown", models.CharField(blank=True, max_length=200)),
                        ("dnr_key", models.TextField(blank=True, null=True)),
                        (
                            "dnr_tokens",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="arenden.numberseries",
                            ),
                        ),
                        ("reset_period", models.PositiveIntegerField(blank=True, null=True)),
                        ("sequence", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "own_number",
                            models.CharField(blank=True, max_length=40, verbose_name="eget nummer"),
                        ),
                        (
                            "received_on",
                            models.DateField(blank=True, null=True, verbose_name="inkommen dag"),
                        ),
                        ("received_on_unknown", models.CharField(blank=True, max_length=200)),
                        (
                            "received_at",
                            models.TimeField(blank=True, null=True, verbose_name="klockslag"),
                        ),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("paper", "På papper"),
                                    ("email", "E-post"),
                                    ("e_service", "E-tjänst"),
                                    ("at_meeting", "Vid sammanträdet"),
                                    ("internal", "I systemet"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "counted_from",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="räknas som inlämnad"
                            ),
                        ),
                        ("registered_on", models.DateField()),
                        (
                            "raised_on",
                            models.DateField(blank=True, null=True, verbose_name="väckt"),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "target_meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="targeting_cases",
                                to="meetings.meeting",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
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
                        (
                            "answer_state",
                            models.CharField(
                                choices=[
                                    ("none", "Inget svar än"),
                                    ("in_progress", "Under besvarande"),
                                    ("received", "Svar inkommet"),
                                    ("handed_over", "Svar överlämnat"),
                                ],
                                default="none",
                                max_length=20,
                            ),
                        ),
                        ("is_permitted", models.BooleanField(blank=True, null=True)),
                        (
                            "outcome",
                            models.CharField(
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
                        (
                            "execution",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Inget att verkställa"),
                                    ("pending", "Verkställs"),
                                    ("done", "Verkställt"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "phase",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        answer_state="in_progress",
                                        state__in=["registered", "announced", "permitted"],
                                        then=models.Value("answering"),
                                    ),
                                    models.When(
                                        answer_state="received",
                                        state__in=["registered", "announced", "permitted"],
                                        then=models.Value("answer_received"),
                                    ),
                                    models.When(
                                        answer_state="handed_over",
                                        state__in=["registered", "announced", "permitted"],
                                        then=models.Value("answer_handed_over"),
                                    ),
                                    default=models.F("state"),
                                    output_field=models.CharField(max_length=20),
                                ),
                                output_field=models.CharField(max_length=20),
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["dnr_tokens"], name="case_by_number"
                            ),
                            models.Index(
                                fields=["organisation", "-registered_on", "-id"],
                                name="case_by_registration",
                            ),
                            models.Index(fields=["organisation", "phase"], name="case_by_phase"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="case_titled"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("dnr__isnull", False), ("dnr_unknown", "")),
                                    models.Q(
                                        ("dnr__isnull", True),
                                        models.Q(("dnr_unknown", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="case_number_or_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("received_on__isnull", False), ("received_on_unknown", "")
                                    ),
                                    models.Q(
                                        ("received_on__isnull", True),
                                        models.Q(("received_on_unknown", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="case_received_or_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("dnr__isnull", False), ("dnr_key__isnull", False)),
                                    models.Q(("dnr__isnull", True), ("dnr_key__isnull", True)),
                                    _connector="OR",
                                ),
                                name="case_number_searchable",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("reset_period__isnull", False),
                                        ("sequence__isnull", False),
                                        ("series__isnull", False),
                                    ),
                                    models.Q(
                                        ("reset_period__isnull", True),
                                        ("sequence__isnull", True),
                                        ("series__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="case_sequence_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("series__isnull", True),
                                    ("dnr__isnull", False),
                                    _connector="OR",
                                ),
                                name="case_sequence_printed",
                            ),
                            models.UniqueConstraint(
                                fields=("series", "reset_period", "sequence"),
                                name="case_sequence_once",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "dnr_key"), name="case_number_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("own_number", ""), _negated=True),
                                fields=("organisation", "case_type", "own_number"),
                                name="case_own_number_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "closed"), _negated=True),
                                    ("closed_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="closed_case_has_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "permitted"), _negated=True),
                                    ("is_permitted", True),
                                    _connector="OR",
                                ),
                                name="permitted_case_has_permission",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("title", models.TextField(verbose_name="rubrik")),
                        (
                            "title_public",
                            models.TextField(blank=True, verbose_name="offentlig rubrik"),
                        ),
                        ("motivation", models.TextField(blank=True, verbose_name="motivering")),
                        (
                            "question_intro",
                            models.TextField(blank=True, verbose_name="inledning till frågorna"),
                        ),
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
                        (
                            "dnr",
                            models.CharField(
                                blank=True, max_length=60, null=True, verbose_name="diarienummer"
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(blank=True, null=True, verbose_name="inkommen dag"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CaseLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links_to",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("precedes", "Föregås av"),
                                    ("same_matter", "Samma sak"),
                                    ("answers", "Svar på"),
                                    ("split_from", "Utbrutet ur"),
                                    ("other_body", "Hos annan nämnd"),
                                ],
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "other", "kind"), name="link_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("case", models.F("other")), _negated=True),
                                name="link_not_to_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="arenden.case",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("label_printed", models.CharField(blank=True, max_length=20)),
                        ("text", models.TextField()),
                    ],
                    options={
                        "ordering": ("number",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="question_asked",
                            ),
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("case", "number"),
                                name="question_number_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.question",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("text", models.TextField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agenda",
                                to="meetings.meeting",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agenda_items",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("permission", "Får den ställas?"),
                                    ("answer", "Besvaras"),
                                    ("announcement", "Anmälan"),
                                    ("decision", "Beslut"),
                                    ("report", "Redovisning"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("removed_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "position"), name="agenda_order"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("removed_reason", "")),
                                fields=("meeting", "case", "kind"),
                                name="agenda_item_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes_items",
                                to="meetings.meeting",
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes_items",
                                to="parties.body",
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("number", models.PositiveSmallIntegerField(verbose_name="paragraf")),
                        ("suffix", models.CharField(blank=True, max_length=5)),
                        ("title_printed", models.TextField(blank=True, verbose_name="rubrik")),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes_items",
                                to="arenden.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("meeting_id", "number"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "number", "suffix"),
                                name="paragraph_once_a_meeting",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("year__isnull", False)),
                                fields=("body", "year", "number", "suffix"),
                                name="paragraph_once_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesSection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="arenden.minutesitem",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("heading_printed", models.TextField(blank=True)),
                        (
                            "key",
                            models.CharField(
                                choices=[
                                    ("number", "Diarienummer"),
                                    ("background", "Ärendebeskrivning"),
                                    ("preparation", "Beredning"),
                                    ("basis", "Beslutsunderlag"),
                                    ("proposals", "Yrkanden"),
                                    ("procedure", "Beslutsgång"),
                                    ("vote", "Omröstning"),
                                    ("decision", "Beslut"),
                                    ("reasons", "Skäl"),
                                    ("reservation", "Reservation"),
                                    ("statement", "Anteckning"),
                                    ("non_participation", "Deltar inte i beslutet"),
                                    ("dispatch", "Beslutet skickas till"),
                                    ("notice", "Justering och anslag"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("item", "position"), name="section_order"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("key", ""), _negated=True), name="section_keyed"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meeting_notes",
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="parties.body",
                            ),
                        ),
                        ("title", models.TextField(verbose_name="rubrik")),
                        ("subtitle", models.TextField(blank=True, verbose_name="underrubrik")),
                        ("place_printed", models.TextField(blank=True, verbose_name="plats")),
                        (
                            "date_text",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="datum som det står"
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True, verbose_name="dag")),
                        (
                            "distributed_to",
                            models.TextField(blank=True, verbose_name="fördelas till"),
                        ),
                        ("registration_note", models.TextField(blank=True)),
                        (
                            "cases",
                            models.ManyToManyField(
                                blank=True, related_name="meeting_notes", to="arenden.case"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="note_titled"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoteSection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="arenden.meetingnote",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="arenden.notesection",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "Text"),
                                    ("agreement", "Överenskommelse"),
                                    ("item", "Punkt"),
                                ],
                                default="text",
                                max_length=10,
                            ),
                        ),
                        ("label_printed", models.CharField(blank=True, max_length=20)),
                        ("heading", models.TextField(blank=True)),
                        ("text", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("note", "position"), name="note_section_order"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("heading", ""), ("text", ""), _negated=True),
                                name="note_section_says_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoteInvitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to="arenden.meetingnote",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=1)),
                        ("when_text", models.CharField(max_length=120)),
                        ("at", models.DateTimeField(blank=True, null=True)),
                        ("year_is_inferred", models.BooleanField(default=False)),
                        ("channel", models.CharField(blank=True, max_length=80)),
                        ("invited", models.TextField(blank=True)),
                        ("occasion", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("note", "position"), name="invitation_order"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="arenden.meetingnote",
                            ),
                        ),
                        ("running_number", models.PositiveIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("interpellation", "Interpellation"),
                                    ("question", "Fråga"),
                                    ("motion", "Motion"),
                                    ("citizen_proposal", "Medborgarförslag"),
                                    ("answer", "Svar"),
                                    ("memorandum", "Tjänsteskrivelse"),
                                    ("statement", "Yttrande"),
                                    ("letter", "Skrivelse"),
                                    ("referral", "Remiss"),
                                    ("summons", "Kallelse"),
                                    ("minutes", "Protokoll"),
                                    ("minutes_extract", "Protokollsutdrag"),
                                    ("notes", "Minnesanteckningar"),
                                    ("attachment", "Bilaga"),
                                    ("decision", "Beslut"),
                                    ("other", "Övrigt"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("incoming", "In"),
                                    ("outgoing", "Ut"),
                                    ("internal", "Upprättad"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "legal_status",
                            models.CharField(
                                choices=[
                                    ("working", "Arbetsmaterial"),
                                    ("received", "Inkommen"),
                                    ("drawn_up", "Upprättad"),
                                    ("dispatched", "Expedierad"),
                                    ("annulled", "Makulerad"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("title", models.TextField(verbose_name="rubrik")),
                        (
                            "title_public",
                            models.TextField(blank=True, verbose_name="offentlig rubrik"),
                        ),
                        ("registered_on", models.DateField()),
                        (
                            "received_on",
                            models.DateField(blank=True, null=True, verbose_name="inkommen"),
                        ),
                        ("received_on_unknown", models.CharField(blank=True, max_length=200)),
                        (
                            "established_on",
                            models.DateField(blank=True, null=True, verbose_name="upprättad"),
                        ),
                        (
                            "dispatched_on",
                            models.DateField(blank=True, null=True, verbose_name="expedierad"),
                        ),
                        (
                            "dated_on",
                            models.DateField(blank=True, null=True, verbose_name="daterad"),
                        ),
                        (
                            "date_text",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="datum som det står"
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=80, verbose_name="ort")),
                        ("annulled_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("running_number",),
                        "indexes": [
                            models.Index(fields=["registered_on"], name="document_by_registration")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True),
                                name="document_titled",
                            ),
                            models.CheckConstraint(
                                condition=django.db.models.lookups.Exact(
                                    models.Func(
                                        models.F("case"), models.F("note"), function="num_nonnulls"
                                    ),
                                    models.Value(1),
                                ),
                                name="document_has_one_owner",
                            ),
                            models.UniqueConstraint(
                                fields=("case", "running_number"), name="document_number_once"
                            ),
                            models.UniqueConstraint(
                                fields=("note", "running_number"), name="note_document_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("direction", "incoming"), _negated=True),
                                    ("received_on__isnull", False),
                                    models.Q(("received_on_unknown", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="incoming_document_has_day_or_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("legal_status", "annulled"), _negated=True),
                                    models.Q(("annulled_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="annulled_document_has_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.document",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("title", models.TextField(verbose_name="rubrik")),
                        (
                            "title_public",
                            models.TextField(blank=True, verbose_name="offentlig rubrik"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(blank=True, null=True, verbose_name="inkommen"),
                        ),
                        (
                            "dated_on",
                            models.DateField(blank=True, null=True, verbose_name="daterad"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FileRendition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="arenden.document",
                            ),
                        ),
                        (
                            "variant",
                            models.CharField(
                                choices=[
                                    ("original", "Original"),
                                    ("signed", "Undertecknad"),
                                    ("public", "Offentlig"),
                                    ("preservation", "För bevarande"),
                                    ("text", "Text"),
                                ],
                                default="original",
                                max_length=15,
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="filnamn")),
                        ("media_type", models.CharField(max_length=100)),
                        ("size", models.PositiveBigIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("file", models.FileField(upload_to="handlingar/%Y/%m/")),
                        ("added_at", models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("document", "variant", "sha256"), name="same_file_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                                name="file_has_checksum",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size__gt", 0)), name="file_not_empty"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("written", "Svar"),
                                    ("supplementary", "Kompletterande svar"),
                                    ("oral", "Muntligt svar"),
                                ],
                                default="written",
                                max_length=20,
                            ),
                        ),
                        ("ordinal", models.PositiveSmallIntegerField()),
                        ("title_printed", models.TextField(blank=True, verbose_name="rubrik")),
                        ("preamble", models.TextField(blank=True, verbose_name="inledning")),
                        (
                            "questions_intro",
                            models.TextField(blank=True, verbose_name="inledning till svaren"),
                        ),
                        ("closing", models.TextField(blank=True, verbose_name="avslutning")),
                        ("place", models.CharField(blank=True, max_length=80, verbose_name="ort")),
                        (
                            "dated_on",
                            models.DateField(blank=True, null=True, verbose_name="daterat"),
                        ),
                        ("date_text", models.CharField(blank=True, max_length=80)),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="arenden.document",
                            ),
                        ),
                        ("is_received", models.BooleanField(default=False)),
                        (
                            "received_on",
                            models.DateField(blank=True, null=True, verbose_name="inkommet"),
                        ),
                        (
                            "handed_over_on",
                            models.DateField(blank=True, null=True, verbose_name="överlämnat"),
                        ),
                    ],
                    options={
                        "ordering": ("ordinal",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "ordinal"), name="answer_ordinal_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("received_on__isnull", True),
                                    ("is_received", True),
                                    _connector="OR",
                                ),
                                name="answer_with_day_is_received",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("handed_over_on__isnull", True),
                                    ("is_received", True),
                                    _connector="OR",
                                ),
                                name="answer_received_before_handed_over",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.answer",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("title_printed", models.TextField(blank=True, verbose_name="rubrik")),
                        ("preamble", models.TextField(blank=True, verbose_name="inledning")),
                        (
                            "questions_intro",
                            models.TextField(blank=True, verbose_name="inledning till svaren"),
                        ),
                        ("closing", models.TextField(blank=True, verbose_name="avslutning")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnswerPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="arenden.answer",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "question",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="arenden.question",
                            ),
                        ),
                        (
                            "coverage",
                            models.CharField(
                                choices=[
                                    ("full", "Besvarad"),
                                    ("partial", "Delvis besvarad"),
                                    ("declined", "Besvaras inte"),
                                ],
                                default="full",
                                max_length=10,
                            ),
                        ),
                        ("question_label_printed", models.CharField(blank=True, max_length=20)),
                        ("question_text_as_quoted", models.TextField(blank=True)),
                        ("answer_label_printed", models.CharField(blank=True, max_length=20)),
                        ("text", models.TextField()),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="answer_part_says_something",
                            ),
                            models.UniqueConstraint(
                                fields=("answer", "position"), name="answer_part_order"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerPartHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.answerpart",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("text", models.TextField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Proposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proposals",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "minutes_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="arenden.minutesitem",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="arenden.document",
                            ),
                        ),
                        ("ordinal", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("approval", "Bifall"),
                                    ("rejection", "Avslag"),
                                    ("own", "Eget förslag"),
                                    ("amendment", "Ändring"),
                                    ("addition", "Tillägg"),
                                    ("return", "Återremiss"),
                                    ("postponement", "Bordläggning"),
                                    ("adjournment", "Ajournering"),
                                    ("referral", "Remiss"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("councillor", "Ledamot"),
                                    ("motion", "Motion"),
                                    ("letter", "Skrivelse"),
                                    ("subcommittee", "Utskott"),
                                    ("committee", "Nämnd"),
                                    ("board", "Styrelse"),
                                    ("office", "Förvaltning"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "target",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="about_it",
                                to="arenden.proposal",
                            ),
                        ),
                        ("lead_text_printed", models.TextField(blank=True)),
                        ("text", models.TextField(blank=True)),
                        ("is_withdrawn", models.BooleanField(default=False)),
                    ],
                    options={
                        "ordering": ("ordinal",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "ordinal"), name="proposal_ordinal_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="arenden.proposal",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("label_printed", models.CharField(blank=True, max_length=20)),
                        ("has_att", models.BooleanField(default=False)),
                        ("lead_text_printed", models.TextField(blank=True)),
                        ("text", models.TextField()),
                        (
                            "derived_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="arenden.proposalpoint",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("number",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="proposal_point_says_something",
                            ),
                            models.UniqueConstraint(
                                fields=("proposal", "number"), name="proposal_point_order"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PropositionStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "minutes_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="arenden.minutesitem",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="arenden.case",
                            ),
                        ),
                        ("ordinal", models.PositiveSmallIntegerField()),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("against_rejection", "Mot avslag"),
                                    ("against_each_other", "Mot varandra"),
                                    ("one_by_one", "Ett i sänder"),
                                    ("main_proposal", "Huvudförslag"),
                                    ("counter_proposal", "Motförslag"),
                                    ("addition", "Tilläggsyrkande"),
                                    ("formal", "Formellt yrkande"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("found_printed", models.TextField(blank=True)),
                        (
                            "outcome",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="won_steps",
                                to="arenden.proposal",
                            ),
                        ),
                        ("outcome_is_rejection", models.BooleanField(default=False)),
                        (
                            "decided_by",
                            models.CharField(
                                choices=[("acclamation", "Acklamation"), ("vote", "Omröstning")],
                                default="acclamation",
                                max_length=12,
                            ),
                        ),
                        ("yes_means", models.TextField(blank=True, null=True)),
                        ("no_means", models.TextField(blank=True, null=True)),
                        ("yes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("no", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("abstained", models.PositiveSmallIntegerField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ("ordinal",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "ordinal"), name="step_ordinal_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("abstained__isnull", False),
                                        ("no__isnull", False),
                                        ("no_means__isnull", False),
                                        ("yes__isnull", False),
                                        ("yes_means__isnull", False),
                                    ),
                                    models.Q(
                                        ("abstained__isnull", True),
                                        ("no__isnull", True),
                                        ("no_means__isnull", True),
                                        ("yes__isnull", True),
                                        ("yes_means__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="vote_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("yes__isnull", True), ("decided_by", "vote"), _connector="OR"
                                ),
                                name="counts_belong_to_a_vote",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome__isnull", False), ("outcome_is_rejection", False)
                                    ),
                                    models.Q(
                                        ("outcome__isnull", True), ("outcome_is_rejection", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="step_has_one_outcome",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PropositionOption",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="options",
                                to="arenden.propositionstep",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "proposal",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="arenden.proposal",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("step", "position"), name="option_order"
                            ),
                            models.UniqueConstraint(
                                fields=("step", "proposal"),
                                name="option_once",
                                nulls_distinct=False,
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="parties.body",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="meetings.meeting",
                            ),
                        ),
                        (
                            "minutes_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="arenden.minutesitem",
                            ),
                        ),
                        (
                            "nature",
                            models.CharField(
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
                        (
                            "outcome",
                            models.CharField(
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
                        ("decided_on", models.DateField(blank=True, null=True)),
                        ("decided_on_unknown", models.CharField(blank=True, max_length=200)),
                        ("lead_text_printed", models.TextField(blank=True)),
                        ("motivation", models.TextField(blank=True)),
                        (
                            "target_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals_received",
                                to="parties.body",
                            ),
                        ),
                        (
                            "proposal",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decision",
                                to="arenden.proposal",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_on__isnull", False), ("decided_on_unknown", "")
                                    ),
                                    models.Q(
                                        ("decided_on__isnull", True),
                                        models.Q(("decided_on_unknown", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_day_or_reason",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("nature", "answered")),
                                fields=("case",),
                                name="answered_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nature", "proposal_to_body"), _negated=True),
                                    ("target_body__isnull", False),
                                    _connector="OR",
                                ),
                                name="proposal_has_target",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("proposal__isnull", True),
                                    ("nature", "proposal_to_body"),
                                    _connector="OR",
                                ),
                                name="only_proposing_makes_proposal",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="arenden.decision",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("label_printed", models.CharField(blank=True, max_length=20)),
                        ("has_att", models.BooleanField(default=False)),
                        ("text", models.TextField()),
                        (
                            "from_point",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decided",
                                to="arenden.proposalpoint",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("number",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="decision_point_says_something",
                            ),
                            models.UniqueConstraint(
                                fields=("decision", "number"), name="decision_point_order"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PointOutcome",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("decision", "point"), name="point_outcome_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reservation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reservations",
                                to="arenden.decision",
                            ),
                        ),
                        (
                            "in_favour_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reservations",
                                to="arenden.proposal",
                            ),
                        ),
                        ("printed", models.TextField(blank=True)),
                        ("text", models.TextField(blank=True)),
                        ("awaits_text", models.BooleanField(default=False)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("awaits_text", False), ("text", ""), _connector="OR"
                                ),
                                name="awaited_reservation_has_no_text",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Statement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="statements",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "minutes_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="statements",
                                to="arenden.minutesitem",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("minutes_note", "Protokollsanteckning"),
                                    ("special_statement", "Särskilt yttrande"),
                                    ("explanation_of_vote", "Röstförklaring"),
                                    ("substitute_statement", "Ersättaryttrande"),
                                ],
                                max_length=25,
                            ),
                        ),
                        ("lead_text_printed", models.TextField(blank=True)),
                        ("text", models.TextField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True),
                                name="statement_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NonParticipation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="non_participations",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="non_participations",
                                to="arenden.decision",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("abstains", "Avstår från att rösta"),
                                    ("not_in_decision", "Deltar inte i beslutet"),
                                    ("conflict", "Jäv"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ground_printed", models.TextField(blank=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Task",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tasks",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "point",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to="arenden.decisionpoint",
                            ),
                        ),
                        (
                            "responsible_printed",
                            models.CharField(max_length=160, verbose_name="ansvarig"),
                        ),
                        (
                            "responsible_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="parties.body",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="uppdrag")),
                        ("due_on", models.DateField(blank=True, null=True)),
                        (
                            "due_precision",
                            models.CharField(
                                choices=[("day", "Dag"), ("month", "Månad")],
                                default="day",
                                max_length=5,
                            ),
                        ),
                        ("report_to_printed", models.CharField(blank=True, max_length=160)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Pågår"),
                                    ("reported", "Återrapporterat"),
                                    ("closed", "Avslutat"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("reported_on", models.DateField(blank=True, null=True)),
                        ("report", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("responsible_printed", ""),
                                    ("text", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="task_says_who_and_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "reported"), _negated=True),
                                    ("reported_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="reported_task_has_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompletionRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="completion_requests",
                                to="arenden.case",
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by_name", models.CharField(max_length=200)),
                        ("reason", models.TextField()),
                        ("counts_from", models.DateField(blank=True, null=True)),
                        ("counts_because", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reason", ""),
                                    ("asked_by_name", ""),
                                    _connector="OR",
                                    _negated=True,
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="drafts",
                                to="parties.organisation",
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
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="drafts",
                                to="parties.person",
                            ),
                        ),
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
                            models.CharField(
                                blank=True, max_length=360, verbose_name="ställd till"
                            ),
                        ),
                        ("motivation", models.TextField(blank=True, verbose_name="motivering")),
                        ("question_intro", models.TextField(blank=True, verbose_name="inledning")),
                        (
                            "items",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), blank=True, default=list, size=None
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
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("saved_at", models.DateTimeField()),
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
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
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
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cosigned_drafts",
                                to="parties.person",
                            ),
                        ),
                        ("invited_at", models.DateTimeField()),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        ("signed_sum", models.CharField(blank=True, max_length=64, null=True)),
                        ("declined_at", models.DateTimeField(blank=True, null=True)),
                        ("declined_because", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("draft", "person"), name="cosigner_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("signed_at__isnull", False), ("signed_sum__isnull", False)
                                    ),
                                    models.Q(
                                        ("signed_at__isnull", True), ("signed_sum__isnull", True)
                                    ),
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
                    name="DraftReader",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="readers",
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
                        (
                            "party_group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.partygroup",
                            ),
                        ),
                        ("named_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("draft", "user"), name="draft_reader_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DraftComment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
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
                        ("author_name", models.CharField(max_length=200)),
                        ("text", models.TextField()),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("text", ""),
                                    ("author_name", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="draft_comment_said",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Submission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
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
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submissions",
                                to="parties.body",
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submissions",
                                to="parties.person",
                            ),
                        ),
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
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_because", models.TextField(blank=True)),
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
                                    ("document__isnull", True),
                                    ("case__isnull", False),
                                    _connector="OR",
                                ),
                                name="submission_registered_in_case",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgentSnapshot",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("signatory", "Frågeställare eller förslagsställare"),
                                    ("addressee", "Ställd till"),
                                    ("answerer", "Besvaras av"),
                                    ("sender", "Avsändare"),
                                    ("recipient", "Mottagare"),
                                    ("signer", "Undertecknare"),
                                    ("proposer", "Yrkande"),
                                    ("supporter", "Instämmer"),
                                    ("reserving", "Reserverar sig"),
                                    ("author", "Författare"),
                                    ("participant", "Deltagare"),
                                    ("external_contact", "Extern kontakt"),
                                    ("not_taking_part", "Deltar inte"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=1)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("elected", "Förtroendevald"),
                                    ("employee", "Anställd"),
                                    ("external", "Extern"),
                                    ("public", "Allmänhet"),
                                    ("collective", "Organ, parti eller grupp"),
                                ],
                                default="elected",
                                max_length=10,
                            ),
                        ),
                        ("name_printed", models.CharField(max_length=200, verbose_name="namn")),
                        (
                            "party_printed",
                            models.CharField(blank=True, max_length=40, verbose_name="parti"),
                        ),
                        (
                            "roles_printed",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=160),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "organisation_printed",
                            models.CharField(
                                blank=True, max_length=160, verbose_name="organisation"
                            ),
                        ),
                        ("note_printed", models.CharField(blank=True, max_length=160)),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appearances",
                                to="parties.person",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appearances",
                                to="parties.party",
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appearances",
                                to="parties.body",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.document",
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.answer",
                            ),
                        ),
                        (
                            "proposal",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.proposal",
                            ),
                        ),
                        (
                            "reservation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.reservation",
                            ),
                        ),
                        (
                            "statement",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.statement",
                            ),
                        ),
                        (
                            "non_participation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.nonparticipation",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.meetingnote",
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agents",
                                to="arenden.submission",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("capacity", "position"),
                        "indexes": [
                            models.Index(fields=["person", "capacity"], name="agent_by_person")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name_printed", ""), _negated=True),
                                name="agent_named",
                            ),
                            models.CheckConstraint(
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
                            models.UniqueConstraint(
                                fields=("case", "capacity", "position"), name="agent_order_case"
                            ),
                            models.UniqueConstraint(
                                fields=("document", "capacity", "position"),
                                name="agent_order_document",
                            ),
                            models.UniqueConstraint(
                                fields=("answer", "capacity", "position"), name="agent_order_answer"
                            ),
                            models.UniqueConstraint(
                                fields=("proposal", "capacity", "position"),
                                name="agent_order_proposal",
                            ),
                            models.UniqueConstraint(
                                fields=("reservation", "capacity", "position"),
                                name="agent_order_reservation",
                            ),
                            models.UniqueConstraint(
                                fields=("statement", "capacity", "position"),
                                name="agent_order_statement",
                            ),
                            models.UniqueConstraint(
                                fields=("non_participation", "capacity", "position"),
                                name="agent_order_non_participation",
                            ),
                            models.UniqueConstraint(
                                fields=("note", "capacity", "position"), name="agent_order_note"
                            ),
                            models.UniqueConstraint(
                                fields=("submission", "capacity", "position"),
                                name="agent_order_submission",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgentHistory",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="wordings",
                                to="arenden.agentsnapshot",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("name_printed", models.CharField(max_length=200, verbose_name="namn")),
                        (
                            "party_printed",
                            models.CharField(blank=True, max_length=40, verbose_name="parti"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnswerDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answer_drafts",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answer_drafts",
                                to="parties.person",
                            ),
                        ),
                        (
                            "answer",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="draft",
                                to="arenden.answer",
                            ),
                        ),
                        ("submitted_at", models.DateTimeField(null=True)),
                        ("submitted_text", models.TextField(null=True)),
                        ("sha256", models.CharField(max_length=64, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer__isnull", False),
                                        ("sha256__isnull", False),
                                        ("submitted_at__isnull", False),
                                        ("submitted_text__isnull", False),
                                    ),
                                    models.Q(
                                        ("answer__isnull", True),
                                        ("sha256__isnull", True),
                                        ("submitted_at__isnull", True),
                                        ("submitted_text__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="answer_submitted_whole",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("submitted_at__isnull", True)),
                                fields=("case", "person"),
                                name="one_living_answer_draft",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DraftText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="texts",
                                to="arenden.answerdraft",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                choices=[
                                    ("preamble", "Inledning"),
                                    ("question", "Svar på en fråga"),
                                    ("common", "Gemensamt svar på alla frågor"),
                                    ("closing", "Avslutning"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="arenden.question",
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                        (
                            "coverage",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Besvarad"),
                                    ("partial", "Delvis besvarad"),
                                    ("declined", "Besvaras inte"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("written_by_name", models.CharField(max_length=200)),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("draft", "place", "question"),
                                name="one_draft_text_a_place",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("place", "question"), ("question__isnull", False)),
                                    models.Q(
                                        models.Q(("place", "question"), _negated=True),
                                        ("question__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="draft_text_of_a_question",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DraftWording",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="wordings",
                                to="arenden.drafttext",
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("author_name", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        (
                            "coverage",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("full", "Besvarad"),
                                    ("partial", "Delvis besvarad"),
                                    ("declined", "Besvaras inte"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("begun_at", models.DateTimeField()),
                        ("written_at", models.DateTimeField()),
                        ("is_kept", models.BooleanField(default=True)),
                    ],
                    options={
                        "ordering": ("-written_at", "-id"),
                    },
                ),
                migrations.CreateModel(
                    name="AnswerShare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shares",
                                to="arenden.answerdraft",
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
                        ("may_write", models.BooleanField(default=False)),
                        ("shared_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("revoked_at__isnull", True)),
                                fields=("draft", "user"),
                                name="answer_shared_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerComment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="comments",
                                to="arenden.answerdraft",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="arenden.question",
                            ),
                        ),
                        ("author_name", models.CharField(max_length=200)),
                        ("text", models.TextField()),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("text", ""),
                                    ("author_name", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="answer_comment_said",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TimeRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="time_requests",
                                to="arenden.case",
                            ),
                        ),
                        ("asked_by_name", models.CharField(max_length=200)),
                        ("asked_at", models.DateTimeField()),
                        ("proposed_on", models.DateField()),
                        ("reason", models.TextField()),
                        ("settled_at", models.DateTimeField(null=True)),
                        ("settled_by_name", models.CharField(blank=True, max_length=200)),
                        ("granted_until", models.DateField(null=True)),
                        ("settled_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reason", ""),
                                    ("asked_by_name", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="time_asked_for_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("granted_until__isnull", True),
                                        ("settled_at__isnull", True),
                                    ),
                                    models.Q(
                                        ("settled_at__isnull", False),
                                        models.Q(("settled_by_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="time_request_settled_whole",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("settled_at__isnull", True)),
                                fields=("case",),
                                name="one_open_time_request",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BalanceNote",
                    fields=[
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="balance_note",
                                serialize=False,
                                to="arenden.case",
                            ),
                        ),
                        ("shown", models.TextField(blank=True)),
                        (
                            "proposed",
                            models.CharField(
                                choices=[
                                    ("continue", "Beredningen fortsätter"),
                                    ("write_off", "Avskrivs från vidare handläggning"),
                                ],
                                default="continue",
                                max_length=10,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        ("written_by_name", models.CharField(max_length=200)),
                    ],
                ),
                migrations.CreateModel(
                    name="MotionReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="motion_reports",
                                to="parties.body",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="motion_reports",
                                to="meetings.meeting",
                            ),
                        ),
                        ("as_of", models.DateField()),
                        ("next_on", models.DateField(blank=True, null=True)),
                        ("frozen_at", models.DateTimeField()),
                        ("frozen_by_id", models.BigIntegerField()),
                        ("frozen_by_name", models.CharField(max_length=200)),
                        ("told_at", models.DateTimeField(blank=True, null=True)),
                        ("told_by_name", models.CharField(blank=True, max_length=200, null=True)),
                        (
                            "minutes_item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="motion_reports",
                                to="arenden.minutesitem",
                            ),
                        ),
                        (
                            "transaction",
                            models.TextField(
                                db_default=models.Func(
                                    models.Func(function="pg_current_xact_id"),
                                    template="(%(expressions)s)::text",
                                ),
                                editable=False,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("-frozen_at", "-id"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("frozen_by_name", ""), _negated=True),
                                name="report_frozen_by_someone",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("told_at__isnull", False), ("told_by_name__isnull", False)
                                    ),
                                    models.Q(
                                        ("told_at__isnull", True), ("told_by_name__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="report_told_by_someone",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("told_at__isnull", False)),
                                fields=("meeting",),
                                name="one_report_told_a_meeting",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportedMotion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="motions",
                                to="arenden.motionreport",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reported_in",
                                to="arenden.case",
                            ),
                        ),
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
                        ("number", models.CharField(max_length=60)),
                        ("title", models.TextField()),
                        (
                            "signers",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), size=None
                            ),
                        ),
                        ("raised_on", models.DateField(blank=True, null=True)),
                        ("year_ends_on", models.DateField(blank=True, null=True)),
                        ("place", models.TextField()),
                        ("shown", models.TextField()),
                        (
                            "proposed",
                            models.CharField(
                                choices=[
                                    ("continue", "Beredningen fortsätter"),
                                    ("write_off", "Avskrivs från vidare handläggning"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("is_of_the_year", models.BooleanField()),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("title", ""),
                                    ("place", ""),
                                    ("shown", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="reported_motion_says_something",
                            ),
                            models.UniqueConstraint(
                                fields=("report", "position"), name="reported_in_order"
                            ),
                            models.UniqueConstraint(
                                fields=("report", "case"), name="reported_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarFeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calendar_feeds",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "content",
                            models.CharField(
                                choices=[
                                    ("own", "Mina ärenden och sammanträden"),
                                    ("meetings", "Alla sammanträden"),
                                    ("body", "Ett organ"),
                                    ("group", "En partigrupp"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="parties.body",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="parties.partygroup",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="var du använder den"
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        ("fetched_at", models.DateTimeField(blank=True, null=True)),
                        ("changed_at", models.DateTimeField(blank=True, null=True)),
                        ("digest", models.CharField(blank=True, max_length=64)),
                    ],
                    options={
                        "ordering": ("made_at", "id"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("revoked_at", None)),
                                fields=["user", "organisation"],
                                name="open_feeds_of_account",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("body", None),
                                        ("content__in", ["own", "meetings"]),
                                        ("group", None),
                                    ),
                                    models.Q(
                                        ("body__isnull", False),
                                        ("content", "body"),
                                        ("group", None),
                                    ),
                                    models.Q(
                                        ("body", None),
                                        ("content", "group"),
                                        ("group__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="feed_concerns_what_it_holds",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Cover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
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
                            "handler",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covered_by",
                                to=settings.AUTH_USER_MODEL,
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
                            "period",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                verbose_name="tid"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="anteckning")),
                        ("noted_at", models.DateTimeField()),
                        ("noted_by_name", models.CharField(max_length=200)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by_name", models.CharField(blank=True, max_length=200, null=True)),
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
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by_name__isnull", False),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", True), ("ended_by_name__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="cover_ended_by_someone",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("handler", models.F("substitute")), _negated=True
                                ),
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
                migrations.CreateModel(
                    name="Referral",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="referrals",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="parties.body",
                            ),
                        ),
                        (
                            "recipient_printed",
                            models.CharField(max_length=160, verbose_name="remissinstans"),
                        ),
                        ("sent_on", models.DateField(verbose_name="skickad")),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="svar senast"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Ute på remiss"),
                                    ("answered", "Yttrande inkommet"),
                                    ("declined", "Avstår från yttrande"),
                                    ("waived", "Inväntas inte"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="yttrande inkommet"
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="yttrande")),
                        ("reason", models.TextField(blank=True, verbose_name="skäl")),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="arenden.document",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("sent_on", "id"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("recipient_printed", ""), _negated=True),
                                name="referral_has_recipient",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "answered"), _negated=True),
                                    ("answered_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="answered_referral_has_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "waived"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="waived_referral_has_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PrepStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prep_steps",
                                to="arenden.case",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "action",
                            models.CharField(
                                choices=[
                                    ("assignment", "Uppdrag"),
                                    ("memorandum", "Tjänsteskrivelse"),
                                    ("statement", "Yttrande"),
                                    ("treatment", "Behandling"),
                                    ("proposal", "Förslag"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("actor_printed", models.CharField(max_length=160)),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="parties.body",
                            ),
                        ),
                        ("on_date", models.DateField(blank=True, null=True)),
                        ("paragraph_printed", models.CharField(blank=True, max_length=20)),
                        ("lead_text_printed", models.TextField(blank=True)),
                        ("text", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("position",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("actor_printed", ""), _negated=True),
                                name="prep_step_has_actor",
                            ),
                            models.UniqueConstraint(
                                fields=("case", "position"), name="prep_step_order"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Deadline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="meetings.meeting",
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="arenden.submission",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
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
                        (
                            "referral",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="arenden.referral",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="arenden.task",
                            ),
                        ),
                        ("original_due_at", models.DateTimeField()),
                        ("due_at", models.DateTimeField()),
                        ("explanation", models.TextField()),
                        ("source", models.CharField(blank=True, max_length=160)),
                        ("rule", models.CharField(blank=True, max_length=60)),
                        ("trace", models.JSONField(blank=True, default=dict)),
                        ("set_at", models.DateTimeField()),
                        ("set_by_name", models.CharField(max_length=200)),
                        (
                            "replaces",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replaced_by",
                                to="arenden.deadline",
                            ),
                        ),
                        (
                            "cause",
                            models.CharField(
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
                        ("reason", models.TextField(blank=True, verbose_name="skäl")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Löper"),
                                    ("met", "Uppfylld"),
                                    ("waived", "Undantagen"),
                                    ("replaced", "Ersatt"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("met_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by_name", models.CharField(blank=True, max_length=200)),
                        ("ended_reason", models.TextField(blank=True)),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        ("revised_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ],
                    options={
                        "ordering": ("due_at", "id"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "open")),
                                fields=["due_at"],
                                name="open_deadlines",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=django.db.models.lookups.Exact(
                                    models.Func(
                                        models.F("case"),
                                        models.F("meeting"),
                                        models.F("submission"),
                                        function="num_nonnulls",
                                    ),
                                    models.Value(1),
                                ),
                                name="deadline_of_one_owner",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("explanation", ""),
                                    ("set_by_name", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="deadline_explained",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("met_at__isnull", False), ("status", "met")),
                                    models.Q(
                                        models.Q(("status", "met"), _negated=True),
                                        ("met_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="met_deadline_has_instant",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_by_name", ""),
                                        ("status", "open"),
                                    ),
                                    models.Q(
                                        models.Q(("status", "open"), _negated=True),
                                        ("ended_at__isnull", False),
                                        models.Q(("ended_by_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ended_deadline_by_someone",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "waived"), _negated=True),
                                    models.Q(("ended_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="waived_deadline_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cause", ""), ("replaces__isnull", True)),
                                    models.Q(
                                        ("replaces__isnull", False),
                                        models.Q(("cause", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="moved_deadline_has_cause",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("referral__isnull", True),
                                    ("status", "open"),
                                    ("task__isnull", True),
                                    models.Q(
                                        (
                                            "rule__in",
                                            ("lag-motion-ett-ar", "lag-medborgarforslag-ett-ar"),
                                        ),
                                        _negated=True,
                                    ),
                                ),
                                fields=("case", "purpose"),
                                name="one_open_deadline_a_purpose",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("referral__isnull", True),
                                    ("status", "open"),
                                    ("task__isnull", True),
                                    (
                                        "rule__in",
                                        ("lag-motion-ett-ar", "lag-medborgarforslag-ett-ar"),
                                    ),
                                ),
                                fields=("case", "purpose"),
                                name="one_open_deadline_by_law",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "open")),
                                fields=("meeting", "purpose", "rule"),
                                name="one_open_deadline_a_meeting",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "open")),
                                fields=("referral",),
                                name="one_open_deadline_a_referral",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "open")),
                                fields=("task",),
                                name="one_open_deadline_a_task",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "open")),
                                fields=("submission",),
                                name="one_open_deadline_a_submission",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="arenden.case",
                            ),
                        ),
                        ("action", models.CharField(max_length=30)),
                        ("actor_id", models.BigIntegerField()),
                        ("actor_name", models.CharField(max_length=200)),
                        ("on_behalf_of", models.CharField(blank=True, max_length=200)),
                        ("summary", models.TextField()),
                        ("reason", models.TextField(blank=True)),
                        ("happened_on", models.DateField(blank=True, null=True)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "state_before",
                            models.CharField(
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
                        (
                            "state_after",
                            models.CharField(
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
                        (
                            "answer_state_before",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("none", "Inget svar än"),
                                    ("in_progress", "Under besvarande"),
                                    ("received", "Svar inkommet"),
                                    ("handed_over", "Svar överlämnat"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "answer_state_after",
                            models.CharField(
                                choices=[
                                    ("none", "Inget svar än"),
                                    ("in_progress", "Under besvarande"),
                                    ("received", "Svar inkommet"),
                                    ("handed_over", "Svar överlämnat"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("unknown", models.JSONField(default=dict)),
                        ("data", models.JSONField(default=dict)),
                        ("version", models.PositiveIntegerField()),
                        ("submission", models.UUIDField(null=True, unique=True)),
                        (
                            "transaction",
                            models.TextField(
                                db_default=models.Func(
                                    models.Func(function="pg_current_xact_id"),
                                    template="(%(expressions)s)::text",
                                ),
                                editable=False,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("-version",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("summary", ""),
                                    ("actor_name", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="event_says_who_and_what",
                            ),
                            models.UniqueConstraint(
                                fields=("case", "version"), name="one_event_a_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gt", 0)),
                                name="event_versions_from_one",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupReader",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="parties.partygroup",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "let_in_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("previous_at", models.DateTimeField()),
                        ("latest_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("group", "user"), name="group_reader_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("let_in_by", None)),
                                fields=("group",),
                                name="group_opened_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="parties.partygroup",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="arenden.case",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="anteckning")),
                        ("quote", models.TextField(blank=True, verbose_name="löfte")),
                        (
                            "part",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="arenden.answerpart",
                            ),
                        ),
                        (
                            "assigned_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="parties.person",
                            ),
                        ),
                        (
                            "ask_again_on",
                            models.DateField(blank=True, null=True, verbose_name="fråga igen"),
                        ),
                        ("done_on", models.DateField(blank=True, null=True)),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ("-written_at", "-id"),
                        "indexes": [
                            models.Index(fields=["group", "case"], name="group_notes_of_case")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("quote", ""), ("text", ""), _negated=True),
                                name="group_note_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quote", ""), ("ask_again_on__isnull", False), _connector="OR"
                                ),
                                name="promise_has_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupWatch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="parties.partygroup",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("group", "case"), name="group_watch_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedView",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="parties.partygroup",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="namn")),
                        ("query", models.CharField(max_length=2000)),
                    ],
                    options={
                        "ordering": ("name", "id"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("group", "owner", "name"),
                                name="saved_view_once",
                                nulls_distinct=False,
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Publication",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="arenden.document",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="arenden.decision",
                            ),
                        ),
                        ("is_masked", models.BooleanField(default=False)),
                        (
                            "public_text",
                            models.TextField(blank=True, verbose_name="offentlig text"),
                        ),
                        ("basis", models.CharField(max_length=200, verbose_name="grund")),
                        ("decided_at", models.DateTimeField()),
                        ("decided_by", models.CharField(max_length=200)),
                        (
                            "until",
                            models.DateField(blank=True, null=True, verbose_name="till och med"),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, max_length=200, null=True)),
                        ("withdrawn_reason", models.TextField(blank=True, null=True)),
                        (
                            "files",
                            models.ManyToManyField(
                                blank=True, related_name="publications", to="arenden.filerendition"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("id",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("basis", ""),
                                    ("decided_by", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="publication_says_who_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        ("withdrawn_reason__isnull", False),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                        ("withdrawn_reason__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="withdrawal_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_by", ""),
                                    ("withdrawn_reason", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="withdrawal_says_who_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("document__isnull", True),
                                    ("decision__isnull", True),
                                    _connector="OR",
                                ),
                                name="publication_of_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_masked", True), ("public_text", ""), _connector="OR"
                                ),
                                name="public_text_is_masked_version",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("case", "document", "decision"),
                                name="one_standing_publication",
                                nulls_distinct=False,
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublishedText",
                    fields=[
                        (
                            "publication",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="search_text",
                                serialize=False,
                                to="arenden.publication",
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "vector",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        "text", config="swedish"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "text", config="simple", weight="A"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("swedish"),
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["vector"], name="published_text_search"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderRule",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_rules",
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                blank=True,
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
                                verbose_name="vad",
                            ),
                        ),
                        (
                            "trigger",
                            models.CharField(
                                choices=[
                                    ("time", "En viss tid före eller efter"),
                                    ("moved", "När datumet har flyttats"),
                                ],
                                default="time",
                                max_length=10,
                                verbose_name="när",
                            ),
                        ),
                        ("n", models.PositiveSmallIntegerField(default=0, verbose_name="antal")),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("days", "Dagar"),
                                    ("working_days", "Arbetsdagar"),
                                    ("weeks", "Veckor"),
                                    ("months", "Månader"),
                                    ("years", "År"),
                                ],
                                default="days",
                                max_length=15,
                                verbose_name="enhet",
                            ),
                        ),
                        (
                            "side",
                            models.CharField(
                                choices=[("before", "före"), ("after", "efter")],
                                default="before",
                                max_length=10,
                                verbose_name="före eller efter",
                            ),
                        ),
                        ("at", models.TimeField(default=dt.time(7, 30), verbose_name="klockslag")),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("answerer", "Den som ska svara"),
                                    ("handler", "Handläggaren, eller den som vikarierar"),
                                    ("office", "Nämndsekreteraren, annars registratorerna"),
                                    ("asked", "Kansliet hos den som ska yttra sig"),
                                    ("presidium", "Presidiet"),
                                    ("asker", "Den som har lämnat in ärendet"),
                                    (
                                        "group_leader",
                                        "Gruppledaren för den som har lämnat in ärendet",
                                    ),
                                    ("members", "Ledamöter och ersättare"),
                                ],
                                max_length=20,
                                verbose_name="till vem",
                            ),
                        ),
                        (
                            "wanted",
                            models.CharField(
                                choices=[
                                    ("always", "Går alltid ut"),
                                    ("on", "Går ut om den inte väljs bort"),
                                    ("off", "Går ut om den väljs till"),
                                ],
                                default="on",
                                max_length=10,
                                verbose_name="får väljas bort",
                            ),
                        ),
                        (
                            "is_escalation",
                            models.BooleanField(
                                default=False, verbose_name="när det brådskar eller är för sent"
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ("purpose", "side", "-n", "id"),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("organisation"),
                                models.F("purpose"),
                                models.F("trigger"),
                                models.F("n"),
                                models.F("unit"),
                                models.F("side"),
                                models.F("audience"),
                                condition=models.Q(("ended_at__isnull", True)),
                                name="reminder_rule_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("is_escalation", False), ("wanted", "always"), _connector="OR"
                                ),
                                name="escalation_always_goes",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("trigger", "moved"),
                                    models.Q(("purpose", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="timed_rule_has_purpose",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderSettings",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_settings",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "by_mail",
                            models.BooleanField(
                                default=True, verbose_name="påminnelser med e-post"
                            ),
                        ),
                        (
                            "digest_at",
                            models.TimeField(
                                blank=True, null=True, verbose_name="samlat en gång om dagen, kl."
                            ),
                        ),
                        (
                            "quiet_from",
                            models.TimeField(
                                default=dt.time(21, 0), verbose_name="inga mejl från kl."
                            ),
                        ),
                        (
                            "quiet_until",
                            models.TimeField(default=dt.time(7, 0), verbose_name="till kl."),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "organisation"), name="reminder_settings_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderChoice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_choices",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="choices",
                                to="arenden.reminderrule",
                            ),
                        ),
                        ("is_wanted", models.BooleanField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("rule", "user"), name="reminder_choice_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReminderMail",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_mails",
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminder_mails",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("address", models.EmailField(max_length=254)),
                        ("message_id", models.CharField(max_length=250, unique=True)),
                        ("subject", models.CharField(max_length=250)),
                        ("text", models.TextField()),
                        ("sent_at", models.DateTimeField()),
                        ("bounced_at", models.DateTimeField(blank=True, null=True)),
                        ("bounce", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("-sent_at", "-id"),
                        "indexes": [
                            models.Index(
                                fields=["organisation", "-sent_at"], name="reminder_mails_in_order"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="parties.organisation",
                            ),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reminders",
                                to="arenden.deadline",
                            ),
                        ),
                        (
                            "rule",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="arenden.reminderrule",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("due_at", models.DateTimeField()),
                        ("known_due_at", models.DateTimeField(blank=True, null=True)),
                        ("send_at", models.DateTimeField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("waiting", "Väntar"),
                                    ("sent", "Skickad"),
                                    ("not_needed", "Behövs inte"),
                                    ("replaced", "Ersatt"),
                                    ("held", "Hålls tillbaka"),
                                    ("suppressed", "Skickas inte"),
                                    ("failed", "Gick inte att skicka"),
                                    ("bounced", "Studsade"),
                                ],
                                default="waiting",
                                max_length=12,
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("ordered_by", models.CharField(blank=True, max_length=200)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "mail",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="arenden.remindermail",
                            ),
                        ),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("next_try_at", models.DateTimeField(blank=True, null=True)),
                        ("error", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ("send_at", "id"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "waiting")),
                                fields=["send_at"],
                                name="reminders_to_send",
                            ),
                            models.Index(
                                condition=models.Q(("status", "waiting")),
                                fields=["recipient", "organisation", "send_at"],
                                name="reminders_of_recipient",
                            ),
                            models.Index(
                                fields=["organisation", "-closed_at"], name="reminders_closed"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("deadline", "rule", "recipient", "due_at"),
                                name="reminder_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("mail__isnull", False), ("status__in", ("sent", "bounced"))
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("status__in", ("sent", "bounced")), _negated=True
                                        ),
                                        ("mail__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="sent_reminder_has_mail",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", True),
                                        ("status__in", ("waiting", "held")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("status__in", ("waiting", "held")), _negated=True
                                        ),
                                        ("closed_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="closed_reminder_has_instant",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ("waiting", "sent", "bounced")),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="unsent_reminder_has_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RuleSet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rule_sets",
                                to="parties.organisation",
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="källa")),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="antagen"),
                        ),
                        (
                            "period",
                            django.contrib.postgres.fields.ranges.DateRangeField(
                                verbose_name="gäller"
                            ),
                        ),
                        ("rules", models.JSONField(verbose_name="regler")),
                        ("written_at", models.DateTimeField()),
                        ("written_by_name", models.CharField(max_length=200)),
                        ("adopted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "adopted_by_name",
                            models.CharField(blank=True, max_length=200, null=True),
                        ),
                    ],
                    options={
                        "ordering": ("-period", "-id"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("title", ""),
                                    ("written_by_name", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="rule_set_titled",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("period__isempty", False), ("period__lower_inf", False)
                                ),
                                name="rule_set_period_bounded",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("adopted_at__isnull", False),
                                        ("adopted_by_name__isnull", False),
                                    ),
                                    models.Q(
                                        ("adopted_at__isnull", True),
                                        ("adopted_by_name__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="rule_set_adopted_by_someone",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("adopted_at__isnull", False)),
                                expressions=[("organisation", "="), ("period", "&&")],
                                name="one_rule_set_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClosedDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="closed_days",
                                to="parties.organisation",
                            ),
                        ),
                        ("day", models.DateField(verbose_name="dag")),
                        ("name", models.CharField(max_length=80, verbose_name="kallas")),
                    ],
                    options={
                        "ordering": ("day",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True),
                                name="closed_day_named",
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "day"), name="closed_day_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="texts",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[("staff", "Kansliet"), ("council", "Förtroendevalda")],
                                max_length=10,
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "vector",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        "text", config="swedish"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "text", config="simple", weight="A"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("swedish"),
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["vector"], name="case_text_search"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "audience"), name="case_text_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SecrecyMark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="secrecy_marks",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="secrecy_marks",
                                to="arenden.document",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="arenden.question",
                            ),
                        ),
                        (
                            "agent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="arenden.agentsnapshot",
                            ),
                        ),
                        ("field", models.CharField(blank=True, max_length=20)),
                        ("kept", models.JSONField(default=dict)),
                        ("provision", models.CharField(max_length=160, verbose_name="bestämmelse")),
                        (
                            "authority_printed",
                            models.CharField(max_length=160, verbose_name="myndighet"),
                        ),
                        ("marked_on", models.DateField(verbose_name="markerad")),
                        ("lifted_on", models.DateField(blank=True, null=True, verbose_name="hävd")),
                    ],
                    options={
                        "ordering": ("marked_on", "id"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("provision", ""),
                                    ("authority_printed", ""),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                name="mark_says_why_and_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=django.db.models.lookups.LessThanOrEqual(
                                    models.Func(
                                        models.F("document"),
                                        models.F("question"),
                                        models.F("agent"),
                                        function="num_nonnulls",
                                        output_field=models.IntegerField(),
                                    ),
                                    models.Value(1),
                                ),
                                name="mark_has_one_target",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("field", ""), ("kept", {})),
                                    models.Q(
                                        models.Q(("field", ""), _negated=True),
                                        models.Q(("kept", {}), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="marked_fact_is_kept",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("lifted_on__isnull", True),
                                    ("lifted_on__gte", models.F("marked_on")),
                                    _connector="OR",
                                ),
                                name="mark_lifted_after_it_was_made",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("lifted_on__isnull", True)),
                                fields=("case", "document", "question", "agent", "field"),
                                name="marked_once_at_a_time",
                                nulls_distinct=False,
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Source",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sources",
                                to="parties.organisation",
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(max_length=64)),
                        ("text", models.TextField()),
                        (
                            "case",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sources",
                                to="arenden.case",
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sources",
                                to="arenden.meetingnote",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "sha256"), name="source_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SourceSpan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="spans",
                                to="arenden.source",
                            ),
                        ),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        ("model", models.CharField(blank=True, max_length=40)),
                        ("row", models.PositiveBigIntegerField(null=True)),
                        ("field", models.CharField(blank=True, max_length=60)),
                        ("furniture", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "ordering": ("start", "end"),
                        "indexes": [models.Index(fields=["model", "row"], name="span_of_row")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("end__gt", models.F("start"))),
                                name="span_not_empty",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("furniture", ""), _negated=True),
                                        ("field", ""),
                                        ("model", ""),
                                        ("row__isnull", True),
                                    ),
                                    models.Q(
                                        ("furniture", ""),
                                        ("row__isnull", False),
                                        models.Q(("model", ""), _negated=True),
                                        models.Q(("field", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="span_is_field_or_furniture",
                            ),
                        ],
                    },
                ),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="53dec6ba4512fb387ea62cd1bab5d3364a82b3fc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ae2a3",
                    table="arenden_agenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4f446167f606a8016142fe85ed7b3f5617c1893e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c6725",
                    table="arenden_answerhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerparthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b39b6c86d095f4edde4189618d8fae68ead59f4a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f93f5",
                    table="arenden_answerparthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="49088fbbf628ef73712bfc21022c2eaf4dd12282",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_13477",
                    table="arenden_casehistory",
                    when="BEFORE",
                ),
            ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closing" IS DISTINCT FROM (NEW."closing") OR OLD."preamble" IS DISTINCT FROM (NEW."preamble") OR OLD."questions_intro" IS DISTINCT FROM (NEW."questions_intro") OR OLD."title_printed" IS DISTINCT FROM (NEW."title_printed"))',
                    func='INSERT INTO "arenden_answerhistory" ("closing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preamble", "questions_intro", "title_printed") VALUES (OLD."closing", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."preamble", OLD."questions_intro", OLD."title_printed"); RETURN NULL;',
                    hash="82379f00c31a5b31f83816dc7d9c8401618a0925",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f05e",
                    table="arenden_answer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="837703305c7b4a6220b91e5a9bf031ae800da312",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_38c86",
                    table="arenden_documenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."dated_on" IS DISTINCT FROM (NEW."dated_on") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_public" IS DISTINCT FROM (NEW."title_public"))',
                    func='INSERT INTO "arenden_documenthistory" ("case_id", "dated_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "title", "title_public") VALUES (OLD."case_id", OLD."dated_on", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."received_on", OLD."title", OLD."title_public"); RETURN NULL;',
                    hash="7bfc57ce6bba1313decd6a3312a0ffd13ead6118",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dac64",
                    table="arenden_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="motionreport",
            trigger=pgtrigger.compiler.Trigger(
                name="report_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."body_id" IS DISTINCT FROM (NEW."body_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."as_of" IS DISTINCT FROM (NEW."as_of") OR OLD."next_on" IS DISTINCT FROM (NEW."next_on") OR OLD."frozen_at" IS DISTINCT FROM (NEW."frozen_at") OR OLD."frozen_by_id" IS DISTINCT FROM (NEW."frozen_by_id") OR OLD."frozen_by_name" IS DISTINCT FROM (NEW."frozen_by_name") OR OLD."transaction" IS DISTINCT FROM (NEW."transaction"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6dcd12ca0d998079029f8682f192bb2ca4544cce",
                    operation="UPDATE",
                    pgid="pgtrigger_report_stands_dee5b",
                    table="arenden_motionreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="motionreport",
            trigger=pgtrigger.compiler.Trigger(
                name="report_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="4ce03e93b42c5d36b74cc56cfd6f9eccbfd09bb2",
                    operation="DELETE",
                    pgid="pgtrigger_report_kept_38858",
                    table="arenden_motionreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_type" IS DISTINCT FROM (NEW."case_type") OR OLD."dnr" IS DISTINCT FROM (NEW."dnr") OR OLD."motivation" IS DISTINCT FROM (NEW."motivation") OR OLD."question_intro" IS DISTINCT FROM (NEW."question_intro") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_public" IS DISTINCT FROM (NEW."title_public"))',
                    func='INSERT INTO "arenden_casehistory" ("case_type", "dnr", "motivation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_intro", "received_on", "title", "title_public") VALUES (OLD."case_type", OLD."dnr", OLD."motivation", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."question_intro", OLD."received_on", OLD."title", OLD."title_public"); RETURN NULL;',
                    hash="508eeea4ee33a6d90f2e0b853d1e7e05bc264d0c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_985a4",
                    table="arenden_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_questionhistory" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (_pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="db903f91a686712e28e5049ab612464d3ec9bcd7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5453c",
                    table="arenden_question",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerpart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func='INSERT INTO "arenden_answerparthistory" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (_pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="6a165d25938d7ca0fa6b968c5df9072681f3339b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_06cc0",
                    table="arenden_answerpart",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="questionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2e525f4b2e513efea82dd3d1dc21affdb60037ad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5fcfc",
                    table="arenden_questionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportedmotion",
            trigger=pgtrigger.compiler.Trigger(
                name="reported_motion_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="323d47ec93c92b71c551f0ccd81f5875c1644ce6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_reported_motion_stands_38d86",
                    table="arenden_reportedmotion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportedmotion",
            trigger=pgtrigger.compiler.Trigger(
                name="reported_motion_with_report",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nif not exists (\n  select from arenden_motionreport\n  where id = new.report_id and transaction = pg_current_xact_id()::text\n) then\n  raise exception 'a frozen report is never added to' using errcode = 'insufficient_privilege';\nend if;\nreturn new;\n",
                    hash="551bf2574389201d0113c03c9588280d2f15eefc",
                    operation="INSERT",
                    pgid="pgtrigger_reported_motion_with_report_afb57",
                    table="arenden_reportedmotion",
                    when="BEFORE",
                ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="agentsnapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."name_printed" IS DISTINCT FROM (NEW."name_printed") OR OLD."party_printed" IS DISTINCT FROM (NEW."party_printed"))',
                    func='INSERT INTO "arenden_agenthistory" ("name_printed", "party_printed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."name_printed", OLD."party_printed", _pgh_attach_context(), NOW(), \'update\', OLD."id"); RETURN NULL;',
                    hash="07e699d821af86b9702b5fd5ce515d2c3621779e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e3fbc",
                    table="arenden_agentsnapshot",
                    when="AFTER",
                ),
            ),
        ),
    ]
