"""The account behind a request."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from accounts.models import User


def current_user(request: HttpRequest) -> User:
    """The signed-in account; the middleware has turned everyone else away already."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
