"""A medborgarförslag whose decision the council hands to a nämnd (KL 5:23), and hears of again."""

from kernel.text import in_sentence
from parties.choices import BodyKind
from parties.models import Body
from ärenden.actions.base import Doing, acting
from ärenden.actions.meetings import Sitting, at, write_decision
from ärenden.choices import DecisionNature, Fact
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Decision
from ärenden.workflow import Action

MAY_BE_ENTRUSTED = (BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.JOINT_COMMITTEE)


def entrust(*, case: Case, doing: Doing, sitting: Sitting, body: Body) -> Decision:
    """The nämnd prepares and decides from now on; it may not hand the matter on (KL 6:38)."""
    if body.kind not in MAY_BE_ENTRUSTED:
        text = f"Beslutet kan överlåtas till styrelsen eller en nämnd, inte till {body.name}"
        raise ActionRefused([Refusal("not_a_committee", text)])
    with acting(Action.ENTRUST, case=case, doing=doing, given=sitting.given) as act:
        decision = write_decision(
            act.case,
            sitting,
            DecisionNature.ENTRUSTED,
            unknown=doing.unknown.get(Fact.MEETING, ""),
            target_body=body,
        )
        act.case.deciding_body = act.case.preparing_body = body
        act.case.target_meeting = None
        text = f"Beslutet överläts till {in_sentence(body.name)}{at(sitting)}"
        act.record(text, on=sitting.day, **sitting.told)
    return decision


def report_decided(*, case: Case, doing: Doing, sitting: Sitting) -> Decision:
    """The nämnd tells the council what it decided; it does so at least once a year (KL 6:34)."""
    with acting(Action.REPORT_DECIDED, case=case, doing=doing, given=sitting.given) as act:
        decision = write_decision(
            act.case,
            sitting,
            DecisionNature.ANNOUNCED,
            unknown=doing.unknown.get(Fact.MEETING, ""),
        )
        act.record(f"Beslutet redovisades{at(sitting)}", on=sitting.day, **sitting.told)
    return decision
