"""The menu says where one is, also where the address does not."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties.models import Membership, Organisation
from tests.arenden.web import acting
from tests.arenden.web.councillor.typed import at, of, signed_in
from tests.factories import answers, drafts, people
from tests.factories.cases import World

pytestmark = pytest.mark.django_db


def marked(reader: Client, path: str) -> list[str]:
    nav = reader.get(path).context["workplace"].nav
    return [item.label for item in nav if item.is_current]


def test_who_answers_is_among_the_answers() -> None:
    world = acting.world()
    those = answers.answering(world, acting.permitted(world))

    path = reverse("arenden:answer", args=[world.organisation.slug, those.case.public_id])

    assert marked(signed_in(those.answerer), path) == ["Svar"]


def test_what_is_handed_in_is_on_ones_own_desk(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    those = drafts.writers(acting.world())
    author, office = signed_in(those.author), signed_in(those.world.registrar)
    draft, submission = drafts.draft(those), drafts.handed_in(those).public_id

    receipt = at(those, "handed_in", submission=submission)

    assert marked(author, of(those, "draft", draft)) == ["Mina ärenden"]
    assert marked(author, receipt) == ["Mina ärenden"]
    assert marked(office, receipt) == ["Att göra"]
    assert marked(office, at(those, "motion_balance")) == ["Ärenden"]


def in_two_organisations() -> tuple[User, World, Organisation]:
    """The registrar of one who got a role in another later."""
    world = acting.world()
    other = people.organisation()
    Membership.objects.create(
        user=world.registrar,
        organisation=other,
        role=Role.REVIEWER,
        period=period(people.LONG_AGO),
    )
    return world.registrar, world, other


def test_ones_own_account_is_in_the_shell_of_where_one_last_worked() -> None:
    user, world, other = in_two_organisations()
    reader = signed_in(user)
    account = reverse("accounts:account")

    found = []
    for organisation in (None, other, world.organisation):
        if organisation:
            reader.get(reverse("arenden:cases", args=[organisation.slug]))
        workplace = reader.get(account).context["workplace"]
        start = reader.get("/")["Location"]
        found.append((workplace.organisation, start))

    home = {each: reverse("arenden:home", args=[each.slug]) for each in (world.organisation, other)}
    assert found == [
        (world.organisation, home[world.organisation]),
        (other, home[other]),
        (world.organisation, home[world.organisation]),
    ]


def test_organisation_that_one_has_left_is_no_longer_where_one_works() -> None:
    user, world, other = in_two_organisations()
    reader = signed_in(user)
    reader.get(reverse("arenden:cases", args=[other.slug]))
    user.memberships.filter(organisation=other).delete()

    workplace = reader.get(reverse("accounts:account")).context["workplace"]

    assert workplace.organisation == world.organisation
    assert reader.get("/")["Location"] == reverse("arenden:home", args=[world.organisation.slug])
