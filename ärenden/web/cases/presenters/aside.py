"""Beside the case: deadlines, documents, what the papers lack, and ways to other things."""

from dataclasses import dataclass
from pathlib import PurePath

from django.urls import reverse

from kernel.dates import full_date
from ärenden.choices import (
    DocumentKind,
    Fact,
    LegalStatus,
    LinkKind,
    RenditionVariant,
)
from ärenden.models import CaseLink, Document, FileRendition
from ärenden.web.cases.presenters.procedure import permission_is_silent
from ärenden.web.cases.presenters.showing import Showing, sentence
from ärenden.web.papers import WAYS, correspondents, standings

# ---- handlingar -----------------------------------------------------------------------------


KEPT = "Filerna öppnas bara av dem som får läsa det hemliga."


@dataclass(frozen=True)
class FileShown:
    extension: str
    name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class DocumentShown:
    number: str
    title: str
    meta: str
    files: list[FileShown]
    without: str
    annulled: str


def documents_of(showing: Showing) -> list[DocumentShown]:
    return [_document(showing, row) for row in showing.record.documents]


def _document(showing: Showing, row: Document) -> DocumentShown:
    files = [
        FileShown(PurePath(file.name).suffix.lstrip(".") or "fil", file.name, _file(showing, file))
        for file in showing.record.files[row.pk]
        if file.variant != RenditionVariant.PUBLIC  # a copy, found on the public page
    ]
    annulled = row.legal_status == LegalStatus.ANNULLED
    return DocumentShown(
        number=str(row.running_number),
        title=row.told_title,
        meta=_meta(showing, row),
        files=files,
        without=KEPT if showing.record.withheld.hides_files(row.pk) else "Ingen fil.",
        annulled=f"Makulerad: {row.annulled_reason}" if annulled else "",
    )


def _file(showing: Showing, file: FileRendition) -> str:
    kwargs = {"organisation": showing.organisation, "file": file.public_id}
    return reverse("arenden:file", kwargs=kwargs)


def _meta(showing: Showing, row: Document) -> str:
    names = showing.record.names("document", row.pk, *WAYS)
    printed = row.date_text or (full_date(row.dated_on) if row.dated_on else "")
    dated = ", ".join(filter(None, (row.place, printed)))
    told = (
        DocumentKind(row.kind).label,
        correspondents(names),
        f"daterad {dated}" if dated else "",
        *(
            f"{status.lower()} {full_date(day)}" if day else status.lower()
            for status, day in standings(row)
        ),
    )
    return sentence(", ".join(filter(None, told)))


# ---- saknas ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Missing:
    what: str
    why: str


def missing_of(showing: Showing) -> list[Missing]:
    """What the papers do not say: every fact waived by an action, and every unknown day."""
    record, case = showing.record, showing.record.case
    found = {
        Fact.NUMBER.label: case.dnr_unknown,
        Fact.RECEIVED_ON.label: case.received_on_unknown,
    }
    for event in record.events:
        found |= {Fact(fact).label: why for fact, why in event.unknown.items()}
    for decision in record.decisions:
        found[f"Dag för beslutet i {decision.body.name}"] = decision.decided_on_unknown
    for item in record.minutes:
        found[f"Dag för sammanträdet med {item}"] = item.meeting.held_on_unknown
    for document in record.documents:
        if document.told_title != case.told_title:
            found[f"När handling {document.running_number} kom in"] = document.received_on_unknown
    missing = [Missing(what, sentence(why)) for what, why in found.items() if why]
    if permission_is_silent(record) and Fact.PERMISSION.label not in found:
        missing.append(Missing(Fact.PERMISSION.label, ""))
    return missing


# ---- andra ärenden --------------------------------------------------------------------------


@dataclass(frozen=True)
class LinkShown:
    how: str
    label: str
    url: str


FROM_THE_OTHER = {
    LinkKind.PRECEDES: "Går före",
    LinkKind.ANSWERS: "Har svar i",
    LinkKind.SPLIT_FROM: "Har delats upp i",
}


def links_of(showing: Showing) -> list[LinkShown]:
    cases = [_link(showing, link) for link in showing.record.links]
    notes = [
        LinkShown(
            "Minnesanteckningar",
            showing.record.withheld.told(note.title),
            reverse(
                "arenden:note",
                kwargs={"organisation": showing.organisation, "note": note.public_id},
            ),
        )
        for note in showing.record.notes
    ]
    return [*cases, *notes]


def _link(showing: Showing, link: CaseLink) -> LinkShown:
    is_ours = link.case_id == showing.record.case.pk
    other = link.other if is_ours else link.case
    kind = LinkKind(link.kind)
    how = kind.label if is_ours else FROM_THE_OTHER.get(kind, kind.label)
    url = reverse(
        "arenden:case",
        kwargs={"organisation": showing.organisation, "case": other.public_id},
    )
    return LinkShown(how, " ".join(filter(None, (other.dnr, other.told_title))), url)


def papers_of(showing: Showing) -> list[LinkShown]:
    """What can be printed of the case, for those who keep the register."""
    if not showing.record.reads_everything:
        return []
    return [
        LinkShown("", "Dagboksblad", showing.url("journal")),
        LinkShown("", "Kvittens", showing.url("receipt")),
    ]
