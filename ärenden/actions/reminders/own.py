"""How a person wants her own reminders: by mail or not, when, and which of them."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db import transaction

from ärenden.choices import Wanted
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import ReminderChoice, ReminderRule, ReminderSettings

A_DAY = timedelta(days=1)
LEAST_AWAKE = timedelta(hours=6)
TOO_QUIET = Refusal("too_quiet", "Lämna minst sex timmar om dygnet då mejl får skickas")
DIGEST_IN_QUIET = Refusal("digest_in_quiet", "Det samlade mejlet kan inte komma i din tysta tid")


@transaction.atomic
def choose(
    settings: ReminderSettings, *, rules: Iterable[ReminderRule], wanted: Iterable[ReminderRule]
) -> None:
    """`rules` are those that were offered; what is as usual takes no row."""
    _refuse(settings)
    ReminderSettings.objects.update_or_create(
        user=settings.user,
        organisation=settings.organisation,
        defaults={
            "by_mail": settings.by_mail,
            "digest_at": settings.digest_at,
            "quiet_from": settings.quiet_from,
            "quiet_until": settings.quiet_until,
        },
    )
    chosen = {rule.pk for rule in wanted}
    for rule in rules:
        _choose(settings, rule, is_wanted=rule.pk in chosen)


def _choose(settings: ReminderSettings, rule: ReminderRule, *, is_wanted: bool) -> None:
    if rule.wanted == Wanted.ALWAYS:
        return
    if is_wanted == (rule.wanted == Wanted.UNLESS_DECLINED):
        ReminderChoice.objects.filter(user=settings.user, rule=rule).delete()
        return
    ReminderChoice.objects.update_or_create(
        user=settings.user, rule=rule, defaults={"is_wanted": is_wanted}
    )


def _refuse(settings: ReminderSettings) -> None:
    quiet = _length(settings.quiet_from, settings.quiet_until)
    if A_DAY - quiet < LEAST_AWAKE:
        raise ActionRefused([TOO_QUIET])
    digest = settings.digest_at
    if digest and _length(settings.quiet_from, digest) < quiet:
        raise ActionRefused([DIGEST_IN_QUIET])


def _length(first: time, last: time) -> timedelta:
    """From one time of day to the next such other; nothing when they are the same."""
    day = date.min + A_DAY
    return (datetime.combine(day, last) - datetime.combine(day, first)) % A_DAY
