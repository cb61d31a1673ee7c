"""Turns of a case: another type, another addressee, a tie to another case; each with a reason."""

from ärenden.actions.base import Doing, acting
from ärenden.actions.register import DOCUMENT_OF, write_own_proposal, write_questions
from ärenden.actions.telling import forward_as_type, tell_another
from ärenden.actions.values import (
    Name,
    Point,
    as_printed,
    begins_with_att,
    named,
    replace_name,
)
from ärenden.choices import OWN_PAPER, Capacity, CaseType, LinkKind
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, CaseLink, Document, ProposalPoint, Question
from ärenden.workflow import Action
from ärenden.workflow.table import ASKED


def change_type(*, case: Case, doing: Doing, to: CaseType, reason: str) -> None:
    """Byt ärendetyp, while nothing but the registration has happened."""
    with acting(Action.CHANGE_TYPE, case=case, doing=doing) as act:
        before = CaseType(act.case.case_type)
        if before == to:
            raise ActionRefused([Refusal("same_type", f"ärendet är redan {to.label.lower()}")])
        paper = act.case.documents.filter(running_number=1, kind=DOCUMENT_OF[before]).first()
        if paper:
            paper.kind = DOCUMENT_OF[to]
            paper.save(update_fields=["kind"])
        if (before in ASKED) != (to in ASKED):
            _retell(act.case, paper, to=to)
        act.case.case_type = to
        text = f"Ärendetypen ändrades från {before.label.lower()} till {to.label.lower()}"
        act.record(text, on=doing.day, reason=reason, before=before, after=to)
        forward_as_type(act)


def _retell(case: Case, paper: Document | None, *, to: CaseType) -> None:
    """Questions become att-satser, or the other way: the paper's words stay the same."""
    own = case.proposals.filter(source__in=OWN_PAPER)
    if case.steps.exists() or case.proposals.exclude(pk__in=own).exists():
        text = "yrkanden är redan antecknade i ärendet"
        raise ActionRefused([Refusal("has_proposals", text)])
    if to in ASKED:
        points = ProposalPoint.objects.filter(proposal__in=own).order_by("proposal", "number")
        write_questions(case, [Point(text=row.text, label=row.label_printed) for row in points])
        own.delete()
        return
    asked = case.questions.all()
    _demand_removable(case)
    if asked:
        signatories = case.agents.filter(capacity=Capacity.SIGNATORY)
        write_own_proposal(
            case,
            to,
            points=[_att_sats(row) for row in asked],
            signatories=[as_printed(row) for row in signatories],
            paper=paper,
        )
        asked.delete()


def _demand_removable(case: Case) -> None:
    """A question goes with its row, and nothing that hangs on it may be lost with it."""
    found = []
    if case.secrecy_marks.filter(question__isnull=False, lifted_on=None).exists():
        text = "en fråga är sekretessmarkerad; häv markeringen först"
        found.append(Refusal("question_marked", text))
    if case.answer_drafts.exists():
        found.append(Refusal("answer_begun", "svaret håller på att skrivas"))
    if found:
        raise ActionRefused(found)


def _att_sats(question: Question) -> Point:
    text = question.text
    return Point(text=text, label=question.label_printed, has_att=begins_with_att(text))


def change_addressee(*, case: Case, doing: Doing, to: Name, reason: str) -> None:
    """Byt vem den ställs till; the first one stays readable in the event."""
    with acting(Action.CHANGE_ADDRESSEE, case=case, doing=doing) as act:
        told = replace_name(act.case, Capacity.ADDRESSEE, to)
        tell_another(act)
        instead = f" i stället för {told['before']}" if told["before"] else ""
        text = f"Ställs till {named([to])}{instead}"
        act.record(text, on=doing.day, reason=reason, **told)


def link(*, case: Case, doing: Doing, other: Case, kind: LinkKind, reason: str) -> CaseLink:
    """Koppla ärenden: how this case relates to another of the same organisation."""
    if other.pk == case.pk or other.organisation_id != case.organisation_id:
        raise ActionRefused([Refusal("wrong_case", "välj ett annat ärende i samma diarium")])
    with acting(Action.LINK, case=case, doing=doing) as act:
        row, is_new = CaseLink.objects.get_or_create(case=act.case, other=other, kind=kind)
        if not is_new:
            raise ActionRefused([Refusal("already_linked", "ärendena är redan kopplade så")])
        text = f"Kopplades till {other.dnr or other.told_title}: {kind.label.lower()}"
        act.record(text, on=doing.day, reason=reason, other=str(other.public_id))
    return row
