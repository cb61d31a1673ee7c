"""Every step of every case type, in one table. docs/workflow.md is printed from it."""

from ärenden.workflow.asked import ANSWERING
from ärenden.workflow.decided import DECIDING
from ärenden.workflow.every import REGISTERING
from ärenden.workflow.steps import ASKED, Step

__all__ = ["ASKED", "STEPS", "Step"]

STEPS: tuple[Step, ...] = (*ANSWERING, *DECIDING, *REGISTERING)
