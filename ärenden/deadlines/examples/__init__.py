"""Rules as real arbetsordningar put them: to start from, and to hold the engine to.

The rules were read in published texts. Keys are those of the default rules, so that a rule set
can be compared with any of them.
"""

from dataclasses import dataclass, replace
from datetime import date, time

from ärenden.choices import Count, Event, Late, Occasion, Purpose, Route, Unit, Weekday
from ärenden.deadlines.defaults import APRIL_AND_OCTOBER, SUMMER_AND_YEAR_END
from ärenden.deadlines.examples.parts import (
    CITIZEN_PROPOSAL,
    DAY_BEFORE,
    EACH_HALF_YEAR,
    INTERPELLATION,
    MOTION,
    NEXT_MEETING,
    NOON,
    QUESTION,
    answer,
    answer_to_asker,
    decide,
    hand_in,
    nearest,
    report,
    residents_question,
    should,
    weekday,
    working,
)
from ärenden.deadlines.rules import ListedDay, Rule
from ärenden.deadlines.shapes import DaysBefore, DecidedMeeting, MeetingAfter, TimeAfter


@dataclass(frozen=True)
class Example:
    """One organisation's way, numbered as in the survey; `earlier` are rules it had before."""

    number: int
    organisation: str
    says: str
    rules: tuple[Rule, ...]
    earlier: tuple[Rule, ...] = ()


EXAMPLES = (
    Example(
        1,
        "Forshaga",
        "bör lämnas sju dagar före, besvaras vid nästa sammanträde, svaret dagen före",
        (
            should(hand_in(INTERPELLATION, DaysBefore(n=7))),
            should(answer(NEXT_MEETING)),
            should(DAY_BEFORE),
        ),
    ),
    Example(
        2,
        "Bollnäs",
        "tio dagar före, svaret dagen före",
        (hand_in(INTERPELLATION, DaysBefore(n=10)), DAY_BEFORE),
    ),
    Example(
        3,
        "Kalix",
        "sju arbetsdagar före, både fråga och interpellation",
        (hand_in(INTERPELLATION, working(7)), hand_in(QUESTION, working(7))),
    ),
    Example(
        4,
        "Härryda",
        "fem arbetsdagar före, för motion, interpellation och fråga",
        tuple(hand_in(each, working(5)) for each in (MOTION, INTERPELLATION, QUESTION)),
    ),
    Example(
        5,
        "Mellerud",
        "kl. 12.00 fyra dagar före, svaret in kl. 12.00 dagen före, motion kl. 12.00 dagen före",
        (
            hand_in(INTERPELLATION, DaysBefore(n=4), at=NOON),
            Rule(
                key="interpellation-svar-in",
                name="Svaret lämnas till kansliet",
                purpose=Purpose.ANSWER_IN,
                shape=DaysBefore(n=1, before=Occasion.ANSWERED),
                at=NOON,
                case_types=(INTERPELLATION,),
                source="Arbetsordning",
            ),
            DAY_BEFORE,
            replace(
                hand_in(MOTION, DaysBefore(n=1), at=NOON),
                late=Late.ALLOWED,
                note="Den som lämnar in senare tar själv med kopior.",
            ),
        ),
    ),
    Example(
        6,
        "Mariestad",
        "kl. 08.00 måndagen två veckor före; fråga kl. 08.00 torsdagen i sammanträdesveckan",
        (
            hand_in(INTERPELLATION, weekday(Weekday.MONDAY, 2), at=time(8)),
            hand_in(QUESTION, weekday(Weekday.THURSDAY, 0), at=time(8)),
            answer(MeetingAfter(n=0, after=Event.PERMITTED), case_type=QUESTION),
        ),
    ),
    Example(
        7,
        "Lund",
        "kl. 09.00 torsdagen två veckor före, annars nästa; motioner redovisas april och oktober",
        (
            replace(
                hand_in(INTERPELLATION, weekday(Weekday.THURSDAY, 2), at=time(9)),
                late=Late.NEXT_MEETING,
            ),
            report(APRIL_AND_OCTOBER),
        ),
    ),
    Example(
        8,
        "En kommun som texten inte namnger",
        "kl. 12.00 torsdagen före; svaret kl. 08.00 sista vardagen före",
        (
            hand_in(INTERPELLATION, nearest(Weekday.THURSDAY), at=NOON),
            answer_to_asker(1, Unit.WORKING_DAYS, at=time(8)),
        ),
    ),
    Example(
        9,
        "Region Uppsala 2018",
        "kl. 09.00 åtta arbetsdagar före, eller de angivna dagarna 2/2, 13/4 och 6/6",
        (
            replace(
                hand_in(INTERPELLATION, working(8), at=time(9)),
                # The text lists the last days only: the meeting days are assumed.
                listed=(
                    ListedDay(meeting=date(2018, 2, 14), last_day=date(2018, 2, 2)),
                    ListedDay(meeting=date(2018, 4, 25), last_day=date(2018, 4, 13)),
                    ListedDay(meeting=date(2018, 6, 19), last_day=date(2018, 6, 6)),
                ),
            ),
        ),
    ),
    Example(
        10,
        "Region Norrbotten",
        "tio dagar före: ett torsdagsmöte ger kl. 24.00 söndagen två veckor före",
        (hand_in(INTERPELLATION, DaysBefore(n=10, count=Count.CLEAR)),),
    ),
    Example(
        11,
        "Umeå",
        "besvaras senast vid nästa fullmäktige; motion inom tolv månader",
        (answer(NEXT_MEETING), decide(12, Unit.MONTHS, MOTION)),
    ),
    Example(
        12,
        "Uppsala kommun 2015",
        "fullmäktige medger att den får framställas och besvaras en viss dag",
        (answer(DecidedMeeting(decided=Event.PERMITTED)),),
    ),
    Example(
        13,
        "Mölndal",
        "får ställas och besvaras vid det sammanträde som anges",
        (answer(DecidedMeeting(decided=Event.PERMITTED)),),
    ),
    Example(
        16,
        "Varberg",
        "allmänhetens fråga kl. 18.00 tisdagen veckan före",
        (residents_question(weekday(Weekday.TUESDAY, 1), at=time(18)),),
    ),
    Example(
        17,
        "Linköping, frågestund",
        "förr kl. 12.00 dagen före, senare kl. 10.00 fredagen veckan före",
        (residents_question(weekday(Weekday.FRIDAY, 1), at=time(10)),),
        earlier=(residents_question(DaysBefore(n=1), at=NOON),),
    ),
    Example(
        18,
        "Åre",
        "medborgarförslag tio dagar före; öppna redovisas sist före sommaren och före årsskiftet",
        (
            hand_in(CITIZEN_PROPOSAL, DaysBefore(n=10)),
            report(SUMMER_AND_YEAR_END, CITIZEN_PROPOSAL),
        ),
    ),
    Example(
        19,
        "Norrköping och Munkedal",
        "beslut om medborgarförslag inom sex månader",
        (decide(6, Unit.MONTHS, CITIZEN_PROPOSAL),),
    ),
    Example(
        20,
        "Kommunen i en handbok",
        "nämndens yttrande över en motion inom tre månader från begäran",
        (
            Rule(
                key="motion-yttrande",
                name="Yttrande över motionen",
                purpose=Purpose.STATEMENT,
                shape=TimeAfter(n=3, unit=Unit.MONTHS, after=Event.REFERRED),
                case_types=(MOTION,),
                source="Handbok",
            ),
        ),
    ),
    Example(
        21,
        "Karlstad, ett partis förslag",
        "motion fyra månader om styrelsen bereder, sex om den remitteras",
        (
            decide(4, Unit.MONTHS, MOTION, route=Route.EXECUTIVE),
            decide(6, Unit.MONTHS, MOTION, route=Route.REFERRED),
        ),
    ),
    Example(
        22,
        "Linköping",
        "motion inom ett år; obesvarade redovisas två gånger om året",
        (decide(1, Unit.YEARS, MOTION), report(EACH_HALF_YEAR)),
    ),
)
"""Numbers 14 and 15 are about the order of the agenda, and belong to the meeting."""
