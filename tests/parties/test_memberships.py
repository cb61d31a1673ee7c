"""Roles end at the next request, stand in the history, and someone always administers."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from kernel.periods import period
from parties.changes import Administering
from parties.exceptions import Refused
from parties.memberships import LAST_ADMINISTRATOR, end, give, name_accounts
from parties.models import PROTECTED, AdministrationEvent, Membership, Organisation
from tests.factories import people

TODAY = timezone.localdate
pytestmark = pytest.mark.django_db


def doing_in(organisation: Organisation) -> Administering:
    return Administering(organisation=organisation, by=None, at=timezone.now())


def test_role_that_ends_today_is_gone_at_the_next_request(client: Client) -> None:
    organisation = people.organisation()
    user = people.user(organisation)
    client.force_login(user)
    path = reverse("arenden:cases", args=[organisation.slug])
    before = client.get(path).status_code

    end(user.memberships.get(), first_without=TODAY(), doing=doing_in(organisation))

    assert (before, client.get(path).status_code) == (200, 404)
    assert user.memberships.get().period == period(people.LONG_AGO, TODAY())


def test_role_that_has_not_begun_is_removed_and_the_log_remembers() -> None:
    organisation = people.organisation()
    days = period(TODAY() + timedelta(days=9))
    row = Membership(user=people.user(), organisation=organisation, role=Role.OFFICER, period=days)
    give(row, doing=doing_in(organisation))

    end(row, first_without=TODAY(), doing=doing_in(organisation))

    assert not Membership.objects.exists()
    assert list(AdministrationEvent.objects.values_list("summary", flat=True)) == [
        "Rollen handläggare avslutades för Rut Registrator",
        "Rut Registrator fick rollen handläggare",
    ]


def test_account_given_to_someone_protected_has_its_name_back_when_that_ends() -> None:
    organisation = people.organisation()
    person, user = people.person(organisation), people.user(name="Anna P")
    person.has_protected_identity = True
    person.save()
    facts = {"organisation": organisation, "role": Role.COUNCILLOR, "person": person}
    days = period(TODAY())

    give(Membership(user=user, period=days, **facts), doing=doing_in(organisation))
    user.refresh_from_db()
    protected = user.name
    person.has_protected_identity = False
    person.save()
    name_accounts(person)

    user.refresh_from_db()
    assert (protected, user.name, user.kept_name) == (PROTECTED, "Anna P", "")


def test_account_tied_to_someone_protected_by_mistake_has_its_name_back() -> None:
    organisation = people.organisation()
    person, user = people.person(organisation), people.user(name="Anna P")
    person.has_protected_identity = True
    person.save()
    facts = {"organisation": organisation, "role": Role.COUNCILLOR, "person": person}
    row = Membership(user=user, period=period(TODAY() + timedelta(days=9)), **facts)
    give(row, doing=doing_in(organisation))

    end(row, first_without=TODAY(), doing=doing_in(organisation))

    user.refresh_from_db()
    assert (user.name, user.kept_name) == ("Anna P", "")


def test_last_administrator_cannot_be_taken_away() -> None:
    organisation = people.organisation()
    last = people.user(organisation, Role.ADMINISTRATOR).memberships.get()
    leaving = people.user(organisation, Role.ADMINISTRATOR).memberships.get()
    end(leaving, first_without=TODAY() + timedelta(days=9), doing=doing_in(organisation))

    with pytest.raises(Refused, match=LAST_ADMINISTRATOR):
        end(last, first_without=TODAY() + timedelta(days=20), doing=doing_in(organisation))

    last.refresh_from_db()
    assert last.period.upper is None


def test_closed_account_does_not_count_as_administrator() -> None:
    organisation = people.organisation()
    last = people.user(organisation, Role.ADMINISTRATOR).memberships.get()
    closed = people.user(organisation, Role.ADMINISTRATOR)
    closed.is_active = False
    closed.save()

    with pytest.raises(Refused, match=LAST_ADMINISTRATOR):
        end(last, first_without=TODAY(), doing=doing_in(organisation))


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_end_each_other_at_once_do_not_both_succeed() -> None:
    organisation = people.organisation()
    rows = [people.user(organisation, Role.ADMINISTRATOR).memberships.get() for _ in range(2)]
    start = Barrier(2)

    def run(row: Membership) -> bool:
        start.wait()
        try:
            end(row, first_without=TODAY(), doing=doing_in(organisation))
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(run, rows))

    assert sorted(done) == [False, True]


def test_same_role_twice_at_once_is_refused_in_words() -> None:
    organisation = people.organisation()
    user = people.user(organisation)
    again = Membership(
        user=user, organisation=organisation, role=Role.REGISTRAR, period=period(TODAY())
    )

    with pytest.raises(Refused, match="Kontot har redan rollen"):
        give(again, doing=doing_in(organisation))
