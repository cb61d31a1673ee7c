"""The head of a case: its number, type and place, who asks whom, and how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from kernel.dates import full_date, instant
from ärenden.choices import Capacity, CaseType, Channel, Execution, Outcome
from ärenden.models import AgentSnapshot, Case
from ärenden.web.cases.presenters.procedure import GangStep, procedure
from ärenden.web.cases.presenters.showing import Showing, person_of
from ärenden.web.lists.facets import PHASES
from ärenden.web.lists.rows import Who

SOURCED = (
    ("dnr", "diarienumret"),
    ("title", "rubriken"),
)


@dataclass(frozen=True)
class Named:
    """A person as the component takes it, with the title after the name."""

    person: Who
    role: str


@dataclass(frozen=True, kw_only=True)
class Head:
    number: str
    number_missing: str
    kind: str
    place: str
    phase: str
    state: str
    title: str
    public_title: str
    askers: list[Named]
    on_behalf: str
    addressees: list[Named]
    answerers: list[Named]
    procedure: list[GangStep]
    sources: list[str]


def head_of(showing: Showing) -> Head:
    record, case = showing.record, showing.record.case
    links = [showing.sources.to(case, field, what=what) for field, what in SOURCED]
    return Head(
        number=case.dnr or "",
        number_missing="" if case.dnr else case.dnr_unknown,
        kind=CaseType(case.case_type).label,
        place=f"{case.body.name}, {case.organisation.name}",
        phase=case.phase,
        state=PHASES[case.phase],
        title=case.told_title,
        public_title=case.told_title_public if case.told_title_public != case.told_title else "",
        askers=_named(record.names("case", case.pk, Capacity.SIGNATORY)),
        on_behalf=f"på uppdrag av {case.on_behalf_of.name}" if case.on_behalf_of else "",
        addressees=_named(record.names("case", case.pk, Capacity.ADDRESSEE)),
        answerers=_named(record.names("case", case.pk, Capacity.ANSWERER)),
        procedure=procedure(record, today=showing.today),
        sources=[link for link in links if link],
    )


def _named(agents: Sequence[AgentSnapshot]) -> list[Named]:
    return [Named(person_of(agent), _role(agent)) for agent in agents]


def _role(agent: AgentSnapshot) -> str:
    printed = (*agent.roles_printed, agent.organisation_printed, agent.note_printed)
    return "" if agent.is_protected else ", ".join(filter(None, printed))


@dataclass(frozen=True)
class FactShown:
    """A row of the list of facts; without value the papers do not say."""

    label: str
    value: str
    reason: str = ""


def facts_of(showing: Showing) -> list[FactShown]:
    """When and how the case came in, who prepares it, and what came of it."""
    case = showing.record.case
    came = [full_date(case.received_on)] if case.received_on else []
    if case.received_at:
        came.append(f"kl. {case.received_at:%H.%M}")
    if case.channel:
        came.append(Channel(case.channel).label.lower())
    return [
        FactShown("Inkommen", ", ".join(came), case.received_on_unknown),
        *_counted(case),
        FactShown("Registrerad", full_date(case.registered_on)),
        *_handler(showing),
        *_when_known(case),
    ]


def _counted(case: Case) -> list[FactShown]:
    """Which arrival is held against the last time to hand in, where a completion settled it."""
    if not case.counted_from:
        return []
    return [FactShown("Räknas som inlämnad", instant(case.counted_from))]


def _handler(showing: Showing) -> list[FactShown]:
    """Who answers for the case inside the house, and who covers today; the council is not told."""
    case = showing.record.case
    if not showing.record.reads_everything or case.handler is None:
        return []
    return [FactShown("Handläggare", f"{case.handler.name}{_covered(case)}")]


def _covered(case: Any) -> str:
    """Of a row of `queries.colleagues.with_cover`."""
    if not case.covered_by:
        return ""
    last = case.covered_until and case.covered_until - timedelta(days=1)
    until = f" till och med {full_date(last)}" if last else ""
    return f" ({case.covered_by} täcker{until})"


def _when_known(case: Case) -> list[FactShown]:
    meeting = case.target_meeting
    day = full_date(meeting.held_on) if meeting and meeting.held_on else "okänt datum"
    outcome = Outcome(case.outcome).label if case.outcome else ""
    shown = [
        ("Eget nummer", case.own_number),
        ("Väckt", full_date(case.raised_on) if case.raised_on else ""),
        ("Bereds av", case.preparing_body.name if case.preparing_body else ""),
        ("Beslutas av", case.deciding_body.name if case.deciding_body else ""),
        ("Sammanträde", f"{meeting.body.name} {day}" if meeting else ""),
        ("Utfall", outcome),
        ("Verkställighet", Execution(case.execution).label if case.execution else ""),
        ("Avslutad", full_date(case.closed_on) if case.closed_on else ""),
    ]
    return [FactShown(label, value) for label, value in shown if value]
