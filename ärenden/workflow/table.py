"""Every step of every case type, in one table. docs/workflow.md is printed from it."""

from ärenden.choices import Outcome
from ärenden.workflow import demands as d
from ärenden.workflow.asked import ANSWERING
from ärenden.workflow.decided import DECIDING
from ärenden.workflow.demands import Demand
from ärenden.workflow.every import REGISTERING
from ärenden.workflow.steps import ASKED, Step

__all__ = ["ASKED", "DEMANDS_OF_OUTCOME", "STEPS", "Step"]

DEMANDS_OF_OUTCOME: dict[Outcome | None, tuple[Demand, ...]] = {
    Outcome.ANSWERED_IN_WRITING: (d.ANSWER_HANDED_OVER, d.EVERY_QUESTION_ANSWERED),
}

STEPS: tuple[Step, ...] = (*ANSWERING, *DECIDING, *REGISTERING)
