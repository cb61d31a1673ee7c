"""The real documents, loaded one at a time."""

from collections.abc import Callable

import pytest
from django.conf import settings

from tests.factories import people
from tests.factories.cases import noon
from ärenden.models import Case, Source
from ärenden.reading.loader import load
from ärenden.reading.sources import Reading, readings_of


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skipped here and not in a fixture, so that all are told on one line."""
    if "seeds" in item.keywords and not settings.SOURCES.exists():
        pytest.skip("no real documents (ARENDEN_SOURCES)")


@pytest.fixture
def seed_readings() -> dict[str, Reading]:
    """The readings of the real documents, by the number their names begin with."""
    return {reading.name[:3]: reading for reading in readings_of(settings.SOURCES)}


@pytest.fixture
def loaded(seed_readings: dict[str, Reading]) -> Callable[[str], Source]:
    """Load one document, such as `loaded("003")`."""

    def load_one(number: str) -> Source:
        reading = seed_readings[number]
        load(reading, registrar=people.user(), at=noon())
        return Source.objects.get(sha256=reading.sha256)

    return load_one


@pytest.fixture
def case_of(loaded: Callable[[str], Source]) -> Callable[[str], Case]:
    """The case that a document became."""

    def load_case(number: str) -> Case:
        case = loaded(number).case
        assert case is not None
        return case

    return load_case
