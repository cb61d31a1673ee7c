"""What can go wrong in the register, with the Swedish sentence that says what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from ärenden.choices import Fact


@dataclass(frozen=True)
class Refusal:
    """One hindrance: a stable English code, a Swedish sentence, and the fact that would lift it."""

    code: str
    text: str
    fact: Fact | None = None
    source: str = ""


class ActionRefused(Exception):
    """The workflow does not allow the action now; every hindrance is told."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(" ".join(refusal.text for refusal in refusals))


class ChangedMeanwhile(Exception):
    """Someone else acted on the case after the form was opened."""


class AlreadyDone(Exception):
    """The same form was sent twice; the first time went through."""

    def __init__(self, case_id: int) -> None:
        self.case_id = case_id
        super().__init__("Formuläret är redan skickat.")


class NoTemplate(Exception):
    """The number series has no template that is valid on the day."""
