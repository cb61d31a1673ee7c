"""The times of law, for a council meeting on Monday 22 June 2026 and what follows it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.arenden.deadlines.making import due_of, happened, put_at
from ärenden.choices import Event
from ärenden.deadlines import STATUTORY, Meeting, clocks

MEETING = date(2026, 6, 22)


@pytest.mark.parametrize(
    ("rule", "facts", "sentence"),
    [
        (
            clocks.NOTICE,
            put_at(MEETING),
            (
                "Senast måndag 15 juni 2026: sju dagar före fullmäktige måndag 22 juni."
                " Kommunallagen 5 kap. 13 §."
            ),
        ),
        (
            clocks.SUMMONS,
            put_at(MEETING),
            (
                "Senast måndag 15 juni 2026: sju dagar före fullmäktige måndag 22 juni."
                " Kommunallagen 5 kap. 15 §."
            ),
        ),
        (
            clocks.URGENT_NOTICE,
            put_at(MEETING),
            (
                "Senast torsdag 18 juni 2026 kl. 12.00: sista arbetsdagen före fullmäktige måndag"
                " 22 juni; midsommarafton räknas inte."
                " Lagen säger vardagen närmast före; här räknas lördag inte som vardag."
                " Kommunallagen 5 kap. 14–15 §§."
            ),
        ),
        (
            clocks.ADJUSTMENT,
            happened(Event.MET, MEETING),
            (
                "Senast måndag 6 juli 2026: 14 dagar efter att sammanträdet hölls måndag 22 juni."
                " Kommunallagen 5 kap. 69 §."
            ),
        ),
        (
            clocks.ANNOUNCEMENT,
            happened(Event.ADJUSTED, date(2026, 7, 2)),
            (
                "Senast lördag 4 juli 2026: två dagar efter att protokollet justerades"
                " torsdag 2 juli. Kommunallagen 8 kap. 12 §."
            ),
        ),
        (
            clocks.APPEAL,
            happened(Event.ANNOUNCED, date(2026, 7, 3)),
            (
                "Senast fredag 24 juli 2026: tre veckor efter att justeringen anslogs"
                " fredag 3 juli. Kommunallagen 13 kap. 5 §."
            ),
        ),
        (
            clocks.REGISTRATION,
            happened(Event.RECEIVED, date(2026, 6, 18)),
            (
                "Senast måndag 22 juni 2026: en arbetsdag efter att handlingen kom in"
                " torsdag 18 juni; midsommarafton räknas inte."
                " Lagen säger så snart som möjligt: sikta på samma dag."
                " Offentlighets- och sekretesslagen 5 kap. 1 §."
            ),
        ),
        (
            clocks.MOTION_YEAR,
            happened(Event.RAISED, MEETING),
            (
                "Senast tisdag 22 juni 2027: ett år efter att motionen väcktes måndag 22 juni 2026."
                " Hinner fullmäktige inte besluta då ska det redovisas vad beredningen har visat."
                " Kommunallagen 5 kap. 35 §."
            ),
        ),
    ],
    ids=lambda value: getattr(value, "key", ""),
)
def test_time_of_law_explains_itself(rule, facts, sentence):
    assert due_of(rule, facts).sentence == sentence


def test_delegated_decision_is_reported_at_the_next_meeting_of_the_committee():
    meetings = (Meeting(day=date(2026, 8, 20), body="byggnadsnämnden"),)
    facts = replace(happened(Event.DECIDED, MEETING, None), meetings=meetings)

    assert due_of(clocks.DELEGATION_REPORT, facts).explanation == (
        "Redovisas vid byggnadsnämnden torsdag 20 augusti 2026:"
        " nästa ordinarie sammanträde efter måndag 22 juni, då beslutet fattades."
    )


def test_adjustment_keeps_its_day_and_shows_the_last_day_of_law():
    result = due_of(clocks.ADJUSTMENT, happened(Event.MET, date(2026, 6, 5)))

    assert result.day == date(2026, 6, 19)
    assert [notice.text for notice in result.notices] == [
        (
            "Fredag 19 juni 2026 är midsommarafton."
            " Enligt lag (1930:173) 2 § är måndag 22 juni 2026 sista dagen."
        )
    ]


def test_every_clock_has_a_key_and_is_right_data():
    assert [list(rule.problems()) for rule in STATUTORY] == [[]] * len(STATUTORY)
    assert len({rule.key for rule in STATUTORY}) == len(STATUTORY)
