"""The organisation's bodies, parties and people, as of a day."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kernel.periods import holds_on
from parties.models import Body, Organisation, Party, PartyAffiliation, Person


def bodies_of(organisation: Organisation, *, on: date) -> QuerySet[Body]:
    return organisation.bodies.filter(holds_on(on)).order_by("kind", "name")


def parties_of(organisation: Organisation, *, on: date) -> QuerySet[Party]:
    """National parties and the organisation's own, as they are on the day."""
    own = Q(organisation=organisation) | Q(organisation=None)
    return Party.objects.filter(own, holds_on(on)).order_by("scope", "abbreviation")


def people_of(organisation: Organisation, *, on: date) -> QuerySet[Person]:
    """In Swedish order, each with `letters`: see `letters_on`."""
    rows = organisation.people.annotate(letters=letters_on(on, person="pk"))
    return rows.order_by("sort_key", "given_name", "id")


def letters_on(day: date, *, person: str) -> Subquery:
    """The abbreviation of the day, `–` for who has left every party, null when unknown."""
    rows = PartyAffiliation.objects.filter(holds_on(day), person=OuterRef(person))
    return Subquery(rows.values(letters=Coalesce("party__abbreviation", Value("–")))[:1])
