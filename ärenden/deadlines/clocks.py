"""The times that law sets; no arbetsordning can lengthen them. Law texts read in September 2025."""

from datetime import date, time, timedelta

from kernel.dates import full_date, long_date
from ärenden.choices import CaseType, Event, Occasion, Purpose, Roll, Route, Unit
from ärenden.deadlines.calendar import Calendar
from ärenden.deadlines.rules import Rule, RuleSet
from ärenden.deadlines.shapes import DaysBefore, MeetingAfter, TimeAfter

ONE_YEAR = TimeAfter(n=1, unit=Unit.YEARS, after=Event.RAISED)
APPEAL_WEEKS = 3
REPORTED_IF_LATE = "Hinner fullmäktige inte besluta då ska det redovisas vad beredningen har visat."

MOTION_YEAR = Rule(
    key="lag-motion-ett-ar",
    name="Beslut om motionen, eller redovisning",
    purpose=Purpose.DECIDE,
    shape=ONE_YEAR,
    roll=Roll.FORWARD,
    case_types=(CaseType.MOTION,),
    source="Kommunallagen 5 kap. 35 §",
    note=REPORTED_IF_LATE,
)
CITIZEN_PROPOSAL_YEAR = Rule(
    key="lag-medborgarforslag-ett-ar",
    name="Beslut om medborgarförslaget, eller redovisning",
    purpose=Purpose.DECIDE,
    shape=ONE_YEAR,
    roll=Roll.FORWARD,
    case_types=(CaseType.CITIZEN_PROPOSAL,),
    source="Kommunallagen 5 kap. 35 § och 6 kap. 34 §",
    note=REPORTED_IF_LATE,
)
NOTICE = Rule(
    key="lag-tillkannagivande",
    name="Sammanträdet tillkännages på anslagstavlan",
    purpose=Purpose.NOTICE,
    shape=DaysBefore(n=7, before=Occasion.HELD),
    source="Kommunallagen 5 kap. 13 §",
)
SUMMONS = Rule(
    key="lag-kallelse",
    name="Kallelse till ledamöter och ersättare",
    purpose=Purpose.SUMMONS,
    shape=DaysBefore(n=7, before=Occasion.HELD),
    source="Kommunallagen 5 kap. 15 §",
)
URGENT_NOTICE = Rule(
    key="lag-bradskande",
    name="Brådskande ärende tillkännages",
    purpose=Purpose.URGENT_NOTICE,
    shape=DaysBefore(n=1, unit=Unit.WORKING_DAYS, before=Occasion.HELD),
    at=time(12),
    source="Kommunallagen 5 kap. 14–15 §§",
    note="Lagen säger vardagen närmast före; här räknas lördag inte som vardag.",
)
ADJUSTMENT = Rule(
    key="lag-justering",
    name="Protokollet justeras",
    purpose=Purpose.ADJUST,
    shape=TimeAfter(n=14, unit=Unit.DAYS, after=Event.MET),
    roll=Roll.SHOW,
    source="Kommunallagen 5 kap. 69 §",
)
ANNOUNCEMENT = Rule(
    key="lag-anslag",
    name="Justeringen anslås",
    purpose=Purpose.ANNOUNCE,
    shape=TimeAfter(n=2, unit=Unit.DAYS, after=Event.ADJUSTED),
    source="Kommunallagen 8 kap. 12 §",
)
APPEAL = Rule(
    key="lag-overklagande",
    name="Sista dag för överklagande",
    purpose=Purpose.APPEAL,
    shape=TimeAfter(n=APPEAL_WEEKS, unit=Unit.WEEKS, after=Event.ANNOUNCED),
    roll=Roll.FORWARD,
    source="Kommunallagen 13 kap. 5 §",
)
DELEGATION_REPORT = Rule(
    key="lag-delegationsbeslut",
    name="Delegationsbeslut anmäls till nämnden",
    purpose=Purpose.REPORT,
    shape=MeetingAfter(n=1, after=Event.DECIDED),
    source="Kommunallagen 6 kap. 39–40 §§",
)
REGISTRATION = Rule(
    key="lag-registrering",
    name="Handlingen registreras",
    purpose=Purpose.REGISTER,
    shape=TimeAfter(n=1, unit=Unit.WORKING_DAYS, after=Event.RECEIVED),
    source="Offentlighets- och sekretesslagen 5 kap. 1 §",
    note="Lagen säger så snart som möjligt: sikta på samma dag.",
)

CASE_CLOCKS = (MOTION_YEAR, CITIZEN_PROPOSAL_YEAR)
BY_LAW = tuple(rule.key for rule in CASE_CLOCKS)
MEETING_CLOCKS = (NOTICE, SUMMONS, URGENT_NOTICE, ADJUSTMENT)
MINUTES_CLOCKS = (ANNOUNCEMENT, APPEAL)
STATUTORY = (*CASE_CLOCKS, *MEETING_CLOCKS, *MINUTES_CLOCKS, DELEGATION_REPORT, REGISTRATION)


def rules_of_case(rules: RuleSet, case_type: CaseType, route: Route | None) -> tuple[Rule, ...]:
    """What the arbetsordning says of the case, and the times that law sets whatever it says."""
    law = (rule for rule in CASE_CLOCKS if rule.applies_to(case_type))
    return (*rules.rules_for(case_type, route), *law)


def earliest_removal(announced_on: date, calendar: Calendar) -> date:
    """The first day an announcement may be taken down: the day after the last day of appeal."""
    return _last_appeal_day(announced_on, calendar) + timedelta(days=1)


def removal_warning(planned: date, *, announced_on: date, calendar: Calendar) -> str:
    """Why a planned removal is too early (KL 8:12, 13:5); empty when it is not."""
    last = _last_appeal_day(announced_on, calendar)
    if planned > last:
        return ""
    first = last + timedelta(days=1)
    return (
        f"Anslaget får inte tas ned {full_date(planned)}: överklagandetiden går ut först"
        f" {long_date(last)}. Sätt nedtagningen till tidigast {long_date(first)}."
    )


def _last_appeal_day(announced_on: date, calendar: Calendar) -> date:
    """Three weeks, and off a day that is not a working day (lag 1930:173 2 §)."""
    return calendar.rolled(announced_on + timedelta(weeks=APPEAL_WEEKS), APPEAL.roll)
