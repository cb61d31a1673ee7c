"""What a motionsbalans says of a motion that no one has written about."""

from datetime import date

import pytest

from ärenden.choices import PrepAction, ReferralStatus, State
from ärenden.workflow.balance import Asked, Open, Prepared, place, shown

TODAY = date(2026, 11, 22)
MARCH, DECEMBER = date(2026, 3, 3), date(2026, 12, 4)
BOARD = "Kommunstyrelsen"


@pytest.mark.parametrize(
    ("motion", "said"),
    [
        (Open(state=State.RAISED, since=MARCH), "Väckt, väntar på beredning sedan 3 mars"),
        (
            Open(state=State.PREPARING, preparing=BOARD, since=MARCH),
            "Bereds av kommunstyrelsen sedan 3 mars",
        ),
        (
            Open(state=State.PROPOSED, preparing=BOARD, since=MARCH),
            "Förslag till beslut finns, berett av kommunstyrelsen sedan 3 mars",
        ),
        (Open(state=State.RETURNED, since=MARCH), "Återremitterad sedan 3 mars"),
        (
            Open(state=State.RAISED, entrusted="Kulturnämnden", since=MARCH),
            "Överlåtet till kulturnämnden sedan 3 mars",
        ),
    ],
)
def test_place_says_who_has_it_and_since_when(motion, said):
    assert place(motion) == f"{said} 2026"


def test_shown_tells_what_is_awaited_what_is_late_and_what_came():
    asked = [
        Asked(whom="Miljönämnden", status=ReferralStatus.OPEN, day=DECEMBER),
        Asked(whom="Skolnämnden", status=ReferralStatus.OPEN, day=MARCH),
        Asked(whom="Byhus AB", status=ReferralStatus.ANSWERED, day=MARCH),
        Asked(whom="Kulturnämnden", status=ReferralStatus.DECLINED),
        Asked(whom="Tekniska nämnden", status=ReferralStatus.WAIVED, day=MARCH),
    ]

    assert shown(Open(state=State.PREPARING, asked=asked), on=TODAY) == (
        "Yttrande väntas från miljönämnden (senast 4 december 2026)."
        " Försenat yttrande från skolnämnden (skulle ha kommit 3 mars 2026)."
        " Yttrande har kommit från Byhus AB 3 mars 2026."
        " Kulturnämnden avstår från yttrande."
        " Yttrande inväntas inte från tekniska nämnden."
    )


def test_shown_tells_the_last_step_the_proposal_and_the_last_report():
    motion = Open(
        state=State.RETURNED,
        prepared=[
            Prepared(action=PrepAction.ASSIGNMENT, by=BOARD, day=MARCH),
            Prepared(action=PrepAction.MEMORANDUM, by="Kommunledningskontoret", day=DECEMBER),
        ],
        has_proposal=True,
        reported_on=MARCH,
    )

    assert shown(motion, on=TODAY) == (
        "Tjänsteskrivelse av kommunledningskontoret 4 december 2026."
        " Förslag till beslut finns. Redovisades senast 3 mars 2026."
    )


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.RAISED, "Beredningen har inte börjat."),
        (State.PREPARING, "Inget yttrande är begärt än."),
        (State.PROPOSED, "Beredningen är klar."),
    ],
)
def test_shown_says_that_nothing_has_come_out(state, said):
    assert shown(Open(state=state), on=TODAY) == said
