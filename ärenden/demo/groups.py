"""What the demo's party groups keep for themselves, as their leaders opened and wrote it."""

from collections.abc import Mapping
from datetime import date, datetime, time

from accounts.roles import Role
from parties.models import Membership
from ärenden.actions.groups import Content, Member, Promise, open_desk, save_view, watch, write_note
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.scene import Plan, Story
from ärenden.demo.stage import Stage
from ärenden.models import AnswerPart

EVENING = time(19)


def write_groups(stage: Stage, *, plan: Plan, stories: Mapping[str, Story]) -> None:
    """As if the groups had worked for some weeks; what happened since the last visit is news."""
    leading = Membership.objects.filter(role=Role.GROUP_LEADER).order_by("pk")
    day = stage.moment(plan["begun"]).day
    member, *_ = [_opened(role, day) for role in leading]
    for row in plan["watches"]:
        watch(member, stories[row["case"]].case)
    for row in (*plan["notes"], *plan["promises"]):
        case = stories[row["case"]].case
        parts = AnswerPart.objects.filter(answer__case=case)
        promise = None
        if "words" in row:
            part = parts.get(question__number=row["question"])
            promise = Promise(quote=row["words"], part=part)
        write_note(member, case=case, content=_content(stage, row), promise=promise)
    for row in plan["views"]:
        save_view(member, name=row["name"], query=row["query"], for_group=True)


def _opened(role: Membership, day: date) -> Member:
    """The leader at the group's desk, which she opens that day or when the group begins."""
    if role.party_group is None:
        raise ValueError("the leader has no group")
    at = _evening(max(day, role.party_group.period.lower))
    open_desk(role.user, role.party_group, at=at)
    return Member(user=role.user, group=role.party_group, at=at)


def _content(stage: Stage, row: Plan) -> Content:
    return Content(
        text=row.get("text", ""),
        assigned_to=stage.people[row["who"]] if "who" in row else None,
        ask_again_on=stage.moment(row["ask"]).day if "ask" in row else None,
    )


def _evening(day: date) -> datetime:
    return datetime.combine(day, EVENING, tzinfo=STOCKHOLM)
