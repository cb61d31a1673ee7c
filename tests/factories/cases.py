"""Cases made by the same actions as the pages use."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from accounts.models import User
from meetings.models import Meeting
from parties.choices import BodyKind
from parties.models import Body, Organisation, Person
from tests.factories import people
from ärenden.actions.base import Doing
from ärenden.actions.register import NewCase, register
from ärenden.actions.values import Name, Point
from ärenden.choices import AgentKind, CaseType, Channel, Origin, Purpose
from ärenden.models import Case, NumberSeries

TODAY = date(2026, 3, 2)
TWO_QUESTIONS = (
    Point(text="Hur många bänkar finns i parken?", label="1."),
    Point(text="När målas de om?", label="2."),
)


def noon(day: date = TODAY) -> datetime:
    return datetime.combine(day, time(12), tzinfo=ZoneInfo("Europe/Stockholm"))


@dataclass
class World:
    """An organisation with a council, a board, a registrar, an asker and an answerer."""

    organisation: Organisation
    council: Body
    board: Body
    series: NumberSeries
    registrar: User
    asker: Person
    answerer: Person
    first_meeting: Meeting
    second_meeting: Meeting

    def doing(self, *, on: date = TODAY, by: User | None = None, **more: Any) -> Doing:
        return Doing(by=by or self.registrar, at=noon(on), **more)


def world() -> World:
    organisation = people.organisation()
    council = people.body(organisation)
    board = people.body(
        organisation, kind=BodyKind.BOARD, name="Kommunstyrelsen", abbreviation="KS"
    )
    asker = people.person(
        organisation,
        "Frida Fråga",
        party=people.party("V", name="Vänsterpartiet"),
        member_of=council,
    )
    answerer = people.person(
        organisation, "Sven Svar", party=people.party(), chairs=board, member_of=council
    )
    return World(
        organisation=organisation,
        council=council,
        board=board,
        series=people.series(organisation),
        registrar=people.user(organisation),
        asker=asker,
        answerer=answerer,
        first_meeting=people.meeting(council, date(2026, 3, 30)),
        second_meeting=people.meeting(council, date(2026, 4, 27)),
    )


def name_of(person: Person, *, party: str = "") -> Name:
    return Name(name=person.name, party_printed=party, person=person, kind=AgentKind.ELECTED)


def new_case(world: World, **changes: Any) -> NewCase:
    values: dict[str, Any] = {
        "body": world.council,
        "case_type": CaseType.INTERPELLATION,
        "title": "Interpellation om bänkarna i parken",
        "motivation": "Bänkarna i parken är slitna.",
        "questions": TWO_QUESTIONS,
        "signatories": [name_of(world.asker, party="(V)")],
        "addressee": name_of(world.answerer, party="(S)"),
        "received_on": TODAY,
        "channel": Channel.EMAIL,
        "series": world.series,
    }
    return NewCase(**(values | changes))


def to_send_on(world: World, *, on: date = TODAY, **changes: Any) -> Case:
    """An interpellation as it is the moment it has its number."""
    return register(doing=world.doing(on=on), new=new_case(world, **changes))


def registered_case(world: World, *, on: date = TODAY, **changes: Any) -> Case:
    """One that the office has nothing left to do about, so that only the asked for waits."""
    case = to_send_on(world, on=on, **changes)
    case.deadlines.filter(purpose=Purpose.FORWARD).delete()
    return case


def motion(world: World, **changes: Any) -> Case:
    values: dict[str, Any] = {
        "case_type": CaseType.MOTION,
        "title": "Motion om fler cykelställ",
        "questions": (),
        "addressee": None,
        "points": (
            Point(text="att kommunen sätter upp tio cykelställ", has_att=True),
            Point(text="att de målas gröna", has_att=True),
        ),
    }
    return registered_case(world, **(values | changes))


def committee_case(world: World, **changes: Any) -> Case:
    """A nämndärende of the board's own."""
    own: dict[str, Any] = {
        "case_type": CaseType.COMMITTEE,
        "origin": Origin.OWN,
        "body": world.board,
        "title": "Riktlinje för parkbänkar",
        "signatories": [],
        "addressee": None,
        "questions": (),
    }
    return registered_case(world, **own | changes)
