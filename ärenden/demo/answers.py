"""Answers under way, so that the answerer and the officer have something to go on with."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from accounts.models import User
from parties.models import Membership
from ärenden.actions.answer_drafts import comment, own_draft, save_texts, share, typed
from ärenden.actions.base import Doing
from ärenden.choices import DraftPlace
from ärenden.deadlines import STOCKHOLM
from ärenden.demo.scene import Plan, Story
from ärenden.demo.stage import Stage
from ärenden.models.answer_drafts import mark_of

MORNING = time(9, 12)
EMPTY = mark_of("", "")


def write_answers(stage: Stage, *, plans: Iterable[Plan], stories: Mapping[str, Story]) -> None:
    at = datetime.combine(stage.last_day, MORNING, tzinfo=STOCKHOLM)
    for plan in plans:
        _write(stage, plan, stories[plan["case"]], at)


def _write(stage: Stage, plan: Plan, story: Story, at: datetime) -> None:
    answerer, officer = (_account(stage, plan[name]) for name in ("by", "officer"))
    doing = Doing(by=answerer, at=at)
    draft = own_draft(case=story.case, person=stage.people[plan["by"]], doing=doing)
    questions = {row.number: row for row in story.case.questions.all()}
    rows = [
        typed(
            place=DraftPlace.QUESTION,
            question=questions[each["question"]],
            text=each["text"],
            coverage=each["coverage"],
            shown=EMPTY,
        )
        for each in plan["texts"]
    ]
    save_texts(draft=draft, rows=rows, doing=doing)
    share(draft=draft, user=officer, may_also_write=True, doing=doing)
    for each in plan["comments"]:
        helping = Doing(by=officer, at=at)
        comment(draft=draft, question=questions[each["question"]], text=each["text"], doing=helping)


def _account(stage: Stage, name: str) -> User:
    rows = Membership.objects.filter(organisation=stage.organisation, user__name=name)
    return rows.select_related("user")[0].user
