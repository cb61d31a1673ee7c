"""A case in plain words, for those who have never met one."""

from collections.abc import Mapping

from kernel.dates import count_word
from kernel.text import capital
from ärenden.choices import CaseType, DecisionNature
from ärenden.models import Case
from ärenden.workflow.steps import ASKED, OPEN

IT: Mapping[str, str] = {
    CaseType.INTERPELLATION: "interpellationen",
    CaseType.QUESTION: "frågan",
    CaseType.MOTION: "motionen",
    CaseType.COMMITTEE: "ärendet",
    CaseType.INITIATIVE: "initiativet",
    CaseType.CITIZEN_PROPOSAL: "medborgarförslaget",
}
WHAT_IT_IS: Mapping[str, str] = {
    CaseType.INTERPELLATION: "En ledamot i fullmäktige ställer frågor till den som leder en nämnd"
    " eller styrelse. Svaret lämnas på ett sammanträde, och alla ledamöter får delta i debatten.",
    CaseType.QUESTION: "En ledamot i fullmäktige ber om upplysningar i en viss sak. Bara den som"
    " frågar och den som svarar får ordet.",
    CaseType.MOTION: "En ledamot i fullmäktige lägger fram ett eget förslag. Det bereds, och"
    " fullmäktige bör besluta inom ett år.",
    CaseType.COMMITTEE: "En nämnd eller styrelse bereder och avgör ett ärende.",
    CaseType.INITIATIVE: "En ledamot i en nämnd väcker ett ärende i nämnden.",
    CaseType.CITIZEN_PROPOSAL: "En invånare lägger fram ett förslag som fullmäktige eller en nämnd"
    " behandlar.",
}
TURNS: Mapping[str, str] = {
    DecisionNature.ANNOUNCED: "{body} fick beslutet redovisat",
    DecisionNature.ENTRUSTED: "{body} lämnade över {it} till en nämnd",
    DecisionNature.PERMISSION: "{body} beslutade att {it} får ställas",
    DecisionNature.PERMISSION_REFUSED: "{body} beslutade att {it} inte får ställas",
    DecisionNature.ANSWERED: "Besvarad i {body}",
    DecisionNature.POSTPONED: "{body} sköt upp {it} till ett senare sammanträde",
    DecisionNature.RETURNED: "{body} skickade tillbaka {it} för mer beredning",
    DecisionNature.REPORTED_OPEN: "{body} fick veta hur långt beredningen har kommit",
    DecisionNature.PROPOSAL_TO_BODY: "{body} lämnade sitt förslag till beslut",
    DecisionNature.FINAL: "{body} beslutade",
}


def verb_of(case: Case) -> str:
    is_open = case.state in OPEN
    if case.case_type in ASKED:
        return "frågar" if is_open else "frågade"
    return "föreslår" if is_open else "föreslog"


def answered_of(answered: int, asked: int) -> str:
    """`Tre av tre frågor besvarade.`; nothing as long as no answer is published."""
    if not answered:
        return ""
    if asked == 1:
        return "Frågan är besvarad."
    said = count_word(answered, common=True)
    return f"{capital(said)} av {count_word(asked, common=True)} frågor besvarade."
