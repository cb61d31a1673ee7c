"""The open motions of a council, as its motionsbalans tells of them today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import JSONObject

from accounts.models import User
from accounts.roles import Verb
from parties.choices import BodyKind
from parties.models import Body, Organisation
from ärenden import access, deadlines
from ärenden.choices import (
    Capacity,
    CaseType,
    DecisionNature,
    PrepAction,
    ProposalSource,
    Proposed,
    ReferralStatus,
    State,
)
from ärenden.deadlines import NextReport
from ärenden.models import (
    AgentSnapshot,
    BalanceNote,
    Case,
    CaseEvent,
    Decision,
    PrepStep,
    Proposal,
    Referral,
)
from ärenden.queries.prospects import Timetable
from ärenden.queries.published_texts import title_of
from ärenden.queries.rules import rules_told
from ärenden.queries.secrecy import NOTHING, Withheld, withheld_names
from ärenden.workflow import Action
from ärenden.workflow.balance import Asked, Open, Prepared, place, shown
from ärenden.workflow.steps import IN_PREPARATION

RAISED_AND_OPEN = frozenset({State.RAISED}) | IN_PREPARATION
REPORTED_TYPES = (CaseType.MOTION, CaseType.CITIZEN_PROPOSAL)
OWN_WORDS = (ProposalSource.MOTION, ProposalSource.COUNCILLOR)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An open motion with values that can be frozen as they are.

    `shown` is what someone wrote, or else what the register tells, as it may be read.
    """

    case: Case
    case_type: CaseType
    number: str
    title: str
    signers: Sequence[str]
    raised_on: date | None
    year_ends_on: date | None
    place: str
    shown: str
    proposed: Proposed
    written: BalanceNote | None
    may_write: bool


@dataclass(frozen=True)
class Balance:
    """The oldest first; `secret` are the cases that a public paper cannot tell of."""

    entries: list[Entry]
    secret: list[Case]


def council_of(organisation: Organisation) -> Body | None:
    """Fullmäktige; None where the organisation has none."""
    return organisation.bodies.filter(kind=BodyKind.COUNCIL).order_by("-period", "pk").first()


def timetable_of(council: Body) -> Timetable:
    """The council's own, its rules and closed days in one query."""
    told = Body.objects.values_list(rules_told("organisation")).get(pk=council.pk)
    return Timetable(council.organisation_id, told=told[0])


def next_report_of(council: Body, *, on: date) -> NextReport | None:
    """The occasion that the council's own rules set for the report."""
    timetable = timetable_of(council)
    return next_report_among(timetable.meetings(council), timetable=timetable, on=on)


def next_report_among(
    meetings: Sequence[deadlines.Meeting], *, timetable: Timetable, on: date
) -> NextReport | None:
    """The same, among the council's coming meetings."""
    return deadlines.next_report(
        timetable.rules(on), today=on, meetings=meetings, calendar=timetable.calendar
    )


def balance_of(council: Body, *, user: User, on: date) -> Balance:
    """The council's open motions and medborgarförslag that the account may read."""
    cases = access.visible_to(user, on=on).filter(body=council)
    told = _told(access.with_verbs(cases, user, (Verb.PREPARE,), on=on))
    rows = list(told.order_by(F("raised_on").asc(nulls_first=True), "pk"))
    withheld = _withheld(rows)
    return Balance(
        entries=[_entry(row, on, withheld) for row in rows if not row.is_secret],
        secret=[row for row in rows if row.is_secret],
    )


def entry_of(case: Case, *, user: User, on: date) -> Entry | None:
    """The one motion as the report tells of it; None when it is not one to report."""
    one = access.with_verbs(Case.objects.filter(pk=case.pk), user, (Verb.PREPARE,), on=on)
    row: Any = _told(one).first()
    return _entry(row, on, _withheld([row])) if row and not row.is_secret else None


def _withheld(rows: Sequence[Any]) -> Withheld:
    """The protected names; asked for only where something is told in the words of someone."""
    is_worded = any(row.prepared or hasattr(row, "balance_note") for row in rows)
    return withheld_names(rows[0].organisation_id) if is_worded else NOTHING


def _told(cases: QuerySet[Case, Any]) -> QuerySet[Case, Any]:
    """Open motions with all that the report says of them, but for their signers in one query."""
    mine = {"case": OuterRef("pk")}
    asked = Referral.objects.filter(**mine).order_by("sent_on", "pk")
    steps = PrepStep.objects.filter(**mine).order_by("position")
    reported = Decision.objects.filter(nature=DecisionNature.REPORTED_OPEN, **mine)
    proposals = Proposal.objects.filter(is_withdrawn=False, **mine).exclude(source__in=OWN_WORDS)
    signers = AgentSnapshot.objects.filter(capacity=Capacity.SIGNATORY)
    open_ones = cases.filter(case_type__in=REPORTED_TYPES, state__in=RAISED_AND_OPEN)
    return (
        open_ones.select_related("preparing_body", "deciding_body", "on_behalf_of", "balance_note")
        .prefetch_related(Prefetch("agents", signers.select_related("person"), "signers"))
        .annotate(
            is_secret=ExpressionWrapper(access.is_secret(), output_field=BooleanField()),
            asked=ArraySubquery(asked.values(told=JSONObject(**ASKED))),
            prepared=ArraySubquery(steps.values(told=JSONObject(**PREPARED))),
            has_proposal=Exists(proposals),
            since=Subquery(_turns().values("happened_on")[:1]),
            reported_on=Subquery(reported.order_by("-decided_on").values("decided_on")[:1]),
        )
    )


ASKED = {
    "whom": "recipient_printed",
    "status": "status",
    "due_on": "due_on",
    "answered_on": "answered_on",
}
PREPARED = {"action": "action", "by": "actor_printed", "day": "on_date"}


def _turns() -> QuerySet[CaseEvent]:
    """What brought a case to where it is, the last first."""
    moved = ~Q(state_before=F("state_after")) | Q(action__in=(Action.PREPARE, Action.ENTRUST))
    return CaseEvent.objects.filter(moved, case=OuterRef("pk")).order_by("-version")


def _entry(row: Any, on: date, withheld: Withheld) -> Entry:
    """As it may be read: what is frozen of it names no one with protected identity."""
    note = getattr(row, "balance_note", None)
    withheld.reworded([note] if note else [], "written_by_name")
    told = _as_open(row)
    kind = CaseType(row.case_type)
    raised = row.raised_on
    calendar = deadlines.Calendar()
    return Entry(
        case=row,
        case_type=kind,
        number=row.dnr or "Utan diarienummer",
        title=title_of(row),
        signers=_signers(row),
        raised_on=raised,
        year_ends_on=raised and deadlines.year_of(kind, raised_on=raised, calendar=calendar),
        place=withheld.told(place(told)),
        shown=withheld.told((note.shown if note else "") or shown(told, on=on)),
        proposed=Proposed(note.proposed) if note else Proposed.CONTINUE,
        written=note,
        may_write=row.may_prepare,
    )


def _signers(row: Any) -> list[str]:
    names = list(dict.fromkeys(agent.in_public for agent in row.signers))
    return names or ([row.on_behalf_of.name] if row.on_behalf_of else [])


def _as_open(row: Any) -> Open:
    entrusted = row.deciding_body if row.deciding_body_id != row.body_id else None
    return Open(
        state=State(row.state),
        preparing=row.preparing_body.name if row.preparing_body else "",
        entrusted=entrusted.name if entrusted else "",
        since=row.since,
        asked=[_asked(each) for each in row.asked],
        prepared=[_prepared(each) for each in row.prepared],
        has_proposal=row.has_proposal,
        reported_on=row.reported_on,
    )


def _asked(told: Mapping[str, Any]) -> Asked:
    status = ReferralStatus(told["status"])
    came = told["answered_on"] if status == ReferralStatus.ANSWERED else told["due_on"]
    return Asked(whom=told["whom"], status=status, day=_day(came))


def _prepared(told: Mapping[str, Any]) -> Prepared:
    return Prepared(action=PrepAction(told["action"]), by=told["by"], day=_day(told["day"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
