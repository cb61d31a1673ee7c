"""Ärenden: find and scan. The same view gives the page, and the part of it that changes."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django_htmx.http import push_url

from accounts.roles import Verb
from parties.models import Organisation, Person
from ärenden import access
from ärenden.filters import NEWEST_FIRST, CaseFilter
from ärenden.queries import lists, search
from ärenden.web.base import WorkView, is_part
from ärenden.web.lists.address import DISPLAY, PAGE, Address, page_of
from ärenden.web.lists.facets import LEGENDS, Margin, Tag
from ärenden.web.lists.rows import Row, row_of

ROWS = 25
ORDER = "ordning"
PART = "urval"
A_YEAR = 365 * 24 * 60 * 60  # seconds
COLUMNS = (
    ("Diarienummer", "nummer", "-nummer"),
    ("Ärende", "rubrik", "rubrik"),
    ("Tillstånd", "", ""),
    ("Nästa datum", "datum", "datum"),
)
CAPTIONS = {
    "-registrerad": "nyast registrerade först",
    "registrerad": "äldst registrerade först",
    "nummer": "i nummerordning",
    "-nummer": "i nummerordning, högsta först",
    "datum": "närmaste datum först",
    "-datum": "senaste datum först",
    "rubrik": "i bokstavsordning efter rubrik",
    "-rubrik": "i omvänd bokstavsordning efter rubrik",
}


class CaseList(WorkView):
    """At most eight queries, however many rows and filters."""

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        address = Address(request.path, request.GET)
        is_tight = request.GET.get(DISPLAY, request.COOKIES.get(DISPLAY)) == "1"
        context = self._context(address) | {
            "part": PART,
            "is_part": is_part(request, PART),
            "is_tight": is_tight,
            "display": _display_link(address, is_tight=is_tight),
        }
        if context["is_part"]:
            response = push_url(render(request, "arenden/lists/_cases.html", context), str(address))
        else:
            response = render(request, "arenden/lists/cases.html", context)
        if DISPLAY in request.GET:
            response.set_cookie(
                DISPLAY,
                str(int(is_tight)),
                max_age=A_YEAR,
                secure=request.is_secure(),
                httponly=True,
                samesite="Lax",
            )
        patch_vary_headers(response, ["HX-Target"])
        return response

    def _context(self, address: Address) -> dict[str, object]:
        chosen = self._filter()
        margin = margin_of(chosen, organisation=self.organisation)
        page = page_of(margin.total, address.query.get(PAGE, ""), size=ROWS)
        tags = margin.tags(address)
        return {
            "search": chosen.text,
            "total": margin.total,
            "noun": "ärende" if margin.total == 1 else "ärenden",
            "groups": margin.groups(),
            "tags": tags,
            "filter_summary": filter_summary(len(tags)),
            "kept": address.hidden_fields(but=frozenset({"q"})),
            "kept_by_margin": address.hidden_fields(but=frozenset(LEGENDS)),
            "rows": self._rows(chosen, page.start_index(), page.end_index()),
            "columns": _columns(address, chosen.order),
            "caption": f"Ärenden, {CAPTIONS[chosen.order]}",
            "by_registration": _by_registration(address, chosen.order),
            "pages": address.pages(page),
            "page_summary": f"{page.start_index()}–{page.end_index()} av {margin.total}",
            "previous_url": address.page(page.number - 1) if page.has_previous() else "",
            "next_url": address.page(page.number + 1) if page.has_next() else "",
            "empty": self._nothing(chosen, margin, address),
            "may_report": self.may(Verb.READ_REGISTER),
        }

    def _filter(self) -> CaseFilter:
        visible = access.visible_to(self.user, on=self.today)
        organisation = self.organisation
        return CaseFilter(
            self.request.GET,
            queryset=visible.filter(organisation=organisation),
            audience=access.audience_of(self.user, organisation_id=organisation.pk, on=self.today),
            mine=access.handled_by(self.user, on=self.today),
            now=self.now,
        )

    def _rows(self, chosen: CaseFilter, first: int, last: int) -> list[Row]:
        if last == 0:
            return []
        found = lists.ordered(lists.listed(chosen.cases_of("")), chosen.order)
        slug = self.organisation.slug
        return [row_of(case, organisation=slug, now=self.now) for case in found[first - 1 : last]]

    def _nothing(self, chosen: CaseFilter, margin: Margin, address: Address) -> dict[str, str]:
        """What an empty list says; a misspelt word is mended from texts that one may read."""
        if margin.total:
            return {}
        is_narrowed = not chosen.chosen.keys() <= {"q", ORDER}
        if not chosen.text:
            if not any(self.may(verb) for verb in READING):
                return NO_CASES_TO_READ
            return NO_CASES_FIT if is_narrowed else self._none_yet()
        said = f"”{chosen.text}”"
        if is_narrowed:
            url = f"{address.path}?{urlencode({'q': chosen.text})}"
            return NOT_AMONG_THESE | {
                "heading": f"Inget ärende i urvalet innehåller {said}.",
                "url": url,
            }
        better = search.mended(chosen.text, cases=chosen.queryset, audience=chosen.audience)
        heading = {"heading": f"Inget ärende innehåller {said}."}
        if not better:
            return heading | {"text": "Pröva ett annat ord, eller en del av diarienumret."}
        url = str(address.having("q", better))
        return heading | {"text": "Menade du", "url": url, "link": f"{better}?"}

    def _none_yet(self) -> dict[str, str]:
        if not self.may(Verb.REGISTER):
            return NO_CASES
        url = reverse("arenden:register", args=[self.organisation.slug])
        return NO_CASES | {"text": "Börja med att", "url": url, "link": "registrera ett ärende"}


def margin_of(chosen: CaseFilter, *, organisation: Organisation) -> Margin:
    """The facets; the names of chosen people are asked for, as they may be counted nowhere."""
    keys = [*chosen.chosen.get("fran", ()), *chosen.chosen.get("till", ())]
    people = Person.objects.filter(organisation=organisation, public_id__in=keys)
    names = {str(person.public_id): person.name for person in people} if keys else {}
    found = lists.facets(chosen.cases_of, shown=chosen.shown, now=chosen.now)
    return Margin(found, chosen.chosen, names)


READING = (Verb.READ_REGISTER, Verb.READ_OWN)
NO_CASES_TO_READ = {
    "heading": "Din roll läser inga ärenden.",
    "text": "Behöver du läsa dem, kontakta den som ger ut roller.",
}
NO_CASES = {
    "heading": "Inga ärenden än.",
    "text": "De visas här så snart de har registrerats och du får läsa dem.",
}
NOT_AMONG_THESE = {"text": "Sök i stället i", "link": "alla ärenden"}
NO_CASES_FIT = {
    "heading": "Inget ärende passar in på alla filter.",
    "text": "Ta bort ett filter i taget, så syns vilket som stänger ute.",
}


@dataclass(frozen=True)
class Column:
    """A head of the table; its link sorts by the column, or turns the order round."""

    label: str
    url: str
    sort: str


def filter_summary(chosen: int) -> str:
    if not chosen:
        return "Filter"
    return "Filter (1 valt)" if chosen == 1 else f"Filter ({chosen} valda)"


def _columns(address: Address, order: str) -> list[Column]:
    return [_column(address, order, *column) for column in COLUMNS]


def _column(address: Address, order: str, label: str, name: str, first: str) -> Column:
    if not name:
        return Column(label, "", "")
    if order.removeprefix("-") != name:
        return Column(label, str(address.having(ORDER, first)), "")
    is_descending = order.startswith("-")
    turned = name if is_descending else f"-{name}"
    sort = "descending" if is_descending else "ascending"
    return Column(label, str(address.having(ORDER, turned)), sort)


def _by_registration(address: Address, order: str) -> Tag:
    """Registration has no column of its own: a link to that order, newest first."""
    if order == NEWEST_FIRST:
        return Tag("Äldst registrerade först", str(address.having(ORDER, "registrerad")))
    return Tag("Nyast registrerade först", str(address.having(ORDER, NEWEST_FIRST)))


def _display_link(address: Address, *, is_tight: bool) -> Tag:
    """One line a case, or with names below the title; kept in a cookie."""
    label, value = ("Visa med namn", "0") if is_tight else ("Visa tätt", "1")
    return Tag(label, str(address.having(DISPLAY, value)))
