"""Party colours: always readable, whatever colour a party chooses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.periods import period
from parties.choices import PartyScope
from parties.colours import BLACK, WHITE, class_of, contrast, organisation_stylesheet, text_on
from parties.models import Organisation, Party
from tests.factories import people

READABLE = 4.5  # WCAG 2.2, 1.4.3


@pytest.mark.parametrize(
    ("fill", "text", "ratio"),
    [
        ("#E8112D", WHITE, 4.62),
        ("#52BDEC", BLACK, 9.85),
        ("#DDDD00", BLACK, 14.42),
        ("#000077", WHITE, 16.58),
    ],
)
def test_text_is_the_one_that_contrasts_more(fill: str, text: str, ratio: float) -> None:
    assert text_on(fill) == text
    assert contrast(text, fill) == pytest.approx(ratio, abs=0.01)


@given(st.integers(0, 0xFFFFFF))
def test_text_is_readable_on_every_colour(number: int) -> None:
    fill = f"#{number:06x}"

    assert contrast(text_on(fill), fill) >= READABLE


@pytest.mark.parametrize(
    ("abbreviation", "name"),
    [("S", "p-s"), ("EXP", "p-exp"), ("ÖP", "p-op"), ("–", "p-none"), ("", "p-none")],
)
def test_class_is_ascii_and_partilos_has_one(abbreviation: str, name: str) -> None:
    assert class_of(abbreviation) == name


def local_party(organisation: Organisation, colour: str) -> Party:
    return Party.objects.create(
        organisation=organisation,
        abbreviation="S",
        name="Sjöpartiet",
        scope=PartyScope.LOCAL,
        colour=colour,
        period=period(people.LONG_AGO),
    )


@pytest.mark.django_db
def test_stylesheet_has_national_parties_then_the_organisation_s_own() -> None:
    here, elsewhere = people.organisation(), people.organisation()
    Party.objects.filter(pk=people.party("S").pk).update(colour="#E8112D")
    people.party("V", name="Vänsterpartiet")
    local_party(here, "#52BDEC")
    local_party(elsewhere, "#000077")

    assert organisation_stylesheet(here) == (
        ".p-s { --fill: #E8112D; --text: #ffffff; }\n.p-s { --fill: #52BDEC; --text: #000000; }\n"
    )
