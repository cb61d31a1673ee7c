"""Each rule as one sentence that a lay person understands."""

from dataclasses import replace
from datetime import date, time

import pytest

from ärenden.choices import (
    Binding,
    CaseType,
    Cutoff,
    Event,
    Late,
    Purpose,
    Roll,
    Route,
    Unit,
    Weekday,
)
from ärenden.deadlines import EXAMPLES, STATUTORY, ListedDay, Rule, default_rules, in_words
from ärenden.deadlines.examples.parts import decide, hand_in, nearest, weekday, working
from ärenden.deadlines.shapes import DaysBefore, MeetingAfter, MonthEnd, TimeAfter

INTERPELLATION, MOTION = CaseType.INTERPELLATION, CaseType.MOTION
ANSWER = Rule(
    key="svar",
    name="Svar",
    purpose=Purpose.ANSWER,
    shape=MeetingAfter(n=2, after=Event.PERMITTED),
    source="Arbetsordning § 34",
    case_types=(INTERPELLATION,),
)
LISTED = ListedDay(meeting=date(2027, 1, 25), last_day=date(2027, 1, 14))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            replace(hand_in(INTERPELLATION, working(5), at=time(12)), late=Late.NEXT_MEETING),
            (
                "En interpellation ska lämnas in senast kl. 12.00 fem arbetsdagar före sammanträdet"
                " där den ställs; det som kommer senare tas upp vid nästa sammanträde."
            ),
        ),
        (
            replace(hand_in(MOTION, nearest(Weekday.THURSDAY)), listed=(LISTED,)),
            (
                "En motion ska lämnas in senast närmaste torsdag före sammanträdet där den väcks;"
                " är den dagen ingen arbetsdag gäller arbetsdagen före; för 1 sammanträde finns en"
                " bestämd dag."
            ),
        ),
        (
            replace(
                hand_in(INTERPELLATION, weekday(Weekday.MONDAY, 2), at=time(8)),
                case_types=(INTERPELLATION, MOTION),
                cutoff=Cutoff.BEFORE,
                roll=Roll.ASK,
            ),
            (
                "En interpellation och en motion ska lämnas in före kl. 08.00 måndag två veckor"
                " före sammanträdet där de tas upp; är den dagen ingen arbetsdag bestämmer"
                " kansliet."
            ),
        ),
        (
            hand_in(CaseType.CITIZEN_PROPOSAL, DaysBefore(n=0)),
            "Ett medborgarförslag ska lämnas in senast samma dag som sammanträdet där det väcks.",
        ),
        (
            replace(ANSWER, binding=Binding.SHOULD),
            (
                "En interpellation bör besvaras vid andra ordinarie sammanträdet efter att den fick"
                " ställas."
            ),
        ),
        (
            decide(4, Unit.MONTHS, MOTION, route=Route.EXECUTIVE),
            (
                "Beslut om en motion som styrelsen bereder själv ska fattas senast fyra månader"
                " efter att den väcktes."
            ),
        ),
        (
            replace(ANSWER, case_types=(), name="Uppdrag", shape=MonthEnd(of=Event.ASSIGNED_TO)),
            "Uppdrag: senast sista arbetsdagen i den månad då uppdraget ska redovisas.",
        ),
        (
            replace(
                ANSWER,
                case_types=(),
                name="Utskick",
                binding=Binding.SHOULD,
                shape=TimeAfter(n=0, unit=Unit.DAYS, after=Event.ADJUSTED),
                note="Skicka till alla.",
            ),
            "Utskick: bör ske senast samma dag som protokollet justerades. Skicka till alla.",
        ),
    ],
)
def test_rule_in_words(rule: Rule, said: str) -> None:
    assert in_words(rule) == said


def test_every_shipped_rule_can_be_said_in_words_of_its_own() -> None:
    shipped = [*default_rules(date(2026, 1, 1)).rules, *STATUTORY]
    rules = [*shipped, *(rule for example in EXAMPLES for rule in example.rules)]

    said = {in_words(rule) for rule in shipped}

    assert len(said) == len(shipped)
    assert [in_words(rule) for rule in rules if "{" in in_words(rule)] == []
