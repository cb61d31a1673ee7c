"""Cases in every place that publishing knows of, and what stands in them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile

from tests.arenden.web import acting
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.answers import NewAnswer, hand_over_answer, receive_answer
from ärenden.actions.permission import permit, record_answered
from ärenden.actions.publishing import Thing, publish, publishable
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.actions.values import NewFile, Part, Point
from ärenden.choices import Outcome
from ärenden.demo.papers import paper
from ärenden.files import inspect_file
from ärenden.models import Case, Publication

BASIS = "Riktlinje för publicering"


def new_file(name: str, content: bytes) -> NewFile:
    file = ContentFile(content, name=name)
    facts = inspect_file(file, name)
    return NewFile(
        name=name, media_type=facts.media_type, size=facts.size, sha256=facts.sha256, file=file
    )


def answered(world: World, word: str = "bänkarna", **changes: Any) -> Case:
    """An answered interpellation in which every text, name and file speaks of the word."""
    asker = people.person(world.organisation, f"Frida {word.capitalize()}", member_of=world.council)
    fields = {
        "title": f"Interpellation om {word}",
        "motivation": f"Motivet är {word}.",
        "questions": (Point(text=f"Var finns {word}?"),),
        "signatories": [cases.name_of(asker, party=f"({word[:4].upper()})")],
        "files": [paper(f"Interpellation om {word}", [f"Läs om {word}."])],
    }
    case = acting.registered(world, **fields | changes)
    sitting = acting.sitting(world, 5 + world.first_meeting.minutes_items.count())
    permit(case=case, doing=acting.now(world), sitting=sitting)
    receive_answer(case=case, doing=acting.now(world), new=answer(case, word))
    hand_over_answer(case=case, doing=acting.now(world), on=acting.came_in())
    record_answered(
        case=case,
        doing=acting.now(world),
        sitting=sitting,
        outcome=Outcome.ANSWERED_IN_WRITING,
        reason=f"Svaret rörde {word}.",
    )
    return case


def answer(case: Case, word: str) -> NewAnswer:
    return NewAnswer(
        title=f"Svar om {word}",
        preamble=f"Jag har fått en fråga om {word}.",
        parts=[Part(question=row, text=f"Här finns {word}.") for row in case.questions.all()],
        closing=f"Tack för frågan om {word}.",
        received_on=acting.came_in(),
        files=[paper(f"Svar om {word}", [f"Här finns {word}."], as_word=True)],
    )


def publish_all(
    world: World, case: Case, *, until: date | None = None, days_ago: int = 0
) -> list[Publication]:
    doing = acting.now(world)
    doing = replace(doing, at=doing.at - timedelta(days=days_ago))
    return publish(
        case=case, doing=doing, things=publishable(case, on=doing.day), basis=BASIS, until=until
    )


def publish_page(world: World, case: Case) -> None:
    publish(case=case, doing=acting.now(world), things=[Thing()], basis=BASIS)


def mark(world: World, case: Case, *, row: Any, field: str = "") -> None:
    """Note secrecy on the case, a document or a fact."""
    new = NewMark(row=row, field=field, provision="21 kap. 1 § OSL", authority="Kommunstyrelsen")
    mark_secrecy(case=case, doing=acting.now(world), new=new)
