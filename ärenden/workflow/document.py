"""docs/workflow.md, printed from the table so that it cannot lie."""

from collections.abc import Iterable
from typing import TypeAlias

from accounts.roles import GRANTS
from kernel.text import listed
from ärenden.choices import AnswerState, CaseType, State
from ärenden.workflow import Step, steps_of
from ärenden.workflow.steps import Way

Place: TypeAlias = State | AnswerState

INTRODUCTION = """# Arbetsflöden

Skrivs av `python manage.py print_workflow` ur `ärenden/workflow/`. Ändra där, inte här.

Tillstånd, utfall och verkställighet är tre skilda saker. För interpellationer och frågor löper
svaret på ett eget spår: det får komma in innan fullmäktige har sagt att den får ställas.
"""
COLUMNS = ("Steg", "Från", "Till", "Kräver", "Vem", "Källa")


def as_markdown() -> str:
    """The whole document: one table per case type, in the order the steps are suggested."""
    return "\n".join([INTRODUCTION, *(_table(case_type) for case_type in CaseType)])


def reached(steps: Iterable[Step]) -> frozenset[Place]:
    """Every place that the steps lead to: a case of their type stands nowhere else."""
    targets = {target for step in steps for target in (step.target, step.answer_target) if target}
    return frozenset({State.REGISTERED, AnswerState.NONE, *targets})


def _table(case_type: CaseType) -> str:
    steps = steps_of(case_type)
    places = reached(steps)
    rows = [COLUMNS, ("---",) * len(COLUMNS), *(_row(step, places) for step in steps)]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"## {case_type.label}\n\n{lines}\n"


def _row(step: Step, places: frozenset[Place]) -> tuple[str, ...]:
    return (
        f"{step.action.label} (`{step.action}`)",
        _sources(step, places),
        _target(step),
        "; ".join(_demands(step)) or "–",
        ", ".join([*_roles(step), *["den som ska svara"] * step.by_answerer]),
        step.law or "–",
    )


def _roles(step: Step) -> list[str]:
    return sorted(role.label for role, verbs in GRANTS.items() if step.verb in verbs)


def _sources(step: Step, places: frozenset[Place]) -> str:
    """Where the step starts; the answer's track is told only where not all of it will do."""
    states = _labels(state for state in State if state in step.sources & places)
    if places & frozenset(AnswerState) <= step.answer_sources:
        return states
    return f"{states}; {_labels(each for each in AnswerState if each in step.answer_sources)}"


def _labels(places: Iterable[Place]) -> str:
    return ", ".join(place.label.lower() for place in places)


def _target(step: Step) -> str:
    targets = [target.label.lower() for target in (step.target, step.answer_target) if target]
    return ", ".join(targets) or ("där det stod innan" if step.goes_back else "samma")


def _demands(step: Step) -> list[str]:
    asked = [fact.label.lower() for fact in step.asks]
    own = [*(demand.name for demand in step.demands), *asked, *_reason(step)]
    return [*own, *(f"om {way.outcome.label.lower()}: {_told(way)}" for way in step.ways)]


def _told(way: Way) -> str:
    return listed([*(demand.name for demand in way.demands), *_reason(way)])


def _reason(each: Step | Way) -> list[str]:
    return ["skäl"] * each.needs_reason
