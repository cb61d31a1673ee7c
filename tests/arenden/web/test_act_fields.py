"""What the fields of an action's form demand, each in its own words."""

from http import HTTPStatus

import pytest
from django import forms
from django.test import Client

from tests.arenden.web import acting
from ärenden.web.cases.actions.base import ActionForm
from ärenden.web.cases.actions.registry import FORMS
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db


def test_missing_meeting_is_told_at_its_field(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)

    response = acting.sent(client, case, Action.PERMIT, meeting="")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert response.context["form"].errors == {"meeting": ["Välj sammanträde"]}


def test_office_too_long_to_keep_is_told_at_its_field(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    to = f"Frida Fråga (V), {'o' * 161}"

    response = acting.sent(client, case, Action.CHANGE_ANSWERER, to=to, reason="Fel svarande")

    told = ["Uppdraget kan ha högst 160 tecken"]
    assert response.context["form"].errors == {"to": told}


def test_more_votes_than_any_body_has_are_told_at_their_field(client: Client) -> None:
    world = acting.world()
    case = acting.proposed(world)
    client.force_login(world.registrar)

    response = acting.sent(client, case, Action.ADD_STEP, has_vote="on", yes="99999")

    assert "lika med 9999" in response.context["form"].errors["yes"].as_text()


@pytest.mark.parametrize("form", FORMS.values())
def test_required_field_says_in_its_own_words_what_is_missing(form: type[ActionForm]) -> None:
    asked = {name: field for name, field in form.base_fields.items() if is_blank(field)}

    own = {name: field.error_messages["required"] for name, field in asked.items()}

    assert forms.Field.default_error_messages["required"] not in own.values()


def is_blank(field: forms.Field) -> bool:
    """Is it required, and may be sent empty? A list without a blank choice always holds one."""
    is_list = isinstance(field.widget, forms.Select) and not isinstance(
        field.widget, forms.RadioSelect
    )
    return field.required and not is_list
