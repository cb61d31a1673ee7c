"""Reminders and their rules in the words of their pages."""

from collections.abc import Mapping

from kernel.dates import clock
from kernel.text import capital
from ärenden.choices import Audience, Purpose, Trigger, Wanted
from ärenden.models import ReminderRule

EVERYTHING = "Allt som har ett datum"
TO: Mapping[Audience, str] = {
    Audience.ANSWERER: "den som ska svara",
    Audience.HANDLER: "handläggaren, eller den som vikarierar",
    Audience.OFFICE: "nämndsekreteraren, annars registratorerna",
    Audience.ASKED: "kansliet hos den som ska yttra sig",
    Audience.PRESIDIUM: "presidiet",
    Audience.ASKER: "den som har lämnat in ärendet",
    Audience.GROUP_LEADER: "gruppledaren för den som har lämnat in ärendet",
    Audience.MEMBERS: "ledamöter och ersättare",
}
CHOOSING: Mapping[Wanted, str] = {
    Wanted.ALWAYS: "Kan inte väljas bort",
    Wanted.UNLESS_DECLINED: "Var och en kan välja bort den",
    Wanted.IF_CHOSEN: "Bara till dem som har valt den",
}


def purpose_of(rule: ReminderRule) -> str:
    return Purpose(rule.purpose).label if rule.purpose else EVERYTHING


def when_of(rule: ReminderRule) -> str:
    """`2 dagar före kl. 07.30`."""
    if rule.trigger == Trigger.TIME:
        return f"{capital(rule.when)} {clock(rule.at)}"
    return f"Genast {rule.when}"


def sentence_of(rule: ReminderRule) -> str:
    """`2 arbetsdagar före kl. 07.30, till den som ska svara`."""
    return f"{when_of(rule)}, till {TO[Audience(rule.audience)]}"
