"""What the law demands of a text and of the one who hands it in; and the text's one wording."""

from hashlib import sha256

import pytest

from ärenden.choices import CaseType
from ärenden.drafting import (
    Standing,
    Written,
    as_text,
    checksum,
    hindrances,
    reminders,
    tidied,
)

MEMBER = Standing(is_member=True)
SUBSTITUTE = Standing(is_member=False, is_substitute=True)
WHOLE = Written(
    case_type=CaseType.INTERPELLATION,
    title="Interpellation om bänkarna",
    addressee="Sven Svar (S), ordförande i kommunstyrelsen",
    motivation="De är slitna.\n\nMycket slitna.",
    question_intro="Jag frågar:",
    items=("Hur många?", "När?"),
)


def test_text_is_the_whole_paper_in_reading_order() -> None:
    assert as_text(WHOLE, body="Kommunfullmäktige", signed=["Frida Fråga (V)"]) == (
        "Interpellation till Sven Svar (S), ordförande i kommunstyrelsen\n\n"
        "Interpellation om bänkarna\n\n"
        "De är slitna.\n\nMycket slitna.\n\n"
        "Jag frågar:\n\n"
        "1. Hur många?\n\n2. När?\n\n"
        "Frida Fråga (V)\n"
    )


def test_motion_is_put_to_the_council() -> None:
    motion = Written(case_type=CaseType.MOTION, title="Cykelställ", items=("att de byggs",))

    assert as_text(motion, body="Kommunfullmäktige") == (
        "Motion till Kommunfullmäktige\n\nCykelställ\n\n1. att de byggs\n"
    )


def test_checksum_is_what_anyone_computes_of_the_text() -> None:
    text = as_text(WHOLE, body="KF")

    assert checksum(text) == sha256(text.encode("utf-8")).hexdigest()


def test_tidying_changes_no_word() -> None:
    typed = Written(
        case_type=CaseType.QUESTION,
        title="  Fråga om\r\nbänkar ",
        motivation="\r\nFo\u0308rst.\r\n",
        items=(" Hur många? ", "", "  "),
    )

    assert tidied(typed) == Written(
        case_type=CaseType.QUESTION,
        title="Fråga om bänkar",
        motivation="Fo\u0308rst.".replace("o\u0308", "ö"),
        items=("Hur många?",),
    )


EMPTY = {
    CaseType.INTERPELLATION: {"title", "motivation", "addressee", "items"},
    CaseType.QUESTION: {"title", "addressee", "items"},
    CaseType.MOTION: {"title", "items"},
}


@pytest.mark.parametrize("case_type", EMPTY)
def test_empty_text_is_told_everything_it_lacks(case_type: CaseType) -> None:
    found = hindrances(Written(case_type=case_type), MEMBER)

    assert {refusal.code for refusal in found} == EMPTY[case_type]
    assert all(refusal.source for refusal in found if refusal.code != "title")


def test_whole_text_of_a_ledamot_is_hindered_by_nothing() -> None:
    assert hindrances(WHOLE, MEMBER) == ()


STANDINGS = [
    (Standing(is_member=False), ["standing"]),
    (SUBSTITUTE, ["standing"]),
    (Standing(is_member=False, is_substitute=True, meets_today=True), ["serves"]),
    (Standing(is_member=False, is_substitute=True, meets_today=True, serves=True), []),
    (Standing(is_member=True, unsigned=("Kim",)), ["signatures"]),
    (Standing(is_member=True, without_seat=("Kim",)), ["signatures"]),
]


@pytest.mark.parametrize(("standing", "codes"), STANDINGS)
def test_standing_decides_at_the_moment_of_handing_in(standing: Standing, codes: list[str]) -> None:
    assert [refusal.code for refusal in hindrances(WHOLE, standing)] == codes


@pytest.mark.parametrize(
    ("may_be_asked", "sources"),
    [
        (True, ["arbetsordning", "61 §", "62 §"]),
        (False, ["arbetsordning", "59 §", "61 §", "62 §"]),
    ],
)
def test_what_the_council_alone_decides_hinders_nothing(
    sources: list[str], *, may_be_asked: bool
) -> None:
    found = reminders(WHOLE, may_be_asked=may_be_asked)

    assert len(found) == len(sources)
    assert all(source in reminder.source for source, reminder in zip(sources, found, strict=True))
