"""Facts as short as the sentences of the tests."""

from datetime import date, datetime

from ärenden.choices import CaseType, Event, Occasion, Purpose, Unit
from ärenden.deadlines import STOCKHOLM, Calendar, Due, Facts, Meeting, Rule, evaluate, known
from ärenden.deadlines.shapes import DaysBefore, Shape, TimeAfter

PLAIN = Calendar()


def rule(shape: Shape, **fields: object) -> Rule:
    told = {
        "key": "prov",
        "name": "Provas",
        "purpose": Purpose.HAND_IN,
        "source": "Arbetsordning § 33",
        "case_types": (CaseType.INTERPELLATION,),
    }
    return Rule(shape=shape, **told | fields)


def put_at(day: date, case_type: CaseType = CaseType.INTERPELLATION) -> Facts:
    """A case that is put at a meeting on the day."""
    meeting = Meeting(day=day)
    occasions = dict.fromkeys(Occasion, meeting)
    return Facts(case_type=case_type, occasions=occasions)


def happened(event: Event, day: date, case_type: CaseType = CaseType.MOTION) -> Facts:
    return Facts(case_type=case_type, events={event: day})


def due_of(rule: Rule, facts: Facts, calendar: Calendar = PLAIN) -> Due:
    return known(evaluate(rule, facts, calendar))


def at(text: str) -> datetime:
    """A Swedish time: 2026-06-12 12:00."""
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def working(n: int) -> DaysBefore:
    return DaysBefore(n=n, unit=Unit.WORKING_DAYS)


def after(n: int, unit: Unit, event: Event = Event.RAISED) -> TimeAfter:
    return TimeAfter(n=n, unit=unit, after=event)
