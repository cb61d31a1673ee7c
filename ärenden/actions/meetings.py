"""Put a case on a meeting's list, and find or make the paragraph that tells of it."""

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


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """Where something was decided: the meeting and its paragraph, as far as they are known.

    `title` and `sections` are the paragraph's own words, when they were transcribed.
    """

    meeting: Meeting | None = None
    paragraph: int | None = None
    suffix: str = ""
    title: str = ""
    sections: Sequence[Section] = ()

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
    if sitting.meeting is None or sitting.paragraph is None:
        return None
    meeting = sitting.meeting
    yearly = meeting.body.paragraph_series == ParagraphSeries.YEAR and meeting.held_on
    year = meeting.held_on.year if yearly and meeting.held_on else None
    same = MinutesItem.objects.filter(number=sitting.paragraph, suffix=sitting.suffix)
    taken = same.filter(body=meeting.body_id, year=year) if year else same.filter(meeting=meeting)
    item = taken.first()
    if item is None:
        item = MinutesItem.objects.create(
            meeting=meeting,
            body=meeting.body,
            year=year,
            number=sitting.paragraph,
            suffix=sitting.suffix,
            title_printed=normalise(sitting.title) or case.title,
            case=case,
        )
        _write_sections(item, sitting.sections)
        return item
    if item.case_id != case.pk or item.meeting_id != meeting.pk:
        text = f"§ {item} finns redan: {item.title_printed or item.meeting}. Kontrollera numret"
        raise ActionRefused([Refusal("paragraph_taken", text.replace("§ §", "§"))])
    return item


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
