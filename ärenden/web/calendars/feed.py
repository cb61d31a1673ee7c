"""What a calendar program fetches: no account, no session, nothing but the secret address."""

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from ärenden.actions.calendars import note_fetch
from ärenden.models import CalendarFeed
from ärenden.queries.calendars import deadlines_in, feed_at, meetings_in
from ärenden.web.calendars.words import title_of


@require_safe
def feed(request: HttpRequest, address: str) -> HttpResponse:
    """The calendar as its owner may see it now; the same 404 whatever address opens none."""
    now = timezone.now()
    found = feed_at(address, on=timezone.localdate(now))
    if found is None:
        return _gone()
    content = _content(found, now)
    digest = sha256(content).hexdigest()
    note_fetch(found, digest=digest, at=now)
    changed = int((found.changed_at or now).timestamp())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="kalender.ics"'
    response["ETag"], response["Last-Modified"] = f'"{digest}"', http_date(changed)
    # A program may keep its own copy, but asks each time: what its owner lost shall vanish.
    patch_cache_control(response, private=True, no_cache=True)
    unchanged = get_conditional_response(
        request, etag=response["ETag"], last_modified=changed, response=response
    )
    return _hidden(unchanged or response)


def _content(found: CalendarFeed, now: datetime) -> bytes:
    """Its writer is loaded at the first fetch: no other page needs the library it stands on."""
    written = import_string("ärenden.web.calendars.ical.written")
    content: bytes = written(
        title_of(found),
        meetings=meetings_in(found, on=timezone.localdate(now)),
        deadlines=deadlines_in(found, now=now),
        organisation=found.organisation.slug,
    )
    return content


def _gone() -> HttpResponse:
    text = "Kalendern finns inte. Har du konto här, gör en ny adress under Kalender."
    response = HttpResponseNotFound(text, content_type="text/plain; charset=utf-8")
    patch_cache_control(response, no_store=True)
    return _hidden(response)


def _hidden(response: HttpResponse) -> HttpResponse:
    """Out of search engines, and the address out of what links tell."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
