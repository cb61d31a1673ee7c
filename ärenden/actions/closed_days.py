"""Days when the office is closed although they are no holidays: dates are counted past them."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied

from kernel.dates import full_date
from kernel.text import counted
from parties.changes import Administering, in_words, log, store
from ärenden.actions.base import Doing
from ärenden.actions.recount import after_calendar_change
from ärenden.models import ClosedDay

REFUSALS: Mapping[str, str] = {"closed_day_once": "En av dagarna är redan stängd"}


def close(days: Mapping[date, str], *, doing: Administering) -> int:
    """Close each day by its name, all or none; how many cases got other dates. Raises Refused."""
    with in_words(REFUSALS):
        rows = ClosedDay.objects.bulk_create(
            ClosedDay(organisation=doing.organisation, day=day, name=name)
            for day, name in days.items()
        )
        told = ", ".join(f"{full_date(row.day)} ({row.name})" for row in rows)
        summary = f"{counted(len(rows), 'dag', 'dagar')} stängdes"
        log(doing, summary, about=rows, changes=[("Dagar", "", told)])
        return _recount(doing, f"Kansliet stänger {told}")


def rename(row: ClosedDay, name: str, *, doing: Administering) -> bool:
    """Call the day something else, as the sentences that explain the dates do; whether it did."""
    summary = f"{full_date(row.day)} kallas {name}"
    with in_words(REFUSALS):
        changed = store(row, doing=doing, summary=summary, refusals=REFUSALS, name=name)
        if changed:
            _recount(doing, summary)
    return changed


def open_again(row: ClosedDay, *, doing: Administering) -> int:
    """The day is a working day after all; how many cases got other dates."""
    with in_words(REFUSALS):
        summary = f"{full_date(row.day)} ({row.name}) är inte längre stängd"
        log(doing, summary, about=[row])
        row.delete()
        return _recount(doing, summary)


def _recount(doing: Administering, why: str) -> int:
    if doing.by is None:
        raise PermissionDenied("closed days are changed by an account")
    return after_calendar_change(doing.organisation, doing=Doing(by=doing.by, at=doing.at), why=why)
