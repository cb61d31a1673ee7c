"""What beat asks of the accounts."""

from celery import shared_task
from django.utils import timezone

from accounts import drafts


@shared_task(name="accounts.forget_old_drafts")
def forget_old_drafts() -> None:
    """Every hour: what has waited too long for its form goes, with its files."""
    drafts.forget_before(timezone.now() - drafts.KEPT_FOR)
