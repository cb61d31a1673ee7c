"""The list of the group's cases, and the filters of it that are kept."""

import pytest
from django.test import Client

from tests.arenden.groups.making import Grouped, path
from tests.factories import cases
from ärenden import group_access
from ärenden.actions.groups import save_view

pytestmark = pytest.mark.django_db


def test_saved_view_is_counted_and_only_its_owners_own(client: Client, made: Grouped) -> None:
    save = path(made, "group_views")
    client.post(save, {"name": "Motioner", "query": "typ=motion"})
    client.post(save, {"name": "Alla", "query": "", "for_group": "on"})

    own = client.get(path(made, "group")).context["views"]
    assert [(view.name, view.number) for view in own] == [("Alla", 1), ("Motioner", 0)]
    client.force_login(made.secretary)
    theirs = client.get(path(made, "group")).context["views"]
    assert [view.name for view in theirs] == ["Alla"]


def test_view_of_another_member_cannot_be_deleted(client: Client, made: Grouped) -> None:
    save_view(made.by(made.secretary), name="Min", query="typ=motion", for_group=False)
    (view,) = group_access.views_of(made.secretary, on=cases.TODAY)

    page = path(made, "group_view", saved=view.public_id)

    assert client.post(page).status_code == 404
    client.force_login(made.secretary)
    assert client.post(page).status_code == 302


def test_removing_a_view_is_asked_about_first(client: Client, made: Grouped) -> None:
    for name, for_group in (("Min", False), ("Vår", True)):
        save_view(made.by(), name=name, query="typ=motion", for_group=for_group)

    said = client.get(path(made, "group")).content.decode()

    for name, lost in (("Min", "Urvalet försvinner."), ("Vår", "försvinner för alla i gruppen.")):
        assert f">Ta bort vyn {name}?</h2>" in said
        assert lost in said


def test_list_of_cases_is_filtered_and_tells_when_nothing_fits(
    client: Client, made: Grouped
) -> None:
    cases.motion(made.world)
    listed = path(made, "group_cases")

    assert len(client.get(listed).context["rows"]) == 2
    assert [row.title for row in client.get(listed, {"typ": "motion"}).context["rows"]] == [
        "Motion om fler cykelställ"
    ]
    assert "Inget ärende passar" in client.get(listed, {"typ": "initiative"}).content.decode()
