"""The group's desk and its notes as a member meets them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from tests.arenden.groups.making import WORDS, Grouped, leaves, outsiders, path
from tests.arenden.web.case_page import LATER, answer_of, shown
from tests.factories import cases, people
from ärenden import group_access
from ärenden.actions.answers import hand_over_answer, receive_answer
from ärenden.actions.groups import save_view, watch
from ärenden.models import Case, GroupNote, GroupReader

pytestmark = pytest.mark.django_db
PROMISED = "Vi återkommer\ntill nämnden i höst."
MOST_QUERIES = 15  # with session, account, roles, menu and colours; the page itself asks ten


def on_case(made: Grouped, case: Case | None = None) -> str:
    return path(made, "group_case", case=(case or made.case).public_id)


def answered(made: Grouped) -> None:
    receive_answer(
        case=made.case,
        doing=made.world.doing(on=LATER),
        new=answer_of(made.case, "Trettio.", f"Inte än. {PROMISED}"),
    )
    hand_over_answer(case=made.case, doing=made.world.doing(on=LATER), on=LATER)


def test_desk_shows_own_open_cases_with_age_and_holder(client: Client, made: Grouped) -> None:
    page = client.get(path(made, "group")).context

    days = (timezone.localdate() - cases.TODAY).days
    assert [(row.title, row.held, row.age) for row in page["cases"]] == [
        (made.case.title, "Sven Svar ska svara", f"{days} dagar")
    ]


def test_case_whose_answer_is_in_is_no_longer_with_the_one_who_answered(
    client: Client, made: Grouped
) -> None:
    answered(made)

    assert [row.held for row in client.get(path(made, "group")).context["cases"]] == [
        "hos kommunfullmäktige"
    ]


def test_way_to_the_desk_is_the_own_group_and_says_when_there_is_none(
    client: Client, made: Grouped
) -> None:
    way = reverse("arenden:groups", args=[made.world.organisation.slug])

    assert client.get(way)["Location"] == path(made, "group")
    leaves(made.member, on=timezone.localdate())
    assert "Du är inte med i någon partigrupp" in client.get(way).content.decode()


def test_case_put_by_a_member_before_she_left_stays_the_groups(
    client: Client, made: Grouped
) -> None:
    leaves(made.member, on=timezone.localdate())
    client.force_login(made.secretary)

    assert [row.title for row in client.get(path(made, "group")).context["cases"]] == [
        made.case.title
    ]


def test_other_parties_open_cases_are_counted(client: Client, made: Grouped) -> None:
    world = made.world
    for _ in range(2):
        cases.registered_case(
            world,
            signatories=[cases.name_of(world.answerer, party="(S)")],
            addressee=cases.name_of(world.asker),
        )

    others = client.get(path(made, "group")).context["others"]

    assert [(row.letters, row.told) for row in others] == [("S", "2 ärenden")]


def test_note_is_written_and_shown_beside_the_case(client: Client, made: Grouped) -> None:
    sent = {
        "n-text": WORDS,
        "n-ask_again_on": "2027-01-15",
        "n-assigned_to": str(made.world.asker.public_id),
    }
    response = client.post(on_case(made), sent)

    note = GroupNote.objects.get()
    assert response["Location"] == on_case(made)
    assert (note.text, note.assigned_to, note.written_by) == (WORDS, made.world.asker, made.member)
    beside = shown(client, made.case)["beside"]
    assert [row.text for group in beside for row in group.rows] == [WORDS]
    assert [row.text for row in client.get(path(made, "group")).context["asks"]] == [WORDS]


def test_empty_note_is_refused_in_words(client: Client, made: Grouped) -> None:
    response = client.post(on_case(made), {"n-text": " "})

    assert response.status_code == 422
    assert "Skriv anteckningen" in response.content.decode()
    assert not GroupNote.objects.exists()


def test_promise_is_marked_with_the_answers_own_words(client: Client, made: Grouped) -> None:
    answered(made)
    words = PROMISED.replace("\n", " ")

    client.post(on_case(made), {"slag": "lofte", "l-quote": words, "l-ask_again_on": "2026-10-01"})

    note = GroupNote.objects.get()
    assert (note.quote, note.part.question.number) == (words, 2)
    assert [row.source for row in client.get(path(made, "group")).context["asks"]] == [
        "Sven Svar i svaret, fråga 2"
    ]


def test_words_that_are_not_in_the_answer_are_no_promise(client: Client, made: Grouped) -> None:
    answered(made)
    sent = {"slag": "lofte", "l-quote": "Vi bygger en bro.", "l-ask_again_on": "2026-10-01"}

    response = client.post(on_case(made), sent)

    assert response.status_code == 422
    assert "Orden står inte i svaret." in response.content.decode()


def test_answer_that_is_not_handed_over_can_be_quoted_by_nobody(
    client: Client, made: Grouped
) -> None:
    receive_answer(
        case=made.case, doing=made.world.doing(on=LATER), new=answer_of(made.case, "Ja.", PROMISED)
    )

    assert client.get(on_case(made)).context["promise_form"] is None
    client.post(
        on_case(made), {"slag": "lofte", "l-quote": PROMISED, "l-ask_again_on": "2026-10-01"}
    )
    assert not GroupNote.objects.exists()


def test_note_is_changed_settled_opened_and_deleted(client: Client, made: Grouped) -> None:
    note = made.note(ask_again_on=cases.TODAY)
    page = path(made, "group_note", entry=note.public_id)

    mark = client.get(page).context["shown"]
    client.post(page, {"text": "Fråga om avtalet", "ask_again_on": "2027-03-01", "shown": mark})
    note.refresh_from_db()
    assert (note.text, f"{note.ask_again_on}") == ("Fråga om avtalet", "2027-03-01")
    client.post(page, {"gor": "klar"})
    assert client.get(path(made, "group")).context["asks"] == []
    client.post(page, {"gor": "oppna"})
    assert len(client.get(path(made, "group")).context["asks"]) == 1
    client.post(page, {"gor": "radera"})
    assert not GroupNote.objects.exists()
    assert client.get(page).status_code == 404


def test_export_has_the_groups_notes_and_calculates_nothing(client: Client, made: Grouped) -> None:
    made.note("=1+1")

    response = client.get(path(made, "group_export"))

    assert response["Content-Disposition"].startswith("attachment")
    rows = response.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert f"{made.case.dnr};{made.case.title};;'=1+1;" in rows[1]


def test_member_may_not_delete_everything_but_the_secretary_may(
    client: Client, made: Grouped
) -> None:
    made.note()

    assert client.post(path(made, "group_notes")).status_code == 403
    client.force_login(made.secretary)
    client.post(path(made, "group_notes"))

    assert not GroupNote.objects.exists()


def test_watched_case_tells_what_is_new_since_the_last_visit(client: Client, made: Grouped) -> None:
    watch(made.by(), made.case)
    answered(made)
    desk, now = path(made, "group"), timezone.now()
    client.get(desk)

    told = []
    for before in (now, cases.noon()):
        GroupReader.objects.update(previous_at=before, latest_at=now)
        told += [row.told for row in client.get(desk).context["watched"]]

    assert told == ["Inget nytt sedan ditt förra besök", "2 nya händelser"]


def test_watch_is_turned_on_and_off(client: Client, made: Grouped) -> None:
    page = path(made, "group_watch", case=made.case.public_id)
    watches = group_access.watches_of(made.member, on=timezone.localdate())

    client.post(page, {"bevaka": "ja"})
    assert [watch.case for watch in watches] == [made.case]
    client.post(page, {"bevaka": "nej"})
    assert not watches.all().exists()


@pytest.mark.parametrize("name", ["group", "group_cases", "group_notes"])
def test_queries_do_not_grow_with_the_rows(client: Client, made: Grouped, name: str) -> None:
    save_view(made.by(), name="Öppna", query="visa=oppna", for_group=True)
    made.note(ask_again_on=cases.TODAY)
    watch(made.by(), made.case)
    client.get(path(made, name))
    taken = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path(made, name)).status_code == 200
        taken.append(len(asked))
        for _ in range(8):
            case = cases.registered_case(made.world)
            made.note(case=case, ask_again_on=cases.TODAY)
            watch(made.by(), case)

    assert taken[0] == taken[1]
    assert taken[0] <= MOST_QUERIES


def test_protected_post_of_an_outsider_is_not_there(client: Client, made: Grouped) -> None:
    note = made.note()
    page = path(made, "group_note", entry=note.public_id)

    for user in outsiders(made).values():
        client.force_login(user)
        for answer in (client.get(page), client.post(page, {"gor": "radera"})):
            assert answer.status_code == 404
    assert GroupNote.objects.get() == note


def test_protected_case_page_of_an_outsider_has_no_private_ground(
    client: Client, made: Grouped
) -> None:
    made.note()
    colleague = people.person(
        made.world.organisation, "Lo Ledamot", party=people.party(), member_of=made.world.council
    )
    client.force_login(people.user(made.world.organisation, Role.COUNCILLOR, person=colleague))

    assert shown(client, made.case)["beside"] == []
