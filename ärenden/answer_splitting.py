"""Splits a pasted answer so that each question meets its answer.

Only a proposal that a person reads before anything is saved. The words are never changed: what
fits no other field is left in the opening, the closing or the common answer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from kernel.text import normalise
from ärenden.list_marks import LETTERS, NUMBERS, groups

ALIKE: Final = 0.8
SLACK: Final = 3
_WORD: Final = re.compile(r"\w+")
_AFTER_QUESTION: Final = re.compile(r"[^\w\n]*")
_LABEL: Final = re.compile(
    r"[ \t>*#•–-]*(?:(?:[Ff]råga ?\d{1,2}|\(?\d{1,2}|\(?[a-h](?=\)))[.:)]{0,2})?[ \t*]*"
)
_ANSWER_LABEL: Final = re.compile(r"[*_]*Svar(?: på fråga \d{1,2}| \d{1,2})?[.:]?[*_]*:?[*_]*\s+")
_CLOSING: Final = re.compile(
    r"\n\s*\n(?=[*_]*"
    r"(?:Därmed|Härmed|Med detta|Med dessa|Avslutningsvis|Jag anser (?:där|här)med)\b)"
)
_PLACE: Final = re.compile(
    r"^[*_ ]*(?P<place>[A-ZÅÄÖ][^\W\d]+(?: [A-ZÅÄÖ][^\W\d]+)?),? (?:den )?"
    r"(?P<date>\d{4}-\d{2}-\d{2}|\d{1,2} [a-zåäö]+ \d{4})[*_ ]*$",
    re.MULTILINE,
)
_OFFICE: Final = (
    r"[^\n.?!]{0,80}?(?:[Oo]rdförande|\w{1,40}råd|[Ll]edamot|[Cc]hef|[Dd]irektör)\b[^\n.?!]{0,80}"
)
_SIGNED: Final = re.compile(
    r"^[*_ ]*(?P<name>[A-ZÅÄÖ][^\n(),.?\d]{2,80}? \([\w–-]{1,8}\))[*_ ]*"
    r"(?P<offices>(?:,[^\n.?]{2,120})?$(?:\n[a-zåäö][^\n.?]{2,120}$)?"
    rf"(?:\n{{1,3}}{_OFFICE}$)*)",
    re.MULTILINE,
)
_TITLE: Final = re.compile(r"\A[#*_ ]*(?P<title>[^\n]*\b[Ss]var\b[^\n]*?)[#*_ ]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """The answer to one question, with the question as the answer quotes it."""

    text: str
    answer_label: str = ""
    question_label: str = ""
    question_as_quoted: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSplit:
    """The answer field by field; `answers` are by the place of the question in the list."""

    answers: dict[int, FoundAnswer]
    title: str = ""
    preamble: str = ""
    intro: str = ""
    common: str = ""
    closing: str = ""
    place: str = ""
    date_text: str = ""
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Where a question is quoted: its label, its words, and where they end."""

    start: int
    text_start: int
    end: int


def split_answer(text: str, questions: Sequence[str]) -> AnswerSplit:
    """The answers to the questions, found by their quoted words, else by their numbers."""
    whole = normalise(text).strip()
    quoted = dict(_quotations(whole, questions))
    if quoted:
        starts = [place.start for place in quoted.values()]
        stops = [*starts[1:], len(whole)]
        answers = {
            index: _between(whole, place, stop)
            for (index, place), stop in zip(quoted.items(), stops, strict=True)
        }
        return _around(whole[: starts[0]], answers)
    return _by_number(whole, len(questions))


def _quotations(whole: str, questions: Sequence[str]) -> Iterator[tuple[int, _Quoted]]:
    """Each question that is quoted at the start of a line, in the order of the questions."""
    begin = 0
    for index, question in enumerate(questions):
        found = _quotation(whole, question, begin)
        if found:
            begin = found.end
            yield index, found


def _quotation(whole: str, question: str, begin: int) -> _Quoted | None:
    """The line that begins most like the question; None when no line is alike."""
    asked = [word.casefold() for word in _WORD.findall(question)]
    best, found = 0.0, None
    for line in re.finditer(r"^(?=.*\w)", whole[begin:], re.MULTILINE):
        start = begin + line.start()
        label = _LABEL.match(whole, start)
        text_start = label.end() if label else start
        score, end = _likeness(whole, text_start, asked)
        if score > max(best, ALIKE):
            best, found = score, _Quoted(start, text_start, end)
    return found


def _likeness(whole: str, start: int, asked: list[str]) -> tuple[float, int]:
    """How like the question the next words are, and where those most like it end."""
    reach = whole[start : start + sum(len(word) + 4 for word in asked) + 80]
    words = list(_WORD.finditer(reach))
    spoken = [word[0].casefold() for word in words]
    lengths = range(max(1, len(asked) - SLACK), min(len(words), len(asked) + SLACK) + 1)
    scores = [(SequenceMatcher(None, asked, spoken[:count]).ratio(), count) for count in lengths]
    score, count = max(scores, default=(0.0, 0))
    if not count:
        return 0.0, start
    last = start + words[count - 1].end()
    after = _AFTER_QUESTION.match(whole, last)
    return score, after.end() if after else last


def _between(whole: str, place: _Quoted, stop: int) -> FoundAnswer:
    body = whole[place.end : stop].strip()
    label = _ANSWER_LABEL.match(body)
    return FoundAnswer(
        text=body[label.end() :] if label else body,
        answer_label=label[0].strip() if label else "",
        question_label=whole[place.start : place.text_start].strip().removesuffix("**"),
        question_as_quoted=whole[place.text_start : place.end].strip().removesuffix("**"),
    )


def _by_number(whole: str, count: int) -> AnswerSplit:
    """As many numbered or lettered answers as there are questions; else one common answer."""
    for style in (NUMBERS, LETTERS):
        for marks in groups(whole, style=style):
            if len(marks) == count > 0:
                stops = [*(mark.start for mark in marks[1:]), len(whole)]
                answers = {
                    index: FoundAnswer(
                        text=whole[mark.text_start : stop].strip(),
                        answer_label=whole[mark.start : mark.text_start].strip(),
                    )
                    for index, (mark, stop) in enumerate(zip(marks, stops, strict=True))
                }
                return _around(whole[: marks[0].start], answers)
    title, rest = _title_apart(whole)
    common, closing = _closing_apart(rest)
    return _ended(AnswerSplit({}, title=title, common=common), closing)


def _around(head: str, answers: dict[int, FoundAnswer]) -> AnswerSplit:
    """The opening before the answers, and the closing that the last of them ran on into."""
    title, opening = _title_apart(head.strip())
    preamble, _, intro = opening.rpartition("\n\n")
    last = max(answers)
    text, closing = _closing_apart(answers[last].text)
    answers = answers | {last: replace(answers[last], text=text)}
    split = AnswerSplit(answers, title=title, preamble=preamble.strip(), intro=intro.strip())
    return _ended(split, closing)


def _title_apart(text: str) -> tuple[str, str]:
    found = _TITLE.match(text)
    return (found["title"].strip(), text[found.end() :].strip()) if found else ("", text)


def _closing_apart(text: str) -> tuple[str, str]:
    """Cut at the words that close an answer, at place and date, or at the first signature."""
    cuts = [
        found.start()
        for found in (_CLOSING.search(text), _PLACE.search(text), _SIGNED.search(text))
        if found and found.start()
    ]
    cut = min(cuts, default=len(text))
    return text[:cut].strip(), text[cut:].strip()


def _ended(split: AnswerSplit, closing: str) -> AnswerSplit:
    """Read place, date and signatures out of the closing; its other words stay there."""
    dated = _PLACE.search(closing)
    signed = list(_SIGNED.finditer(closing))
    rest = _SIGNED.sub("", _PLACE.sub("", closing))
    return replace(
        split,
        closing=re.sub(r"\n{3,}", "\n\n", rest).strip(),
        place=dated["place"] if dated else "",
        date_text=dated["date"] if dated else "",
        signers=tuple(", ".join(_signer(found)) for found in signed),
    )


def _signer(found: re.Match[str]) -> Iterator[str]:
    """The name, and each office that stands beside it or below, without the signs around."""
    yield found["name"]
    for line in found["offices"].splitlines():
        if office := line.strip(" ,*_"):
            yield office
