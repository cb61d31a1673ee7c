"""Which meeting a case reaches, which open cases miss theirs, and which motions grow too old."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from kernel.dates import clock, count_word, full_date, long_date
from kernel.text import capital
from ärenden.choices import Binding, CaseType, Cutoff, Occasion, Purpose
from ärenden.deadlines.calendar import STOCKHOLM, Calendar, moment
from ärenden.deadlines.clocks import CASE_CLOCKS
from ärenden.deadlines.evaluate import evaluate, evaluate_all
from ärenden.deadlines.facts import Facts, Meeting
from ärenden.deadlines.results import Due, Result
from ärenden.deadlines.rules import RuleSet
from ärenden.deadlines.sentences import CASE, near

PUT_AS: Mapping[CaseType, str] = {
    CaseType.MOTION: "väcks",
    CaseType.CITIZEN_PROPOSAL: "väcks",
    CaseType.COMMITTEE: "tas upp",
    CaseType.INITIATIVE: "väcks",
}
ANSWER_STEPS: Mapping[Purpose, tuple[str, str]] = {
    Purpose.ANSWER_IN: ("lämnas till kansliet", "skulle ha lämnats till kansliet"),
    Purpose.ANSWER_TO_ASKER: (
        "lämnas till frågeställaren",
        "skulle ha lämnats till frågeställaren",
    ),
}
YEARS = {case_type: rule for rule in CASE_CLOCKS for case_type in rule.case_types}


@dataclass(frozen=True)
class Prospect:
    """The first meeting that is still in reach, by when, and what the rules say comes then."""

    meeting: Meeting
    hand_in: Due | None
    results: Mapping[str, Result]
    sentence: str


def next_meeting(
    rules: RuleSet,
    case_type: CaseType,
    *,
    now: datetime,
    meetings: Sequence[Meeting],
    calendar: Calendar,
) -> Prospect | None:
    """Where a case handed in now is put; None while no such meeting is planned."""
    ordinary = (each for each in meetings if each.is_ordinary and each.closes_at >= now)
    for meeting in sorted(ordinary, key=lambda each: each.day):
        facts = Facts(
            case_type=case_type, occasions={Occasion.PUT: meeting}, meetings=tuple(meetings)
        )
        results = evaluate_all(rules.rules_for(case_type, None), facts, calendar)
        hand_in = _due_for(Purpose.HAND_IN, results)
        if hand_in is None or not hand_in.is_passed(now):
            today = now.astimezone(STOCKHOLM).date()
            sentence = _prospect(case_type, meeting, hand_in, results, today)
            return Prospect(meeting, hand_in, results, sentence)
    return None


@dataclass(frozen=True)
class OpenCase:
    """An open case, the caller's own id of it, when it came, and what else has been done.

    `days` are the last days that stand in the case, where someone set them otherwise than the
    rules count.
    """

    id: int
    facts: Facts
    handed_in_at: datetime | None = None
    done: frozenset[Purpose] = frozenset()
    days: Mapping[Purpose, date] = field(default_factory=dict)

    def results(self, rules: RuleSet, calendar: Calendar) -> Mapping[str, Result]:
        """What the rules say of it, with the days that stand."""
        applicable = rules.rules_for(self.facts.case_type, self.facts.route)
        found = evaluate_all(applicable, self.facts, calendar)
        return {key: self._as_it_stands(each) for key, each in found.items()}

    def _as_it_stands(self, found: Result) -> Result:
        day = self.days.get(found.rule.purpose)
        if not isinstance(found, Due) or day in (None, found.day):
            return found
        whole_day = replace(found.rule, at=None, cutoff=Cutoff.AT_OR_BEFORE)
        return replace(found, at=moment(day), rule=whole_day)


@dataclass(frozen=True)
class Miss:
    """A case that came too late for its meeting, and the next one that it may reach."""

    case: OpenCase
    due: Due
    meeting: Meeting
    next: Meeting | None
    sentence: str


def misses(
    rules: RuleSet, cases: Iterable[OpenCase], *, now: datetime, calendar: Calendar
) -> Iterator[Miss]:
    """Every open case that will miss a coming meeting, once for each thing not done in time."""
    for case in cases:
        for due in case.results(rules, calendar).values():
            meeting = due.before if isinstance(due, Due) else None
            if not (isinstance(due, Due) and meeting and meeting.closes_at >= now):
                continue
            if _is_missed(case, due, now):
                yield _miss(case, due, meeting)


@dataclass(frozen=True)
class Ageing:
    """A motion, when it has lain a year, and the coming meetings that are left before that."""

    case: OpenCase
    due: Due
    left: tuple[Meeting, ...]
    sentence: str


def ageing(
    cases: Iterable[OpenCase], *, now: datetime, calendar: Calendar, at_most: int = 1
) -> Iterator[Ageing]:
    """Motions and medborgarförslag with few meetings left, or none, before the year is out.

    KL 5:35, 6:34. Decided ones do not belong among the open.
    """
    for case in cases:
        rule = YEARS.get(case.facts.case_type) if case.facts.case_type else None
        due = evaluate(rule, case.facts, calendar) if rule else None
        if not isinstance(due, Due):
            continue
        today = now.astimezone(STOCKHOLM).date()
        ordinary = case.facts.ordinary_meetings(since=today)
        coming = [each for each in ordinary if each.closes_at >= now]
        left = tuple(each for each in coming if each.day <= due.day)
        if len(left) <= at_most:
            yield Ageing(case, due, left, _ageing(due, left, coming, today))


def outlook(rules: RuleSet, case: OpenCase, *, now: datetime, calendar: Calendar) -> str:
    """What comes next in an open case and by when, in one sentence; empty while nothing is known.

    Before it is put: where that is. Then the answer, or the year of a motion that is not `done`.
    """
    facts, today = case.facts, now.astimezone(STOCKHOLM).date()
    if facts.case_type is None:
        return ""
    results = case.results(rules, calendar)
    put = facts.occasions.get(Occasion.PUT)
    if put:
        return _prospect(facts.case_type, put, None, results, today)
    if facts.case_type in YEARS:
        return _year(case, now, calendar)
    answered = facts.occasions.get(Occasion.ANSWERED)
    return _answering(case, answered, results, now) if answered else ""


def _year(case: OpenCase, now: datetime, calendar: Calendar) -> str:
    many = len(case.facts.meetings)
    found = (
        ()
        if Purpose.DECIDE in case.done
        else ageing([case], now=now, calendar=calendar, at_most=many)
    )
    return next((each.sentence for each in found), "")


def _answering(
    case: OpenCase, meeting: Meeting, results: Mapping[str, Result], now: datetime
) -> str:
    """By when the answer is handed on, and at which meeting it is heard."""
    today = now.astimezone(STOCKHOLM).date()
    heard = f"{CASE[case.facts.case_type]} besvaras {_on(meeting.day, today)}"
    for purpose, words in ANSWER_STEPS.items():
        due = _due_for(purpose, results)
        if due and purpose not in case.done:
            told = words[due.is_passed(now)]
            return f"Svaret {told} {_limit(due, today)}, och {heard}."
    return f"{capital(heard)}."


def _due_for(purpose: Purpose, results: Mapping[str, Result]) -> Due | None:
    found = (each for each in results.values() if each.rule.purpose == purpose)
    return next((each for each in found if isinstance(each, Due)), None)


def _prospect(
    case_type: CaseType,
    meeting: Meeting,
    hand_in: Due | None,
    results: Mapping[str, Result],
    today: date,
) -> str:
    case, put = CASE[case_type], PUT_AS.get(case_type, "anmäls")
    first = f"lämnas {case} in {_limit(hand_in, today)} {put}" if hand_in else f"{case} {put}"
    answer, put_on = _due_for(Purpose.ANSWER, results), _on(meeting.day, today)
    if answer is None:
        text = f"{first} {put_on}"
    elif answer.day == meeting.day:
        text = f"{first} och besvaras {put_on}"
    else:
        verb = "bör besvaras" if answer.rule.binding == Binding.SHOULD else "besvaras"
        text = f"{first} {put_on} och {verb} {_on(answer.day, today)}"
    return f"{capital(text)}."


def _limit(due: Due, today: date) -> str:
    limit = "före" if due.rule.cutoff == Cutoff.BEFORE else "senast"
    day = near(due.day, today)
    return f"{limit} {day} {clock(due.rule.at)}" if due.rule.at else f"{limit} {day}"


def _on(day: date, today: date) -> str:
    text = full_date(day)
    return f"den {text.removesuffix(f' {day.year}') if day.year == today.year else text}"


def _is_missed(case: OpenCase, due: Due, now: datetime) -> bool:
    if due.rule.purpose == Purpose.HAND_IN and case.handed_in_at:
        return due.is_passed(case.handed_in_at)
    return due.rule.purpose not in case.done and due.is_passed(now)


def _miss(case: OpenCase, due: Due, meeting: Meeting) -> Miss:
    coming = case.facts.ordinary_meetings(since=meeting.day + timedelta(days=1))
    limit = _limit(due, meeting.day)
    late = f"{due.rule.name}: {limit}. Det är för sent till {_at(meeting, due.day)}"
    then = f"; nästa är {_at(coming[0], meeting.day)}." if coming else "."
    return Miss(case, due, meeting, coming[0] if coming else None, f"{late}{then}")


def _at(meeting: Meeting, other: date) -> str:
    return f"{meeting.body} {near(meeting.day, other)}"


def _ageing(due: Due, left: Sequence[Meeting], coming: Sequence[Meeting], today: date) -> str:
    year = long_date(due.day)
    report = "redovisa vad beredningen har visat"
    if due.day < today:
        where = f" vid {_at(coming[0], due.day)}" if coming else ""
        return f"Ett år gick ut {year}. Besluta{where}, eller {report}."
    if not left:
        until = "och inget sammanträde är planerat före dess"
        if coming:
            until = f"före nästa sammanträde, {_at(coming[0], due.day)}"
        return f"Ett år går ut {year}, {until}."
    many = f"Före dess återstår {count_word(len(left))} sammanträden, det sista är"
    last = "Sista sammanträdet före dess är" if len(left) == 1 else many
    return f"Ett år går ut {year}. {last} {_at(left[-1], due.day)}: besluta då, eller {report}."
