import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("meetings", "0001_meetings"),
        ("parties", "0001_parties"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="number_series",
                        to="parties.organisation",
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
            name="Case",
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
                ("title_public", models.TextField(blank=True, verbose_name="offentlig rubrik")),
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
                    "dnr",
                    models.CharField(
                        blank=True, max_length=60, null=True, verbose_name="diarienummer"
                    ),
                ),
                ("dnr_unknown", models.CharField(blank=True, max_length=200)),
                ("dnr_key", models.CharField(blank=True, max_length=80, null=True)),
                (
                    "dnr_tokens",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
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
                ("received_at", models.TimeField(blank=True, null=True, verbose_name="klockslag")),
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
                ("registered_on", models.DateField()),
                ("raised_on", models.DateField(blank=True, null=True, verbose_name="väckt")),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Inlämnad"),
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
                        default="submitted",
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
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="parties.body",
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
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="parties.organisation",
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
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="arenden.numberseries",
                    ),
                ),
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
                                ("dnr__isnull", True), models.Q(("dnr_unknown", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="case_number_or_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("received_on__isnull", False), ("received_on_unknown", "")),
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
                            ("series__isnull", True), ("dnr__isnull", False), _connector="OR"
                        ),
                        name="case_sequence_printed",
                    ),
                    models.UniqueConstraint(
                        fields=("series", "reset_period", "sequence"), name="case_sequence_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="agenda_order"),
                    models.UniqueConstraint(
                        condition=models.Q(("removed_reason", "")),
                        fields=("meeting", "case", "kind"),
                        name="agenda_item_once",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            ("submitted", "Inlämnad"),
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
                            ("submitted", "Inlämnad"),
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
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="arenden.case",
                    ),
                ),
            ],
            options={
                "ordering": ("-version",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("summary", ""), ("actor_name", ""), _connector="OR", _negated=True
                        ),
                        name="event_says_who_and_what",
                    ),
                    models.UniqueConstraint(fields=("case", "version"), name="one_event_a_version"),
                    models.CheckConstraint(
                        condition=models.Q(("version__gt", 0)), name="event_versions_from_one"
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
                ("title", models.TextField(verbose_name="rubrik")),
                ("title_public", models.TextField(blank=True, verbose_name="offentlig rubrik")),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="wordings",
                        to="arenden.case",
                    ),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "other", "kind"), name="link_once"),
                    models.CheckConstraint(
                        condition=models.Q(("case", models.F("other")), _negated=True),
                        name="link_not_to_itself",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            django.contrib.postgres.search.SearchVector("text", config="swedish"),
                            "||",
                            django.contrib.postgres.search.SearchVector("text", config="simple"),
                            django.contrib.postgres.search.SearchConfig("swedish"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
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
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["vector"], name="case_text_search"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "audience"), name="case_text_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField(verbose_name="rubrik")),
                ("subtitle", models.TextField(blank=True, verbose_name="underrubrik")),
                ("place_printed", models.TextField(blank=True, verbose_name="plats")),
                (
                    "date_text",
                    models.CharField(blank=True, max_length=80, verbose_name="datum som det står"),
                ),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="dag")),
                ("distributed_to", models.TextField(blank=True, verbose_name="fördelas till")),
                ("registration_note", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.body",
                    ),
                ),
                (
                    "cases",
                    models.ManyToManyField(
                        blank=True, related_name="meeting_notes", to="arenden.case"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting_notes",
                        to="parties.organisation",
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
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                        choices=[("incoming", "In"), ("outgoing", "Ut"), ("internal", "Upprättad")],
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
                ("title_public", models.TextField(blank=True, verbose_name="offentlig rubrik")),
                ("registered_on", models.DateField()),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="inkommen")),
                ("received_on_unknown", models.CharField(blank=True, max_length=200)),
                (
                    "established_on",
                    models.DateField(blank=True, null=True, verbose_name="upprättad"),
                ),
                (
                    "dispatched_on",
                    models.DateField(blank=True, null=True, verbose_name="expedierad"),
                ),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="daterad")),
                (
                    "date_text",
                    models.CharField(blank=True, max_length=80, verbose_name="datum som det står"),
                ),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="ort")),
                ("annulled_reason", models.TextField(blank=True)),
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
            ],
            options={
                "ordering": ("running_number",),
                "indexes": [
                    models.Index(fields=["registered_on"], name="document_by_registration")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="document_titled"
                    ),
                    models.UniqueConstraint(
                        fields=("case", "running_number"), name="document_number_once"
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
                        fields=("note", "running_number"), name="note_document_number_once"
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="daterat")),
                ("date_text", models.CharField(blank=True, max_length=80)),
                ("is_received", models.BooleanField(default=False)),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="inkommet")),
                (
                    "handed_over_on",
                    models.DateField(blank=True, null=True, verbose_name="överlämnat"),
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="arenden.document",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_on__isnull", True), ("is_received", True), _connector="OR"
                        ),
                        name="answer_with_day_is_received",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("handed_over_on__isnull", True), ("is_received", True), _connector="OR"
                        ),
                        name="answer_received_before_handed_over",
                    ),
                    models.UniqueConstraint(fields=("case", "ordinal"), name="answer_ordinal_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("title_printed", models.TextField(blank=True, verbose_name="rubrik")),
                ("preamble", models.TextField(blank=True, verbose_name="inledning")),
                (
                    "questions_intro",
                    models.TextField(blank=True, verbose_name="inledning till svaren"),
                ),
                ("closing", models.TextField(blank=True, verbose_name="avslutning")),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="wordings",
                        to="arenden.answer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("title", models.TextField(verbose_name="rubrik")),
                ("title_public", models.TextField(blank=True, verbose_name="offentlig rubrik")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="inkommen")),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="daterad")),
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
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="wordings",
                        to="arenden.document",
                    ),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="arenden.document",
                    ),
                ),
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
            name="MinutesItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="paragraf")),
                ("suffix", models.CharField(blank=True, max_length=5)),
                ("title_printed", models.TextField(blank=True, verbose_name="rubrik")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes_items",
                        to="parties.body",
                    ),
                ),
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
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes_items",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ("meeting_id", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number", "suffix"), name="paragraph_once_a_meeting"
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
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                            ("referred", "Remiss för beredning"),
                            ("reported_open", "Redovisad obesvarad"),
                            ("announced", "Anmälan"),
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
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="parties.body",
                    ),
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
                    "minutes_item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="arenden.minutesitem",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on__isnull", False), ("decided_on_unknown", "")),
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
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="arenden.minutesitem",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("item", "position"), name="section_order"),
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True), name="section_keyed"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NonParticipation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            ],
        ),
        migrations.CreateModel(
            name="NoteInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1)),
                ("when_text", models.CharField(max_length=120)),
                ("at", models.DateTimeField(blank=True, null=True)),
                ("year_is_inferred", models.BooleanField(default=False)),
                ("channel", models.CharField(blank=True, max_length=80)),
                ("invited", models.TextField(blank=True)),
                ("occasion", models.TextField(blank=True)),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="arenden.meetingnote",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("note", "position"), name="invitation_order")
                ],
            },
        ),
        migrations.CreateModel(
            name="NoteSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("note", "position"), name="note_section_order"),
                    models.CheckConstraint(
                        condition=models.Q(("heading", ""), ("text", ""), _negated=True),
                        name="note_section_says_something",
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reset_period", models.PositiveIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counters",
                        to="arenden.numberseries",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("series", "reset_period"), name="counter_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="NumberTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pattern", models.CharField(max_length=60, verbose_name="mönster")),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="templates",
                        to="arenden.numberseries",
                    ),
                ),
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
            name="PrepStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("on_date", models.DateField(blank=True, null=True)),
                ("paragraph_printed", models.CharField(blank=True, max_length=20)),
                ("lead_text_printed", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.body",
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
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("actor_printed", ""), _negated=True),
                        name="prep_step_has_actor",
                    ),
                    models.UniqueConstraint(fields=("case", "position"), name="prep_step_order"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                ("lead_text_printed", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("is_withdrawn", models.BooleanField(default=False)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="arenden.case",
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
                    "target",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="about_it",
                        to="arenden.proposal",
                    ),
                ),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="arenden.proposal",
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
            name="DecisionPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("label_printed", models.CharField(blank=True, max_length=20)),
                ("has_att", models.BooleanField(default=False)),
                ("text", models.TextField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("approved", "Bifall"),
                            ("rejected", "Avslag"),
                            ("partly_approved", "Delvis bifall"),
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
                        related_name="points",
                        to="arenden.decision",
                    ),
                ),
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
            name="PropositionStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="arenden.case",
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
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="won_steps",
                        to="arenden.proposal",
                    ),
                ),
            ],
            options={
                "ordering": ("ordinal",),
                "constraints": [
                    models.UniqueConstraint(fields=("case", "ordinal"), name="step_ordinal_once"),
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
                            models.Q(("outcome__isnull", False), ("outcome_is_rejection", False)),
                            models.Q(("outcome__isnull", True), ("outcome_is_rejection", True)),
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="arenden.propositionstep",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("step", "position"), name="option_order"),
                    models.UniqueConstraint(
                        fields=("step", "proposal"), name="option_once", nulls_distinct=False
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
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("label_printed", models.CharField(blank=True, max_length=20)),
                ("text", models.TextField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="arenden.case",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="question_asked"
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
            name="AnswerPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
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
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="arenden.answer",
                    ),
                ),
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
                ("text", models.TextField()),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="wordings",
                        to="arenden.answerpart",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="QuestionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("text", models.TextField()),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="wordings",
                        to="arenden.question",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "recipient_printed",
                    models.CharField(max_length=160, verbose_name="remissinstans"),
                ),
                ("sent_on", models.DateField(verbose_name="skickad")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="svar senast")),
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
                    models.DateField(blank=True, null=True, verbose_name="yttrande inkommet"),
                ),
                ("text", models.TextField(blank=True, verbose_name="yttrande")),
                ("reason", models.TextField(blank=True, verbose_name="skäl")),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referrals",
                        to="arenden.case",
                    ),
                ),
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
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("answer", "Interpellationen ska besvaras"),
                            ("decision", "Beslut eller redovisning i fullmäktige"),
                            ("referral", "Yttrande ska vara inne"),
                            ("task", "Uppdrag ska återrapporteras"),
                        ],
                        max_length=15,
                    ),
                ),
                ("original_due_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("explanation", models.TextField()),
                ("source", models.CharField(blank=True, max_length=160)),
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
                ("moved_reason", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadlines",
                        to="arenden.case",
                    ),
                ),
                (
                    "referral",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadline",
                        to="arenden.referral",
                    ),
                ),
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
                        condition=models.Q(("explanation", ""), _negated=True),
                        name="deadline_explained",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("met_at__isnull", False), ("status", "met")),
                            models.Q(
                                models.Q(("status", "met"), _negated=True), ("met_at__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="met_deadline_has_instant",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("referral__isnull", True), ("status", "open")),
                        fields=("case", "purpose"),
                        name="one_open_deadline_a_purpose",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reservation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("printed", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
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
            ],
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="parties.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "sha256"), name="source_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceSpan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("model", models.CharField(blank=True, max_length=40)),
                ("row", models.PositiveBigIntegerField(null=True)),
                ("field", models.CharField(blank=True, max_length=60)),
                ("furniture", models.CharField(blank=True, max_length=60)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spans",
                        to="arenden.source",
                    ),
                ),
            ],
            options={
                "ordering": ("start", "end"),
                "indexes": [models.Index(fields=["model", "row"], name="span_of_row")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="span_not_empty"
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
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
            name="AgentSnapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    models.CharField(blank=True, max_length=160, verbose_name="organisation"),
                ),
                ("note_printed", models.CharField(blank=True, max_length=160)),
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
                    "answer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agents",
                        to="arenden.answer",
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
                    "note",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agents",
                        to="arenden.meetingnote",
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
            ],
            options={
                "ordering": ("capacity", "position"),
                "indexes": [models.Index(fields=["person", "capacity"], name="agent_by_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name_printed", ""), _negated=True), name="agent_named"
                    ),
                    models.UniqueConstraint(
                        fields=("answer", "capacity", "position"), name="agent_order_answer"
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
                        fields=("document", "capacity", "position"), name="agent_order_document"
                    ),
                    models.UniqueConstraint(
                        fields=("proposal", "capacity", "position"), name="agent_order_proposal"
                    ),
                    models.UniqueConstraint(
                        fields=("reservation", "capacity", "position"),
                        name="agent_order_reservation",
                    ),
                    models.UniqueConstraint(
                        fields=("statement", "capacity", "position"), name="agent_order_statement"
                    ),
                    models.UniqueConstraint(
                        fields=("non_participation", "capacity", "position"),
                        name="agent_order_non_participation",
                    ),
                    models.UniqueConstraint(
                        fields=("note", "capacity", "position"), name="agent_order_note"
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
                ("name_printed", models.CharField(max_length=200, verbose_name="namn")),
                (
                    "party_printed",
                    models.CharField(blank=True, max_length=40, verbose_name="parti"),
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
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="wordings",
                        to="arenden.agentsnapshot",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("responsible_printed", models.CharField(max_length=160, verbose_name="ansvarig")),
                ("text", models.TextField(verbose_name="uppdrag")),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "due_precision",
                    models.CharField(
                        choices=[("day", "Dag"), ("month", "Månad")], default="day", max_length=5
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
                    "responsible_body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="parties.body",
                    ),
                ),
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
