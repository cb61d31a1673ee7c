"""Finding cases by number, name or word, in the texts that the one searching may read."""

import re
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.lookups import GreaterThanOrEqual

from kernel.text import normalise
from ärenden import numbers
from ärenden.models import Case, CaseText
from ärenden.models.search import Audience

NEAR_ENOUGH = 0.35  # similarity of trigrams, from 0 to 1
MOST_WORDS_MENDED = 3
_WORD = re.compile(r"\w+")


class _Words(Func):
    """Every word of a text vector as it is written, without the stems; one row each."""

    function = "unnest"
    template = "%(function)s(tsvector_to_array(ts_filter(%(expressions)s, '{a}')))"
    output_field = TextField()
    set_returning = True


class _Plain(Func):
    """Without accents and dots, so that Hallsjo is near Hällsjö."""

    function = "unaccent"
    output_field = TextField()


def words_of(text: str) -> list[str]:
    """The words searched for, in lower case, without signs."""
    return _WORD.findall(normalise(text).lower())


def found_by(text: str, *, audience: Audience) -> Q:
    """Cases whose number is `text`, or whose texts for the audience have all its words."""
    return is_numbered(text) | Q(Exists(_with_words(words_of(text), audience)))


def is_numbered(text: str) -> Q:
    """Cases with the diary number in any spelling, a part of it, or the council's own number."""
    found = Q(own_number__iexact=text.strip()) & ~Q(own_number="")
    if key := numbers.key(text):
        found |= Q(dnr_key=key)
    for reading in numbers.query_readings(text):
        found |= Q(dnr_tokens__contains=list(reading))
    return found


def mended(text: str, *, cases: QuerySet[Case], audience: Audience) -> str:
    """`text` with its misspelt words as they stand in the cases; empty when that finds none.

    Only words of texts that the audience may read are ever proposed.
    """
    texts = CaseText.objects.filter(audience=audience, case__in=cases)
    proposed = mended_by(text, texts=texts)
    is_found = proposed and cases.filter(found_by(proposed, audience=audience)).exists()
    return proposed if is_found else ""


def mended_by(text: str, *, texts: QuerySet[Any]) -> str:
    """The nearest words that stand in the texts, each with its vector; empty without better."""
    words = words_of(text)
    if not 0 < len(words) <= MOST_WORDS_MENDED or any(map(str.isdecimal, words)):
        return ""
    said = texts.order_by().values(word=_Words(F("vector"))).distinct()
    near = said.aggregate(**{f"near_{place}": _near(word) for place, word in enumerate(words)})
    better = [found[0] for found in near.values() if found]
    return "" if better == words or len(better) < len(words) else " ".join(better)


def _with_words(words: list[str], audience: Audience) -> QuerySet[CaseText]:
    texts = CaseText.objects.filter(case=OuterRef("pk"), audience=audience)
    if not words:
        return texts.none()
    for word in words:
        texts = texts.filter(vector=any_form(word))
    return texts


def any_form(word: str) -> SearchQuery:
    """Any inflection of a Swedish word, or any word that begins like it; a number as it is."""
    stem = SearchQuery(word, config="swedish")
    if word.isdecimal():
        return stem
    return stem | SearchQuery(f"'{word}':*", config="simple", search_type="raw")


def _near(word: str) -> ArrayAgg:
    """The words near enough, the nearest first; among equals the one that has the same dots."""
    likeness = TrigramSimilarity(
        _Plain(F("word")),
        _Plain(Value(word)),  # type: ignore[arg-type]  # an expression is as good as a text
    )
    return ArrayAgg(
        "word",
        filter=Q(GreaterThanOrEqual(likeness, NEAR_ENOUGH)),
        order_by=[likeness.desc(), TrigramSimilarity("word", word).desc(), "word"],
        default=Value([]),
    )
