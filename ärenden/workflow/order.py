"""Which day of a case may not be before which other: what is known of two days at once.

Days are compared, never the order in which they were recorded: who catches up writes last what
happened first. Several things may happen on the same day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from kernel.dates import full_date
from kernel.text import capital
from ärenden.choices import Fact
from ärenden.exceptions import Refusal
from ärenden.workflow.actions import Action

A = Action

TOLD: Mapping[Action, str] = {
    A.REGISTER: "ärendet kom in",
    A.RAISE: "ärendet väcktes",
    A.PERMIT: "den fick ställas",
    A.REFUSE_PERMISSION: "den fick inte ställas",
    A.FORWARD: "den skickades vidare",
    A.RECEIVE_ANSWER: "svaret kom in",
    A.HAND_OVER_ANSWER: "svaret lämnades över",
    A.RECORD_ANSWERED: "den besvarades",
    A.PREPARE: "ärendet lämnades till beredning",
    A.REFER: "remissen skickades",
    A.RECEIVE_STATEMENT: "yttrandet kom in",
    A.NOTE_PREPARATION: "beredningssteget togs",
    A.PROPOSE: "förslaget till beslut lades fram",
    A.ADD_PROPOSAL: "yrkandet lades fram",
    A.ADD_STEP: "beslutsgången hölls",
    A.REPORT_OPEN: "ärendet redovisades som obesvarat",
    A.ENTRUST: "beslutet överläts",
    A.REPORT_DECIDED: "beslutet redovisades",
    A.POSTPONE: "ärendet bordlades",
    A.RETURN: "ärendet återremitterades",
    A.DECIDE: "ärendet avgjordes",
    A.NOTIFY: "förslagsställaren underrättades",
    A.WITHDRAW: "ärendet återtogs",
    A.CLOSE: "ärendet avslutades",
}
# What may be told of another time: another body's papers, and letters, may be older than the case.
OLDER_PAPERS = frozenset({A.NOTE_PREPARATION, A.ADD_PROPOSAL})
AFTER: Mapping[Action, frozenset[Action]] = {
    **{
        action: frozenset({A.RAISE})
        for action in (A.PREPARE, A.REFER, A.PROPOSE, A.POSTPONE, A.RETURN, A.REPORT_OPEN)
    },
    A.ENTRUST: frozenset({A.RAISE}),
    A.REPORT_DECIDED: frozenset({A.DECIDE}),
    A.NOTIFY: frozenset({A.DECIDE}),
    A.RECORD_ANSWERED: frozenset({A.PERMIT, A.POSTPONE}),
    A.DECIDE: frozenset(
        {A.RAISE, A.NOTE_PREPARATION, A.PROPOSE, A.ADD_PROPOSAL, A.ADD_STEP}
        | {A.REPORT_OPEN, A.POSTPONE, A.RETURN, A.ENTRUST}
    ),
    A.WITHDRAW: frozenset({A.RAISE, A.PERMIT, A.PROPOSE, A.REPORT_OPEN, A.POSTPONE, A.RETURN}),
    A.CLOSE: frozenset(
        {A.RECEIVE_ANSWER, A.HAND_OVER_ANSWER, A.RECORD_ANSWERED}
        | {A.RECEIVE_STATEMENT, A.DECIDE, A.REPORT_DECIDED, A.NOTIFY, A.WITHDRAW}
    ),
}
# Of the same remiss, or the answer with which it was answered.
AFTER_IN_THREAD = frozenset(
    {
        (A.REFER, A.RECEIVE_STATEMENT),
        (A.RECEIVE_ANSWER, A.HAND_OVER_ANSWER),
        (A.RECEIVE_ANSWER, A.RECORD_ANSWERED),
        (A.HAND_OVER_ANSWER, A.RECORD_ANSWERED),
    }
)
# An återremiss begins a new round: of these two, what was recorded first happened first.
NEXT_ROUND = frozenset(
    {(A.RETURN, A.PREPARE), (A.RETURN, A.PROPOSE), (A.PROPOSE, A.RETURN), (A.RETURN, A.RETURN)}
)
UPWARDS = frozenset({A.PROPOSE, A.ADD_PROPOSAL, A.ADD_STEP, A.DECIDE})
BACK = frozenset({A.POSTPONE, A.RETURN, A.ENTRUST})


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that happened in a case on a known day.

    `turn` is its place among what was recorded. A `thread` ties a remiss to its statement, and
    an answer to what it answered. `level` is how high the body stands that met: utskott, nämnd,
    fullmäktige; without one it was not at a meeting.
    """

    action: Action
    day: date
    turn: int = 0
    thread: str = ""
    level: int | None = None
    whose: str = ""

    def __str__(self) -> str:
        subject, _, rest = TOLD[self.action].partition(" ")
        return " ".join(filter(None, (subject, self.whose, rest)))


@dataclass(frozen=True)
class Contradiction:
    """What is said to have happened before something that it must follow."""

    later: Happening
    earlier: Happening

    def refusal(self) -> Refusal:
        said = str(self.later)
        text = (
            f"{capital(said)} {full_date(self.later.day)}, men {self.earlier} först"
            f" {full_date(self.earlier.day)}. Rätta den dag som är fel"
        )
        return Refusal("days_disagree", text, Fact.ORDER)


def contradictions(happenings: Iterable[Happening]) -> frozenset[Contradiction]:
    """Every pair that stands the wrong way round."""
    known = frozenset(happenings)
    back = [each.day for each in known if each.action in BACK]
    return frozenset(
        Contradiction(later, earlier)
        for later, earlier in permutations(known, 2)
        if later.day < earlier.day
        and (_follows(later, earlier) or _is_above(later, earlier, back=back))
    )


def _follows(later: Happening, earlier: Happening) -> bool:
    if earlier.action == A.REGISTER:
        return later.action not in OLDER_PAPERS or later.level is not None
    pair = (earlier.action, later.action)
    return (
        earlier.action in AFTER.get(later.action, ())
        or (pair in AFTER_IN_THREAD and earlier.thread == later.thread)
        or (pair in NEXT_ROUND and earlier.turn < later.turn)
    )


def _is_above(later: Happening, earlier: Happening, *, back: Iterable[date]) -> bool:
    """Utskott, nämnd, fullmäktige, unless the matter came back between them."""
    if later.level is None or earlier.level is None or later.level <= earlier.level:
        return False
    both = {later.action, earlier.action} <= UPWARDS
    return both and not any(later.day <= day <= earlier.day for day in back)
