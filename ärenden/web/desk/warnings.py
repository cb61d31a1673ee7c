"""What will not be ready in time: cases too late for their meeting, motions near their year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from meetings.models import Meeting
from ärenden.choices import Purpose
from ärenden.deadlines import Ageing, Miss
from ärenden.queries.desk import OnDesk
from ärenden.queries.outlooks import warnings_of
from ärenden.queries.prospects import Timetable
from ärenden.web.desk.rows import Row, Section, row_of
from ärenden.workflow import Action
from ärenden.workflow.duties import ON_THE_WAY, READY_FOR_DECISION, Duty

A = Action
STEPS: Mapping[Purpose, tuple[Action, ...]] = {
    Purpose.HAND_IN: (A.ANNOUNCE, A.SCHEDULE),
    Purpose.ANSWER_IN: (A.RECEIVE_ANSWER,),
    Purpose.ANSWER_TO_ASKER: (A.HAND_OVER_ANSWER, A.RECEIVE_ANSWER),
}


def section_of(
    on_desk: Iterable[OnDesk],
    *,
    ahead: Mapping[int, Sequence[Meeting]],
    timetable: Timetable,
    organisation: str,
    user: int,
    now: datetime,
) -> Section:
    """A row for each warning that the one at the desk can do something about, the oldest first."""
    today = timezone.localdate(now)
    rows: dict[str, Row] = {}
    for each in on_desk:
        coming = ahead.get(each.case.decider.pk, ())
        for duty in _duties(each, warnings_of(each, coming, timetable=timetable, now=now)):
            row = row_of(each, duty, organisation=organisation, user=user, today=today)
            rows.setdefault(row.key, row)
    ordered = sorted(rows.values(), key=lambda row: (row.day or today, row.number))
    return Section("hinner-inte", "Hinner inte i tid", [*ordered])


def _duties(each: OnDesk, warnings: Iterable[Miss | Ageing]) -> Iterator[Duty]:
    for warning in warnings:
        action = each.matter.first_of(*_steps(each, warning))
        if action:
            yield Duty(action=action, why=warning.sentence, day=warning.due.day)


def _steps(each: OnDesk, warning: Miss | Ageing) -> tuple[Action, ...]:
    if isinstance(warning, Miss):
        return STEPS.get(warning.due.rule.purpose, ())
    return READY_FOR_DECISION if each.matter.snapshot.has_proposal else ON_THE_WAY
