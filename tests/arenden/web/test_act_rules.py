"""Who may open an action's form, and what hinders it."""

from collections.abc import Iterable
from http import HTTPStatus

import pytest
from django.test import Client

from accounts.roles import GRANTS, Role, Verb
from kernel.dates import full_date
from tests.arenden.web import acting
from tests.factories import people
from ärenden.actions.answers import hand_over_answer
from ärenden.choices import CaseType, Fact, State
from ärenden.exceptions import Refusal
from ärenden.queries.points import own_points
from ärenden.web.cases.actions.registry import FORMS
from ärenden.workflow import Action, step_for

pytestmark = pytest.mark.django_db
READERS = [role for role in Role if Verb.READ_REGISTER in GRANTS[role]]


def texts(refused: Iterable[Refusal]) -> list[str]:
    return [refusal.text for refusal in refused]


@pytest.mark.parametrize("role", READERS)
def test_form_is_forbidden_exactly_without_its_verb(client: Client, role: Role) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(people.user(world.organisation, role))
    steps = {action: step_for(action, CaseType.INTERPELLATION) for action in FORMS}

    forbidden = {
        action
        for action, step in steps.items()
        if step and client.get(acting.form_url(case, action)).status_code == HTTPStatus.FORBIDDEN
    }

    assert forbidden == {
        action for action, step in steps.items() if step and step.verb not in GRANTS[role]
    }


def test_posting_without_the_verb_changes_nothing(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(people.user(world.organisation, Role.OFFICER))

    response = client.post(acting.form_url(case, Action.ANNUL), {"reason": "Fel", "version": 1})

    case.refresh_from_db()
    assert (response.status_code, case.state) == (HTTPStatus.FORBIDDEN, State.REGISTERED)


def test_case_of_another_organisation_is_not_found(client: Client) -> None:
    case = acting.registered(acting.world())
    elsewhere = people.organisation(name="Grannby kommun")
    client.force_login(people.user(elsewhere))

    response = client.get(acting.form_url(case, Action.ANNUL))

    assert response.status_code == HTTPStatus.NOT_FOUND


def test_form_of_an_impossible_step_tells_every_hindrance(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world, case_type=CaseType.CITIZEN_PROPOSAL, addressee=None)
    client.force_login(world.registrar)

    response = client.get(acting.form_url(case, Action.CLOSE_REFERRAL))

    assert response.status_code == HTTPStatus.CONFLICT
    assert texts(response.context["refused"]) == [
        "ärendet står i läget registrerad",
        "inget yttrande är begärt",
    ]


def test_step_that_the_type_lacks_is_refused_in_words(client: Client) -> None:
    world = acting.world()
    case = acting.motion(world)
    client.force_login(world.registrar)

    response = client.post(acting.form_url(case, Action.PERMIT), {"version": case.version})

    assert response.status_code == HTTPStatus.CONFLICT
    assert "finns inte för ärendetypen motion" in response.content.decode()


def test_written_answer_that_is_not_handed_over_is_refused_and_the_form_kept(
    client: Client,
) -> None:
    world = acting.world()
    case = acting.with_answer(world)
    client.force_login(world.registrar)

    response = acting.sent(
        client,
        case,
        Action.RECORD_ANSWERED,
        meeting=world.first_meeting.pk,
        paragraph="17",
        outcome="answered_in_writing",
    )

    assert response.status_code == HTTPStatus.CONFLICT
    assert texts(response.context["refused"]) == [
        "svaret är inte överlämnat till frågeställaren",
    ]
    assert response.context["form"]["paragraph"].value() == "17"


def test_papers_that_contradict_each_other_are_recorded_with_the_reason(client: Client) -> None:
    world = acting.world()
    case = acting.with_answer(world)
    hand_over_answer(case=case, doing=acting.now(world), on=acting.today())
    client.force_login(world.registrar)
    at = {"meeting": world.first_meeting.pk, "outcome": "answered_in_writing"}

    refused = acting.sent(client, case, Action.RECORD_ANSWERED, **at)
    why = {"unknown_order": "Protokollet är daterat före svaret"}
    acting.sent(client, case, Action.RECORD_ANSWERED, **at | why)

    held, handed_over = full_date(world.first_meeting.held_on), full_date(acting.today())
    (told,) = texts(refused.context["refused"])
    assert told.startswith(f"Den besvarades {held}, men svaret lämnades över först {handed_over}.")
    assert "Dagar i rätt ordning" in refused.content.decode()
    assert case.events.first().unknown == {Fact.ORDER: why["unknown_order"]}


def test_registrar_may_say_why_the_papers_lack_the_meeting(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    why = "Protokollet finns inte bevarat"

    acting.sent(client, case, Action.PERMIT, meeting="", unknown_meeting=why)

    event = case.events.first()
    assert (event.action, event.unknown) == (Action.PERMIT, {Fact.MEETING: why})
    assert case.decisions.get().decided_on_unknown == why


def test_unknown_fact_of_an_ordinary_role_is_not_read(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(people.user(world.organisation, Role.COMMITTEE_SECRETARY))

    response = acting.sent(client, case, Action.PERMIT, meeting="", unknown_meeting="Saknas")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert case.events.count() == 1


def test_unmet_demand_is_waived_by_a_registrar_only(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world, motivation="")
    fields = {"meeting": world.first_meeting.pk, "unknown_motivation": "Bara frågorna är bevarade"}

    client.force_login(people.user(world.organisation, Role.COMMITTEE_SECRETARY))
    refused = client.post(acting.form_url(case, Action.PERMIT), fields | {"version": 1})
    client.force_login(world.registrar)
    acting.sent(client, case, Action.PERMIT, **fields)

    assert texts(refused.context["refused"]) == ["interpellationen saknar motivering"]
    assert case.events.first().unknown == {Fact.MOTIVATION: "Bara frågorna är bevarade"}


@pytest.mark.parametrize("action", [Action.RETURN, Action.DECIDE, Action.REPORT_OPEN])
def test_turn_of_a_motion_at_an_unknown_meeting_tells_why(client: Client, action: Action) -> None:
    world = acting.world()
    case = acting.proposed(world)
    client.force_login(world.registrar)
    why = "Protokollet saknas"
    fields = {"reason": "Utred kostnaden", "outcome": "rejected", "text": "Motionen avslås."}

    acting.sent(client, case, action, meeting="", unknown_meeting=why, **fields)

    assert case.events.first().action == action
    assert case.decisions.get().decided_on_unknown == why


def test_decision_that_its_att_satser_contradict_is_told_at_its_field(client: Client) -> None:
    world = acting.world()
    case = acting.proposed(world)
    first, _ = own_points(case)
    client.force_login(world.registrar)
    fields = {"outcome": "rejected", "text": "Motionen avslås.", f"outcome_{first.pk}": "approved"}

    response = acting.sent(client, case, Action.DECIDE, meeting=world.first_meeting.pk, **fields)

    assert response.context["form"].errors == {
        "outcome": [
            (
                "Beslutets innebörd är ”avslag”, men att-sats 1 har utfallet ”bifall”."
                " Välj ”Delvis bifall” som innebörd, eller rätta att-satsens utfall"
            )
        ]
    }


def test_motion_may_be_decided_on_a_board_decision_to_propose(client: Client) -> None:
    world = acting.world()
    case = acting.preparing(world)
    held = people.meeting(world.board, acting.today())
    client.force_login(world.registrar)

    acting.sent(
        client,
        case,
        Action.PROPOSE,
        source="board",
        text="Kommunstyrelsen föreslår fullmäktige besluta\n\n1. att motionen avslås",
        target_body=world.council.pk,
        meeting=held.pk,
        paragraph="§ 44",
    )

    decision = case.decisions.get()
    assert [(point.label_printed, point.text) for point in decision.points.all()] == [
        ("1.", "att motionen avslås")
    ]
    assert (str(decision.minutes_item), decision.proposal) == ("§ 44", case.proposals.last())
    assert client.get(acting.form_url(case, Action.DECIDE)).status_code == HTTPStatus.OK


def test_proposals_bear_the_letters_of_the_page(client: Client) -> None:
    world = acting.world()
    case = acting.proposed(world)
    client.force_login(world.registrar)

    choices = client.get(acting.form_url(case, Action.ADD_STEP)).context["form"]["options"]

    assert [label for _, label in choices.field.choices] == [
        "Det egna förslaget, Frida Fråga (V): att kommunen sätter upp tio cykelställ",
        "A: Förslag till beslut, Styrelse: att motionen avslås",
        "Avslag",
    ]


def test_councillor_who_sees_the_case_may_take_no_step(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    asker = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)
    client.force_login(asker)

    statuses = {
        client.get(acting.form_url(case, action)).status_code
        for action in FORMS
        if step_for(action, CaseType.INTERPELLATION)
    }

    assert client.get(acting.case_url(case)).status_code == HTTPStatus.OK
    assert statuses == {HTTPStatus.FORBIDDEN}
