"""Every change of an organisation's own facts: done with its line of the log, or refused in words.

The cases have their own timeline; here is what an administrator looks after.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from accounts.models import User
from kernel.dates import full_date
from kernel.models import PublicModel
from kernel.text import capital
from parties.exceptions import Refused
from parties.models import AdministrationEvent, Organisation

INSTALLER = "Installationen"
REFUSALS: Mapping[str, str] = {
    "affiliation_period_bounded": "Sista dagen kan inte vara före första dagen",
    "assignment_once": "Personen har redan uppdraget under en del av tiden",
    "assignment_period_bounded": "Sista dagen kan inte vara före första dagen",
    "body_abbreviation_once": "Ett annat organ har samma förkortning under en del av tiden",
    "body_part_has_parent": "Ett utskott eller presidium hör till ett annat organ: välj vilket",
    "body_period_bounded": "Sista dagen kan inte vara före första dagen",
    "invitation_once": "Det finns redan en öppen inbjudan till samma roll",
    "local_party_once": "Ett annat parti har samma förkortning under en del av tiden",
    "membership_once": "Kontot har redan rollen under en del av tiden",
    "one_affiliation_at_a_time": "Personen har redan en partitillhörighet under en del av tiden",
    "one_chair_at_a_time": "Organet har redan en ordförande under en del av tiden",
    "parties_organisation_organisation_number_key": "En annan organisation har det numret",
    "party_group_once": "Organet har redan en grupp med samma namn under en del av tiden",
}


@dataclass(frozen=True, kw_only=True)
class Administering:
    """Who changes the organisation, and when; without an account it is done from the server."""

    organisation: Organisation
    by: User | None
    at: datetime

    @property
    def day(self) -> date:
        return timezone.localdate(self.at)


@contextmanager
def in_words(refusals: Mapping[str, str] = REFUSALS) -> Iterator[None]:
    """All of it or nothing; what a constraint refuses is said as a sentence."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as problem:
        name = str(getattr(getattr(problem.__cause__, "diag", None), "constraint_name", ""))
        if name not in refusals:
            raise
        raise Refused(refusals[name]) from problem


def log(
    doing: Administering,
    summary: str,
    *,
    about: Iterable[PublicModel] = (),
    changes: Iterable[tuple[str, str, str]] = (),
) -> AdministrationEvent:
    """One line of the log; `changes` are what, before and after."""
    return AdministrationEvent.objects.create(
        organisation=doing.organisation,
        about=[row.public_id for row in about],
        actor_id=doing.by.pk if doing.by else None,
        actor_name=doing.by.name if doing.by else INSTALLER,
        summary=summary,
        changes=[list(change) for change in changes],
        recorded_at=doing.at,
    )


def store(
    row: models.Model,
    *,
    doing: Administering,
    summary: str,
    about: Iterable[PublicModel] = (),
    refusals: Mapping[str, str] = REFUSALS,
    **values: Any,
) -> bool:
    """Save the values that differ, and log them. Says whether anything did.

    What someone else changed meanwhile in the same row stands.
    """
    is_new = row.pk is None
    changes = {} if is_new else dict(_differing(row, values))
    for name, value in values.items():
        setattr(row, name, value)
    if not is_new and not changes:
        return False
    with in_words(refusals):
        row.save(update_fields=None if is_new else changes)
        own = [row] if isinstance(row, PublicModel) else []
        log(doing, summary, about=[*own, *about], changes=changes.values())
    return True


def remove(
    row: models.Model, *, doing: Administering, summary: str, about: Iterable[PublicModel]
) -> None:
    """Take away what nothing else names; raises ProtectedError for what does."""
    with in_words():
        log(doing, summary, about=about)
        row.delete()


def _differing(
    row: models.Model, values: Mapping[str, Any]
) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The name of each field that gets another value, with what the log says of it."""
    for name, value in values.items():
        field, known = row._meta.get_field(name), getattr(row, name)
        before, after = shown(known, field), shown(value, field)
        is_another = isinstance(value, models.Model) and value != known  # two may have one name
        if before != after or is_another:
            label = str(getattr(field, "verbose_name", name))
            yield name, (capital(label), before, after)


def shown(value: Any, field: Any = None) -> str:
    """A value as the log tells it."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, DateRange):
        return told_period(value)
    if isinstance(value, date):
        return full_date(value)
    if isinstance(value, list):
        return ", ".join(shown(each, field.base_field) for each in value) or "inget"
    choices = dict(getattr(field, "flatchoices", ()))
    return str(choices.get(value, value)) if value not in (None, "") else "inget"


def last_day(days: DateRange) -> date | None:
    """The last day of a period, as people count; none while it goes on."""
    return days.upper - timedelta(days=1) if days.upper else None


def told_period(days: DateRange) -> str:
    """`1 januari 2026–31 december 2026`, or `från 1 januari 2026`."""
    last = last_day(days)
    return f"{full_date(days.lower)}–{full_date(last)}" if last else f"från {full_date(days.lower)}"
