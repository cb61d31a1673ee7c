"""Beside the case: what comes next and by when, in one sentence."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kernel.dates import full_date
from tests.arenden.web import acting
from tests.arenden.web.case_page import shown
from tests.arenden.web.completed import completed
from tests.factories import people
from ärenden.actions.completions import receive_completion
from ärenden.actions.deadline_moves import move_deadline, waive_deadline
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import announce
from ärenden.actions.preparation import report_open
from ärenden.choices import DeadlineCause, DeadlineStatus, Purpose
from ärenden.models import Case

pytestmark = pytest.mark.django_db


def outlook(client: Client, case: Case) -> str:
    text: str = shown(client, case)["outlook"]
    return text


def near(days: int) -> str:
    """As the sentence tells a day: without the year that it is."""
    day = acting.today() + timedelta(days=days)
    return full_date(day).removesuffix(f" {timezone.localdate().year}")


def test_registered_interpellation_says_which_meeting_it_reaches(client: Client) -> None:
    world = acting.world()
    people.meeting(world.council, acting.today() + timedelta(days=3))
    case = acting.registered(world, received_on=acting.today())
    client.force_login(world.registrar)

    assert outlook(client, case) == f"Interpellationen anmäls den {near(30)}."


def test_completion_that_counts_reaches_a_later_meeting(client: Client) -> None:
    world = acting.world()
    people.meeting(world.council, acting.today() + timedelta(days=3))
    case = completed(world)
    client.force_login(world.registrar)

    first = outlook(client, case)
    second = case.submissions.latest("pk")
    receive_completion(
        case=case,
        doing=acting.now(world),
        submission=second,
        counted=second,
        reason="Frågan är en annan nu",
    )

    assert first.startswith(f"Interpellationen anmäls den {near(3)} ")
    assert outlook(client, case) == f"Interpellationen anmäls den {near(30)}."


def test_case_on_a_list_says_that_meeting(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    later = people.meeting(world.council, acting.today() + timedelta(days=60))
    announce(case=case, doing=acting.now(world), meeting=later)
    client.force_login(world.registrar)

    assert outlook(client, case) == f"Interpellationen anmäls den {near(60)}."


def test_permitted_interpellation_says_by_when_the_answer_is_due(client: Client) -> None:
    world = acting.world()
    case = acting.permitted(world)
    client.force_login(world.registrar)

    sentence = outlook(client, case)

    assert sentence.startswith("Svaret lämnas till kansliet senast ")
    assert sentence.endswith(f", och interpellationen besvaras den {near(30)}.")


def test_more_time_for_the_answer_is_what_the_page_says(client: Client) -> None:
    world = acting.world()
    case = acting.permitted(world)
    client.force_login(world.registrar)
    answer_in = case.deadlines.get(purpose=Purpose.ANSWER_IN)
    move_deadline(
        case=case,
        doing=acting.now(world),
        deadline=answer_in,
        to=acting.today() + timedelta(days=29),
        cause=DeadlineCause.EXTENSION,
        reason="Underlaget kommer sent",
    )

    extended = outlook(client, case)
    now = case.deadlines.get(purpose=Purpose.ANSWER_IN, status=DeadlineStatus.OPEN)
    waive_deadline(case=case, doing=acting.now(world), deadline=now, reason="Svaret blir muntligt")

    assert extended.startswith("Svaret lämnas till kansliet senast ")
    assert near(29) in extended
    assert outlook(client, case).startswith("Svaret lämnas till frågeställaren senast ")


def test_motion_says_when_its_year_is_out_until_it_is_reported(client: Client) -> None:
    world = acting.world()
    case = acting.preparing(world)
    client.force_login(world.registrar)

    before = outlook(client, case)
    report_open(
        case=case,
        doing=acting.now(world),
        sitting=Sitting(meeting=world.first_meeting),
        shown="Utreds.",
    )

    assert before.startswith("Ett år går ut ")
    assert outlook(client, case) == ""


def test_decided_motion_has_nothing_ahead(client: Client) -> None:
    world = acting.world()
    case = acting.decided(world)
    client.force_login(world.registrar)

    assert outlook(client, case) == ""
