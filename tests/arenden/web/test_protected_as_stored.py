"""What is told without a protected name is stored with it, and is told anew when it changes."""

from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.roles import Role
from parties.models import PROTECTED
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from tests.security.protected import protect
from ärenden.actions.balance import write_note
from ärenden.actions.meetings import paragraph_of
from ärenden.choices import Capacity, DocumentKind, Proposed
from ärenden.models import (
    AgentSnapshot,
    AnswerPart,
    BalanceNote,
    Case,
    Document,
    MeetingNote,
    Source,
    SourceSpan,
)
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db

NAMED = "Frida Frågas bänkar"
TOLD = f"{PROTECTED} bänkar"


@pytest.fixture
def world() -> World:
    return acting.world()


def note_with(world: World) -> MeetingNote:
    note = MeetingNote.objects.create(organisation=world.organisation, title=NAMED)
    there = {"capacity": Capacity.PARTICIPANT, "name_printed": "Frida Fråga"}
    AgentSnapshot.objects.create(note=note, position=1, person=world.asker, **there)
    return note


def test_source_of_notes_that_name_the_protected_is_neither_linked_nor_opened(
    client: Client, world: World
) -> None:
    note = note_with(world)
    file = {"name": "a.txt", "sha256": "a" * 64, "text": NAMED}
    source = Source.objects.create(organisation=world.organisation, note=note, **file)
    told = {"model": "meetingnote", "row": note.pk, "field": "title"}
    SourceSpan.objects.create(source=source, start=0, end=len(NAMED), **told)
    own = [world.organisation.slug, note.public_id]
    client.force_login(world.registrar)
    page, paper = reverse("arenden:note", args=own), [*own, source.public_id]
    assertContains(client.get(page), str(source.public_id))

    protect(world.asker)

    assertNotContains(client.get(page), str(source.public_id))
    assert client.get(reverse("arenden:note_source", args=paper)).status_code == 403


def test_titles_from_before_they_were_kept_as_told_are_filled(world: World) -> None:
    acting.registered(world, title=NAMED)
    protect(world.asker)
    for model in (Case, Document):
        model.objects.update(blanked={})

    import_module("ärenden.migrations.0008_told_titles_filled").fill(apps, None)

    assert [row.told_title for row in (Case.objects.get(), Document.objects.get())] == [TOLD] * 2


def test_answer_taken_in_is_called_and_quotes_as_written(client: Client, world: World) -> None:
    case = acting.permitted(world)
    Case.objects.update(title=NAMED)
    first, *_ = questions = list(case.questions.order_by("number"))
    first.text = "Vad vill\nFrida Fråga?"
    first.save()
    protect(world.asker)
    client.force_login(world.registrar)
    typed = {f"coverage_{each.number}": "full" for each in questions}
    typed |= {f"answer_{first.number}": "Tolv."}
    typed |= {f"quoted_{first.number}": f"Vad vill\r\n{PROTECTED}?"}

    acting.sent(client, case, Action.RECEIVE_ANSWER, received_on=acting.today(), **typed)

    assert AnswerPart.objects.get().question_text_as_quoted == first.text
    paper = case.documents.get(kind=DocumentKind.ANSWER)
    assert (paper.title, paper.told_title) == (
        f"Svar på interpellation: {NAMED}",
        f"Svar på interpellation: {TOLD}",
    )


def test_paragraph_bears_the_title_of_its_case_as_written(world: World) -> None:
    case = acting.registered(world, title=NAMED)
    protect(world.asker)

    item = paragraph_of(Case.objects.get(pk=case.pk), acting.sitting(world))

    assert item is not None
    assert item.title_printed == NAMED


def test_new_name_of_the_protected_is_told_to_no_one(client: Client, world: World) -> None:
    acting.registered(world, title="Frida Nyströms bänkar")
    protect(world.asker)
    client.force_login(people.user(world.organisation, Role.ADMINISTRATOR))
    url = reverse("arenden:admin_person", args=[world.organisation.slug, world.asker.public_id])

    fields = {"given_name": "Frida", "family_name": "Nyström", "has_protected_identity": "on"}
    client.post(url, fields)

    assert Case.objects.get().told_title == TOLD


def test_notes_are_chosen_and_linked_as_they_are_told(client: Client, world: World) -> None:
    case, note = acting.registered(world), note_with(world)
    protect(world.asker)
    client.force_login(world.registrar)

    form = client.get(acting.form_url(case, Action.LINK_NOTE)).context["form"]
    acting.sent(client, case, Action.LINK_NOTE, note=note.pk, reason="Hör ihop")

    assert [str(label) for _, label in form.fields["note"].choices] == ["Välj", TOLD]
    said = case.events.latest("version").summary
    assert said == f"Kopplades till minnesanteckningarna {TOLD}"


def test_what_to_correct_is_chosen_under_headings_as_it_is_told(
    client: Client, world: World
) -> None:
    case = acting.registered(world, title=NAMED)
    protect(world.asker)
    client.force_login(world.registrar)

    form = client.get(acting.form_url(case, Action.CORRECT)).context["form"]

    choices = dict(form.fields["what"].choices)["Ärendet"]
    assert (f"case-{case.pk}-title", f"Ärendet, rubrik: {TOLD}") in choices


def test_wording_that_is_chosen_stands_in_its_box(client: Client, world: World) -> None:
    case = acting.registered(world, title=NAMED)
    client.force_login(world.registrar)
    chosen = acting.opened(client, case, Action.CORRECT) | {"what": f"case-{case.pk}-title"}

    page = client.post(acting.form_url(case, Action.CORRECT), chosen | {"tool": "choose"})

    assert page.context["form"]["text"].value() == NAMED


def test_wording_to_correct_is_shown_as_it_stands(client: Client, world: World) -> None:
    case = acting.registered(world, title=NAMED)
    protect(world.asker)
    client.force_login(world.registrar)

    page = client.get(acting.form_url(case, Action.CORRECT), {"what": f"case-{case.pk}-title"})

    field = page.context["form"]["text"]
    assert (field.value(), field.help_text) == (NAMED, f"Nuvarande lydelse: {NAMED}")


def test_words_of_the_balance_left_as_told_stay_as_written(client: Client, world: World) -> None:
    case = acting.raised(world)
    words = "Frida Fråga har hörts.\nKlart."
    continued = Proposed.CONTINUE
    write_note(case=case, doing=acting.now(world), shown=words, proposed=continued)
    protect(world.asker)
    client.force_login(world.registrar)
    url = reverse("arenden:balance_note", args=[world.organisation.slug, case.public_id])

    shown = client.get(url).context["form"]["shown"].value()
    client.post(url, {"shown": shown.replace("\n", "\r\n"), "proposed": "write_off"})

    kept = BalanceNote.objects.get()
    assert (PROTECTED in shown, kept.shown, kept.proposed) == (True, words, Proposed.WRITE_OFF)
