"""Motionsbalans: the coming one, a motion's words in it, the frozen one and its Word document."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from kernel.dates import full_date, long_date
from meetings.models import Meeting
from tests.arenden.web import acting
from tests.factories import people
from tests.factories.cases import World
from ärenden.actions.balance import freeze
from ärenden.actions.meetings import Sitting
from ärenden.actions.preparation import prepare, raise_case
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.models import BalanceNote, Case, MotionReport

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


def address(world: World) -> str:
    return reverse("arenden:motion_balance", args=[world.organisation.slug])


def note_address(case: Case) -> str:
    return reverse("arenden:balance_note", args=[case.organisation.slug, case.public_id])


def report_address(report: MotionReport, name: str = "motion_report") -> str:
    return reverse(f"arenden:{name}", args=[report.body.organisation.slug, report.public_id])


def signed_in(client: Client, world: World, role: Role = Role.REGISTRAR) -> Client:
    user = world.registrar if role == Role.REGISTRAR else people.user(world.organisation, role)
    client.force_login(user)
    return client


def shown(client: Client, world: World) -> Any:
    response = signed_in(client, world).get(address(world))
    assert response.status_code == 200
    return response.context


def frozen(world: World) -> MotionReport:
    doing = acting.now(world)
    return freeze(council=world.council, meeting=world.second_meeting, doing=doing)


def held(report: MotionReport) -> MotionReport:
    """The report of a meeting that was to come, and has been held."""
    Meeting.objects.filter(pk=report.meeting_id).update(held_on=acting.today())
    return report


def test_page_lists_motions_and_then_medborgarforslag_with_their_age(client: Client) -> None:
    world = acting.world()
    motion = acting.preparing(world)
    citizens = acting.citizen_proposal(world)
    met = Sitting(meeting=world.first_meeting)
    raise_case(case=citizens, doing=acting.now(world), sitting=met, raised_on=None)

    context = shown(client, world)

    listed = [(part.heading, [line.title for line in part.lines]) for part in context["parts"]]
    assert listed == [("Motioner", [motion.title]), ("Medborgarförslag", [citizens.title])]
    line = context["parts"][0].lines[0]
    assert (line.signers, line.age) == ("Frida Fråga (V)", "7 dagar")
    assert line.raised == f"Väckt {full_date(acting.today() - timedelta(days=7))}"
    assert line.place == f"Bereds av kommunstyrelsen sedan {full_date(acting.today())}"
    assert context["total"] == "En motion och ett medborgarförslag är obesvarade."


def test_motion_whose_year_has_passed_says_so(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    Case.objects.filter(pk=case.pk).update(raised_on=acting.today() - timedelta(days=400))

    context = shown(client, world)

    assert context["total"] == "En motion är obesvarad. För den har ett år gått."
    assert context["parts"][0].lines[0].tone == "late"


def test_decided_motion_is_not_among_them(client: Client) -> None:
    world = acting.world()
    acting.decided(world)

    page = signed_in(client, world).get(address(world)).content.decode()

    assert "Ingen motion är obesvarad." in page


def test_page_says_when_the_next_report_is(client: Client) -> None:
    world = acting.world()
    year = acting.today().year + 1
    for month in (4, 10):
        people.meeting(world.council, acting.today().replace(year=year, month=month, day=20))

    told = shown(client, world)["next"]

    assert told.meeting.day.month in {4, 10}
    assert told.sentence.endswith(f"{long_date(told.meeting.day)}. Vanlig praxis.")


def test_secret_case_is_named_by_its_number_only(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    new = NewMark(row=case, provision="prov", authority="Kommunstyrelsen")
    mark_secrecy(case=case, doing=acting.now(world), new=new)

    context = shown(client, world)

    assert (context["parts"], [number for _, number in context["secret"]]) == ([], [case.dnr])


def test_words_are_written_in_the_row_and_stand_there(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    row = {"HX-Target": f"rad-{case.public_id}"}
    form = signed_in(client, world).get(note_address(case), headers=row).content.decode()

    sent = {"shown": "Utredningen är klar.", "proposed": "write_off"}
    answer = client.post(note_address(case), sent, headers=row).content.decode()

    assert form.startswith("\n<tr")
    assert "<form" in form
    assert "Utredningen är klar." in answer
    assert "Avskrivs från vidare handläggning" in answer
    [line] = shown(client, world)["parts"][0].lines
    assert (line.shown, line.written) == (
        "Utredningen är klar.",
        f"Skrivet av Rut Registrator {full_date(acting.today())}",
    )


def test_words_left_as_the_register_says_are_not_kept(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    sent = {"shown": "Beredningen har inte börjat.", "proposed": "continue"}

    answer = signed_in(client, world).post(note_address(case), sent)

    assert answer["Location"] == f"{address(world)}#rad-{case.public_id}"
    assert not BalanceNote.objects.exists()


def test_words_of_the_register_follow_it_when_only_the_proposal_was_written(
    client: Client,
) -> None:
    world = acting.world()
    case = acting.raised(world)
    browser = signed_in(client, world)
    sent = {"shown": "Beredningen har inte börjat.", "proposed": "write_off"}

    browser.post(note_address(case), sent)
    browser.post(note_address(case), sent)
    kept = BalanceNote.objects.get().shown
    browser.post(note_address(case), sent | {"proposed": "continue"})

    assert (kept, BalanceNote.objects.exists()) == ("", False)


def test_case_that_is_not_to_be_reported_has_no_words(client: Client) -> None:
    world = acting.world()
    case = acting.decided(world)

    assert signed_in(client, world).get(note_address(case)).status_code == 404


def test_words_are_for_those_who_prepare_the_case(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)

    reviewer = signed_in(client, world, Role.REVIEWER)

    assert reviewer.get(note_address(case)).status_code == 403


def test_frozen_report_stands_when_the_case_goes_on(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    report = frozen(world)
    Case.objects.filter(pk=case.pk).update(title="Ändrad rubrik")

    page = signed_in(client, world).get(report_address(report)).content.decode()

    assert case.title in page
    assert "Ändrad rubrik" not in page


def test_freezing_leads_to_the_frozen_report(client: Client) -> None:
    world = acting.world()
    acting.raised(world)

    answer = signed_in(client, world).post(address(world), {"meeting": world.second_meeting.pk})

    report = MotionReport.objects.get()
    assert answer["Location"] == report_address(report)
    assert report.meeting == world.second_meeting


def test_officer_reads_but_does_not_freeze(client: Client) -> None:
    world = acting.world()
    acting.raised(world)
    officer = signed_in(client, world, Role.OFFICER)

    form = officer.get(address(world)).context["form"]
    answer = officer.post(address(world), {"meeting": world.second_meeting.pk})

    assert (form, answer.status_code) == (None, 403)
    assert not MotionReport.objects.exists()


def test_report_is_noted_as_told_after_the_meeting(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    report = held(frozen(world))

    signed_in(client, world).post(report_address(report), {"paragraph": "12"})

    report.refresh_from_db()
    assert str(report.minutes_item) == "§ 12"
    assert str(case.events.first()).endswith("§ 12")
    assert client.get(report_address(report)).context["form"] is None


def test_meeting_leads_to_its_report(client: Client) -> None:
    world = acting.world()
    acting.raised(world)
    report = frozen(world)
    where = [world.organisation.slug, world.second_meeting.public_id]

    page = signed_in(client, world).get(reverse("arenden:meeting", args=where))

    assert page.context["balance"][0] == report_address(report)


def test_report_that_cannot_be_noted_says_why(client: Client) -> None:
    world = acting.world()
    acting.raised(world)
    report = frozen(world)

    answer = signed_in(client, world).post(report_address(report), {"paragraph": "12"})

    assert answer.status_code == 409
    assert "Sammanträdet har inte hållits än" in answer.content.decode()


def test_case_made_secret_since_is_hidden_in_the_frozen_report(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    report = frozen(world)
    new = NewMark(row=case, provision="prov", authority="Kommunstyrelsen")
    mark_secrecy(case=case, doing=acting.now(world), new=new)

    page = signed_in(client, world, Role.REVIEWER).get(report_address(report)).content.decode()

    assert case.title not in page
    assert "En rad visas inte för dig" in page


def test_many_motions_ask_no_more_than_one(client: Client) -> None:
    world = acting.world()
    counts = []
    for number in (1, 3):
        for _ in range(number):
            case = acting.motion(world)
            met = Sitting(meeting=world.first_meeting)
            raise_case(case=case, doing=acting.now(world), sitting=met, raised_on=None)
            prepare(case=case, doing=acting.now(world), body=world.board, on=acting.today())
        signed_in(client, world)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(world))
        counts.append(len(asked))

    assert counts[0] == counts[1]
    assert counts[0] <= MOST_QUERIES
