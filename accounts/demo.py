"""One-click sign-in for the demo's people: only with the demo's mark and a loopback bind."""

import ipaddress
from typing import Any

from django.conf import settings

from accounts.models import DemoMark, User


def bound_to_loopback() -> bool:
    """Was the web server started by the demo on an address that only this machine reaches?"""
    host = settings.DEMO_BIND.rpartition(":")[0].strip("[]")
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_open() -> bool:
    """Both conditions: neither the mark nor the bind is enough alone."""
    return bound_to_loopback() and DemoMark.objects.exists()


def person(public_id: str) -> User | None:
    """One of the people offered, by the id on the button; no other account of the database."""
    offered = {each["public_id"] for each in people()} & {public_id}
    return User.objects.filter(public_id__in=offered, is_active=True).first()


def people() -> list[dict[str, Any]]:
    """Whom the sign-in page offers, as the loader wrote them; none outside the demo."""
    if not bound_to_loopback():
        return []
    mark = DemoMark.objects.first()
    return mark.people if mark else []
