"""Note secrecy, keep what is secret apart, and lift the note again (OSL 5 kap. 2 and 5 §§)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pghistory
from django.db.models import Model

from kernel.text import listed, normalise
from ärenden.actions.base import Act, Doing, acting
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import AgentSnapshot, Case, CaseEvent, Document, Question, SecrecyMark
from ärenden.queries.secrecy import WITHHELD, Markable, markable, name_of
from ärenden.workflow import Action

MARKING = "Sekretessmarkering"
TITLES = frozenset({"title"})
PAPERS = frozenset({"motivation", "text"})  # these words stand in the case's first paper too
TARGET_OF: Mapping[type[Model], str] = {
    Document: "document",
    Question: "question",
    AgentSnapshot: "agent",
}
LEFT_OF_A_NAME: Mapping[str, Any] = {
    "party_printed": "",
    "roles_printed": [],
    "organisation_printed": "",
    "note_printed": "",
}


@dataclass(frozen=True, kw_only=True)
class NewMark:
    """What is marked, a whole case or document or one `field` of a row, and on what ground.

    `wording` is what anyone who reads the register sees in its place; a title must have one. Of a
    whole case or document it is the title that may be told, else only its kind is (OSL 5:2).
    """

    row: Markable
    field: str = ""
    wording: str = ""
    provision: str
    authority: str


def mark_secrecy(*, case: Case, doing: Doing, new: NewMark) -> SecrecyMark:
    """Note secrecy; a marked fact is kept apart from the register from now on.

    The same words elsewhere in the case are marked with it: a paper often bears the case's title.

    Raises ActionRefused for what cannot be marked, is marked already, or lacks its ground.
    """
    with acting(Action.MARK_SECRECY, case=case, doing=doing) as act:
        _check(act.case, new)
        also = _with_it(act.case, new)
        marks = [_mark(act, each) for each in (new, *also)]
        told = listed(list(dict.fromkeys(map(name_of, marks))))
        act.record(f"Sekretessmarkerades: {told}", on=doing.day, marks=[row.pk for row in marks])
    return marks[0]


def lift_secrecy(*, case: Case, doing: Doing, mark: SecrecyMark, reason: str) -> None:
    """Lift the note; what was kept apart stands in its place again."""
    with acting(Action.LIFT_SECRECY, case=case, doing=doing) as act:
        current = act.case.secrecy_marks.filter(pk=mark.pk, lifted_on=None).first()
        if current is None:
            raise ActionRefused([Refusal("not_marked", "Markeringen är redan hävd")])
        lifted = [current, *_title_with(current)]
        for each in lifted:
            each.lifted_on = doing.day
            each.save(update_fields=["lifted_on"])
            if each.field:
                _write(act, _row_of(act.case, each), each.kept, reason=reason)
        text = f"Sekretessmarkeringen hävdes: {listed(list(map(name_of, lifted)))}"
        act.record(text, on=doing.day, reason=reason, marks=[each.pk for each in lifted])


def _title_with(mark: SecrecyMark) -> list[SecrecyMark]:
    """The title that was kept apart because its document was, not one marked for its own words.

    Told by the event that made both, which may stand in the case that the document came from.
    """
    if mark.document is None or mark.field:
        return []
    events = CaseEvent.objects.filter(
        action=Action.MARK_SECRECY, data__marks__contains=mark.pk
    ).values_list("data__marks", flat=True)
    made = [key for keys in events for key in keys]
    titles = mark.document.secrecy_marks.filter(pk__in=made, field="title", lifted_on=None)
    return list(titles)


def _check(case: Case, new: NewMark) -> None:
    found = []
    if not new.provision.strip():
        text = "Skriv vilken bestämmelse som gäller, med kapitel och paragraf"
        found.append(Refusal("provision_missing", text))
    if not new.authority.strip():
        found.append(Refusal("authority_missing", "Skriv vilken myndighet som gör markeringen"))
    if new.field in TITLES and not normalise(new.wording).strip():
        text = "Skriv en rubrik som kan läsas av alla, utan det som är hemligt"
        found.append(Refusal("public_wording_missing", text))
    if (type(new.row), new.row.pk, new.field) not in markable(case):
        found.append(Refusal("not_markable", "Det går inte att sekretessmarkera den uppgiften"))
    if found:
        raise ActionRefused(found)


def _mark(act: Act, new: NewMark) -> SecrecyMark:
    row = act.case if isinstance(new.row, Case) else new.row
    target = TARGET_OF.get(type(row))
    mark = SecrecyMark(
        case=act.case,
        field=new.field,
        provision=new.provision.strip(),
        authority_printed=new.authority.strip(),
        marked_on=act.doing.day,
        **({target: row} if target else {}),
    )
    if new.field:
        left = LEFT_OF_A_NAME if isinstance(row, AgentSnapshot) else {}
        wording = normalise(new.wording).strip() or WITHHELD
        mark.kept = {name: getattr(row, name) for name in (new.field, *left)}
        _write(act, row, {**left, new.field: wording}, reason=MARKING)
    elif new.wording.strip():
        _write(act, row, {"title_public": normalise(new.wording).strip()}, reason=MARKING)
    mark.save()
    return mark


def _with_it(case: Case, new: NewMark) -> list[NewMark]:
    """The same words elsewhere in the case, and the paper in which a marked text stands."""
    words = getattr(new.row, new.field) if new.field else ""
    others = [
        replace(new, row=row, field=field)
        for (_, _, field), row in markable(case).items()
        if (row, field) != (new.row, new.field) and field and getattr(row, field) == words
    ]
    paper = case.documents.filter(running_number=1).first() if new.field in PAPERS else None
    if paper and not paper.secrecy_marks.filter(field="", lifted_on=None).exists():
        others.append(replace(new, row=paper, field="", wording=""))
    return [*others, *_titles_of_whole(case, [new, *others])]


def _titles_of_whole(case: Case, marks: Sequence[NewMark]) -> list[NewMark]:
    """A marked document stands in the register, so its title is kept apart with it.

    Not one that is the case's own: that is read there, and marked there.
    """
    free = markable(case).keys() - {(type(each.row), each.row.pk, each.field) for each in marks}
    return [
        replace(each, field="title", wording=wording)
        for each in marks
        if isinstance(each.row, Document) and (Document, each.row.pk, "title") in free
        for wording in [each.wording or each.row.title_public or each.row.get_kind_display()]
        if each.row.title not in {case.title, wording}
    ]


def _write(act: Act, row: Model, values: Mapping[str, Any], *, reason: str) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    with pghistory.context(reason=reason, by=act.doing.by.pk, name=act.doing.by.name):
        row.save()


def _row_of(case: Case, mark: SecrecyMark) -> Model:
    return mark.document or mark.question or mark.agent or case
