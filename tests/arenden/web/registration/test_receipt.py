"""Kvittens: what was registered, told the same for ever."""

import pytest

from tests.arenden.web.registration.forms import pdf, typed
from tests.factories import cases
from ärenden.actions.changes import change_addressee, change_type
from ärenden.actions.corrections import correct
from ärenden.actions.values import Name
from ärenden.choices import CaseType
from ärenden.models import Case, FileRendition

pytestmark = pytest.mark.django_db


def test_receipt_tells_number_texts_files_and_who_registered(registrar, world, path):
    registrar.post(path, typed(world, file=[pdf()]))
    case = Case.objects.get()

    url = path.replace("registrera/", f"arenden/{case.public_id}/kvittens/")
    page = registrar.get(url).content.decode()

    checksum = FileRendition.objects.get().sha256
    told = [case.dnr, "Rut Registrator", "Mycket slitna.", "När målas de?", "Sven Svar (S)"]
    assert [text for text in (*told, checksum, "Frida Fråga (V)") if text not in page] == []


def test_receipt_stands_as_it_was_when_the_case_has_changed(registrar, world, path):
    case = cases.registered_case(world)
    url = path.replace("registrera/", f"arenden/{case.public_id}/kvittens/")
    before = registrar.get(url).context

    question = case.questions.get(number=1)
    mending = {"doing": world.doing(), "reason": "Fel läst"}
    correct(case=case, row=question, field="text", text="Hur många stolar?", **mending)
    change_addressee(case=case, to=Name(name="Berit Byt"), **mending)
    change_type(case=case, to=CaseType.MOTION, **mending)
    after = registrar.get(url).context

    assert [point.text for point in case.proposals.get().points.all()] == [
        "Hur många stolar?",
        "När målas de om?",
    ]
    assert [after[name] for name in ("kind", "facts", "receipt")] == [
        before[name] for name in ("kind", "facts", "receipt")
    ]
