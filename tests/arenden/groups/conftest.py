"""A group whose member is signed in."""

import pytest
from django.test import Client

from tests.arenden.groups.making import Grouped, grouped


@pytest.fixture
def made(client: Client) -> Grouped:
    found = grouped()
    client.force_login(found.member)
    return found
