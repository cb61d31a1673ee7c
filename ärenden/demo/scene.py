"""One step of one case: what the data says of it, and who does it when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from accounts.roles import Role
from parties.models import Body
from ärenden.actions.base import Doing
from ärenden.actions.meetings import Sitting
from ärenden.actions.values import Name, Point, begins_with_att
from ärenden.choices import AgentKind, CaseType
from ärenden.demo.stage import Moment, Stage
from ärenden.models import Case, Proposal, ProposalPoint

Plan = Mapping[str, Any]
PARAGRAPHS_A_MEETING = 24


@dataclass(kw_only=True)
class Story:
    """A case under way: its plan, and what later steps speak of by name."""

    plan: Plan
    case: Case = field(init=False)
    proposals: dict[str, Proposal] = field(default_factory=dict)

    def proposal(self, name: str) -> Proposal | None:
        """A proposal by its name in the data; `avslag` is none."""
        return None if name == "avslag" else self.proposals[name]

    def proposal_points(self, name: str) -> list[ProposalPoint]:
        return list(self.proposals[name].points.all())


@dataclass(kw_only=True)
class Scene:
    stage: Stage
    story: Story
    stories: Mapping[str, Story]
    step: Plan
    moment: Moment
    day: date
    at: datetime
    paragraphs: dict[tuple[int, str], int]

    @property
    def case(self) -> Case:
        return self.story.case

    @property
    def plan(self) -> Plan:
        return self.story.plan

    @property
    def doing(self) -> Doing:
        return Doing(by=self.stage.users[self._role], at=self.at)

    @property
    def _role(self) -> Role:
        """The school committee has a secretary of its own; else the board's office prepares."""
        do = self.step["do"]
        if self.plan.get("body") == "BUN" and do != "close":
            return Role.COMMITTEE_SECRETARY
        return Role.OFFICER if do in PREPARING else Role.REGISTRAR

    @property
    def sitting(self) -> Sitting:
        """The step's meeting; a case keeps its paragraph within a meeting."""
        meeting = self.moment.meeting
        if meeting is None or self.moment.is_shifted:
            return Sitting()
        key = (meeting.pk, self.plan["key"])
        if key not in self.paragraphs:
            used = sum(1 for pk, _ in self.paragraphs if pk == meeting.pk)
            self.paragraphs[key] = _first_paragraph(self.stage, self.moment) + used
        return Sitting(meeting=meeting, paragraph=self.paragraphs[key])

    def body(self, name: str = "to") -> Body:
        return self.stage.bodies[self.step[name]]

    def text(self, name: str = "text") -> str:
        return str(self.step.get(name, ""))

    def names(self, name: str = "by") -> list[Name]:
        return self.stage.names(self.step.get(name, ()))

    def points(self, name: str = "points") -> list[Point]:
        return points(self.step.get(name, ()))

    def moment_of(self, name: str) -> Moment:
        return self.stage.moment(self.step[name])


def _first_paragraph(stage: Stage, moment: Moment) -> int:
    """Paragraphs run through the year: so many at every meeting before this one."""
    meeting = moment.meeting
    if meeting is None or meeting.held_on is None:
        return 1
    same_year = [
        other
        for other in stage.sessions.by_body[meeting.body.abbreviation]
        if other.held_on
        and meeting.held_on.replace(month=1, day=1) <= other.held_on
        and other.held_on < meeting.held_on
    ]
    return len(same_year) * PARAGRAPHS_A_MEETING + 4


def points(texts: Sequence[str]) -> list[Point]:
    return [Point(text=text, has_att=begins_with_att(text)) for text in texts]


def signatories(stage: Stage, plan: Plan) -> list[Name]:
    """Who put it: members of the council, residents, or an office of the municipality."""
    resident = plan["type"] == CaseType.CITIZEN_PROPOSAL
    kind = AgentKind.PUBLIC if resident else AgentKind.COLLECTIVE
    return [stage.name(name, kind=kind) for name in plan.get("by", ())]


PREPARING = frozenset(
    {"prepare", "refer", "statement", "decline", "waive", "prep_step", "proposal", "moved"}
)
