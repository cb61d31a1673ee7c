"""The rules that a new organisation starts from, near SKR's material for an arbetsordning."""

from datetime import date, time

from ärenden.choices import (
    Binding,
    CaseType,
    Event,
    Late,
    Occasion,
    Purpose,
    Roll,
    Unit,
)
from ärenden.deadlines.rules import Rule, RuleSet
from ärenden.deadlines.shapes import (
    DaysBefore,
    MeetingAfter,
    MonthEnd,
    Season,
    SeasonMeeting,
    TimeAfter,
)

SKR = "SKR:s underlag till arbetsordning för fullmäktige"
PRACTICE = "Vanlig praxis"
INTERPELLATION = (CaseType.INTERPELLATION,)
QUESTION = (CaseType.QUESTION,)
MOTION = (CaseType.MOTION,)
PROPOSAL = (CaseType.CITIZEN_PROPOSAL,)

APRIL_AND_OCTOBER = (
    Season(name="sammanträdet i april", first_month=4, last_month=4),
    Season(name="sammanträdet i oktober", first_month=10, last_month=10),
)
SUMMER_AND_YEAR_END = (
    Season(name="sista sammanträdet före sommaren", first_month=1, last_month=6),
    Season(name="sista sammanträdet före årsskiftet", first_month=7, last_month=12),
)

INTERPELLATIONS = (
    Rule(
        key="interpellation-inlamning",
        name="Interpellationen lämnas in",
        purpose=Purpose.HAND_IN,
        shape=DaysBefore(n=7),
        case_types=INTERPELLATION,
        binding=Binding.SHOULD,
        late=Late.NEXT_MEETING,
        source=SKR,
    ),
    Rule(
        key="interpellation-vidare",
        name="Interpellationen skickas till den som ska svara, och till presidiet",
        purpose=Purpose.FORWARD,
        shape=TimeAfter(n=1, unit=Unit.WORKING_DAYS, after=Event.HANDED_IN),
        case_types=INTERPELLATION,
        source=PRACTICE,
    ),
    Rule(
        key="interpellation-svar-in",
        name="Svaret lämnas till kansliet",
        purpose=Purpose.ANSWER_IN,
        shape=DaysBefore(n=5, unit=Unit.WORKING_DAYS, before=Occasion.ANSWERED),
        case_types=INTERPELLATION,
        source=PRACTICE,
    ),
    Rule(
        key="interpellation-svar-till-fragestallaren",
        name="Frågeställaren får svaret",
        purpose=Purpose.ANSWER_TO_ASKER,
        shape=DaysBefore(n=1, before=Occasion.ANSWERED),
        case_types=INTERPELLATION,
        binding=Binding.SHOULD,
        source=SKR,
    ),
    Rule(
        key="interpellation-besvaras",
        name="Interpellationen besvaras",
        purpose=Purpose.ANSWER,
        shape=MeetingAfter(n=1, after=Event.PERMITTED),
        case_types=INTERPELLATION,
        binding=Binding.SHOULD,
        source=SKR,
    ),
)
QUESTIONS = (
    Rule(
        key="fraga-inlamning",
        name="Frågan lämnas in",
        purpose=Purpose.HAND_IN,
        shape=DaysBefore(n=1),
        case_types=QUESTION,
        at=time(12),
        roll=Roll.BACK,
        late=Late.ORAL,
        source=PRACTICE,
    ),
    Rule(
        key="fraga-besvaras",
        name="Frågan besvaras",
        purpose=Purpose.ANSWER,
        shape=MeetingAfter(n=0, after=Event.PERMITTED),
        case_types=QUESTION,
        source=PRACTICE,
    ),
)
MOTIONS = (
    Rule(
        key="motion-yttrande",
        name="Yttrande över motionen lämnas",
        purpose=Purpose.STATEMENT,
        shape=TimeAfter(n=3, unit=Unit.MONTHS, after=Event.REFERRED),
        case_types=MOTION,
        roll=Roll.BACK,
        source=PRACTICE,
    ),
    Rule(
        key="motion-balans",
        name="Obesvarade motioner redovisas",
        purpose=Purpose.REPORT,
        shape=SeasonMeeting(after=Event.RAISED, seasons=APRIL_AND_OCTOBER),
        case_types=MOTION,
        source=PRACTICE,
    ),
)
OTHER = (
    Rule(
        key="medborgarforslag-besked",
        name="Förslagsställaren får veta beslutet",
        purpose=Purpose.NOTIFY,
        shape=TimeAfter(n=5, unit=Unit.WORKING_DAYS, after=Event.DECIDED),
        case_types=PROPOSAL,
        source=PRACTICE,
    ),
    Rule(
        key="namnd-utskick",
        name="Handlingar till nämndens sammanträde skickas",
        purpose=Purpose.SUMMONS,
        shape=DaysBefore(n=5, unit=Unit.WORKING_DAYS, before=Occasion.HELD),
        source=PRACTICE,
    ),
    Rule(
        key="protokollsutdrag",
        name="Protokollsutdrag expedieras",
        purpose=Purpose.DISPATCH,
        shape=TimeAfter(n=5, unit=Unit.WORKING_DAYS, after=Event.ADJUSTED),
        source=PRACTICE,
    ),
    Rule(
        key="uppdrag",
        name="Uppdraget redovisas",
        purpose=Purpose.REPORT,
        shape=MonthEnd(of=Event.ASSIGNED_TO),
        source="Beslutet som gav uppdraget",
    ),
)


def default_rules(valid_from: date) -> RuleSet:
    """A new organisation's rule set; the times of law are not in it, they always apply."""
    rules = (*INTERPELLATIONS, *QUESTIONS, *MOTIONS, *OTHER)
    return RuleSet(title=SKR, valid_from=valid_from, rules=rules)
