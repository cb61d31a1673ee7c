"""How a case leaves the procedure: withdrawn, stopped, annulled or closed; and opened again."""

from datetime import date

from ärenden.actions.base import Doing, acting
from ärenden.actions.deadlines import stop_waiting
from ärenden.actions.documents import establish_papers
from ärenden.choices import State
from ärenden.models import Case
from ärenden.workflow import Action


def withdraw(*, case: Case, doing: Doing, on: date, reason: str = "") -> None:
    """Återtagen by the one who put it; it stays in the register and stays allmän."""
    with acting(Action.WITHDRAW, case=case, doing=doing) as act:
        act.record("Återtogs", on=on, reason=reason)
        stop_waiting(act)


def dismiss(*, case: Case, doing: Doing, reason: str) -> None:
    """Avvisa a medborgarförslag that does not meet the formal demands."""
    with acting(Action.DISMISS, case=case, doing=doing) as act:
        act.record("Avvisades", on=doing.day, reason=reason)
        stop_waiting(act)


def write_off(*, case: Case, doing: Doing, reason: str) -> None:
    """Avskriv a nämndärende that no body has taken up; it is slutbehandlat all the same."""
    with acting(Action.WRITE_OFF, case=case, doing=doing) as act:
        establish_papers(act.case, on=doing.day)
        act.record("Avskrevs", on=doing.day, reason=reason)
        stop_waiting(act)


def annul(*, case: Case, doing: Doing, reason: str) -> None:
    """Makulera: the number is visibly used up and is never given to another case."""
    with acting(Action.ANNUL, case=case, doing=doing) as act:
        act.record("Ärendet makulerades", on=doing.day, reason=reason)
        stop_waiting(act)


def close(*, case: Case, doing: Doing) -> None:
    """Avsluta: nothing more is expected."""
    with acting(Action.CLOSE, case=case, doing=doing) as act:
        act.case.closed_on = doing.day
        act.record("Ärendet avslutades", on=doing.day)
        stop_waiting(act)


def reopen(*, case: Case, doing: Doing, reason: str) -> None:
    """Öppna igen, in the state that the case was closed from."""
    with acting(Action.REOPEN, case=case, doing=doing) as act:
        closing = act.case.events.filter(action=Action.CLOSE)[0]
        act.case.state = State(closing.state_before)
        act.case.closed_on = None
        act.record("Ärendet öppnades igen", on=doing.day, reason=reason)
