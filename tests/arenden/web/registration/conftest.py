"""The registration page of a small world, and its registrar signed in."""

import pytest
from django.urls import reverse

from tests.factories import cases


@pytest.fixture
def world():
    return cases.world()


@pytest.fixture
def path(world):
    return reverse("arenden:register", kwargs={"organisation": world.organisation.slug})


@pytest.fixture
def registrar(client, world):
    client.force_login(world.registrar)
    return client
