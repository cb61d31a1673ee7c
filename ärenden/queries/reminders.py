"""Reminders as their pages show them: only those of cases that the reader may read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Count,
    ExpressionWrapper,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, JSONObject, TruncDate

from accounts.models import User
from accounts.roles import Verb
from kernel.models import Heartbeat
from kernel.text import key_of
from parties.models import Organisation
from ärenden import numbers
from ärenden.access import bodies_open_to, open_to, visible_to
from ärenden.choices import ReminderStatus
from ärenden.deadlines import STOCKHOLM
from ärenden.draft_access import submissions_of_office
from ärenden.models import Case, Reminder, ReminderChoice, ReminderSettings
from ärenden.models.reminders import LEFT, OPEN
from ärenden.queries.secrecy import withheld_names
from ärenden.reminding import MADE_AHEAD, WORK, Hours

TROUBLE = (ReminderStatus.FAILED, ReminderStatus.BOUNCED)


def reminders_in(organisation: Organisation) -> QuerySet[Reminder]:
    return Reminder.objects.filter(organisation=organisation)


def readable_by(user: User, organisation: Organisation, *, on: date) -> QuerySet[Reminder]:
    """Those of cases that it may read, of what its office registers, and of all meetings."""
    cases = Q(deadline__case__in=visible_to(user, on=on))
    papers = Q(deadline__submission__in=submissions_of_office(user, on=on))
    meetings = Q(deadline__meeting__isnull=False)
    return reminders_in(organisation).filter(cases | papers | meetings)


def shown_to(user: User, rows: QuerySet[Reminder], *, on: date) -> QuerySet[Reminder]:
    """With all that a line says, and which ones the account may order."""
    cases = Q(deadline__case__in=open_to(user, Verb.PREPARE, on=on))
    meetings = Q(deadline__meeting__body__in=bodies_open_to(user, Verb.MEETING, on=on))
    papers = Q(deadline__submission__body__in=bodies_open_to(user, Verb.REGISTER, on=on))
    return rows.select_related(
        *("recipient", "rule", "mail", "deadline__case", "deadline__submission__case"),
        *("deadline__referral", "deadline__meeting__body"),
    ).annotate(
        may_order=ExpressionWrapper(cases | meetings | papers, output_field=BooleanField()),
    )


def retold(rows: Iterable[Reminder], organisation: Organisation) -> list[Reminder]:
    """Rows, not to be saved, without the names of those with protected identity."""
    withheld = withheld_names(organisation.pk)
    found = withheld.reworded(rows, "ordered_by", "reason")
    papers = [row.deadline.submission for row in found if row.deadline.submission]
    withheld.reworded(papers, "title")
    return found


def coming(rows: QuerySet[Reminder], *, now: datetime) -> QuerySet[Reminder]:
    """What is unsent of the next two weeks, by day and person."""
    unsent = rows.filter(status__in=OPEN, send_at__lte=now + MADE_AHEAD)
    return unsent.order_by(
        TruncDate("send_at", tzinfo=STOCKHOLM), "recipient__name", "recipient_id", "send_at", "id"
    )


def ended(rows: QuerySet[Reminder]) -> QuerySet[Reminder]:
    """What has been sent, or never will be, the latest first."""
    return rows.exclude(status__in=OPEN).order_by("-closed_at", "recipient__name", "id")


def of_case(rows: QuerySet[Reminder], typed: str) -> QuerySet[Reminder]:
    """Those of one case: by its diary number as typed, or by the id that a link holds."""
    return rows.filter(deadline__case__in=Case.objects.filter(_called(typed)))


def case_called(user: User, organisation: Organisation, typed: str, *, on: date) -> Case | None:
    """The case that a filter names, for its caption."""
    return visible_to(user, on=on).filter(_called(typed), organisation=organisation).first()


def _called(typed: str) -> Q:
    key = key_of(typed)
    return Q(public_id=key) if key else Q(dnr_key=numbers.key(typed))


def recipients_of(rows: QuerySet[Reminder]) -> list[tuple[str, str]]:
    """To whom the reminders go, by public id; whoever is protected has no name here."""
    named = rows.filter(recipient__kept_name="").order_by("recipient__name", "recipient_id")
    found = named.values_list("recipient__public_id", "recipient__name").distinct()
    return [(str(key), name) for key, name in found]


@dataclass(frozen=True)
class Wishes:
    """What the recipients of some reminders have chosen, in two queries."""

    settings: dict[int, ReminderSettings]
    declined: set[tuple[int, int]]

    def hours(self, row: Reminder) -> Hours:
        found = self.settings.get(row.recipient_id)
        return found.hours if found else Hours()

    def by_mail(self, row: Reminder) -> bool:
        found = self.settings.get(row.recipient_id)
        return found is None or found.by_mail


def wishes_of(rows: Iterable[Reminder], organisation: Organisation) -> Wishes:
    people = {row.recipient_id for row in rows}
    settings = ReminderSettings.objects.filter(organisation=organisation, user__in=people)
    choices = ReminderChoice.objects.filter(
        user__in=people, rule__organisation=organisation, is_wanted=False
    )
    return Wishes(
        settings={row.user_id: row for row in settings},
        declined=set(choices.values_list("user_id", "rule_id")),
    )


@dataclass(frozen=True, kw_only=True)
class Tally:
    """`last_run` is when both making and sending had last been done."""

    coming: int
    held: int
    trouble: int
    last_run: datetime | None


def tally(user: User, organisation: Organisation, *, now: datetime, on: date) -> Tally:
    """How many are coming, are held back, or went wrong the last two weeks; one query."""
    rows = readable_by(user, organisation, on=on).filter(
        Q(status__in=OPEN) | Q(status__in=TROUBLE, closed_at__gte=now - MADE_AHEAD)
    )
    soon = Q(status=ReminderStatus.WAITING, send_at__lte=now + MADE_AHEAD)
    counts = JSONObject(
        coming=Count("pk", filter=soon),
        held=Count("pk", filter=Q(status=ReminderStatus.HELD)),
        trouble=Count("pk", filter=Q(status__in=TROUBLE)),
    )
    told = rows.order_by().values("organisation").annotate(told=counts).values("told")
    asked = Organisation.objects.filter(pk=organisation.pk)
    signs = Heartbeat.objects.filter(name__in=WORK).values(of_all=Value(1))
    ran = signs.annotate(first=Min("at"), number=Count("pk")).filter(number=len(WORK))
    found, last_run = asked.values_list(Subquery(told), Subquery(ran.values("first"))).get()
    return Tally(**(found or {"coming": 0, "held": 0, "trouble": 0}), last_run=last_run)


def reminders_told() -> ArraySubquery:
    """The reminders of each deadline as the case page tells of them. For queries of deadlines."""
    rows = Reminder.objects.filter(
        deadline=OuterRef("pk"), status__in=(*OPEN, *LEFT, ReminderStatus.FAILED)
    )
    columns = JSONObject(
        status="status",
        trigger="rule__trigger",
        at=Coalesce("closed_at", "send_at"),
        to="recipient__name",
    )
    return ArraySubquery(rows.order_by("pk").values(told=columns))
