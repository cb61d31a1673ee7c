"""An answer under way: the one who answers, an officer and a colleague with accounts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts.models import User
from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import TODAY, World, noon
from ärenden.actions.answer_drafts import Typed, own_draft, save_texts, share, typed
from ärenden.actions.answer_submission import submit, whole_text
from ärenden.actions.base import Doing
from ärenden.choices import Coverage, DraftPlace
from ärenden.drafting import checksum
from ärenden.models import AnswerDraft, Case, Question
from ärenden.models.answer_drafts import mark_of

EMPTY = mark_of("", "")


@dataclass
class Answering:
    world: World
    case: Case
    answerer: User
    officer: User
    colleague: User

    def doing(self, by: User | None = None, *, at: datetime | None = None) -> Doing:
        return Doing(by=by or self.answerer, at=at or noon(TODAY))

    @property
    def questions(self) -> list[Question]:
        return list(self.case.questions.all())


def answering(world: World | None = None, case: Case | None = None) -> Answering:
    here = world or cases.world()
    friend = people.person(here.organisation, "Karin Kollega", member_of=here.council)
    return Answering(
        world=here,
        case=case or cases.registered_case(here),
        answerer=people.user(
            here.organisation, Role.COUNCILLOR, name="Sven Svar", person=here.answerer
        ),
        officer=people.user(here.organisation, Role.OFFICER, name="Hanna Handläggare"),
        colleague=people.user(
            here.organisation, Role.COUNCILLOR, name="Karin Kollega", person=friend
        ),
    )


def to(question: Question, text: str, **more: Any) -> Typed:
    values: dict[str, Any] = {"coverage": Coverage.FULL, "shown": EMPTY}
    return typed(place=DraftPlace.QUESTION, question=question, text=text, **(values | more))


def draft(those: Answering, *texts: str, at: datetime | None = None) -> AnswerDraft:
    """Her draft with these answers, question by question."""
    doing = those.doing(at=at)
    row = own_draft(case=those.case, person=those.world.answerer, doing=doing)
    rows = [to(*pair) for pair in zip(those.questions, texts, strict=False)]
    save_texts(draft=row, rows=rows, doing=doing)
    return row


def shared(those: Answering, *texts: str, at: datetime | None = None) -> AnswerDraft:
    """With the officer as one who writes, and the colleague as one who comments."""
    row = draft(those, *texts, at=at)
    doing = those.doing(at=at)
    share(draft=row, user=those.officer, may_also_write=True, doing=doing)
    share(draft=row, user=those.colleague, may_also_write=False, doing=doing)
    return row


def submitted(those: Answering, *, at: datetime | None = None) -> AnswerDraft:
    row = shared(those, "Tolv.", "I maj.", at=at)
    return submit(draft=row, doing=those.doing(at=at), read=checksum(whole_text(row)))
