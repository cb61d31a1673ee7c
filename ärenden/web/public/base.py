"""What every page for strangers stands on: no account, no session, nothing but what is published.

Pages are drawn without the request, so that no context processor asks who is there.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag
from django.views import View
from django.views.decorators.http import require_safe

from parties.colours import stylesheet_hash
from parties.models import Organisation
from ärenden.queries import public_lists as lists

NAVIGATION = (
    ("public:cases", "Ärenden"),
    ("public:people", "Personer"),
    ("public:parties", "Partier"),
    ("public:meetings", "Sammanträden"),
)


@dataclass(frozen=True)
class NavItem:
    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Site:
    """The shell of a public page: whose it is, where one is, and what search engines may do."""

    organisation: Organisation
    nav: list[NavItem]
    home: str
    cases: str
    statement: str
    feed: str
    party_css: str
    canonical: str


class PublicView(View):
    """A page of one organisation that anyone may read. What is not there is the same 404.

    Caches may keep a page but must ask before showing it, so that what is taken down is gone.
    """

    http_method_names = ("get", "head", "options")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = super().dispatch(request, *args, **kwargs)
        except Http404:
            return not_found()
        patch_cache_control(response, public=True, no_cache=True)
        if not self.organisation.is_indexed:
            response["X-Robots-Tag"] = "noindex"
        if isinstance(response, HttpResponse) and response.content:
            set_response_etag(response)
            return get_conditional_response(request, response["ETag"], None, response) or response
        return response

    @cached_property
    def today(self) -> date:
        return timezone.localdate()

    @cached_property
    def organisation(self) -> Organisation:
        return get_object_or_404(Organisation, slug=self.kwargs["organisation"])

    def url(self, name: str, *args: Any) -> str:
        return reverse(f"public:{name}", args=[self.organisation.slug, *args])

    @property
    def site(self) -> Site:
        path = self.request.path
        slug = self.organisation.slug
        items = [(label, reverse(name, args=[slug])) for name, label in NAVIGATION]
        return Site(
            organisation=self.organisation,
            nav=[NavItem(label, url, path.startswith(url)) for label, url in items],
            home=self.url("start"),
            cases=self.url("cases"),
            statement=self.url("statement"),
            feed=self.url("feed"),
            party_css=self.url("party_colours", stylesheet_hash(self.organisation)),
            canonical=self.request.build_absolute_uri(path),
        )

    def page(self, template: str, **context: Any) -> HttpResponse:
        text = render_to_string(f"public/{template}.html", context | {"site": self.site})
        return HttpResponse(text)


@require_safe
def organisations(_request: HttpRequest) -> HttpResponse:
    """The front door: every organisation that has published something."""
    found = lists.organisations(on=timezone.localdate())
    rows = [{"name": row.name, "url": reverse("public:start", args=[row.slug])} for row in found]
    response = HttpResponse(render_to_string("public/organisations.html", {"rows": rows}))
    patch_cache_control(response, public=True, no_cache=True)
    return response


def not_found(_request: HttpRequest | None = None, **_: Any) -> HttpResponse:
    """The same words whatever was asked for, and whether it exists inside or not."""
    response = HttpResponse(render_to_string("public/not_found.html"), status=HTTPStatus.NOT_FOUND)
    patch_cache_control(response, no_store=True)
    return response
