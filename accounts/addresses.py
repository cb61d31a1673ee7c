"""Where a request comes from, behind as many proxies as the installation says."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The address that the outermost of our own proxies saw; a client cannot make it up."""
    count = settings.PROXY_COUNT
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if count else []
    address = seen[-count] if len(seen) >= count > 0 else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ipaddress.ip_address(address.strip()))
    except ValueError:
        return ""


def network_of(address: str) -> str:
    """An IPv4 address itself; of IPv6 the /64, which one subscriber has all of."""
    if ":" not in address:
        return address
    return str(ipaddress.ip_network(f"{address}/64", strict=False))
