"""A register where those who ask and answer are protected, and are named wherever one writes."""

from datetime import timedelta
from typing import Any

from accounts.models import User
from parties.memberships import name_accounts
from parties.models import Person
from tests.arenden.web import acting
from tests.factories import answers
from tests.security.register import Register
from ärenden.actions.answer_time import ask_for_time, grant_time
from ärenden.actions.answers import change_answerer
from ärenden.actions.corrections import correct
from ärenden.actions.notes import link_note
from ärenden.actions.permission import permit
from ärenden.actions.search import refresh_named
from ärenden.actions.values import Name
from ärenden.choices import CaseType
from ärenden.models import Case, MeetingNote

KEPT = ("Frida", "Sven", "Signaturen", "hemlig.adress")


def protect(*people: Person) -> None:
    for person in people:
        person.has_protected_identity = True
        person.save(update_fields=["has_protected_identity"])
        refresh_named(person)
        name_accounts(person)


def answering(made: Register) -> answers.Answering:
    """The register's case is one where she is asked, asks for time, is replaced and is back."""
    world = made.world
    until, acts = acting.today() + timedelta(days=20), acting.now(world)
    case = acting.registered(world)
    permit(case=case, doing=acts, sitting=acting.sitting(world, 6))
    those = answers.answering(world, case)
    own = {"name": "Signaturen", "email": "hemlig.adress@provby.example"}
    User.objects.filter(pk=those.answerer.pk).update(**own)
    those.answerer.refresh_from_db()
    ask = {"proposed_on": until, "reason": "Underlag saknas"}
    ask_for_time(case=case, doing=those.doing(at=acts.at), **ask)
    for name in ("Bo Byte", "Sven Svar"):
        person = Person.objects.filter(given_name=name.split()[0]).first()
        to = Name(name=name, party_printed="(S)", person=person)
        change_answerer(case=case, doing=acts, to=to, reason="Byte")
    protect(world.asker, world.answerer)
    grant_time(case=case, doing=acts, until=until)
    name_in_texts(made, *Case.objects.all())
    those.case.refresh_from_db()
    answer = answers.submitted(those, at=acts.at).answer
    made.case, file = case, answer.document.files.get()
    made.things |= {"case": case.public_id, "file": file.public_id}
    link_note(case=case, doing=acts, note=MeetingNote.objects.get(), reason="Hör ihop")
    return those


def name_in_texts(made: Register, *cases: Case) -> None:
    """Each title names those who stand in its case, and so does the first question."""
    for case in cases:
        is_motion = case.case_type == CaseType.MOTION
        title = "Frida Frågas motion" if is_motion else "Frida Frågas fråga till Sven Svar (S)"
        mend(made, case, row=case, field="title", text=title)
        for question in case.questions.all()[:1]:
            text = "Har Frida Fråga fått svar av Sven Svar?"
            mend(made, case, row=question, field="text", text=text)


def mend(made: Register, case: Case, **what: Any) -> None:
    correct(case=case, doing=acting.now(made.world), reason="Stod fel", **what)
