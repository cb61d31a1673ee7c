"""The steps that the page of a case offers, and what hinders the others."""

import pytest
from django.test import Client

from accounts.roles import Role
from tests.arenden.web.case_page import LATER, shown
from tests.factories import cases, people
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit
from ärenden.choices import CaseType
from ärenden.web.cases.presenters.grouping import GROUPS
from ärenden.web.cases.presenters.sentences import ABOUT
from ärenden.workflow import Action
from ärenden.workflow.actions import WITHOUT_STEP

pytestmark = pytest.mark.django_db


def test_next_steps_tell_what_hinders_the_others(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    client.force_login(world.registrar)

    steps = shown(client, case)["next"]
    others = {row.label: [each.text for each in row.hinders] for row in steps.others}

    assert steps.main.label == "Anmäl till sammanträde"
    assert others == {
        "Anteckna att den får ställas": [],
        "Ta in svaret": [],
        "Anteckna att svaret skrivs": [],
        "Lämna över svaret": ["inget svar har kommit in"],
        "Anteckna som besvarad": ["fullmäktige har inte beslutat att den får ställas"],
    }


def test_other_possible_steps_stand_in_their_groups(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world, body=world.board, case_type=CaseType.COMMITTEE)
    client.force_login(world.registrar)

    more = shown(client, case)["next"].more

    assert [(group.heading, group.steps[0].label) for group in more] == [
        ("Beredning", "Anteckna beredningssteg"),
        ("Sammanträdet och protokollet", "Anteckna yrkande"),
        ("Handlingar", "Flytta handling"),
        ("Allmänheten", "Publicera på webben"),
        ("Vem som handlägger", "Byt ansvarig handläggare"),
        ("Rätta och ordna", "Rätta text, namn eller dag"),
    ]


def test_every_step_is_found_under_one_heading() -> None:
    grouped = [action for _heading, actions in GROUPS for action in actions]

    assert sorted(grouped) == sorted(set(Action) - WITHOUT_STEP)


def test_step_that_is_done_is_not_offered_again(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    permit(case=case, doing=world.doing(on=LATER), sitting=Sitting(meeting=world.first_meeting))
    client.force_login(world.registrar)

    steps = shown(client, case)["next"]
    rows = [*steps.others, *(row for group in steps.more for row in group.steps)]
    labels = {row.label for row in rows}

    assert steps.main.label == "Ta in svaret"
    assert "Anteckna att den får ställas" not in labels


def test_reader_without_a_verb_is_offered_no_steps(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    asker = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)
    client.force_login(asker)

    assert shown(client, case)["next"] is None


def test_every_step_has_its_sentence() -> None:
    assert set(ABOUT) == set(Action) - WITHOUT_STEP
