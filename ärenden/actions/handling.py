"""Who handles a case: given to a colleague for good, or covered for a time."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q

from accounts.models import User
from accounts.roles import Verb
from kernel.dates import full_date
from kernel.periods import period
from kernel.text import listed
from parties.access import may_in, reach
from parties.models import Organisation
from ärenden import access
from ärenden.actions.base import Act, Doing, acting
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Cover
from ärenden.models.covers import ahead_of
from ärenden.queries.colleagues import open_cases_of
from ärenden.workflow import Action
from ärenden.workflow.steps import OPEN

A_DAY = timedelta(days=1)
COVERED = Refusal(
    "already_covered", "någon täcker redan en del av den tiden; ta tillbaka det först"
)
SAME = Refusal("same_handler", "ärendet handläggs redan av samma person")
UNABLE = Refusal("cannot_handle", "kollegan har ingen roll som handlägger ärendet")


def assign(
    *, case: Case, doing: Doing, to: User, reason: str = "", reopening: Sequence[str] = ()
) -> None:
    """Byt ansvarig handläggare; who covered for the one before no longer does.

    The handler to whom it goes back at once gets her covers back, by their keys, with it.
    """
    with acting(Action.ASSIGN, case=case, doing=doing) as act:
        before = act.case.handler
        _demand_able(to, act)
        if to == before:
            raise ActionRefused([SAME])
        ended = [str(row.public_id) for row in _end_covers(act)]
        Cover.objects.filter(public_id__in=reopening).update(ended_at=None, ended_by_name=None)
        act.case.handler = to
        after = f" efter {before.name}" if before else ""
        told = {"before": before.pk if before else None, "after": to.pk, "covers": ended}
        text = f"{to.name} blev ansvarig handläggare{after}"
        act.record(text, on=doing.day, reason=reason, **told)


def assign_all(
    *, organisation: Organisation, doing: Doing, handler: User, to: User, reason: str = ""
) -> int:
    """Every open case of a colleague becomes another's for good: all of them, or none.

    The colleague says so herself, or someone who may register in the whole organisation does.
    """
    _demand_own(doing, handler, organisation)
    with transaction.atomic():
        rows = open_cases_of(handler, organisation).select_for_update(of=("self",))
        cases = list(rows.order_by("pk"))
        _demand_reached(cases, doing, to)
        for case in cases:
            assign(case=case, doing=doing, to=to, reason=reason)
    return len(cases)


def _demand_reached(cases: Sequence[Case], doing: Doing, to: User) -> None:
    """The one may give every case away, and the other handle it; else their numbers are told."""
    ours = "din roll räcker inte för att byta ansvarig för {}; be registratorn göra det"
    sides = (
        (doing.by, Verb.ASSIGN, "cannot_assign", ours),
        (to, Verb.PREPARE, "cannot_handle", f"{to.name} har ingen roll som handlägger {{}}"),
    )
    found = []
    for user, verb, code, text in sides:
        beyond = [case for case in cases if not access.can(user, verb, case, on=doing.day)]
        numbers = listed([case.dnr or "ett ärende utan nummer" for case in beyond])
        found += [Refusal(code, text.format(numbers))] if beyond else []
    if found:
        raise ActionRefused(found)


def cover(
    *, case: Case, doing: Doing, by: User, first: date, last: date | None, note: str = ""
) -> Cover:
    """A colleague handles the case to and with the last day; then it is the handler's again."""
    with acting(Action.COVER, case=case, doing=doing) as act:
        _demand_able(by, act)
        if act.case.handler is None or act.case.handler == by:
            raise ActionRefused([SAME])
        row = _write(
            Cover(
                organisation_id=act.case.organisation_id,
                handler=act.case.handler,
                substitute=by,
                case=act.case,
            ),
            doing,
            first=first,
            last=last,
            note=note,
        )
        text = f"{by.name} täcker för {act.case.handler.name} {span(first, last)}"
        act.record(text, on=doing.day, reason=note, cover=str(row.public_id))
    return row


def end_cover(*, case: Case, doing: Doing, reason: str = "") -> None:
    """The handler takes the case back before its time, or before it was to be covered."""
    with acting(Action.END_COVER, case=case, doing=doing) as act:
        names = listed([row.substitute.name for row in _end_covers(act)])
        act.record(f"{names} täcker inte längre", on=doing.day, reason=reason)


def be_away(
    *,
    organisation: Organisation,
    doing: Doing,
    handler: User,
    by: User,
    first: date,
    last: date | None,
    note: str = "",
) -> Cover:
    """Everything that the colleague handles is covered while she is away.

    She says so herself, or someone who may register in the whole organisation does.
    """
    _demand_own(doing, handler, organisation)
    if not may_in(by, Verb.PREPARE, organisation=organisation, on=max(first, doing.day)):
        raise ActionRefused([UNABLE])
    if by == handler:
        raise ActionRefused([Refusal("same_person", "välj en kollega, inte den som är borta")])
    row = Cover(organisation=organisation, handler=handler, substitute=by)
    with transaction.atomic():
        _write(row, doing, first=first, last=last, note=note)
        _demand_covers_no_one(row)
    return row


def come_back(*, absence: Cover, doing: Doing) -> None:
    """The absence is over, or does not come about."""
    with transaction.atomic():
        row = Cover.objects.select_for_update().get(pk=absence.pk)
        _demand_own(doing, row.handler, row.organisation)
        if row.ended_at is None:
            row.ended_at, row.ended_by_name = doing.at, doing.by.name
            row.save(update_fields=["ended_at", "ended_by_name"])


def span(first: date, last: date | None) -> str:
    """`från 2 mars 2026 till och med 6 mars 2026`, or `tills vidare`."""
    until = f"till och med {full_date(last)}" if last else "tills vidare"
    return f"från {full_date(first)} {until}"


def _demand_able(user: User, act: Act) -> None:
    if not access.can(user, Verb.PREPARE, act.case, on=act.doing.day):
        raise ActionRefused([UNABLE])


def _end_covers(act: Act) -> list[Cover]:
    rows = list(act.case.covers.filter(ahead_of(act.doing.day)).select_related("substitute"))
    ended = Cover.objects.filter(pk__in=[row.pk for row in rows])
    ended.update(ended_at=act.doing.at, ended_by_name=act.doing.by.name)
    return rows


def _demand_own(doing: Doing, handler: User, organisation: Organisation) -> None:
    """A role that is bound to a body may not speak for colleagues of the whole house."""
    everywhere = reach(doing.by, Verb.ASSIGN, on=doing.day).organisations
    works_here = may_in(doing.by, Verb.PREPARE, organisation=organisation, on=doing.day)
    if not (works_here and (doing.by == handler or organisation.pk in everywhere)):
        raise PermissionDenied


def _write(row: Cover, doing: Doing, *, first: date, last: date | None, note: str) -> Cover:
    if last and last < max(first, doing.day):
        text = "sista dagen kan inte vara före första dagen, eller redan ha varit"
        raise ActionRefused([Refusal("ends_before_start", text)])
    _demand_present(row, first, last)
    row.period = period(first, last + A_DAY if last else None)
    row.note = note.strip()
    row.noted_at, row.noted_by_name = doing.at, doing.by.name
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as problem:
        raise ActionRefused([COVERED]) from problem
    return row


def _demand_present(row: Cover, first: date, last: date | None) -> None:
    """Someone who is away herself on the days cannot cover."""
    away = Cover.objects.filter(handler=row.substitute, case=None, ended_at=None)
    span_of_days = period(first, last + A_DAY if last else None)
    if away.filter(organisation=row.organisation_id, period__overlap=span_of_days).exists():
        text = f"{row.substitute.name} är själv borta under en del av tiden"
        raise ActionRefused([Refusal("substitute_away", text)])


def _demand_covers_no_one(row: Cover) -> None:
    """What she covers for others would be no one's: who covers for her has only her own cases."""
    others = Cover.objects.filter(organisation=row.organisation_id, substitute=row.handler)
    seen_to = Q(case=None) | Q(case__state__in=OPEN)
    found = others.filter(seen_to, period__overlap=row.period, ended_at=None)
    if rows := found.select_related("handler", "substitute", "case"):
        raise ActionRefused([_still_covering(each) for each in rows])


def _still_covering(row: Cover) -> Refusal:
    what = f" i {row.case.dnr or 'ett ärende'}" if row.case else ""
    text = (
        f"{row.substitute.name} täcker själv för {row.handler.name}{what}"
        f" {span(row.period.lower, row.last)}; låt först någon annan täcka där"
    )
    return Refusal("covers_another", text)
