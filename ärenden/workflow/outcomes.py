"""Does a decision as a whole say the same as the outcomes of its att-satser?"""

from collections.abc import Sequence

from kernel.text import listed
from ärenden.choices import Outcome
from ärenden.exceptions import Refusal

BIFALL = frozenset({Outcome.APPROVED, Outcome.PARTLY_APPROVED})
Parts = Sequence[tuple[int, Outcome | None]]


def outcome_refusals(whole: Outcome, parts: Parts) -> tuple[Refusal, ...]:
    """A whole that its parts contradict; `parts` are the att-satser, by number.

    An att-sats without an outcome of its own follows the whole. Delvis bifall needs one that was
    approved; other outcomes beside each other, as avslag and besvarad, are no bifall at all.
    """
    told = [(number, outcome) for number, outcome in parts if outcome]
    fitting = _fitting(whole, [outcome for _, outcome in told], is_all=len(told) == len(parts))
    if not told or _plain(whole) == fitting:
        return ()
    points = "att-satsens utfall" if len(told) == 1 else "att-satsernas utfall"
    text = (
        f"Beslutets innebörd är ”{whole.label.lower()}”, men {_said(told)}."
        f" Välj ”{fitting.label}” som innebörd, eller rätta {points}"
    )
    return (Refusal("outcomes_differ", text),)


def _fitting(whole: Outcome, told: Sequence[Outcome], *, is_all: bool) -> Outcome:
    """What the parts together amount to; where some are silent, the whole speaks for them."""
    found = {_plain(outcome) for outcome in told}
    if not is_all:
        found.add(_plain(whole))
    if len(found) == 1:
        return found.pop()
    return Outcome.PARTLY_APPROVED if found & BIFALL else Outcome.MIXED


def _plain(outcome: Outcome) -> Outcome:
    """A guideline that is antagen has got bifall."""
    return Outcome.APPROVED if outcome == Outcome.ADOPTED else outcome


def _said(told: Sequence[tuple[int, Outcome]]) -> str:
    outcomes = dict.fromkeys(outcome for _, outcome in told)
    return listed(
        [
            f"{_named([number for number, own in told if own == outcome])}"
            f" har utfallet ”{outcome.label.lower()}”"
            for outcome in outcomes
        ]
    )


def _named(numbers: Sequence[int]) -> str:
    noun = "att-sats" if len(numbers) == 1 else "att-satserna"
    return f"{noun} {listed([str(number) for number in numbers])}"
