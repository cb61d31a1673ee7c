"""Steps of every case: it is registered, gets documents, is mended, ends."""

from collections.abc import Callable, Mapping

from ärenden.actions import changes, corrections, endings, permission, telling
from ärenden.actions.documents import NewDocument, add_document, annul_document
from ärenden.actions.register import NewCase, register
from ärenden.choices import (
    CaseType,
    Channel,
    DeadlineStatus,
    Direction,
    DocumentKind,
    LinkKind,
    Origin,
    Purpose,
)
from ärenden.demo.papers import paper
from ärenden.demo.scene import Scene, points, signatories

ORIGINS = {CaseType.CITIZEN_PROPOSAL: Origin.RESIDENT, CaseType.COMMITTEE: Origin.OWN}


def enter(scene: Scene) -> None:
    plan, stage = scene.plan, scene.stage
    kind, body = CaseType(plan["type"]), plan.get("body", "KF")
    people = signatories(stage, plan)
    questions, att = points(plan.get("questions", ())), points(plan.get("points", ()))
    shown = [
        plan.get("motivation", ""),
        plan.get("intro", ""),
        *(f"{number}. {each.text}" for number, each in enumerate((*questions, *att), start=1)),
        *(f"{name.name} {name.party_printed}" for name in people),
    ]
    new = NewCase(
        body=stage.bodies[body],
        case_type=kind,
        title=plan["title"],
        motivation=plan.get("motivation", ""),
        question_intro=plan.get("intro", ""),
        questions=questions,
        points=att,
        signatories=people,
        on_behalf_of=stage.parties[plan["party"]] if "party" in plan else None,
        addressee=stage.name(plan["to"], titled=True) if "to" in plan else None,
        origin=Origin(plan.get("origin", ORIGINS.get(kind, Origin.COUNCILLOR))),
        received_on=scene.day,
        channel=Channel(plan.get("channel", Channel.EMAIL)),
        series=stage.series[body],
        files=[paper(plan["title"], list(filter(None, shown)), as_word=plan.get("word", False))],
    )
    scene.story.case = register(doing=scene.doing, new=new)
    send_on(scene)
    if own := scene.story.case.proposals.first():
        scene.story.proposals["motion"] = own


def send_on(scene: Scene) -> None:
    """The office sends it to the one who is to answer as soon as it has someone to send it to."""
    if scene.case.deadlines.filter(purpose=Purpose.FORWARD, status=DeadlineStatus.OPEN).exists():
        to = telling.usual_recipients(scene.case)
        telling.forward(case=scene.case, doing=scene.doing, on=scene.day, to=to)


def announce(scene: Scene) -> None:
    meeting = scene.moment_of("meeting" if "meeting" in scene.step else "at").meeting
    if meeting is None:
        raise ValueError(scene.step["at"])
    permission.announce(case=scene.case, doing=scene.doing, meeting=meeting)


def postpone(scene: Scene) -> None:
    permission.postpone(
        case=scene.case,
        doing=scene.doing,
        sitting=scene.sitting,
        reason=scene.text(),
        next_meeting=scene.moment_of("until").meeting,
    )


def document(scene: Scene) -> None:
    step = scene.step
    direction = Direction(step["direction"])
    title = step["title"]
    new = NewDocument(
        kind=DocumentKind(step["kind"]),
        title=title,
        direction=direction,
        received_on=scene.day if direction == Direction.INCOMING else None,
        dispatched_on=scene.day if direction == Direction.OUTGOING else None,
        dated_on=scene.day,
        correspondents=scene.names(),
        files=[paper(title, [scene.text()], as_word=step.get("word", False))],
    )
    add_document(case=scene.case, doing=scene.doing, new=new)


def annul_last_document(scene: Scene) -> None:
    last = scene.case.documents.select_related("case").order_by("-running_number")[0]
    annul_document(document=last, doing=scene.doing, reason=scene.text())


def correct(scene: Scene) -> None:
    corrections.correct(
        case=scene.case,
        doing=scene.doing,
        row=scene.case,
        field=scene.step["field"],
        text=scene.text(),
        reason=scene.step["because"],
    )


def link(scene: Scene) -> None:
    changes.link(
        case=scene.case,
        doing=scene.doing,
        other=scene.stories[scene.step["other"]].case,
        kind=LinkKind(scene.step["kind"]),
        reason=scene.text(),
    )


def change_type(scene: Scene) -> None:
    to = CaseType(scene.step["to"])
    changes.change_type(case=scene.case, doing=scene.doing, to=to, reason=scene.text())


def withdraw(scene: Scene) -> None:
    endings.withdraw(case=scene.case, doing=scene.doing, on=scene.day, reason=scene.text())


def annul(scene: Scene) -> None:
    endings.annul(case=scene.case, doing=scene.doing, reason=scene.text())


def close(scene: Scene) -> None:
    endings.close(case=scene.case, doing=scene.doing)


STEPS: Mapping[str, Callable[[Scene], None]] = {
    "register": enter,
    "announce": announce,
    "postpone": postpone,
    "document": document,
    "annul_document": annul_last_document,
    "correct": correct,
    "link": link,
    "change_type": change_type,
    "withdraw": withdraw,
    "annul": annul,
    "close": close,
}
