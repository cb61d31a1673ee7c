"""Översikt: what is still to do before the first case, and what was changed lately."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from accounts.roles import Role
from kernel.periods import holds_on
from kernel.text import counted
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.choices import BodyKind
from parties.models import Assignment, Body
from ärenden.web.administration.base import AdminView, told
from ärenden.web.lists.address import PAGE, Address

LATELY = 8
ROWS = 50


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to set up: done when something is there, `done` says of one and of many."""

    label: str
    count: int
    done: tuple[str, str]
    undone: str
    way: str
    url: str

    @property
    def text(self) -> str:
        return counted(self.count, *self.done) if self.count else self.undone


class Overview(AdminView):
    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:  # noqa: ARG002
        return self.show(
            "arenden/administration/overview.html",
            title="Administration",
            lead=f"{self.organisation} i registret: vem som sitter, när det sammanträds och vem"
            " som får göra vad.",
            tasks=self._tasks(),
            changes=told(self.organisation.changes.all()[:LATELY]),
        )

    def _tasks(self) -> list[Task]:
        council = self.organisation.bodies.filter(kind=BodyKind.COUNCIL).first()
        roles = self._roles()
        return [
            self._council(council),
            Task(
                label="Sammanträden",
                count=self._coming(),
                done=("kommande sammanträde", "kommande sammanträden"),
                undone="Så kan ärenden sättas upp och frister räknas",
                way="Lägg in årets dagar",
                url=self.to("admin_year"),
            ),
            Task(
                label="Registrator eller nämndsekreterare",
                count=sum(role in (Role.REGISTRAR, Role.COMMITTEE_SECRETARY) for role in roles),
                done=("konto får registrera", "konton får registrera"),
                undone="Den som ska registrera ärenden får en inbjudan med e-post",
                way="Bjud in en registrator",
                url=self.to("admin_role_new"),
            ),
            Task(
                label="Förtroendevalda",
                count=sum(role == Role.COUNCILLOR for role in roles),
                done=("förtroendevald har konto", "förtroendevalda har konto"),
                undone="De som ska skriva och läsa själva får en inbjudan med e-post",
                way="Bjud in förtroendevalda",
                url=self.to("admin_role_new"),
            ),
        ]

    def _council(self, council: Body | None) -> Task:
        return Task(
            label="Fullmäktiges ledamöter",
            count=self._seated(council),
            done=("person har uppdrag i fullmäktige", "personer har uppdrag i fullmäktige"),
            undone="Hela valresultatet kan klistras in som en tabell",
            way="Klistra in valresultatet",
            url=self.to("admin_elected", body=council.public_id)
            if council
            else self.to("admin_body_new"),
        )

    def _seated(self, council: Body | None) -> int:
        rows = Assignment.objects.filter(holds_on(self.today), body=council)
        return rows.values("person").distinct().count() if council else 0

    def _coming(self) -> int:
        rows = Meeting.objects.filter(body__organisation=self.organisation, held_on__gte=self.today)
        return rows.exclude(status=MeetingStatus.CANCELLED).count()

    def _roles(self) -> list[str]:
        rows = self.organisation.memberships.filter(holds_on(self.today))
        return list(rows.values_list("role", flat=True))


class Changes(AdminView):
    """Every line of the log, the latest first."""

    section = "admin_changes"
    title = "Ändringar"
    lead = "Vem som ändrade vad i organisationens uppgifter, och när. Inget kan tas bort härifrån."

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        found = Paginator(self.organisation.changes.all(), ROWS).get_page(request.GET.get(PAGE))
        address = Address(request.path, request.GET)
        return self.show(
            "arenden/administration/changes.html",
            title=self.title,
            lead=self.lead,
            changes=told(found),
            summary=f"{found.start_index()}–{found.end_index()} av {found.paginator.count}",
            pages=address.pages(found) if found.paginator.num_pages > 1 else [],
        )
