"""What the registration page offers to choose from, as of a day."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.roles import Verb
from kernel.periods import holds_on
from meetings.choices import MeetingKind, MeetingStatus
from meetings.models import Meeting
from parties.choices import AssignmentRole, BodyKind
from parties.directory import letters_on, people_of
from parties.models import Assignment, Body, Organisation, Person
from ärenden import access
from ärenden.models import Case

DECIDING = (
    BodyKind.COUNCIL,
    BodyKind.BOARD,
    BodyKind.COMMITTEE,
    BodyKind.JOINT_COMMITTEE,
    BodyKind.SUBCOMMITTEE,
    BodyKind.COUNCIL_PREPARATION,
)
ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the organisation with the party of the day: `–` without one, else its letters."""

    person: Person
    party: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone who may be asked by virtue of an office."""

    candidate: Candidate
    title: str
    body: Body | None

    def __str__(self) -> str:
        party = f" ({self.candidate.party})" if self.candidate.party else ""
        return f"{self.candidate.person.name}{party}, {self.title}"


def candidates(organisation: Organisation, *, on: date) -> list[Candidate]:
    """The organisation's people in Swedish order."""
    return [Candidate(row, vars(row)["letters"] or "") for row in people_of(organisation, on=on)]


def holders(organisation: Organisation, *, on: date) -> list[Holder]:
    """Chairs and kommunalråd of the day: those who may be asked (KL 5:59, 64)."""
    asked = Q(role=AssignmentRole.OFFICE_HOLDER) | Q(role=AssignmentRole.CHAIR)
    rows = (
        Assignment.objects.filter(asked, holds_on(on), person__organisation=organisation)
        .exclude(body__kind=BodyKind.COUNCIL)
        .select_related("person", "body")
        .annotate(party_letters=letters_on(on, person="person_id"))
        .order_by("body__kind", "body__name", "person__sort_key", "id")
    )
    return [
        Holder(Candidate(row.person, row.party_letters or ""), row.printed_title, row.body)
        for row in rows
    ]


def bodies_for(user: User, organisation: Organisation, *, on: date) -> QuerySet[Body]:
    """The bodies whose cases the account may register."""
    own = access.bodies_open_to(user, Verb.REGISTER, on=on).filter(organisation=organisation)
    return own.filter(holds_on(on), kind__in=DECIDING).order_by("kind", "name")


def bearer(organisation: Organisation, **number: str) -> Case | None:
    """The case that already has a number, whoever may read it: a number is given once."""
    return Case.objects.filter(organisation=organisation, **number).first()


def coming_meetings(body: Body, *, on: date) -> QuerySet[Meeting]:
    """The body's planned meetings from the day on."""
    rows = body.meetings.filter(held_on__gte=on).exclude(status=MeetingStatus.CANCELLED)
    return rows.select_related("body").order_by("held_on", "starts_at", "id")


def ordinary_meetings(body: Body, *, after: date) -> QuerySet[Meeting]:
    return coming_meetings(body, on=after).filter(kind=MeetingKind.ORDINARY, held_on__gt=after)


def cases_alike(
    user: User, organisation: Organisation, *, title: str, on: date, limit: int = 3
) -> QuerySet[Case]:
    """Cases with much the same title, among those that the account may read."""
    rows = access.visible_to(user, on=on).filter(organisation=organisation)
    alike = rows.annotate(likeness=TrigramSimilarity("title", title))
    return alike.filter(likeness__gt=ALIKE).order_by("-likeness", "-id")[:limit]
