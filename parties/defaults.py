"""What a new organisation begins with, so that nothing has to be set before its first case."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.backends.postgresql.psycopg_any import DateRange

from kernel.periods import period
from parties.choices import BodyKind, OrganisationKind, PartyScope
from parties.models import Body, MandatePeriod, Organisation, Party

# All eight have borne these letters since Folkpartiet became Liberalerna in November 2015.
NATIONAL_FROM: Final = date(2016, 1, 1)
NATIONAL: Final = (
    ("S", "Socialdemokraterna", "#E8112D"),
    ("M", "Moderaterna", "#52BDEC"),
    ("SD", "Sverigedemokraterna", "#DDDD00"),
    ("C", "Centerpartiet", "#009933"),
    ("V", "Vänsterpartiet", "#DA291C"),
    ("KD", "Kristdemokraterna", "#000077"),
    ("MP", "Miljöpartiet de gröna", "#83CF39"),
    ("L", "Liberalerna", "#006AB3"),
)


@dataclass(frozen=True)
class Names:
    """How a kind of organisation calls its council and its board."""

    council: tuple[str, str]
    board: tuple[str, str]


MUNICIPAL: Final = Names(("Kommunfullmäktige", "KF"), ("Kommunstyrelsen", "KS"))
REGIONAL: Final = Names(("Regionfullmäktige", "RF"), ("Regionstyrelsen", "RS"))
# The municipality of Gotland may use the regions' names (KL 3:14).
NAMES: Final = {
    OrganisationKind.MUNICIPALITY: MUNICIPAL,
    OrganisationKind.REGION: REGIONAL,
    OrganisationKind.MUNICIPALITY_WITH_REGION: REGIONAL,
}


def add_national_parties() -> None:
    """The parties of the Riksdag, as far as they are not there already."""
    known = set(Party.objects.filter(organisation=None).values_list("abbreviation", flat=True))
    Party.objects.bulk_create(
        Party(
            abbreviation=letters,
            name=name,
            colour=colour,
            scope=PartyScope.NATIONAL,
            period=period(NATIONAL_FROM),
        )
        for letters, name, colour in NATIONAL
        if letters not in known
    )


def add_council_and_board(organisation: Organisation, *, on: date) -> tuple[Body, Body]:
    """Both with their mandate; their register is the board's."""
    names = NAMES[OrganisationKind(organisation.kind)]
    board = _body(organisation, BodyKind.BOARD, names.board, on)
    council = _body(organisation, BodyKind.COUNCIL, names.council, on)
    council.is_public, council.register = True, board
    council.save()
    for body in (council, board):
        mandate = mandate_of(body, elected=last_election(on))
        MandatePeriod.objects.create(body=body, period=mandate)
    return council, board


def last_election(day: date) -> int:
    """The year whose council sits on the day: elections are held in 2022, 2026, 2030."""
    year = day.year - (day.year - 2022) % 4
    return year if day >= date(year, 10, 15) else year - 4


def mandate_of(body: Body, *, elected: int) -> DateRange:
    """The council's from 15 October (KL 5:9); the others', unless decided, from New Year (6:18)."""
    is_council = body.kind == BodyKind.COUNCIL
    first = date(elected, 10, 15) if is_council else date(elected + 1, 1, 1)
    return period(first, first.replace(year=first.year + 4))


def _body(organisation: Organisation, kind: BodyKind, called: tuple[str, str], on: date) -> Body:
    name, abbreviation = called
    return Body.objects.create(
        organisation=organisation,
        kind=kind,
        name=name,
        abbreviation=abbreviation,
        period=period(date(on.year, 1, 1)),
    )
