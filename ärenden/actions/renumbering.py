"""A corrected number: of the case, of its own series elsewhere, of a paragraph in the minutes."""

from dataclasses import replace
from typing import Any

from django.db.models import Q

from ärenden import numbers
from ärenden.actions.meetings import PARAGRAPH, paragraph_taken
from ärenden.actions.number_parts import index_number, recognise
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, MinutesItem
from ärenden.numbers import NumberParts
from ärenden.queries.offers import bearer


def renumber(case: Case, dnr: str) -> None:
    """A corrected number keeps its place in the series; only its print and search change."""
    if not numbers.key(dnr):
        text = "Skriv numret med siffror eller bokstäver"
        raise ActionRefused([Refusal("number_unreadable", text)])
    _demand_free(case, dnr, dnr_key=numbers.key(dnr))
    case.dnr_unknown = ""
    parts = recognise(dnr, organisation=case.organisation)
    if case.series_id and not (parts and parts.year):
        parts = replace(parts or NumberParts(), year=case.registered_on.year)
    index_number(case, dnr, parts=parts)


def demand_own_number(case: Case, number: str) -> None:
    """An own number is given to one case of each type, and may be taken away."""
    if number:
        _demand_free(case, number, case_type=case.case_type, own_number=number)


def _demand_free(case: Case, printed: str, **number: str) -> None:
    if bearer(case.organisation, **number) not in {None, case}:
        raise ActionRefused([Refusal("number_taken", f"{printed} finns redan i diariet")])


def paragraph_values(item: MinutesItem, words: str) -> dict[str, Any]:
    """Its number and letter; refused when another in the same series has them."""
    found = PARAGRAPH.fullmatch(words)
    if found is None:
        text = "Skriv paragrafen som 12 eller 12 a"
        raise ActionRefused([Refusal("number_unreadable", text)])
    values = {"number": int(found["number"]), "suffix": found["suffix"].lower()}
    series = Q(meeting=item.meeting_id)
    if item.year:
        series |= Q(body=item.body_id, year=item.year)
    if other := MinutesItem.objects.filter(series, **values).exclude(pk=item.pk).first():
        raise paragraph_taken(other)
    return values
