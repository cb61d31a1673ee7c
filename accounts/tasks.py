"""What beat asks of the accounts."""

from celery import shared_task
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from accounts import drafts, limits, mail, sign_ins


@shared_task(name="accounts.forget_old_drafts")
def forget_old_drafts() -> None:
    """Every hour: what has waited too long for its form goes, with its files."""
    drafts.forget_before(timezone.now() - drafts.KEPT_FOR)


@shared_task(name="accounts.forget_old_sign_ins")
def forget_old_sign_ins() -> None:
    """Every hour: sessions that ran out, tries that no longer count, and old sign-ins go."""
    SessionStore.clear_expired()
    limits.forget_old()
    sign_ins.forget_old()


@shared_task(name="accounts.send_mail")
def send_mail() -> None:
    """Every few seconds: what pages have written about accounts."""
    mail.send_waiting()
