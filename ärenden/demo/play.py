"""Do what the data tells, in the order of time, through the same actions as the pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from ärenden.deadlines import STOCKHOLM
from ärenden.demo import asked, balance, decided, noted, registered
from ärenden.demo.scene import Plan, Scene, Story
from ärenden.demo.stage import Moment, Stage

STEPS = {
    **registered.STEPS,
    **asked.STEPS,
    **decided.STEPS,
    **noted.STEPS,
    **balance.STEPS,
}
OFFICE_OPENS = time(8, 4)
BETWEEN = timedelta(minutes=7)
MORNING = 173  # minutes; the first thing of a day is not always done at the stroke of eight


@dataclass(frozen=True)
class Cue:
    day: date
    moment: Moment
    story: Story
    step: Plan


def play(stage: Stage, plans: Sequence[Plan]) -> Mapping[str, Story]:
    """Every step of every case; the cases by the keys that their data gave them."""
    stories = {plan["key"]: Story(plan=plan) for plan in plans}
    cues = [cue for story in stories.values() for cue in _cues(stage, story)]
    paragraphs: dict[tuple[int, str], int] = {}
    for day, todays in groupby(sorted(cues, key=lambda cue: cue.day), key=lambda cue: cue.day):
        for at, cue in zip(_clock(day), todays, strict=False):
            scene = Scene(
                stage=stage,
                story=cue.story,
                stories=stories,
                step=cue.step,
                moment=cue.moment,
                day=day,
                at=at,
                paragraphs=paragraphs,
            )
            STEPS[cue.step["do"]](scene)
    return stories


def _cues(stage: Stage, story: Story) -> Iterator[Cue]:
    """The case's own order is kept also where a short month would turn two days round."""
    day = date.min
    steps: Iterable[Plan] = story.plan.get("steps", ())
    for step in ({"do": "register", "at": story.plan["received"]}, *steps):
        moment = stage.moment(step["at"])
        day = max(day, stage.recorded_on(moment))
        yield Cue(day, moment, story, step)


def _clock(day: date) -> Iterator[datetime]:
    start = datetime.combine(day, OFFICE_OPENS, tzinfo=STOCKHOLM)
    at = start + timedelta(minutes=day.toordinal() * 37 % MORNING)
    while True:
        yield at
        at += BETWEEN
