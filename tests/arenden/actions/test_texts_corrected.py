"""Rätta any printed text: of proposals, decisions, minutes, preparation; and whose a name is."""

from datetime import date
from typing import Any

import pytest
from django.db.models import Model

from accounts.models import User
from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import TODAY, World
from ärenden import access
from ärenden.actions.answers import NewAnswer, hand_over_answer, receive_answer
from ärenden.actions.corrections import correct, correct_name
from ärenden.actions.meetings import Sitting, paragraph_of
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.actions.values import Name, Part, Section
from ärenden.choices import AgentKind, Capacity, CaseType, DecisionNature, SectionKey
from ärenden.exceptions import ActionRefused
from ärenden.models import (
    Case,
    Decision,
    DecisionPoint,
    MinutesItem,
    Referral,
    Reservation,
    Statement,
    Task,
)
from ärenden.queries.case_page import record_of
from ärenden.queries.corrections import TEXTS, correctable
from ärenden.queries.wordings import earlier_wordings

pytestmark = pytest.mark.django_db
NUMBERED = {"dnr": "KF 2026/99", "number": "12 a"}


def mend(world: World, case: Case, row: Any, field: str, text: str) -> None:
    doing = world.doing()
    correct(case=case, doing=doing, row=row, field=field, text=text, reason="Skrivfel")


def with_minutes(world: World) -> Case:
    """A motion with a decision, a reservation whose text is awaited, and its paragraph."""
    case = cases.motion(world)
    section = Section(key=SectionKey.BACKGROUND, heading="Bakgrund", text="Ställen saknas.")
    meeting = people.meeting(world.council, date(2026, 3, 1))
    sitting = Sitting(meeting=meeting, paragraph=5, title="Motion", sections=[section])
    decision = Decision.objects.create(
        case=case,
        body=world.council,
        meeting=meeting,
        minutes_item=paragraph_of(case, sitting),
        nature=DecisionNature.FINAL,
        decided_on=meeting.held_on,
        motivation="Det kostar för mycket.",
    )
    DecisionPoint.objects.create(decision=decision, number=1, text="att motionen avslås")
    Reservation.objects.create(decision=decision, printed="V reserverar sig", awaits_text=True)
    Statement.objects.create(case=case, kind="minutes_note", text="Vi hade velat mer.")
    Task.objects.create(case=case, responsible_printed="Tekniska", text="Räkna ställen.")
    Referral.objects.create(case=case, recipient_printed="Skolnämnden", sent_on=TODAY)
    return case


def texts_of(case: Case) -> list[tuple[Model, str]]:
    return [(row, name) for row, name in correctable(case) if name in TEXTS[type(row)]]


def test_every_text_of_a_decided_motion_is_mended_and_the_first_one_kept() -> None:
    world = cases.world()
    case = with_minutes(world)
    filled = [(row, name) for row, name in texts_of(case) if getattr(row, name)]

    for row, name in filled:
        mend(world, case, row, name, NUMBERED.get(name, "Rätt lydelse"))

    told = earlier_wordings([row for row, _ in texts_of(case)])
    assert {(each.row, each.field) for each in told} == set(filled)
    assert {each.reason for each in told} == {"Skrivfel"}
    assert {type(row).__name__ for row, _ in filled} == {
        *("Case", "Document", "ProposalPoint", "Decision", "DecisionPoint", "Reservation"),
        *("Statement", "Task", "Referral", "MinutesItem", "MinutesSection"),
    }


def test_text_that_has_not_come_in_is_no_correction() -> None:
    world = cases.world()
    case = with_minutes(world)
    reservation = Reservation.objects.get()

    for row in (reservation, Referral.objects.get()):
        with pytest.raises(ActionRefused, match="kan inte rättas här"):
            mend(world, case, row, "text", "Text")
    with pytest.raises(ActionRefused, match="Uppgiften kan inte vara tom"):
        mend(world, case, reservation, "printed", " ")


def test_paragraph_is_renumbered_when_no_other_has_the_number() -> None:
    world = cases.world()
    case = with_minutes(world)
    item = MinutesItem.objects.get()
    paragraph_of(cases.motion(world), Sitting(meeting=item.meeting, paragraph=6))

    mend(world, case, item, "number", "5 a")
    item.refresh_from_db()
    with pytest.raises(ActionRefused, match="§ 6 finns redan"):
        mend(world, case, item, "number", "6")

    assert str(item) == "§ 5a"
    assert [(row.field, row.text) for row in earlier_wordings([item])] == [("number", "5")]


def test_own_number_of_another_case_of_the_type_is_refused() -> None:
    world = cases.world()
    cases.motion(world, own_number="M 1")
    case = cases.motion(world, own_number="M 2")

    with pytest.raises(ActionRefused, match="M 1 finns redan i diariet"):
        mend(world, case, case, "own_number", "M 1")


def test_earlier_words_of_a_statement_in_a_secret_paper_are_withheld() -> None:
    world = cases.world()
    case = cases.motion(world)
    paper = case.documents.get()
    referral = Referral.objects.create(
        case=case, recipient_printed="Skolnämnden", sent_on=TODAY, text="Hemligt", document=paper
    )
    mend(world, case, referral, "text", "Hemligare")
    mark = NewMark(row=paper, wording="Motion", provision="21:1", authority="Kommunstyrelsen")
    mark_secrecy(case=case, doing=world.doing(), new=mark)
    officer = people.user(world.organisation, Role.OFFICER)

    told = [
        [row.text for row in record_of(case, user=user, on=TODAY).wordings if row.field == "text"]
        for user in (world.registrar, officer)
    ]

    assert told == [["Hemligt"], []]


def test_earlier_titles_of_a_name_that_is_marked_are_withheld_with_it() -> None:
    world = cases.world()
    mother = Name(name="Anna Ek", kind=AgentKind.PUBLIC, roles=("mamma till en elev i 3B",))
    letter = {"case_type": CaseType.COMMITTEE, "addressee": None, "signatories": [mother]}
    case = cases.registered_case(world, **letter)
    row = case.agents.get(capacity=Capacity.SIGNATORY)
    ground = {"wording": "En person", "provision": "21:1", "authority": "Kommunstyrelsen"}
    mark_secrecy(
        case=case, doing=world.doing(), new=NewMark(row=row, field="name_printed", **ground)
    )
    officer = people.user(world.organisation, Role.OFFICER)

    told = [
        [row.text for row in record_of(case, user=user, on=TODAY).wordings]
        for user in (world.registrar, officer)
    ]

    assert "mamma till en elev i 3B" in told[0]
    assert told[1] == []


def test_text_that_is_kept_apart_is_corrected_when_its_mark_is_lifted() -> None:
    world = cases.world()
    case = cases.motion(world)
    ground = {"wording": "Om en skola", "provision": "21:1", "authority": "Kommunstyrelsen"}
    mark_secrecy(case=case, doing=world.doing(), new=NewMark(row=case, field="title", **ground))

    with pytest.raises(ActionRefused, match="häv markeringen först"):
        mend(world, case, case, "title", "Motion om bänkar")


# ---- whose name it is -----------------------------------------------------------------------


def councillor(world: World, name: str) -> User:
    person = people.person(world.organisation, name)
    return people.user(world.organisation, Role.COUNCILLOR, person=person, name=name)


def handed_over(case: Case, world: World) -> None:
    parts = [Part(text="Tolv.", question=question) for question in case.questions.all()]
    new = NewAnswer(parts=parts, received_on=TODAY)
    receive_answer(case=case, doing=world.doing(), new=new)
    hand_over_answer(case=case, doing=world.doing(), on=TODAY)


def reading(case: Case, users: list[User]) -> dict[str, tuple[bool, bool]]:
    """Whether each reads the case, and the answer before the others do."""
    return {
        user.name: (
            access.can_read(user, case, on=TODAY),
            access.readable_answers(user, case, on=TODAY).exists(),
        )
        for user in User.objects.filter(pk__in=[each.pk for each in users])
    }


def test_wrong_asker_loses_the_case_and_the_right_one_gains_it() -> None:
    world = cases.world()
    wrong, right = (councillor(world, name) for name in ("Anna Ek", "Anna Ekman"))
    case = cases.registered_case(
        world, signatories=[cases.name_of(wrong.memberships.get().person, party="(V)")]
    )
    handed_over(case, world)
    before = reading(case, [wrong, right])
    row = case.agents.get(capacity=Capacity.SIGNATORY)
    to = cases.name_of(right.memberships.get().person, party="(V)")

    correct_name(case=case, doing=world.doing(), row=row, to=to, reason="En annan Anna")

    assert before == {"Anna Ek": (True, True), "Anna Ekman": (False, False)}
    assert reading(case, [wrong, right]) == {"Anna Ek": (False, False), "Anna Ekman": (True, True)}
    event = case.events.latest("version")
    assert event.summary == "Rättades: namn"
    assert event.data["people"] == [
        str(user.memberships.get().person.public_id) for user in (wrong, right)
    ]


def test_name_is_mended_wherever_its_paper_tells_it_and_nowhere_else() -> None:
    world = cases.world()
    case = cases.motion(world)
    statement = Statement.objects.create(case=case, kind="minutes_note", text="Nej.")
    statement.agents.create(
        capacity=Capacity.AUTHOR, name_printed="Frida Fråga", party_printed="(V)"
    )
    row = case.agents.get(capacity=Capacity.SIGNATORY)
    to = Name(name="Frida Frågvis", party_printed="(V)", kind=AgentKind.ELECTED)

    correct_name(case=case, doing=world.doing(), row=row, to=to, reason="Skrivfel")

    assert [str(each) for each in case.documents.get().agents.all()] == ["Frida Frågvis (V)"]
    assert [str(each) for each in case.proposals.get().agents.all()] == ["Frida Frågvis (V)"]
    assert [str(each) for each in statement.agents.all()] == ["Frida Fråga (V)"]
