"""Diary numbers: printed by a template, kept verbatim, found in any spelling.

Separators are levelled, never deleted: KS 1/23 is another number than KS 12/3.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

_FORMS: Final = {
    "series": r"[^\W_]+?",
    "year": r"[12]\d{3}",
    "yymm": r"\d{2}(?:0[1-9]|1[0-2])",
    "yy": r"\d{2}",
    "seq": r"\d+",
    "class": r"[^\W_]+(?:\.[^\W_]+)*",
    "doc": r"\d+",
}
_LABELS: Final = {
    "series": "seriens kod",
    "class": "klassificeringen",
    "doc": "handlingens nummer",
}
_NEEDED_BY_RESET: Final = {"yearly": {"year", "yymm", "yy"}, "monthly": {"yymm"}, "never": set()}
_TOKEN: Final = re.compile(
    rf"\{{(?P<name>{'|'.join(_FORMS)})(?:(?<=seq):(?P<width>[1-9]))?\}}"  # only seq has a width
)
_RUN: Final = re.compile(r"[^\W\d_]+|\d+")
_WORDS_BEFORE: Final = frozenset(
    {"dnr", "nr", "diarienr", "diarienummer", "ärendenummer", "interpellation", "fråga", "motion"}
)
_LONGEST_CODE: Final = 6
_MOST_RUNS: Final = 8
_FIRST_YY_OF_THE_1900S: Final = 70


class TemplateRefused(ValueError):
    """The template cannot number a series; the message is the sentence to show."""


class NumberIncomplete(ValueError):
    """The template prints a part that was not given; the message is the sentence to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberParts:
    """What a printed number says; what its template does not print is None."""

    sequence: int
    series: str | None = None
    year: int | None = None
    month: int | None = None
    classification: str | None = None
    document: int | None = None


def render(
    template: str,
    *,
    series: str,
    on: date,
    sequence: int,
    classification: str = "",
    document: int | None = None,
) -> str:
    """The number as it is printed; `on` is the day of registration."""
    texts = {
        "series": series,
        "year": f"{on.year}",
        "yymm": f"{on:%y%m}",
        "yy": f"{on:%y}",
        "seq": f"{sequence}",
        "class": classification,
        "doc": "" if document is None else f"{document}",
    }
    for found in _TOKEN.finditer(template):
        if not texts[found["name"]]:
            raise NumberIncomplete(f"Ange {_LABELS[found['name']]}, som ingår i numret")
    return _nfc(
        _TOKEN.sub(lambda found: texts[found["name"]].zfill(int(found["width"] or 0)), template)
    )


def parse(template: str, text: str) -> NumberParts | None:
    """The parts of a number, None when it does not fit; padding is not demanded."""
    found = re.fullmatch(_pattern(template), _nfc(text).strip())
    if found is None:
        return None
    said = found.groupdict()
    year, month = _year_and_month(said)
    return NumberParts(
        sequence=int(said["seq"]),
        series=said.get("series"),
        year=year,
        month=month,
        classification=said.get("class"),
        document=int(said["doc"]) if "doc" in said else None,
    )


def validate_template(template: str, *, series: str, reset: str) -> None:
    """Refuse a template whose numbers could be equal, or not be read back and found."""
    names = [found["name"] for found in _TOKEN.finditer(template)]
    needed = _NEEDED_BY_RESET[reset]
    if re.search(r"[{}]", _TOKEN.sub("", template)):
        known = ", ".join(f"{{{name}}}" for name in _FORMS)
        raise TemplateRefused(f"Mallen har en okänd del inom klamrar. De som finns är {known}")
    if len(names) != len(set(names)):
        raise TemplateRefused("Ta bort den del som står två gånger i mallen")
    if "seq" not in names:
        raise TemplateRefused("Lägg till löpnumret, {seq}, i mallen")
    if needed and needed.isdisjoint(names):
        shown = " eller ".join(f"{{{name}}}" for name in sorted(needed))
        raise TemplateRefused(f"Lägg till {shown} i mallen, annars kommer samma nummer tillbaka")
    if not _is_readable(template, series=series):
        raise TemplateRefused("Sätt skiljetecken mellan delarna i mallen, så att de går att skilja")


def reset_period(reset: str, *, on: date) -> int:
    """The period whose counter a number takes: 2026, 202611, or 0 for a series never reset."""
    return {"yearly": on.year, "monthly": on.year * 100 + on.month, "never": 0}[reset]


def tokens(text: str) -> tuple[str, ...]:
    """The runs of letters and of digits, in order, without case and leading zeros."""
    return tuple(map(_bare, _runs(text)))


def key(text: str) -> str:
    """The normal form in which two spellings of one number are equal: ks·2018·14."""
    return "·".join(tokens(text))


def search_tokens(
    text: str, *, year: int | None = None, template: str | None = None
) -> tuple[str, ...]:
    """What a stored number is found by: its tokens and the whole year of its registration.

    Classification and document number are left out where the template tells them apart: shared
    by hundreds of cases, they would answer every search for a low sequence number.
    """
    parts = parse(template, text) if template else None
    found = Counter(tokens(text))
    if parts:
        found -= Counter(tokens(f"{parts.classification or ''} {parts.document or ''}"))
    if year:
        found |= Counter([str(year)])
    return _distinct(found)


def query_readings(text: str) -> tuple[tuple[str, ...], ...]:
    """What a typed number can mean; empty when it cannot be one.

    A case is found when its search tokens contain all tokens of one reading. Two digits beside
    others may be a short year, so 18/14 also reads as 2018 and 14. A number typed in full, with
    its classification, is found by `key`.
    """
    runs = _runs(text)
    while runs and runs[0] in _WORDS_BEFORE:
        runs = runs[1:]
    if not _could_be_number(runs):
        return ()
    readings = [runs, *_with_whole_year(runs)]
    return tuple(_distinct(Counter(map(_bare, reading))) for reading in readings)


def _pattern(template: str) -> str:
    pieces = _TOKEN.split(_nfc(template))
    names = [f"(?P<{name}>{_FORMS[name]})" for name in pieces[1::3]]
    literals = [re.escape(piece) for piece in pieces[::3]]
    return "".join(a + b for a, b in zip(literals, [*names, ""], strict=True))


def _year_and_month(said: dict[str, str]) -> tuple[int | None, int | None]:
    if "yymm" in said:
        return _whole_year(said["yymm"][:2]), int(said["yymm"][2:])
    if "yy" in said:
        return _whole_year(said["yy"]), None
    return (int(said["year"]) if "year" in said else None), None


def _whole_year(yy: str) -> int:
    return int(yy) + (1900 if int(yy) >= _FIRST_YY_OF_THE_1900S else 2000)


def _is_readable(template: str, *, series: str) -> bool:
    """Whether a sample can be read back, and found by its series and by its sequence alone."""
    sample = render(
        template, series=series, on=date(2031, 12, 1), sequence=6543, classification="7", document=8
    )
    read = parse(template, sample)
    wanted = {"6543", *(tokens(series) if "{series}" in template else ())}
    is_found = wanted <= set(tokens(sample))
    return is_found and read is not None and read.sequence == 6543 and read.series in (None, series)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _runs(text: str) -> list[str]:
    return _RUN.findall(_nfc(text.casefold()))


def _bare(run: str) -> str:
    return run.lstrip("0") or "0"


def _distinct(found: Counter[str]) -> tuple[str, ...]:
    """Repeated tokens told apart, so that searching 14/14 does not find every 14."""
    return tuple(
        token if earlier == 0 else f"{token}·{earlier + 1}"
        for token, count in found.items()
        for earlier in range(count)
    )


def _could_be_number(runs: list[str]) -> bool:
    codes = [run for run in runs if not run.isdecimal()]
    has_digits = len(codes) < len(runs) <= _MOST_RUNS
    return has_digits and all(len(code) <= _LONGEST_CODE for code in codes)


def _with_whole_year(runs: list[str]) -> list[list[str]]:
    """The readings in which one pair of digits is a year."""
    if sum(map(str.isdecimal, runs)) < 2:
        return []
    return [
        [*runs[:place], str(_whole_year(run)), *runs[place + 1 :]]
        for place, run in enumerate(runs)
        if run.isdecimal() and len(run) == 2
    ]
