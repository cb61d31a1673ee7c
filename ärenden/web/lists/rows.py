"""A case as one row of a list: every text ready, nothing asked of the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from kernel.dates import clock, relative, short_date
from parties.colours import class_of
from ärenden.choices import AgentKind, CaseType, Purpose
from ärenden.deadlines import LAST_MINUTE
from ärenden.models import AgentSnapshot, Case
from ärenden.queries.lists import ANSWERING, ASKING
from ärenden.web.lists.facets import PHASES
from ärenden.workflow.steps import OPEN

CLOSE = 3  # days
WAITS_FOR: dict[str, str] = {
    Purpose.FORWARD: "skickas vidare",
    Purpose.ANSWER_IN: "svar",
    Purpose.ANSWER_TO_ASKER: "svar till frågeställaren",
    Purpose.ANSWER: "besvaras",
    Purpose.DECIDE: "beslut",
    Purpose.STATEMENT: "yttrande",
    Purpose.REPORT: "återrapport",
    Purpose.NOTIFY: "besked",
}


@dataclass(frozen=True)
class Who:
    """A name as printed, with the party that stands after it."""

    name: str
    has_party: bool
    party_abbr: str
    party_name: str
    party_class: str


@dataclass(frozen=True)
class NextDate:
    text: str = ""
    note: str = ""
    tone: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    anchor: str
    url: str
    number: str
    title: str
    kind: str
    other: str
    askers: list[Who]
    answerers: list[Who]
    phase: str
    state: str
    date_text: str
    date_note: str
    tone: str


def row_of(case: Any, *, organisation: str, now: datetime) -> Row:
    """The row of a case that `queries.lists.listed` found."""
    agents = list(case.agents.all())
    date = next_date(case, now)
    return Row(
        anchor=f"a-{case.public_id}",
        url=reverse("arenden:case", args=[organisation, case.public_id]),
        number=case.dnr or "Inget nummer",
        title=case.told_title,
        kind=_kind(case),
        other=_on_behalf(case),
        askers=[who(agent) for agent in agents if agent.capacity in ASKING],
        answerers=_answerers(agents),
        phase=case.phase,
        state=PHASES[case.phase],
        date_text=date.text,
        date_note=date.note,
        tone=date.tone,
    )


def who(agent: AgentSnapshot) -> Who:
    """The party that the name was linked to, else the letters that stand in print."""
    printed = agent.party_printed.strip("()[] ")
    abbreviation = agent.party.abbreviation if agent.party else printed.strip("–-")
    has_party = agent.kind == AgentKind.ELECTED and bool(agent.party or printed)
    return Who(
        name=agent.name,
        has_party=has_party and not agent.is_protected,
        party_abbr=abbreviation,
        party_name=agent.party.name if agent.party else abbreviation,
        party_class=class_of(abbreviation),
    )


def _answerers(agents: list[AgentSnapshot]) -> list[Who]:
    """Those who are to answer; until someone else is named, the one it is put to."""
    asked = [agent for agent in agents if agent.capacity in ANSWERING]
    last = [agent for agent in asked if agent.capacity == ANSWERING[-1]]
    return [who(agent) for agent in last or asked]


def _kind(case: Case) -> str:
    label = CaseType(case.case_type).label
    return label if case.dnr else f"{label} · utan diarienummer: {case.dnr_unknown}"


def _on_behalf(case: Case) -> str:
    return f"på uppdrag av {case.on_behalf_of.name}" if case.on_behalf_of else ""


def next_date(case: Any, now: datetime) -> NextDate:
    """What an open case waits for, or the day when a finished one was decided."""
    today = timezone.localdate(now)
    if case.state not in OPEN:
        return _decided(case, now)
    if case.due_at:
        return due(case.due_at, WAITS_FOR[case.due_purpose], now)
    if case.meets_on:
        return NextDate(short_date(case.meets_on, today=today), "sammanträde")
    return NextDate()


def due(due_at: datetime, what: str, now: datetime) -> NextDate:
    due, today = timezone.localtime(due_at), timezone.localdate(now)
    day = due.date()
    if day == today:
        hour = "" if due.time() == LAST_MINUTE else f" {clock(due.time())}"
        return NextDate(f"I dag{hour}", what, "late" if due_at < now else "soon")
    near = relative(day, today=today).capitalize()
    if day < today:
        return NextDate(near, f"{what} {short_date(day, today=today)}", "late")
    if (day - today).days <= CLOSE:
        return NextDate(near, f"{what} {short_date(day, today=today)}", "soon")
    return NextDate(short_date(day, today=today), what)


def _decided(case: Any, now: datetime) -> NextDate:
    if not case.decided_on:
        return NextDate()
    paragraph = f"§ {case.paragraph}" if case.paragraph else ""
    return NextDate(short_date(case.decided_on, today=timezone.localdate(now)), paragraph)
