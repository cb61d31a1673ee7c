"""The council's rules are adopted from a day on; cases keep those of the day they came in."""

from dataclasses import replace
from datetime import date

import pytest

from kernel.periods import period
from parties.changes import Administering
from parties.exceptions import Refused
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit
from ärenden.actions.rules import Heading, adopt, head, propose, remove_rule, write_rule
from ärenden.choices import CaseType, DeadlineStatus, Purpose
from ärenden.deadlines import default_rules
from ärenden.deadlines.examples.parts import hand_in, working
from ärenden.deadlines.shapes import MeetingAfter
from ärenden.models import Case, RuleSet
from ärenden.queries.rules import pure

pytestmark = pytest.mark.django_db
JANUARY, MARCH_3, MARCH_30 = date(2026, 1, 1), date(2026, 3, 3), date(2026, 3, 30)
RULES = default_rules(JANUARY)


@pytest.fixture
def world() -> World:
    return cases.world()


def administering(world: World, *, on: date = cases.TODAY) -> Administering:
    return Administering(organisation=world.organisation, by=world.registrar, at=cases.noon(on))


def proposal(world: World, *, first: date = MARCH_3, decided_on: date | None = JANUARY) -> RuleSet:
    heading = Heading(title="Arbetsordningen", first=first, decided_on=decided_on)
    return propose(heading, RULES.rules, doing=administering(world))


def in_force(world: World) -> RuleSet:
    row = proposal(world, first=JANUARY)
    adopt(row, doing=administering(world, on=JANUARY))
    return row


def test_adopted_rules_end_the_earlier_ones_the_day_before_and_are_logged(world: World) -> None:
    earlier, new = in_force(world), proposal(world)

    adopt(new, doing=administering(world))

    for row in (earlier, new):
        row.refresh_from_db()
    assert (earlier.period, new.period) == (period(JANUARY, MARCH_3), period(MARCH_3))
    assert new.adopted_by_name == world.registrar.name
    latest = world.organisation.changes.first()
    assert latest.summary == "Arbetsordningen antogs och gäller från 3 mars 2026"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"first": date(2026, 3, 1)}, "tidigast i dag"),
        ({"decided_on": None}, "Skriv vilken dag reglerna beslutades"),
        ({"decided_on": date(2026, 3, 3)}, "först när de är beslutade"),
    ],
)
def test_proposal_that_is_not_ready_is_refused_in_words(
    world: World, days: dict[str, date | None], said: str
) -> None:
    new = proposal(world, **days)  # type: ignore[arg-type]

    with pytest.raises(Refused, match=said):
        adopt(new, doing=administering(world))


def test_proposal_from_a_day_that_has_later_rules_is_refused(world: World) -> None:
    in_force(world)
    adopt(proposal(world), doing=administering(world))

    with pytest.raises(Refused, match="gäller redan från 3 mars 2026: välj en senare dag"):
        adopt(proposal(world), doing=administering(world))


def test_adopted_rules_are_not_rewritten(world: World) -> None:
    row = in_force(world)
    doing = administering(world)

    for rewrite in (
        lambda: adopt(row, doing=doing),
        lambda: remove_rule(row, RULES.rules[0], doing=doing),
        lambda: head(row, Heading(title="Ny", first=MARCH_3), doing=doing),
    ):
        with pytest.raises(Refused, match="antagna och kan inte ändras"):
            rewrite()


def test_rule_is_written_in_the_place_of_another_and_told_in_words(world: World) -> None:
    row, old = proposal(world), RULES.rules[0]
    new = replace(hand_in(CaseType.INTERPELLATION, working(5)), name=old.name, source="§ 33")

    write_rule(row, new, instead_of=old, doing=administering(world))

    row.refresh_from_db()
    assert pure(row).rules == (new, *RULES.rules[1:])
    assert world.organisation.changes.first().changes == [
        [
            "Regeln",
            (
                "En interpellation bör lämnas in senast sju dagar före sammanträdet där den ställs;"
                " det som kommer senare tas upp vid nästa sammanträde."
            ),
            (
                "En interpellation ska lämnas in senast fem arbetsdagar före sammanträdet där den"
                " ställs."
            ),
        ]
    ]


def test_second_answer_to_the_same_question_is_refused(world: World) -> None:
    row = proposal(world)
    twin = replace(hand_in(CaseType.INTERPELLATION, working(5)), key="annan")

    with pytest.raises(Refused, match="Två regler säger när interpellation ska: lämnas in"):
        write_rule(row, twin, instead_of=None, doing=administering(world))

    row.refresh_from_db()
    assert pure(row).rules == RULES.rules


def put(world: World, *, received_on: date) -> Case:
    """Handed in on the day, and permitted on 30 March."""
    case = cases.registered_case(world, on=MARCH_3, received_on=received_on)
    sitting = Sitting(meeting=world.first_meeting, paragraph=received_on.day)
    permit(case=case, doing=world.doing(on=MARCH_30), sitting=sitting)
    return case


def test_case_keeps_the_rules_of_the_day_when_it_was_handed_in(world: World) -> None:
    in_force(world)
    third = people.meeting(world.council, date(2026, 5, 25))
    new = proposal(world)
    [answer] = [rule for rule in RULES.rules if rule.key == "interpellation-besvaras"]
    later = replace(answer, shape=MeetingAfter(n=2, after=answer.shape.after))  # type: ignore[union-attr]
    write_rule(new, later, instead_of=answer, doing=administering(world))
    adopt(new, doing=administering(world))

    before, after = (put(world, received_on=day) for day in (cases.TODAY, MARCH_3))

    assert (before.target_meeting, after.target_meeting) == (world.second_meeting, third)
    open_ones = after.deadlines.filter(status=DeadlineStatus.OPEN, purpose=Purpose.ANSWER)
    assert open_ones.get().due_at.date() == date(2026, 5, 25)
