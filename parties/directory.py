"""The organisation's bodies, parties and people, as of a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from kernel.periods import holds_on
from parties.choices import CHAIRS, AssignmentRole, BodyKind
from parties.models import Assignment, Body, Organisation, Party, PartyAffiliation, Person


def bodies_of(organisation: Organisation, *, on: date) -> QuerySet[Body]:
    return by_rank(organisation.bodies.filter(holds_on(on)))


def by_rank(bodies: QuerySet[Body]) -> QuerySet[Body]:
    """The council, the board, the committees and so on, as `BodyKind` lists them."""
    ranks = [When(kind=kind, then=rank) for rank, kind in enumerate(BodyKind)]
    return bodies.order_by(Case(*ranks), "name")


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


def titles_of(assignments: Iterable[Assignment]) -> list[str]:
    """Each title once: whoever chairs a body or leads a group there is told as that alone."""
    rows = list(assignments)
    led = {row.body_id for row in rows if row.role in {*CHAIRS, AssignmentRole.GROUP_LEADER}}
    told = (row for row in rows if row.role != AssignmentRole.MEMBER or row.body_id not in led)
    return list(dict.fromkeys(row.printed_title for row in told))


def titles_on(day: date, people: Iterable[Person]) -> Mapping[int, list[str]]:
    """What each of the people is on the day, by which those of the same name are told apart."""
    rows = Assignment.objects.filter(holds_on(day), person__in=people).select_related("body")
    held: dict[int, list[Assignment]] = defaultdict(list)
    for row in rows.order_by("body", "role"):
        held[row.person_id].append(row)
    return defaultdict(list, {key: titles_of(found) for key, found in held.items()})
