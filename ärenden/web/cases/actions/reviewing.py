"""What would be laid open, looked through before it is: personal data, files that hide or fail."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby

from kernel.text import capital, listed
from ärenden.actions.publishing import Thing, opened
from ärenden.actions.values import NewFile
from ärenden.clean_copies import NotPublishable, clean_copy
from ärenden.file_texts import text_of
from ärenden.models import AgentSnapshot, Case, FileRendition, Publication
from ärenden.personal_data import Found, personal_data
from ärenden.published import readable, shows_name, shows_words
from ärenden.queries.corrections import rows_of
from ärenden.queries.public import PublicFile, record_of
from ärenden.queries.published_texts import texts_of, title_of
from ärenden.queries.secrecy import withheld_here
from ärenden.web.public.article import Article, article_of

WITHHELD = (
    "orden visas inte, eftersom någon med skyddade personuppgifter står i ärendet eller"
    " handlingen inte är allmän; en maskad version kan visas"
)


@dataclass(frozen=True)
class Warned:
    """What to look at in one text or file."""

    where: str
    what: list[str]


@dataclass(frozen=True)
class Review:
    """What the things show; `seen` is the mark of exactly this, so that nothing else is sent."""

    article: Article | None
    warnings: list[Warned]
    unread: list[str]
    refused: list[str]
    seen: str


def review_of(case: Case, things: Sequence[Thing], *, on: date) -> Review:
    rows = [thing.publication_in(case) for thing in things]
    names = _private_names(case)
    domain = case.organisation.feedback_email.partition("@")[2]
    warnings, unread, refused = [], [], []
    marks: list[list[str]] = []
    for thing, row in zip(things, rows, strict=True):
        if not shows_words(row):
            warnings.append(Warned(capital(str(thing)), [WITHHELD]))
        texts = [title_of(row), *texts_of(row)]
        found = personal_data("\n".join(texts), names=names, own_domain=domain)
        warnings += _warned(capital(str(thing)), found)
        marks.append([str(thing), *texts])
        for source in thing.sources:
            marks.append([source.sha256])
            with opened(source) as content:
                read = text_of(content, media_type=source.media_type)
            words = personal_data(read.text, names=names, own_domain=domain)
            warnings += _warned(f"{capital(str(thing))}, filen {source.name}", words)
            unread += [f"{source.name} {read.unread}."] if read.unread else []
            refused += _refused(source)
    seen = sha256(json.dumps(marks).encode()).hexdigest()
    told = withheld_here(case).told
    read_out = [Warned(each.where, list(map(told, each.what))) for each in warnings]
    return Review(_article(case, things, rows, on=on), read_out, unread, refused, seen)


def _article(
    case: Case, things: Sequence[Thing], rows: Sequence[Publication], *, on: date
) -> Article | None:
    """The page as it will be, with what is published already; none without the page itself."""
    chosen = {(row.document_id, row.decision_id) for row in rows}
    before = readable(on=on).filter(case=case).select_related("document", "decision__body")
    kept = [row for row in before if (row.document_id, row.decision_id) not in chosen]
    all_rows = [*kept, *rows]
    if not any(row.document_id is None and row.decision_id is None for row in all_rows):
        return None
    files = {
        row.document_id: [PublicFile(file.name, file.size) for file in row.files.all()]
        for row in kept
        if row.document_id
    }
    for thing in things:
        if thing.document:
            files[thing.document.pk] = [PublicFile(each.name, each.size) for each in thing.sources]
    shown = [row for row in all_rows if shows_words(row)]
    return article_of(record_of(case, shown, files=files, on=on))


def _refused(source: NewFile | FileRendition) -> list[str]:
    with opened(source) as content:
        try:
            clean_copy(content, media_type=source.media_type)
        except NotPublishable as problem:
            return [f"{source.name}: {problem}"]
    return []


def _private_names(case: Case) -> set[str]:
    agents = rows_of(AgentSnapshot, case)
    return {agent.name_printed for agent in agents if not shows_name(agent)}


def _warned(where: str, found: Sequence[Found]) -> list[Warned]:
    kinds = groupby(found, key=lambda each: each.kind)
    what = [f"{kind}: {listed([each.text for each in group])}" for kind, group in kinds]
    return [Warned(where, what)] if what else []
