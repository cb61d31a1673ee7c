"""Lämna in: the text is locked and has come in; then it is registered, perhaps as återtagen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from kernel.periods import holds_on
from meetings.models import Meeting
from parties.models import Person
from ärenden import draft_access, drafting
from ärenden.actions.arrivals import meet_registration, settle_registration
from ärenden.actions.base import Doing
from ärenden.actions.deadlines import Move
from ärenden.actions.endings import withdraw
from ärenden.actions.filing import undoing_files
from ärenden.actions.register import NewCase, register
from ärenden.actions.values import (
    Name,
    NewFile,
    Point,
    as_printed,
    begins_with_att,
    named,
    text_file,
    write_names,
)
from ärenden.choices import Capacity, CaseType, Channel, DeadlineCause
from ärenden.exceptions import ActionRefused, AlreadyDone, ChangedMeanwhile, Refusal
from ärenden.models import Case, Draft, NumberSeries, Submission
from ärenden.queries.drafting import meeting_on, standing_cosigners, standing_of
from ärenden.queries.rules import calendar_of
from ärenden.workflow.steps import OPEN

LONGEST_FILE_NAME = 60


def hand_in(
    *, draft: Draft, doing: Doing, addressee: Name | None = None, serves: bool = False
) -> Submission:
    """Lock the text and write the receipt. From now on it is an allmän handling (TF 2 kap. 9 §).

    Handed in twice it came in once: the second time the first receipt is given again.
    Raises PermissionDenied, ActionRefused with every hindrance, ChangedMeanwhile.
    """
    if not draft_access.writes(doing.by, draft, on=doing.day):
        raise PermissionDenied
    with transaction.atomic():
        rows = Draft.objects.select_related("body", "author").select_for_update(of=("self",))
        kept = rows.get(pk=draft.pk)
        if done := Submission.objects.filter(draft=kept).first():
            return done
        if doing.version is not None and doing.version != kept.version:
            raise ChangedMeanwhile
        standing = standing_of(kept, on=doing.day, serves=serves)
        found = drafting.hindrances(kept.written, standing)
        if found or _is_too_late(kept):
            raise ActionRefused(found or [CASE_ENDED])
        meeting = meeting_on(kept.body, doing.day) if standing.serves else None
        return _submit(kept, doing, addressee=addressee, serving_at=meeting)


CASE_ENDED = Refusal("case_ended", "Ärendet är avgjort eller avslutat, och kan inte kompletteras")


def _is_too_late(draft: Draft) -> bool:
    return draft.completes is not None and draft.completes.case.state not in OPEN


def _submit(
    draft: Draft, doing: Doing, *, addressee: Name | None, serving_at: Meeting | None
) -> Submission:
    signing = [draft.author, *(row.person for row in standing_cosigners(draft))]
    names = [name_on(person, day=doing.day) for person in signing]
    signed = [named([name]) for name in names]
    text = drafting.as_text(draft.written, body=draft.body.name, signed=signed)
    submission = Submission.objects.create(
        draft=draft,
        organisation_id=draft.organisation_id,
        body=draft.body,
        author=draft.author,
        case_type=draft.case_type,
        title=draft.title,
        motivation=draft.motivation,
        question_intro=draft.question_intro,
        items=draft.items,
        text=text,
        sha256=drafting.checksum(text),
        handed_in_at=doing.at,
        handed_in_by_id=doing.by.pk,
        handed_in_by_name=doing.by.name,
        serving_at=serving_at,
        case=draft.completes.case if draft.completes else None,
    )
    write_names(Capacity.SIGNATORY, names, submission=submission)
    if addressee and draft.written.is_asked:
        write_names(Capacity.ADDRESSEE, [addressee], submission=submission)
    move = Move(doing=doing, cause=DeadlineCause.STEP)
    settle_registration(submission, calendar_of(draft.organisation_id), move)
    return submission


def name_on(person: Person, *, day: date) -> Name:
    """The person as printed that day: with the party she then belongs to, or (–)."""
    found = person.affiliations.filter(holds_on(day)).select_related("party").first()
    if found is None:
        return Name(name=person.name, person=person)
    letters = found.party.abbreviation if found.party else "–"
    return Name(name=person.name, party_printed=f"({letters})", person=person, party=found.party)


@dataclass(frozen=True, kw_only=True)
class Registering:
    """What the registrar adds; the words are not hers to change."""

    series: NumberSeries
    classification: str = ""
    title_public: str = ""
    own_number: str = ""
    target_meeting: Meeting | None = None


def register_submission(*, submission: Submission, doing: Doing, how: Registering) -> Case:
    """The case of what was handed in, letter by letter; at once återtaget when it was withdrawn.

    Raises AlreadyDone when it is in the register, else as `register`.
    """
    with undoing_files(), transaction.atomic():
        waiting = waiting_one(submission)
        case = register(doing=doing, new=_new_case(waiting, how))
        waiting.case, waiting.document = case, case.documents.get()
        waiting.save(update_fields=["case", "document"])
        meet_registration(waiting, doing)
        if waiting.withdrawn_at:
            _note_withdrawal(waiting, case, doing)
    return case


def waiting_one(submission: Submission) -> Submission:
    rows = Submission.objects.select_related("body").select_for_update(of=("self",))
    waiting = rows.get(pk=submission.pk)
    if waiting.document_id and waiting.case_id:
        raise AlreadyDone(waiting.case_id)
    return waiting


def _new_case(submission: Submission, how: Registering) -> NewCase:
    points = [
        Point(text=text, label=f"{number}.", has_att=begins_with_att(text))
        for number, text in enumerate(submission.items, start=1)
    ]
    is_motion = submission.case_type == CaseType.MOTION
    arrived = timezone.localtime(submission.handed_in_at)
    return NewCase(
        body=submission.body,
        case_type=CaseType(submission.case_type),
        title=submission.title,
        title_public=how.title_public,
        motivation=submission.motivation,
        question_intro=submission.question_intro,
        questions=() if is_motion else points,
        points=points if is_motion else (),
        signatories=names_of(submission, Capacity.SIGNATORY),
        addressee=next(iter(names_of(submission, Capacity.ADDRESSEE)), None),
        received_on=arrived.date(),
        received_at=arrived.time().replace(second=0, microsecond=0),
        channel=Channel.INTERNAL,
        target_meeting=how.target_meeting,
        series=how.series,
        classification=how.classification,
        own_number=how.own_number,
        files=[as_file(submission)],
    )


def names_of(submission: Submission, capacity: Capacity) -> Sequence[Name]:
    rows = submission.agents.filter(capacity=capacity)
    return [as_printed(row) for row in rows.select_related("person", "party", "body")]


def as_file(submission: Submission) -> NewFile:
    """The text as it was handed in: a file whose checksum is that of the receipt."""
    name = slugify(submission.title)[:LONGEST_FILE_NAME] or "text"
    return text_file(submission.text, name=f"{name}.txt")


def _note_withdrawal(submission: Submission, case: Case, doing: Doing) -> None:
    if submission.withdrawn_at:
        on, because = timezone.localdate(submission.withdrawn_at), submission.withdrawn_because
        withdraw(case=case, doing=Doing(by=doing.by, at=doing.at), on=on, reason=because)


def take_back(*, submission: Submission, doing: Doing, because: str) -> None:
    """Återta: the author drops the matter. The paper has come in all the same, and is registered.

    What is in the register already waits there for the registrar to note it.
    """
    if not draft_access.writes(doing.by, submission.draft, on=doing.day):
        raise PermissionDenied
    with transaction.atomic():
        rows = Submission.objects.select_related("case", "draft")
        kept = rows.select_for_update(of=("self",)).get(pk=submission.pk)
        if kept.withdrawn_at:
            return
        if kept.draft.completes_id or (kept.case and kept.case.state not in OPEN):
            raise ActionRefused([NOTHING_TO_TAKE_BACK])
        kept.withdrawn_at, kept.withdrawn_because = doing.at, because.strip()
        kept.save(update_fields=["withdrawn_at", "withdrawn_because"])


NOTHING_TO_TAKE_BACK = Refusal("ended", "Ärendet är avgjort och kan inte återtas")
