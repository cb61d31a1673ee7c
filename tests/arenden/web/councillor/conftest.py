"""Councillors who write together, and the author signed in."""

from typing import Any

import pytest
from django.test import Client

from tests.arenden.web import acting
from tests.factories import drafts
from tests.factories.drafts import Writers


@pytest.fixture
def those(settings: Any, tmp_path: Any) -> Writers:
    settings.MEDIA_ROOT = tmp_path
    return drafts.writers(acting.world())


@pytest.fixture
def author(client: Client, those: Writers) -> Client:
    client.force_login(those.author)
    return client
