"""The real documents, loaded one at a time."""

from collections.abc import Callable

import pytest
from django.conf import settings

from tests.factories import people
from tests.factories.cases import noon
from ärenden.models import Source
from ärenden.reading.loader import load
from ärenden.reading.sources import Reading, readings_of


@pytest.fixture
def seed_readings() -> dict[str, Reading]:
    """The readings of the real documents, by the number their names begin with."""
    if not settings.SOURCES.exists():
        pytest.skip("no real documents (ARENDEN_SOURCES)")
    return {reading.name[:3]: reading for reading in readings_of(settings.SOURCES)}


@pytest.fixture
def loaded(seed_readings: dict[str, Reading]) -> Callable[[str], Source]:
    """Load one document, such as `loaded("003")`."""

    def load_one(number: str) -> Source:
        reading = seed_readings[number]
        load(reading, registrar=people.user(), at=noon())
        return Source.objects.get(sha256=reading.sha256)

    return load_one
