"""The parts that pages are built of."""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from ärenden.choices import State
from ärenden.web.lists.facets import PHASES

ICON_NAMED = re.compile(r'components/icon\.html" with name="([a-z-]+)"')
SYMBOL = re.compile(r'<symbol id="([a-z-]+)"')
MARK = re.compile(r"icons\.svg#([a-z-]+)")


def test_icons_named_in_templates_are_all_drawn():
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    named = {name for path in templates for name in ICON_NAMED.findall(path.read_text())}

    drawn = set(SYMBOL.findall((settings.BASE_DIR / "static" / "icons.svg").read_text()))

    assert named - drawn == set()


@pytest.mark.parametrize(
    ("mark", "phases"),
    [
        ("empty", [State.REGISTERED, State.RAISED]),
        ("quarter", [State.ANNOUNCED, State.PERMITTED]),
        ("half", [State.PREPARING, "answering"]),
        ("three-quarters", [State.PROPOSED, "answer_received", "answer_handed_over"]),
        ("full", [State.ANSWERED, State.DECIDED, State.CLOSED]),
        ("paused", [State.POSTPONED, State.RETURNED]),
        ("stopped", [State.PERMISSION_REFUSED, State.WITHDRAWN, State.DISMISSED, State.ANNULLED]),
        ("stopped", [State.WRITTEN_OFF]),
    ],
)
def test_state_badge_fills_its_circle_along_the_procedure(mark, phases):
    badges = [render_badge(phase) for phase in phases]

    assert [MARK.findall(badge) for badge in badges] == [[mark]] * len(phases)


def test_state_badge_says_the_state_in_words():
    assert "Får ställas" in render_badge(State.PERMITTED)


def test_person_keeps_the_chip_on_the_line_of_the_name():
    person = {
        "name": "Tore Malmskog",
        "has_party": True,
        "party_abbr": "",
        "party_name": "",
        "party_class": "p-none",
    }

    html = render_to_string("components/person.html", {"person": person})

    assert html == (
        '<span class="person">Tore Malmskog&nbsp;'
        '<abbr class="chip p-none" title="partilös">–</abbr></span>'
    )


def render_badge(phase):
    return render_to_string("components/state_badge.html", {"phase": phase, "label": PHASES[phase]})
