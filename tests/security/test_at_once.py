"""Two people, or one impatient one, at the same time: threads against the real database."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from accounts.models import Upload
from kernel.models import Heartbeat
from kernel.tasks import record_beat
from parties.changes import Administering
from parties.exceptions import Refused
from tests.arenden.web import acting
from tests.arenden.web.registration.forms import typed
from tests.factories import cases
from ärenden.actions import endings
from ärenden.actions.answers import NewAnswer, receive_answer
from ärenden.actions.documents import move_document
from ärenden.actions.rules import Heading, adopt, propose
from ärenden.actions.values import Part
from ärenden.choices import State
from ärenden.deadlines import default_rules
from ärenden.exceptions import ActionRefused, ChangedMeanwhile
from ärenden.models import Case, Document, FileRendition
from ärenden.queries.rules import adopted
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works: Callable[[], Any]) -> Sequence[Any]:
    """What each gives, or the exception that it ends with, when all start together."""
    start = Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return work()
        except Exception as problem:  # noqa: BLE001  # handed to the test, which names it
            return problem
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def test_two_proposals_adopted_at_once_do_not_both_apply() -> None:
    world = cases.world()
    day = cases.TODAY
    doing = Administering(organisation=world.organisation, by=world.registrar, at=cases.noon(day))
    heading = Heading(title="Arbetsordning", first=day, decided_on=day)
    rows = [propose(heading, default_rules(day).rules, doing=doing) for _ in range(2)]

    found = at_once(*(partial(adopt, row, doing=doing) for row in rows))

    assert [type(each) for each in found if each] == [Refused]
    assert adopted(world.organisation).count() == 1


def test_form_sent_thrice_at_once_registers_once(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    world = cases.world()
    path = reverse("arenden:register", args=[world.organisation.slug])
    fields = typed(world)
    clients = [Client() for _ in range(3)]
    for client in clients:
        client.force_login(world.registrar)
    clients[0].post(path, fields | {"edit": "save", "file": SimpleUploadedFile("a.txt", b"Hej")})

    at_once(*(lambda client=client: client.post(path, fields).status_code for client in clients))

    assert Case.objects.count() == FileRendition.objects.count() == 1
    assert Case.objects.get().events.count() == 1
    assert Upload.objects.count() == 0


def test_step_sent_twice_at_once_is_taken_once() -> None:
    world = acting.world()
    case = acting.with_answer(world)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(world.registrar)
    fields = acting.opened(clients[0], case, Action.HAND_OVER_ANSWER) | {"on": "i dag"}
    path = acting.form_url(case, Action.HAND_OVER_ANSWER)

    found = at_once(*(lambda client=client: client.post(path, fields) for client in clients))

    assert [response["Location"] for response in found] == [acting.case_url(case)] * 2
    assert case.events.filter(action=Action.HAND_OVER_ANSWER).count() == 1


def test_two_people_who_open_the_same_step_take_it_once() -> None:
    world = acting.world()
    case = acting.with_answer(world)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(world.registrar)
    forms = [acting.opened(client, case, Action.HAND_OVER_ANSWER) for client in clients]
    path = acting.form_url(case, Action.HAND_OVER_ANSWER)

    found = at_once(
        *(
            lambda client=client, form=form: client.post(path, form | {"on": "i dag"}).status_code
            for client, form in zip(clients, forms, strict=True)
        )
    )

    assert sorted(found) == [302, 409]
    assert case.events.filter(action=Action.HAND_OVER_ANSWER).count() == 1


def test_annulled_while_an_answer_comes_in_is_either_before_or_after() -> None:
    world = acting.world()
    case = acting.registered(world)
    new = NewAnswer(parts=[Part(text="Tolv.")], received_on=acting.today())

    found = at_once(
        lambda: endings.annul(case=Case.objects.get(), doing=acting.now(world), reason="Fel"),
        lambda: receive_answer(case=Case.objects.get(), doing=acting.now(world), new=new),
    )

    case.refresh_from_db()
    assert found[0] is None
    assert case.state == State.ANNULLED
    assert isinstance(found[1], ActionRefused) == (case.answers.count() == 0)
    assert [event.version for event in case.events.all()] == list(range(case.version, 0, -1))


def test_documents_moved_against_each_other_both_arrive() -> None:
    world = acting.world()
    one, two = acting.registered(world), acting.registered(world)
    [first], [second] = one.documents.all(), two.documents.all()
    moves = [(first.pk, two.pk), (second.pk, one.pk)]

    def move(document: int, to: int) -> None:
        move_document(
            document=Document.objects.select_related("case").get(pk=document),
            to=Case.objects.get(pk=to),
            doing=acting.now(world),
            reason="Fel ärende",
        )

    found = at_once(*(lambda move_=move_: move(*move_) for move_ in moves))

    assert found == [None, None]
    assert (list(one.documents.all()), list(two.documents.all())) == ([second], [first])


def test_move_that_comes_too_late_leaves_the_document_where_it_was() -> None:
    world = acting.world()
    one, two = acting.registered(world), acting.registered(world)
    [document] = one.documents.all()
    stale = replace(acting.now(world), version=one.version - 1)

    with pytest.raises(ChangedMeanwhile):
        move_document(document=document, to=two, doing=stale, reason="Fel ärende")

    assert list(one.documents.all()) == [document]
    assert two.events.filter(action=Action.MOVE_DOCUMENT).count() == 0


def test_beat_heard_twice_at_once_is_one_sign_of_life() -> None:
    before = timezone.now()

    assert at_once(record_beat, record_beat) == [None, None]
    assert Heartbeat.objects.get().at >= before
