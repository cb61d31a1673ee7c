"""A date that is gone with its meeting is told once, to those who counted on it."""

from collections import Counter
from datetime import date

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.choices import MeetingStatus
from meetings.models import Meeting
from tests.arenden.reminders.making import Reminded, at, reminded, run
from tests.factories import people
from ärenden.actions.answers import NewAnswer, receive_answer
from ärenden.actions.endings import withdraw
from ärenden.actions.meetings import Sitting
from ärenden.actions.permission import permit
from ärenden.actions.recount import after_meeting_change
from ärenden.actions.reminders.planning import plan
from ärenden.actions.values import Part
from ärenden.choices import DeadlineStatus, Purpose, Trigger
from ärenden.models import Deadline, Reminder, ReminderRule

pytestmark = pytest.mark.django_db
APRIL_1, APRIL_2, APRIL_8 = date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 8)
WHY = "kommunfullmäktige måndag 27 april 2026 ställdes in"
NEXT = "Ett nytt datum räknas fram när nästa sammanträde är planerat."
RULE = "när datumet inte längre gäller och inget nytt finns"
AGAIN = "Det finns ett datum igen."
TO = ["Hanna Handläggare", "Sven Svar"]


@pytest.fixture
def those() -> Reminded:
    """Answered on 27 April; no other meeting is planned."""
    those = reminded()
    world = those.world
    sitting = Sitting(meeting=world.first_meeting)
    permit(case=those.case, doing=world.doing(on=date(2026, 3, 30)), sitting=sitting)
    return those


def change(those: Reminded, status: MeetingStatus, *, on: date, why: str = WHY) -> None:
    Meeting.objects.filter(pk=those.world.second_meeting.pk).update(status=status)
    after_meeting_change(those.world.council, doing=those.world.doing(on=on), why=why)


def cancel(those: Reminded, *, on: date = APRIL_1) -> None:
    change(those, MeetingStatus.CANCELLED, on=on)


def reinstate(those: Reminded, *, on: date = APRIL_2) -> None:
    change(those, MeetingStatus.PLANNED, on=on, why="hålls ändå")


def rows(trigger: Trigger) -> Counter[str]:
    """How many by how they stand."""
    found = Reminder.objects.filter(rule__trigger=trigger)
    return Counter(found.values_list("status", flat=True))


def told() -> list[str]:
    """To whom the mails went."""
    rows = Reminder.objects.filter(rule__trigger=Trigger.LAPSED, status="sent")
    return sorted(set(rows.values_list("recipient__name", flat=True)))


def test_cancelled_meeting_is_told_in_one_mail_to_all_who_counted_on_it(those: Reminded) -> None:
    cancel(those)

    sent = run(at(APRIL_1, 12, 1))

    assert {subject for _, subject in sent} == {"3 datum gäller inte längre"}
    assert (len(sent), told()) == (2, TO)
    [text] = [str(each.body) for each in mail.outbox if each.to == [those.answerer.email]]
    assert text.splitlines()[2:7] == [
        "Svaret till kansliet: interpellation KS 2026/00001",
        "Inget datum",
        f"Måndag 20 april 2026 gäller inte längre: {WHY}. {NEXT}",
        "Vem: Sven Svar",
        f"Du får påminnelsen därför att du ska svara. Regeln: {RULE}.",
    ]


def test_it_is_told_once_though_the_night_was_missed(those: Reminded) -> None:
    cancel(those)

    mornings = [len(run(at(day, 8))) for day in (APRIL_8, APRIL_8, date(2026, 4, 20))]

    assert mornings == [2, 0, 0]


def test_one_lost_date_is_named_in_the_subject(those: Reminded) -> None:
    Deadline.objects.exclude(purpose=Purpose.ANSWER).delete()
    cancel(those)

    sent = run(at(APRIL_1, 12, 1))

    assert {subject for _, subject in sent} == {"Besvaras utan datum: interpellation KS 2026/00001"}


def test_new_date_before_the_mail_has_gone_is_told_instead(those: Reminded) -> None:
    cancel(those)
    plan(at(APRIL_1, 12, 1))
    people.meeting(those.world.council, date(2026, 6, 15))
    doing = those.world.doing(on=APRIL_2)
    after_meeting_change(those.world.council, doing=doing, why="nytt sammanträde")

    run(at(APRIL_2, 12, 1))

    assert (rows(Trigger.LAPSED), told()) == ({"replaced": 6}, [])
    assert "Datumet har flyttats. Det var måndag 20 april 2026." in str(mail.outbox[0].body)


def test_meeting_cancelled_by_mistake_is_told_to_no_one(those: Reminded) -> None:
    cancel(those)
    plan(at(APRIL_1, 12, 1))
    reinstate(those)

    assert run(at(APRIL_2, 12, 1)) == []


def test_one_who_heard_that_there_is_no_date_hears_that_the_same_one_holds(
    those: Reminded,
) -> None:
    cancel(those)
    run(at(APRIL_1, 12, 1))
    reinstate(those)

    sent = run(at(APRIL_2, 12, 1))

    assert [address for address, _ in sent] == [those.handler.email, those.answerer.email]
    assert str(mail.outbox[-1].body).count(AGAIN) == 3


def test_date_that_came_and_went_between_two_runs_is_no_news(those: Reminded) -> None:
    cancel(those)
    run(at(APRIL_1, 12, 1))
    reinstate(those)
    cancel(those, on=APRIL_8)

    assert run(at(APRIL_8, 12, 1)) == []


def test_what_is_done_without_a_day_is_told_no_more(those: Reminded) -> None:
    cancel(those)
    plan(at(APRIL_1, 12, 1))
    answer = NewAnswer(parts=[Part(text="Fjorton.")], received_on=APRIL_2)
    receive_answer(case=those.case, doing=those.world.doing(on=APRIL_2), new=answer)

    run(at(APRIL_2, 12, 1))

    gone = those.case.deadlines.get(purpose=Purpose.ANSWER_IN)
    assert gone.status == DeadlineStatus.WAIVED
    assert rows(Trigger.LAPSED) == {"sent": 4, "not_needed": 2}


def test_ended_case_waits_for_no_meeting(those: Reminded) -> None:
    cancel(those)
    withdraw(case=those.case, doing=those.world.doing(on=APRIL_2), on=APRIL_2)

    assert run(at(APRIL_8)) == []
    assert {row.status for row in those.case.deadlines.all()} == {DeadlineStatus.WAIVED}


def test_organisation_without_the_rule_tells_no_one(those: Reminded) -> None:
    ReminderRule.objects.filter(trigger=Trigger.LAPSED).update(ended_at=timezone.now())
    cancel(those)

    assert run(at(APRIL_1, 12, 1)) == []


def test_it_stands_in_the_case_and_among_what_was_sent(those: Reminded, client: Client) -> None:
    cancel(those)
    run(at(APRIL_1, 12, 1))
    client.force_login(those.world.registrar)
    slug = those.world.organisation.slug

    case = client.get(reverse("arenden:case", args=[slug, those.case.public_id]))
    ended = client.get(reverse("arenden:reminders_ended", args=[slug]))

    assert case.context["reminders"].last.endswith(" utan datum.")
    assert "Väntar på att ett sammanträde planeras" in case.content.decode()
    assert {line.due for line in ended.context["lines"]} == {
        f"{what} gäller inte, och inget nytt datum finns."
        for what in (
            "Svaret till kansliet: 20 april 2026",
            "Svaret till frågeställaren: 26 april 2026",
            "Besvaras: 27 april 2026",
        )
    }
