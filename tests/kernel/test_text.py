"""Texts are kept as written, and become HTML in one place only."""

import re
from html import unescape

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from kernel.text import counted, in_sentence, marked, normalise, paragraphs, paragraphs_html


def test_normalise_composes_letters_and_line_ends():
    assert normalise("a\u030akrar\r\no\u0308ar\rA\n") == "åkrar\nöar\nA\n"


@given(st.text())
def test_normalise_twice_is_normalise_once(text):
    assert normalise(normalise(text)) == normalise(text)


def test_paragraphs_end_at_blank_lines_only():
    text = "\n\nFörsta raden\r\nandra raden\r\n \t\r\n\r\n- punkt\n- punkt\n"

    assert paragraphs(text) == [("Första raden", "andra raden"), ("- punkt", "- punkt")]


def test_paragraphs_html_keeps_list_and_markup_signs_as_letters():
    text = "**Fråga** & <b>svar</b>\n- 1. *Nej*\n\n# Rubrik"

    html = paragraphs_html(text)

    assert html == ("<p>**Fråga** &amp; &lt;b&gt;svar&lt;/b&gt;<br>- 1. *Nej*</p>\n<p># Rubrik</p>")


def test_paragraphs_html_of_nothing_is_nothing():
    assert paragraphs_html(" \n\n ") == ""


def test_paragraphs_html_marks_search_words_in_compounds_and_any_case():
    html = paragraphs_html("Fritidsgården.\nGÅRDAR", words=["gård"])

    assert html == "<p>Fritids<mark>gård</mark>en.<br><mark>GÅRD</mark>AR</p>"


def test_paragraphs_html_marks_short_words_only_by_themselves():
    html = paragraphs_html("KS i skolan, skärm", words=["i", "ks", "sk"])

    assert html == "<p><mark>KS</mark> <mark>i</mark> skolan, skärm</p>"


def test_marked_escapes_inside_and_outside_the_mark():
    assert marked("a<b>c & d", words=["<b>"]) == "a<mark>&lt;b&gt;</mark>c &amp; d"


def test_marked_prefers_the_longest_word():
    assert marked("skolan", words=["sko", "skola"]) == "<mark>skola</mark>n"


@given(st.text(alphabet="aå<>&\"'*-. \n\r"), st.lists(st.text(alphabet="aå<&b", max_size=4)))
def test_paragraphs_html_loses_no_letter(text, words):
    html = paragraphs_html(text, words=words)

    shown = unescape(re.sub(r"</?(?:p|br|mark)>", "", html))
    assert "".join(shown.split()) == "".join(normalise(text).split())


def test_template_filters_escape_and_mark():
    template = Template("{% load texts %}{{ text|paragraphs:search }}|{{ text|marked:search }}")

    html = template.render(Context({"text": "<i> bro", "search": "bro  i"}))

    expected = "&lt;<mark>i</mark>&gt; <mark>bro</mark>"
    assert html == f"<p>{expected}</p>|{expected}"


def test_paragraphs_filter_needs_no_search_word():
    html = Template("{% load texts %}{{ text|paragraphs }}").render(Context({"text": "<i>"}))

    assert html == "<p>&lt;i&gt;</p>"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Kommunstyrelsen", "kommunstyrelsen"),
        ("Åldringsnämnden", "åldringsnämnden"),
        ("Tekniska nämnden", "tekniska nämnden"),
        ("Rådet för äldre", "rådet för äldre"),
        ("AB Byhus", "AB Byhus"),
        ("Byhus AB", "Byhus AB"),
        ("Trafikverket", "Trafikverket"),
        ("Asta Rådberg", "Asta Rådberg"),
        ("KS", "KS"),
    ],
)
def test_name_of_a_body_inside_a_sentence(name: str, inside: str) -> None:
    assert in_sentence(name) == inside


def test_counted_says_one_or_many():
    told = [counted(number, "person", "personer") for number in (0, 1, 2)]

    assert told == ["0 personer", "1 person", "2 personer"]
