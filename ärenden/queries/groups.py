"""What the desk of a party group shows: its cases, who holds them, and what is new elsewhere."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case as When
from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models import When as Clause
from django.db.models.functions import Coalesce

from accounts.models import User
from parties.models import PROTECTED, PartyGroup
from ärenden import access, group_access
from ärenden.choices import ReferralStatus
from ärenden.models import (
    AgentSnapshot,
    Answer,
    AnswerPart,
    Case,
    CaseEvent,
    GroupNote,
    Referral,
)
from ärenden.published import with_protected_people
from ärenden.queries import lists
from ärenden.queries.documents import TEXT_BEARING
from ärenden.queries.secrecy import NOTHING, withheld_here, withheld_names
from ärenden.workflow import Action


def cases_of(group: PartyGroup, *, user: User, on: date) -> QuerySet[Case]:
    """The group's cases that the account may read: put by its parties, as it said when put.

    What someone put and then left with stays the group's; what she puts later is hers. Where
    nothing tells of a party, those who sit for the group on the day make the case its own.
    """
    visible = access.visible_to(user, on=on).filter(organisation=group.body.organisation_id)
    put = [lists.put_by_party(party.abbreviation) for party in group.parties.all()]
    members = lists.put_by_members(group_access.people_of(group, on=on))
    return visible.filter(reduce(or_, put, members))


def elsewhere(group: PartyGroup, *, user: User, on: date) -> QuerySet[Case]:
    """The open cases of the organisation that the account may read."""
    visible = access.visible_to(user, on=on).filter(organisation=group.body.organisation_id)
    return visible.filter(lists.IS_OPEN)


def held(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with the next date, and with whom each of them is."""
    asked = Referral.objects.filter(case=OuterRef("pk"), status=ReferralStatus.OPEN)
    return lists.dated(cases.select_related("body", "preparing_body")).annotate(
        answered_by=_answerer_of(OuterRef("pk")),
        asked=ArraySubquery(asked.values("recipient_printed")),
    )


def _answerer_of(case: OuterRef) -> Subquery:
    """Who is to answer, by the name that anyone may read."""
    is_protected = Clause(person__has_protected_identity=True, then=Value(PROTECTED))
    rows = AgentSnapshot.objects.filter(access.is_to_answer(), case=case).order_by("position")
    return Subquery(rows.values(said=When(is_protected, default=F("name_printed")))[:1])


def open_first(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Open cases before others, and within each kind the oldest first, which has waited longest."""
    place = When(Clause(lists.IS_OPEN, then=0), default=1, output_field=IntegerField())
    return cases.order_by(place, Coalesce("received_on", "registered_on"), "pk")


def notes_in(group: PartyGroup, *, user: User, on: date) -> QuerySet[GroupNote]:
    """The group's notes with what a row tells of each: the case, and whose answer is quoted."""
    return _told(group_access.notes_of(user, on=on).filter(group=group))


def notes_on(case: Case, *, user: User, on: date) -> QuerySet[GroupNote]:
    """The notes on one case, of every group that the reader belongs to."""
    notes = group_access.notes_of(user, on=on).filter(case=case)
    return _told(notes).select_related("group")


def working_on(case: Case, *, user: User, on: date) -> list[Any]:
    """The reader's groups in the organisation of the case, and whether each watches it."""
    watches = group_access.watches_of(user, on=on).filter(case=case, group=OuterRef("pk"))
    own = group_access.groups_of(user, on=on).filter(body__organisation=case.organisation_id)
    return list(own.annotate(is_watched=Exists(watches)))


def _told(notes: QuerySet[GroupNote]) -> QuerySet[GroupNote]:
    told = notes.select_related("case", "assigned_to", "written_by", "part__question")
    return told.annotate(promised_by=_answerer_of(OuterRef("case")))


def told(notes: Iterable[GroupNote], *, organisation: int) -> list[GroupNote]:
    """As the group may read them: an answer's words without the names of the protected.

    Its own words stand as they were written.
    """
    found = list(notes)
    withheld = withheld_names(organisation) if any(note.quote for note in found) else NOTHING
    return withheld.reworded(found, "quote")


def to_ask_again(notes: QuerySet[GroupNote]) -> QuerySet[GroupNote]:
    return notes.filter(done_on=None, ask_again_on__isnull=False).order_by("ask_again_on", "pk")


def news(group: PartyGroup, *, user: User, on: date, since: datetime) -> QuerySet[Any]:
    """The watched cases, each with how much has happened since, and when that was last.

    Only events that every reader of the case may see are counted, and none where the account
    reads the public's side alone.
    """
    watches = group_access.watches_of(user, on=on).filter(group=group)
    visible = access.visible_to(user, on=on)
    told = CaseEvent.objects.filter(
        ~Q(action__in=(*TEXT_BEARING, Action.LINK_NOTE)),
        ~Q(data__has_key="other"),
        case=OuterRef("case"),
        case__in=visible,
        recorded_at__gt=since,
        recorded_at__gte=OuterRef("made_at"),
    ).order_by()
    counted = told.values("case").annotate(number=Count("pk"), last=Max("recorded_at"))
    return (
        watches.select_related("case")
        .annotate(
            is_read=Exists(visible.filter(pk=OuterRef("case"))),
            is_protected=Exists(with_protected_people().filter(pk=OuterRef("case"))),
            number=Coalesce(Subquery(counted.values("number")), 0),
            last_at=Subquery(counted.values("last")),
        )
        .order_by(F("last_at").desc(nulls_last=True), "pk")
    )


def is_watched(group: PartyGroup, case: Case, *, user: User, on: date) -> bool:
    return group_access.watches_of(user, on=on).filter(group=group, case=case).exists()


def answers_read(case: Case, *, user: User, on: date) -> list[Answer]:
    """The answers that the account may read, with their parts, as the page of the case has them."""
    parts = Prefetch("parts", AnswerPart.objects.select_related("question"))
    rows = list(access.readable_answers(user, case, on=on).prefetch_related(parts))
    withheld_here(case).reread([rows, *(list(row.parts.all()) for row in rows)])
    return rows
