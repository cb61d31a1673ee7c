"""What is noted beside a decision: reservations, statements, jäv and tasks."""

from collections.abc import Callable, Mapping

from ärenden.actions import minutes
from ärenden.choices import DatePrecision, NonParticipationKind, StatementKind
from ärenden.demo.scene import Scene


def reserve(scene: Scene) -> None:
    favoured = scene.step.get("in_favour_of")
    new = minutes.NewReservation(
        people=scene.names(),
        in_favour_of=scene.story.proposals[favoured] if favoured else None,
        printed=scene.text(),
        text=scene.text("words"),
        awaits_text=bool(scene.step.get("awaits_text")),
    )
    decision = scene.case.decisions.select_related("case").last()
    if decision is None:
        raise ValueError(scene.case.title)
    minutes.reserve(decision=decision, doing=scene.doing, new=new)


def remark(scene: Scene) -> None:
    decision = scene.case.decisions.last()
    minutes.add_statement(
        case=scene.case,
        doing=scene.doing,
        kind=StatementKind(scene.step.get("kind", StatementKind.MINUTES_NOTE)),
        authors=scene.names(),
        text=scene.text(),
        lead_text=scene.text("lead"),
        minutes_item=decision.minutes_item if decision else None,
    )


def absent(scene: Scene) -> None:
    minutes.note_non_participation(
        case=scene.case,
        doing=scene.doing,
        kind=NonParticipationKind(scene.step["kind"]),
        people=scene.names(),
        decision=scene.case.decisions.last(),
        ground=scene.text(),
    )


def assign(scene: Scene) -> None:
    decision = scene.case.decisions.last()
    new = minutes.NewTask(
        responsible=scene.step["responsible"],
        text=scene.text(),
        responsible_body=scene.body() if "to" in scene.step else None,
        due_on=scene.moment_of("due").day,
        due_precision=DatePrecision(scene.step.get("precision", DatePrecision.DAY)),
        report_to=scene.text("report_to"),
        point=decision.points.first() if decision else None,
    )
    minutes.add_task(case=scene.case, doing=scene.doing, new=new)


def report(scene: Scene) -> None:
    task = scene.case.tasks.select_related("case").latest("pk")
    minutes.report_task(task=task, doing=scene.doing, report=scene.text(), on=scene.day)


STEPS: Mapping[str, Callable[[Scene], None]] = {
    "reserve": reserve,
    "remark": remark,
    "absent": absent,
    "assign": assign,
    "report": report,
}
