"""A body is elected in one go, and a change of party touches no seat."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kernel.periods import period
from parties.assignments import (
    Elected,
    change_party,
    elect,
    replaced_by_election,
    seats_of,
)
from parties.changes import Administering
from parties.choices import AssignmentRole as Is
from parties.directory import titles_of
from parties.exceptions import Refused
from parties.models import AdministrationEvent, Assignment, Body, Organisation, Person
from tests.factories import people

pytestmark = pytest.mark.django_db
ELECTION, END = date(2026, 10, 15), date(2030, 10, 15)
MANDATE = period(ELECTION, END)


def doing_in(organisation: Organisation) -> Administering:
    at = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Stockholm"))
    return Administering(organisation=organisation, by=None, at=at)


def new(name: str, role: Is = Is.MEMBER) -> Elected:
    return Elected(name=name, party=people.party(), role=role)


def council() -> Body:
    return people.body(people.organisation())


def elected_to(body: Body, *elected: Elected) -> None:
    elect(body, elected=elected, days=MANDATE, doing=doing_in(body.organisation))


def shown(body: Body, *, on: date = ELECTION) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(seat.person.name, seat.party, seat.roles) for seat in seats_of(body, on=on)]


def test_body_is_elected_with_its_chair_first() -> None:
    body = council()

    elected_to(body, new("Bo Al"), new("Anna Ek", Is.CHAIR), new("Cia Öst", Is.SUBSTITUTE))

    assert shown(body) == [
        ("Anna Ek", "S", ("Ordförande",)),
        ("Bo Al", "S", ("Ledamot",)),
        ("Cia Öst", "S", ("Ersättare",)),
    ]
    assert {row.period for row in body.assignments.all()} == {MANDATE}


def test_earlier_assignments_end_the_day_before() -> None:
    body = council()
    left = people.person(body.organisation, "Leif Lämnar", member_of=body)

    elected_to(body, new("Anna Ek"))

    assert left.assignments.get().period == period(people.LONG_AGO, ELECTION)
    assert [name for name, *_ in shown(body, on=date(2026, 10, 14))] == ["Leif Lämnar"]
    assert [name for name, *_ in shown(body)] == ["Anna Ek"]


def test_result_pasted_again_replaces_the_first() -> None:
    body = council()
    elected_to(body, new("Anna Eck"))
    replaced = replaced_by_election(body, first=ELECTION)

    elected_to(body, new("Anna Ek"))

    assert (replaced.ended, replaced.removed) == (0, 1)
    assert [name for name, *_ in shown(body)] == ["Anna Ek"]


def test_other_bodies_keep_their_assignments() -> None:
    body = council()
    board = people.body(body.organisation, name="Kommunstyrelsen", abbreviation="KS")
    known = people.person(body.organisation, "Anna Ek", party=people.party(), chairs=board)

    elected_to(body, Elected(name="Anna Ek", party=people.party(), role=Is.MEMBER, person=known))

    assert Person.objects.count() == 1
    assert shown(board) == [("Anna Ek", "S", ("Ordförande",))]


def test_whoever_is_elected_for_another_party_has_joined_it() -> None:
    body = council()
    known = people.person(body.organisation, "Anna Ek", party=people.party("M", name="Moderaterna"))

    elected_to(body, Elected(name="Anna Ek", party=people.party(), role=Is.MEMBER, person=known))

    letters = known.affiliations.order_by("period").values_list("party__abbreviation", "period")
    assert list(letters) == [
        ("M", period(people.LONG_AGO, ELECTION)),
        ("S", period(ELECTION)),
    ]


def test_two_chairs_are_refused_and_nothing_is_changed() -> None:
    body = council()
    people.person(body.organisation, "Leif Lämnar", member_of=body)

    with pytest.raises(Refused, match="redan en ordförande"):
        elected_to(body, new("Anna Ek", Is.CHAIR), new("Bo Al", Is.CHAIR))

    assert Assignment.objects.get().period == period(people.LONG_AGO)
    assert (Person.objects.count(), AdministrationEvent.objects.count()) == (1, 0)


def test_change_of_party_keeps_the_seat_and_the_history() -> None:
    body = council()
    elected_to(body, new("Anna Ek"))
    anna = Person.objects.get()
    day = date(2027, 3, 1)

    change_party(anna, None, first=day, doing=doing_in(body.organisation))

    seat = Assignment.objects.get()
    assert (seat.period, str(seat.elected_for)) == (MANDATE, "Socialdemokraterna")
    assert shown(body, on=date(2027, 2, 28)) == [("Anna Ek", "S", ("Ledamot",))]
    assert shown(body, on=day) == [("Anna Ek", "–", ("Ledamot",))]
    event = AdministrationEvent.objects.first()
    assert event
    assert (event.summary, event.changes) == (
        "Anna Ek bytte partitillhörighet från 1 mars 2027",
        [["Parti", "Socialdemokraterna", "partilös"]],
    )


def test_change_of_party_the_same_day_corrects_it_and_before_a_later_one_is_refused() -> None:
    person = people.person(people.organisation(), "Anna Ek", party=people.party())
    doing, day = doing_in(person.organisation), date(2026, 5, 1)
    change_party(person, people.party("M", name="Moderaterna"), first=day, doing=doing)

    change_party(person, None, first=day, doing=doing)
    with pytest.raises(Refused, match="börjar senare"):
        change_party(person, None, first=date(2026, 4, 1), doing=doing)

    found = person.affiliations.order_by("period").values_list("party__abbreviation", "period")
    assert list(found) == [("S", period(people.LONG_AGO, day)), (None, period(day))]


def test_chair_is_not_also_told_to_be_a_member_of_the_same_body() -> None:
    home = people.organisation()
    council = people.body(home)
    board = people.body(home, name="Kommunstyrelsen", abbreviation="KS")
    sven = people.person(home, "Sven Svar", member_of=council)
    part = people.body(home, name="Arbetsutskottet", abbreviation="AU")
    roles = [(council, Is.CHAIR), (board, Is.MEMBER), (part, Is.GROUP_LEADER), (part, Is.MEMBER)]
    for body, role in roles:
        Assignment.objects.create(person=sven, body=body, role=role, period=MANDATE)

    told = titles_of(sven.assignments.order_by("body", "role"))

    assert told == [
        "ordförande i kommunfullmäktige",
        "ledamot i kommunstyrelsen",
        "gruppledare i arbetsutskottet",
    ]
