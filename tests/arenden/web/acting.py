"""Cases in every place of their procedure, as of today, and the way through an action's form."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from parties.choices import BodyKind
from tests.factories import cases, people
from tests.factories.cases import World
from ärenden.actions.answers import NewAnswer, hand_over_answer, receive_answer
from ärenden.actions.base import Doing
from ärenden.actions.decisions import NewDecision, decide
from ärenden.actions.endings import close
from ärenden.actions.entrusting import entrust
from ärenden.actions.meetings import Sitting
from ärenden.actions.minutes import NewTask, add_task
from ärenden.actions.permission import permit, record_answered
from ärenden.actions.preparation import prepare, raise_case, refer
from ärenden.actions.proposals import NewProposal, propose
from ärenden.actions.values import Part, Point
from ärenden.choices import CaseType, Outcome, ProposalKind, ProposalSource
from ärenden.models import Case
from ärenden.workflow import Action


def today() -> date:
    return timezone.localdate()


def came_in() -> date:
    """Before the meeting that has been held."""
    return today() - timedelta(days=14)


def now(world: World) -> Doing:
    return Doing(by=world.registrar, at=timezone.now())


def world() -> World:
    """The usual one, with a meeting held last week and one next month."""
    here = cases.world()
    here.first_meeting = people.meeting(here.council, today() - timedelta(days=7))
    here.second_meeting = people.meeting(here.council, today() + timedelta(days=30))
    return here


def sitting(world: World, paragraph: int = 5) -> Sitting:
    return Sitting(meeting=world.first_meeting, paragraph=paragraph)


def registered(world: World, **changes: Any) -> Case:
    return cases.registered_case(world, on=today(), **{"received_on": came_in()} | changes)


def to_send_on(world: World) -> Case:
    return cases.to_send_on(world, on=today(), received_on=came_in())


def with_company(world: World) -> Case:
    """The council lets answers be handed over, and Bo sits in the board of its company."""
    world.organisation.allows_answer_transfer = True
    world.organisation.save()
    company = people.body(
        world.organisation, kind=BodyKind.COMPANY, name="Provbyhem AB", abbreviation="PAB"
    )
    people.person(world.organisation, "Bo Bolagsson", member_of=company)
    return registered(world)


def permitted(world: World) -> Case:
    case = registered(world)
    permit(case=case, doing=now(world), sitting=sitting(world))
    return case


def with_answer(world: World) -> Case:
    case = permitted(world)
    parts = [Part(question=question, text="Tolv.") for question in case.questions.all()]
    new = NewAnswer(parts=parts, received_on=came_in())
    receive_answer(case=case, doing=now(world), new=new)
    return case


def handed_over(world: World) -> Case:
    case = with_answer(world)
    hand_over_answer(case=case, doing=now(world), on=came_in())
    return case


def answered(world: World) -> Case:
    case = handed_over(world)
    record_answered(
        case=case,
        doing=now(world),
        sitting=sitting(world),
        outcome=Outcome.ANSWERED_IN_WRITING,
    )
    return case


def closed(world: World) -> Case:
    case = answered(world)
    close(case=case, doing=now(world))
    return case


def motion(world: World) -> Case:
    return cases.motion(world, on=today(), received_on=came_in())


def raised(world: World) -> Case:
    case = motion(world)
    raise_case(case=case, doing=now(world), sitting=sitting(world, 3), raised_on=None)
    return case


def preparing(world: World) -> Case:
    case = raised(world)
    prepare(case=case, doing=now(world), body=world.board, on=today())
    return case


def referred(world: World) -> Case:
    case = preparing(world)
    due = today() + timedelta(days=30)
    refer(
        case=case,
        doing=now(world),
        recipient="Kultur- och fritidsnämnden",
        body=None,
        sent_on=today(),
        due_on=due,
    )
    return case


def proposed(world: World) -> Case:
    case = preparing(world)
    points = [Point(text="att motionen avslås", has_att=True)]
    new = NewProposal(kind=ProposalKind.OWN, source=ProposalSource.BOARD, points=points)
    propose(case=case, doing=now(world), new=new, target_body=world.council)
    return case


def decided(world: World) -> Case:
    case = proposed(world)
    points = [Point(text="att motionen avslås", has_att=True)]
    new = NewDecision(outcome=Outcome.REJECTED, points=points, sitting=sitting(world))
    decide(case=case, doing=now(world), new=new)
    return case


def with_task(world: World) -> Case:
    case = decided(world)
    new = NewTask(responsible="Tekniska kontoret", text="Räkna cykelställen.")
    add_task(case=case, doing=now(world), new=new)
    return case


def committee_case(world: World) -> Case:
    return cases.committee_case(world, on=today(), received_on=came_in())


def citizen_proposal(world: World) -> Case:
    return registered(world, case_type=CaseType.CITIZEN_PROPOSAL, questions=(), addressee=None)


def raised_citizen_proposal(world: World) -> Case:
    case = citizen_proposal(world)
    raise_case(case=case, doing=now(world), sitting=sitting(world, 3), raised_on=None)
    return case


def decided_by_the_board(world: World) -> Case:
    """A medborgarförslag that the council handed to the board, and the board decided."""
    case = raised_citizen_proposal(world)
    entrust(case=case, doing=now(world), sitting=sitting(world, 3), body=world.board)
    met = Sitting(meeting=people.meeting(world.board, today() - timedelta(days=7)), paragraph=8)
    decide(case=case, doing=now(world), new=NewDecision(outcome=Outcome.REJECTED, sitting=met))
    return case


def form_url(case: Case, action: Action) -> str:
    return reverse("arenden:act", args=[case.organisation.slug, case.public_id, action])


def case_url(case: Case) -> str:
    return reverse("arenden:case", args=[case.organisation.slug, case.public_id])


def opened(client: Client, case: Case, action: Action) -> dict[str, Any]:
    """The hidden fields of the action's form, as a browser would send them back."""
    response = client.get(form_url(case, action))
    assert response.status_code == 200, response.content.decode()
    context = response.context
    return {"version": context["version"], "submission": str(context["submission"])}


def sent(client: Client, case: Case, step: Action, /, **fields: Any) -> HttpResponse:
    """Open the action's form, fill it in and send it."""
    hidden = opened(client, case, step)
    return client.post(form_url(case, step), hidden | fields)
