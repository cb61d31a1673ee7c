"""From a reading to a case, by the same actions as the pages."""

from dataclasses import dataclass, field, replace

from ärenden.actions.answers import NewAnswer, receive_answer
from ärenden.actions.base import Doing
from ärenden.actions.documents import NewDocument, add_document
from ärenden.actions.meetings import NOWHERE, Sitting
from ärenden.actions.preparation import NewPrepStep, note_preparation
from ärenden.actions.register import NewCase, register
from ärenden.actions.values import Part, Point, Section
from ärenden.choices import Capacity, Direction, DocumentKind, Fact
from ärenden.models import Case, Document, MinutesItem, Proposal, ProposalPoint
from ärenden.reading.containers import Containers
from ärenden.reading.format import (
    ReadAnswer,
    ReadCase,
    ReadDocument,
    ReadMinutes,
    ReadPaper,
    ReadPrepStep,
    Unknown,
)
from ärenden.reading.parsing import ReadingError
from ärenden.reading.traces import Traces


@dataclass
class Desk:
    """What loading a case needs at hand: its reading, its surroundings, what is made so far."""

    paper: ReadPaper
    doing: Doing
    around: Containers
    traces: Traces
    sitting: Sitting = NOWHERE
    proposals: dict[str, Proposal] = field(default_factory=dict)

    def saying(self, unknown: Unknown) -> Doing:
        """Doing that tells what the papers lack, beside what it told already."""
        return replace(self.doing, unknown={**self.doing.unknown, **unknown})

    def proposal(self, key: str) -> Proposal:
        if key not in self.proposals:
            raise ReadingError(f"förslaget ”{key}” finns inte före den som hänvisar till det")
        return self.proposals[key]

    def point(self, reference: str) -> ProposalPoint | None:
        """The point that `P1.2` names."""
        if not reference:
            return None
        key, _, number = reference.rpartition(".")
        point = self.proposal(key).points.filter(number=int(number)).first()
        if point is None:
            raise ReadingError(f"punkten ”{reference}” finns inte")
        return point


def open_case(desk: Desk, read: ReadCase) -> Case:
    """Register the case with what its own paper says."""
    case = register(doing=desk.saying(read.unknown), new=_new_case(desk, read))
    add, names = desk.traces.add, desk.traces.add_names
    add(case, read)
    names(Capacity.SIGNATORY, read.signatories, case=case)
    names(Capacity.ADDRESSEE, (read.addressee,) if read.addressee else (), case=case)
    desk.traces.add_all(case.questions.all(), read.questions)
    if paper := _own_paper(read):
        _trace_document(desk, case.documents.get(), paper)
    return case


def add_papers(desk: Desk, case: Case) -> None:
    """The further documents, the steps of the preparation, and the answers."""
    for document in desk.paper.documents:
        row = add_document(case=case, doing=desk.doing, new=_new_document(desk, document, {}))
        _trace_document(desk, row, document)
    for step in desk.paper.prep_steps:
        new = _new_prep_step(desk, step)
        desk.traces.add(note_preparation(case=case, doing=desk.doing, new=new), step)
    for answer in desk.paper.answers:
        _answer(desk, case, answer)


def sitting_of(desk: Desk, read: ReadMinutes) -> Sitting:
    """The meeting and its paragraph with all its words; the paragraph is made when first used."""
    return Sitting(
        meeting=desk.around.meeting(read),
        paragraph=int(read.number.text.strip("§ ")),
        title=read.title_printed.text,
        sections=[
            Section(key=each.key, heading=each.heading_printed.text, text=each.text.text)
            for each in read.sections
        ],
    )


def trace_minutes(desk: Desk, case: Case, read: ReadMinutes) -> None:
    item = MinutesItem.objects.get(case=case)
    desk.traces.add(item, read)
    desk.traces.add_all(item.sections.all(), read.sections)


def _new_case(desk: Desk, read: ReadCase) -> NewCase:
    around, paper = desk.around, _own_paper(read)
    return NewCase(
        body=around.body(read.body),
        case_type=read.case_type,
        title=read.title.text,
        motivation=read.motivation.text,
        question_intro=read.question_intro.text,
        questions=[
            Point(text=each.text.text, label=each.label_printed.text) for each in read.questions
        ],
        signatories=around.names(read.signatories),
        on_behalf_of=around.party_named(read.on_behalf_of.text),
        addressee=around.name(read.addressee) if read.addressee else None,
        origin=read.origin,
        dnr=read.dnr.text,
        document=_new_document(desk, paper, read.unknown) if paper else None,
        is_paper_missing=paper is None,
    )


def _own_paper(read: ReadCase) -> ReadDocument | None:
    """The case's own paper, sent by its signatories unless it says otherwise."""
    paper = read.document
    return paper and replace(paper, senders=paper.senders or read.signatories)


def _new_document(desk: Desk, read: ReadDocument, unknown: Unknown) -> NewDocument:
    incoming = read.direction == Direction.INCOMING
    return NewDocument(
        kind=read.kind,
        title=read.title.text,
        direction=read.direction,
        received_on_unknown=unknown.get(Fact.RECEIVED_ON, "") if incoming else "",
        dated_on=read.dated_on,
        date_text=read.date_text.text,
        place=read.place.text,
        correspondents=desk.around.names(read.senders),
        addressees=desk.around.names(read.recipients),
    )


def _trace_document(desk: Desk, row: Document, read: ReadDocument) -> None:
    desk.traces.add(row, read)
    desk.traces.add_names(Capacity.SENDER, read.senders, document=row)
    desk.traces.add_names(Capacity.RECIPIENT, read.recipients, document=row)


def _new_prep_step(desk: Desk, read: ReadPrepStep) -> NewPrepStep:
    return NewPrepStep(
        action=read.action,
        actor=read.actor_printed.text,
        body=desk.around.body_if(read.body),
        on_date=read.on_date,
        paragraph=read.paragraph_printed.text,
        lead_text=read.lead_text_printed.text,
        text=read.text.text,
    )


def _answer(desk: Desk, case: Case, read: ReadAnswer) -> None:
    new = NewAnswer(
        parts=_parts(case, read),
        title=read.title_printed.text,
        preamble=read.preamble.text,
        questions_intro=read.questions_intro.text,
        closing=read.closing.text,
        place=read.place.text,
        dated_on=read.dated_on,
        date_text=read.date_text.text,
        signers=desk.around.names(read.signers),
        addressees=desk.around.names(read.recipients),
    )
    answer = receive_answer(case=case, doing=desk.saying(read.unknown), new=new)
    traces = desk.traces
    traces.add(answer, read)
    traces.add_all(answer.parts.all(), read.parts)
    traces.add_names(Capacity.SIGNER, read.signers, answer=answer)
    _trace_document(desk, case.documents.get(answers=answer), _paper_of(read))


def _paper_of(read: ReadAnswer) -> ReadDocument:
    """The document that is registered for an answer says what the answer says."""
    return ReadDocument(
        kind=DocumentKind.ANSWER,
        title=read.title_printed,
        direction=Direction.INCOMING,
        place=read.place,
        date_text=read.date_text,
        senders=read.signers,
        recipients=read.recipients,
    )


def _parts(case: Case, read: ReadAnswer) -> list[Part]:
    questions = {question.number: question for question in case.questions.all()}
    if unasked := {part.question for part in read.parts} - questions.keys() - {0}:
        raise ReadingError(f"fråga {min(unasked)} finns inte bland frågorna")
    return [
        Part(
            text=part.text.text,
            question=questions.get(part.question),
            coverage=part.coverage,
            question_label=part.question_label_printed.text,
            question_as_quoted=part.question_text_as_quoted.text,
            answer_label=part.answer_label_printed.text,
        )
        for part in read.parts
    ]
