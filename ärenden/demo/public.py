"""Publish a believable share of the demo's cases, each soon after the last thing that happened."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from accounts.roles import Role
from ärenden.actions.base import Doing
from ärenden.actions.publishing import Thing, publish, publishable
from ärenden.choices import AnswerState, CaseType, State
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.scene import Story
from ärenden.demo.sessions import workday_after
from ärenden.demo.stage import Stage
from ärenden.models import Case

MORNING = time(9, 12)
KEPT_INSIDE = 5  # every fifth case waits for its review
OPEN_TO_ALL = (CaseType.INTERPELLATION, CaseType.QUESTION, CaseType.MOTION)
NOT_YET = (State.REGISTERED, State.ANNULLED)
IN_SHORT = "En invånare föreslår: {}. Namn och kontaktuppgifter är borttagna."


def publish_some(stage: Stage, stories: Iterable[Story]) -> None:
    """Councillors' matters as they stand; a resident's proposal with a public text instead."""
    cases = [story.case for story in stories]
    for number, case in enumerate(cases):
        case.refresh_from_db()
        if case.state in NOT_YET or number % KEPT_INSIDE == 0:
            continue
        if case.case_type in OPEN_TO_ALL:
            _publish(stage, case, publishable(case, on=stage.last_day))
        elif case.case_type == CaseType.CITIZEN_PROPOSAL and case.answer_state == AnswerState.NONE:
            decisions = [thing for thing in publishable(case, on=stage.last_day) if thing.decision]
            _publish(stage, case, [Thing(public_text=IN_SHORT.format(_matter(case)))])
            if decisions:
                _publish(stage, case, decisions)


def _publish(stage: Stage, case: Case, things: list[Thing]) -> None:
    doing = Doing(by=stage.users[Role.REVIEWER], at=_soon(stage, case))
    publish(case=case, doing=doing, things=things, basis=stage.organisation.publication_basis)


def _soon(stage: Stage, case: Case) -> datetime:
    """The working day after the last event, but nothing in the demo is done later than its own."""
    last = case.events.latest("version").recorded_at.astimezone(STOCKHOLM)
    day = min(workday_after(last.date()), stage.last_day)
    return max(datetime.combine(day, MORNING, tzinfo=STOCKHOLM), last + timedelta(minutes=4))


def _matter(case: Case) -> str:
    """What stands after `Medborgarförslag om` in the title."""
    return case.title.partition(" om ")[2] or case.title
