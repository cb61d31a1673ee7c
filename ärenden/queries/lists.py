"""What lists of cases and of documents show, in a number of queries that never grows."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import Case as When
from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Func,
    OrderBy,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models import When as Clause
from django.db.models.expressions import Expression
from django.db.models.functions import Cast, Coalesce, Collate, Concat, ExtractYear, Trim, TruncDate

from meetings.choices import MeetingStatus
from parties.models import Person
from ärenden.choices import Capacity, DeadlineStatus
from ärenden.models import AgentSnapshot, Case, Deadline, Decision
from ärenden.workflow.steps import OPEN

Rows: TypeAlias = QuerySet[Any, tuple[str, str, str, int]]
Key: TypeAlias = F | Expression

SOON = timedelta(days=7)
MOST_PEOPLE = 6
ASKING = (Capacity.SIGNATORY,)
ANSWERING = (Capacity.ADDRESSEE, Capacity.ANSWERER)
IS_OPEN = Q(state__in=OPEN)


@dataclass(frozen=True)
class Counted:
    """How many cases one choice of a facet has."""

    group: str
    key: str
    label: str
    count: int


def is_late(now: datetime) -> Exists:
    """Cases with an open deadline that has passed; late is derived, never stored."""
    return Exists(_open_deadlines().filter(due_at__lt=now))


def is_due_soon(now: datetime) -> Exists:
    return Exists(_open_deadlines().filter(due_at__gte=now, due_at__lt=now + SOON))


def put_by_party(abbreviation: str) -> Q:
    """Cases that someone of the party put, or someone on its behalf."""
    signed = _signatures().filter(case=OuterRef("pk"), letters=abbreviation)
    return Q(Exists(signed)) | Q(on_behalf_of__abbreviation=abbreviation)


def with_person(person: UUID, *, capacities: Collection[Capacity]) -> Q:
    """Cases in which the person stands in one of the capacities."""
    parts = AgentSnapshot.objects.filter(case=OuterRef("pk"), capacity__in=capacities)
    return Q(Exists(parts.filter(person__public_id=person)))


def facets(
    cases_of: Callable[[str], QuerySet[Case]], *, shown: Mapping[str, Q], now: datetime
) -> list[Counted]:
    """Every facet in one query; `cases_of(group)` are the cases with the other filters on.

    The group "" is the whole answer; `shown` are the choices of "visa" but for all of them.
    Only what the given cases have is counted, so that no choice and no number tells of a case
    that one may not see.
    """
    return _together(
        _one("", "", cases_of("")),
        _one("visa", "alla", cases_of("visa")),
        *(_one("visa", key, cases_of("visa").filter(rule)) for key, rule in shown.items()),
        _each("typ", F("case_type"), Value(""), cases_of("typ")),
        _each("tillstand", F("phase"), Value(""), cases_of("tillstand")),
        _each("organ", F("body__abbreviation"), F("body__name"), cases_of("organ")),
        _people("fran", ASKING, cases_of("fran")),
        _people("till", ANSWERING, cases_of("till")),
        _signed(cases_of("parti")),
        _on_behalf(cases_of("parti")),
        _each("ar", ExtractYear("registered_on"), Value(""), cases_of("ar")),
        _one("frist", "forsenade", cases_of("frist").filter(is_late(now))),
        _one("frist", "inom-sju-dagar", cases_of("frist").filter(is_due_soon(now))),
    )


def tally(*, parties_of: QuerySet[Case], views: Mapping[str, QuerySet[Case]]) -> list[Counted]:
    """How many of some cases each party put, and how many each named selection has."""
    return _together(
        _signed(parties_of),
        _on_behalf(parties_of),
        *(_one("vy", key, cases) for key, cases in views.items()),
    )


def put_by_members(people: QuerySet[Person]) -> Q:
    """Cases that one of the people put, where no party is told of."""
    signed = _signatures().filter(case=OuterRef("pk"), letters="", person__in=people)
    return Q(Exists(signed))


def listed(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with what a row shows: names, number or why not, and the next date."""
    names = AgentSnapshot.objects.filter(capacity__in=(*ASKING, *ANSWERING)).select_related(
        "person", "party"
    )
    rows = cases.select_related("on_behalf_of").prefetch_related(Prefetch("agents", names))
    return dated(rows)


def dated(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with what they wait for, or when they were decided."""
    due = _open_deadlines().order_by("due_at")
    decided = Decision.objects.filter(case=OuterRef("pk")).order_by("-decided_on", "-id")
    return cases.annotate(
        due_at=Subquery(due.values("due_at")[:1]),
        due_purpose=Subquery(due.values("purpose")[:1]),
        meets_on=meets_on(),
        decided_on=Subquery(decided.values("decided_on")[:1]),
        paragraph=Subquery(decided.values("minutes_item__number")[:1]),
    )


def ordered(cases: QuerySet[Case], order: str) -> QuerySet[Case]:
    """`nummer`, `registrerad`, `datum` or `rubrik`, backwards with a minus before it."""
    name = order.removeprefix("-")
    backwards = order.startswith("-")
    keys = [OrderBy(key, descending=backwards, nulls_last=True) for key in ORDERS[name]()]
    return cases.order_by(*keys, "-id")


ORDERS: dict[str, Callable[[], list[F | Expression]]] = {
    "nummer": lambda: [
        *(F(f"dnr_parts__{part}") for part in ("series", "year", "month", "sequence")),
        F("dnr_key"),
    ],
    "registrerad": lambda: [F("registered_on")],
    "datum": lambda: [_next_day()],
    "rubrik": lambda: [Collate(Func(F("title"), function="sv_sort_key"), "C")],
}


def meets_on() -> When:
    """The day of the meeting that is to take the case up; a cancelled one takes up nothing."""
    cancelled = Q(target_meeting__status=MeetingStatus.CANCELLED)
    return When(Clause(~cancelled, then=F("target_meeting__held_on")), output_field=DateField())


def _open_deadlines() -> QuerySet[Deadline]:
    return Deadline.objects.filter(case=OuterRef("pk"), status=DeadlineStatus.OPEN)


def _next_day() -> When:
    """The day that an open case waits for; a finished one waits for none."""
    due = Subquery(_open_deadlines().order_by("due_at").values("due_at")[:1])
    waited_for = Coalesce(TruncDate(due), meets_on())
    return When(Clause(IS_OPEN, then=waited_for), output_field=DateField())


def _together(first: Rows, *others: Rows) -> list[Counted]:
    return [Counted(*row) for row in first.union(*others, all=True)]


def _one(group: str, key: str, cases: QuerySet[Case]) -> Rows:
    return _counts(cases, group, Value(key), Value(""), of="pk")


def _each(group: str, key: Key, label: Key, cases: QuerySet[Case]) -> Rows:
    return _counts(cases, group, key, label, of="pk")


def _people(group: str, capacities: Collection[Capacity], cases: QuerySet[Case]) -> Rows:
    """Those who stand in most of the cases."""
    parts = AgentSnapshot.objects.filter(
        capacity__in=capacities,
        person__has_protected_identity=False,
        case__in=cases.values("pk"),
    )
    name = Trim(Concat("person__given_name", Value(" "), "person__family_name"))
    counted = _counts(parts, group, F("person__public_id"), name, of="case")
    return counted.order_by("-number", "label")[:MOST_PEOPLE]


def _signatures() -> QuerySet[Any]:
    """Signatures with the letters of their party: the one linked to, else the one in print.

    Of someone with a protected identity no party is told.
    """
    printed = Func(F("party_printed"), Value("()[] "), function="btrim")
    untold = Clause(person__has_protected_identity=True, then=Value(""))
    letters = When(untold, default=Coalesce("party__abbreviation", printed))
    return AgentSnapshot.objects.filter(capacity=Capacity.SIGNATORY).annotate(letters=letters)


def _signed(cases: QuerySet[Case]) -> Rows:
    """Parties by those who signed; a case that two of a party signed counts once."""
    signed = _signatures().filter(case__in=cases.values("pk")).exclude(letters="")
    return _counts(signed, "parti", F("letters"), Value(""), of="case")


def _on_behalf(cases: QuerySet[Case]) -> Rows:
    """Parties that a case was put for, where no signature tells of the same party."""
    letters = OuterRef("on_behalf_of__abbreviation")
    signed = _signatures().filter(case=OuterRef("pk"), letters=letters)
    unsigned = cases.filter(~Exists(signed), on_behalf_of__isnull=False)
    return _counts(unsigned, "parti", F("on_behalf_of__abbreviation"), Value(""), of="pk")


def _counts(rows: QuerySet[Any], group: str, key: Key, label: Key, *, of: str) -> Rows:
    """Rows of (group, key, label, count), alike in every branch of the union."""
    named = rows.order_by().values(
        facet=Value(group),
        key=Cast(key, CharField()),
        label=Cast(label, CharField()),
    )
    counted = named.annotate(number=Count(of, distinct=True))
    found: Rows = counted.values_list("facet", "key", "label", "number")
    return found
