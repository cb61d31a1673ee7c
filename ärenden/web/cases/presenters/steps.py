"""The next possible steps of a case, and what hinders those that come after them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from accounts.roles import Verb
from ärenden.choices import Outcome
from ärenden.exceptions import Refusal
from ärenden.web.cases.presenters.grouping import AWAITED, FIRST, FITTING, GROUPS
from ärenden.web.cases.presenters.sentences import ABOUT
from ärenden.web.cases.presenters.showing import Showing
from ärenden.workflow import STEPS, Action, Snapshot, Step, refusals, steps_of
from ärenden.workflow.steps import OPEN

ACTING = frozenset(step.verb for step in STEPS)
MOST_BESIDE = 5

# A step with several ways out is the next one only when its usual way is open.
USUAL = {Action.RECORD_ANSWERED: Outcome.ANSWERED_IN_WRITING}


@dataclass(frozen=True)
class StepRow:
    """One step. A hindered one has no address, but says what hinders it."""

    label: str
    text: str
    url: str = ""
    hinders: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class MainStep:
    title: str
    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True)
class StepGroup:
    heading: str
    steps: list[StepRow]


@dataclass(frozen=True)
class NextSteps:
    """The main step, those that fit beside it now, and everything else that is possible."""

    main: MainStep
    others: list[StepRow]
    more: list[StepGroup]


@dataclass(frozen=True)
class Asked:
    """A step of the table with what hinders it now."""

    step: Step
    hinders: tuple[Refusal, ...]
    usual_hinders: tuple[Refusal, ...]

    @property
    def action(self) -> Action:
        return self.step.action

    @property
    def is_possible(self) -> bool:
        return not self.hinders


def next_steps(
    showing: Showing, *, snapshot: Snapshot, may: Callable[[Verb], bool]
) -> NextSteps | None:
    """None for someone who may take no step in the case as it stands."""
    asked = [
        _asked(step, snapshot) for step in _distinct(steps_of(snapshot.case_type)) if may(step.verb)
    ]
    possible = [each for each in asked if each.is_possible]
    if not possible:
        return None
    main = _main_of(possible, snapshot)
    rest = [each for each in possible if each is not main]
    done = {event.action for event in showing.record.events}
    ahead = [each for each in asked if each.action not in done and _comes_next(each, snapshot)]
    beside = _fitting(rest, snapshot)[: MOST_BESIDE - len(ahead)]
    return NextSteps(
        _main(showing, main, is_alone=not beside),
        [_row(showing, each) for each in [*beside, *ahead]],
        _groups(showing, [each for each in rest if each not in beside]),
    )


def with_answer(showing: Showing, found: NextSteps | None) -> NextSteps:
    """For the one who is to answer, and those she has let into her draft."""
    text = "En ruta för varje fråga. Bara den som svarar och de hon delar med ser texten."
    url = showing.url("answer")
    if found is None:
        return NextSteps(MainStep("Svaret väntar på dig", text, url, "Skriv svaret"), [], [])
    return replace(found, others=[StepRow("Skriv svaret", text, url), *found.others])


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


def _main_of(possible: list[Asked], snapshot: Snapshot) -> Asked | None:
    first = [each for each in possible if each.action == FIRST.get(snapshot.state)]
    ways = [each for each in possible if each.step.is_main and not each.usual_hinders]
    awaited = [each for each in possible if each.action in AWAITED]
    return next(iter([*first, *ways, *awaited]), None)


def _fitting(possible: list[Asked], snapshot: Snapshot) -> list[Asked]:
    """The other main steps, then what fits the state, last the document that came in."""
    order = [each.action for each in possible if each.step.is_main]
    order += [*FITTING.get(snapshot.state, ()), Action.ADD_DOCUMENT]
    fitting = [each for each in possible if each.action in order]
    return sorted(fitting, key=lambda each: order.index(each.action))


def _comes_next(asked: Asked, snapshot: Snapshot) -> bool:
    """Hindered, but by something that is lacking, not by standing elsewhere in the procedure."""
    is_here = snapshot.state in asked.step.sources
    on_the_way = snapshot.state in OPEN or asked.action == Action.CLOSE
    return not asked.is_possible and asked.step.is_main and is_here and on_the_way


def _main(showing: Showing, asked: Asked | None, *, is_alone: bool) -> MainStep:
    if asked is None:
        where = "finns under Fler steg" if is_alone else "står här nedanför"
        return MainStep("Inget steg väntar på dig", f"Det som ändå kan göras {where}.")
    action = asked.action
    return MainStep("Nästa steg", ABOUT[action], showing.step_url(action), action.label)


def _groups(showing: Showing, possible: list[Asked]) -> list[StepGroup]:
    found = {each.action: each for each in possible}
    groups = [
        StepGroup(heading, [_row(showing, found[action]) for action in actions if action in found])
        for heading, actions in GROUPS
    ]
    return [group for group in groups if group.steps]


def _row(showing: Showing, asked: Asked) -> StepRow:
    action = asked.action
    if asked.is_possible:
        return StepRow(action.label, _about(asked), url=showing.step_url(action))
    return StepRow(action.label, "", hinders=asked.hinders)


def _about(asked: Asked) -> str:
    """What the step does, and what hinders its usual way when another is open."""
    hinders = [refusal.text for refusal in asked.usual_hinders]
    usual = f" Skriftligt går inte än: {', och '.join(hinders)}." if hinders else ""
    return f"{ABOUT[asked.action]}{usual}"
