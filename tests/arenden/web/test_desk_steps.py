"""A step done in its row, on its own page, and taken back."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from parties.choices import BodyKind
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden.actions.handling import assign, cover
from ärenden.actions.permission import announce
from ärenden.actions.preparation import prepare
from ärenden.models import Case
from ärenden.workflow import Action

pytestmark = pytest.mark.django_db


def in_row(case: Case, action: Action) -> dict[str, str]:
    return {"HX-Request": "true", "HX-Target": f"steg-{action}-{case.public_id}"}


def from_desk(case: Case, action: Action) -> str:
    return f"{acting.form_url(case, action)}?fran=bord"


def undo_of(case: Case) -> str:
    case.refresh_from_db()
    return reverse("arenden:undo", args=[case.organisation.slug, case.public_id, case.version])


def filled(client: Client, case: Case, world: World) -> dict[str, Any]:
    return acting.opened(client, case, Action.ANNOUNCE) | {"meeting": world.second_meeting.pk}


def test_form_opens_in_its_row_without_the_shell(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)

    response = client.get(from_desk(case, Action.ANNOUNCE), headers=in_row(case, Action.ANNOUNCE))

    said = response.content.decode()
    assert "<html" not in said
    assert f'hx-target="#steg-announce-{case.public_id}"' in said
    assert f'id="steg-announce-{case.public_id}_meeting"' in said


def test_step_done_in_its_row_leaves_one_line_with_a_way_back(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    fields = filled(client, case, world)

    response = client.post(
        from_desk(case, Action.ANNOUNCE), fields, headers=in_row(case, Action.ANNOUNCE)
    )

    assert response["HX-Retarget"] == f"#announce-{case.public_id}"
    said = response.content.decode()
    assert "Anmäldes till kommunfullmäktige" in said
    assert undo_of(case) in said
    assert list(get_messages(response.wsgi_request)) == []


def test_what_is_wrong_stays_in_the_row(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)
    fields = filled(client, case, world) | {"meeting": ""}

    response = client.post(
        from_desk(case, Action.ANNOUNCE), fields, headers=in_row(case, Action.ANNOUNCE)
    )

    assert response.status_code == 422
    assert "<html" not in response.content.decode()


def test_without_script_the_step_leads_back_to_the_desk(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    client.force_login(world.registrar)

    response = client.post(from_desk(case, Action.ANNOUNCE), filled(client, case, world))

    assert response["Location"] == reverse("arenden:desk", args=[world.organisation.slug])


def announced(world: World) -> Case:
    case = acting.registered(world)
    announce(case=case, doing=acting.now(world), meeting=world.second_meeting)
    return case


def test_undone_step_stands_in_the_timeline_with_the_one_that_took_it_back(
    client: Client,
) -> None:
    world = acting.world()
    case = announced(world)
    client.force_login(world.registrar)

    response = client.post(undo_of(case))

    assert response.status_code == 302
    case.refresh_from_db()
    assert (case.state, case.target_meeting) == ("registered", None)
    assert list(case.events.values_list("action", flat=True)) == [
        "take_off",
        "announce",
        "register",
    ]
    assert not case.agenda_items.filter(removed_reason="").exists()


def test_only_the_last_step_is_undone_and_only_by_who_did_it(client: Client) -> None:
    world = acting.world()
    case = announced(world)
    undo = undo_of(case)
    client.force_login(people.user(world.organisation, Role.REGISTRAR, name="Rolf"))
    by_another = client.post(undo).status_code
    client.force_login(world.registrar)

    client.post(undo)
    again = client.post(undo).status_code

    assert (by_another, again) == (404, 404)


def test_undone_preparation_begins_anew_with_another_body(client: Client) -> None:
    world = acting.world()
    case = acting.preparing(world)
    school = people.body(
        world.organisation, kind=BodyKind.COMMITTEE, name="Skolnämnden", abbreviation="SN"
    )
    client.force_login(world.registrar)

    client.post(undo_of(case))
    case.refresh_from_db()
    undone = (case.state, case.preparing_body)
    line = client.get(acting.case_url(case)).context["head"].procedure
    prepare(case=case, doing=acting.now(world), body=school, on=acting.today())

    assert undone == ("raised", None)
    assert [step.status for step in line if step.label == "Under beredning"] == ["next"]
    assert (case.state, case.preparing_body) == ("preparing", school)


def test_undone_handover_gives_the_cover_back_too(client: Client) -> None:
    world = acting.world()
    case = acting.registered(world)
    olle, eva = (people.user(world.organisation, Role.OFFICER, name=name) for name in ("O", "E"))
    cover(case=case, doing=acting.now(world), by=olle, first=acting.today(), last=None)
    assign(case=case, doing=acting.now(world), to=eva)
    client.force_login(world.registrar)

    client.post(undo_of(case))

    case.refresh_from_db()
    [row] = case.covers.all()
    assert (case.handler, row.substitute, row.ended_at) == (world.registrar, olle, None)


def test_absence_is_noted_and_ended_on_its_page(client: Client) -> None:
    world = acting.world()
    officer = people.user(world.organisation, Role.OFFICER, name="Olle Officer")
    client.force_login(world.registrar)
    away = reverse("arenden:away", args=[world.organisation.slug])
    who = {"handler": world.registrar.public_id, "substitute": officer.public_id}

    noted = client.post(away, who | {"first": "i dag", "last": "", "note": "Ring Eva"})
    [row] = client.get(away).context["rows"]
    client.post(away, {"end": row["key"]})

    after = client.get(away).context
    assert (noted.status_code, row["note"], row["may_end"]) == (302, "Ring Eva", True)
    assert (after["rows"], len(after["earlier"])) == ([], 1)
    assert "Avslutades i förtid av Rut Registrator." in after["earlier"][0]["noted"]


def test_absence_that_cannot_be_covered_says_why(client: Client) -> None:
    world = acting.world()
    client.force_login(world.registrar)
    away = reverse("arenden:away", args=[world.organisation.slug])
    own = world.registrar.public_id

    response = client.post(away, {"handler": own, "substitute": own, "first": "i dag"})

    assert response.status_code == 409
    assert response.context["form"].non_field_errors() == ["Välj en kollega, inte den som är borta"]


def test_officer_speaks_only_for_herself(client: Client) -> None:
    world = acting.world()
    officer = people.user(world.organisation, Role.OFFICER, name="Olle Officer")
    client.force_login(officer)
    away = reverse("arenden:away", args=[world.organisation.slug])

    response = client.post(
        away,
        {"handler": world.registrar.public_id, "substitute": officer.public_id, "first": "i dag"},
    )

    assert response.status_code == 422


@pytest.mark.parametrize(
    ("role", "start"),
    [
        (Role.REGISTRAR, "desk"),
        (Role.OFFICER, "desk"),
        (Role.REVIEWER, "cases"),
        (Role.COUNCILLOR, "my_cases"),
        (Role.ADMINISTRATOR, "admin"),
    ],
)
def test_organisation_opens_where_ones_day_begins(client: Client, role: Role, start: str) -> None:
    world = acting.world()
    client.force_login(people.user(world.organisation, role, person=world.asker))

    response = client.get(reverse("arenden:home", args=[world.organisation.slug]))

    assert response["Location"] == reverse(f"arenden:{start}", args=[world.organisation.slug])
