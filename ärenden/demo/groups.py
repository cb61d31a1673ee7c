"""What the demo's party group keeps for itself, written by its leader."""

from collections.abc import Mapping
from datetime import date, datetime, time

from accounts.roles import Role
from parties.models import Membership
from ärenden import group_access
from ärenden.actions.groups import Content, Member, Promise, save_view, watch, write_note
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.scene import Plan, Story
from ärenden.demo.stage import Stage
from ärenden.models import AnswerPart

EVENING = time(19)


def write_group(stage: Stage, *, plan: Plan, stories: Mapping[str, Story]) -> None:
    """As if the group had worked for some weeks; what happened since the last visit is news."""
    role = Membership.objects.select_related("user", "party_group").get(
        user=stage.users[Role.GROUP_LEADER], role=Role.GROUP_LEADER
    )
    group = role.party_group
    if group is None:
        raise ValueError("the leader has no group")
    begun = max(stage.moment(plan["begun"]).day, group.period.lower)
    member = Member(user=role.user, group=group, at=_evening(begun))
    group_access.last_visit(role.user, group, at=member.at)
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


def _content(stage: Stage, row: Plan) -> Content:
    return Content(
        text=row.get("text", ""),
        assigned_to=stage.people[row["who"]] if "who" in row else None,
        ask_again_on=stage.moment(row["ask"]).day if "ask" in row else None,
    )


def _evening(day: date) -> datetime:
    return datetime.combine(day, EVENING, tzinfo=STOCKHOLM)
