"""docs/workflow.md, printed from the table so that it cannot lie."""

from collections.abc import Iterable

from accounts.roles import GRANTS
from ärenden.choices import AnswerState, CaseType, State
from ärenden.workflow import Step, steps_of

INTRODUCTION = """# Arbetsflöden

Skrivs av `python manage.py print_workflow` ur `ärenden/workflow/`. Ändra där, inte här.

Tillstånd, utfall och verkställighet är tre skilda saker. För interpellationer och frågor löper
svaret på ett eget spår: det får komma in innan fullmäktige har sagt att den får ställas.
"""
COLUMNS = ("Steg", "Från", "Till", "Kräver", "Vem", "Källa")


def as_markdown() -> str:
    """The whole document: one table per case type, in the order the steps are suggested."""
    return "\n".join([INTRODUCTION, *(_table(case_type) for case_type in CaseType)])


def _table(case_type: CaseType) -> str:
    rows = [COLUMNS, ("---",) * len(COLUMNS), *map(_row, steps_of(case_type))]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"## {case_type.label}\n\n{lines}\n"


def _row(step: Step) -> tuple[str, ...]:
    return (
        f"{step.action.label} (`{step.action}`)",
        _places(step),
        _target(step),
        "; ".join(_demands(step)) or "–",
        ", ".join([*_roles(step), *["den som ska svara"] * step.by_answerer]),
        step.law or "–",
    )


def _roles(step: Step) -> list[str]:
    return sorted(role.label for role, verbs in GRANTS.items() if step.verb in verbs)


def _places(step: Step) -> str:
    states = _labels(state for state in State if state in step.sources)
    if step.answer_sources == frozenset(AnswerState):
        return states
    answers = _labels(state for state in AnswerState if state in step.answer_sources)
    return f"{states}; {answers}"


def _labels(states: Iterable[State | AnswerState]) -> str:
    return ", ".join(state.label.lower() for state in states)


def _target(step: Step) -> str:
    targets = [target.label.lower() for target in (step.target, step.answer_target) if target]
    return ", ".join(targets) or "samma"


def _demands(step: Step) -> list[str]:
    asked = [fact.label.lower() for fact in step.asks]
    return [*(demand.name for demand in step.demands), *asked, *["skäl"] * step.needs_reason]
