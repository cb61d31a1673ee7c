"""The form of rätta: first what, then the new wording or day beside the present one."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from kernel.dates import full_date
from tests.arenden.web import acting
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db


def test_mistyped_day_is_mended_and_the_first_one_readable(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    before = case.received_on or acting.today()
    after = before - timedelta(days=3)
    what = f"case-{case.pk}-received_on"
    url = acting.form_url(case, Action.CORRECT)

    assertContains(client.get(url, {"what": what}), f"Nuvarande lydelse: {full_date(before)}")
    hidden = acting.opened(client, case, Action.CORRECT)
    fields = {"what": what, "text": after.isoformat(), "reason": "Fel dag"}
    response = client.post(url, hidden | fields)

    assertRedirects(response, acting.case_url(case))
    case.refresh_from_db()
    assert case.received_on == after
    page = client.get(acting.case_url(case))
    assertContains(page, "Ärendet: inkommen dag")
    assertContains(page, full_date(before))


def test_what_can_be_mended_is_told_by_its_number(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world, received_on=acting.today())
    client.force_login(world.registrar)

    page = client.get(acting.form_url(case, Action.CORRECT))

    assertContains(page, f"Handling 1, inkommen: {full_date(acting.today())}")
    assertContains(page, "Handling 1, daterad (tom)")
    assertContains(page, "Fråga 2, text: När målas de om?")
