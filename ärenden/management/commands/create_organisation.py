"""Make a municipality or region from nothing, and invite its first administrator."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from parties.choices import OrganisationKind
from parties.exceptions import Refused
from ärenden.actions.founding import Founding, found, slug_of

KINDS = {
    "kommun": OrganisationKind.MUNICIPALITY,
    "region": OrganisationKind.REGION,
    "kommun-med-regionansvar": OrganisationKind.MUNICIPALITY_WITH_REGION,
}
INVITED = """\
{name} är upplagd.
Ge adressen till {administrator}, som väljer sitt lösenord där. Den gäller i 14 dagar, en gång:

  {address}
"""


class Command(BaseCommand):
    help = "Lägger upp en kommun eller region och bjuder in dess första administratör."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=KINDS, help="kommun eller region")
        parser.add_argument("name", help='organisationens namn, "Exempelby kommun"')
        parser.add_argument("--administrator", required=True, help="administratörens namn")
        parser.add_argument("--email", required=True, help="administratörens e-postadress")

    def handle(
        self, *, kind: str, name: str, administrator: str, email: str, **_options: Any
    ) -> None:
        new = Founding(
            kind=KINDS[kind],
            name=" ".join(name.split()),
            administrator=" ".join(administrator.split()),
            email=email.strip(),
        )
        _check(new)
        try:
            address = found(new, at=timezone.now())
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        told = INVITED.format(name=new.name, administrator=new.administrator, address=address)
        self.stdout.write(told)


def _check(new: Founding) -> None:
    if not slug_of(new.name):
        raise CommandError("Skriv organisationens namn med bokstäver.")
    if not new.administrator:
        raise CommandError("Skriv administratörens namn: --administrator NAMN")
    try:
        validate_email(new.email)
    except ValidationError as problem:
        raise CommandError(f"{new.email} är ingen e-postadress.") from problem
