"""Why a date is what it is, in one Swedish sentence for people who never read the rules."""

from collections.abc import Mapping
from datetime import date

from kernel.dates import clock, count_word, long_date
from kernel.text import capital, listed
from ärenden.choices import (
    Binding,
    CaseType,
    Count,
    Cutoff,
    Event,
    Purpose,
    Unit,
    WeekCount,
)
from ärenden.deadlines.calendar import Calendar
from ärenden.deadlines.counting import Gap, Landing
from ärenden.deadlines.facts import Facts
from ärenden.deadlines.results import Missing
from ärenden.deadlines.rules import Rule
from ärenden.deadlines.shapes import (
    DaysBefore,
    MeetingAfter,
    MonthEnd,
    Shape,
    TimeAfter,
    WeekdayBefore,
)

VERB: Mapping[Purpose, str] = {
    Purpose.HAND_IN: "lämnas in",
    Purpose.FORWARD: "skickas vidare",
    Purpose.ANSWER_IN: "lämnas till kansliet",
    Purpose.ANSWER_TO_ASKER: "lämnas till frågeställaren",
    Purpose.ANSWER: "besvaras",
    Purpose.STATEMENT: "lämnas",
    Purpose.DECIDE: "beslutas",
    Purpose.REPORT: "redovisas",
    Purpose.NOTIFY: "meddelas",
    Purpose.NOTICE: "tillkännages",
    Purpose.SUMMONS: "skickas",
    Purpose.URGENT_NOTICE: "tillkännages",
    Purpose.ADJUST: "justeras",
    Purpose.ANNOUNCE: "anslås",
    Purpose.APPEAL: "överklagas",
    Purpose.REGISTER: "registreras",
    Purpose.DISPATCH: "expedieras",
}
CASE: Mapping[CaseType | None, str] = {
    None: "ärendet",
    CaseType.INTERPELLATION: "interpellationen",
    CaseType.QUESTION: "frågan",
    CaseType.MOTION: "motionen",
    CaseType.COMMITTEE: "ärendet",
    CaseType.INITIATIVE: "initiativärendet",
    CaseType.CITIZEN_PROPOSAL: "medborgarförslaget",
}
HAPPENED: Mapping[Event, str] = {
    Event.HANDED_IN: "{case} lämnades in",
    Event.RECEIVED: "handlingen kom in",
    Event.RAISED: "{case} väcktes",
    Event.PERMITTED: "{case} fick ställas",
    Event.POSTPONED: "{case} bordlades",
    Event.REFERRED: "{case} skickades på remiss",
    Event.DECIDED: "beslutet fattades",
    Event.MET: "sammanträdet hölls",
    Event.ADJUSTED: "protokollet justerades",
    Event.ANNOUNCED: "justeringen anslogs",
    Event.ASSIGNED_TO: "uppdraget ska redovisas",
}
ONCE_KNOWN: Mapping[Event, str] = {
    Event.HANDED_IN: "{case} har lämnats in",
    Event.RECEIVED: "handlingen har kommit in",
    Event.RAISED: "{case} har väckts",
    Event.PERMITTED: "{case} har fått ställas",
    Event.POSTPONED: "{case} har bordlagts",
    Event.REFERRED: "{case} har skickats på remiss",
    Event.DECIDED: "beslutet har fattats",
    Event.MET: "sammanträdet har hållits",
    Event.ADJUSTED: "protokollet har justerats",
    Event.ANNOUNCED: "justeringen har anslagits",
    Event.ASSIGNED_TO: "månaden för uppdraget är bestämd",
}
PLANNED: Mapping[Event, str] = {
    Event.RAISED: "{case} väcks",
    Event.PERMITTED: "{case} ställs",
}
UNITS: Mapping[Unit, tuple[str, str]] = {
    Unit.DAYS: ("dag", "dagar"),
    Unit.WORKING_DAYS: ("arbetsdag", "arbetsdagar"),
    Unit.WEEKS: ("vecka", "veckor"),
    Unit.MONTHS: ("månad", "månader"),
    Unit.YEARS: ("år", "år"),
}
ORDINALS = {2: "andra", 3: "tredje", 4: "fjärde"}
WHY_UNKNOWN: Mapping[Missing, str] = {
    Missing.MEETING: "Datumet räknas fram när sammanträdet är valt.",
    Missing.LATER_MEETING: "Datumet räknas fram när nästa ordinarie sammanträde är planerat.",
    Missing.DECISION: "Datumet är det som fullmäktige bestämmer i sitt beslut.",
    Missing.AFTER_MEETING: (
        "Regeln ger en tid efter sammanträdet. Ändra veckan, dagen eller klockslaget i regeln."
    ),
}


def explain(rule: Rule, landing: Landing, facts: Facts, *, due: date, calendar: Calendar) -> str:
    """What is due when, counted how from what, what was not counted, and the rule's own note."""
    reason = _reason(rule, landing, facts)
    skipped = listed(list(dict.fromkeys(map(calendar.closed_name, landing.uncounted))))
    parts = [f"{_when(rule, landing, due)}: {reason}"]
    if skipped:
        parts.append(f"{skipped} räknas inte")
    sentences = ["; ".join(parts) + ".", moved(landing.day, due=due, calendar=calendar)]
    return " ".join(filter(None, [*sentences, rule.note.strip()]))


def moved(counted_to: date, *, due: date, calendar: Calendar) -> str:
    """Why the last day is another than the one counted to; empty when it is not."""
    if due == counted_to:
        return ""
    later = f"nästa arbetsdag (lag 1930:173 2 §), {near(due, counted_to)}"
    gets = later if due > counted_to else "arbetsdagen före"
    return f"{not_working(counted_to, calendar)}; därför gäller {gets}."


def not_working(day: date, calendar: Calendar) -> str:
    """`Fredag 19 juni 2026 är midsommarafton`, or that a Saturday is no working day."""
    text = long_date(day)
    name = calendar.closed_name(day)
    return f"{capital(text)} är {name or 'ingen arbetsdag'}"


def near(day: date, other: date) -> str:
    """The day with its weekday; the year only where it differs from that of the other."""
    text = long_date(day)
    return text.removesuffix(f" {day.year}") if day.year == other.year else text


def why_unknown(rule: Rule, gap: Gap, facts: Facts) -> str:
    """What has to be known or decided before the date can be told."""
    if isinstance(gap.of, Event) and gap.missing == Missing.EVENT:
        known = ONCE_KNOWN[gap.of].format(case=CASE[facts.case_type])
        return f"Datumet räknas fram när {known}."
    if gap.missing == Missing.ROUTE:
        return _other_route(rule, facts)
    return WHY_UNKNOWN[gap.missing]


def _other_route(rule: Rule, facts: Facts) -> str:
    if rule.route is None or facts.route is None:
        return f"Datumet räknas fram när det är bestämt om {CASE[facts.case_type]} remitteras."
    return f"Regeln gäller ett annat fall: {rule.route.label.lower()}."


def _when(rule: Rule, landing: Landing, due: date) -> str:
    """`Senast` a day, or `Besvaras vid` a meeting; a rule that only says bör begins so."""
    verb = VERB[rule.purpose]
    if landing.meeting:
        words = f"{verb} vid {landing.meeting.body} {long_date(due)}"
    else:
        limit = "före" if rule.cutoff == Cutoff.BEFORE else "senast"
        words = f"{limit} {long_date(due)}{_clock(rule)}"
    if rule.binding == Binding.SHOULD:
        return f"Bör {words}" if landing.meeting else f"Bör {verb} {words}"
    return capital(words)


def _clock(rule: Rule) -> str:
    """A whole day is not said, except where midnight is what the rule is about."""
    if rule.at:
        return f" {clock(rule.at)}"
    is_clear = isinstance(rule.shape, DaysBefore) and rule.shape.count == Count.CLEAR
    return " kl. 24.00" if is_clear else ""


def _reason(rule: Rule, landing: Landing, facts: Facts) -> str:
    if landing.before:
        meeting = f"{landing.before.body} {near(landing.before.day, landing.day)}"
        if landing.is_listed:
            return f"dagen är bestämd i förväg för {meeting}"
        return f"{before_meeting(rule.shape)} {meeting}"
    start = near(landing.start, landing.day)
    happened = _happened(landing.event, facts) if landing.event else ""
    if landing.meeting:
        return _at_meeting(rule.shape, landing, start, happened)
    return _after(rule.shape, start, happened)


def _after(shape: Shape, start: str, happened: str) -> str:
    if isinstance(shape, MonthEnd):
        return f"sista arbetsdagen i den månad då {happened}"
    if isinstance(shape, TimeAfter) and shape.n:
        return f"{amount(shape.n, shape.unit)} efter att {happened} {start}"
    return f"samma dag som {happened}"


def before_meeting(shape: Shape) -> str:
    if isinstance(shape, WeekdayBefore):
        return _weeks_before(shape)
    return _days_before(shape) if isinstance(shape, DaysBefore) else "före"


def _days_before(shape: DaysBefore) -> str:
    if shape.n == 0:
        return "samma dag som"
    if shape.count == Count.CLEAR:
        return f"{amount(shape.n, shape.unit, before='hela ')} före"
    if shape.n == 1:
        return "dagen före" if shape.unit == Unit.DAYS else "sista arbetsdagen före"
    return f"{amount(shape.n, shape.unit)} före"


def _weeks_before(shape: WeekdayBefore) -> str:
    name = shape.weekday.label.lower()
    if shape.counted == WeekCount.NTH_BEFORE:
        if shape.weeks == 1:
            return f"närmaste {name} före"
        return f"{ordinal(shape.weeks)} {name}en före"
    if shape.weeks == 0:
        return f"{name} samma vecka som"
    if shape.weeks == 1:
        return f"{name} veckan före"
    return f"{name} {amount(shape.weeks, Unit.WEEKS)} före"


def _at_meeting(shape: Shape, landing: Landing, start: str, happened: str) -> str:
    if landing.is_chosen and landing.start == landing.day:
        return "så har fullmäktige beslutat"
    if landing.is_chosen:
        return f"så beslutades {start}, då {happened}"
    if landing.season:
        return f"{landing.season.name} efter att {happened} {start}"
    if landing.day == landing.start:
        return f"samma sammanträde där {happened}"
    n = shape.n if isinstance(shape, MeetingAfter) and landing.event == shape.after else 1
    which = "nästa ordinarie sammanträde" if n == 1 else f"{ordinal(n)} ordinarie sammanträdet"
    return f"{which} efter {start}, då {happened}"


def _happened(event: Event, facts: Facts) -> str:
    is_planned = event in PLANNED and event not in facts.events
    text = PLANNED[event] if is_planned else HAPPENED[event]
    return text.format(case=CASE[facts.case_type])


def ordinal(n: int) -> str:
    return ORDINALS.get(n, f"{n}:e")


def amount(n: int, unit: Unit, *, before: str = "") -> str:
    one, many = UNITS[unit]
    word = count_word(n, common=unit != Unit.YEARS)
    return f"{word} {before}{one if n == 1 else many}"
