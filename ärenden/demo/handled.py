"""Who handles what: the motions in preparation lie with the officer, and a secretary is away."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from accounts.roles import Role
from ärenden.actions.base import Doing
from ärenden.actions.handling import assign, be_away
from ärenden.choices import CaseType, State
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.scene import Story
from ärenden.demo.stage import Stage

A_FORTNIGHT = timedelta(days=14)
PREPARED = frozenset({CaseType.MOTION, CaseType.CITIZEN_PROPOSAL})
UNDER_WAY = frozenset({State.RAISED, State.PREPARING, State.RETURNED})


def hand_out(stage: Stage, stories: Iterable[Story]) -> None:
    """As of the last working day before today, when everything else has happened."""
    at = datetime.combine(stage.last_day, time(16, 30), tzinfo=STOCKHOLM)
    doing = Doing(by=stage.users[Role.REGISTRAR], at=at)
    officer = stage.users[Role.OFFICER]
    for story in stories:
        case = story.case
        if case.case_type in PREPARED and case.state in UNDER_WAY and case.handler == doing.by:
            assign(case=case, doing=doing, to=officer, reason="Bereds på kommunledningskontoret")
    be_away(
        organisation=stage.organisation,
        doing=doing,
        handler=stage.users[Role.COMMITTEE_SECRETARY],
        by=doing.by,
        first=stage.last_day,
        last=stage.last_day + A_FORTNIGHT,
        note="Kallelsen till nämnden är klar. Handlingarna ligger i ärendena.",
    )
