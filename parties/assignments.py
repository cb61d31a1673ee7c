"""Who sits where: a whole body elected at once, and a change of party that touches no seat."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q, QuerySet

from kernel.dates import full_date
from kernel.periods import holds_on, period
from kernel.text import counted
from parties.changes import Administering, in_words, last_day, log
from parties.choices import CHAIRS, AssignmentRole
from parties.directory import letters_on
from parties.exceptions import Refused
from parties.models import Assignment, Body, Party, PartyAffiliation, Person

ORDER: Final = tuple(AssignmentRole)


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Someone who sits in a body: the party of the day, `–` without one, and what as."""

    person: Person
    party: str
    roles: tuple[str, ...]
    until: date | None


@dataclass(frozen=True, kw_only=True)
class Elected:
    """One line of a result: someone known, or a new person of that name."""

    name: str
    party: Party | None
    role: AssignmentRole
    person: Person | None = None


@dataclass(frozen=True)
class Replaced:
    """What an election does to earlier assignments of the body."""

    ended: int
    removed: int


def seats_of(body: Body, *, on: date) -> list[Seat]:
    """Chairs first, then members and substitutes, each kind by party and name."""
    rows = body.assignments.filter(holds_on(on)).select_related("person")
    named = rows.annotate(letters=letters_on(on, person="person_id"))
    by_person = groupby(named.order_by("person_id"), key=lambda row: row.person_id)
    held = [sorted(group, key=_rank) for _, group in by_person]
    held.sort(
        key=lambda rows: (_rank(rows[0]), vars(rows[0])["letters"] or "", rows[0].person.sort_key)
    )
    return [_seat(rows) for rows in held]


def _seat(rows: Sequence[Assignment]) -> Seat:
    """Who chairs is a member too: that is not said twice."""
    first = rows[0]
    chairs = first.role in CHAIRS
    shown = [row for row in rows if not (chairs and row.role == AssignmentRole.MEMBER)]
    return Seat(
        person=first.person,
        party=vars(first)["letters"] or "",
        roles=tuple(row.title or AssignmentRole(row.role).label for row in shown),
        until=last_day(first.period),
    )


def _rank(row: Assignment) -> int:
    return ORDER.index(AssignmentRole(row.role))


def replaced_by_election(body: Body, *, first: date) -> Replaced:
    """How many assignments an election from the day would end, and how many take away."""
    return Replaced(
        ended=body.assignments.filter(_begun_before(first)).count(),
        removed=body.assignments.filter(period__startswith__gte=first).count(),
    )


def elect(body: Body, *, elected: Sequence[Elected], days: DateRange, doing: Administering) -> None:
    """The body's new people, all or none; earlier assignments end the day before.

    Assignments that would begin the same day or later are replaced: a result may be pasted again.
    """
    with in_words():
        Body.objects.select_for_update().get(pk=body.pk)
        body.assignments.filter(period__startswith__gte=days.lower).delete()
        _end(body.assignments.filter(_begun_before(days.lower)), first_without=days.lower)
        people = [each.person or _new_person(each, doing) for each in elected]
        for person, each in zip(people, elected, strict=True):
            _affiliate(person, each.party, first=days.lower)
        Assignment.objects.bulk_create(
            Assignment(person=person, body=body, role=role, elected_for=each.party, period=days)
            for person, each in zip(people, elected, strict=True)
            for role in _roles(each.role)
        )
        summary = f"{counted(len(elected), 'person', 'personer')} valdes till {body}"
        names = ", ".join(person.name for person in people)
        log(doing, summary, about=[body, *people], changes=[("Valda", "", names)])


def change_party(person: Person, party: Party | None, *, first: date, doing: Administering) -> None:
    """Another party, or none, from the day on; every seat and the earlier party stand."""
    before = person.affiliations.filter(holds_on(first)).select_related("party").first()
    if before and before.party == party:
        is_now = f"tillhör redan {party}" if party else "är redan partilös"
        raise Refused(f"{person} {is_now}")
    with in_words():
        _affiliate(person, party, first=first)
        log(
            doing,
            f"{person} bytte partitillhörighet från {full_date(first)}",
            about=[person],
            changes=[("Parti", _called(before), str(party or "partilös"))],
        )


def _affiliate(person: Person, party: Party | None, *, first: date) -> None:
    """One that began the same day is corrected; a later one would be contradicted."""
    if person.affiliations.filter(period__startswith__gt=first).exists():
        raise Refused(f"{person} har en partitillhörighet som börjar senare. Välj en senare dag.")
    current = person.affiliations.filter(holds_on(first)).first()
    if current and current.party == party:
        return
    if current and current.period.lower == first:
        current.party = party
        current.save()
        return
    if current:
        current.period = period(current.period.lower, first)
        current.save()
    PartyAffiliation.objects.create(person=person, party=party, period=period(first))


def _new_person(each: Elected, doing: Administering) -> Person:
    given, _, family = each.name.rpartition(" ")
    return Person.objects.create(
        organisation=doing.organisation, given_name=given, family_name=family
    )


def _roles(role: AssignmentRole) -> Iterable[AssignmentRole]:
    """Who chairs is a member too."""
    return (role, AssignmentRole.MEMBER) if role in CHAIRS else (role,)


def _begun_before(first: date) -> Q:
    return Q(period__startswith__lt=first, period__contains=first)


def _end(rows: QuerySet[Assignment], *, first_without: date) -> None:
    found = list(rows)
    for row in found:
        row.period = period(row.period.lower, first_without)
    Assignment.objects.bulk_update(found, ["period"])


def _called(affiliation: PartyAffiliation | None) -> str:
    if affiliation is None:
        return "inget"
    return str(affiliation.party or "partilös")
