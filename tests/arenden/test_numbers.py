"""Diary numbers: templates, normal form, search."""

import re
import unicodedata
from datetime import date

import pytest
from django.conf import settings
from hypothesis import assume, given
from hypothesis import strategies as st

from ärenden import numbers
from ärenden.numbers import NumberParts

# Every pattern of the domain brief: template, series, day, sequence, class, document, as printed.
PATTERNS = [
    ("{series}-{year}-{seq:5}", "KSN", date(2021, 9, 1), 2542, "", None, "KSN-2021-02542"),
    ("{series}-{year}-{seq:4}", "KSN", date(2015, 9, 1), 1158, "", None, "KSN-2015-1158"),
    ("{year}.{seq:3} {series}", "KS", date(2022, 9, 1), 499, "", None, "2022.499 KS"),
    ("{year}/{seq}-{series}", "KS", date(2015, 9, 1), 263, "", None, "2015/263-KS"),
    ("{series} {year}/{seq}", "KS", date(2018, 9, 1), 14, "", None, "KS 2018/14"),
    ("{series}-{year}-{seq:5}", "SLK", date(2026, 9, 1), 676, "", None, "SLK-2026-00676"),
    ("{series}/{year}:{seq}", "KS", date(2019, 9, 1), 279, "", None, "KS/2019:279"),
    ("{series}/{year}:{seq:5}-{doc}", "KS", date(2020, 9, 1), 541, "", 1, "KS/2020:00541-1"),
    ("{series}/{year}:{seq}", "KSKF", date(2014, 9, 1), 1, "", None, "KSKF/2014:1"),
    ("{year}/{series} {seq:4} {class}", "KS", date(2018, 9, 1), 1, "001", None, "2018/KS 0001 001"),
    (
        "{year}{series}{seq:4}.{class}",
        "KSM",
        date(2016, 9, 1),
        1221,
        "042",
        None,
        "2016KSM1221.042",
    ),
    ("{series}-{year}/{seq}.{class}", "KS", date(2014, 9, 1), 742, "912", None, "KS-2014/742.912"),
    ("{series} {seq}-{year}", "RS", date(2025, 9, 1), 912, "", None, "RS 912-2025"),
    ("{series} {yymm}-{seq:4}", "LS", date(2012, 2, 1), 260, "", None, "LS 1202-0260"),
    ("{series} {year}-{seq}", "KS", date(2014, 9, 1), 334, "", None, "KS 2014-334"),
    ("{series}{year}/{seq:4}", "KS", date(2026, 9, 1), 1005, "", None, "KS2026/1005"),
    ("{series}{year}/{seq:4}-{doc}", "KS", date(2020, 9, 1), 942, "", 4, "KS2020/0942-4"),
    ("{series}{yy}/{seq}", "KS", date(2013, 9, 1), 7, "", None, "KS13/7"),
    ("{series} {yy}/{seq} {class}", "Ks", date(1997, 9, 1), 1155, "253", None, "Ks 97/1155 253"),
    ("{series}/{year}/{seq:4}", "KS", date(2014, 9, 1), 73, "", None, "KS/2014/0073"),
    ("{year}-{series}{seq:4}/{class}", "KS", date(2013, 9, 1), 548, "003", None, "2013-KS0548/003"),
    ("{year}/{seq}-{class}", "KS", date(2011, 9, 1), 47, "041", None, "2011/47-041"),
    ("{series}-{seq:4}/{yy}", "N050", date(2022, 9, 1), 247, "", None, "N050-0247/22"),
    ("{class}-{seq:4}/{year}", "SN", date(2011, 9, 1), 463, "1.6", None, "1.6-0463/2011"),
    ("{year}/{seq:4} {series}-{doc}", "KS", date(2018, 9, 1), 219, "", 5, "2018/0219 KS-5"),
]
ALLOTTED = [pattern for pattern in PATTERNS if pattern[5] is None]
templates = st.sampled_from(sorted({(pattern[0], pattern[1]) for pattern in ALLOTTED}))


def finds(query, stored):
    """Whether a search finds a number, as the database asks it."""
    return any(set(reading) <= set(stored) for reading in numbers.query_readings(query))


@pytest.mark.parametrize("pattern", ALLOTTED, ids=lambda pattern: pattern[-1])
def test_number_is_printed(pattern):
    template, series, on, sequence, classification, _, printed = pattern
    facts = {"series": series, "on": on, "sequence": sequence, "classification": classification}

    assert numbers.render(template, **facts) == printed


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern[-1])
def test_number_is_read_back(pattern):
    template, series, on, sequence, classification, document, printed = pattern

    assert numbers.parse(template, printed) == NumberParts(
        sequence=sequence,
        series=series if "{series}" in template else None,
        year=on.year,
        month=on.month if "{yymm}" in template else None,
        classification=classification or None,
        document=document,
    )


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern[-1])
def test_number_is_found_by_sequence_alone_or_with_year_or_series_in_any_order(pattern):
    template, series, on, sequence, _, _, printed = pattern
    stored = numbers.search_tokens(printed, numbers.parse(template, printed))
    queries = [f"{sequence}", f"0{sequence}", f"{on.year}/{sequence}", f"{sequence:05}-{on.year}"]
    if "{series}" in template:
        queries += [f"{series} {sequence}", f"{sequence} {series.lower()}"]

    missed = [query for query in queries if not finds(query, stored)]

    assert missed == []


@pytest.mark.parametrize(
    "query",
    ["KS 2018/14", "ks2018-014", "14/2018 KS", "2018 ks 14", "KS 18/14", "18/14", "dnr KS/2018:14"],
)
def test_search_ignores_spelling_padding_and_order(query):
    assert finds(query, numbers.search_tokens("KS 2018/0014", NumberParts(year=2018)))


@pytest.mark.parametrize(
    "query", ["18", "KS 18", "14/14", "1814", "201814", "KS 2018/4", "KF 2018/14", "2014/18"]
)
def test_search_does_not_find_another_number(query):
    assert not finds(query, numbers.search_tokens("KS 2018/14", NumberParts(year=2018)))


def test_search_for_a_low_sequence_does_not_find_the_classification():
    template = "{year}/{series} {seq:4} {class}"

    read = numbers.parse(template, "2018/KS 0290 10")
    stored = numbers.search_tokens("2018/KS 0290 10", read)

    assert stored == ("2018", "ks", "290")
    assert numbers.key("2018/ks 290 10") == numbers.key("2018/KS 0290 10")


def test_short_year_is_found_by_the_whole_year():
    stored = numbers.search_tokens("KS13/5", NumberParts(year=2013))

    assert [finds(query, stored) for query in ("KS 2013/5", "KS 13/5", "KS 2014/5")] == [
        True,
        True,
        False,
    ]


def test_sequence_equal_to_the_year_needs_both():
    stored = numbers.search_tokens("SLK-2018-02018", NumberParts(year=2018))

    assert stored == ("slk", "2018", "2018·2")
    assert not finds("2018/2018", numbers.search_tokens("SLK-2018-00007", NumberParts(year=2018)))


@pytest.mark.parametrize(
    "query", ["", "skola", "KS", "kommunstyrelsen 2018", "1 2 3 4 5 6 7 8 9", "–"]
)
def test_query_readings_is_empty_when_it_cannot_be_a_number(query):
    assert numbers.query_readings(query) == ()


def test_key_levels_spelling_but_never_joins_runs():
    keys = [numbers.key(text) for text in ("KS/2018:4", "Ks 2018-004", "KS 20/184", "KS 2018/44")]

    assert keys == ["ks·2018·4", "ks·2018·4", "ks·20·184", "ks·2018·44"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016KSM1221.042", ("2016", "ksm", "1221", "42")),
        ("A\u030aKS 2018/000", ("åks", "2018", "0")),
        ("SLK-2023- 00001", ("slk", "2023", "1")),
    ],
)
def test_tokens_split_where_letters_meet_digits(text, expected):
    assert numbers.tokens(text) == expected


@pytest.mark.parametrize(("reset", "period"), [("yearly", 2026), ("monthly", 202611), ("never", 0)])
def test_reset_period_is_a_number(reset, period):
    assert numbers.reset_period(reset, on=date(2026, 11, 23)) == period


@pytest.mark.parametrize("text", ["KF 2018", "2018/14", "KS 18/14", "KS 2018/14 10", ""])
def test_parse_gives_nothing_when_the_number_does_not_fit(text):
    assert numbers.parse("{series} {year}/{seq}", text) is None


@pytest.mark.parametrize("classification", ["", "1 2", "1.", "–"])
def test_render_asks_for_a_classification_that_can_be_printed(classification):
    facts = {"series": "KS", "on": date(2026, 1, 1), "sequence": 1}

    with pytest.raises(numbers.NumberIncomplete, match="Ange klassificeringen, som ingår i numret"):
        numbers.render("{year}/{seq} {class}", **facts, classification=classification)


@pytest.mark.parametrize(
    ("template", "reset", "sentence"),
    [
        ("{organ} {year}/{seq}", "yearly", "Mallen har en okänd del inom klamrar."),
        ("{series} {year:4}/{seq}", "yearly", "Mallen har en okänd del inom klamrar."),
        ("{series} {seq} {seq:5} {year}", "yearly", "Ta bort den del som står två gånger"),
        ("{series} {year}", "yearly", "Lägg till löpnumret, {seq}, i mallen"),
        ("{series} {seq}", "yearly", "Lägg till {year} eller {yy} eller {yymm} i mallen"),
        ("{series} {year}/{seq}", "monthly", "Lägg till {yymm} i mallen"),
        ("{year}{seq}", "yearly", "Sätt skiljetecken mellan delarna"),
        ("{series}/{year}:{seq}-{doc}", "yearly", "Ta bort {doc}"),
        ("{year}/{seq} F{series}", "yearly", "Sätt skiljetecken mellan delarna"),
    ],
)
def test_validate_template_explains_what_to_mend(template, reset, sentence):
    with pytest.raises(numbers.TemplateRefused) as refused:
        numbers.validate_template(template, series="KS", reset=reset)

    assert str(refused.value).startswith(sentence)


def test_validate_template_refuses_a_series_whose_code_runs_into_the_sequence():
    with pytest.raises(numbers.TemplateRefused):
        numbers.validate_template("{series}{seq:4}/{yy}", series="N050", reset="yearly")

    assert numbers.validate_template("{series}{seq:4}/{yy}", series="N", reset="yearly") is None


@pytest.mark.parametrize(("template", "series"), sorted({pattern[:2] for pattern in ALLOTTED}))
def test_validate_template_accepts_every_known_pattern(template, series):
    assert numbers.validate_template(template, series=series, reset="yearly") is None


@given(
    templates,
    st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)),
    st.integers(min_value=0, max_value=10**7),
    st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,2})?", fullmatch=True),
)
def test_parse_reads_what_render_prints(known, on, sequence, classification):
    template, series = known
    facts = {"series": series, "on": on, "sequence": sequence, "classification": classification}
    printed = numbers.render(template, **facts)

    read = numbers.parse(template, printed)

    assert read == NumberParts(
        sequence=sequence,
        series=series if "{series}" in template else None,
        year=on.year,
        month=on.month if "{yymm}" in template else None,
        classification=classification if "{class}" in template else None,
    )


@given(
    st.permutations(["{series}", "{year}", "{seq:3}", "{class}"]),
    st.lists(st.sampled_from(["", "/", "-", " ", ".", "x"]), min_size=3, max_size=3),
)
def test_accepted_templates_never_print_equal_keys_within_a_period(parts, separators):
    template = "".join(a + b for a, b in zip(parts, [*separators, ""], strict=True))
    assume(_is_accepted(template))

    keys = {numbers.key(_number(template, each)) for each in (1, 4, 14, 41, 111, 2026)}

    assert len(keys) == 6


def _is_accepted(template):
    try:
        numbers.validate_template(template, series="KS", reset="yearly")
    except numbers.TemplateRefused:
        return False
    return True


def _number(template, sequence):
    on = date(2026, 5, 1)
    return numbers.render(template, series="KS", on=on, sequence=sequence, classification="4")


@pytest.mark.material
def test_tokens_of_real_numbers_lose_nothing():
    printed = _real_numbers()

    lost = [text for text in printed if _without_zeros(text) != "".join(numbers.tokens(text))]

    assert lost == []


@pytest.mark.material
def test_real_numbers_are_found_as_printed():
    printed = _real_numbers()

    missed = [
        text
        for text in printed
        if not finds(text, numbers.search_tokens(text, NumberParts(year=1900)))
    ]

    assert missed == []


def _real_numbers():
    table = settings.SOURCES.parent / "material" / "diarienummer.tsv"
    if not table.exists():
        pytest.skip("no real diary numbers in material/ (ARENDEN_SOURCES)")
    rows = table.read_text(encoding="utf-8").splitlines()[1:]
    return [row.split("\t")[1] for row in rows]


def _without_zeros(text):
    bare = re.sub(r"(?<!\d)0+(?=\d)", "", unicodedata.normalize("NFC", text.casefold()))
    return "".join(character for character in bare if character.isalnum())
