"""The page of a case that one body has put to another."""

import pytest
from django.test import Client

from tests.arenden.web import acting
from tests.arenden.web.test_case_page import shown
from tests.arenden.web.test_case_page_decided import DAY, doing, raised_motion
from tests.factories import cases, people
from ärenden.actions.meetings import Sitting
from ärenden.actions.proposals import NewProposal, propose
from ärenden.actions.values import Point
from ärenden.choices import ProposalKind, ProposalSource

pytestmark = pytest.mark.django_db


def test_proposal_of_a_body_has_its_words_once_and_the_decision_leads_to_them(
    client: Client,
) -> None:
    world = cases.world()
    case = raised_motion(world)
    sits = Sitting(meeting=people.meeting(world.board, DAY), paragraph=44)
    points = [Point(text="att motionen avslås", has_att=True)]
    new = NewProposal(
        kind=ProposalKind.OWN, source=ProposalSource.BOARD, points=points, sitting=sits
    )
    propose(case=case, doing=doing(world), new=new, target_body=world.council)
    client.force_login(world.registrar)

    context = shown(client, case)

    (proposal,), (decision,) = context["proposals"], context["decisions"]
    assert (
        proposal.letter,
        proposal.kind,
        proposal.who,
        [each.text for each in proposal.points],
    ) == (
        "A",
        "Förslag till beslut",
        "Kommunstyrelsen, 30 mars 2026, § 44, till kommunfullmäktige",
        ["att motionen avslås"],
    )
    assert (decision.heading, decision.letter, decision.points) == (
        "Förslag till Kommunfullmäktige",
        "A",
        [],
    )


def test_entrusted_case_tells_who_decides_and_what_the_council_was_told(client: Client) -> None:
    world = acting.world()
    case = acting.decided_by_the_board(world)
    client.force_login(world.registrar)

    context = shown(client, case)

    assert [step.label for step in context["head"].procedure] == [
        "Inkommen",
        "Registrerad",
        "Väckt",
        "Överlåtet till nämnd",
        "Beslutad",
    ]
    assert [row.heading for row in context["decisions"]] == [
        "Överlåtelse till Kommunstyrelsen",
        "Slutligt beslut: avslag",
    ]
    assert ("Beslutas av", "Kommunstyrelsen") in [
        (row.label, row.value) for row in context["facts"]
    ]


def test_case_that_no_one_handed_over_awaits_no_such_step(client: Client) -> None:
    world = acting.world()
    case = acting.raised_citizen_proposal(world)
    client.force_login(world.registrar)

    steps = shown(client, case)["head"].procedure

    assert [step.label for step in steps if step.status == "next"] == [
        "Under beredning",
        "Förslag till beslut",
        "Beslutad",
    ]
