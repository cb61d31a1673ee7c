"""What the demo's cases are played on, and how their data speaks of days and people."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from accounts.roles import Role
from meetings.models import Meeting
from parties.models import Body, Organisation, Party, Person
from ärenden.actions.values import Name
from ärenden.choices import AgentKind
from ärenden.demo.sessions import Sessions, workday_after, workday_until
from ärenden.models import NumberSeries

MOMENT = re.compile(
    r"(?:(?P<body>[A-Z]+)/)?(?P<anchor>[A-Z]+)"
    r"(?:(?P<index>[+-]\d+)|@(?P<ago>\d+))?(?:(?P<shift>[+-]\d+)d)?"
)
TODAY = "T"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """`KF-3` the third council meeting back, `KF@336` the first since 336 days ago.

    `KF-3-9d` is nine days before that meeting, `KS/KF-3` the board's of the same month,
    `T-40d` forty days ago.
    """

    meeting: Meeting | None
    day: date
    is_shifted: bool


@dataclass(frozen=True, kw_only=True)
class Stage:
    today: date
    organisation: Organisation
    bodies: Mapping[str, Body]
    parties: Mapping[str, Party]
    people: Mapping[str, Person]
    party_of: Mapping[str, Party | None]
    titles: Mapping[str, tuple[str, ...]]
    users: Mapping[Role, User]
    series: Mapping[str, NumberSeries]
    sessions: Sessions

    @property
    def last_day(self) -> date:
        """The last working day before today: nothing in the demo is done later."""
        return workday_until(self.today - timedelta(days=1))

    def moment(self, text: str) -> Moment:
        found = MOMENT.fullmatch(text)
        if found is None:
            raise ValueError(text)
        shift = timedelta(days=int(found["shift"] or 0))
        meeting = None if found["anchor"] == TODAY else self._meeting(found)
        anchor = meeting.held_on if meeting and meeting.held_on else self.today
        return Moment(meeting=meeting, day=anchor + shift, is_shifted=bool(found["shift"]))

    def _meeting(self, found: re.Match[str]) -> Meeting:
        anchor = found["anchor"]
        if found["ago"]:
            since = self.today - timedelta(days=int(found["ago"]))
            place = self.sessions.place_of_first(anchor, since=since)
        else:
            place = self.sessions.place(anchor, int(found["index"]))
        return self.sessions.by_body[found["body"] or anchor][place]

    def recorded_on(self, moment: Moment) -> date:
        """What a meeting did is recorded the working day after it, other things on their day."""
        is_meeting = moment.meeting is not None and not moment.is_shifted
        day = workday_after(moment.day) if is_meeting else workday_until(moment.day)
        return min(day, self.last_day)

    def names(self, names: Iterable[str]) -> list[Name]:
        return [self.name(name) for name in names]

    def name(self, name: str, *, titled: bool = False, kind: AgentKind = AgentKind.PUBLIC) -> Name:
        """Someone as printed: `Namn Namnsson` with `(V)`, `(–)` or nothing after it."""
        person = self.people.get(name)
        if person is None:
            return Name(name=name, kind=kind)
        party = self.party_of[name]
        return Name(
            name=name,
            party_printed=f"({party.abbreviation if party else '–'})",
            roles=self.titles[name] if titled else (),
            person=person,
            party=party,
        )
