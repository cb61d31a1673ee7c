"""What is marked as secret in a case, what that withholds from a reader, and what may be marked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Model, Q, QuerySet

from accounts.models import User
from ärenden import access
from ärenden.models import AgentSnapshot, Case, CaseEvent, Document, Question, SecrecyMark
from ärenden.queries.corrections import rows_of

LEFT_OUT = "[uppgift utelämnad]"

Markable = Case | Document | Question | AgentSnapshot
Fact = tuple[type[Model], int, str]


@dataclass(frozen=True)
class Withheld:
    """Documents whose contents a reader does not see, and facts whose words stand apart."""

    documents: frozenset[int] = frozenset()
    facts: frozenset[tuple[str, int, str]] = frozenset()
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.documents or self.facts)

    def hides(self, row: Model, field: str) -> bool:
        """Is what the field said before kept from the reader?"""
        if isinstance(row, AgentSnapshot) and row.is_protected:
            return True
        return (str(row._meta.model_name), row.pk, field) in self.facts

    def with_names(self, agents: Iterable[AgentSnapshot]) -> "Withheld":
        """The same, and the names of people with a protected identity, which no one is told."""
        names = tuple(agent.name_printed for agent in agents if agent.is_protected)
        return replace(self, words=(*self.words, *names))

    def told(self, text: str) -> str:
        """The text without the words that are kept apart.

        The longest first: a name that stands in a secret title is not to leave the rest of it.
        """
        for words in sorted(self.words, key=len, reverse=True):
            text = text.replace(words, LEFT_OUT)
        return text

    def retold(self, events: Iterable[CaseEvent]) -> list[CaseEvent]:
        """The timeline, which never changes, as it may be read."""
        rows = list(events)
        for row in rows if self.words else ():
            row.summary, row.reason = self.told(row.summary), self.told(row.reason)
        return rows


NOTHING = Withheld()


def withheld_by(marks: Sequence[SecrecyMark], *, case: Case) -> Withheld:
    """What the standing marks withhold from someone who is not cleared for them."""
    standing = [mark for mark in marks if mark.lifted_on is None]
    facts = [mark for mark in standing if mark.field]
    return Withheld(
        documents=frozenset(
            mark.document_id for mark in standing if mark.document_id and not mark.field
        ),
        facts=frozenset(_fact(mark, case) for mark in facts),
        words=tuple(words for mark in facts for words in _words(mark)),
    )


def withheld_from(user: User, case: Case, *, on: date) -> Withheld:
    """What the account may not see of the case."""
    found = withheld_by(list(case.secrecy_marks.filter(lifted_on=None)), case=case)
    if found and access.is_cleared(user, case, on=on):
        found = NOTHING
    return found.with_names(protected_in(case))


def protected_in(case: Case) -> QuerySet[AgentSnapshot]:
    """Everyone with a protected identity who is named in the case."""
    named = rows_of(AgentSnapshot, case).filter(person__has_protected_identity=True)
    return named.select_related("person")


def _fact(mark: SecrecyMark, case: Case) -> tuple[str, int, str]:
    if mark.document_id:
        return ("document", mark.document_id, mark.field)
    if mark.question_id:
        return ("question", mark.question_id, mark.field)
    if mark.agent_id:
        return ("agentsnapshot", mark.agent_id, mark.field)
    return ("case", case.pk, mark.field)


def _words(mark: SecrecyMark) -> Iterator[str]:
    """The texts and names kept apart."""
    return (value for value in mark.kept.values() if isinstance(value, str) and value)


# ---- what may be marked ---------------------------------------------------------------------


MARKABLE: Mapping[type[Model], tuple[str, ...]] = {
    Case: ("", "title", "motivation"),
    Document: ("", "title"),
    Question: ("text",),
    AgentSnapshot: ("name_printed",),
}


def markable(case: Case) -> dict[Fact, Markable]:
    """Every row and field of the case that can be marked and is not; `""` is the whole row."""
    taken = {_fact(mark, case) for mark in case.secrecy_marks.filter(lifted_on=None)}
    found: dict[Fact, Markable] = {}
    for row in _rows(case):
        for field in MARKABLE[type(row)]:
            is_free = (str(row._meta.model_name), row.pk, field) not in taken
            if is_free and (not field or getattr(row, field)):
                found[type(row), row.pk, field] = row
    return found


def _rows(case: Case) -> Iterator[Markable]:
    yield case
    yield from case.documents.all()
    yield from case.questions.all()
    yield from _outsiders(case)


def _outsiders(case: Case) -> QuerySet[AgentSnapshot]:
    """Names of others than elected people: an assignment is public by its nature."""
    ours = Q(case=case) | Q(document__case=case)
    return AgentSnapshot.objects.filter(ours, person=None, party=None, body=None).order_by("pk")


def name_of(mark: SecrecyMark) -> str:
    """What is marked, in words that give nothing away."""
    if mark.agent_id:
        return "ett namn"
    if mark.question is not None:
        return f"fråga {mark.question.number}"
    if mark.document is not None:
        whole = f"handling {mark.document.running_number}"
        return f"rubriken på {whole}" if mark.field else whole
    return {"": "hela ärendet", "title": "rubriken", "motivation": "motiveringen"}[mark.field]
