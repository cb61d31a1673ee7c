"""Registrera: a paper or e-mail becomes a case with a diary number (OSL 5:1–2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction

from accounts.roles import Verb
from kernel.text import normalise
from meetings.models import Meeting
from parties.models import Body, Party
from ärenden import numbers
from ärenden.access import can_for
from ärenden.actions.allot import Allotted, allot
from ärenden.actions.base import Doing, begin, demand, finish, once
from ärenden.actions.documents import NewDocument, write_document
from ärenden.actions.filing import undoing_files
from ärenden.actions.number_parts import index_number, recognise
from ärenden.actions.telling import set_telling_deadline
from ärenden.actions.values import Name, NewFile, Point, named, write_names
from ärenden.choices import (
    Capacity,
    CaseType,
    Channel,
    Direction,
    DocumentKind,
    Fact,
    Origin,
    ProposalKind,
    ProposalSource,
    Purpose,
    State,
)
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Document, NumberSeries, Proposal, ProposalPoint, Question
from ärenden.workflow import Action
from ärenden.workflow.table import ASKED

DOCUMENT_OF = {
    CaseType.INTERPELLATION: DocumentKind.INTERPELLATION,
    CaseType.QUESTION: DocumentKind.QUESTION,
    CaseType.MOTION: DocumentKind.MOTION,
    CaseType.CITIZEN_PROPOSAL: DocumentKind.CITIZEN_PROPOSAL,
    CaseType.INITIATIVE: DocumentKind.LETTER,
    CaseType.COMMITTEE: DocumentKind.LETTER,
}
COMMON_GENDER = frozenset({CaseType.INTERPELLATION, CaseType.QUESTION, CaseType.MOTION})
FROM_SOMEONE = frozenset(CaseType) - {CaseType.COMMITTEE}


@dataclass(frozen=True, kw_only=True)
class NewCase:
    """What is known of a case at registration; texts letter by letter.

    Without a `document` one is registered for its paper, unless only others tell of it.
    `dnr` is a number given elsewhere (imported); otherwise `series` allots one, with the
    `classification` where it prints one, or `doing.unknown[Fact.NUMBER]` says why there is none.
    """

    body: Body
    case_type: CaseType
    title: str
    title_public: str = ""
    motivation: str = ""
    question_intro: str = ""
    questions: Sequence[Point] = ()
    points: Sequence[Point] = ()
    signatories: Sequence[Name] = ()
    on_behalf_of: Party | None = None
    addressee: Name | None = None
    origin: Origin = Origin.COUNCILLOR
    received_on: date | None = None
    received_at: time | None = None
    channel: Channel | None = None
    target_meeting: Meeting | None = None
    series: NumberSeries | None = None
    classification: str = ""
    dnr: str = ""
    own_number: str = ""
    document: NewDocument | None = None
    files: Sequence[NewFile] = ()
    is_paper_missing: bool = False


def register(*, doing: Doing, new: NewCase) -> Case:
    """Create the case with its number, names, texts and first document, in one transaction.

    Raises PermissionDenied, ActionRefused with every missing fact, AlreadyDone for a form
    that was sent twice.
    """
    demand(
        doing,
        Verb.REGISTER,
        granted=lambda verb: can_for(doing.by, verb, new.body, on=doing.day),
    )
    _demand_facts(new, doing)
    with once(doing), undoing_files(), transaction.atomic():
        case = _case(new, doing)
        _number(case, new, doing)
        act = begin(case, Action.REGISTER, doing)
        act.state_before = ""
        case.state = State.REGISTERED
        case.save()
        _contents(case, new, doing)
        act.record(_summary(case, new), on=new.received_on, receipt=_receipt(case, new))
        set_telling_deadline(act, Purpose.FORWARD)
        finish(act)
    return case


def _demand_facts(new: NewCase, doing: Doing) -> None:
    missing = {
        Fact.RECEIVED_ON: new.received_on is None,
        Fact.SIGNATORY: new.case_type in FROM_SOMEONE and not new.signatories,
        Fact.ADDRESSEE: new.case_type in ASKED and new.addressee is None,
        Fact.NUMBER: new.series is None and not new.dnr,
    }
    if new.on_behalf_of is not None:
        missing[Fact.SIGNATORY] = False
    found = [
        Refusal(f"{fact}_missing", ASK_FOR[fact], fact)
        for fact, lacks in missing.items()
        if lacks and fact not in doing.unknown
    ]
    if not new.title.strip():
        found.append(Refusal("title_missing", "Skriv rubriken som den står i handlingen"))
    if found:
        raise ActionRefused(found)


ASK_FOR = {
    Fact.RECEIVED_ON: "Ange vilken dag handlingen kom in",
    Fact.SIGNATORY: "Ange vem som ställt den, eller vilket parti",
    Fact.ADDRESSEE: "Ange vem den ställs till",
    Fact.NUMBER: "Välj vilken nummerserie ärendet ska ha",
}


def _case(new: NewCase, doing: Doing) -> Case:
    return Case(
        organisation_id=new.body.organisation_id,
        body=new.body,
        case_type=new.case_type,
        title=normalise(new.title).strip(),
        title_public=new.title_public.strip(),
        motivation=normalise(new.motivation).strip("\n"),
        question_intro=normalise(new.question_intro).strip("\n"),
        origin=new.origin,
        on_behalf_of=new.on_behalf_of,
        own_number=new.own_number.strip(),
        received_on=new.received_on,
        received_on_unknown=doing.unknown.get(Fact.RECEIVED_ON, ""),
        received_at=new.received_at,
        channel=new.channel or "",
        registered_on=doing.day,
        handler=doing.by,
        target_meeting=new.target_meeting,
    )


def _number(case: Case, new: NewCase, doing: Doing) -> None:
    """Allotted from the series, kept as given, or unknown with its reason."""
    if new.dnr:
        case.dnr = normalise(new.dnr).strip()
        parts = recognise(case.dnr, organisation=new.body.organisation)
    elif new.series is not None:
        allotted = _allotted(new.series, new, doing)
        case.dnr, case.series, parts = allotted.printed, new.series, allotted.parts
        case.reset_period, case.sequence = allotted.reset_period, allotted.sequence
    else:
        case.dnr_unknown = doing.unknown[Fact.NUMBER]
        return
    index_number(case, case.dnr, parts=parts)


def _allotted(series: NumberSeries, new: NewCase, doing: Doing) -> Allotted:
    try:
        return allot(series, on=doing.day, classification=new.classification)
    except numbers.NumberIncomplete as problem:
        raise ActionRefused([Refusal("classification_missing", str(problem))]) from problem


def _contents(case: Case, new: NewCase, doing: Doing) -> None:
    write_names(Capacity.SIGNATORY, new.signatories, case=case)
    if new.addressee:
        write_names(Capacity.ADDRESSEE, [new.addressee], case=case)
    write_questions(case, new.questions)
    paper = None
    if not new.is_paper_missing:
        document = new.document or _first_document(case, new)
        paper = write_document(case, document, registered_on=doing.day)
    if new.points:
        write_own_proposal(
            case, new.case_type, points=new.points, signatories=new.signatories, paper=paper
        )


def write_questions(case: Case, questions: Sequence[Point]) -> None:
    Question.objects.bulk_create(
        Question(case=case, number=number, label_printed=point.label, text=normalise(point.text))
        for number, point in enumerate(questions, start=1)
    )


def _first_document(case: Case, new: NewCase) -> NewDocument:
    own = case.origin == Origin.OWN
    return NewDocument(
        kind=DOCUMENT_OF[new.case_type],
        title=case.title,
        title_public=case.title_public,
        direction=Direction.INTERNAL if own else Direction.INCOMING,
        received_on=None if own else case.received_on,
        received_on_unknown="" if own else case.received_on_unknown,
        correspondents=new.signatories,
        files=new.files,
    )


def write_own_proposal(
    case: Case,
    case_type: CaseType,
    *,
    points: Sequence[Point],
    signatories: Sequence[Name],
    paper: Document | None,
) -> None:
    """What the case's own paper proposes, first of all proposals in the case."""
    is_motion = case_type in {CaseType.MOTION, CaseType.CITIZEN_PROPOSAL}
    proposal = Proposal.objects.create(
        case=case,
        document=paper,
        ordinal=1,
        kind=ProposalKind.OWN,
        source=ProposalSource.MOTION if is_motion else ProposalSource.LETTER,
    )
    write_points(proposal, points)
    write_names(Capacity.PROPOSER, signatories, proposal=proposal)


def write_points(proposal: Proposal, points: Sequence[Point]) -> list[ProposalPoint]:
    return ProposalPoint.objects.bulk_create(
        ProposalPoint(
            proposal=proposal,
            number=number,
            label_printed=point.label,
            has_att=point.has_att,
            lead_text_printed=point.lead_text,
            text=normalise(point.text),
            derived_from=point.derived_from,
        )
        for number, point in enumerate(points, start=1)
    )


def _summary(case: Case, new: NewCase) -> str:
    """What happened on the day of arrival: `Motion kom in från X, registrerad som KS 2026/12`."""
    kind = CaseType(case.case_type)
    began = "öppnades" if case.origin == Origin.OWN else "kom in"
    sender = named(new.signatories) or (str(new.on_behalf_of) if new.on_behalf_of else "")
    number = f"som {case.dnr}" if case.dnr else "utan diarienummer"
    registered = "registrerad" if kind in COMMON_GENDER else "registrerat"
    return f"{kind.label} {began}{f' från {sender}' if sender else ''}, {registered} {number}"


def _receipt(case: Case, new: NewCase) -> dict[str, object]:
    """What the kvittens tells: kept in the event, so that no later change reaches it."""
    return {
        "case_type": new.case_type,
        "dnr": case.dnr,
        "received_on": new.received_on and new.received_on.isoformat(),
        "received_at": new.received_at and new.received_at.isoformat(),
        "signatories": [_with_offices(name) for name in new.signatories],
        "on_behalf_of": str(new.on_behalf_of or ""),
        "addressee": _with_offices(new.addressee) if new.addressee else "",
        "title": case.title,
        "motivation": case.motivation,
        "question_intro": case.question_intro,
        "points": [normalise(point.text) for point in (*new.questions, *new.points)],
        "files": [
            {"name": file.name, "size": file.size, "sha256": file.sha256}
            for file in (new.document or new).files
        ],
    }


def _with_offices(name: Name) -> str:
    return ", ".join([str(name), *([] if name.is_protected else name.roles)])
