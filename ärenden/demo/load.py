"""Fill an empty database with Exempelby kommun, an invented municipality in full work."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import DemoMark
from accounts.roles import Role
from parties.models import Membership
from ärenden.actions.filing import undoing_files
from ärenden.actions.search import texts_at_the_end
from ärenden.deadlines import STOCKHOLM
from ärenden.demo import answers, drafts, groups, notes, texts
from ärenden.demo.gatherings import note_meetings
from ärenden.demo.handled import hand_out
from ärenden.demo.play import play
from ärenden.demo.public import publish_some
from ärenden.demo.reminded import remind
from ärenden.demo.rules import write_rules
from ärenden.demo.scenery import build
from ärenden.demo.stage import Stage
from ärenden.reading.loader import load
from ärenden.reading.sources import Reading

CASES = (
    "interpellations_answered",
    "interpellations_closed",
    "interpellations_open",
    "interpellations_ended",
    "questions",
    "motions_decided",
    "motions_open",
    "motions_proposed",
    "citizen_proposals",
    "initiatives",
    "committee_decided",
    "committee_open",
)


def load_demo(*, today: date, readings: Sequence[Reading] = ()) -> None:
    """Everything in one transaction, the mark last: a half-filled database never bears it.

    The same day gives the same cases, numbers and texts.
    """
    with undoing_files(), transaction.atomic(), texts_at_the_end():
        stage = build(today)
        write_rules(stage)
        stories = play(stage, [case for name in CASES for case in texts.read(name)["cases"]])
        notes.write_notes(stage, plans=texts.read("notes")["notes"], stories=stories)
        answers.write_answers(stage, plans=texts.read("answers")["answers"], stories=stories)
        publish_some(stage, stories.values())
        drafts.write_drafts(stage, plans=texts.read("drafts")["drafts"])
        hand_out(stage, stories.values())
        remind(stage)
        note_meetings(stage)
        groups.write_groups(stage, plan=texts.read("groups"), stories=stories)
        at = datetime.combine(stage.last_day, time(8), tzinfo=STOCKHOLM)
        for reading in readings:
            load(reading, registrar=stage.users[Role.REGISTRAR], at=at)
        DemoMark.objects.create(created_at=timezone.now(), people=_people(stage))


def _people(stage: Stage) -> list[dict[str, Any]]:
    """Whom the sign-in page offers, role by role."""
    does = {plan["name"]: plan["does"] for plan in texts.read("people")["users"]}
    rows = Membership.objects.filter(organisation=stage.organisation).select_related("user")
    return [
        {
            "public_id": str(row.user.public_id),
            "name": row.user.name,
            "role_label": Role(row.role).label,
            "does": does[row.user.name],
            "party_abbr": _letters(stage, row.user.name),
        }
        for row in rows.order_by("pk")
    ]


def _letters(stage: Stage, name: str) -> str:
    """Those of the party of someone elected; staff have none."""
    if name not in stage.party_of:
        return ""
    party = stage.party_of[name]
    return party.abbreviation if party else "–"
