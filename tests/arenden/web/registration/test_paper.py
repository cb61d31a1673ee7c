"""A pasted paper becomes proposals for the fields, letter by letter."""

import pytest
from django.conf import settings

from ärenden.choices import CaseType
from ärenden.web.registration.paper import read_paper

ASKING = CaseType.INTERPELLATION
INTERPELLATION = """Interpellation till ordföranden i tekniska nämnden Sven Svar (S) om bänkarna

Bänkarna är slitna. Många äldre behöver dem.

Vi har påtalat det förr. Därför frågar jag:

1. Hur många bänkar finns?
2. När målas de om?

Frida Fråga (V)

Exempelby 2026-03-02
"""
MOTION = """Motion om fler cykelställ

Det saknas cykelställ vid skolorna.

Jag föreslår därför:

att kommunen sätter upp tio cykelställ
att de målas gröna

Frida Fråga (V)
Örjan Östling (–)
"""


def texts(paper):
    return [question.text for question in paper.items.questions]


def test_interpellation_is_cut_into_its_fields():
    paper = read_paper(INTERPELLATION, case_type=CaseType.INTERPELLATION)

    assert (paper.title, paper.addressee, paper.motivation, paper.intro) == (
        "Interpellation till ordföranden i tekniska nämnden Sven Svar (S) om bänkarna",
        "ordföranden i tekniska nämnden Sven Svar (S)",
        "Bänkarna är slitna. Många äldre behöver dem.\n\nVi har påtalat det förr.",
        "Därför frågar jag:",
    )
    assert texts(paper) == ["Hur många bänkar finns?", "När målas de om?"]
    assert paper.names == (("Frida Fråga", "V"),)


def test_lone_name_of_the_form_is_no_title_and_the_line_below_tells_to_whom():
    matter = INTERPELLATION.split("\n", 1)[1]
    heads = ("2026-03-02", "Till tekniska nämndens ordförande Sven Svar (S)", "Bänkarna i parken")
    paper = read_paper("\n\n".join(("INTERPELLATION", *heads, matter)), case_type=ASKING)

    assert (paper.title, paper.addressee, paper.motivation) == (
        "Bänkarna i parken",
        "tekniska nämndens ordförande Sven Svar (S)",
        "Bänkarna är slitna. Många äldre behöver dem.\n\nVi har påtalat det förr.",
    )


def test_title_may_end_with_whom_it_is_put_to():
    title = "Fråga till Sven Svar (S), ordförande i tekniska nämnden"
    paper = read_paper(f"{title}\n\nNär öppnar bron?", case_type=CaseType.QUESTION)

    assert (paper.title, paper.addressee) == (title, "Sven Svar (S), ordförande i tekniska nämnden")


def test_motion_is_cut_at_its_points():
    paper = read_paper(MOTION, case_type=CaseType.MOTION)

    assert (paper.title, paper.intro) == ("Motion om fler cykelställ", "Jag föreslår därför:")
    assert texts(paper) == ["att kommunen sätter upp tio cykelställ", "att de målas gröna"]
    assert paper.names == (("Frida Fråga", "V"), ("Örjan Östling", "–"))


def test_every_letter_of_the_paper_is_in_some_part():
    paper = read_paper(f"Sidhuvud\n\n{INTERPELLATION}", case_type=CaseType.INTERPELLATION)

    items = "".join(each.label_printed + each.text for each in paper.items.questions)
    parts = (paper.before, paper.title, paper.motivation, paper.intro, items, paper.after)
    assert "".join("".join(parts).split()) == "".join(f"Sidhuvud{INTERPELLATION}".split())


def test_numbered_question_is_no_heading():
    text = "Snöröjningen\n\nDet snöar.\n\nFråga 1: Hur mycket?\nFråga 2: Hur länge?"
    paper = read_paper(text, case_type=CaseType.QUESTION)

    assert (paper.title, paper.motivation) == ("Snöröjningen", "Det snöar.")
    assert texts(paper) == ["Hur mycket?", "Hur länge?"]


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "Hej", "?", "## **Hej**"])
def test_text_that_is_no_paper_is_not_lost(text):
    paper = read_paper(text, case_type=CaseType.INTERPELLATION)

    assert "".join((paper.title, paper.motivation, *texts(paper))) == text.strip(" \n#*")


@pytest.mark.seeds
def test_real_interpellation_is_found_behind_its_answer():
    sources = sorted(settings.SOURCES.glob("001_*.txt"))
    if not sources:
        pytest.skip("no real documents in ARENDEN_SOURCES or ../shared/seeds")

    paper = read_paper(sources[0].read_text("utf-8"), case_type=CaseType.INTERPELLATION)

    assert paper.title == (
        "Interpellation till kommunstyrelsens ordförande Staffan Jansson"
        " om alltid bästa möjliga möte inom Västerås stad."
    )
    assert paper.motivation.startswith("– *Toppolitiker anklagas")
    assert paper.motivation.endswith("inom Västerås stad.")
    assert paper.intro == (
        "Med anledning av detta ställer jag följande frågor till kommunstyrelsens ordförande:"
    )
    assert (len(texts(paper)), "visseblåsarfunktion" in texts(paper)[4]) == (5, True)
    assert paper.names == (("Emil Thessén", "–"),)
