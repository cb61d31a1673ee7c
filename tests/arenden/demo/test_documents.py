"""The demo with real documents: each in its own organisation, with the demo's registrar."""

from datetime import date

import pytest
from django.conf import settings

from accounts.models import User
from accounts.roles import Role
from parties.models import Membership, Organisation
from ärenden.demo.load import load_demo
from ärenden.reading.sources import readings_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.seeds,
    pytest.mark.skipif(not settings.SOURCES.exists(), reason="no real documents (ARENDEN_SOURCES)"),
]


def test_demos_secretary_is_registrar_of_every_document(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    load_demo(today=date(2026, 11, 22), readings=readings_of(settings.SOURCES))

    secretary = User.objects.get(name="Gunvor Ekmyra")
    own = Membership.objects.filter(user=secretary, role=Role.REGISTRAR)
    assert Organisation.objects.count() == 6
    assert set(own.values_list("organisation", flat=True)) == set(
        Organisation.objects.values_list("pk", flat=True)
    )
