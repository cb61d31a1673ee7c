"""The organisation's reminder rules as its administrator changes them."""

from typing import Any

import pytest
from django.test import Client

from accounts.roles import Role
from tests.arenden.reminders.making import Reminded
from tests.arenden.reminders.paged import path, waiting
from tests.factories import people
from ärenden.choices import Audience, Purpose, ReminderStatus
from ärenden.models import ReminderRule

pytestmark = pytest.mark.django_db
RULE: dict[str, Any] = {
    "purpose": "answer_in",
    "trigger": "time",
    "n": "5",
    "unit": "days",
    "side": "before",
    "at": "7.30",
    "audience": "answerer",
    "wanted": "on",
}
SAID = "{} dagar före kl. 07.30 Till den som ska svara"


def administered(client: Client) -> Reminded:
    those, _ = waiting()
    client.force_login(people.user(those.world.organisation, Role.ADMINISTRATOR))
    return those


def sentences(client: Client, those: Reminded, heading: str) -> list[str]:
    groups = client.get(path(those, "admin_reminders")).context["groups"]
    return [
        f"{row.mark} {row.title}"
        for group in groups
        if group.heading == heading
        for row in group.rows
    ]


def five_days(those: Reminded) -> ReminderRule:
    rules = ReminderRule.objects.filter(organisation=those.world.organisation)
    return rules.get(purpose=Purpose.ANSWER_IN, audience=Audience.ANSWERER, n=5)


def said_after(client: Client, where: str, fields: dict[str, Any]) -> str:
    page = client.post(where, fields, follow=True)
    return " ".join(str(message) for message in page.context["messages"])


def test_rules_stand_as_sentences(client: Client) -> None:
    those = administered(client)

    found = sentences(client, those, "Svaret till kansliet")

    assert [said for said in found if said.endswith("svara")] == [
        SAID.format(10),
        SAID.format(5),
        "2 arbetsdagar före kl. 07.30 Till den som ska svara",
    ]


def test_changed_rule_replaces_what_waits_and_says_so(client: Client) -> None:
    those = administered(client)
    old = five_days(those)
    where = path(those, "admin_reminder", reminder_rule=old.public_id)

    said = said_after(client, where, RULE | {"n": "4"})

    assert said == (
        "Påminnelsen ändrades. 1 påminnelse som väntade skickas inte. Nya görs inom en minut."
    )
    assert SAID.format(4) in sentences(client, those, "Svaret till kansliet")
    assert set(old.reminders.values_list("status", flat=True)) == {ReminderStatus.REPLACED}
    change = those.world.organisation.changes.latest("pk")
    assert change.summary == "Påminnelse ändrad: Den som ska svara, 4 dagar före"


def test_ended_rule_reminds_no_more(client: Client) -> None:
    those = administered(client)
    old = five_days(those)
    where = path(those, "admin_reminder", reminder_rule=old.public_id)

    said = said_after(client, f"{where}?gor=ta-bort", {})

    assert said == "Påminnelsen togs bort. 1 påminnelse som väntade skickas inte."
    assert SAID.format(5) not in sentences(client, those, "Svaret till kansliet")
    assert client.get(where).status_code == 404


def test_restored_rules_are_the_usual_ones(client: Client) -> None:
    those = administered(client)
    usual = sentences(client, those, "Svaret till kansliet")
    where = path(those, "admin_reminder", reminder_rule=five_days(those).public_id)
    client.post(where, RULE | {"n": "4"})

    said = said_after(client, path(those, "admin_reminders_restore"), {})

    assert said.endswith("Påminnelserna är återställda: 1 togs bort och 1 lades till.")
    assert sorted(sentences(client, those, "Svaret till kansliet")) == sorted(usual)


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"purpose": ""}, "purpose", "Välj vad som ska göras: tiden räknas från den dagen"),
        ({"n": ""}, "n", "Skriv hur lång tid före eller efter"),
        ({"is_escalation": "on"}, "wanted", "En påminnelse som brådskar går alltid ut"),
        ({}, "__all__", "Det finns redan en sådan påminnelse"),
    ],
)
def test_rule_that_cannot_be_is_refused_in_words(
    client: Client, wrong: dict[str, str], field: str, said: str
) -> None:
    those = administered(client)

    answer = client.post(path(those, "admin_reminder_new"), RULE | wrong)

    assert (answer.status_code, answer.context["form"].errors) == (422, {field: [said]})


@pytest.mark.parametrize(
    ("trigger", "when"),
    [
        ("moved", "när datumet har flyttats"),
        ("lapsed", "när datumet inte längre gäller och inget nytt finns"),
    ],
)
def test_added_rule_of_changed_dates_needs_no_time(client: Client, trigger: str, when: str) -> None:
    those = administered(client)
    new = RULE | {"purpose": "decide", "trigger": trigger, "n": "", "audience": "presidium"}

    said = said_after(client, path(those, "admin_reminder_new"), new)

    assert said == "Påminnelsen lades till. Nya görs inom en minut."
    assert f"Genast {when} Till presidiet" in sentences(client, those, "Beslutas")
