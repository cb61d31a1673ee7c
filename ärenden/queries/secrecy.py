"""What is marked as secret in a case, what that withholds from a reader, and what may be marked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, F, Model, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Concat, JSONObject, Trim
from django.db.models.lookups import Exact

from accounts.models import User
from kernel.text import normalise
from parties.models import PROTECTED, Person
from ärenden import access
from ärenden.models import (
    AgentSnapshot,
    Case,
    CaseEvent,
    Deadline,
    Document,
    Question,
    Referral,
    SecrecyMark,
)
from ärenden.queries.corrections import WAYS_TO_CASE

CALLED: Mapping[str, Any] = {
    "own": Trim(Concat("given_name", Value(" "), "family_name")),
    "printed": F("appearances__name_printed"),
    "account": F("memberships__user__kept_name"),
}
LEFT_OUT = "[uppgift utelämnad]"
PARTY = r"\s*\([^\s()\d]{1,8}\)"  # as long as an abbreviation may be: (S), (partilös), (-)
WITHHELD = "Uppgiften omfattas av sekretess"

Markable = Case | Document | Question | AgentSnapshot
Fact = tuple[type[Model], int, str]
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Withheld:
    """Documents whose contents a reader does not see, and facts whose words stand apart.

    `names` are of people with a protected identity, whom no one is told of; `here` are those who
    stand in the case, and `papers` says that they are kept from in its files and sources too.
    """

    documents: frozenset[int] = frozenset()
    facts: frozenset[tuple[str, int, str]] = frozenset()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    papers: bool = False

    def __bool__(self) -> bool:
        return bool(self.documents or self.facts or self.papers)

    def hides(self, row: Model, field: str) -> bool:
        """Is what the field said before kept from the reader?"""
        if isinstance(row, AgentSnapshot) and row.is_protected:
            return True
        if isinstance(row, Referral) and field == "text" and row.document_id in self.documents:
            return True
        # A name is kept apart with all that was said of it.
        fact = "name_printed" if isinstance(row, AgentSnapshot) else field
        return (str(row._meta.model_name), row.pk, fact) in self.facts

    def hides_files(self, document: int) -> bool:
        return self.papers or document in self.documents

    def told(self, text: str) -> str:
        """The text without the words that are kept apart, and without protected names.

        The longest first: a name that stands in a secret title is not to leave the rest of it.
        """
        for words in sorted(self.words, key=len, reverse=True):
            text = text.replace(words, LEFT_OUT)
        return self._called.sub(PROTECTED, text) if self.names else text

    def kept(self, sent: str, *, stored: str) -> str:
        """What a form is to save: the stored text where it came back as it was told."""
        said, told = (normalise(text).strip() for text in (sent, self.told(stored)))
        return stored if said == told else sent

    @cached_property
    def _called(self) -> re.Pattern[str]:
        """The names however they are cased and spaced, each with the party printed after it."""
        names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in self.names)
        return re.compile(rf"(?<!\w)(?:{names})(?:s?(?!\w))(?:{PARTY})?", re.IGNORECASE)

    def retold(self, events: Iterable[CaseEvent]) -> list[CaseEvent]:
        """The timeline, which never changes, as it may be read."""
        rows = self.reworded(events, "summary", "reason", "actor_name", "on_behalf_of")
        for row in rows:
            row.unknown = {fact: self.told(why) for fact, why in row.unknown.items()}
        return rows

    def recounted(self, deadlines: Iterable[Deadline]) -> list[Deadline]:
        """Deadlines with what people wrote of them, as it may be read."""
        return self.reworded(deadlines, "explanation", "reason", "ended_reason", "set_by_name")

    def reworded(self, rows: Iterable[Row], *fields: str) -> list[Row]:
        """Rows, not to be saved, with the texts of the fields as they may be read."""
        found = list(rows)
        for row in found:
            for field in fields:
                setattr(row, field, self.told(getattr(row, field) or ""))
        return found

    def reread(self, found: object) -> None:
        """Take names out of the printed texts of all rows in lists and mappings, not to be saved.

        Only of those who stand in the case: elsewhere the name is a namesake's.
        """
        here = Withheld(names=self.here)
        for row in _rows_among(found) if self.here else ():
            for field in row._meta.concrete_fields:
                said = vars(row).get(field.attname)
                if isinstance(field, CharField | TextField) and isinstance(said, str):
                    setattr(row, field.attname, here.told(said))
                elif isinstance(field, ArrayField) and said:
                    setattr(row, field.attname, [here.told(str(each)) for each in said])


NOTHING = Withheld()


def _rows_among(found: object) -> Iterator[Model]:
    """Names have their own rule, and are told by it."""
    if isinstance(found, Model) and not isinstance(found, AgentSnapshot):
        yield found
    elif isinstance(found, Mapping | list):
        for each in found.values() if isinstance(found, Mapping) else found:
            yield from _rows_among(each)


def withheld_from(user: User, case: Case, *, on: date) -> Withheld:
    """What the account may not see of the case."""
    marks = list(case.secrecy_marks.filter(lifted_on=None))
    called = [row["told"] for row in called_in(case.organisation_id, case=case.pk)]
    return withheld_by(marks, called, case=case, user=user, on=on)


def withheld_by(
    marks: Sequence[SecrecyMark],
    called: Iterable[Mapping[str, Any]],
    *,
    case: Case,
    user: User,
    on: date,
) -> Withheld:
    """What the marks withhold from those who are not cleared; of `called` no one is told."""
    told = list(called)
    here = _names(each for each in told if each["is_here"])
    found = replace(_marked(marks, case), papers=bool(here))
    if found and access.is_cleared(user, case, on=on):
        found = NOTHING
    return replace(found, names=_names(told), here=here)


def withheld_names(organisation: int) -> Withheld:
    """What everyone in the organisation is kept from: how the protected are called."""
    return Withheld(names=_names(_protected(organisation).values(**CALLED).distinct()))


def _marked(marks: Sequence[SecrecyMark], case: Case) -> Withheld:
    standing = [mark for mark in marks if mark.lifted_on is None]
    facts = [mark for mark in standing if mark.field]
    return Withheld(
        documents=frozenset(
            mark.document_id for mark in standing if mark.document_id and not mark.field
        ),
        facts=frozenset(_fact(mark, case) for mark in facts),
        words=tuple(words for mark in facts for words in _words(mark)),
    )


def withheld_here(case: Case) -> Withheld:
    """The same of those who stand in the case."""
    everyone = Person.objects.filter(organisation=case.organisation_id)
    if not everyone.filter(has_protected_identity=True).exists():
        return NOTHING
    here = _protected(case.organisation_id).filter(Exact(F("stands_in"), case.pk))
    names = _names(here.values(**CALLED).distinct())
    return Withheld(names=names, here=names)


def withheld_of(agents: Iterable[AgentSnapshot]) -> Withheld:
    """The same of those among the names, asking the database nothing."""
    names = {
        name
        for agent in agents
        if agent.is_protected and agent.person
        for name in (agent.name_printed, agent.person.full_name)
    }
    called = tuple(sorted(names, key=len, reverse=True))
    return Withheld(names=called, here=called, papers=bool(called))


def called_in(organisation: int | OuterRef, *, case: int | OuterRef) -> QuerySet[Person, Any]:
    """`told`: each way to call someone with a protected identity, as JSON.

    Of the whole organisation: of who stood in a case once, or did something in it, the timeline
    tells, but no row. `is_here` says that one stands in the case.
    """
    told = JSONObject(**CALLED, is_here=Exact(F("stands_in"), case))
    return _protected(organisation).values(told=told).distinct()


def _protected(organisation: int | OuterRef) -> QuerySet[Person, Any]:
    """One row for each account and each appearance, with the case it is in."""
    people: QuerySet[Person, Any] = Person.objects.filter(
        organisation=organisation, has_protected_identity=True
    )
    ways = [f"appearances__{way}" for way in WAYS_TO_CASE[AgentSnapshot]]
    return people.order_by().annotate(stands_in=Coalesce(*ways))


def _names(called: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    found = {name for each in called for name in map(each.get, CALLED) if name}
    return tuple(sorted(found, key=len, reverse=True))


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


def kept_apart(case: Case, row: Model, field: str) -> bool:
    """Do the words of the field stand apart, with another wording in their place?"""
    marks = case.secrecy_marks.filter(lifted_on=None)
    return (str(row._meta.model_name), row.pk, field) in {_fact(mark, case) for mark in marks}


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
