"""Reminders: rules, settings and choices, what waits and what was sent; the first rules."""

import datetime as dt
import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.utils import timezone

from ärenden.reminding import default_rules


def add_default_rules(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    rows = apps.get_model("arenden", "ReminderRule")
    for organisation in apps.get_model("parties", "Organisation").objects.all():
        rows.objects.bulk_create(
            rows(
                organisation=organisation,
                purpose=rule.purpose or "",
                trigger=rule.trigger,
                n=rule.timing.n,
                unit=rule.timing.unit,
                side=rule.timing.side,
                at=rule.timing.at,
                audience=rule.audience,
                wanted=rule.wanted,
                is_escalation=rule.is_escalation,
                made_at=timezone.now(),
            )
            for rule in default_rules()
        )


class Migration(migrations.Migration):
    dependencies = [
        ("arenden", "0021_deadline_rows"),
        ("parties", "0009_public_site"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReminderMail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("address", models.EmailField(max_length=254)),
                ("message_id", models.CharField(max_length=250, unique=True)),
                ("subject", models.CharField(max_length=250)),
                ("text", models.TextField()),
                ("sent_at", models.DateTimeField()),
                ("bounced_at", models.DateTimeField(blank=True, null=True)),
                ("bounce", models.TextField(blank=True)),
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
            ],
            options={
                "ordering": ("-sent_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ReminderRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                            ("group_leader", "Gruppledaren för den som har lämnat in ärendet"),
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
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminder_rules",
                        to="parties.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("purpose", "side", "-n", "id"),
            },
        ),
        migrations.CreateModel(
            name="ReminderChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_wanted", models.BooleanField()),
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
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("due_at", models.DateTimeField()),
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
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(blank=True, null=True)),
                ("error", models.TextField(blank=True)),
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
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="parties.organisation",
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
                (
                    "rule",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="arenden.reminderrule",
                    ),
                ),
            ],
            options={
                "ordering": ("send_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ReminderSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "by_mail",
                    models.BooleanField(default=True, verbose_name="påminnelser med e-post"),
                ),
                (
                    "digest_at",
                    models.TimeField(
                        blank=True, null=True, verbose_name="samlat en gång om dagen, kl."
                    ),
                ),
                (
                    "quiet_from",
                    models.TimeField(default=dt.time(21, 0), verbose_name="inga mejl från kl."),
                ),
                (
                    "quiet_until",
                    models.TimeField(default=dt.time(7, 0), verbose_name="till kl."),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="parties.organisation"
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
            ],
        ),
        migrations.AddIndex(
            model_name="remindermail",
            index=models.Index(fields=["organisation", "-sent_at"], name="reminder_mails_in_order"),
        ),
        migrations.AddConstraint(
            model_name="reminderrule",
            constraint=models.UniqueConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="reminderrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_escalation", False), ("wanted", "always"), _connector="OR"),
                name="escalation_always_goes",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("trigger", "moved"), models.Q(("purpose", ""), _negated=True), _connector="OR"
                ),
                name="timed_rule_has_purpose",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderchoice",
            constraint=models.UniqueConstraint(
                fields=("rule", "user"), name="reminder_choice_once"
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=models.Q(("status", "waiting")),
                fields=["send_at"],
                name="reminders_to_send",
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=models.Q(("status", "waiting")),
                fields=["recipient", "organisation", "send_at"],
                name="reminders_of_recipient",
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(fields=["organisation", "-closed_at"], name="reminders_closed"),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                fields=("deadline", "rule", "recipient", "due_at"), name="reminder_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mail__isnull", False), ("status__in", ("sent", "bounced"))),
                    models.Q(
                        models.Q(("status__in", ("sent", "bounced")), _negated=True),
                        ("mail__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="sent_reminder_has_mail",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("status__in", ("waiting", "held"))),
                    models.Q(
                        models.Q(("status__in", ("waiting", "held")), _negated=True),
                        ("closed_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="closed_reminder_has_instant",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ("waiting", "sent", "bounced")),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="unsent_reminder_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="remindersettings",
            constraint=models.UniqueConstraint(
                fields=("user", "organisation"), name="reminder_settings_once"
            ),
        ),
        migrations.RunPython(add_default_rules, migrations.RunPython.noop),
    ]
