"""What the demo's councillors write: drafts, signatures and comments, and what they handed in."""

from collections.abc import Iterable
from datetime import date, datetime, time

from accounts.models import User
from accounts.roles import Role
from parties.models import Membership
from ärenden.actions import completions, drafts, submissions
from ärenden.actions.base import Doing
from ärenden.choices import CaseType
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.scene import Plan
from ärenden.demo.stage import Stage
from ärenden.drafting import Written
from ärenden.models import Draft, Submission

EVENING = time(21, 5)
LATER = time(21, 40)


def write_drafts(stage: Stage, *, plans: Iterable[Plan]) -> None:
    """Everything is handed in and registered on the last working day, after its other cases."""
    for plan in plans:
        draft = _drafted(stage, plan)
        if "handed_in" in plan:
            _hand_in(stage, plan, draft)


def _drafted(stage: Stage, plan: Plan) -> Draft:
    day = stage.moment(plan["saved"]).day
    doing = _doing(stage, plan["author"], day, EVENING)
    draft = drafts.start(
        author=stage.people[plan["author"]],
        body=stage.bodies["KF"],
        case_type=CaseType(plan["type"]),
        doing=doing,
    )
    draft = drafts.save(draft=draft, written=_written(stage, plan), doing=doing)
    for name in (*plan.get("signed", ()), *plan.get("waiting", ())):
        drafts.invite(draft=draft, person=stage.people[name], doing=doing)
    for name in plan.get("signed", ()):
        signing = _doing(stage, name, day, LATER)
        drafts.sign(draft=draft, checksum=draft.checksum, doing=signing)
    if "reader" in plan:
        leader = Membership.objects.get(role=Role.GROUP_LEADER, person=stage.people[plan["reader"]])
        drafts.name_reader(draft=draft, leader=leader, doing=doing)
    for name, text in plan.get("comments", ()):
        drafts.comment(draft=draft, text=text, doing=_doing(stage, name, day, LATER))
    return draft


def _written(stage: Stage, plan: Plan) -> Written:
    to = stage.name(plan["to"], titled=True) if "to" in plan else None
    addressee = f"{to.name} {to.party_printed}, {to.roles[0]}" if to else ""
    return Written(
        case_type=CaseType(plan["type"]),
        title=plan["title"],
        addressee=addressee,
        motivation=plan.get("motivation", ""),
        items=tuple(plan.get("items", ())),
    )


def _hand_in(stage: Stage, plan: Plan, draft: Draft) -> None:
    at = time.fromisoformat(plan["handed_in"])
    doing = _doing(stage, plan["author"], stage.last_day, at)
    addressee = stage.name(plan["to"], titled=True) if "to" in plan else None
    submission = submissions.hand_in(draft=draft, doing=doing, addressee=addressee)
    if "withdrawn" in plan:
        later = _doing(stage, plan["author"], stage.last_day, LATER)
        submissions.take_back(submission=submission, doing=later, because=plan["withdrawn"])
    if "registered" in plan:
        _register(stage, plan, submission)


def _register(stage: Stage, plan: Plan, submission: Submission) -> None:
    at = datetime.combine(stage.last_day, time.fromisoformat(plan["registered"]), tzinfo=STOCKHOLM)
    office = Doing(by=stage.users[Role.REGISTRAR], at=at)
    how = submissions.Registering(series=stage.series["KF"])
    case = submissions.register_submission(submission=submission, doing=office, how=how)
    if reason := plan.get("completion"):
        completions.request_completion(case=case, doing=office, reason=reason)


def _doing(stage: Stage, name: str, day: date, at: time) -> Doing:
    user = User.objects.get(memberships__person=stage.people[name])
    return Doing(by=user, at=datetime.combine(day, at, tzinfo=STOCKHOLM))
