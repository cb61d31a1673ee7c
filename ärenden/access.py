"""Who may see and do what: each rule as predicate and as query, side by side."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from accounts.roles import Verb
from kernel.periods import holds_on
from parties.access import may_in, memberships_on, with_verb
from parties.models import Assignment
from ärenden.choices import Capacity, State
from ärenden.models import AgentSnapshot, Answer, Case
from ärenden.models.search import Audience

PART_IN_CASE = (Capacity.SIGNATORY, Capacity.ADDRESSEE, Capacity.ANSWERER)
UNSEEN_BY_COUNCIL = (State.SUBMITTED, State.ANNULLED)


def visible_to(user: User, *, on: date) -> QuerySet[Case]:
    """The cases that the account may read on the day, as a query."""
    if not user.is_active:
        return Case.objects.none()
    memberships = memberships_on(user, on)
    registers = {row.organisation_id for row in with_verb(memberships, Verb.READ_REGISTER)}
    rule = Q(organisation__in=registers)
    for organisation, person in _persons(user, on):
        as_councillor = _open_to_council() & Q(Exists(_seats(person, on)))
        rule |= Q(organisation=organisation) & (Q(Exists(_parts(person))) | as_councillor)
    return Case.objects.filter(rule)


def can_read(user: User, case: Case, *, on: date) -> bool:
    """The same rule for one case."""
    if may_in(user, Verb.READ_REGISTER, organisation=case.organisation_id, on=on):
        return True
    people = _people_of(user, case, on)
    if not user.is_active or not people:
        return False
    has_part = case.agents.filter(person__in=people, capacity__in=PART_IN_CASE).exists()
    has_seat = Assignment.objects.filter(
        holds_on(on), person__in=people, body_id=case.body_id
    ).exists()
    return has_part or (has_seat and case.state not in UNSEEN_BY_COUNCIL)


def can(user: User, verb: Verb, case: Case, *, on: date) -> bool:
    """May the account do this to the case? Reading is asked with `can_read`."""
    return may_in(user, verb, organisation=case.organisation_id, on=on)


def reads_everything(user: User, case: Case, *, on: date) -> bool:
    """Staff of the register; others do not see an answer before it is handed over."""
    return can(user, Verb.READ_REGISTER, case, on=on)


def readable_answers(user: User, case: Case, *, on: date) -> QuerySet[Answer]:
    """Answers that the account may read: handed over, or written by the account's person."""
    if reads_everything(user, case, on=on):
        return case.answers.all()
    writers = AgentSnapshot.objects.filter(
        case=case,
        person__in=_people_of(user, case, on),
        capacity__in=(Capacity.ADDRESSEE, Capacity.ANSWERER),
    )
    if writers.exists():
        return case.answers.all()
    return case.answers.filter(handed_over_on__isnull=False)


def audience_of(user: User, *, organisation_id: int, on: date) -> Audience:
    """Whose search text the account searches in an organisation."""
    staff = may_in(user, Verb.READ_REGISTER, organisation=organisation_id, on=on)
    return Audience.STAFF if staff else Audience.COUNCIL


def _people_of(user: User, case: Case, on: date) -> set[int]:
    return {
        person
        for organisation, person in _persons(user, on)
        if organisation == case.organisation_id
    }


def _persons(user: User, on: date) -> set[tuple[int, int]]:
    """Organisations, each with the person who the account is there; elsewhere it is no one."""
    own = with_verb(memberships_on(user, on), Verb.READ_OWN)
    return {(row.organisation_id, row.person_id) for row in own if row.person_id}


def _parts(person: int) -> QuerySet[AgentSnapshot]:
    return AgentSnapshot.objects.filter(
        case=OuterRef("pk"), person=person, capacity__in=PART_IN_CASE
    )


def _seats(person: int, on: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(holds_on(on), person=person, body=OuterRef("body_id"))


def _open_to_council() -> Q:
    return ~Q(state__in=UNSEEN_BY_COUNCIL)
