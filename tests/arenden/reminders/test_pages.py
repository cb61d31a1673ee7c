"""The page of what is coming: whom it tells of what, and what can be done with a row."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.roles import Role
from parties.choices import BodyKind
from parties.memberships import name_accounts
from tests.arenden.reminders.paged import first, lines, order, path, waiting
from tests.factories import people
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.choices import ReminderStatus
from ärenden.models import Deadline, Reminder, ReminderSettings

pytestmark = pytest.mark.django_db
REASON = "Svaret är utlovat i telefon"
MOST_QUERIES = 14


def status(row: Reminder) -> tuple[str, str, str]:
    row.refresh_from_db()
    return row.status, row.reason, row.ordered_by


def test_what_is_coming_says_to_whom_of_what_and_why(client: Client) -> None:
    those, _ = waiting()
    client.force_login(those.world.registrar)

    found = lines(client, f"{path(those, 'reminders')}?person={those.answerer.public_id}")

    assert [(line.to, line.title, line.why, line.note) for line in found] == [
        ("Sven Svar", those.case.title, f"{when} före kl. 07.30, till den som ska svara.", "")
        for when in ("10 dagar", "5 dagar", "2 arbetsdagar")
    ]


def test_list_is_narrowed_to_a_case_by_its_number(client: Client) -> None:
    those, _ = waiting()
    client.force_login(those.world.registrar)
    coming = path(those, "reminders")

    numbers = [
        len(lines(client, f"{coming}?arende={typed}"))
        for typed in ("", those.case.dnr, those.case.public_id, "KS 1999/1")
    ]

    assert numbers[0] == numbers[1] == numbers[2] > 0
    assert numbers[3] == 0


def test_send_now_leaves_at_the_next_run_and_hold_waits(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    now, held = first(deadline, those.answerer), first(deadline, those.handler)

    done = [order(client, those, "send", now), order(client, those, "hold", held, reason=REASON)]

    assert done == [302, 302]
    assert status(now) == (ReminderStatus.WAITING, "", "Rut Registrator")
    assert now.send_at <= timezone.now()
    assert status(held) == (ReminderStatus.HELD, REASON, "Rut Registrator")


def test_held_reminder_is_let_go_with_its_own_time(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    row = first(deadline, those.handler)
    order(client, those, "hold", row, reason=REASON)
    shown = [line.note for line in lines(client, path(those, "reminders")) if line.status]

    order(client, those, "let_go", row)

    assert shown == [f"Hålls tillbaka av Rut Registrator: {REASON}"]
    assert status(row) == (ReminderStatus.WAITING, "", "")


def test_hold_without_reason_asks_for_one(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    row = first(deadline, those.handler)

    answer = client.post(path(those, "reminder_hold", reminder=row.public_id), {"reason": " "})

    assert answer.status_code == 422
    assert answer.context["form"].errors == {"reason": ["Skriv varför påminnelsen hålls inne"]}
    assert status(row)[0] == ReminderStatus.WAITING


def test_what_has_been_closed_meanwhile_is_refused_in_words(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    row = first(deadline, those.handler)
    Reminder.objects.filter(pk=row.pk).update(
        status=ReminderStatus.NOT_NEEDED, reason="Klart", closed_at=timezone.now()
    )
    send = path(those, "reminder_send", reminder=row.public_id)

    said = client.post(send, follow=True).content.decode()

    assert "Påminnelsen är redan skickad eller stängd." in said


def test_recipients_hours_tell_when_it_leaves(client: Client) -> None:
    those, _ = waiting()
    ReminderSettings.objects.create(
        user=those.answerer, organisation=those.world.organisation, digest_at="16:00"
    )
    client.force_login(those.world.registrar)

    found = lines(client, f"{path(those, 'reminders')}?person={those.answerer.public_id}")

    assert {line.note.partition(" att den skickas ")[0] for line in found} == {
        "Mottagarens tider gör"
    }
    assert all(line.note.endswith("kl. 16.00.") for line in found)


def test_secret_case_is_only_counted(client: Client) -> None:
    those, deadline = waiting()
    ground = {"provision": "bestämmelse för prov", "authority": "Nämnden"}
    doing = those.world.doing(on=timezone.localdate())
    mark_secrecy(case=those.case, doing=doing, new=NewMark(row=those.case, **ground))
    uncleared = people.user(those.world.organisation, Role.OFFICER, name="Olle Ovetande")
    client.force_login(uncleared)

    page = client.get(path(those, "reminders"))
    sent = order(client, those, "send", first(deadline, those.answerer))

    number = deadline.reminders.count()
    assert page.context["hidden"] == f"{number} påminnelser rör ärenden som du inte får läsa."
    assert (page.context["days"], sent) == ([], 404)
    assert those.case.dnr not in page.content.decode()


def test_only_those_who_prepare_the_case_order_its_reminders(client: Client) -> None:
    those, deadline = waiting()
    home, row = those.world.organisation, first(deadline, those.answerer)
    school = people.body(home, kind=BodyKind.BOARD, name="Skolnämnden", abbreviation="SN")
    readers = (
        people.user(home, Role.COMMITTEE_SECRETARY, of=school),
        people.user(home, Role.REVIEWER),
        those.answerer,
    )

    found = []
    for reader in readers:
        client.force_login(reader)
        opened = client.get(path(those, "reminders")).status_code
        found.append((opened, order(client, those, "send", row)))

    assert found == [(200, 403), (403, 403), (403, 403)]


def add(deadline: Deadline, number: int) -> None:
    """So many more of the same person, as of one deadline moved again and again."""
    like = deadline.reminders.earliest("pk")
    Reminder.objects.bulk_create(
        Reminder(
            organisation=like.organisation,
            deadline=deadline,
            rule=like.rule,
            recipient=like.recipient,
            due_at=like.due_at + timedelta(minutes=step),
            send_at=like.send_at,
        )
        for step in range(1, number + 1)
    )


def test_list_asks_as_much_however_long_it_is(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    counts, totals = set(), []
    for more in (0, 200):
        add(deadline, more)
        with CaptureQueriesContext(connection) as captured:
            totals.append(client.get(path(those, "reminders")).context["total"])
        counts.add(len(captured))

    assert totals[1] == totals[0] + 200
    assert len(counts) == 1
    assert max(counts) <= MOST_QUERIES


def test_protected_recipient_has_no_name(client: Client) -> None:
    those, _ = waiting()
    those.world.answerer.has_protected_identity = True
    those.world.answerer.save()
    name_accounts(those.world.answerer)
    client.force_login(those.world.registrar)

    said = client.get(path(those, "reminders")).content.decode()
    found = lines(client, path(those, "reminders"))

    assert "Sven Svar" not in said
    assert "Skyddade personuppgifter" in {line.to for line in found}


def test_case_page_tells_what_was_last_sent_and_what_is_next(client: Client) -> None:
    those, _ = waiting()
    where = path(those, "case", case=those.case.public_id)
    client.force_login(those.world.registrar)

    beside = client.get(where).context["reminders"]
    client.force_login(those.answerer)
    to_another = client.get(where).context["reminders"]

    assert (beside.last, len(beside.coming), to_another) == ("", 3, None)
    assert {said.partition(" till ")[2] for said in beside.coming} == {
        "Sven Svar. Svaret till kansliet.",
        "Hanna Handläggare. Svaret till kansliet.",
    }


def test_desk_counts_what_is_coming(client: Client) -> None:
    those, deadline = waiting()
    client.force_login(those.world.registrar)
    order(client, those, "hold", first(deadline, those.handler), reason=REASON)

    told = client.get(path(those, "desk")).context["reminders"]

    number = deadline.reminders.count() - 1
    assert [(each.label, each.number) for each in told] == [
        ("Skickas inom två veckor", number),
        ("Hålls tillbaka", 1),
    ]


def test_meeting_stands_with_its_own_times(client: Client) -> None:
    those, deadline = waiting()
    Deadline.objects.filter(pk=deadline.pk).update(case=None, meeting=those.world.first_meeting)
    client.force_login(those.world.registrar)

    found = lines(client, path(those, "reminders"))

    assert {(line.title, line.number) for line in found} == {(str(those.world.first_meeting), "")}
