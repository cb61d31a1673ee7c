"""Steps of the motionsbalans: frozen before a meeting, noted after it, written for the next."""

from collections.abc import Callable, Mapping

from meetings.models import Meeting
from ärenden.actions.balance import freeze, note_told, write_note
from ärenden.choices import Proposed
from ärenden.demo.scene import Scene


def freeze_balance(scene: Scene) -> None:
    meeting = _meeting(scene)
    freeze(council=meeting.body, meeting=meeting, doing=scene.doing)


def tell_balance(scene: Scene) -> None:
    report = _meeting(scene).motion_reports.latest("pk")
    note_told(report=report, doing=scene.doing, paragraph=scene.sitting.paragraph)


def write_balance(scene: Scene) -> None:
    proposed = Proposed(scene.step["proposed"])
    write_note(case=scene.case, doing=scene.doing, shown=scene.text(), proposed=proposed)


def _meeting(scene: Scene) -> Meeting:
    if scene.moment.meeting is None:
        raise ValueError(scene.case.title)
    return scene.moment.meeting


STEPS: Mapping[str, Callable[[Scene], None]] = {
    "freeze_balance": freeze_balance,
    "tell_balance": tell_balance,
    "write_balance": write_balance,
}
