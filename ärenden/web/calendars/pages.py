"""Kalender: the secret addresses by which one's own calendar program follows along."""

from collections.abc import Callable, Iterator
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from kernel.dates import full_date, relative_instant
from parties.models import Body, PartyGroup
from ärenden.actions.calendars import make_feed, renew_feed, revoke_feed
from ärenden.choices import FeedContent
from ärenden.exceptions import ActionRefused
from ärenden.models import CalendarFeed
from ärenden.queries.calendars import (
    address_of,
    bodies_offered,
    feeds_of,
    groups_offered,
    may_have_own,
)
from ärenden.web.base import WorkView
from ärenden.web.calendars.words import HOLDS, OF_ALL, subject_of

NEVER = "Ingen har hämtat den än."


class FeedForm(forms.Form):
    use_required_attribute = False
    what = forms.ChoiceField(
        label="Vad ska stå i kalendern", error_messages={"required": "Välj vad som ska stå där"}
    )
    note = forms.CharField(
        label="Var du ska använda den (frivilligt)",
        help_text="Som telefonen eller Outlook, så att du vet vilken du stänger.",
        required=False,
        max_length=60,
    )


class Calendars(WorkView):
    """The account's own feeds in the organisation, and a form that makes one."""

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        return self._page(self._form())

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        content, of = self.offered[form.cleaned_data["what"]]
        feed = CalendarFeed(
            user=self.user,
            organisation=self.organisation,
            content=content,
            body=of if isinstance(of, Body) else None,
            group=of if isinstance(of, PartyGroup) else None,
            note=form.cleaned_data["note"],
        )
        try:
            make_feed(feed, at=self.now)
        except ActionRefused as refused:
            form.add_error(None, str(refused))
            return self._page(form, status=HTTPStatus.CONFLICT)
        messages.success(request, "Adressen är klar. Kopiera den till din kalender.")
        return HttpResponseRedirect(request.path)

    @cached_property
    def offered(self) -> dict[str, tuple[FeedContent, Body | PartyGroup | None]]:
        """What the account may have a feed of, by the form's choices."""
        bodies = bodies_offered(self.user, self.organisation, on=self.today)
        groups = groups_offered(self.user, self.organisation, on=self.today)
        has_own = may_have_own(self.user, self.organisation, on=self.today)
        of_all = OF_ALL if has_own else (FeedContent.MEETINGS,)
        return {
            **{str(content): (content, None) for content in of_all},
            **{str(row.public_id): (FeedContent.BODY, row) for row in bodies},
            **{str(row.public_id): (FeedContent.GROUP, row) for row in groups},
        }

    def _form(self, *data: Any) -> FeedForm:
        form = FeedForm(*data)
        form.fields["what"].choices = list(self._choices())  # type: ignore[attr-defined]
        return form

    def _choices(self) -> Iterator[tuple[str, Any]]:
        named = [(key, content, of) for key, (content, of) in self.offered.items()]
        yield from ((key, FeedContent(key).label) for key, _, of in named if of is None)
        for label, kind in (("Organ", FeedContent.BODY), ("Partigrupper", FeedContent.GROUP)):
            if rows := [(key, of.name) for key, content, of in named if of and content == kind]:
                yield label, rows

    def _page(self, form: FeedForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        feeds = [self._shown(row) for row in feeds_of(self.user, self.organisation)]
        context = {"form": form, "feeds": feeds}
        return render(self.request, "arenden/calendars.html", context, status=status)

    def _shown(self, feed: CalendarFeed) -> dict[str, Any]:
        where = [self.organisation.slug, feed.public_id]
        fetched = feed.fetched_at
        told = relative_instant(fetched, today=self.today) if fetched else ""
        of = feed.body or feed.group
        return {
            "key": feed.public_id.hex,
            "name": subject_of(feed),
            "note": feed.note,
            "holds": HOLDS[FeedContent(feed.content)],
            "address": address_of(feed),
            "made": f"Gjord {full_date(timezone.localdate(feed.made_at))}.",
            "fetched": f"Hämtades senast {told}." if fetched else NEVER,
            "is_open": (str(of.public_id) if of else feed.content) in self.offered,
            "renew_url": reverse("arenden:calendar_renew", args=where),
            "close_url": reverse("arenden:calendar_close", args=where),
        }


class OwnFeed(WorkView):
    """Something done with one of the account's own feeds."""

    http_method_names = ("post",)
    does: Callable[..., Any]
    told: str

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        feeds = feeds_of(self.user, self.organisation)
        self.does(get_object_or_404(feeds, public_id=self.kwargs["feed"]), at=self.now)
        messages.success(request, self.told)
        return HttpResponseRedirect(reverse("arenden:calendars", args=[self.organisation.slug]))


class NewAddress(OwnFeed):
    does = staticmethod(renew_feed)
    told = "Den gamla adressen är stängd. Kopiera den nya till din kalender."


class Close(OwnFeed):
    does = staticmethod(revoke_feed)
    told = "Adressen är stängd. Ingen kan hämta kalendern med den längre."
