"""The next possible steps of a case, and what hinders the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from accounts.roles import Verb
from ärenden.choices import Outcome
from ärenden.exceptions import Refusal
from ärenden.web.cases.presenters.sentences import ABOUT
from ärenden.web.cases.presenters.showing import Showing
from ärenden.workflow import Action, Snapshot, Step, refusals, steps_of
from ärenden.workflow.steps import OPEN

ACTING = frozenset(Verb) - {Verb.READ_REGISTER, Verb.READ_OWN, Verb.WAIVE}
RARE = frozenset(
    {
        Action.CORRECT,
        Action.LINK,
        Action.MOVE_DOCUMENT,
        Action.ANNUL_DOCUMENT,
        Action.CHANGE_TYPE,
        Action.CHANGE_ADDRESSEE,
        Action.ANNUL,
    }
)

# A step with several ways out is the next one only when its usual way is open.
USUAL = {Action.RECORD_ANSWERED: Outcome.ANSWERED_IN_WRITING}


@dataclass(frozen=True)
class StepRow:
    """One step. A hindered one has no address, but says what hinders it."""

    label: str
    text: str
    url: str = ""
    hinders: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class MainStep:
    title: str
    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True)
class NextSteps:
    """The main step, the others beside it, and those that are seldom taken."""

    main: MainStep
    others: list[StepRow]
    seldom: list[StepRow]


@dataclass(frozen=True)
class Asked:
    """A step of the table with what hinders it now."""

    step: Step
    hinders: tuple[Refusal, ...]
    usual_hinders: tuple[Refusal, ...]

    @property
    def is_possible(self) -> bool:
        return not self.hinders


def next_steps(
    showing: Showing, *, snapshot: Snapshot, may: Callable[[Verb], bool]
) -> NextSteps | None:
    """None for someone who may take no step in the case."""
    asked = [
        _asked(step, snapshot) for step in _distinct(steps_of(snapshot.case_type)) if may(step.verb)
    ]
    if not asked:
        return None
    done = {event.action for event in showing.record.events}
    ahead = [each for each in asked if each.is_possible or each.step.action not in done]
    main = next((each for each in ahead if each.step.is_main and not each.usual_hinders), None)
    rest = [each for each in ahead if each is not main]
    near = [each for each in rest if _is_near(each, snapshot)]
    return NextSteps(
        _main(showing, main),
        [_row(showing, each) for each in near],
        [_row(showing, each) for each in rest if each not in near],
    )


def _asked(step: Step, snapshot: Snapshot) -> Asked:
    usual = USUAL.get(step.action)
    return Asked(
        step,
        refusals(step.action, snapshot),
        refusals(step.action, snapshot, outcome=usual),
    )


def _distinct(steps: Iterable[Step]) -> list[Step]:
    """Each action once, by its first row, which is the one that `refusals` asks about."""
    return list({step.action: step for step in reversed(tuple(steps))}.values())[::-1]


def _is_near(asked: Asked, snapshot: Snapshot) -> bool:
    """Possible, or hindered on the way that a case goes before it is finished."""
    if asked.step.action in RARE:
        return False
    on_the_way = asked.step.is_main and asked.step.action != Action.CLOSE
    return asked.is_possible or (on_the_way and snapshot.state in OPEN)


def _main(showing: Showing, asked: Asked | None) -> MainStep:
    if asked is None:
        return MainStep("Inget steg väntar", "Det som ändå kan göras står här nedanför.")
    action = asked.step.action
    return MainStep("Nästa steg", ABOUT[action], _url(showing, action), action.label)


def _row(showing: Showing, asked: Asked) -> StepRow:
    action = asked.step.action
    if asked.is_possible:
        return StepRow(action.label, _about(asked), url=_url(showing, action))
    return StepRow(action.label, "", hinders=[_hinder(each) for each in asked.hinders])


def _about(asked: Asked) -> str:
    """What the step does, and what hinders its usual way when another is open."""
    hinders = [refusal.text for refusal in asked.usual_hinders]
    usual = f" Skriftligt går inte än: {', och '.join(hinders)}." if hinders else ""
    return f"{ABOUT[asked.step.action]}{usual}"


def _hinder(refusal: Refusal) -> str:
    law = f" ({refusal.source})" if refusal.source else ""
    return f"{refusal.text.rstrip('.')}{law}."


def _url(showing: Showing, action: Action) -> str:
    return showing.url("act", action=action.value)
