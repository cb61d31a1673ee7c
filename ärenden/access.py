"""Who may see and do what: each rule as a query, and as a predicate beside it."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)

from accounts.models import User
from accounts.roles import Verb
from meetings.choices import MeetingStatus
from parties.access import may_in, reach, standing_on
from parties.models import Body
from ärenden.choices import AgendaKind, Capacity, State
from ärenden.models import AgendaItem, AgentSnapshot, Answer, Case, Cover, Referral, SecrecyMark
from ärenden.models.covers import covering_on
from ärenden.models.search import Audience
from ärenden.workflow.steps import ASKED, OPEN_ASKED

PART_IN_CASE = (Capacity.SIGNATORY, Capacity.ADDRESSEE, Capacity.ANSWERER)


def visible_to(user: User, *, on: date) -> QuerySet[Case]:
    """The cases that the account may read on the day.

    Staff read the register of their organisation; an elected person what she has a part in, and
    the open matters of the bodies where she sits; a group's secretary those of the group's body.
    A case marked as secret is there only for those who are cleared for it.
    """
    is_read = _read_by_staff(user, on) | _read_by_elected(user, on)
    return Case.objects.filter(is_read & (~is_secret() | _cleared(user, on)))


def can_read(user: User, case: Case, *, on: date) -> bool:
    """The same rule for one case, asked of the same query."""
    return visible_to(user, on=on).filter(pk=case.pk).exists()


def is_secret() -> Q:
    """Is the whole case marked as secret (OSL 5:5)? For queries of cases."""
    marks = SecrecyMark.objects.filter(case=OuterRef("pk"), document=None, field="")
    return Q(Exists(marks.filter(lifted_on=None)))


def cleared_for(user: User, *, on: date) -> QuerySet[Case]:
    """The cases whose secret matter the account may read.

    That is where its office notes secrecy, in the cases that it handles itself, and where an
    elected person's body handles the case.
    """
    return Case.objects.filter(_cleared(user, on))


def is_cleared(user: User, case: Case, *, on: date) -> bool:
    """The same rule for one case."""
    return cleared_for(user, on=on).filter(pk=case.pk).exists()


def handled_by(user: User, *, on: date) -> Q:
    """Cases that the account handles, or covers for a colleague on the day. For queries of cases.

    Only where its role of the day still prepares cases.
    """
    covers = Cover.objects.filter(
        Q(case=OuterRef("pk")) | Q(case=None, handler=OuterRef("handler")),
        covering_on(on),
        substitute=user,
        organisation=OuterRef("organisation"),
    )
    return _reached(user, Verb.PREPARE, on) & (Q(handler=user) | Q(Exists(covers)))


def on_desk_of(user: User, *, on: date) -> Q:
    """Cases that are the account's to look after. For queries of cases.

    Its own, those that it covers, those of its body, and those that no one in work handles.
    """
    bodies = _dealt_with_by(reach(user, Verb.PREPARE, on=on).bodies)
    ownerless = Q(handler=None) | Q(handler__is_active=False)
    return handled_by(user, on=on) | bodies | (_reached(user, Verb.REGISTER, on) & ownerless)


def with_verbs(
    cases: QuerySet[Case], user: User, verbs: Iterable[Verb], *, on: date
) -> QuerySet[Case, Any]:
    """Cases with what the account may do in each: `may_prepare` and so on, as `can` says."""
    rules = {f"may_{verb}": _reached(user, verb, on) for verb in verbs}
    return cases.annotate(
        **{
            name: ExpressionWrapper(rule, output_field=BooleanField())
            for name, rule in rules.items()
        }
    )


def open_to(user: User, verb: Verb, *, on: date) -> QuerySet[Case]:
    """The cases that the account reads and its roles let it do this in.

    Whatever their state allows: that the workflow says.
    """
    return visible_to(user, on=on).filter(_reached(user, verb, on))


def can(user: User, verb: Verb, case: Case, *, on: date) -> bool:
    """The same rule for a case that the account reads, which is asked first (`can_read`).

    The database is asked only where the roles do not settle it.
    """
    found = reach(user, verb, on=on)
    if case.organisation_id in found.organisations:
        return True
    if found.bodies & {case.body_id, case.preparing_body_id, case.deciding_body_id}:
        return True
    if found.bodies and case.referrals.filter(body__in=found.bodies).exists():
        return True
    handled = Case.objects.filter(handled_by(user, on=on), pk=case.pk)
    return verb == Verb.ASSIGN and handled.exists()


def bodies_open_to(user: User, verb: Verb, *, on: date) -> QuerySet[Body]:
    """The bodies for whose coming cases the account's roles let it do this."""
    found = reach(user, verb, on=on)
    return Body.objects.filter(Q(organisation__in=found.organisations) | Q(pk__in=found.bodies))


def bodies_read_by(user: User, *, on: date) -> QuerySet[Body]:
    """The bodies whose matters the account reads: of its register, or where it sits."""
    staff, own = reach(user, Verb.READ_REGISTER, on=on), standing_on(user, on)
    return Body.objects.filter(
        Q(organisation__in=staff.organisations) | Q(pk__in=own.seats | own.groups)
    )


def matters_of(body: Body) -> Q:
    """What the body decides, prepares or is asked about. For queries of cases."""
    return _dealt_with_by({body.pk})


def can_for(user: User, verb: Verb, body: Body, *, on: date) -> bool:
    """The same rule for one body."""
    found = reach(user, verb, on=on)
    return body.organisation_id in found.organisations or body.pk in found.bodies


def reads_everything(user: User, case: Case, *, on: date) -> bool:
    """Staff of the register; others do not see an answer before it is handed over."""
    return can(user, Verb.READ_REGISTER, case, on=on)


def readable_answers(user: User, case: Case, *, on: date) -> QuerySet[Answer]:
    """Answers that the account may read: all of them for staff and for the one who answers.

    What is handed over the questioner reads first; the others when the council has it before it.
    One whose document is marked as secret only those who are cleared for the case.
    """
    marks = SecrecyMark.objects.filter(document=OuterRef("document"), field="", lifted_on=None)
    cleared = cleared_for(user, on=on).filter(pk=OuterRef("case"))
    rows = case.answers.filter(~Q(Exists(marks)) | Q(Exists(cleared)))
    if reads_everything(user, case, on=on):
        return rows
    asked = _stands_in(standing_on(user, on).people).filter(
        case=OuterRef("case"), capacity=Capacity.SIGNATORY
    )
    handed_over = Q(handed_over_on__isnull=False) & (is_heard(on) | Q(Exists(asked)))
    return rows.filter(Q(case__in=answered_by(user, on=on)) | handed_over)


def is_heard(on: date) -> Q:
    """Has the council, which asked, the answer before it? For queries of answers."""
    return ~Q(case__state__in=OPEN_ASKED) | _is_tabled(on)


def answered_by(user: User, *, on: date) -> QuerySet[Case]:
    """The cases in which the account's person is to answer, or has answered."""
    rows = _stands_in(standing_on(user, on).people).filter(case=OuterRef("pk"))
    answering = rows.filter(is_to_answer())
    return visible_to(user, on=on).filter(Exists(answering), case_type__in=ASKED)


def is_to_answer() -> Q:
    """The one named to answer; until someone is, the one it is put to. For queries of names."""
    in_her_place = AgentSnapshot.objects.filter(case=OuterRef("case"), capacity=Capacity.ANSWERER)
    asked = Q(capacity=Capacity.ADDRESSEE) & ~Q(Exists(in_her_place))
    return Q(capacity=Capacity.ANSWERER) | asked


def is_answering(user: User, case: Case, *, on: date) -> bool:
    """The same rule for one case; asks nothing for an account that is no one's."""
    own = standing_on(user, on).people
    return bool(own) and answered_by(user, on=on).filter(pk=case.pk).exists()


def audience_of(user: User, *, organisation_id: int, on: date) -> Audience:
    """Whose search text the account searches in an organisation."""
    staff = may_in(user, Verb.READ_REGISTER, organisation=organisation_id, on=on)
    return Audience.STAFF if staff else Audience.COUNCIL


def _stands_in(people: AbstractSet[int]) -> QuerySet[AgentSnapshot]:
    """Where one of the people stands in a case of the person's own organisation."""
    rows = AgentSnapshot.objects.filter(person__in=people)
    return rows.filter(person__organisation=F("case__organisation"))


def _is_tabled(on: date) -> Q:
    """The day of a meeting that was to hear the answer has come. For queries of answers."""
    heard = AgendaItem.objects.filter(
        case=OuterRef("case"),
        kind=AgendaKind.ANSWER,
        removed_reason="",
        meeting__held_on__lte=on,
        meeting__held_on__gte=OuterRef("handed_over_on"),
    )
    return Q(Exists(heard.exclude(meeting__status=MeetingStatus.CANCELLED)))


def _read_by_staff(user: User, on: date) -> Q:
    return Q(organisation__in=reach(user, Verb.READ_REGISTER, on=on).organisations)


def _read_by_elected(user: User, on: date) -> Q:
    own = standing_on(user, on)
    parts = AgentSnapshot.objects.filter(
        case=OuterRef("pk"),
        person__in=own.people,
        person__organisation=OuterRef("organisation"),
        capacity__in=PART_IN_CASE,
    )
    is_open = ~Q(state=State.ANNULLED)
    open_here = is_open & (_dealt_with_by(own.seats) | Q(body__in=own.groups))
    return open_here | Q(Exists(parts)) if own.people else open_here


def _reached(user: User, verb: Verb, on: date) -> Q:
    found = reach(user, verb, on=on)
    reached = Q(organisation__in=found.organisations) | _dealt_with_by(found.bodies)
    return reached | handled_by(user, on=on) if verb == Verb.ASSIGN else reached


def _cleared(user: User, on: date) -> Q:
    seats = _dealt_with_by(standing_on(user, on).seats)
    return _reached(user, Verb.SECRECY, on) | handled_by(user, on=on) | seats


def _dealt_with_by(bodies: AbstractSet[int]) -> Q:
    """A body deals with what it decides, what it prepares, and what it is asked about."""
    asked = Referral.objects.filter(case=OuterRef("pk"), body__in=bodies)
    own = Q(body__in=bodies) | Q(preparing_body__in=bodies) | Q(deciding_body__in=bodies)
    return own | Q(Exists(asked)) if bodies else own
