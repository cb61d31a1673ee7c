"""The page of a case that one body has put to another."""

import pytest
from django.test import Client

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
