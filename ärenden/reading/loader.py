"""Real documents into the register: their texts cut from the source, their facts as read."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from accounts.models import User
from parties.models import Organisation
from ärenden.actions.base import Doing
from ärenden.actions.filing import undoing_files
from ärenden.choices import Fact
from ärenden.models import Case, Source
from ärenden.reading.cases import Desk, add_papers, open_case, sitting_of, trace_minutes
from ärenden.reading.containers import containers_of, give_membership
from ärenden.reading.decisions import add_minutes
from ärenden.reading.format import ReadCase
from ärenden.reading.notes import open_note
from ärenden.reading.sources import Reading, readings_of
from ärenden.reading.traces import Traces


def load_readings(folder: Path, *, registrar: User, at: datetime) -> list[Organisation]:
    """Load every source of the folder that has a reading; one loaded before is left alone.

    The registrar becomes registrar in each organisation. Raises ReadingError when a reading
    and its source do not fit, and nothing is loaded then.
    """
    readings = readings_of(folder)
    with undoing_files(), transaction.atomic():
        return [load(reading, registrar=registrar, at=at) for reading in readings]


def load(reading: Reading, *, registrar: User, at: datetime) -> Organisation:
    """One paper into its own organisation."""
    today = Doing(by=registrar, at=at).day
    around = containers_of(reading.paper, today=today)
    by = give_membership(registrar, around.organisation, today=today)
    facts = {"organisation": around.organisation, "sha256": reading.sha256}
    source, is_new = Source.objects.get_or_create(
        **facts, defaults={"name": reading.name, "text": reading.text}
    )
    if is_new:
        traces = Traces(source)
        doing = Doing(by=by, at=at)
        paper = reading.paper
        if paper.case:
            source.case = _case(Desk(paper, doing, around, traces), paper.case)
        if paper.note:
            source.note = open_note(paper.note, doing=doing, around=around, traces=traces)
        source.save()
        traces.save(reading.furniture)
    return around.organisation


def _case(desk: Desk, read: ReadCase) -> Case:
    """The case with everything that befell it, as far as its papers tell."""
    paper = desk.paper
    case = open_case(desk, read)
    add_papers(desk, case)
    if paper.minutes:
        desk.sitting = sitting_of(desk, paper.minutes)
        if reason := paper.minutes.held_on_unknown:
            desk.doing = desk.saying({Fact.DECISION_DATE: reason})
    add_minutes(desk, case)
    if paper.minutes:
        trace_minutes(desk, case, paper.minutes)
    return case
