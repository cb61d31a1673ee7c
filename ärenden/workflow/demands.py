"""What a step may demand of a case, each with the Swedish sentence when it is not met."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kernel.text import in_sentence, listed
from ärenden.choices import CAME_IN, AnswerState, Fact, State
from ärenden.exceptions import Refusal
from ärenden.workflow.snapshot import Snapshot


@dataclass(frozen=True)
class Demand:
    """A condition on the case. With a `fact`, a registrar may waive it and say why."""

    code: str
    name: str
    is_met: Callable[[Snapshot], bool]
    text: Callable[[Snapshot], str]
    fact: Fact | None = None
    source: str = ""

    def refusal(self, snapshot: Snapshot) -> Refusal | None:
        if self.is_met(snapshot):
            return None
        return Refusal(self.code, self.text(snapshot), self.fact, self.source)


def always(text: str) -> Callable[[Snapshot], str]:
    return lambda _: text


HAS_MOTIVATION = Demand(
    "motivation_missing",
    "motivering",
    lambda case: case.has_motivation,
    always("interpellationen saknar motivering"),
    Fact.MOTIVATION,
    "Kommunallagen 5 kap. 60 §",
)
HAS_QUESTIONS = Demand(
    "questions_missing",
    "minst en fråga",
    lambda case: case.question_count > 0,
    always("ingen fråga är antecknad"),
    Fact.QUESTIONS,
    "Kommunallagen 5 kap. 60 och 64 §§",
)
NOT_YET_PERMITTED = Demand(
    "already_permitted",
    "inte redan beslutat",
    lambda case: case.is_permitted is None,
    always("fullmäktige har redan beslutat om den får ställas"),
)
IS_PERMITTED = Demand(
    "permission_missing",
    "får ställas",
    lambda case: case.is_permitted is True,
    always("fullmäktige har inte beslutat att den får ställas"),
    Fact.PERMISSION,
    "Kommunallagen 5 kap. 62 §",
)
ANSWER_HANDED_OVER = Demand(
    "answer_not_handed_over",
    "överlämnat svar",
    lambda case: case.answer_state == AnswerState.HANDED_OVER,
    always("svaret är inte överlämnat till frågeställaren"),
    Fact.HANDED_OVER,
)
EVERY_QUESTION_ANSWERED = Demand(
    "questions_unanswered",
    "svar på varje fråga",
    lambda case: not case.unanswered,
    lambda case: (
        f"fråga {listed([str(number) for number in case.unanswered])} saknar svar;"
        " skriv ett svar eller att den inte besvaras"
    ),
    Fact.COMPLETE_ANSWER,
)
SOMETHING_TO_SUPPLEMENT = Demand(
    "nothing_to_supplement",
    "ett svar att komplettera",
    lambda case: case.answer_state in CAME_IN or case.state == State.ANSWERED,
    always("inget svar har kommit in att komplettera; ta in svaret"),
)
MAY_TRANSFER = Demand(
    "transfer_not_allowed",
    "nämndens ordförande överlåter",
    lambda case: case.answerer_may_transfer,
    always(
        "bara en nämnds ordförande får överlåta svaret, till en styrelseledamot i ett kommunalt"
        " bolag eller ordföranden i ett kommunalförbund; använd i stället Ändra svarande"
    ),
    source="Kommunallagen 5 kap. 63 §",
)
RULES_ALLOW_TRANSFER = Demand(
    "transfer_not_in_rules",
    "arbetsordningen tillåter",
    lambda case: case.rules_allow_transfer,
    always(
        "fullmäktiges arbetsordning låter inte svaret överlåtas; använd i stället Ändra svarande"
    ),
    source="Kommunallagen 5 kap. 63 §",
)
ASKED_FOR_TIME = Demand(
    "time_not_asked_for",
    "en begäran om mer tid",
    lambda case: case.is_asked_for_time,
    always("ingen har bett om mer tid för svaret"),
)
NOT_ASKED_FOR_TIME = Demand(
    "time_already_asked_for",
    "ingen begäran om mer tid som väntar",
    lambda case: not case.is_asked_for_time,
    always("en begäran om mer tid väntar redan på besked"),
)
NO_OPEN_REFERRAL = Demand(
    "referrals_open",
    "ingen remiss ute",
    lambda case: not case.open_referrals,
    lambda case: f"yttrande saknas från {listed(list(map(in_sentence, case.open_referrals)))}",
)
NO_PROPOSAL_IF_POSTPONED = Demand(
    "postponed_with_proposal",
    "inget förslag till beslut, om ärendet är bordlagt",
    lambda case: case.state != State.POSTPONED or not case.has_proposal,
    always("ett förslag till beslut finns; återremittera ärendet om det ska beredas mer"),
)
HAS_OPEN_REFERRAL = Demand(
    "no_open_referral",
    "en remiss ute",
    lambda case: bool(case.open_referrals),
    always("inget yttrande är begärt"),
)
HAS_PROPOSAL_OR_REPORT = Demand(
    "proposal_missing",
    "förslag till beslut eller redovisning",
    lambda case: case.has_proposal or case.is_reported_open,
    always("ärendet är inte berett, det finns inget förslag till beslut"),
    Fact.PROPOSAL,
    "Kommunallagen 5 kap. 26–28 och 35 §§",
)
IS_PREPARED_OR_ENTRUSTED = replace(
    HAS_PROPOSAL_OR_REPORT,
    name="förslag till beslut, redovisning eller överlåtelse",
    is_met=lambda case: case.has_proposal or case.is_reported_open or case.is_entrusted,
)
NOT_ENTRUSTED = Demand(
    "already_entrusted",
    "inte redan överlåtet",
    lambda case: not case.is_entrusted,
    always("beslutet är redan överlåtet, och nämnden får inte överlåta det vidare"),
    source="Kommunallagen 6 kap. 38 §",
)
NOT_PREPARED_AS_ENTRUSTED = Demand(
    "prepared_as_entrusted",
    "inte överlåtet",
    lambda case: not case.is_entrusted,
    always("nämnden bereder ärendet därför att beslutet är överlåtet till den"),
)
IS_ENTRUSTED = Demand(
    "not_entrusted",
    "överlåtet till en nämnd",
    lambda case: case.is_entrusted,
    always("beslutet fattades inte av en nämnd som fullmäktige överlåtit det till"),
)
HAS_DECISION = Demand(
    "decision_missing", "ett beslut", lambda case: case.has_decision, always("inget är beslutat")
)
NOT_TAKEN_UP = Demand(
    "taken_up",
    "inget beslut än",
    lambda case: not case.has_decision,
    always(
        "ett organ har redan behandlat ärendet; anteckna dess beslut att ärendet avskrivs eller"
        " utgår"
    ),
)
AWAITS_RESERVATION = Demand(
    "no_reservation_awaited",
    "en reservation utan sin text",
    lambda case: case.awaits_reservation,
    always("ingen reservation väntar på sin text"),
)
HAS_TASK = Demand(
    "task_missing",
    "ett öppet uppdrag",
    lambda case: case.has_open_task,
    always("inget uppdrag pågår"),
)
MARKED_SECRET = Demand(
    "mark_missing",
    "en sekretessmarkering",
    lambda case: case.is_marked_secret,
    always("ingenting i ärendet är sekretessmarkerat"),
)
HAS_HANDLER = Demand(
    "handler_missing",
    "en ansvarig handläggare",
    lambda case: case.has_handler,
    always("ärendet har ingen ansvarig handläggare"),
)
IS_COVERED = Demand(
    "not_covered",
    "en kollega som täcker",
    lambda case: case.is_covered,
    always("ingen kollega täcker i just det här ärendet"),
)
ON_COMING_LIST = Demand(
    "not_on_list",
    "på ett kommande sammanträdes lista",
    lambda case: case.is_on_coming_list,
    always("ärendet står inte på något kommande sammanträdes lista"),
)
HANDED_IN_HERE = Demand(
    "not_handed_in_here",
    "inlämnat i systemet",
    lambda case: case.is_handed_in_here,
    always(
        "ärendet lämnades inte in i systemet; be om kompletteringen på annat sätt"
        " och registrera den som en handling"
    ),
)
NO_COMPLETION_ASKED = Demand(
    "completion_asked",
    "ingen komplettering begärd",
    lambda case: not case.is_completion_asked,
    always("en komplettering är redan begärd"),
)
HAS_WAITING_COMPLETION = Demand(
    "no_completion",
    "en inlämnad komplettering",
    lambda case: case.has_waiting_completion,
    always("ingen komplettering väntar på att registreras"),
)
NO_WAITING_ANSWER = Demand(
    "answer_waiting",
    "inget svar som väntar",
    lambda case: case.state != State.ANSWERED or case.answer_state != AnswerState.RECEIVED,
    always("ett svar har kommit in men är inte överlämnat"),
)
NO_OPEN_TASK = Demand(
    "task_open",
    "inget öppet uppdrag",
    lambda case: not case.has_open_task,
    always("ett uppdrag är inte återrapporterat"),
)
IS_PUBLISHED = Demand(
    "nothing_published",
    "något publicerat",
    lambda case: case.is_published,
    always("inget i ärendet är publicerat"),
)
TO_BE_FORWARDED = Demand(
    "nothing_to_forward",
    "ska skickas vidare",
    lambda case: case.is_to_be_forwarded,
    always("ingen frist löper för att skicka den vidare"),
)
MOVER_TO_BE_TOLD = Demand(
    "no_one_to_tell",
    "förslagsställaren ska underrättas",
    lambda case: case.is_mover_to_be_told,
    always("ingen frist löper för att underrätta förslagsställaren"),
)
MOVER_TOLD = Demand(
    "mover_not_told",
    "ingen förslagsställare som ska underrättas",
    lambda case: not case.is_mover_to_be_told,
    always("förslagsställaren är inte underrättad om beslutet"),
)
HAS_MOVABLE_DEADLINE = Demand(
    "no_deadline",
    "en frist som inte är lagens",
    lambda case: case.has_movable_deadline,
    always("ingen frist löper som går att flytta; lagens tider ligger fast"),
)
