"""A published case may be watched by all of a group, as anyone may read it and no further."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.arenden.groups.making import Grouped, path
from tests.arenden.public import publishing
from tests.arenden.web import acting
from tests.factories import cases
from tests.factories.cases import World
from ärenden import access, group_access
from ärenden.actions.groups import Member, watch
from ärenden.actions.publishing import unpublish
from ärenden.choices import CaseType
from ärenden.models import Case, GroupReader, Publication
from ärenden.web.groups.desk import Watched
from ärenden.web.groups.forms import NOT_PUBLISHED

pytestmark = pytest.mark.django_db
SHOWN, INSIDE = "Avtal om en skolgård", "Avtal med Frida Fråga om en skolgård"


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def of_the_board(world: World) -> Case:
    """A case where no one of the group sits."""
    return cases.registered_case(
        world,
        body=world.board,
        case_type=CaseType.COMMITTEE,
        title=INSIDE,
        title_public=SHOWN,
        questions=(),
        signatories=[cases.name_of(world.answerer)],
        addressee=None,
    )


def published(world: World) -> Case:
    case = of_the_board(world)
    publishing.publish_page(world, case)
    return case


def on_the_web(case: Case) -> str:
    return reverse("public:case", args=[case.organisation.slug, case.public_id])


def ask(client: Client, made: Grouped, which: str) -> Any:
    return client.post(path(made, "group"), {"which": which})


def desk_of(client: Client, made: Grouped) -> Any:
    return client.get(path(made, "group"))


def test_published_case_is_watched_by_number_and_told_as_on_the_web(
    client: Client, made: Grouped
) -> None:
    case = published(made.world)
    assert not access.can_read(made.member, case, on=timezone.localdate())

    answer = ask(client, made, str(case.dnr).lower())

    assert answer["Location"] == path(made, "group")
    page = desk_of(client, made)
    assert page.context["watched"] == [
        Watched(
            on_the_web(case),
            SHOWN,
            f"{case.dnr} · publicerat på webben",
            stop_url=path(made, "group_watch", case=case.public_id),
        )
    ]
    assert INSIDE not in page.content.decode()


def test_published_case_is_watched_by_the_address_of_its_page(
    client: Client, made: Grouped
) -> None:
    case = published(made.world)

    ask(client, made, f"https://kommunen.example{on_the_web(case)}")

    assert [row.title for row in desk_of(client, made).context["watched"]] == [SHOWN]


def test_what_happens_inside_is_not_counted_for_who_reads_the_web_alone(
    client: Client, made: Grouped
) -> None:
    case = published(made.world)
    watch(made.by(), case)
    GroupReader.objects.update(previous_at=cases.noon(), latest_at=timezone.now())

    [row] = desk_of(client, made).context["watched"]

    assert case.events.filter(recorded_at__gt=cases.noon()).exists()
    assert (row.told, row.is_new) == (f"{case.dnr} · publicerat på webben", False)


def test_unpublished_case_is_answered_as_one_that_is_not_there(
    client: Client, made: Grouped
) -> None:
    case = of_the_board(made.world)

    for which in (str(case.dnr), on_the_web(case), "KS 1999/4711"):
        answer = ask(client, made, which)
        assert (answer.status_code, answer.context["form"].errors) == (
            422,
            {"which": [NOT_PUBLISHED]},
        )
        assert which in answer.content.decode()
    with pytest.raises(PermissionDenied):
        watch(made.by(), case)


def test_published_case_of_another_organisation_is_not_there(client: Client, made: Grouped) -> None:
    case = published(acting.world())

    assert ask(client, made, on_the_web(case)).status_code == 422
    with pytest.raises(PermissionDenied):
        watch(Member(user=made.member, group=made.group, at=timezone.now()), case)


def test_watched_case_leaves_the_desk_when_it_leaves_the_web(client: Client, made: Grouped) -> None:
    case = published(made.world)
    ask(client, made, str(case.dnr))

    rows = list(Publication.objects.all())
    unpublish(case=case, doing=acting.now(made.world), publications=rows, reason="Fel")

    assert desk_of(client, made).context["watched"] == []


def test_watch_of_a_published_case_is_stopped_from_the_desk(client: Client, made: Grouped) -> None:
    case = published(made.world)
    ask(client, made, str(case.dnr))

    answer = client.post(path(made, "group_watch", case=case.public_id), {"bevaka": "nej"})

    assert answer["Location"] == path(made, "group")
    assert not group_access.watches_of(made.member, on=timezone.localdate()).exists()
