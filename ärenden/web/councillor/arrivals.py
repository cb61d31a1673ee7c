"""What came in from councillors and waits for the registrar, as rows of what to do."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from kernel.dates import clock, short_date, since
from kernel.text import listed
from parties.models import Organisation
from ärenden.choices import Capacity, CaseType
from ärenden.models import Case, Submission
from ärenden.queries.arrivals import to_note_as_withdrawn, to_register
from ärenden.web.duty import DutyRow
from ärenden.workflow import Action


def arrival_rows(user: User, organisation: Organisation, *, now: datetime) -> list[DutyRow]:
    """The longest waiting first."""
    on, slug = timezone.localdate(now), organisation.slug
    withdrawn = to_note_as_withdrawn(user, organisation, on=on)
    return [
        *rows_to_register(user, organisation, now=now),
        *(_withdrawn(row, slug, now) for row in withdrawn),
    ]


def rows_to_register(user: User, organisation: Organisation, *, now: datetime) -> list[DutyRow]:
    """What is not in the register yet."""
    arrived = to_register(user, organisation, on=timezone.localdate(now))
    return [_arrived(row, organisation.slug, now) for row in arrived]


def _arrived(row: Any, slug: str, now: datetime) -> DutyRow:
    when = _when(row.handed_in_at, now) | _late(row.due_at, now)
    if row.case:
        return DutyRow(
            **when,
            title=row.title,
            url=_case(row.case, slug),
            number=row.case.dnr or "",
            why="Kompletteringen som du begärde har kommit in.",
            action_url=_act(row.case, slug, Action.RECEIVE_COMPLETION),
            action_label="Registrera",
        )
    return DutyRow(
        **when,
        title=row.title,
        url=reverse("arenden:handed_in", args=[slug, row.public_id]),
        number="Inte registrerad",
        why=" ".join(_about(row)),
        action_url=reverse("arenden:register_handed_in", args=[slug, row.public_id]),
        action_label="Registrera",
    )


def _about(row: Submission) -> Iterator[str]:
    names = [agent for agent in row.agents.all() if agent.capacity == Capacity.SIGNATORY]
    signed = listed([str(agent) for agent in names])
    yield f"{CaseType(row.case_type).label} från {signed}."
    if row.withdrawn_at:
        yield "Den är återtagen och registreras som det."
    yield "Ska registreras så snart den har kommit in (OSL 5 kap. 1 §)."


def _withdrawn(row: Submission, slug: str, now: datetime) -> DutyRow:
    if row.case is None or row.withdrawn_at is None:
        raise ValueError(row)
    return DutyRow(
        **_when(row.withdrawn_at, now),
        title=row.title,
        url=_case(row.case, slug),
        number=row.case.dnr or "",
        why=f"Den som lämnade in har återtagit ärendet. {row.withdrawn_because}".strip(),
        action_url=_act(row.case, slug, Action.WITHDRAW),
        action_label="Anteckna",
    )


def _when(at: datetime, now: datetime) -> dict[str, str]:
    local = timezone.localtime(at)
    day = since(local.date(), today=timezone.localdate(now))
    return {"date_text": day.capitalize(), "date_note": f"kom {clock(local.time())}"}


def _late(due_at: datetime | None, now: datetime) -> dict[str, str]:
    if due_at is None or due_at >= now:
        return {}
    day = short_date(timezone.localdate(due_at), today=timezone.localdate(now))
    return {"date_note": f"skulle registrerats {day}", "tone": "late"}


def _case(case: Case, slug: str) -> str:
    return reverse("arenden:case", args=[slug, case.public_id])


def _act(case: Case, slug: str, action: Action) -> str:
    return reverse("arenden:act", args=[slug, case.public_id, action])
