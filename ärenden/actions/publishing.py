"""Publicera and take down: what the public may read is decided, thing by thing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import IO

from django.db.models import Q

from kernel.text import capital
from ärenden.access import is_secret
from ärenden.actions.base import Act, Doing, acting
from ärenden.actions.filing import write_files
from ärenden.actions.values import NewFile
from ärenden.choices import RenditionVariant
from ärenden.clean_copies import NotPublishable, clean_copy
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Decision, Document, FileRendition, Publication
from ärenden.published import public_decisions, public_documents, published, shows_words
from ärenden.workflow import Action

REPLACED = "Ersattes av ett nytt beslut"
PAGE = "ärendets sida"
SECRECY = "Offentlighets- och sekretesslagen 5 kap. 5 §"
LAID_OPEN = (RenditionVariant.ORIGINAL, RenditionVariant.SIGNED)


@dataclass(frozen=True, kw_only=True)
class Thing:
    """What is laid open: a document, a body's decision, or (neither) the case's page.

    `public_text` and `masked_files` stand in place of what the register holds.
    """

    document: Document | None = None
    decision: Decision | None = None
    public_text: str = ""
    masked_files: Sequence[NewFile] = ()

    @property
    def is_masked(self) -> bool:
        return bool(self.public_text or self.masked_files)

    @property
    def is_page(self) -> bool:
        return self.document is None and self.decision is None

    def publication_in(self, case: Case) -> Publication:
        """The decision as it would be, not stored."""
        return Publication(
            case=case,
            document=self.document,
            decision=self.decision,
            is_masked=self.is_masked,
            public_text=self.public_text.strip(),
        )

    @property
    def sources(self) -> Sequence[NewFile | FileRendition]:
        """The files that clean copies are made of."""
        if self.is_masked or self.document is None:
            return self.masked_files
        return list(self.document.files.filter(variant__in=LAID_OPEN))

    def __str__(self) -> str:
        if self.document:
            return f"handling {self.document.running_number}"
        return f"beslut i {self.decision.body}" if self.decision else PAGE


def publishable(case: Case, *, on: date) -> list[Thing]:
    """What of the case may be published now, the page first; only decisions that have words."""
    documents = public_documents(on=on).filter(case=case)
    worded = ~Q(points=None) | ~Q(lead_text_printed="") | ~Q(motivation="")
    decisions = public_decisions().filter(worded, case=case).select_related("body").distinct()
    return [
        Thing(),
        *(Thing(document=document) for document in documents),
        *(Thing(decision=decision) for decision in decisions),
    ]


@contextmanager
def opened(source: NewFile | FileRendition) -> Iterator[IO[bytes]]:
    """The content from its start; an upload stays open, as it may be read again."""
    source.file.open()
    try:
        yield source.file
    finally:
        if isinstance(source, FileRendition):
            source.file.close()


def publish(
    *,
    case: Case,
    doing: Doing,
    things: Sequence[Thing],
    basis: str,
    until: date | None = None,
    reason: str = "",
) -> list[Publication]:
    """Decide that the public may read the things, up to and including `until`.

    `reason` says why they may be read in spite of what was warned for. Raises ActionRefused for
    what is not allmän, and for files that cannot be laid open as they are.
    """
    masked = any(thing.is_masked for thing in things)
    action = Action.PUBLISH_MASKED if masked else Action.PUBLISH
    with acting(action, case=case, doing=doing) as act:
        _demand(act, things, basis=basis, until=until)
        rows = [_publish(act, thing, basis=basis, until=until) for thing in things]
        said = ", ".join(map(str, things))
        kind = "Maskad version publicerades" if masked else "Publicerades"
        ids = [str(row.public_id) for row in rows]
        act.record(f"{kind} på webben: {said}", on=doing.day, reason=reason, publications=ids)
    return rows


def unpublish(
    *, case: Case, doing: Doing, publications: Sequence[Publication], reason: str
) -> None:
    """Take things down at once. Without its page nothing of a case is public."""
    with acting(Action.UNPUBLISH, case=case, doing=doing) as act:
        rows = [row for row in _standing(act.case) if row in publications]
        if not rows:
            raise ActionRefused([Refusal("nothing_chosen", "Välj vad som ska tas bort")])
        for row in rows:
            _withdraw(row, doing, reason)
        said = ", ".join(str(Thing(document=row.document, decision=row.decision)) for row in rows)
        act.record(f"Togs bort från webben: {said}", on=doing.day, reason=reason)


def _standing(case: Case) -> list[Publication]:
    rows = case.publications.filter(withdrawn_at=None)
    return list(rows.select_related("document", "decision__body"))


def _demand(act: Act, things: Sequence[Thing], *, basis: str, until: date | None) -> None:
    case, found = act.case, []
    has_page = published(on=act.doing.day).filter(pk=case.pk).exists()
    if not things:
        found.append(Refusal("nothing_chosen", "Välj vad som ska publiceras"))
    elif Case.objects.filter(is_secret(), pk=case.pk).exists():
        text = "Hela ärendet är sekretessmarkerat"
        found.append(Refusal("case_secret", text, source=SECRECY))
    elif not has_page and not any(thing.is_page for thing in things):
        text = "Publicera ärendets sida först, eller samtidigt: utan den syns inget annat"
        found.append(Refusal("page_missing", text))
    if not basis.strip():
        found.append(Refusal("basis_missing", "Ange grunden för publiceringen"))
    if until and until < act.doing.day:
        found.append(Refusal("until_passed", "Sista dagen har redan varit"))
    found += _not_public(case, things, on=act.doing.day)
    if found:
        raise ActionRefused(found)


def _not_public(case: Case, things: Sequence[Thing], *, on: date) -> Iterator[Refusal]:
    law = "Tryckfrihetsförordningen 2 kap. 9, 10 och 12 §§"
    papers = set(public_documents(on=on).filter(case=case))
    decisions = set(public_decisions().filter(case=case))
    for thing in things:
        if thing.document and thing.document not in papers:
            text = f"{capital(str(thing))} är inte allmän än, eller väntar på fullmäktige"
            yield Refusal("not_public", text, source=law)
        elif thing.decision and thing.decision not in decisions:
            text = (
                f"{capital(str(thing))} bereder bara ärendet; publicera det när ärendet är avgjort"
            )
            yield Refusal("not_public", text, source=law)
        elif not (thing.is_page or shows_words(thing.publication_in(case))):
            text = (
                f"{capital(str(thing))} hör till sekretessmarkerade eller skyddade uppgifter;"
                " publicera en maskad version"
            )
            source = "Offentlighets- och sekretesslagen 5 kap. 5 §"
            yield Refusal("words_withheld", text, source=source)


def _publish(act: Act, thing: Thing, *, basis: str, until: date | None) -> Publication:
    earlier = act.case.publications.filter(
        withdrawn_at=None, document=thing.document, decision=thing.decision
    ).first()
    if earlier:
        _withdraw(earlier, act.doing, REPLACED)
    row = thing.publication_in(act.case)
    row.basis, row.until = basis.strip(), until
    row.decided_at, row.decided_by = act.doing.at, act.doing.by.name
    row.save()
    if thing.document:
        row.files.set(_public_file(thing.document, source) for source in thing.sources)
    return row


def _withdraw(row: Publication, doing: Doing, reason: str) -> None:
    row.withdrawn_at, row.withdrawn_by = doing.at, doing.by.name
    row.withdrawn_reason = reason.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])


def _public_file(document: Document, source: NewFile | FileRendition) -> FileRendition:
    """The clean copy that is handed out."""
    try:
        with opened(source) as content:
            copy = clean_copy(content, media_type=source.media_type)
    except NotPublishable as refused:
        text = f"{source.name}: {refused}"
        raise ActionRefused([Refusal("file_not_publishable", text)]) from refused
    same = document.files.filter(variant=RenditionVariant.PUBLIC, sha256=copy.sha256).first()
    if same:
        return same
    new = NewFile(
        name=f"handling-{document.running_number}.{copy.extension}",
        media_type=source.media_type,
        size=copy.size,
        sha256=copy.sha256,
        file=copy.file,
    )
    [row] = write_files(document, [new], variant=RenditionVariant.PUBLIC)
    return row
