"""What every page of the administration stands on: its forms, its lists and its log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import Model, ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts import drafts
from accounts.roles import Verb
from kernel.dates import full_date
from kernel.models import PublicModel
from kernel.text import whole_number
from parties.changes import Administering, remove
from parties.exceptions import Refused
from parties.models import AdministrationEvent
from ärenden.web.administration.forms import AdminForm, Desk
from ärenden.web.base import WorkView

SECTIONS = (
    ("admin", "Översikt"),
    ("admin_bodies", "Organ"),
    ("admin_meetings", "Sammanträden"),
    ("admin_people", "Personer"),
    ("admin_parties", "Partier"),
    ("admin_groups", "Partigrupper"),
    ("admin_roles", "Roller"),
    ("admin_reminders", "Påminnelser"),
    ("admin_series", "Nummerserier"),
    ("admin_rules", "Regler"),
    ("admin_closed_days", "Stängda dagar"),
    ("admin_organisation", "Inställningar"),
    ("admin_changes", "Ändringar"),
)
OPEN = ("admin_rules", "admin_closed_days")  # to everyone with a role
TABLE, FORM = "arenden/administration/table.html", "arenden/administration/form.html"
MOST_CHANGES = 20
YEARS = range(1971, 2200)
DO, REMOVE, DISCARD, FIELDS = "gor", "ta-bort", "discard", "fields"
IN_USE = "Det används i registret och kan inte tas bort. Sätt en sista dag i stället."


@dataclass(frozen=True)
class Way:
    """A link on, or a button that opens a form."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of a list: a mark in the margin, the title that leads on, and what it says."""

    title: str
    url: str = ""
    mark: str = ""
    party: str | None = None
    meta: str = ""
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """Rows under a heading, and what is said when there are none."""

    heading: str
    columns: tuple[str, str, str]
    rows: Sequence[Row]
    empty: str
    when: str = ""
    ways: Sequence[Way] = ()
    lead: str = ""


class AdminView(WorkView):
    """A page for whoever administers the organisation of the address."""

    verb: Verb | None = Verb.ADMINISTER
    section: ClassVar[str] = "admin"

    @property
    def administering(self) -> Administering:
        return Administering(organisation=self.organisation, by=self.user, at=self.now)

    def to(self, name: str, **things: Any) -> str:
        where = {"organisation": self.organisation.slug, **things}
        return reverse(f"arenden:{name}", kwargs=where)

    def show(self, template: str, *, status: int = HTTPStatus.OK, **context: Any) -> HttpResponse:
        may = self.may(Verb.ADMINISTER)
        shown = [(name, label) for name, label in SECTIONS if may or name in OPEN]
        sections = [(label, self.to(name), name == self.section) for name, label in shown]
        return render(self.request, template, {"sections": sections, **context}, status=status)

    def changes_of(self, thing: PublicModel) -> list[dict[str, Any]]:
        """The latest lines of the log about the thing, as the timeline takes them."""
        rows = self.organisation.changes.filter(about__contains=[thing.public_id])
        return told(rows[:MOST_CHANGES])


class Listing(AdminView):
    """A page of lists, and the way to add one more."""

    title: ClassVar[str]
    lead: ClassVar[str] = ""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:  # noqa: ARG002
        return self.show(
            TABLE, title=self.title, lead=self.lead, ways=self.ways(), groups=self.groups()
        )

    def groups(self) -> list[Group]:
        raise NotImplementedError

    def ways(self) -> list[Way]:
        return []

    @property
    def year(self) -> int:
        """The one asked for in the address, else this year."""
        asked = whole_number(self.request.GET.get("ar"))
        return asked if asked and asked in YEARS else self.today.year

    def by_time(self, rows: Iterable[Any]) -> tuple[list[Any], list[Any]]:
        """Those that hold or will hold, and those whose time is out."""
        now: list[Any] = []
        ended: list[Any] = []
        for row in rows:
            last = row.period.upper
            (ended if last and last <= self.today else now).append(row)
        return now, ended


class Edit(AdminView):
    """One form at one address: kept while it is wrong, and done with its line of the log."""

    form_class: ClassVar[type[AdminForm]]
    template: ClassVar[str] = FORM
    adding: ClassVar[str] = ""
    lead: ClassVar[str] = ""
    back: ClassVar[str]
    is_removable: ClassVar[bool] = False
    form: Any = None  # the one that is being saved

    @cached_property
    def row(self) -> Model | None:
        """What is changed; none while it is being added."""
        return None

    @cached_property
    def desk(self) -> Desk:
        return Desk(
            organisation=self.organisation, today=self.today, row=self.row, owner=self.owner
        )

    @property
    def owner(self) -> Any:
        """What a new row is added to."""
        return None

    @property
    def heading(self) -> str:
        return str(self.row) if self.row else self.adding

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        kept = drafts.kept_fields(user=self.user, path=request.path)
        return self.page(self.form_class(desk=self.desk, kept=kept), is_kept=kept is not None)

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        desk = self.desk  # what is not there is not found, whatever was pressed
        if request.GET.get(DO) == REMOVE:
            return self.remove()
        if request.POST.get("tool") == FIELDS:
            return self.page(self.form_class(desk=desk, kept=request.POST))
        if request.POST.get("tool") == DISCARD:
            drafts.forget(user=self.user, path=request.path)
            return HttpResponseRedirect(request.path)
        form = self.form_class(request.POST, desk=desk)
        if form.is_valid():
            self.form = form
            try:
                said = form.save(self.administering)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return self.done(said)
        return self.refused(form)

    def done(self, said: str) -> HttpResponse:
        drafts.forget(user=self.user, path=self.request.path)
        messages.success(self.request, f"{said}.")
        return HttpResponseRedirect(self.after())

    def refused(self, form: AdminForm) -> HttpResponse:
        drafts.keep_fields(user=self.user, path=self.request.path, data=self.request.POST)
        return self.page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)

    def after(self) -> str:
        return self.to(self.back)

    def page(self, form: AdminForm, *, status: int = HTTPStatus.OK, **more: Any) -> HttpResponse:
        context = {
            "title": self.heading,
            "lead": self.lead,
            "form": form,
            "cancel": self.after(),
            "changes": self.changes_of(self.row) if isinstance(self.row, PublicModel) else [],
            "remove_url": f"?{DO}={REMOVE}" if self.is_removable and self.row else "",
            **more,
        }
        return self.show(self.template, status=status, **context)

    def remove(self) -> HttpResponse:
        """Take away what nothing else names; what does stands, with the reason."""
        if self.row is None or not self.is_removable:
            raise BadRequest("nothing to remove")
        try:
            said = self.take_away(self.administering)
        except (ProtectedError, Refused) as hindrance:
            told = f"{hindrance}." if isinstance(hindrance, Refused) else IN_USE
            messages.error(self.request, told)
            return HttpResponseRedirect(self.where_it_stands())
        return self.done(said)

    def take_away(self, doing: Administering) -> str:
        """Do it, and say what was done; raises Refused, or ProtectedError."""
        summary = f"{self.heading} togs bort"
        if self.row:
            remove(self.row, doing=doing, summary=summary, about=self.about(self.row))
        return summary

    def where_it_stands(self) -> str:
        return self.request.path

    def about(self, row: Model) -> Iterable[PublicModel]:
        return [row] if isinstance(row, PublicModel) else []


def told(events: Iterable[AdministrationEvent]) -> list[dict[str, Any]]:
    """Lines of the log as the timeline takes them."""
    return [_told(event) for event in events]


def _told(event: AdministrationEvent) -> dict[str, Any]:
    at = timezone.localtime(event.recorded_at)
    return {
        "on": full_date(at.date()),
        "clock": f"{at:%H.%M}",
        "headline": f"{event.summary}.",
        "text": event.actor_name,
        "notes": [f"{what}: {before} → {after}" for what, before, after in event.changes],
    }
