"""No word of a group, nor that there is one, leaves the group by any address."""

import logging

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from tests.arenden.groups.making import (
    WORDS,
    Grouped,
    administrator_as_secretary,
    grouped,
    leaves,
    outsiders,
)
from tests.factories import cases
from tests.security.addresses import IN_ORGANISATION, Address, words
from ärenden.actions.groups import save_view, watch
from ärenden.models import CaseEvent, CaseText

pytestmark = pytest.mark.django_db
QUOTE = "Brunnen grävs före advent"
VIEW = "Advokatärendena"
SECRETS = (WORDS, QUOTE, VIEW)


def kept() -> Grouped:
    """A group with a note, a promise, a watch and a saved view."""
    made = grouped()
    made.note(ask_again_on=cases.TODAY)
    made.note("", quote=QUOTE, ask_again_on=cases.TODAY)
    watch(made.by(), made.case)
    save_view(made.by(), name=VIEW, query="visa=oppna", for_group=True)
    return made


def things(made: Grouped) -> dict[str, object]:
    return {
        "organisation": made.world.organisation.slug,
        "case": made.case.public_id,
        "body": made.world.council.public_id,
        "person": made.world.asker.public_id,
        "meeting": made.world.first_meeting.public_id,
        "group": made.group.public_id,
        "entry": made.note().public_id,
    }


def told(client: Client, address: Address, there: dict[str, object]) -> list[str]:
    said = words(client.get(address.path(**there)).getvalue())
    return [word for word in SECRETS if word in said]


@pytest.mark.parametrize("role", Role)
def test_no_address_tells_an_outsider_of_a_groups_words(client: Client, role: Role) -> None:
    made = kept()
    there = things(made)
    client.force_login(outsiders(made)[role])

    assert [each.name for each in IN_ORGANISATION if told(client, each, there)] == []


def test_no_address_tells_one_who_is_not_let_in(client: Client) -> None:
    made = kept()
    there = things(made)
    client.force_login(administrator_as_secretary(made))

    assert [each.name for each in IN_ORGANISATION if told(client, each, there)] == []


def test_former_member_is_an_outsider_at_the_next_request(client: Client) -> None:
    made = kept()
    there = things(made)
    client.force_login(made.member)
    of_group = [each for each in IN_ORGANISATION if each.name.startswith("arenden:group")]
    assert any(told(client, each, there) for each in of_group)

    leaves(made.member, on=timezone.localdate())

    assert [each.name for each in IN_ORGANISATION if told(client, each, there)] == []


@pytest.mark.parametrize("role", Role)
def test_search_finds_no_case_by_a_groups_words(client: Client, role: Role) -> None:
    made = kept()
    listed = reverse("arenden:cases", args=[made.world.organisation.slug])
    readers = outsiders(made) | {"member": made.member}

    for user in (readers[role], readers["member"]):
        client.force_login(user)
        assert [client.get(listed, {"q": word}).context["total"] for word in SECRETS] == [0, 0, 0]


def test_case_looks_the_same_to_staff_with_and_without_notes(client: Client) -> None:
    made = grouped()
    client.force_login(made.world.registrar)
    where = {"organisation": made.world.organisation.slug, "case": made.case.public_id}
    read = [each for each in IN_ORGANISATION if each.name in {"arenden:case", "arenden:journal"}]
    before = [len(client.get(each.path(**where)).content) for each in read]

    made.note()
    watch(made.by(), made.case)

    assert [len(client.get(each.path(**where)).content) for each in read] == before


def test_note_leaves_no_trace_in_events_search_texts_or_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    made = grouped()
    before = CaseEvent.objects.count(), CaseText.objects.values_list("text", flat=True)[0]

    made.note()
    watch(made.by(), made.case)

    after = CaseEvent.objects.count(), CaseText.objects.values_list("text", flat=True)[0]
    assert after == before
    assert WORDS not in caplog.text
