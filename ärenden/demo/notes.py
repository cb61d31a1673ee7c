"""Minnesanteckningar of the demo: an informal group that agrees and invites, but never decides."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time

from accounts.roles import Role
from ärenden.actions.base import Doing
from ärenden.actions.notes import NewInvitation, NewNote, NewSection, link_note, write_note
from ärenden.choices import NoteSectionKind
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.scene import Plan, Story
from ärenden.demo.stage import Stage

AFTER_HOURS = time(16, 30)
WHY = "Anteckningarna rör ärendet"


def write_notes(stage: Stage, *, plans: Iterable[Plan], stories: Mapping[str, Story]) -> None:
    by = stage.users[Role.REGISTRAR]
    last = Doing(by=by, at=_after_hours(stage.last_day))
    for plan in plans:
        held_on = stage.recorded_on(stage.moment(plan["held"]))
        doing = Doing(by=by, at=_after_hours(held_on))
        note = write_note(doing=doing, new=_new_note(stage, plan, held_on))
        for key in plan.get("cases", ()):
            link_note(case=stories[key].case, doing=last, note=note, reason=WHY)


def _after_hours(day: date) -> datetime:
    return datetime.combine(day, AFTER_HOURS, tzinfo=STOCKHOLM)


def _new_note(stage: Stage, plan: Plan, held_on: date) -> NewNote:
    return NewNote(
        organisation=stage.organisation,
        body=stage.bodies["POL"],
        title=plan["title"],
        subtitle=plan.get("subtitle", ""),
        place=plan["place"],
        date_text=f"{held_on:%Y %m %d}",
        held_on=held_on,
        distributed_to=plan.get("distributed_to", ""),
        registration_note=plan.get("registration", ""),
        participants=stage.names(plan["participants"]),
        sections=[_section(section) for section in plan["sections"]],
        invitations=[_invitation(stage, plan["invitation"])] if "invitation" in plan else [],
    )


def _section(plan: Plan) -> NewSection:
    return NewSection(
        heading=plan["heading"], text=plan.get("text", ""), children=list(_items(plan))
    )


def _items(plan: Plan) -> Iterator[NewSection]:
    kind = NoteSectionKind(plan.get("kind", NoteSectionKind.TEXT))
    for number, item in enumerate(plan.get("items", ()), start=1):
        label = f"{number}." if kind == NoteSectionKind.AGREEMENT else "–"
        yield NewSection(text=item, label=label, kind=kind)


def _invitation(stage: Stage, plan: Plan) -> NewInvitation:
    day, at = stage.moment(plan["day"]).day, time.fromisoformat(plan["at"])
    return NewInvitation(
        when_text=f"den {day.day}/{day.month} kl. {at:%H.%M}",
        at=datetime.combine(day, at, tzinfo=STOCKHOLM),
        year_is_inferred=True,
        channel=plan["channel"],
        invited=plan["invited"],
        occasion=plan["occasion"],
    )
