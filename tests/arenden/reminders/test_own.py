"""One's own reminders: what may be chosen, and what may not."""

from datetime import time

import pytest
from django.test import Client

from tests.arenden.reminders.making import Reminded, reminded
from tests.arenden.reminders.paged import path
from ärenden.choices import Audience, Purpose, Trigger, Wanted
from ärenden.models import ReminderChoice, ReminderRule, ReminderSettings

pytestmark = pytest.mark.django_db
USUAL = {"by_mail": "1", "pace": "genast", "quiet_from": "21.00", "quiet_until": "7.00"}


def at_home(client: Client) -> Reminded:
    those = reminded()
    client.force_login(those.answerer)
    return those


def kept(those: Reminded) -> ReminderSettings:
    return ReminderSettings.objects.get(user=those.answerer)


def test_page_offers_what_the_role_can_get(client: Client) -> None:
    those = at_home(client)

    page = client.get(path(those, "own_reminders"))

    assert [field.label for field in page.context["form"].kinds] == [
        "När du ska svara",
        "Det som du har lämnat in",
        "Organ där du är ledamot eller ersättare",
    ]
    ((why, lines),) = page.context["always"]
    assert why == "De här går ut därför att det är bråttom eller redan för sent."
    assert lines[0] == "Svaret till kansliet: på dagen kl. 07.30"


def test_digest_and_quiet_hours_are_kept(client: Client) -> None:
    those = at_home(client)
    chosen = {"pace": "samlat", "digest_at": "8", "quiet_from": "20", "quiet_until": "6.30"}

    answer = client.post(path(those, "own_reminders"), USUAL | chosen)

    settings = kept(those)
    assert answer.status_code == 302
    assert (settings.digest_at, settings.quiet_from, settings.quiet_until, settings.by_mail) == (
        *(time(8), time(20), time(6, 30)),
        True,
    )


def test_choices_differ_from_the_usual_only(client: Client) -> None:
    those = at_home(client)
    rules = ReminderRule.objects.filter(organisation=those.world.organisation)
    declined = rules.get(purpose=Purpose.ANSWER_IN, audience=Audience.ANSWERER, n=10)
    asked_for = rules.get(purpose=Purpose.ANSWER, audience=Audience.ASKER)
    of_changes = rules.exclude(trigger=Trigger.TIME).filter(audience=Audience.ASKER)
    answering = rules.filter(audience=Audience.ANSWERER).exclude(pk=declined.pk)
    chosen = {
        "answerer": [str(rule.public_id) for rule in answering],
        "asker": [str(rule.public_id) for rule in (asked_for, *of_changes)],
    }

    client.post(path(those, "own_reminders"), USUAL | chosen)

    choices = ReminderChoice.objects.filter(user=those.answerer)
    assert set(choices.values_list("rule", "is_wanted")) == {
        (declined.pk, False),
        (asked_for.pk, True),
    }


def test_what_always_goes_cannot_be_declined(client: Client) -> None:
    those = at_home(client)

    client.post(path(those, "own_reminders"), USUAL)

    declined = ReminderChoice.objects.filter(user=those.answerer, is_wanted=False)
    assert set(declined.values_list("rule__wanted", flat=True)) == {Wanted.UNLESS_DECLINED}


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (
            {"pace": "samlat", "digest_at": "22"},
            "Det samlade mejlet kan inte komma i din tysta tid",
        ),
        (
            {"quiet_from": "8", "quiet_until": "7"},
            "Lämna minst sex timmar om dygnet då mejl får skickas",
        ),
    ],
)
def test_hours_that_would_hide_a_reminder_are_refused(
    client: Client, chosen: dict[str, str], said: str
) -> None:
    those = at_home(client)

    answer = client.post(path(those, "own_reminders"), USUAL | chosen)

    assert (answer.status_code, answer.context["form"].non_field_errors()) == (409, [said])
    assert not ReminderSettings.objects.exists()


def test_handler_has_her_own_kinds(client: Client) -> None:
    those = reminded()
    client.force_login(those.handler)

    page = client.get(path(those, "own_reminders"))

    kinds = [field.label for field in page.context["form"].kinds]
    assert (kinds, page.context["always"]) == (
        ["Ärenden som du handlägger eller vikarierar för"],
        [],
    )
