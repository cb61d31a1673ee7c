"""Put a case on a meeting's list, and find or make the paragraph that tells of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max

from kernel.dates import long_date
from kernel.text import in_sentence, normalise
from meetings.models import Meeting
from parties.choices import ParagraphSeries
from parties.models import Body
from ärenden.actions.values import Section
from ärenden.choices import AgendaKind, DecisionNature, Fact, Outcome
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import AgendaItem, Case, Decision, MinutesItem, MinutesSection
from ärenden.queries.secrecy import withheld_here


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """Where something was decided: the meeting and its paragraph, as far as they are known.

    `title` and `sections` are the paragraph's own words, when they were transcribed. `shared` is
    a paragraph that tells of many cases at once, and belongs to none of them.
    """

    meeting: Meeting | None = None
    paragraph: int | None = None
    suffix: str = ""
    title: str = ""
    sections: Sequence[Section] = ()
    shared: MinutesItem | None = None

    @property
    def given(self) -> frozenset[Fact]:
        return frozenset() if self.meeting is None else frozenset({Fact.MEETING})

    @property
    def told(self) -> dict[str, Any]:
        """What an event keeps of it, so that days can be compared and the next thing noted."""
        return {"meeting": self.meeting.pk} if self.meeting else {}

    @property
    def day(self) -> date | None:
        return self.meeting.held_on if self.meeting else None


PARAGRAPH = re.compile(r"(?:§ ?)?(?P<number>\d{1,4}) ?(?P<suffix>[A-Za-z]?)")
TOLD_TO_THE_COUNCIL = frozenset({DecisionNature.REPORTED_OPEN, DecisionNature.ANNOUNCED})
NOWHERE = Sitting()  # the papers do not say, or it was not at a meeting


def put_on_agenda(case: Case, meeting: Meeting, kind: AgendaKind) -> AgendaItem:
    """The case's item of this kind on the meeting's list, last; the same one when asked twice."""
    existing = meeting.agenda.filter(case=case, kind=kind, removed_reason="").first()
    if existing:
        return existing
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    return AgendaItem.objects.create(meeting=meeting, case=case, kind=kind, position=last + 1)


def paragraph_of(case: Case, sitting: Sitting) -> MinutesItem | None:
    """The paragraph of the minutes; refused when the number belongs to another case."""
    meeting = sitting.meeting
    if sitting.shared or meeting is None or sitting.paragraph is None:
        return sitting.shared
    item = _at_number(meeting, sitting.paragraph, sitting.suffix)
    if item is None:
        title = normalise(sitting.title) or case.title
        item = _new_item(
            meeting, sitting.paragraph, suffix=sitting.suffix, title_printed=title, case=case
        )
        _write_sections(item, sitting.sections)
        return item
    if item.case_id != case.pk or item.meeting_id != meeting.pk:
        raise paragraph_taken(item)
    return item


def new_shared_paragraph(meeting: Meeting, number: int, *, title: str) -> MinutesItem:
    """A paragraph about many cases; refused when the number is in use."""
    if taken := _at_number(meeting, number, ""):
        raise paragraph_taken(taken)
    return _new_item(meeting, number, title_printed=title)


def _at_number(meeting: Meeting, number: int, suffix: str) -> MinutesItem | None:
    """The paragraph that has the number in the body's series."""
    same = MinutesItem.objects.filter(number=number, suffix=suffix)
    if year := _year_of(meeting):
        return same.filter(body=meeting.body_id, year=year).first()
    return same.filter(meeting=meeting).first()


def _new_item(meeting: Meeting, number: int, **fields: Any) -> MinutesItem:
    return MinutesItem.objects.create(
        meeting=meeting, body=meeting.body, year=_year_of(meeting), number=number, **fields
    )


def _year_of(meeting: Meeting) -> int | None:
    """The year that the numbers run through, where they do not begin anew at each meeting."""
    yearly = meeting.body.paragraph_series == ParagraphSeries.YEAR
    return meeting.held_on.year if yearly and meeting.held_on else None


def paragraph_taken(item: MinutesItem) -> ActionRefused:
    told = withheld_here(item.case).told if item.case else str
    title = told(item.title_printed) or item.meeting
    text = f"§ {item} finns redan: {title}. Kontrollera numret"
    return ActionRefused([Refusal("paragraph_taken", text.replace("§ §", "§"))])


def _write_sections(item: MinutesItem, sections: Sequence[Section]) -> None:
    MinutesSection.objects.bulk_create(
        MinutesSection(
            item=item,
            position=position,
            key=section.key,
            heading_printed=section.heading,
            text=normalise(section.text).strip("\n"),
        )
        for position, section in enumerate(sections, start=1)
    )


def write_decision(
    case: Case,
    sitting: Sitting,
    nature: DecisionNature,
    *,
    unknown: str = "",
    outcome: Outcome | None = None,
    motivation: str = "",
    lead_text: str = "",
    target_body: Body | None = None,
) -> Decision:
    """Store what a body decided; the day is the meeting's, or unknown for a reason."""
    known_day = sitting.day
    meeting_reason = sitting.meeting.held_on_unknown if sitting.meeting else ""
    return Decision.objects.create(
        case=case,
        body=_body_of(case, sitting, nature),
        meeting=sitting.meeting,
        minutes_item=paragraph_of(case, sitting),
        nature=nature,
        outcome=outcome or "",
        decided_on=known_day,
        decided_on_unknown="" if known_day else (unknown or meeting_reason),
        motivation=motivation,
        lead_text_printed=lead_text,
        target_body=target_body,
    )


def _body_of(case: Case, sitting: Sitting, nature: DecisionNature) -> Body:
    """The one that met, else the one that decides in the matter, or is told of it."""
    if sitting.meeting:
        return sitting.meeting.body
    return case.body if nature in TOLD_TO_THE_COUNCIL else case.decider


def described(meeting: Meeting) -> str:
    """`kommunfullmäktige måndag 30 november 2026`."""
    name = in_sentence(meeting.body.name)
    return f"{name} {long_date(meeting.held_on)}" if meeting.held_on else f"{name}, okänd dag"


def at(sitting: Sitting) -> str:
    """`, kommunfullmäktige måndag 30 november 2026 § 12`, as far as it is known."""
    if sitting.meeting is None:
        return ", okänt sammanträde"
    paragraph = f" § {sitting.paragraph}{sitting.suffix}" if sitting.paragraph else ""
    return f", {described(sitting.meeting)}{paragraph}"
