"""Pasted texts become questions or points without a word being changed."""

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ärenden.splitting import FoundQuestion, split_points, split_questions

MATERIAL = settings.SOURCES.parent / "material" / "documents"
CUE = "Jag vill ställa följande frågor till nämndens ordförande:"


def found(split):
    return [(question.label_printed, question.text) for question in split.questions]


def letters(text):
    return "".join(text.split())


def letters_of(split):
    questions = "".join(question.label_printed + question.text for question in split.questions)
    return letters(split.intro + questions + split.closing)


@pytest.mark.parametrize(
    ("labels", "kind"),
    [
        (["1.", "2.", "3."], "numbered"),
        (["1)", "2)", "3)"], "numbered"),
        (["(1)", "(2)", "(3)"], "numbered"),
        (["- 1.", "- 2.", "- 3."], "numbered"),
        (["Fråga 1:", "Fråga 2:", "Fråga 3:"], "numbered"),
        (["**1.**", "**2.**", "**3.**"], "numbered"),
        (["a)", "b)", "c)"], "numbered"),
        (["1.", "2.", "2."], "numbered"),
        (["1.", "1.", "1."], "numbered"),
        (["-", "-", "-"], "bulleted"),
        (["–", "–", "–"], "bulleted"),
        (["•", "•", "•"], "bulleted"),
        (["*", "*", "*"], "bulleted"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n\n"])
def test_marked_questions_are_found_with_their_marks(labels, kind, gap):
    texts = ["Hur många platser saknas?", "Vad kostar de", "När byggs de?"]
    listed = gap.join(f"{label} {text}" for label, text in zip(labels, texts, strict=True))

    split = split_questions(f"Bussen är full.\n\n{CUE}\n{listed}\n\nAnna Ek (S)")

    assert split.intro == f"Bussen är full.\n\n{CUE}"
    assert found(split) == list(zip(labels, texts, strict=True))
    assert (split.closing, split.kind) == ("Anna Ek (S)", kind)


def test_numbered_questions_on_one_line_are_found():
    split = split_questions(f"{CUE} 1. Hur går det? 2. Vad kostar 3 kap. 5 platser? 3. När?\n\nA")

    assert found(split) == [
        ("1.", "Hur går det?"),
        ("2.", "Vad kostar 3 kap. 5 platser?"),
        ("3.", "När?"),
    ]


def test_question_keeps_its_continuation_lines_and_paragraphs():
    split = split_questions(
        "Frågor:\n1. Hur länge får\n   man vänta?\n\nI dag är det långt.\n2. Vem?"
    )

    assert found(split) == [
        ("1.", "Hur länge får\n   man vänta?\n\nI dag är det långt."),
        ("2.", "Vem?"),
    ]


def test_last_question_ends_before_a_signature_without_blank_line():
    asked = split_questions(f"{CUE}\n- Hur?\n- Varför?\nAnna Ek (S)\nBo Al (–)")
    unasked = split_questions(f"{CUE}\n- Hur\n- Varför inte\nAnna Ek (S)")

    assert (asked.closing, unasked.closing) == ("Anna Ek (S)\nBo Al (–)", "Anna Ek (S)")


def test_list_in_the_motivation_is_not_taken_for_the_questions():
    text = f"Planens mål:\n1. Fler bussar\n2. Färre bilar\n\nVad hände?\n\n{CUE}\n1. Hur?\n2. När?"

    split = split_questions(text)

    assert split.intro.endswith(CUE)
    assert found(split) == [("1.", "Hur?"), ("2.", "När?")]


def test_bold_questions_are_headings():
    split = split_questions("Om bussar\n\n**Hur går det?**\n\nJag undrar.\n\n**När kommer de?**")

    assert found(split) == [("", "**Hur går det?**\n\nJag undrar."), ("", "**När kommer de?**")]
    assert (split.intro, split.kind) == ("Om bussar", "heading")


def test_unmarked_questions_after_the_cue_are_one_sentence_each():
    split = split_questions(
        "Det är kallt.\n\nMin fråga: Vad görs? Om inget,\nvarför?\n\nNär?\n\nAnna Ek"
    )

    assert found(split) == [("", "Vad görs?"), ("", "Om inget,\nvarför?"), ("", "När?")]
    assert (split.intro, split.closing) == ("Det är kallt.\n\nMin fråga:", "Anna Ek")


def test_single_question_in_running_text_is_found():
    split = split_questions(
        "Det är kallt i skolan t.ex. på vintern. Vad gör nämnden? Tack.\n\nAnna Ek"
    )

    assert split.questions == (FoundQuestion("", "Vad gör nämnden?", 40, 56),)
    assert split.closing == "Tack.\n\nAnna Ek"


def test_text_without_a_question_is_all_intro():
    split = split_questions("Interpellationen får ställas.\n")

    assert (split.intro, split.questions, split.kind) == (
        "Interpellationen får ställas.",
        (),
        "none",
    )


@pytest.mark.parametrize(
    ("labels", "kind"),
    [(["1.", "2."], "numbered"), (["-", "-"], "bulleted"), (["", ""], "lines")],
)
@pytest.mark.parametrize("att", ["att", "**att**", "Att"])
def test_points_are_found_with_their_att(labels, kind, att):
    first, second = f"{att} bygga en bro, samt", f"{att} måla den."
    listed = f"{labels[0]} {first}\n{labels[1]} {second}"

    split = split_points(
        f"Bron saknas.\n\nJag föreslår fullmäktige besluta\n\n{listed}\n\nBo Al (M)"
    )

    assert found(split) == [(labels[0], first), (labels[1], second)]
    assert (split.kind, split.closing) == (kind, "Bo Al (M)")


def test_points_without_att_are_found_after_what_announces_them():
    split = split_points(
        "Därför föreslår vi nämnden att:\n\n- bygga en bro,\n- måla den.\n\nBo Al (M)"
    )

    assert found(split) == [("-", "bygga en bro,"), ("-", "måla den.")]


def test_single_point_in_running_text_starts_at_att():
    split = split_points("Bron är ful.\n\nJag yrkar därför att bron målas. Snart.\n\nBo Al (M)")

    assert found(split) == [("", "att bron målas. Snart.")]
    assert split.intro == "Bron är ful.\n\nJag yrkar därför"


def test_text_without_a_point_is_all_intro():
    assert split_points("Bron är ful.").kind == "none"


pieces = st.sampled_from(
    [
        *("1.", "2.", "(3)", "-", "•", "a)", "Fråga 4:", "att", "?", ".", ":", "**"),
        *("\n", "\n\n", " ", "\t", "\r\n"),
        *("Följande frågor", "föreslår", "Vad görs", "Anna Ek (S)"),
    ]
)


@given(st.lists(pieces).map("".join) | st.text())
def test_no_word_is_lost_or_changed(text):
    for split in (split_questions(text), split_points(text)):
        assert letters_of(split) == letters(text)
        assert [text[each.start : each.end] for each in split.questions] == [
            each.text for each in split.questions
        ]


@pytest.mark.seeds
def test_seed_interpellation_has_five_bulleted_questions():
    text = _read(settings.SOURCES / "001_a110a959cdabe1cd.txt")

    split = split_questions(text[text.index("## **Interpellation") :])

    assert (len(split.questions), split.kind) == (5, "bulleted")
    assert split.questions[3].text.startswith("Hur kan staden bli bättre")
    assert split.closing == "Emil Thessén (–)\n\nVästerås 2021-03-10"


@pytest.mark.seeds
def test_seed_answer_quotes_five_numbered_questions():
    text = _read(settings.SOURCES / "001_a110a959cdabe1cd.txt")

    split = split_questions(text[: text.index("## **Interpellation")])

    assert [each.label_printed for each in split.questions] == [f"- {n}." for n in range(1, 6)]


@pytest.mark.material
@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("021_goteborg_interpellation", ["1.", "2.", "3."]),
        ("024_goteborg_interpellation", ["", ""]),
        ("056_ljungby_interpellation", ["1.", "2.", "3.", "4."]),
        ("058_danderyd_interpellation", ["1.", "2.", "6.", "6."]),
    ],
)
def test_real_interpellation_gives_the_questions_a_reader_finds(name, labels):
    split = split_questions(_read(MATERIAL / f"{name}.txt"))

    assert [each.label_printed for each in split.questions] == labels


@pytest.mark.material
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("036_goteborg_svar_pa_motion", 2),
        ("042_molndal_svar_pa_motion", 3),
        ("068_botkyrka_motion", 1),
    ],
)
def test_real_motion_gives_the_points_a_reader_finds(name, count):
    assert len(split_points(_read(MATERIAL / f"{name}.txt")).questions) == count


def _read(file):
    if not file.exists():
        pytest.skip(f"no real documents in {file.parent.name}/ (ARENDEN_SOURCES)")
    return file.read_text(encoding="utf-8")
