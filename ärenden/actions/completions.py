"""Komplettering: a further version is asked for, handed in, and becomes a document of the case."""

from django.db import transaction
from django.utils import timezone

from kernel.dates import full_date
from ärenden.actions.arrivals import meet_registration
from ärenden.actions.base import Doing, acting
from ärenden.actions.documents import NewDocument, write_document
from ärenden.actions.drafts import start
from ärenden.actions.register import DOCUMENT_OF
from ärenden.actions.submissions import as_file, name_on, names_of, waiting_one
from ärenden.actions.values import named
from ärenden.choices import Capacity, CaseType, Direction
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, CompletionRequest, Draft, Submission
from ärenden.queries.arrivals import countable
from ärenden.workflow import Action

NOT_COUNTABLE = "välj den första texten, den som räknas nu eller kompletteringen"


def request_completion(*, case: Case, doing: Doing, reason: str) -> CompletionRequest:
    """Begär komplettering: the author is asked for a further version; the first one stands."""
    with acting(Action.REQUEST_COMPLETION, case=case, doing=doing) as act:
        request = CompletionRequest.objects.create(
            case=act.case, asked_at=doing.at, asked_by_name=doing.by.name, reason=reason.strip()
        )
        author = name_on(act.case.submissions.earliest("pk").author, day=doing.day)
        act.record(f"Komplettering begärdes av {named([author])}", on=doing.day, reason=reason)
    return request


def begin_completion(*, request: CompletionRequest, doing: Doing) -> Draft:
    """The author's draft of the further version; it begins as the latest one handed in."""
    with transaction.atomic():
        rows = CompletionRequest.objects.select_related("case").select_for_update(of=("self",))
        kept = rows.get(pk=request.pk)
        if begun := Draft.objects.filter(completes=kept).first():
            return begun
        latest = kept.case.submissions.select_related("draft", "author", "body").latest("pk")
        return start(
            author=latest.author,
            body=latest.body,
            case_type=CaseType(latest.case_type),
            doing=doing,
            completes=kept,
            title=latest.title,
            addressee=latest.draft.addressee,
            motivation=latest.motivation,
            question_intro=latest.question_intro,
            items=latest.items,
        )


def receive_completion(
    *, case: Case, doing: Doing, submission: Submission, counted: Submission, reason: str
) -> None:
    """A document of its own in the case; the reason says which arrival counts, and why.

    When that came is the moment held against the last time to hand in. The day when the case first
    came, and with it the rules that it keeps, stands. Raises ActionRefused for one that is not
    `countable`.
    """
    with acting(Action.RECEIVE_COMPLETION, case=case, doing=doing) as act:
        waiting = waiting_one(submission)
        if counted not in countable(act.case):
            raise ActionRefused([Refusal("not_countable", NOT_COUNTABLE)])
        arrived = timezone.localdate(waiting.handed_in_at)
        names = names_of(waiting, Capacity.SIGNATORY)
        waiting.document = write_document(
            act.case,
            NewDocument(
                kind=DOCUMENT_OF[CaseType(waiting.case_type)],
                title=waiting.title,
                direction=Direction.INCOMING,
                received_on=arrived,
                correspondents=names,
                files=[as_file(waiting)],
            ),
            registered_on=doing.day,
        )
        waiting.save(update_fields=["document"])
        meet_registration(waiting, doing)
        day = timezone.localdate(counted.handed_in_at)
        CompletionRequest.objects.filter(draft=waiting.draft_id).update(
            counts_from=day, counts_because=reason.strip()
        )
        act.case.counted_from = counted.handed_in_at
        counts = f"Som inlämningsdag räknas {full_date(day)}"
        text = f"Komplettering kom in från {named(names)}. {counts}"
        act.record(text, on=arrived, reason=reason, document=str(waiting.document.public_id))
