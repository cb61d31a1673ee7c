"""What every presenter has at hand: the case's rows, the day, and the ways to other pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kernel.dates import full_date
from kernel.text import capital, listed
from meetings.models import Meeting
from ärenden.choices import Fact
from ärenden.models import AgentSnapshot, CaseEvent, Decision
from ärenden.queries.case_page import CaseRecord
from ärenden.queries.traces import Traces
from ärenden.web.lists.rows import Who, who
from ärenden.web.meetings.round import along
from ärenden.workflow import Action

UNDATED = frozenset({Fact.MEETING, Fact.DECISION_DATE, Fact.RECEIVED_ON, Fact.RAISED_ON})


@dataclass(frozen=True)
class SourceLinks:
    """Links "i källan" for rows that came in by a reading; nothing for the others."""

    traces: Traces
    name: str
    kwargs: dict[str, Any]

    def to(self, row: Model, field: str, *, what: str) -> SafeString | str:
        """A link to where the field stands in its source."""
        traced = self.traces.spans.get((str(row._meta.model_name), row.pk, field))
        if traced is None:
            return ""
        url = f"{reverse(self.name, kwargs=self.kwargs | {'source': traced.source})}#s{traced.span}"
        return format_html(
            '<a class="tosource noprint" href="{}" title="I källan">'
            '<span class="vh">i källan: {}</span></a>',
            url,
            what,
        )

    def listed(self) -> list[dict[str, str]]:
        """The sources themselves, for a list of links."""
        return [
            {"label": name, "url": reverse(self.name, kwargs=self.kwargs | {"source": key})}
            for key, name in self.traces.sources
        ]


@dataclass(frozen=True)
class Showing:
    """One case shown to someone at an instant."""

    record: CaseRecord
    organisation: str
    now: datetime
    sources: SourceLinks
    meeting: Meeting | None = None

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def step_url(self, action: Action) -> str:
        """The step's form; a meeting that is being noted goes along."""
        return along(self.url("act", action=action.value), self.meeting)

    def url(self, name: str, **more: Any) -> str:
        case = {"organisation": self.organisation, "case": self.record.case.public_id}
        return reverse(f"arenden:{name}", kwargs=case | more)

    @property
    def public_url(self) -> str:
        """The page that strangers read, where the case is published."""
        return reverse("public:case", args=[self.organisation, self.record.case.public_id])


def place_of(decision: Decision) -> str:
    """`Kommunstyrelsen, 4 maj 2026, § 44`."""
    day = day_or_reason(decision.decided_on, decision.decided_on_unknown)
    paragraph = f", {decision.minutes_item}" if decision.minutes_item else ""
    return f"{decision.body.name}, {day}{paragraph}"


def plain(agent: AgentSnapshot) -> str:
    """A name with its party as printed, else the letters of the party it was linked to."""
    if agent.is_protected:
        return agent.name
    party = agent.party_printed or (f"({agent.party.abbreviation})" if agent.party else "")
    return f"{agent.name} {party}".strip()


def person_of(agent: AgentSnapshot) -> Who:
    """A name as the component takes it; a party that is printed is shown, whoever bears it."""
    is_told = bool(agent.party_printed or agent.party) and not agent.is_protected
    return replace(who(agent), has_party=is_told)


def plain_names(agents: Sequence[AgentSnapshot]) -> str:
    return listed([plain(agent) for agent in agents])


def sentence(text: str) -> str:
    """The text with a capital letter and one full stop."""
    return f"{capital(text).rstrip('.')}." if text else ""


def day_or_reason(day: date | None, reason: str) -> str:
    return full_date(day) if day else f"okänt datum ({reason})" if reason else "okänt datum"


def happened(event: CaseEvent) -> date | None:
    """The day it happened; None for an event that says it is unknown."""
    if event.happened_on or not UNDATED.isdisjoint(event.unknown):
        return event.happened_on
    return timezone.localdate(event.recorded_at)
