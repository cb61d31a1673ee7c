"""The form of rätta: first what, then the new wording, name or day beside the present one."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from kernel.dates import full_date
from tests.arenden.web import acting
from tests.factories import people
from ärenden.actions.permission import record_answered
from ärenden.choices import Capacity, DecisionNature, Outcome
from ärenden.queries.points import own_points
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db


def test_mistyped_day_is_mended_and_the_first_one_readable(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    before = case.received_on or acting.today()
    after = before - timedelta(days=3)
    what = f"case-{case.pk}-received_on"
    url = acting.form_url(case, Action.CORRECT)

    assertContains(client.get(url, {"what": what}), f"Nuvarande lydelse: {full_date(before)}")
    hidden = acting.opened(client, case, Action.CORRECT)
    fields = {"what": what, "text": after.isoformat(), "reason": "Fel dag"}
    response = client.post(url, hidden | fields)

    assertRedirects(response, acting.case_url(case))
    case.refresh_from_db()
    assert case.received_on == after
    page = client.get(acting.case_url(case))
    assertContains(page, "Ärendet: inkommen dag")
    assertContains(page, full_date(before))


def test_what_can_be_mended_is_told_by_its_number(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world, received_on=acting.today())
    client.force_login(world.registrar)

    page = client.get(acting.form_url(case, Action.CORRECT))

    assertContains(page, f"Handling 1, inkommen: {full_date(acting.today())}")
    assertContains(page, "Handling 1, daterad (tom)")
    assertContains(page, "Fråga 2, text: När målas de om?")


def test_wordings_stand_under_the_headings_of_the_case(client: Client) -> None:
    world = acting.world()
    case = acting.with_task(world)
    client.force_login(world.registrar)

    form = client.get(acting.form_url(case, Action.CORRECT)).context["form"]

    groups = dict(form.fields["what"].choices)
    assert list(groups) == [
        *("Ärendet", "Namn", "Förslag och yrkanden", "Beslut", "Protokollet", "Handlingar")
    ]
    assert [label for _, label in groups["Namn"]] == [
        "Frågeställare eller förslagsställare, namn: Frida Fråga (V)",
        "Avsändare, namn: Frida Fråga (V)",
        "Yrkande, namn: Frida Fråga (V)",
    ]


def test_person_of_the_same_name_is_chosen_by_what_she_is(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    namesake = people.person(world.organisation, "Frida Fråga", member_of=world.board)
    client.force_login(world.registrar)
    row = case.agents.get(capacity=Capacity.SIGNATORY)
    what = f"agentsnapshot-{row.pk}-name_printed"
    url = acting.form_url(case, Action.CORRECT)

    offered = client.get(url, {"what": what}).context["form"].fields["person"].choices
    typed = acting.opened(client, case, Action.CORRECT) | {
        "what": what,
        "text": "Frida Fråga",
        "party": "(V)",
        "reason": "Det var en annan",
    }
    unchosen = client.post(url, typed)
    sent = client.post(url, typed | {"person": str(namesake.public_id)})

    assert [label for _, label in offered] == [
        "Frida Fråga (V), ledamot i kommunfullmäktige (som nu)",
        "Frida Fråga (–), ledamot i kommunstyrelsen",
        "Ingen i registret",
    ]
    assertContains(unchosen, "Välj vem det är, eller ingen", status_code=422)
    assertRedirects(sent, acting.case_url(case))
    row.refresh_from_db()
    assert (row.person, str(row)) == (namesake, "Frida Fråga (V)")
    assert case.events.latest("version").summary == "Rättades: vem namnet gäller"


def test_people_are_searched_by_another_name_than_the_printed_one(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    people.person(world.organisation, "Greta Berg")
    client.force_login(world.registrar)
    row = case.agents.get(capacity=Capacity.SIGNATORY)
    what = f"agentsnapshot-{row.pk}-name_printed"
    url = acting.form_url(case, Action.CORRECT)

    typed = {"what": what, "text": "G Berg", "search": "greta", "tool": "people"}
    form = client.post(url, acting.opened(client, case, Action.CORRECT) | typed).context["form"]

    assert [label for _, label in form.fields["person"].choices] == [
        "Frida Fråga (V), ledamot i kommunfullmäktige (som nu)",
        "Greta Berg (–)",
        "Ingen i registret",
    ]
    assert form["text"].value() == "G Berg"


def test_typed_name_of_someone_protected_is_linked_and_offered_to_no_one(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    hidden = people.person(world.organisation, "Hemlig Person", member_of=world.council)
    hidden.has_protected_identity = True
    hidden.save()
    client.force_login(world.registrar)
    row = case.agents.get(capacity=Capacity.SIGNATORY)
    what = f"agentsnapshot-{row.pk}-name_printed"
    fields = {"what": what, "text": "Hemlig Person", "search": "skyddade", "reason": "Fel namn"}
    hidden_fields = acting.opened(client, case, Action.CORRECT)
    url = acting.form_url(case, Action.CORRECT)

    searched = client.post(url, hidden_fields | fields | {"tool": "people"})
    client.post(url, hidden_fields | fields | {"person": "ingen"})

    row.refresh_from_db()
    assert len(searched.context["form"].fields["person"].choices) == 2
    assert row.person == hidden
    assert case.events.latest("version").summary == "Rättades: namn"


def test_meaning_of_a_decision_is_mended_as_a_whole_and_for_each_point(client: Client) -> None:
    world = acting.world()
    case = acting.decided(world)
    client.force_login(world.registrar)
    decision = case.decisions.get(nature=DecisionNature.FINAL)
    first, second = (f"outcome_{point.pk}" for point in own_points(case))
    what = {"what": f"decision-{decision.pk}-outcome", "reason": "Fel rad i protokollet"}

    fields = what | {"text": "approved", first: "approved"}
    refused = acting.sent(client, case, Action.CORRECT, **fields | {second: "rejected"})
    sent = acting.sent(client, case, Action.CORRECT, **fields | {second: "approved"})

    assertContains(refused, "Välj ”Delvis bifall” som innebörd", status_code=409)
    assertRedirects(sent, acting.case_url(case))
    case.refresh_from_db()
    decision.refresh_from_db()
    assert (case.outcome, decision.outcome) == (Outcome.APPROVED, Outcome.APPROVED)
    assert case.events.latest("version").summary == (
        "Rättades: bifall (1 bifall, 2 bifall) i stället för avslag"
    )
    [wording] = client.get(acting.case_url(case)).context["wordings"]
    assert (wording.what, wording.text) == ("Beslut: innebörd", "Avslag")


def test_answer_was_not_in_writing_unless_it_was_handed_over(client: Client) -> None:
    world = acting.world()
    case = acting.permitted(world)
    orally = {"sitting": acting.sitting(world), "outcome": Outcome.ANSWERED_ORALLY}
    record_answered(case=case, doing=acting.now(world), **orally)
    client.force_login(world.registrar)
    decision = case.decisions.get(nature=DecisionNature.ANSWERED)

    response = acting.sent(
        client,
        case,
        Action.CORRECT,
        what=f"decision-{decision.pk}-outcome",
        text="answered_in_writing",
        reason="Fel val",
    )

    assertContains(response, "Svaret är inte överlämnat till frågeställaren", status_code=409)
