"""Vad som har hänt: the turns of a case, told out of its facts and never out of anyone's notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kernel.dates import full_date
from kernel.text import capital, in_sentence
from ärenden.choices import AnswerKind, Capacity, DecisionNature, Outcome
from ärenden.models import Decision
from ärenden.queries.public import PublicRecord
from ärenden.web.public.names import plain_names
from ärenden.web.public.words import IT, TURNS

KEYS = (DecisionNature.ANSWERED, DecisionNature.FINAL)


@dataclass(frozen=True)
class Happened:
    """One sentence and its day; the key is what the case came to."""

    day: date | None
    sentence: str
    is_key: bool = False

    @property
    def on(self) -> str:
        return full_date(self.day) if self.day else ""


def happened(record: PublicRecord) -> list[Happened]:
    """Newest first; what has no known day stands last."""
    rows = [row for row in _all(record) if row.day or row.is_key]
    return sorted(rows, key=lambda row: row.day or date.min, reverse=True)


def _all(record: PublicRecord) -> Iterator[Happened]:
    case, it = record.case, IT[record.case.case_type]
    if record.withdrawn_on:
        yield Happened(record.withdrawn_on, f"{capital(it)} togs tillbaka.")
    for decision in reversed(record.turns):
        yield turn_of(decision, it)
    asker = plain_names(record.names("case", case.pk, Capacity.SIGNATORY))
    for answer in reversed(record.answers):
        kind = "Svaret" if answer.kind == AnswerKind.WRITTEN else "Ett kompletterande svar"
        to = f" till {asker}" if asker else ""
        yield Happened(answer.handed_over_on, f"{kind} lämnades{to}.")
    yield Happened(case.received_on, f"{capital(it)} kom in till {case.organisation.name}.")


def turn_of(decision: Decision, it: str) -> Happened:
    day = decision.decided_on or (decision.meeting.held_on if decision.meeting else None)
    body = in_sentence(decision.body.name)
    said = capital(TURNS[decision.nature].format(it=it, body=body))
    if decision.nature == DecisionNature.FINAL and decision.outcome:
        said = f"{said}: {Outcome(decision.outcome).label.lower()}"
    paragraph = f", {paragraph_of(decision)}" if decision.minutes_item else ""
    return Happened(day, f"{said}{paragraph}.", is_key=decision.nature in KEYS)


def paragraph_of(decision: Decision) -> str:
    """`§ 102`, never broken between sign and number."""
    return str(decision.minutes_item or "").replace("§ ", "§\u00a0")
