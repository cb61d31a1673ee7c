"""Minnesanteckningar of the demo: an informal group that agrees and invites, but never decides."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from ärenden.actions.values import write_names
from ärenden.choices import Capacity, NoteSectionKind
from ärenden.deadlines.plain import STOCKHOLM
from ärenden.demo.scene import Plan, Story
from ärenden.demo.stage import Stage
from ärenden.models import MeetingNote, NoteInvitation, NoteSection


def write_notes(stage: Stage, *, plans: Iterable[Plan], stories: Mapping[str, Story]) -> None:
    for plan in plans:
        note = _write(stage, plan)
        note.cases.set(stories[key].case for key in plan.get("cases", ()))


def _write(stage: Stage, plan: Plan) -> MeetingNote:
    held_on = stage.recorded_on(stage.moment(plan["held"]))
    note = MeetingNote.objects.create(
        organisation=stage.organisation,
        body=stage.bodies["POL"],
        title=plan["title"],
        subtitle=plan.get("subtitle", ""),
        place_printed=plan["place"],
        date_text=f"{held_on:%Y %m %d}",
        held_on=held_on,
        distributed_to=plan.get("distributed_to", ""),
        registration_note=plan.get("registration", ""),
    )
    write_names(Capacity.PARTICIPANT, stage.names(plan["participants"]), note=note)
    _sections(note, plan)
    if "invitation" in plan:
        _invite(stage, note, plan["invitation"])
    return note


def _sections(note: MeetingNote, plan: Plan) -> None:
    position = 0
    for section in plan["sections"]:
        position += 1
        kind = NoteSectionKind(section.get("kind", NoteSectionKind.TEXT))
        parent = NoteSection.objects.create(
            note=note,
            position=position,
            heading=section["heading"],
            text=section.get("text", ""),
        )
        for number, item in enumerate(section.get("items", ()), start=1):
            position += 1
            NoteSection.objects.create(
                note=note,
                parent=parent,
                position=position,
                kind=kind,
                label_printed=f"{number}." if kind == NoteSectionKind.AGREEMENT else "–",
                text=item,
            )


def _invite(stage: Stage, note: MeetingNote, plan: Plan) -> None:
    day, at = stage.moment(plan["day"]).day, time.fromisoformat(plan["at"])
    NoteInvitation.objects.create(
        note=note,
        when_text=f"den {day.day}/{day.month} kl. {at:%H.%M}",
        at=datetime.combine(day, at, tzinfo=STOCKHOLM),
        year_is_inferred=True,
        channel=plan["channel"],
        invited=plan["invited"],
        occasion=plan["occasion"],
    )
