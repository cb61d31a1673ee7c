"""The page of a motion and of a committee case: points, yrkanden, propositions, decisions."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.arenden.web import acting
from tests.arenden.web.case_page import MOST_QUERIES, queries_of, shown
from tests.factories import cases
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.meetings import Sitting
from ärenden.actions.minutes import (
    NewReservation,
    NewTask,
    add_statement,
    add_task,
    note_non_participation,
    reserve,
)
from ärenden.actions.preparation import (
    NewPrepStep,
    NewStatement,
    note_preparation,
    prepare,
    raise_case,
    receive_statement,
    refer,
)
from ärenden.actions.proposals import NewProposal, NewStep, add_proposal, add_step, propose
from ärenden.actions.values import Name, Point
from ärenden.choices import (
    CaseType,
    NonParticipationKind,
    Outcome,
    PrepAction,
    ProposalKind,
    ProposalSource,
    SectionKey,
    StatementKind,
    StepMethod,
)
from ärenden.models import Case, MinutesItem, MinutesSection

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 30)


def doing(world: cases.World) -> Any:
    return world.doing(on=DAY)


def sitting(world: cases.World) -> Sitting:
    return Sitting(meeting=world.first_meeting, paragraph=12)


def raised_motion(world: cases.World) -> Case:
    case = cases.motion(world)
    raise_case(case=case, doing=doing(world), sitting=sitting(world), raised_on=DAY)
    prepare(case=case, doing=doing(world), body=world.board, on=DAY)
    return case


def decided_motion(world: cases.World) -> Case:
    """Bifall of the first att-sats and avslag of the second, in other words in the minutes."""
    case = raised_motion(world)
    referral = refer(
        case=case,
        doing=doing(world),
        recipient="Tekniska nämnden",
        body=None,
        sent_on=DAY,
        due_on=DAY,
    )
    statement = NewStatement(text="Nämnden är positiv.", answered_on=DAY)
    receive_statement(referral=referral, doing=doing(world), new=statement)
    board = NewProposal(kind=ProposalKind.REJECTION, source=ProposalSource.BOARD)
    propose(case=case, doing=doing(world), new=board)
    first, second = case.proposals.get(source=ProposalSource.MOTION).points.all()
    new = NewDecision(
        outcome=Outcome.PARTLY_APPROVED,
        points=[Point(text="Cykelställen sätts upp, omålade.")],
        outcomes={first: Outcome.APPROVED, second: Outcome.REJECTED},
        sitting=sitting(world),
    )
    decide(case=case, doing=doing(world), new=new)
    return case


def test_motion_shows_each_point_beside_statement_and_outcome(client: Client) -> None:
    world = cases.world()
    case = decided_motion(world)
    client.force_login(world.registrar)

    (points,) = shown(client, case)["own_points"]

    assert [(pair.text, [each.text for each in pair.answers]) for pair in points.pairs] == [
        ("att kommunen sätter upp tio cykelställ", ["Bifall"]),
        ("att de målas gröna", ["Avslag"]),
    ]
    assert [(each.label, each.text) for each in points.statements] == [
        ("Yttrande: Tekniska nämnden, 30 mars 2026", "Nämnden är positiv.")
    ]


def test_decision_keeps_its_printed_points_apart_from_the_outcomes(client: Client) -> None:
    world = cases.world()
    case = decided_motion(world)
    client.force_login(world.registrar)

    decision = shown(client, case)["decisions"][-1]

    assert [point.text for point in decision.points] == ["Cykelställen sätts upp, omålade."]
    assert [(each.name, each.outcome) for each in decision.outcomes] == [
        ("Att-sats 1", "bifall"),
        ("Att-sats 2", "avslag"),
    ]


def test_late_and_declined_referrals_are_told_apart(client: Client) -> None:
    world = cases.world()
    case = raised_motion(world)
    refer(
        case=case,
        doing=doing(world),
        recipient="Tekniska nämnden",
        body=None,
        sent_on=DAY,
        due_on=date(2026, 3, 31),
    )
    client.force_login(world.registrar)

    rows = shown(client, case)["referrals"]

    assert [(row.heading, row.notes) for row in rows] == [
        (
            "Tekniska nämnden: försenat",
            ["Skickad 30 mars 2026, svar senast 31 mars 2026."],
        )
    ]


def committee_case(world: cases.World, *, texts: Sequence[str] = ("En.",)) -> Case:
    """A case with two yrkanden, a step against rejection, a decision and all that follows."""
    case = cases.registered_case(
        world,
        case_type=CaseType.COMMITTEE,
        title="Utredning av lekplatserna",
        questions=(),
        addressee=None,
        points=[Point(text=text) for text in texts],
    )
    act = {"case": case, "doing": doing(world)}
    asker, other = cases.name_of(world.asker, party="(V)"), cases.name_of(world.answerer)
    points = [Point(text=text) for text in texts]
    main = add_proposal(
        **act,
        new=NewProposal(
            kind=ProposalKind.OWN, proposers=[asker], supporters=[other], points=points
        ),
    )
    added = NewProposal(kind=ProposalKind.ADDITION, proposers=[other], text="Mer.", target=main)
    addition = add_proposal(**act, new=added)
    step = NewStep(
        method=StepMethod.AGAINST_REJECTION,
        options=[main, None],
        outcome=main,
        found="Ordföranden finner bifall.",
        votes=(7, 4, 1),
        meanings=("bifall", "avslag"),
    )
    add_step(**act, new=step)
    note_preparation(**act, new=NewPrepStep(action=PrepAction.ASSIGNMENT, actor="Nämnden"))
    decision = decide(
        **act,
        new=NewDecision(
            outcome=Outcome.ADOPTED, points=points, lead_text="Vi beslutar", sitting=sitting(world)
        ),
    )
    absent = {"people": [Name(name="Jan Jäv")], "decision": decision}
    note_non_participation(**act, kind=NonParticipationKind.CONFLICT, **absent)
    for_addition = NewReservation(people=[other], in_favour_of=addition, printed="Reserverar sig.")
    reserve(decision=decision, doing=doing(world), new=for_addition)
    add_statement(**act, kind=StatementKind.MINUTES_NOTE, authors=[other], text="Noteras.")
    add_task(**act, new=NewTask(responsible="Kontoret", text="Återkom."))
    return case


def test_committee_case_shows_yrkanden_by_letter_and_the_order_of_propositions(
    client: Client,
) -> None:
    world = cases.world()
    case = committee_case(world)
    client.force_login(world.registrar)

    context = shown(client, case)
    case.steps.update(yes=4)
    (step,), (tied,) = context["steps"], shown(client, case)["steps"]

    assert [(row.letter, row.who, row.supporters, row.about) for row in context["proposals"]] == [
        ("A", "Frida Fråga (V)", "Instämmer: Sven Svar", ""),
        ("B", "Sven Svar", "", "Gäller förslag A"),
    ]
    assert (step.sides, step.outcome, step.vote) == (
        ["A", "Avslag"],
        "Bifall till förslag A, genom omröstning",
        "7 ja (bifall), 4 nej (avslag) och 1 avstår",
    )
    assert tied.vote.endswith("; vid lika röster avgör ordförandens röst (KL 5 kap. 56 §)")


def test_decision_shows_its_points_and_who_reserved_themselves_in_favour_of_what(
    client: Client,
) -> None:
    world = cases.world()
    case = committee_case(world)
    client.force_login(world.registrar)

    context = shown(client, case)
    (decision,) = context["decisions"]

    assert (decision.heading, decision.place, decision.lead) == (
        "Slutligt beslut: antagen",
        "Kommunfullmäktige, 30 mars 2026, § 12",
        "Vi beslutar",
    )
    assert [point.text for point in decision.points] == ["En."]
    assert [each.heading for each in (*decision.reservations, *decision.absent)] == [
        "Reservation till förmån för förslag B: Sven Svar",
        "Jäv: Jan Jäv",
    ]
    assert [row.heading for row in (*context["statements"], *context["tasks"])] == [
        "Protokollsanteckning: Sven Svar",
        "Kontoret: pågår",
    ]


def test_sections_of_the_minutes_stand_with_their_printed_headings(client: Client) -> None:
    world = cases.world()
    case = committee_case(world)
    item = MinutesItem.objects.get(case=case)
    for position, (heading, key, text) in enumerate(
        [
            ("Ärendebeskrivning", SectionKey.BACKGROUND, "Bakgrunden."),
            ("Förslag till beslut på sammanträdet", SectionKey.PROPOSALS, "Yrkandena."),
        ]
    ):
        MinutesSection.objects.create(
            item=item, position=position, heading_printed=heading, key=key, text=text
        )
    client.force_login(world.registrar)

    (minutes,) = shown(client, case)["minutes"]

    assert minutes.heading == "§ 12, Kommunfullmäktige, 30 mars 2026"
    assert [(section.heading, section.text) for section in minutes.sections] == [
        ("Ärendebeskrivning", "Bakgrunden."),
        ("Förslag till beslut på sammanträdet", "Yrkandena."),
    ]


def test_page_of_a_decided_case_asks_as_few_questions_for_many_points(client: Client) -> None:
    world = cases.world()
    client.force_login(world.registrar)
    few = committee_case(world)
    other = cases.world()
    client.force_login(other.registrar)
    many = committee_case(other, texts=[f"Punkt {at}." for at in range(200)])

    counts = [queries_of(client, many)]
    client.force_login(world.registrar)
    counts.append(queries_of(client, few))

    assert counts[0] == counts[1]
    assert max(counts) <= MOST_QUERIES


def test_task_has_its_day_beside_the_case(client: Client) -> None:
    world = acting.world()
    case = acting.decided(world)
    add_task(
        case=case,
        doing=acting.now(world),
        new=NewTask(responsible="Tekniska kontoret", text="Räkna.", due_on=date(2027, 9, 30)),
    )
    client.force_login(world.registrar)

    page = client.get(acting.case_url(case)).content.decode()

    assert "<h3>Uppdrag till tekniska kontoret</h3>" in page
    assert "Tekniska kontoret ska redovisa uppdraget torsdag 30 september 2027." in page
