"""What is taken for personal data in a text, and what is left alone."""

import pytest

from ärenden.personal_data import Found, Kind, personal_data

PERSONAL = [
    ("Född 19811218-9876.", Kind.PERSONNUMMER, "19811218-9876"),
    ("Född 811218-9876.", Kind.PERSONNUMMER, "811218-9876"),
    ("8112189876", Kind.PERSONNUMMER, "8112189876"),
    ("811218+9876", Kind.PERSONNUMMER, "811218+9876"),
    ("811218–9876", Kind.PERSONNUMMER, "811218–9876"),
    ("811218 9876", Kind.PERSONNUMMER, "811218 9876"),
    ("20000229-0005", Kind.PERSONNUMMER, "20000229-0005"),
    ("nr 701063-2391", Kind.SAMORDNINGSNUMMER, "701063-2391"),
    ("skriv till anna.ek@hem.example.", Kind.EMAIL, "anna.ek@hem.example"),
    ("ring 070-123 45 67", Kind.PHONE, "070-123 45 67"),
    ("ring 0701234567 nu", Kind.PHONE, "0701234567"),
    ("+46 70 123 45 67", Kind.PHONE, "+46 70 123 45 67"),
    ("08-12 34 56 78", Kind.PHONE, "08-12 34 56 78"),
]
ORDINARY = [
    "811218-9875",
    "19811318-9876",
    "KS 2026/00042",
    "organisationsnummer 212000-1355",
    "dnr 2025-01234",
    "den 2026-11-22 kl. 08.10",
    "omkring 214 000 kronor",
    "kostar 0,75 procent av 12 345 678 kronor",
    "paragraf 184, sidan 12",
]


@pytest.mark.parametrize(("text", "kind", "found"), PERSONAL)
def test_personal_data_is_found_as_it_stands(text: str, kind: Kind, found: str) -> None:
    assert personal_data(text) == (Found(kind, found),)


@pytest.mark.parametrize("text", ORDINARY)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert personal_data(text) == ()


def test_address_of_the_own_organisation_is_not_private() -> None:
    assert personal_data("kansli@provby.example", own_domain="Provby.example") == ()


def test_name_of_a_private_person_is_found_once() -> None:
    found = personal_data("Rut Granne bad om det. RUT GRANNE igen.", names=["Rut Granne"])

    assert found == (Found(Kind.NAME, "Rut Granne"),)
