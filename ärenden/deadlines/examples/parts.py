"""The rules that most arbetsordningar share, with what differs as arguments."""

from dataclasses import replace
from datetime import time

from ärenden.choices import (
    Binding,
    CaseType,
    Event,
    Occasion,
    Purpose,
    Roll,
    Route,
    Unit,
    WeekCount,
    Weekday,
)
from ärenden.deadlines.rules import Rule
from ärenden.deadlines.shapes import (
    DaysBefore,
    MeetingAfter,
    Season,
    SeasonMeeting,
    Shape,
    TimeAfter,
    WeekdayBefore,
)

HAND_IN_KEY = {
    CaseType.INTERPELLATION: "interpellation-inlamning",
    CaseType.QUESTION: "fraga-inlamning",
    CaseType.MOTION: "motion-inlamning",
    CaseType.CITIZEN_PROPOSAL: "medborgarforslag-inlamning",
}
INTERPELLATION, QUESTION = CaseType.INTERPELLATION, CaseType.QUESTION
MOTION, CITIZEN_PROPOSAL = CaseType.MOTION, CaseType.CITIZEN_PROPOSAL
NOON = time(12)
EACH_HALF_YEAR = (
    Season(name="sista sammanträdet på våren", first_month=1, last_month=6),
    Season(name="sista sammanträdet på hösten", first_month=7, last_month=12),
)


def hand_in(case_type: CaseType, shape: Shape, *, at: time | None = None) -> Rule:
    return Rule(
        key=HAND_IN_KEY[case_type],
        name=f"{case_type.label}: sista inlämningsdag",
        purpose=Purpose.HAND_IN,
        shape=shape,
        at=at,
        roll=_roll(shape),
        case_types=(case_type,),
        source="Arbetsordning",
    )


def answer(shape: Shape, *, case_type: CaseType = CaseType.INTERPELLATION) -> Rule:
    is_question = case_type == CaseType.QUESTION
    return Rule(
        key="fraga-besvaras" if is_question else "interpellation-besvaras",
        name=f"{case_type.label}: svar",
        purpose=Purpose.ANSWER,
        shape=shape,
        case_types=(case_type,),
        source="Arbetsordning",
    )


def answer_to_asker(n: int, unit: Unit, *, at: time | None = None) -> Rule:
    return Rule(
        key="interpellation-svar-till-fragestallaren",
        name="Frågeställaren får svaret",
        purpose=Purpose.ANSWER_TO_ASKER,
        shape=DaysBefore(n=n, unit=unit, before=Occasion.ANSWERED),
        at=at,
        case_types=(CaseType.INTERPELLATION,),
        source="Arbetsordning",
    )


def decide(n: int, unit: Unit, case_type: CaseType, *, route: Route | None = None) -> Rule:
    way = f"-{route}" if route else ""
    name = "motion" if case_type == CaseType.MOTION else "medborgarforslag"
    return Rule(
        key=f"{name}-beslut{way}",
        name=f"{case_type.label}: beslut",
        purpose=Purpose.DECIDE,
        shape=TimeAfter(n=n, unit=unit, after=Event.RAISED),
        case_types=(case_type,),
        route=route,
        source="Arbetsordning",
    )


def report(seasons: tuple[Season, ...], case_type: CaseType = CaseType.MOTION) -> Rule:
    name = "motion" if case_type == CaseType.MOTION else "medborgarforslag"
    return Rule(
        key=f"{name}-balans",
        name=f"{case_type.label}: obesvarade redovisas",
        purpose=Purpose.REPORT,
        shape=SeasonMeeting(after=Event.RAISED, seasons=seasons),
        case_types=(case_type,),
        source="Arbetsordning",
    )


def should(rule: Rule) -> Rule:
    return replace(rule, binding=Binding.SHOULD)


def working(n: int) -> DaysBefore:
    return DaysBefore(n=n, unit=Unit.WORKING_DAYS)


def weekday(day: Weekday, weeks: int) -> WeekdayBefore:
    return WeekdayBefore(weekday=day, weeks=weeks)


def nearest(day: Weekday) -> WeekdayBefore:
    return WeekdayBefore(weekday=day, weeks=1, counted=WeekCount.NTH_BEFORE)


def _roll(shape: Shape) -> Roll:
    """A weekday can fall on a holiday; then the office takes it in on the day before."""
    return Roll.BACK if isinstance(shape, WeekdayBefore) else Roll.KEEP


def residents_question(shape: Shape, *, at: time) -> Rule:
    """Question time for residents is not a case of a councillor."""
    return Rule(
        key="fragestund-inlamning",
        name="Allmänhetens fråga lämnas in",
        purpose=Purpose.HAND_IN,
        shape=shape,
        at=at,
        roll=_roll(shape),
        source="Regler för allmänhetens frågestund",
    )


DAY_BEFORE = answer_to_asker(1, Unit.DAYS)
NEXT_MEETING = MeetingAfter(n=1, after=Event.PERMITTED)
