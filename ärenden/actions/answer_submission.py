"""Lämna in: the draft is locked, gets a receipt, and becomes the answer that came in."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import PermissionDenied

from ärenden.actions.answer_drafts import living
from ärenden.actions.answers import NewAnswer, receive_answer, title_of
from ärenden.actions.base import Doing
from ärenden.actions.filing import undoing_files
from ärenden.actions.values import Part, as_printed, text_file
from ärenden.answer_access import owns
from ärenden.choices import Capacity, Coverage, DraftPlace
from ärenden.drafting import checksum
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import AgentSnapshot, AnswerDraft, Case, DraftText

FILE_NAME = "Svar.txt"
Texts = Mapping[tuple[str, int | None], DraftText]


def texts_of(draft: AnswerDraft) -> Texts:
    return {(row.place, row.question_id): row for row in draft.texts.all()}


def parts_of(case: Case, texts: Texts) -> list[Part]:
    """What is common first, then the questions that something is said of, in their order."""
    common = said(texts, DraftPlace.COMMON)
    parts = [Part(text=common)] if common else []
    for question in case.questions.all():
        row = texts.get((DraftPlace.QUESTION, question.pk))
        if row and row.text:
            parts.append(
                Part(
                    text=row.text,
                    question=question,
                    question_as_quoted=question.text,
                    coverage=Coverage(row.coverage or Coverage.FULL),
                )
            )
    return parts


def said(texts: Texts, place: DraftPlace) -> str:
    row = texts.get((place, None))
    return row.text if row else ""


def as_text(case: Case, texts: Texts, *, signed: str) -> str:
    """The whole answer as plain text: what the receipt shows and the checksum is of."""
    blocks = [title_of(case), said(texts, DraftPlace.PREAMBLE)]
    for part in parts_of(case, texts):
        if part.question:
            blocks.append(f"Fråga {part.question.number}. {part.question.text}")
        declined = part.coverage == Coverage.DECLINED
        blocks.append(f"Besvaras inte: {part.text}" if declined else part.text)
    blocks += [said(texts, DraftPlace.CLOSING), signed]
    return "\n\n".join(block for block in blocks if block) + "\n"


def unanswered(case: Case, texts: Texts) -> list[int]:
    """Numbers of the questions without an answer, or without a reason why there is none.

    What is common answers all of them, save those that are said to be declined.
    """
    rows = {
        question.number: texts.get((DraftPlace.QUESTION, question.pk))
        for question in case.questions.all()
    }
    is_common = bool(said(texts, DraftPlace.COMMON))
    return [number for number, row in rows.items() if _lacks(row, is_common=is_common)]


def _lacks(row: DraftText | None, *, is_common: bool) -> bool:
    if row is None or not row.text:
        return not is_common or (row is not None and row.coverage == Coverage.DECLINED)
    return False


def signature(draft: AnswerDraft) -> AgentSnapshot:
    """The one who answers as the register prints her: who took the place, else who was asked."""
    rows = draft.case.agents.filter(
        person=draft.person, capacity__in=(Capacity.ANSWERER, Capacity.ADDRESSEE)
    )
    return rows.order_by("-capacity").select_related("person", "party", "body")[0]


def whole_text(draft: AnswerDraft) -> str:
    signer = signature(draft)
    lines = "\n".join([str(signer), *signer.offices])
    return as_text(draft.case, texts_of(draft), signed=lines)


def submit(*, draft: AnswerDraft, doing: Doing, read: str) -> AnswerDraft:
    """Hand in what was read; `read` is the checksum of the text that the preview showed."""
    with undoing_files(), living(draft) as locked:
        if not owns(doing.by, locked, on=doing.day):
            raise PermissionDenied
        texts, text = texts_of(locked), whole_text(locked)
        _demand_whole(unanswered(locked.case, texts))
        if checksum(text) != read:
            said_now = "texten har ändrats sedan du läste den; läs igenom den igen"
            raise ActionRefused([Refusal("draft_changed", said_now)])
        new = _new_answer(locked, texts, text, doing)
        locked.answer = receive_answer(case=locked.case, doing=doing, new=new)
        locked.submitted_at, locked.submitted_text = doing.at, text
        locked.sha256 = read
        locked.save()
    return locked


def _demand_whole(missing: Sequence[int]) -> None:
    if missing:
        raise ActionRefused(
            [
                Refusal(
                    "question_unanswered",
                    f"fråga {number} saknar svar; skriv ett svar eller varför den inte besvaras",
                )
                for number in missing
            ]
        )


def _new_answer(draft: AnswerDraft, texts: Texts, text: str, doing: Doing) -> NewAnswer:
    return NewAnswer(
        parts=parts_of(draft.case, texts),
        title=title_of(draft.case),
        preamble=said(texts, DraftPlace.PREAMBLE),
        closing=said(texts, DraftPlace.CLOSING),
        dated_on=doing.day,
        received_on=doing.day,
        signers=[as_printed(signature(draft))],
        files=[text_file(text, name=FILE_NAME)],
    )
