"""Tillgänglighetsredogörelse (lag (2018:1937) 13 §), the feed and the map for search engines."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from ärenden.queries import public_lists as lists
from ärenden.web.public.base import PublicView
from ärenden.web.public.cases import CasesView, latest_first

NEWEST = 30
MOST = 50_000  # addresses in one map (sitemaps.org)


class Statement(PublicView):
    """How the site meets the demands, and where to say that it does not."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        return self.page("statement", email=self.organisation.feedback_email)


class Feed(CasesView):
    """The latest answered and decided cases, as Atom."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        settled = latest_first(self.found.exclude(settled_on=None))[:NEWEST]
        rows = [
            {"row": row, "url": request.build_absolute_uri(row.url), "day": case.settled_on}
            for case, row in zip(settled, self.rows(settled), strict=True)
        ]
        home = request.build_absolute_uri(self.url("start"))
        context = {"site": self.site, "rows": rows, "home": home}
        text = render_to_string("public/feed.xml", context)
        return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


class SiteMap(PublicView):
    """Every published page of the organisation, unless it wants no search engines."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        if not self.organisation.is_indexed:
            raise Http404
        found = lists.cases_of(self.organisation, on=self.today).order_by("pk")
        keys = found.values_list("public_id", flat=True)[:MOST]
        paths = [self.url("start"), self.url("cases"), *(self.url("case", key) for key in keys)]
        urls = [request.build_absolute_uri(path) for path in paths]
        text = render_to_string("public/sitemap.xml", {"urls": urls})
        return HttpResponse(text, content_type="application/xml; charset=utf-8")
