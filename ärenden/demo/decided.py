"""Steps of motioner, nämndärenden, initiativ and medborgarförslag."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import zip_longest

from ärenden.actions import decisions, entrusting, preparation, proposals, telling
from ärenden.actions.documents import NewDocument
from ärenden.actions.endings import dismiss, write_off
from ärenden.actions.values import Name
from ärenden.choices import (
    AgentKind,
    Direction,
    DocumentKind,
    Outcome,
    PrepAction,
    ProposalKind,
    ProposalSource,
    StepMethod,
)
from ärenden.demo.papers import paper
from ärenden.demo.scene import Scene
from ärenden.models import Referral


def raised(scene: Scene) -> None:
    day = scene.moment_of("raised").day if "raised" in scene.step else None
    preparation.raise_case(case=scene.case, doing=scene.doing, sitting=scene.sitting, raised_on=day)


def prepare(scene: Scene) -> None:
    preparation.prepare(case=scene.case, doing=scene.doing, body=scene.body(), on=scene.day)


def refer(scene: Scene) -> None:
    body = scene.body()
    preparation.refer(
        case=scene.case,
        doing=scene.doing,
        recipient=body.name,
        body=body,
        sent_on=scene.day,
        due_on=scene.day + timedelta(days=scene.step["days"]),
    )


def statement(scene: Scene) -> None:
    sender = scene.body("of")
    title = f"Yttrande från {sender.name}"
    document = NewDocument(
        kind=DocumentKind.STATEMENT,
        title=title,
        direction=Direction.INCOMING,
        received_on=scene.day,
        correspondents=[Name(name=sender.name, kind=AgentKind.COLLECTIVE, body=sender)],
        files=[paper(title, [scene.text()])],
    )
    new = preparation.NewStatement(text=scene.text(), answered_on=scene.day, document=document)
    preparation.receive_statement(referral=_referral(scene), doing=scene.doing, new=new)


def decline(scene: Scene) -> None:
    preparation.close_referral(
        referral=_referral(scene), doing=scene.doing, reason=scene.text(), declined=True
    )


def waive(scene: Scene) -> None:
    preparation.close_referral(
        referral=_referral(scene), doing=scene.doing, reason=scene.text(), declined=False
    )


def _referral(scene: Scene) -> Referral:
    return Referral.objects.select_related("case").get(case=scene.case, body=scene.body("of"))


def report_open(scene: Scene) -> None:
    preparation.report_open(
        case=scene.case, doing=scene.doing, sitting=scene.sitting, shown=scene.text()
    )


def prep_step(scene: Scene) -> None:
    body = scene.body("of")
    new = preparation.NewPrepStep(
        action=PrepAction(scene.step["action"]),
        actor=body.name,
        body=body,
        on_date=scene.moment.day,
        text=scene.text(),
    )
    preparation.note_preparation(case=scene.case, doing=scene.doing, new=new)


def proposal(scene: Scene) -> None:
    """The preparation's proposal; `to` is the body that decides."""
    target = scene.body() if "to" in scene.step else None
    made = proposals.propose(
        case=scene.case, doing=scene.doing, new=_proposal(scene), target_body=target
    )
    scene.story.proposals[scene.step.get("name", "förslag")] = made


def moved(scene: Scene) -> None:
    made = proposals.add_proposal(case=scene.case, doing=scene.doing, new=_proposal(scene))
    scene.story.proposals[scene.step["name"]] = made


def _proposal(scene: Scene) -> proposals.NewProposal:
    step = scene.step
    moved = scene.story.proposal_points(step["points_of"]) if "points_of" in step else []
    points = [
        replace(point, derived_from=source)
        for point, source in zip_longest(scene.points(), moved)
        if point
    ]
    return proposals.NewProposal(
        kind=ProposalKind(step["kind"]),
        source=ProposalSource(step.get("source", ProposalSource.COUNCILLOR)),
        proposers=scene.names(),
        supporters=scene.names("supported_by"),
        points=points,
        lead_text=scene.text("lead"),
        text=scene.text(),
        target=scene.story.proposals.get(step.get("target", "")),
        sitting=scene.sitting,
    )


def put(scene: Scene) -> None:
    """Beslutsgång: what the chair put against what, with the votes when they were counted."""
    step = scene.step
    new = proposals.NewStep(
        method=StepMethod(step["method"]),
        options=[scene.story.proposal(name) for name in step["options"]],
        outcome=scene.story.proposal(step["won"]),
        found=scene.text("found"),
        votes=tuple(step["votes"]) if "votes" in step else None,
        meanings=tuple(step.get("meanings", ("", ""))),
        sitting=scene.sitting,
    )
    proposals.add_step(case=scene.case, doing=scene.doing, new=new)


def decide(scene: Scene) -> None:
    step = scene.step
    decided = scene.story.proposal_points(step["points_of"]) if "points_of" in step else []
    own = scene.story.proposals.get("motion")
    each = own.points.all() if own else ()
    outcomes = [Outcome(value) for value in step.get("outcomes", ())]
    new = decisions.NewDecision(
        outcome=Outcome(step["outcome"]),
        points=scene.points(),
        lead_text=scene.text("lead"),
        motivation=scene.text("because"),
        sitting=scene.sitting,
        from_points=decided,
        outcomes=dict(zip(each, outcomes, strict=False)),
        needs_execution=step.get("is_executed", False),
    )
    decisions.decide(case=scene.case, doing=scene.doing, new=new)


def entrusted(scene: Scene) -> None:
    entrusting.entrust(case=scene.case, doing=scene.doing, sitting=scene.sitting, body=scene.body())


def report_decided(scene: Scene) -> None:
    entrusting.report_decided(case=scene.case, doing=scene.doing, sitting=scene.sitting)


def told(scene: Scene) -> None:
    telling.notify(case=scene.case, doing=scene.doing, on=scene.day)


def send_back(scene: Scene) -> None:
    decisions.return_case(
        case=scene.case,
        doing=scene.doing,
        sitting=scene.sitting,
        reason=scene.text(),
        body=scene.body() if "to" in scene.step else None,
    )


def dismissed(scene: Scene) -> None:
    dismiss(case=scene.case, doing=scene.doing, reason=scene.text())


def written_off(scene: Scene) -> None:
    write_off(case=scene.case, doing=scene.doing, reason=scene.text())


STEPS: Mapping[str, Callable[[Scene], None]] = {
    "raise": raised,
    "prepare": prepare,
    "refer": refer,
    "statement": statement,
    "decline": decline,
    "waive": waive,
    "report_open": report_open,
    "prep_step": prep_step,
    "proposal": proposal,
    "moved": moved,
    "step": put,
    "decide": decide,
    "return": send_back,
    "entrust": entrusted,
    "report_decided": report_decided,
    "notify": told,
    "dismiss": dismissed,
    "write_off": written_off,
}
