"""Diary numbers: printed by a template, kept verbatim, found in any spelling.

Separators are levelled, never deleted: KS 1/23 is another number than KS 12/3.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Final

CLASSIFICATION: Final = r"[^\W_]+(?:\.[^\W_]+)*"
_FORMS: Final = {
    "series": r"[^\W_]+?",
    "year": r"[12]\d{3}",
    "yymm": r"\d{2}(?:0[1-9]|1[0-2])",
    "yy": r"\d{2}",
    "seq": r"\d+",
    "class": CLASSIFICATION,
    "doc": r"\d+",
}
# Those that Swedish municipalities and regions are known to use; padding is not told.
_KNOWN: Final = (
    *("{series} {year}/{seq}", "{series} {year}-{seq}", "{series} {seq}-{year}"),
    *("{series}-{year}-{seq}", "{series}-{year}/{seq}", "{series}-{year}/{seq}.{class}"),
    *("{series}/{year}/{seq}", "{series}/{year}:{seq}", "{series}/{year}:{seq}-{doc}"),
    *("{series}{year}/{seq}", "{series}{year}/{seq}-{doc}"),
    *("{series}{yy}/{seq}", "{series} {yy}/{seq} {class}", "{series} {yymm}-{seq}"),
    *("{year}.{seq} {series}", "{year}/{seq}-{series}", "{year}/{seq} {series}-{doc}"),
    *("{year}/{series}{seq}", "{year}/{series} {seq} {class}", "{year}/{seq}-{class}"),
    *("{year}{series}{seq}.{class}", "{year}-{series}{seq}/{class}"),
)
CLASSIFICATION_MISSING: Final = "Ange klassificeringen, som ingår i numret, som 1.2 eller 042"
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
_YEARS: Final = range(1970, 2070)


class TemplateRefused(ValueError):
    """The template cannot number a series; the message is the sentence to show."""


class NumberIncomplete(ValueError):
    """The template prints a classification; the message is the sentence to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberParts:
    """What a number says; what is not printed, or not sure, is None."""

    sequence: int | None = None
    series: str | None = None
    year: int | None = None
    month: int | None = None
    classification: str | None = None
    document: int | None = None

    def known(self) -> dict[str, str | int]:
        return {name: value for name, value in asdict(self).items() if value is not None}


def render(template: str, *, series: str, on: date, sequence: int, classification: str = "") -> str:
    """The number as it is printed; `on` is the day of registration.

    Raises NumberIncomplete without a classification that the template can print.
    """
    texts = {
        "series": series,
        "year": f"{on.year}",
        "yymm": f"{on:%y%m}",
        "yy": f"{on:%y}",
        "seq": f"{sequence}",
        "class": classification,
    }
    if prints_classification(template) and not re.fullmatch(CLASSIFICATION, classification):
        raise NumberIncomplete(CLASSIFICATION_MISSING)
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


def prints_classification(template: str) -> bool:
    return "{class}" in template


def recognise(text: str, *, own: Iterable[tuple[str, str]]) -> NumberParts | None:
    """What a number given elsewhere surely says; the series in capitals, so that Ks is KS.

    It is read by the organisation's `own` templates, each with its series' code, and where none
    fits by the known ones. Where several fit, only what they agree on is sure.
    """
    readings = [read for template, series in own if (read := _read_as(series, template, text))]
    if not readings:
        known = (parse(template, text.upper()) for template in _KNOWN)
        readings = [read for read in known if read and _is_likely(read)]
    return _agreed(readings) if readings else None


def validate_template(template: str, *, series: str, reset: str) -> None:
    """Refuse a template whose numbers could be equal, or not be read back and found."""
    names = [found["name"] for found in _TOKEN.finditer(template)]
    needed = _NEEDED_BY_RESET[reset]
    if re.search(r"[{}]", _TOKEN.sub("", template)):
        known = ", ".join(f"{{{name}}}" for name in _FORMS if name != "doc")
        raise TemplateRefused(f"Mallen har en okänd del inom klamrar. De som finns är {known}")
    if len(names) != len(set(names)):
        raise TemplateRefused("Ta bort den del som står två gånger i mallen")
    if "doc" in names:
        raise TemplateRefused(
            "Ta bort {doc}: handlingarna numreras för sig, inte i ärendets nummer"
        )
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


def search_tokens(text: str, parts: NumberParts | None) -> tuple[str, ...]:
    """What a stored number is found by: its tokens and its whole year.

    Classification and document number are left out where they are told apart: shared by
    hundreds of cases, they would answer every search for a low sequence number.
    """
    parts = parts or NumberParts()
    found = Counter(tokens(text))
    found -= Counter(tokens(f"{parts.classification or ''} {parts.document or ''}"))
    if parts.year:
        found |= Counter([str(parts.year)])
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


def _read_as(series: str, template: str, text: str) -> NumberParts | None:
    read = parse(template, text)
    if read is None or (read.series or series).upper() != series.upper():
        return None
    return replace(read, series=series.upper())


def _is_likely(read: NumberParts) -> bool:
    """Known series are letters, and known classifications begin with a digit."""
    return (
        (read.series is None or read.series.isalpha())
        and (read.classification is None or read.classification[0].isdecimal())
        and (read.year is None or read.year in _YEARS)
    )


def _agreed(readings: list[NumberParts]) -> NumberParts:
    first, *others = map(asdict, readings)
    sure: dict[str, Any] = {
        name: value
        for name, value in first.items()
        if all(other[name] == value for other in others)
    }
    return NumberParts(**sure)


def _whole_year(yy: str) -> int:
    return int(yy) + (1900 if int(yy) >= _FIRST_YY_OF_THE_1900S else 2000)


def _is_readable(template: str, *, series: str) -> bool:
    """Whether a sample can be read back, and found by its series and by its sequence alone."""
    sample = render(
        template, series=series, on=date(2031, 12, 1), sequence=6543, classification="7"
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
