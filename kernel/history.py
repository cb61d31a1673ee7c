"""Earlier wordings: what a text was before it was corrected, kept by a database trigger."""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db.models import Model

M = TypeVar("M", bound=type[Model])


def keeps_wordings(*fields: str, name: str) -> Callable[[M], M]:
    """Class decorator: the old row of `fields` is kept as `row.wordings` whenever one changes.

    A trigger does it, so bulk updates and raw SQL are kept too; kept rows are append-only.
    """
    track: Callable[[M], M] = pghistory.track(
        fields=list(fields),
        model_name=name,
        obj_field=pghistory.ObjForeignKey(related_name="wordings"),
    )
    return track
