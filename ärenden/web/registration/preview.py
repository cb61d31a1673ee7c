"""Så blir det: what registering will lead to, and what resembles it, in ready words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from kernel.dates import long_date
from meetings.models import Meeting
from parties.models import Body
from ärenden.choices import CaseType, Occasion, Purpose
from ärenden.deadlines import Facts
from ärenden.models import Case
from ärenden.queries import offers
from ärenden.queries.prospects import Timetable, planned
from ärenden.web.registration.forms import body_of
from ärenden.web.registration.registration import Registration
from ärenden.web.registration.remarks import remarks

LONGEST_TITLE_COMPARED = 300
SHORTEST_TITLE_COMPARED = 8
NO_MEETING = "Inget kommande sammanträde är inlagt"
NO_SERIES = "Inget nummer delas ut"


class Fact(TypedDict):
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Preview:
    facts: list[Fact]
    remarks: list[str]
    alike: list[Case]


def preview(form: Registration) -> Preview:
    """What the fields say as they are, right or wrong."""
    facts = [Fact(label="Nästa diarienummer", value=_number(form))]
    body = body_of(form.fields, form.place)
    if body:
        facts += _meetings(form, body)
    return Preview(facts, list(remarks(form)), _alike(form))


def _number(form: Registration) -> str:
    if imported := form.fields.get("dnr", "").strip():
        return f"{imported}, som ärendet redan har"
    return form.number.chosen.next if form.number.chosen else NO_SERIES


def _meetings(form: Registration, body: Body) -> Iterator[Fact]:
    """Where it is announced, and what the rules count from there."""
    first = _first_meeting(form, body)
    what = "Väcks" if form.place.case_type == CaseType.MOTION else "Anmäls"
    if first is None or first.held_on is None:
        yield Fact(label=what, value=NO_MEETING)
        return
    yield Fact(label=what, value=f"{body.name} {long_date(first.held_on)}")
    timetable = Timetable(body.organisation_id)
    facts = Facts(
        case_type=form.place.case_type,
        occasions={Occasion.PUT: planned(first, first.held_on)},
        meetings=timetable.meetings(body),
    )
    for purpose, label in ((Purpose.ANSWER, "Svar"), (Purpose.DECIDE, "Beslut")):
        if due := timetable.due(purpose, facts, on=form.place.today):
            yield Fact(label=label, value=due.explanation)


def _first_meeting(form: Registration, body: Body) -> Meeting | None:
    coming = offers.coming_meetings(body, on=form.place.today)
    chosen = next(
        (row for row in coming if str(row.public_id) == form.fields.get("target_meeting")), None
    )
    return chosen or coming.first()


def _alike(form: Registration) -> list[Case]:
    title = form.fields.get("title", "").strip()[:LONGEST_TITLE_COMPARED]
    if len(title) < SHORTEST_TITLE_COMPARED:
        return []
    place = form.place
    return list(offers.cases_alike(place.user, place.organisation, title=title, on=place.today))
