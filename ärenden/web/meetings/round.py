"""Noting what a meeting did, one matter after the other: the meeting goes along in the address."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from accounts.models import User
from kernel.text import key_of
from meetings.models import Meeting
from parties.models import Organisation
from ärenden.actions.meetings import described
from ärenden.choices import AgendaKind, CaseType, State
from ärenden.models import Case
from ärenden.queries.meetings import list_of
from ärenden.workflow import Action
from ärenden.workflow.agenda import is_noted, likely_step

MEETING = "sammantrade"


@dataclass(frozen=True, kw_only=True)
class Round:
    """The meeting that is being noted, and the way on from one of its matters."""

    meeting: str
    meeting_url: str
    next_url: str = ""
    next_title: str = ""


def meeting_in(query: QueryDict, organisation: Organisation) -> Meeting | None:
    """The meeting of the address, when it names one of the organisation's."""
    key = key_of(query.get(MEETING))
    if key is None:
        return None
    meetings = Meeting.objects.filter(body__organisation=organisation, public_id=key)
    return meetings.select_related("body").first()


def along(url: str, meeting: Meeting | None) -> str:
    """The address with the meeting in it."""
    return f"{url}?{urlencode({MEETING: meeting.public_id})}" if meeting else url


def step_of(item: Any, *, today: date) -> Action | None:
    """What remains to be noted of an item of `queries.meetings.list_of`, for who may note it."""
    kind, held_on = AgendaKind(item.kind), item.meeting.held_on
    if not item.may_note or is_noted(kind, item.noted) or (held_on and held_on > today):
        return None
    case_type, state = CaseType(item.case.case_type), State(item.case.state)
    return likely_step(kind, case_type=case_type, state=state)


def step_url(item: Any, action: Action, *, organisation: str) -> str:
    url = reverse("arenden:act", args=[organisation, item.case.public_id, action])
    return along(url, item.meeting)


def round_of(meeting: Meeting, case: Case, *, user: User, today: date) -> Round:
    """From the case to the next matter that is not noted yet, the ones after it first."""
    organisation = case.organisation.slug
    items = list(list_of(meeting, user=user, on=today))
    here = max((item.position for item in items if item.case_id == case.pk), default=0)
    left = [
        (item, action)
        for item in sorted(items, key=lambda item: (item.position < here, item.position))
        if item.case_id != case.pk and (action := step_of(item, today=today))
    ]
    shown = {
        "meeting": described(meeting),
        "meeting_url": reverse("arenden:meeting", args=[organisation, meeting.public_id]),
    }
    if not left:
        return Round(**shown)
    item, action = left[0]
    number = item.case.dnr or "Utan diarienummer"
    return Round(
        next_url=step_url(item, action, organisation=organisation),
        next_title=f"{number} {item.case.told_title}",
        **shown,
    )
