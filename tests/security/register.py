"""A register with one of everything that has an address."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile

from accounts.roles import Role
from tests.arenden.calendars.feeding import feed
from tests.arenden.web import acting
from tests.factories import drafts, people
from tests.factories.cases import World
from tests.security.addresses import Address
from tests.security.administered import administered
from ärenden.actions.answers import NewAnswer, receive_answer
from ärenden.actions.balance import freeze
from ärenden.actions.completions import request_completion
from ärenden.actions.drafts import comment
from ärenden.actions.values import NewFile, Part
from ärenden.choices import Capacity, DeadlineStatus
from ärenden.files import inspect_file
from ärenden.models import (
    AgentSnapshot,
    Case,
    FileRendition,
    MeetingNote,
    MotionReport,
    Reminder,
    ReminderRule,
    Source,
)

SECRET = "Hemlighetsbrunnen"
NOT_YET = f"{SECRET} är tolv meter djup."
DRAFTED = "Utkastbrunnen"


@dataclass
class Register:
    world: World
    case: Case
    things: dict[str, Any]
    note_source: UUID

    def path(self, address: Address) -> str:
        """The address of what is here; notes and cases have sources of their own."""
        of_note = {"source": self.note_source} if "note" in dict(address.holds) else {}
        return address.path(**self.things | of_note)


def new_file(name: str, content: bytes) -> NewFile:
    file = ContentFile(content, name=name)
    facts = inspect_file(file, name)
    return NewFile(
        name=name,
        media_type=facts.media_type,
        size=facts.size,
        sha256=facts.sha256,
        file=file,
    )


def register() -> Register:
    """A permitted interpellation whose answer has come in and is not handed over."""
    world = acting.world()
    case = acting.permitted(world)
    new = NewAnswer(
        title=f"Svar om {SECRET}",
        preamble=NOT_YET,
        closing=NOT_YET,
        parts=[Part(question=case.questions.first(), text=NOT_YET)],
        received_on=acting.today(),
        files=[new_file(f"{SECRET}.txt", NOT_YET.encode())],
    )
    receive_answer(case=case, doing=acting.now(world), new=new)
    organisation = world.organisation
    note = MeetingNote.objects.create(organisation=organisation, title="Frida Frågas möte")
    there = {"capacity": Capacity.PARTICIPANT, "name_printed": "Frida Fråga"}
    AgentSnapshot.objects.create(note=note, position=1, person=world.asker, **there)
    texts = {"organisation": organisation, "text": NOT_YET}
    source = Source.objects.create(name="a.txt", sha256="a" * 64, case=case, **texts)
    texts["text"] = f"Frida Fråga: {NOT_YET}"
    other = Source.objects.create(name="b.txt", sha256="b" * 64, note=note, **texts)
    kept = administered(world)
    return Register(
        world,
        case,
        written(world)
        | {
            "reminder": reminder(world, case).public_id,
            "organisation": organisation.slug,
            "case": case.public_id,
            "source": source.public_id,
            "note": note.public_id,
            "file": FileRendition.objects.get(document__case=case).public_id,
            "meeting": world.first_meeting.public_id,
            "report": frozen(world).public_id,
            "action": "hand_over_answer",
            "feed": feed(world.registrar, organisation).public_id,
        }
        | kept,
        other.public_id,
    )


def frozen(world: World) -> MotionReport:
    acting.raised(world)
    doing = acting.now(world)
    return freeze(council=world.council, meeting=world.second_meeting, doing=doing)


def reminder(world: World, case: Case) -> Reminder:
    """To the one who has been asked, of what is next in the case."""
    deadline = case.deadlines.filter(status=DeadlineStatus.OPEN).earliest("due_at")
    return Reminder.objects.create(
        organisation=world.organisation,
        deadline=deadline,
        rule=ReminderRule.objects.filter(organisation=world.organisation).earliest("pk"),
        recipient=people.user(
            world.organisation, Role.COUNCILLOR, name="Sven Svar", person=world.answerer
        ),
        due_at=deadline.due_at,
        send_at=deadline.due_at,
    )


def written(world: World) -> dict[str, UUID]:
    """What the asker writes, has handed in, and is asked to complete."""
    those = drafts.writers(world)
    words = drafts.changed(title=DRAFTED, motivation=f"{DRAFTED} är djup.", items=(DRAFTED,))
    day = acting.came_in()
    draft = drafts.draft(those, words, on=day)
    comment(draft=draft, text=f"Mer om {DRAFTED}", doing=those.doing(on=day))
    registered = drafts.registered(those, drafts.handed_in(those, on=day), on=day)
    request = request_completion(case=registered, doing=acting.now(world), reason="Vilken?")
    return {
        "draft": draft.public_id,
        "submission": drafts.handed_in(those, drafts.MOTION, on=day).public_id,
        "asked": request.public_id,
    }
