"""What the demo's party group finds on its desk."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts.roles import Role
from parties.models import Membership
from ärenden.demo.load import load_demo

pytestmark = pytest.mark.django_db


def test_desk_of_the_demos_group_is_in_full_work(
    client: Client, settings: Settings, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path
    load_demo(today=timezone.localdate())
    leader = Membership.objects.filter(role=Role.GROUP_LEADER).earliest("pk").user
    client.force_login(leader)

    desk = client.get(reverse("arenden:groups", args=["exempelby"]), follow=True).context

    assert [row.quote for row in desk["asks"]] == [
        "Nu finns en överenskommelse om arbete när skolorna har lov.",
        "",
        "Uppföljningen redovisas för nämnden inom ett halvår.",
    ]
    assert len(desk["watched"]) == 3
    assert {view.name for view in desk["views"]} == {"Försenade", "Våra motioner"}
    assert desk["cases"]
    assert desk["others"]
