"""Registrera handling, and what may happen to it afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max, Q

from ärenden.actions.base import Doing, acting
from ärenden.actions.filing import write_files
from ärenden.actions.values import Name, NewFile, write_names
from ärenden.choices import (
    Capacity,
    Direction,
    DocumentKind,
    LegalStatus,
)
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Document, SecrecyMark
from ärenden.workflow import Action

STATUS_OF = {
    Direction.INCOMING: LegalStatus.RECEIVED,
    Direction.OUTGOING: LegalStatus.DISPATCHED,
    Direction.INTERNAL: LegalStatus.WORKING,
}
CAPACITY_OF = {
    Direction.INCOMING: Capacity.SENDER,
    Direction.OUTGOING: Capacity.RECIPIENT,
    Direction.INTERNAL: Capacity.AUTHOR,
}


@dataclass(frozen=True, kw_only=True)
class NewDocument:
    """A document as it is registered. Dates as known; `date_text` as printed.

    `correspondents` sent what came in, or received what went out; `addressees` are those to
    whom a paper that came in is addressed.
    """

    kind: DocumentKind
    title: str
    direction: Direction
    title_public: str = ""
    received_on: date | None = None
    received_on_unknown: str = ""
    dispatched_on: date | None = None
    dated_on: date | None = None
    date_text: str = ""
    place: str = ""
    correspondents: Sequence[Name] = ()
    addressees: Sequence[Name] = ()
    files: Sequence[NewFile] = ()


def write_document(case: Case, new: NewDocument, *, registered_on: date) -> Document:
    """Store a document with the case's next running number; part of other actions."""
    document = Document.objects.create(
        case=case,
        running_number=_next_number(case),
        kind=new.kind,
        direction=new.direction,
        legal_status=STATUS_OF[new.direction],
        title=new.title,
        title_public=new.title_public,
        registered_on=registered_on,
        received_on=new.received_on,
        received_on_unknown=new.received_on_unknown,
        dispatched_on=new.dispatched_on,
        dated_on=new.dated_on,
        date_text=new.date_text,
        place=new.place,
    )
    write_names(CAPACITY_OF[new.direction], new.correspondents, document=document)
    write_names(Capacity.RECIPIENT, new.addressees, document=document)
    write_files(document, new.files)
    return document


def _next_number(case: Case) -> int:
    """After every number that the case has given, also to what has been moved away."""
    stand = case.documents.aggregate(last=Max("running_number"))["last"] or 0
    moved = case.events.filter(data__has_key="moved_number")
    numbers: list[int] = [stand, *moved.values_list("data__moved_number", flat=True)]
    return max(numbers) + 1


def add_document(*, case: Case, doing: Doing, new: NewDocument) -> Document:
    """Register a document in an existing case (OSL 5:1–2)."""
    with acting(Action.ADD_DOCUMENT, case=case, doing=doing) as act:
        document = write_document(act.case, new, registered_on=doing.day)
        happened = new.received_on or new.dispatched_on or doing.day
        act.record(
            f"Handling {document.running_number} registrerades: {document.told_title}",
            on=happened,
            document=str(document.public_id),
        )
    return document


def establish_papers(case: Case, *, on: date | None) -> None:
    """The case is slutbehandlat: its working papers are upprättade."""
    for paper in case.documents.filter(legal_status=LegalStatus.WORKING):
        establish_document(paper, on=on)


def establish_document(document: Document, *, on: date | None) -> None:
    """Upprättad: the matter it belongs to is finished (TF 2:10), perhaps on an unknown day."""
    document.legal_status = LegalStatus.DRAWN_UP
    document.established_on = on
    document.save(update_fields=["legal_status", "established_on"])


def move_document(*, document: Document, to: Case, doing: Doing, reason: str) -> None:
    """Put a document in its right case; the old case tells where it went.

    Both cases are locked first, in one order, so that two moves against each other cannot meet.
    """
    case = document.case
    if case is None or case.pk == to.pk or case.organisation_id != to.organisation_id:
        raise ActionRefused([Refusal("wrong_case", "välj ett annat ärende i samma diarium")])
    with transaction.atomic():
        both = Case.objects.filter(pk__in=(case.pk, to.pk)).order_by("pk")
        list(both.select_for_update(of=("self",)))
        if any(
            rows.exists() for rows in (document.answers, document.referrals, document.proposals)
        ):
            text = "handlingen bär ett svar, ett yttrande eller ett förslag i sitt ärende"
            raise ActionRefused([Refusal("paper_in_use", text)])
        _move(document, case, to=to, doing=doing, reason=reason)


def _move(document: Document, case: Case, *, to: Case, doing: Doing, reason: str) -> None:
    old_number, paper = document.running_number, str(document.public_id)
    with acting(Action.MOVE_DOCUMENT, case=to, doing=_without_form(doing)) as act:
        document.case, document.running_number = act.case, _next_number(act.case)
        document.save(update_fields=["case", "running_number"])
        own = Q(document=document) | Q(agent__document=document)
        SecrecyMark.objects.filter(own).update(case=act.case)
        text = f"Handlingen {document.told_title} flyttades hit från {case.dnr or case.told_title}"
        other = str(case.public_id)
        act.record(text, on=doing.day, reason=reason, document=paper, other=other)
    with acting(Action.MOVE_DOCUMENT, case=case, doing=doing) as act:
        where = to.dnr or to.told_title
        text = f"Handling {old_number}, {document.told_title}, flyttades till {where}"
        told = {"document": paper, "other": str(to.public_id), "moved_number": old_number}
        act.record(text, on=doing.day, reason=reason, **told)


def annul_document(*, document: Document, doing: Doing, reason: str) -> None:
    """Makulera: the document stays in its place, marked, with the reason."""
    with acting(Action.ANNUL_DOCUMENT, case=_case_of(document), doing=doing) as act:
        _refuse_if_annulled(document)
        document.legal_status, document.annulled_reason = LegalStatus.ANNULLED, reason
        document.save(update_fields=["legal_status", "annulled_reason"])
        text = f"Handling {document.running_number} makulerades: {document.told_title}"
        act.record(text, on=doing.day, reason=reason, document=str(document.public_id))


def _case_of(document: Document) -> Case:
    if document.case is None:
        raise ActionRefused([Refusal("no_case", "handlingen hör inte till något ärende")])
    return document.case


def _refuse_if_annulled(document: Document) -> None:
    document.refresh_from_db()
    if document.legal_status == LegalStatus.ANNULLED:
        raise ActionRefused([Refusal("already_annulled", "handlingen är redan makulerad")])


def _without_form(doing: Doing) -> Doing:
    """The same actor in another case, whose version and form were never shown."""
    return Doing(by=doing.by, at=doing.at)
