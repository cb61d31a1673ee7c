"""The party stylesheet: kept for a year at the address of its content."""

import pytest
from django.test import Client
from django.urls import reverse

from parties.colours import stylesheet_hash
from parties.models import Party
from tests.factories import cases

pytestmark = pytest.mark.django_db


def test_stylesheet_is_kept_at_the_address_of_its_content_only(client: Client) -> None:
    world = cases.world()
    Party.objects.filter(abbreviation="S").update(colour="#E8112D")
    client.force_login(world.registrar)
    slug, digest = world.organisation.slug, stylesheet_hash(world.organisation)

    current = client.get(reverse("arenden:party_colours", args=[slug, digest]))
    outdated = client.get(reverse("arenden:party_colours", args=[slug, "0123456789ab"]))

    assert current.content == b".p-s { --fill: #E8112D; --text: #ffffff; }\n"
    assert current.headers["Content-Type"] == "text/css; charset=utf-8"
    assert current.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert (outdated.content, outdated.headers["Cache-Control"]) == (current.content, "no-cache")
