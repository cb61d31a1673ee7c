"""What stands beside a case for the members of a group, and for nobody else."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from accounts.models import User
from ärenden.models import Case
from ärenden.queries import groups
from ärenden.web.groups.rows import NoteRow, note_row


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A group of the reader's, with its notes on the case."""

    name: str
    url: str
    watch_url: str
    is_watched: bool
    rows: list[NoteRow]


def beside(case: Case, *, user: User, today: date) -> list[Beside]:
    """Two or three queries for a member, one for other elected people, none for others."""
    own = groups.working_on(case, user=user, on=today)
    slug = case.organisation.slug
    rows = defaultdict(list)
    notes = groups.notes_on(case, user=user, on=today) if own else ()
    for note in groups.told(notes, organisation=case.organisation_id):
        key = note.group_id
        rows[key].append(note_row(note, organisation=slug, group=note.group.public_id, today=today))
    return [
        Beside(
            name=group.name,
            url=reverse("arenden:group_case", args=[slug, group.public_id, case.public_id]),
            watch_url=reverse("arenden:group_watch", args=[slug, group.public_id, case.public_id]),
            is_watched=group.is_watched,
            rows=rows[group.pk],
        )
        for group in own
    ]
