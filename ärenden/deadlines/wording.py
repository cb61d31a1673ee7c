"""A rule by itself in one Swedish sentence, for people who have no case in mind."""

from collections.abc import Iterator, Mapping

from kernel.dates import clock
from kernel.text import capital, counted, listed
from ärenden.choices import Binding, CaseType, Cutoff, Event, Occasion, Purpose, Roll, Route
from ärenden.deadlines.rules import Rule
from ärenden.deadlines.sentences import HAPPENED, VERB, amount, before_meeting, ordinal
from ärenden.deadlines.shapes import (
    DaysBefore,
    DecidedMeeting,
    MeetingAfter,
    MonthEnd,
    SeasonMeeting,
    TimeAfter,
    WeekdayBefore,
)

A_CASE: Mapping[CaseType, str] = {
    CaseType.INTERPELLATION: "en interpellation",
    CaseType.QUESTION: "en fråga",
    CaseType.MOTION: "en motion",
    CaseType.COMMITTEE: "ett ärende",
    CaseType.INITIATIVE: "ett initiativärende",
    CaseType.CITIZEN_PROPOSAL: "ett medborgarförslag",
}
NEUTER = frozenset({CaseType.COMMITTEE, CaseType.INITIATIVE, CaseType.CITIZEN_PROPOSAL})
PUT: Mapping[CaseType, str] = {
    CaseType.INTERPELLATION: "ställs",
    CaseType.QUESTION: "ställs",
    CaseType.MOTION: "väcks",
    CaseType.CITIZEN_PROPOSAL: "väcks",
    CaseType.INITIATIVE: "väcks",
}
ON_ROUTE: Mapping[Route | None, str] = {
    None: "",
    Route.EXECUTIVE: " som styrelsen bereder själv",
    Route.REFERRED: " som har remitterats till en nämnd",
}
WHAT: Mapping[Purpose, str] = {
    Purpose.FORWARD: "{case} {must} skickas vidare till den som ska svara",
    Purpose.ANSWER_IN: "svaret på {case} {must} lämnas till kansliet",
    Purpose.ANSWER_TO_ASKER: "svaret på {case} {must} lämnas till frågeställaren",
    Purpose.STATEMENT: "yttrande över {case} {must} lämnas",
    Purpose.DECIDE: "beslut om {case} {must} fattas",
    Purpose.REPORT: "beredningen av {case} {must} redovisas",
    Purpose.NOTIFY: "beslutet om {case} {must} meddelas förslagsställaren",
}
IF_CLOSED: Mapping[Roll, str] = {
    Roll.BACK: "är den dagen ingen arbetsdag gäller arbetsdagen före",
    Roll.FORWARD: "är den dagen ingen arbetsdag gäller nästa arbetsdag",
    Roll.SHOW: "är den dagen ingen arbetsdag står den kvar, och lagens sista dag visas",
    Roll.ASK: "är den dagen ingen arbetsdag bestämmer kansliet",
}


def in_words(rule: Rule) -> str:
    """What is to be done, in which cases, counted how, and what follows if it comes late."""
    parts = filter(None, (f"{_what(rule)} {_when(rule)}", *_conditions(rule)))
    sentence = "; ".join(parts)
    return " ".join(filter(None, [f"{capital(sentence)}.", rule.note.strip()]))


def _what(rule: Rule) -> str:
    is_should = rule.binding == Binding.SHOULD
    if not rule.case_types:
        return f"{rule.name}:{' bör ske' if is_should else ''}"
    must = "bör" if is_should else "ska"
    case = f"{listed([A_CASE[each] for each in rule.case_types])}{ON_ROUTE[rule.route]}"
    usual = f"{{case}} {{must}} {VERB[rule.purpose]}"
    return WHAT.get(rule.purpose, usual).format(case=case, must=must)


def _when(rule: Rule) -> str:
    shape = rule.shape
    if isinstance(shape, MeetingAfter | DecidedMeeting | SeasonMeeting):
        return f"vid {_meeting(shape, rule)}"
    limit = "före" if rule.cutoff == Cutoff.BEFORE else "senast"
    at = f" {clock(rule.at)}" if rule.at else ""
    return f"{limit}{at} {_counted(shape, rule)}"


def _counted(shape: DaysBefore | WeekdayBefore | TimeAfter | MonthEnd, rule: Rule) -> str:
    if isinstance(shape, DaysBefore | WeekdayBefore):
        return f"{before_meeting(shape)} {_occasion(shape.before, rule)}"
    if isinstance(shape, MonthEnd):
        return f"sista arbetsdagen i den månad då {_happened(shape.of, rule)}"
    happened = _happened(shape.after, rule)
    if shape.n == 0:
        return f"samma dag som {happened}"
    return f"{amount(shape.n, shape.unit)} efter att {happened}"


def _meeting(shape: MeetingAfter | DecidedMeeting | SeasonMeeting, rule: Rule) -> str:
    if isinstance(shape, DecidedMeeting):
        return "det sammanträde som fullmäktige bestämmer"
    happened = _happened(shape.after, rule)
    if isinstance(shape, SeasonMeeting):
        names = " eller ".join(season.name for season in shape.seasons)
        return f"{names}, det som kommer först efter att {happened}"
    if shape.n == 0:
        return f"det sammanträde där {happened}"
    if shape.n == 1:
        return f"nästa ordinarie sammanträde efter att {happened}"
    return f"{ordinal(shape.n)} ordinarie sammanträdet efter att {happened}"


def _occasion(occasion: Occasion, rule: Rule) -> str:
    if occasion == Occasion.HELD or not rule.case_types:
        return "sammanträdet"
    first, *others = rule.case_types
    put = "tas upp" if others else PUT.get(first, "tas upp")
    return f"sammanträdet där {_it(rule)} {put if occasion == Occasion.PUT else 'besvaras'}"


def _happened(event: Event, rule: Rule) -> str:
    return HAPPENED[event].format(case=_it(rule))


def _it(rule: Rule) -> str:
    """The case once more in the sentence."""
    if len(rule.case_types) > 1:
        return "de"
    return "det" if NEUTER.issuperset(rule.case_types) else "den"


def _conditions(rule: Rule) -> Iterator[str]:
    yield IF_CLOSED.get(rule.roll, "")
    late = rule.if_late.rstrip(".")
    yield f"{late[:1].lower()}{late[1:]}"
    if rule.listed:
        yield f"för {counted(len(rule.listed), 'sammanträde', 'sammanträden')} finns en bestämd dag"
