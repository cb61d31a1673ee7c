"""What is known about a case, or a meeting, when its deadlines are counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from ärenden.choices import CaseType, Event, Occasion, Route
from ärenden.deadlines.calendar import LAST_MINUTE, moment

HAPPENS_WHERE_IT_IS_PUT = frozenset({Event.PERMITTED, Event.RAISED})


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A planned meeting: leave out the cancelled ones. `id` is the caller's own."""

    day: date
    starts: time | None = None
    body: str = "fullmäktige"
    is_ordinary: bool = True
    id: int | None = None

    @property
    def closes_at(self) -> datetime:
        """The last moment that can still be before the meeting."""
        return moment(self.day, self.starts or LAST_MINUTE)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The days and meetings that rules count from.

    `meetings` are those of the deciding body, in any order. `chosen` is the meeting that the
    council itself set for the answer.
    """

    case_type: CaseType | None = None
    route: Route | None = None
    events: Mapping[Event, date] = field(default_factory=dict)
    occasions: Mapping[Occasion, Meeting] = field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    chosen: Meeting | None = None

    def day_of(self, event: Event) -> date | None:
        """When it happened, or is planned to happen: at the meeting where the case is put."""
        if event in self.events:
            return self.events[event]
        put = self.occasions.get(Occasion.PUT) if event in HAPPENS_WHERE_IT_IS_PUT else None
        return put.day if put else None

    def ordinary_meetings(self, *, since: date) -> tuple[Meeting, ...]:
        later = (each for each in self.meetings if each.is_ordinary and each.day >= since)
        return tuple(sorted(later, key=lambda each: each.day))
