"""Reservations, statements, those who did not take part, and tasks that a decision gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from kernel.text import capital, listed, normalise
from parties.models import Body
from ärenden.actions.base import Doing, acting
from ärenden.actions.deadlines import meet, set_task_deadline
from ärenden.actions.values import Name, as_printed, named, write_names
from ärenden.choices import (
    Capacity,
    DatePrecision,
    Execution,
    NonParticipationKind,
    StatementKind,
    TaskStatus,
)
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import (
    AgentSnapshot,
    Case,
    Decision,
    DecisionPoint,
    MinutesItem,
    NonParticipation,
    Proposal,
    Reservation,
    Statement,
    Task,
)
from ärenden.workflow import Action


@dataclass(frozen=True, kw_only=True)
class NewReservation:
    people: Sequence[Name]
    in_favour_of: Proposal | None = None
    printed: str = ""
    text: str = ""
    awaits_text: bool = False


def reserve(*, decision: Decision, doing: Doing, new: NewReservation) -> Reservation:
    """Note a reservation; only those who took part in the decision may make one (KL 4:27)."""
    with acting(Action.RESERVE, case=decision.case, doing=doing) as act:
        _demand_took_part(decision, new.people)
        reservation = Reservation.objects.create(
            decision=decision,
            in_favour_of=new.in_favour_of,
            printed=normalise(new.printed),
            text=normalise(new.text).strip("\n"),
            awaits_text=new.awaits_text and not new.text.strip(),
        )
        write_names(Capacity.RESERVING, new.people, reservation=reservation)
        act.record(f"{named(new.people)} reserverade sig", on=decision.decided_on)
    return reservation


def receive_reservation(*, reservation: Reservation, doing: Doing, text: str, on: date) -> None:
    """The written text of a reservation that was noted without it came in."""
    with acting(Action.RECEIVE_RESERVATION, case=reservation.decision.case, doing=doing) as act:
        locked = Reservation.objects.get(pk=reservation.pk)
        if not locked.awaits_text:
            raise ActionRefused(
                [Refusal("text_not_awaited", "reservationens text har redan kommit")]
            )
        locked.text, locked.awaits_text = normalise(text).strip("\n"), False
        locked.save(update_fields=["text", "awaits_text"])
        who = listed([str(agent) for agent in locked.agents.select_related("person")])
        act.record(f"Reservationens text kom in från {who}", on=on, reservation=locked.pk)


def _demand_took_part(decision: Decision, people: Sequence[Name]) -> None:
    """Refused for who is noted as absent from the decision, or from the whole case."""
    of = Q(decision=decision) | Q(case=decision.case_id, decision=None)
    absent = NonParticipation.objects.filter(of).exclude(kind=NonParticipationKind.ABSTAINS)
    if refused := _among(people, AgentSnapshot.objects.filter(non_participation__in=absent)):
        text = f"{named(refused)} deltog inte i beslutet och kan inte reservera sig"
        raise ActionRefused([_not_both("did_not_take_part", text)])


def _demand_not_reserved(case: Case, decision: Decision | None, people: Sequence[Name]) -> None:
    """The other way round: who made a reservation took part."""
    made = Reservation.objects.filter(decision__in=[decision] if decision else case.decisions.all())
    if refused := _among(people, AgentSnapshot.objects.filter(reservation__in=made)):
        text = f"{named(refused)} har reserverat sig mot beslutet och deltog alltså i det"
        raise ActionRefused([_not_both("has_reservation", text)])


def _among(people: Sequence[Name], agents: QuerySet[AgentSnapshot]) -> list[Name]:
    noted = [as_printed(agent) for agent in agents.select_related("person", "party", "body")]
    return [name for name in people if any(map(name.is_same, noted))]


def _not_both(code: str, text: str) -> Refusal:
    law = "kommunallagen 4 kap. 27 §"
    told = f"{text} ({law}). Rätta namnet, eller välj det beslut som menas"
    return Refusal(code, told, source=capital(law))


def add_statement(
    *,
    case: Case,
    doing: Doing,
    kind: StatementKind,
    authors: Sequence[Name],
    text: str,
    lead_text: str = "",
    minutes_item: MinutesItem | None = None,
) -> Statement:
    """Protokollsanteckning, särskilt yttrande or the like; not a reservation."""
    with acting(Action.ADD_STATEMENT, case=case, doing=doing) as act:
        statement = Statement.objects.create(
            case=act.case,
            minutes_item=minutes_item,
            kind=kind,
            lead_text_printed=normalise(lead_text),
            text=normalise(text).strip("\n"),
        )
        write_names(Capacity.AUTHOR, authors, statement=statement)
        day = minutes_item.meeting.held_on if minutes_item else None
        act.record(f"{kind.label} av {named(authors)}", on=day)
    return statement


def note_non_participation(
    *,
    case: Case,
    doing: Doing,
    kind: NonParticipationKind,
    people: Sequence[Name],
    decision: Decision | None,
    ground: str = "",
) -> NonParticipation:
    """Abstaining, not taking part and jäv are three things, noted apart (KL 4:25, 5:47)."""
    with acting(Action.NOTE_NON_PARTICIPATION, case=case, doing=doing) as act:
        if kind != NonParticipationKind.ABSTAINS:
            _demand_not_reserved(act.case, decision, people)
        row = NonParticipation.objects.create(
            case=act.case, decision=decision, kind=kind, ground_printed=normalise(ground)
        )
        write_names(Capacity.NOT_TAKING_PART, people, non_participation=row)
        day = decision.decided_on if decision else None
        act.record(f"{kind.label}: {named(people)}", on=day)
    return row


@dataclass(frozen=True, kw_only=True)
class NewTask:
    """Uppdrag: who is to do what, and by when; a month is as good as a day."""

    responsible: str
    text: str
    responsible_body: Body | None = None
    due_on: date | None = None
    due_precision: DatePrecision = DatePrecision.DAY
    report_to: str = ""
    point: DecisionPoint | None = None


def add_task(*, case: Case, doing: Doing, new: NewTask) -> Task:
    """Note a task that a decision gives, so that its report is waited for."""
    with acting(Action.ADD_TASK, case=case, doing=doing) as act:
        task = Task.objects.create(
            case=act.case,
            point=new.point,
            responsible_printed=new.responsible,
            responsible_body=new.responsible_body,
            text=normalise(new.text).strip("\n"),
            due_on=new.due_on,
            due_precision=new.due_precision,
            report_to_printed=new.report_to,
        )
        set_task_deadline(task, doing=doing)
        if act.case.outcome:  # a proposal's task is not carried out before it is decided
            act.case.execution = Execution.PENDING
        day = new.point.decision.decided_on if new.point else None
        act.record(f"Uppdrag till {new.responsible}", on=day)
    return task


def report_task(*, task: Task, doing: Doing, report: str, on: date) -> Task:
    """The task was reported back; when none is left, the case is executed."""
    with acting(Action.REPORT_TASK, case=task.case, doing=doing) as act:
        locked = Task.objects.get(pk=task.pk)
        if locked.status != TaskStatus.OPEN:
            raise ActionRefused([Refusal("task_ended", "uppdraget är redan återrapporterat")])
        locked.status, locked.reported_on = TaskStatus.REPORTED, on
        locked.report = normalise(report).strip("\n")
        locked.save(update_fields=["status", "reported_on", "report"])
        meet(locked.deadlines.all(), doing, on=on)
        if act.case.execution and not act.case.tasks.filter(status=TaskStatus.OPEN).exists():
            act.case.execution = Execution.DONE
        act.record(f"Uppdraget till {locked.responsible_printed} återrapporterades", on=on)
    return locked
