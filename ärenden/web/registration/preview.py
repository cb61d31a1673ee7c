"""Så blir det: what registering will lead to, and what resembles it, in ready words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from kernel.dates import long_date
from parties.models import Body
from ärenden.choices import CaseType
from ärenden.deadlines.plain import motion_due
from ärenden.models import Case
from ärenden.queries import offers
from ärenden.web.registration.forms import body_of
from ärenden.web.registration.items import has_items
from ärenden.web.registration.registration import Registration

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
    return Preview(facts, list(_remarks(form)), _alike(form))


def _remarks(form: Registration) -> Iterator[str]:
    """What the law asks of the paper and the fields do not have yet; it hinders nothing here."""
    needs_motivation = form.place.case_type == CaseType.INTERPELLATION
    if needs_motivation and not form.fields.get("motivation", "").strip():
        yield "En interpellation ska ha en motivering (kommunallagen 5 kap. 60 §)."
    if form.place.is_asked and not has_items(form.fields):
        yield (
            "Ingen fråga är inlagd än. Innehållet ska vara bestämt"
            " (kommunallagen 5 kap. 60 och 64 §§)."
        )
    if form.place.case_type == CaseType.MOTION and not has_items(form.fields):
        yield "Ingen att-sats är inlagd än."


def _number(form: Registration) -> str:
    if imported := form.fields.get("dnr", "").strip():
        return f"{imported}, som ärendet redan har"
    offered = form.number.offered.get(form.fields.get("series", ""))
    return offered.next if offered else NO_SERIES


def _meetings(form: Registration, body: Body) -> Iterator[Fact]:
    """The two plain rules: announced at one meeting, answered at the next; a motion in a year."""
    first = _first_meeting(form, body)
    what = "Väcks" if form.place.case_type == CaseType.MOTION else "Anmäls"
    yield Fact(label=what, value=_at(body, first) if first else NO_MEETING)
    if first is None:
        return
    if form.place.is_asked:
        following = offers.ordinary_meetings(body, after=first).first()
        day = following.held_on if following else None
        unplanned = "Räknas fram när nästa ordinarie sammanträde är inlagt"
        yield Fact(label="Bör besvaras", value=_at(body, day) if day else unplanned)
    elif form.place.case_type == CaseType.MOTION:
        due = motion_due(first)
        yield Fact(label="Bör beslutas", value=f"{due.explanation} {due.source}.")


def _first_meeting(form: Registration, body: Body) -> date | None:
    coming = offers.coming_meetings(body, on=form.place.today)
    chosen = next(
        (row for row in coming if str(row.public_id) == form.fields.get("target_meeting")), None
    )
    first = chosen or coming.first()
    return first.held_on if first else None


def _at(body: Body, day: date) -> str:
    return f"{body.name} {long_date(day)}"


def _alike(form: Registration) -> list[Case]:
    title = form.fields.get("title", "").strip()[:LONGEST_TITLE_COMPARED]
    if len(title) < SHORTEST_TITLE_COMPARED:
        return []
    place = form.place
    return list(offers.cases_alike(place.user, place.organisation, title=title, on=place.today))
