"""Documents of a case as the one asking may read them, and of a day as the public may."""

from datetime import date
from typing import Any

from django.db.models import Case as When
from django.db.models import Exists, F, Max, Min, OuterRef, Prefetch, Q, QuerySet, TextField
from django.db.models import When as Clause
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from accounts.models import User
from ärenden import access
from ärenden.choices import Direction
from ärenden.models import AgentSnapshot, Case, CaseEvent, Document, FileRendition, SecrecyMark
from ärenden.published import with_protected_people
from ärenden.queries.secrecy import withheld_from
from ärenden.workflow import Action

TEXT_BEARING = (Action.CORRECT, Action.MOVE_DOCUMENT, Action.ANNUL_DOCUMENT)


def readable_documents(user: User, case: Case, *, on: date) -> QuerySet[Document]:
    """A case's documents, without answers that are neither handed over nor the account's own."""
    if access.reads_everything(user, case, on=on):
        return case.documents.all()
    readable = access.readable_answers(user, case, on=on).values("pk")
    hidden = case.answers.filter(document=OuterRef("pk")).exclude(pk__in=readable)
    return case.documents.filter(~Exists(hidden))


def readable_files(user: User, case: Case, *, on: date) -> QuerySet[FileRendition]:
    """The files of the documents whose contents the account may read."""
    withheld = withheld_from(user, case, on=on)
    if withheld.papers:
        return FileRendition.objects.none()
    readable = readable_documents(user, case, on=on).exclude(pk__in=withheld.documents)
    return FileRendition.objects.filter(document__in=readable)


def readable_events(user: User, case: Case, *, on: date) -> QuerySet[CaseEvent]:
    """The timeline; words about a document, or out of one, wait until it may be read.

    What names another case is for those who may see that one, and meeting notes are for staff.
    """
    if access.reads_everything(user, case, on=on):
        return case.events.all()
    readable = readable_documents(user, case, on=on).values_list("public_id", flat=True)
    told = Q(data__document__in=list(map(str, readable)))
    visible = access.visible_to(user, on=on).values(key=Cast("public_id", TextField()))
    events = case.events.annotate(other=KeyTextTransform("other", "data"))
    return events.exclude(action=Action.LINK_NOTE).filter(
        ~Q(action__in=TEXT_BEARING) | told, ~Q(data__has_key="other") | Q(other__in=visible)
    )


def mail_of(cases: QuerySet[Case], day: date) -> QuerySet[Document, Any]:
    """Postlista: the public documents that were registered on the day, in their order.

    `is_secret` says that the document or its case is marked as a whole, `is_protected` that
    someone with protected identity stands in the case.

    A working paper is no public document until it is drawn up (tryckfrihetsförordningen
    2 kap. 10 and 12 §§), so it stands on the day when it was.
    """
    names = AgentSnapshot.objects.select_related("person")
    marks = SecrecyMark.objects.filter(case=OuterRef("case"), field="", lifted_on=None)
    whole = Exists(marks.filter(Q(document=None) | Q(document=OuterRef("pk"))))
    registered = _mail(cases).filter(public_on=day).select_related("case")
    protected = Exists(with_protected_people().filter(pk=OuterRef("case")))
    documents: QuerySet[Document, Any] = registered.annotate(
        is_secret=whole, is_protected=protected
    )
    return documents.prefetch_related(Prefetch("agents", names)).order_by("id")


def days_with_mail(cases: QuerySet[Case], day: date) -> tuple[date | None, date | None]:
    """The nearest days before and after the day that have a postlista."""
    days = _mail(cases).aggregate(
        before=Max("public_on", filter=Q(public_on__lt=day)),
        after=Min("public_on", filter=Q(public_on__gt=day)),
    )
    return days["before"], days["after"]


def _mail(cases: QuerySet[Case]) -> QuerySet[Any]:
    drawn_up = Clause(direction=Direction.INTERNAL, then=F("established_on"))
    public_on = When(drawn_up, default=F("registered_on"))
    return Document.objects.filter(case__in=cases).annotate(public_on=public_on)
