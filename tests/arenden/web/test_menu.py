"""The menu says where one is, also where the address does not."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.arenden.web import acting
from tests.arenden.web.councillor.typed import at, of, signed_in
from tests.factories import answers, drafts

pytestmark = pytest.mark.django_db


def marked(reader: Client, path: str) -> list[str]:
    nav = reader.get(path).context["workplace"].nav
    return [item.label for item in nav if item.is_current]


def test_who_answers_is_among_the_answers() -> None:
    world = acting.world()
    those = answers.answering(world, acting.permitted(world))

    path = reverse("arenden:answer", args=[world.organisation.slug, those.case.public_id])

    assert marked(signed_in(those.answerer), path) == ["Svar"]


def test_what_is_handed_in_is_on_ones_own_desk(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    those = drafts.writers(acting.world())
    author, office = signed_in(those.author), signed_in(those.world.registrar)
    draft, submission = drafts.draft(those), drafts.handed_in(those).public_id

    receipt = at(those, "handed_in", submission=submission)

    assert marked(author, of(those, "draft", draft)) == ["Mina ärenden"]
    assert marked(author, receipt) == ["Mina ärenden"]
    assert marked(office, receipt) == ["Att göra"]
    assert marked(office, at(those, "motion_balance")) == ["Ärenden"]
