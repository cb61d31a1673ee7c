"""What has happened, newest first, and how corrected texts read before."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import DateField
from django.utils import timezone

from kernel.dates import clock, full_date, instant
from ärenden.choices import CaseType, Fact, Outcome
from ärenden.models import CaseEvent
from ärenden.queries.wordings import Wording
from ärenden.web.cases.presenters.showing import Showing, happened, sentence
from ärenden.web.sources import field_label
from ärenden.workflow import Action


@dataclass(frozen=True, kw_only=True)
class EventRow:
    """A row as the timeline component takes it; without day the papers do not say when."""

    on: str
    clock: str
    headline: str
    text: str
    notes: list[str] = field(default_factory=list)
    quote: str = ""
    is_key: bool = False


def timeline_of(showing: Showing) -> list[EventRow]:
    return [_event(event) for event in showing.record.events]


def _event(event: CaseEvent) -> EventRow:
    recorded = timezone.localtime(event.recorded_at)
    day = happened(event)
    at_once = day == recorded.date()
    notes = [] if at_once else [f"{_noted(event)} {instant(event.recorded_at)}."]
    notes += [
        sentence(f"Saknas i handlingarna: {Fact(fact).label.lower()}. {why}")
        for fact, why in event.unknown.items()
    ]
    return EventRow(
        on=full_date(day) if day else "",
        clock=clock(recorded.time()) if at_once else "",
        headline=sentence(event.summary),
        text=_by(event),
        notes=notes,
        quote=event.reason,
        is_key=_is_key(event),
    )


def _by(event: CaseEvent) -> str:
    behalf = f", för {event.on_behalf_of}" if event.on_behalf_of else ""
    return f"{_noted(event)} av {event.actor_name}{behalf}."


def _noted(event: CaseEvent) -> str:
    return "Registrerat" if event.action == Action.REGISTER else "Antecknat"


def _is_key(event: CaseEvent) -> bool:
    before = (event.state_before, event.answer_state_before)
    return before != (event.state_after, event.answer_state_after)


@dataclass(frozen=True)
class WordingShown:
    """An earlier wording: of what, until when, and why it was changed."""

    what: str
    until: str
    reason: str
    text: str


def wordings_of(showing: Showing) -> list[WordingShown]:
    return [_wording(wording) for wording in showing.record.wordings]


def _wording(wording: Wording) -> WordingShown:
    by = f" av {wording.by}" if wording.by else ""
    model = str(wording.row._meta.model_name)
    number = getattr(wording.row, "paragraph", getattr(wording.row, "number", ""))
    return WordingShown(
        what=field_label(model, wording.field, number=str(number)),
        until=f"Ändrad {instant(wording.until)}{by}",
        reason=wording.reason,
        text=_told(wording),
    )


def _told(wording: Wording) -> str:
    if wording.field == "case_type":
        return CaseType(wording.text).label
    if wording.field == "outcome":
        return Outcome(wording.text).label
    return full_date(date.fromisoformat(wording.text)) if _is_day(wording) else wording.text


def _is_day(wording: Wording) -> bool:
    return isinstance(wording.row._meta.get_field(wording.field), DateField)
