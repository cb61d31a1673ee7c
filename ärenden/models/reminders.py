"""Who is reminded of what and when, what waits to be sent, and what was sent."""

from django.db import models
from django.db.models import Q

from accounts.models import User
from kernel.models import PublicModel
from parties.models import Organisation
from ärenden.choices import (
    Audience,
    DeadlineStatus,
    Purpose,
    ReminderStatus,
    Side,
    Trigger,
    Unit,
    Wanted,
)
from ärenden.models.deadlines import Deadline
from ärenden.reminding import MORNING, QUIET_FROM, QUIET_UNTIL, Hours, Timing

OPEN = (ReminderStatus.WAITING, ReminderStatus.HELD)
LEFT = (ReminderStatus.SENT, ReminderStatus.BOUNCED)


class ReminderRule(PublicModel):
    """An organisation's rule; a changed one is a new row, so that what was sent keeps its own.

    An empty purpose is every purpose. It tells of nothing that was due before it was made.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="reminder_rules")
    purpose = models.CharField("vad", max_length=15, choices=Purpose, blank=True)
    trigger = models.CharField("när", max_length=10, choices=Trigger, default=Trigger.TIME)
    n = models.PositiveSmallIntegerField("antal", default=0)
    unit = models.CharField("enhet", max_length=15, choices=Unit, default=Unit.DAYS)
    side = models.CharField("före eller efter", max_length=10, choices=Side, default=Side.BEFORE)
    at = models.TimeField("klockslag", default=MORNING)
    audience = models.CharField("till vem", max_length=20, choices=Audience)
    wanted = models.CharField(
        "får väljas bort", max_length=10, choices=Wanted, default=Wanted.UNLESS_DECLINED
    )
    is_escalation = models.BooleanField("när det brådskar eller är för sent", default=False)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("purpose", "side", "-n", "id")
        constraints = (
            models.UniqueConstraint(
                *("organisation", "purpose", "trigger", "n", "unit", "side", "audience"),
                condition=Q(ended_at__isnull=True),
                name="reminder_rule_once",
            ),
            models.CheckConstraint(
                condition=Q(is_escalation=False) | Q(wanted=Wanted.ALWAYS),
                name="escalation_always_goes",
            ),
            models.CheckConstraint(
                condition=~Q(trigger=Trigger.TIME) | ~Q(purpose=""),
                name="timed_rule_has_purpose",
            ),
        )

    def __str__(self) -> str:
        return f"{Audience(self.audience).label}, {self.when}"

    @property
    def when(self) -> str:
        """`5 dagar före`, `när datumet har flyttats`."""
        if self.trigger == Trigger.TIME:
            return str(self.timing)
        return Trigger(self.trigger).label.lower()

    @property
    def timing(self) -> Timing:
        return Timing(n=self.n, unit=Unit(self.unit), side=Side(self.side), at=self.at)


class ReminderSettings(models.Model):
    """How a person wants her reminders from an organisation; without a row the usual hours."""

    user = models.ForeignKey(User, models.PROTECT, related_name="reminder_settings")
    organisation = models.ForeignKey(Organisation, models.PROTECT)
    by_mail = models.BooleanField("påminnelser med e-post", default=True)
    digest_at = models.TimeField("samlat en gång om dagen, kl.", null=True, blank=True)
    quiet_from = models.TimeField("inga mejl från kl.", default=QUIET_FROM)
    quiet_until = models.TimeField("till kl.", default=QUIET_UNTIL)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user", "organisation"], name="reminder_settings_once"),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.organisation}"

    @property
    def hours(self) -> Hours:
        return Hours(
            quiet_from=self.quiet_from, quiet_until=self.quiet_until, digest_at=self.digest_at
        )


class ReminderChoice(models.Model):
    """That a person has declined a rule's reminders, or asked for those of one that is optional."""

    user = models.ForeignKey(User, models.PROTECT, related_name="reminder_choices")
    rule = models.ForeignKey(ReminderRule, models.PROTECT, related_name="choices")
    is_wanted = models.BooleanField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["rule", "user"], name="reminder_choice_once"),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.rule}: {self.is_wanted}"


class ReminderMail(PublicModel):
    """A mail as it left; whether it came back is told later by the mail server."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="reminder_mails")
    recipient = models.ForeignKey(User, models.PROTECT, related_name="reminder_mails")
    address = models.EmailField()
    message_id = models.CharField(max_length=250, unique=True)
    subject = models.CharField(max_length=250)
    text = models.TextField()
    sent_at = models.DateTimeField()
    bounced_at = models.DateTimeField(null=True, blank=True)
    bounce = models.TextField(blank=True)

    class Meta:
        ordering = ("-sent_at", "-id")
        indexes = (
            models.Index(fields=["organisation", "-sent_at"], name="reminder_mails_in_order"),
        )

    def __str__(self) -> str:
        return self.subject


class Reminder(PublicModel):
    """One person told of one deadline's date by one rule: once, however often anything is run.

    Rows of a deadline that has ended are closed by the same transaction; what was sent stays.
    `ordered_by` is who asked for it to be sent at once, or held back; `known_due_at` the date that
    the recipient knew before, of one that tells of a change: empty when she knew that there was
    none.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="reminders", db_index=False
    )
    deadline = models.ForeignKey(Deadline, models.CASCADE, related_name="reminders", db_index=False)
    rule = models.ForeignKey(ReminderRule, models.PROTECT, related_name="reminders", db_index=False)
    recipient = models.ForeignKey(User, models.PROTECT, related_name="reminders")
    due_at = models.DateTimeField()
    known_due_at = models.DateTimeField(null=True, blank=True)
    send_at = models.DateTimeField()
    status = models.CharField(max_length=12, choices=ReminderStatus, default=ReminderStatus.WAITING)
    reason = models.TextField(blank=True)
    ordered_by = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    mail = models.ForeignKey(
        ReminderMail, models.PROTECT, null=True, blank=True, related_name="reminders"
    )
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ("send_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["deadline", "rule", "recipient", "due_at"], name="reminder_once"
            ),
            models.CheckConstraint(
                condition=Q(status__in=LEFT, mail__isnull=False)
                | (~Q(status__in=LEFT) & Q(mail__isnull=True)),
                name="sent_reminder_has_mail",
            ),
            models.CheckConstraint(
                condition=Q(status__in=OPEN, closed_at__isnull=True)
                | (~Q(status__in=OPEN) & Q(closed_at__isnull=False)),
                name="closed_reminder_has_instant",
            ),
            models.CheckConstraint(
                condition=Q(status__in=(ReminderStatus.WAITING, *LEFT)) | ~Q(reason=""),
                name="unsent_reminder_has_reason",
            ),
        )
        indexes = (
            models.Index(
                fields=["send_at"],
                condition=Q(status=ReminderStatus.WAITING),
                name="reminders_to_send",
            ),
            models.Index(
                fields=["recipient", "organisation", "send_at"],
                condition=Q(status=ReminderStatus.WAITING),
                name="reminders_of_recipient",
            ),
            models.Index(fields=["organisation", "-closed_at"], name="reminders_closed"),
        )

    def __str__(self) -> str:
        return f"{self.recipient}, {self.rule}: {ReminderStatus(self.status).label}"

    @property
    def tells_lapse(self) -> bool:
        return self.rule.trigger == Trigger.LAPSED

    @property
    def is_true(self) -> bool:
        """Does its deadline still run, or of one that tells of a lapse, still wait?"""
        told = DeadlineStatus.WAITING if self.tells_lapse else DeadlineStatus.OPEN
        return self.deadline.status == told
