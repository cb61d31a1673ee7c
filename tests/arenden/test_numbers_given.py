"""Numbers given elsewhere: what they surely say, and nothing that is guessed."""

import pytest

from ärenden import numbers

KNOWN = [
    ("KSN-2021-02542", {"series": "KSN", "year": 2021, "sequence": 2542}),
    ("2022.499 KS", {"series": "KS", "year": 2022, "sequence": 499}),
    ("2015/263-KS", {"series": "KS", "year": 2015, "sequence": 263}),
    ("KS 2018/14", {"series": "KS", "year": 2018, "sequence": 14}),
    ("KS/2019:279", {"series": "KS", "year": 2019, "sequence": 279}),
    ("KS/2020:00541-1", {"series": "KS", "year": 2020, "sequence": 541, "document": 1}),
    (
        "2018/KS 0290 10",
        {"series": "KS", "year": 2018, "sequence": 290, "classification": "10"},
    ),
    (
        "2016KSM1221.042",
        {"series": "KSM", "year": 2016, "sequence": 1221, "classification": "042"},
    ),
    (
        "KS-2014/742.912",
        {"series": "KS", "year": 2014, "sequence": 742, "classification": "912"},
    ),
    ("RS 912-2025", {"series": "RS", "year": 2025, "sequence": 912}),
    ("LS 1202-0260", {"series": "LS", "year": 2012, "month": 2, "sequence": 260}),
    ("KS 2014-334", {"series": "KS", "year": 2014, "sequence": 334}),
    ("KS2020/0942-4", {"series": "KS", "year": 2020, "sequence": 942, "document": 4}),
    ("Bun/2025:2", {"series": "BUN", "year": 2025, "sequence": 2}),
    ("KS13/7", {"series": "KS", "year": 2013, "sequence": 7}),
    ("P 2019-0254", {"series": "P", "year": 2019, "sequence": 254}),
    ("KS/2014/0073", {"series": "KS", "year": 2014, "sequence": 73}),
    (
        "2013-KS0548/003",
        {"series": "KS", "year": 2013, "sequence": 548, "classification": "003"},
    ),
    ("2011/47-041", {"year": 2011, "sequence": 47, "classification": "041"}),
]


@pytest.mark.parametrize(("text", "parts"), KNOWN, ids=[text for text, _ in KNOWN])
def test_form_that_is_known_is_read(text: str, parts: dict[str, object]) -> None:
    read = numbers.recognise(text, own=())

    assert read is not None
    assert read.known() == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("RS 1112-2025", {"series": "RS"}),  # 1112 of 2025, or 2025 of December 2011
        ("KS 2012-334", {"series": "KS", "sequence": 334}),  # 2012, or December 2020
    ],
)
def test_part_that_the_forms_disagree_on_is_not_told(text: str, parts: dict[str, object]) -> None:
    read = numbers.recognise(text, own=())

    assert read is not None
    assert read.known() == parts


@pytest.mark.parametrize("text", ["KS 14", "2018/14", "N050-0247/22", "KS20261005", "–"])
def test_unknown_form_is_not_guessed_at(text: str) -> None:
    assert numbers.recognise(text, own=()) is None


@pytest.mark.parametrize(
    ("text", "own", "parts"),
    [
        (
            "RS 1112-2025",
            [("{series} {seq}-{year}", "RS")],
            {"series": "RS", "year": 2025, "sequence": 1112},
        ),
        ("ks 14", [("{series} {seq}", "KS")], {"series": "KS", "sequence": 14}),
        ("2018/14", [("{year}/{seq}", "KS")], {"series": "KS", "year": 2018, "sequence": 14}),
        (
            "2018/14",
            [("{year}/{seq}", "KS"), ("{year}/{seq}", "BUN")],
            {"year": 2018, "sequence": 14},
        ),
        (
            "BUN 2018/14",
            [("{series} {year}/{seq}", "KS")],
            {"series": "BUN", "year": 2018, "sequence": 14},
        ),
    ],
)
def test_own_templates_go_before_what_others_use(
    text: str, own: list[tuple[str, str]], parts: dict[str, object]
) -> None:
    read = numbers.recognise(text, own=own)

    assert read is not None
    assert read.known() == parts
