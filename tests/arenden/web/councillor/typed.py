"""What a councillor's browser posts, and the addresses that it posts to."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tests.factories.drafts import WORDS, Writers
from ärenden.models import Draft

TYPED = {
    "title": WORDS.title,
    "addressee": WORDS.addressee,
    "motivation": WORDS.motivation,
    "question": list(WORDS.items),
    "question_label": ["", ""],
}


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(those: Writers, name: str, **things: Any) -> str:
    where = {"organisation": those.world.organisation.slug} | things
    return reverse(f"arenden:{name}", kwargs=where)


def of(those: Writers, name: str, draft: Draft) -> str:
    return at(those, name, draft=draft.public_id)


def begun(author: Client, those: Writers, kind: str = "interpellation") -> Draft:
    author.post(at(those, "new_draft"), {"kind": kind})
    return Draft.objects.latest("pk")


def saved(author: Client, those: Writers, **more: Any) -> Draft:
    draft = begun(author, those)
    fields = TYPED | {"version": draft.version, "edit": "save"} | more
    author.post(of(those, "draft", draft), fields)
    draft.refresh_from_db()
    return draft


def hand_in(author: Client, those: Writers, draft: Draft) -> Any:
    version = Draft.objects.get(pk=draft.pk).version
    return author.post(of(those, "review", draft), {"version": version}, follow=True)
