"""The answer's track: written, taken in, handed over, supplemented, given to someone else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kernel.text import normalise
from ärenden.actions.base import Act, Doing, acting
from ärenden.actions.deadlines import meet_deadlines, waive_deadlines
from ärenden.actions.documents import NewDocument, write_document
from ärenden.actions.telling import tell_another
from ärenden.actions.values import Name, NewFile, Part, named, replace_name, write_names
from ärenden.choices import (
    AnswerKind,
    Capacity,
    Direction,
    DocumentKind,
    Fact,
    LegalStatus,
    Purpose,
)
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Answer, AnswerPart, Case
from ärenden.queries.answering import held_by_law
from ärenden.workflow import Action
from ärenden.workflow.asked import BEFORE_THE_MEETING


@dataclass(frozen=True, kw_only=True)
class NewAnswer:
    """An answer as it came in, letter by letter. Without a document one is registered for it."""

    parts: Sequence[Part]
    title: str = ""
    preamble: str = ""
    questions_intro: str = ""
    closing: str = ""
    place: str = ""
    dated_on: date | None = None
    date_text: str = ""
    received_on: date | None = None
    signers: Sequence[Name] = ()
    addressees: Sequence[Name] = ()
    files: Sequence[NewFile] = ()


def begin_answer(*, case: Case, doing: Doing) -> None:
    """The answer is being written."""
    with acting(Action.BEGIN_ANSWER, case=case, doing=doing) as act:
        act.record("Svaret skrivs", on=doing.day)


def receive_answer(*, case: Case, doing: Doing, new: NewAnswer) -> Answer:
    """Take in the answer, question by question; it may come before the council's permission."""
    with acting(Action.RECEIVE_ANSWER, case=case, doing=doing) as act:
        answer = _take_in(act, new, AnswerKind.WRITTEN)
        came = answer.received_on or doing.day
        meet_deadlines(act.case, Purpose.ANSWER_IN, on=came, doing=doing)
        to_forward = act.case.deadlines.filter(purpose=Purpose.FORWARD)
        waive_deadlines(to_forward, doing, because=act.summary)
    return answer


def supplement_answer(*, case: Case, doing: Doing, new: NewAnswer) -> Answer:
    """Kompletterande svar: stands beside the first answer and is handed over on its own."""
    with acting(Action.SUPPLEMENT_ANSWER, case=case, doing=doing) as act:
        return _take_in(act, new, AnswerKind.SUPPLEMENTARY)


def _take_in(act: Act, new: NewAnswer, kind: AnswerKind) -> Answer:
    _demand_parts(act.case, new)
    received_on = _received_on(new, act.doing)
    answer = _write(act.case, new, kind, received_on)
    document = _document(act, new, received_on)
    answer.document = write_document(act.case, document, registered_on=act.doing.day)
    answer.save(update_fields=["document"])
    label = "Kompletterande svar" if kind == AnswerKind.SUPPLEMENTARY else "Svar"
    sender = f" från {named(new.signers)}" if new.signers else ""
    act.record(f"{label} kom in{sender}", on=received_on, answer=str(answer.public_id))
    return answer


def _received_on(new: NewAnswer, doing: Doing) -> date | None:
    if new.received_on is None and Fact.RECEIVED_ON not in doing.unknown:
        text = "Ange vilken dag svaret kom in"
        raise ActionRefused([Refusal("received_on_missing", text, Fact.RECEIVED_ON)])
    return new.received_on


def _demand_parts(case: Case, new: NewAnswer) -> None:
    if not any(part.text.strip() for part in new.parts):
        raise ActionRefused([Refusal("answer_empty", "Skriv svaret på minst en av frågorna")])
    own = set(case.questions.values_list("pk", flat=True))
    if any(part.question and part.question.pk not in own for part in new.parts):
        raise ActionRefused([Refusal("foreign_question", "en fråga hör till ett annat ärende")])


def _write(case: Case, new: NewAnswer, kind: AnswerKind, received_on: date | None) -> Answer:
    answer = Answer.objects.create(
        case=case,
        kind=kind,
        ordinal=case.answers.count() + 1,
        title_printed=normalise(new.title).strip(),
        preamble=normalise(new.preamble).strip("\n"),
        questions_intro=normalise(new.questions_intro).strip("\n"),
        closing=normalise(new.closing).strip("\n"),
        place=new.place,
        dated_on=new.dated_on,
        date_text=new.date_text,
        is_received=True,
        received_on=received_on,
    )
    write_names(Capacity.SIGNER, new.signers, answer=answer)
    spoken = [part for part in new.parts if part.text.strip()]
    AnswerPart.objects.bulk_create(
        AnswerPart(
            answer=answer,
            position=position,
            question=part.question,
            coverage=part.coverage,
            question_label_printed=part.question_label,
            question_text_as_quoted=normalise(part.question_as_quoted),
            answer_label_printed=part.answer_label,
            text=normalise(part.text).strip("\n"),
        )
        for position, part in enumerate(spoken, start=1)
    )
    return answer


def _document(act: Act, new: NewAnswer, received_on: date | None) -> NewDocument:
    return NewDocument(
        kind=DocumentKind.ANSWER,
        title=new.title.strip() or title_of(act.case),
        direction=Direction.INCOMING,
        received_on=received_on,
        received_on_unknown=act.doing.unknown.get(Fact.RECEIVED_ON, ""),
        dated_on=new.dated_on,
        date_text=new.date_text,
        place=new.place,
        correspondents=new.signers,
        addressees=new.addressees,
        files=new.files,
    )


def title_of(case: Case) -> str:
    """What the answer is called when its paper bears no title."""
    return f"Svar på {case.get_case_type_display().lower()}: {case.title}"


def hand_over_answer(*, case: Case, doing: Doing, on: date) -> None:
    """Lämna över: every answer that has come in reaches the questioner, and is now allmän."""
    with acting(Action.HAND_OVER_ANSWER, case=case, doing=doing) as act:
        waiting = list(
            act.case.answers.select_related("document").filter(
                is_received=True, handed_over_on__isnull=True
            )
        )
        for answer in waiting:
            answer.handed_over_on = on
            answer.save(update_fields=["handed_over_on"])
            if answer.document and answer.document.legal_status != LegalStatus.ANNULLED:
                answer.document.legal_status = LegalStatus.DISPATCHED
                answer.document.dispatched_on = on
                answer.document.save(update_fields=["legal_status", "dispatched_on"])
        meet_deadlines(act.case, *BEFORE_THE_MEETING, on=on, doing=doing)
        act.record("Svaret lämnades över till frågeställaren", on=on)


def transfer_answer(*, case: Case, doing: Doing, to: Name, reason: str) -> None:
    """A nämnd's chair lets a board member of a company or the chair of a federation answer."""
    with acting(Action.TRANSFER_ANSWER, case=case, doing=doing) as act:
        _demand_named_by_law(to, on=doing.day)
        told = replace_name(act.case, Capacity.ANSWERER, to)
        tell_another(act)
        act.record(f"Svaret överläts till {named([to])}", on=doing.day, reason=reason, **told)


def _demand_named_by_law(to: Name, *, on: date) -> None:
    """The answer may go to these only (KL 5:63); a name without an assignment is not one."""
    if to.person is None or not held_by_law(on=on).filter(person=to.person).exists():
        text = (
            f"{to.name} har inget uppdrag i ett kommunalt bolags styrelse och leder inte ett"
            " kommunalförbund; använd i stället Ändra svarande"
        )
        law = "Kommunallagen 5 kap. 63 §"
        raise ActionRefused([Refusal("not_named_by_law", text, source=law)])


def change_answerer(*, case: Case, doing: Doing, to: Name, reason: str) -> None:
    """Ändrad svarande: any other change of who answers, with its reason."""
    with acting(Action.CHANGE_ANSWERER, case=case, doing=doing) as act:
        told = replace_name(act.case, Capacity.ANSWERER, to)
        tell_another(act)
        act.record(f"Ändrad svarande: {named([to])}", on=doing.day, reason=reason, **told)
