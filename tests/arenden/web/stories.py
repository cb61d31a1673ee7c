"""Each action once: the case it suits, what is typed in its form, and what the timeline tells."""

from collections.abc import Callable
from typing import Any

from kernel.dates import long_date
from tests.arenden.web import acting
from tests.arenden.web.completed import COMPLETED
from tests.arenden.web.handled import HANDLED
from tests.arenden.web.timed import TIMED
from tests.factories.cases import World
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.models import Case
from ärenden.workflow import Action

Fields = Callable[[World, Case], dict[str, Any]]
Maker = Callable[[World], Case]
Story = tuple[Action, Maker, Fields, Callable[[World], str]]


def at(world: World) -> dict[str, Any]:
    return {"meeting": world.first_meeting.pk, "paragraph": "12"}


def held(world: World) -> str:
    day = world.first_meeting.held_on
    assert day is not None
    return f"kommunfullmäktige {long_date(day)}"


def ahead(world: World) -> str:
    day = world.second_meeting.held_on
    assert day is not None
    return f"kommunfullmäktige {long_date(day)}"


WHY = {"reason": "Det stod fel"}
TODAY = "i dag"
ANSWER = {"received_on": TODAY, "answer_1": "Tolv.", "coverage_1": "full", "coverage_2": "full"}

GROUND = {"provision": "bestämmelse för prov", "authority": "Kommunstyrelsen"}


def marked(world: World) -> Case:
    case = acting.registered(world)
    new = NewMark(row=case, **GROUND)
    mark_secrecy(case=case, doing=acting.now(world), new=new)
    return case


STORIES: list[Story] = [
    *COMPLETED,
    *TIMED,
    *HANDLED,
    (
        Action.MARK_SECRECY,
        acting.registered,
        lambda _, case: {"what": f"case-{case.pk}-", "wording": "", **GROUND},
        lambda _: "Sekretessmarkerades: hela ärendet",
    ),
    (
        Action.LIFT_SECRECY,
        marked,
        lambda _, case: {"mark": case.secrecy_marks.get().pk} | WHY,
        lambda _: "Sekretessmarkeringen hävdes: hela ärendet",
    ),
    (
        Action.ANNOUNCE,
        acting.registered,
        lambda world, _: {"meeting": world.second_meeting.pk},
        lambda world: f"Anmäldes till {ahead(world)}",
    ),
    (
        Action.SCHEDULE,
        acting.permitted,
        lambda world, _: {"meeting": world.second_meeting.pk},
        lambda world: f"Sattes upp till {ahead(world)}",
    ),
    (
        Action.PERMIT,
        acting.registered,
        lambda world, _: at(world),
        lambda world: f"Fick ställas, {held(world)} § 12",
    ),
    (
        Action.REFUSE_PERMISSION,
        acting.registered,
        lambda world, _: at(world) | WHY,
        lambda world: f"Fick inte ställas, {held(world)} § 12",
    ),
    (
        Action.POSTPONE,
        acting.permitted,
        lambda world, _: at(world) | {"cause": "Tidsbrist"},
        lambda world: f"Bordlades, {held(world)} § 12, tas upp igen vid {ahead(world)}",
    ),
    (Action.BEGIN_ANSWER, acting.registered, lambda *_: {}, lambda _: "Svaret skrivs"),
    (
        Action.RECEIVE_ANSWER,
        acting.registered,
        lambda *_: ANSWER | {"signers": ["Sven Svar (S)"]},
        lambda _: "Svar kom in från Sven Svar (S)",
    ),
    (
        Action.SUPPLEMENT_ANSWER,
        acting.with_answer,
        lambda *_: ANSWER,
        lambda _: "Kompletterande svar kom in",
    ),
    (
        Action.HAND_OVER_ANSWER,
        acting.with_answer,
        lambda *_: {"on": TODAY},
        lambda _: "Svaret lämnades över till frågeställaren",
    ),
    (
        Action.TRANSFER_ANSWER,
        acting.with_company,
        lambda *_: WHY | {"to": "Bo Bolagsson (C), ledamot i bolagets styrelse"},
        lambda _: "Svaret överläts till Bo Bolagsson (C)",
    ),
    (
        Action.CHANGE_ANSWERER,
        acting.registered,
        lambda *_: WHY | {"to": "Frida Fråga (V)"},
        lambda _: "Ändrad svarande: Frida Fråga (V)",
    ),
    (
        Action.CHANGE_ADDRESSEE,
        acting.registered,
        lambda *_: WHY | {"to": "Frida Fråga (V)"},
        lambda _: "Ställs till Frida Fråga (V) i stället för Sven Svar (S)",
    ),
    (
        Action.RECORD_ANSWERED,
        acting.handed_over,
        lambda world, _: at(world) | {"outcome": "answered_in_writing"},
        lambda world: f"Besvarad skriftligt, {held(world)} § 12",
    ),
    (
        Action.RAISE,
        acting.motion,
        lambda world, _: at(world),
        lambda world: f"Väcktes, {held(world)} § 12",
    ),
    (
        Action.PREPARE,
        acting.raised,
        lambda world, _: {"body": world.board.pk, "on": TODAY},
        lambda _: "Lämnades till kommunstyrelsen för beredning",
    ),
    (
        Action.RECEIVE_STATEMENT,
        acting.referred,
        lambda _, case: {
            "referral": case.referrals.get().pk,
            "answered_on": TODAY,
            "text": "Nämnden tillstyrker.",
        },
        lambda _: "Yttrande kom in från kultur- och fritidsnämnden",
    ),
    (
        Action.CLOSE_REFERRAL,
        acting.referred,
        lambda _, case: WHY | {"referral": case.referrals.get().pk, "how": "waived"},
        lambda _: "Kultur- och fritidsnämnden inväntas inte",
    ),
    (
        Action.REPORT_OPEN,
        acting.preparing,
        lambda world, _: at(world) | WHY,
        lambda world: f"Redovisades som obesvarad, {held(world)} § 12",
    ),
    (
        Action.ENTRUST,
        acting.raised_citizen_proposal,
        lambda world, _: at(world) | {"body": world.board.pk},
        lambda world: f"Beslutet överläts till kommunstyrelsen, {held(world)} § 12",
    ),
    (
        Action.REPORT_DECIDED,
        acting.decided_by_the_board,
        lambda world, _: at(world),
        lambda world: f"Beslutet redovisades, {held(world)} § 12",
    ),
    (
        Action.NOTE_PREPARATION,
        acting.preparing,
        lambda *_: {"action": "memorandum", "actor": "Tekniska kontoret", "on_date": TODAY},
        lambda _: "Tjänsteskrivelse: Tekniska kontoret",
    ),
    (
        Action.PROPOSE,
        acting.preparing,
        lambda world, _: {
            "source": "board",
            "text": "Kommunstyrelsen föreslår att motionen avslås.",
            "target_body": world.council.pk,
        },
        lambda _: "Förslag till beslut lades fram till kommunfullmäktige",
    ),
    (
        Action.ADD_PROPOSAL,
        acting.proposed,
        lambda *_: {"kind": "approval", "proposers": ["Frida Fråga (V)"]},
        lambda _: "Yrkande om bifall: Frida Fråga (V)",
    ),
    (
        Action.ADD_STEP,
        acting.proposed,
        lambda _, case: {
            "method": "against_rejection",
            "options": [str(case.proposals.order_by("ordinal")[0].pk), "rejection"],
            "outcome": "rejection",
        },
        lambda _: "Beslutsgång, steg 1: mot avslag",
    ),
    (
        Action.RETURN,
        acting.proposed,
        lambda world, _: at(world) | WHY,
        lambda world: f"Återremitterades, {held(world)} § 12",
    ),
    (
        Action.DECIDE,
        acting.proposed,
        lambda world, _: at(world) | {"outcome": "rejected", "text": "Motionen avslås."},
        lambda world: f"Beslut: avslag, {held(world)} § 12",
    ),
    (Action.DISMISS, acting.citizen_proposal, lambda *_: WHY, lambda _: "Avvisades"),
    (Action.WRITE_OFF, acting.committee_case, lambda *_: WHY, lambda _: "Avskrevs"),
    (
        Action.RESERVE,
        acting.decided,
        lambda _, case: {
            "decision": case.decisions.order_by("-pk")[0].pk,
            "people": ["Frida Fråga (V)"],
        },
        lambda _: "Frida Fråga (V) reserverade sig",
    ),
    (
        Action.ADD_STATEMENT,
        acting.decided,
        lambda *_: {"kind": "minutes_note", "authors": ["Frida Fråga (V)"], "text": "Vi minns."},
        lambda _: "Protokollsanteckning av Frida Fråga (V)",
    ),
    (
        Action.NOTE_NON_PARTICIPATION,
        acting.decided,
        lambda *_: {"kind": "conflict", "people": ["Frida Fråga (V)"]},
        lambda _: "Jäv: Frida Fråga (V)",
    ),
    (
        Action.ADD_TASK,
        acting.decided,
        lambda *_: {"responsible": "Tekniska kontoret", "text": "Räkna.", "due": "2027-05"},
        lambda _: "Uppdrag till Tekniska kontoret",
    ),
    (
        Action.REPORT_TASK,
        acting.with_task,
        lambda _, case: {"task": case.tasks.get().pk, "on": TODAY, "report": "Elva."},
        lambda _: "Uppdraget till Tekniska kontoret återrapporterades",
    ),
    (Action.WITHDRAW, acting.registered, lambda *_: {"on": TODAY}, lambda _: "Återtogs"),
    (Action.CLOSE, acting.answered, lambda *_: {}, lambda _: "Ärendet avslutades"),
    (Action.REOPEN, acting.closed, lambda *_: WHY, lambda _: "Ärendet öppnades igen"),
    (Action.ANNUL, acting.registered, lambda *_: WHY, lambda _: "Ärendet makulerades"),
    (
        Action.CHANGE_TYPE,
        acting.registered,
        lambda *_: WHY | {"to": "question"},
        lambda _: "Ärendetypen ändrades från interpellation till fråga",
    ),
    (
        Action.ADD_DOCUMENT,
        acting.registered,
        lambda *_: {
            "direction": "outgoing",
            "kind": "letter",
            "title": "Brev till parken",
            "correspondents": ["Parkens vänner"],
            "day": TODAY,
        },
        lambda _: "Handling 2 registrerades: Brev till parken",
    ),
    (
        Action.ANNUL_DOCUMENT,
        acting.registered,
        lambda _, case: WHY | {"document": case.documents.get().pk},
        lambda _: "Handling 1 makulerades: Interpellation om bänkarna i parken",
    ),
    (
        Action.CORRECT,
        acting.registered,
        lambda _, case: WHY | {"what": f"case-{case.pk}-title", "text": "Interpellation om parken"},
        lambda _: "Rättades: rubrik",
    ),
]
