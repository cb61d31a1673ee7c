"""Personer: names, party by party, and every uppdrag with its time."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kernel.periods import holds_on
from kernel.text import capital, counted
from parties.changes import told_period
from parties.directory import people_of, titles_of
from parties.models import Assignment, Person
from ärenden.web.administration.base import Edit, Group, Listing, Row, Way
from ärenden.web.administration.person_forms import (
    AffiliationForm,
    AssignmentForm,
    NewPersonForm,
    PersonForm,
)
from ärenden.web.lists.address import PAGE, Address

SHOWN = 50
SEARCH = "q"


class People(Listing):
    section = "admin_people"
    title = "Personer"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        searched = " ".join(request.GET.get(SEARCH, "").split())
        found = Paginator(self._found(searched), SHOWN).get_page(request.GET.get(PAGE))
        address = Address(request.path, request.GET)
        group = Group(
            heading=counted(found.paginator.count, "person", "personer"),
            columns=("Parti", "Namn", "Uppdrag"),
            rows=[self._row(person) for person in found],
            empty=f"Ingen heter ”{searched}”." if searched else "Inga personer är upplagda.",
            when="" if searched else "Klistra in fullmäktige på organets sida, så läggs alla till.",
        )
        return self.show(
            "arenden/administration/people.html",
            title=self.title,
            ways=[Way("Lägg till person", self.to("admin_person_new"))],
            groups=[group],
            search=searched,
            summary=f"{found.start_index()}–{found.end_index()} av {found.paginator.count}",
            pages=address.pages(found) if found.paginator.num_pages > 1 else [],
        )

    def _found(self, searched: str) -> Any:
        rule = Q()
        for word in searched.split():
            rule &= Q(given_name__icontains=word) | Q(family_name__icontains=word)
        now = Assignment.objects.filter(holds_on(self.today)).select_related("body")
        held = Prefetch("assignments", queryset=now.order_by("body", "role"), to_attr="held")
        return people_of(self.organisation, on=self.today).filter(rule).prefetch_related(held)

    def _row(self, person: Any) -> Row:
        return Row(
            party=person.letters or "",
            title=person.name,
            url=self.to("admin_person", person=person.public_id),
            detail=", ".join(titles_of(person.held)),
        )


class NewPerson(Edit):
    section = back = "admin_people"
    form_class = NewPersonForm
    adding = "Lägg till person"


class EditPerson(Edit):
    """The person, every party and every assignment, the latest first."""

    section = back = "admin_people"
    form_class = PersonForm
    template = "arenden/administration/person.html"
    is_removable = True

    @cached_property
    def row(self) -> Person:
        return get_object_or_404(self.organisation.people, public_id=self.kwargs["person"])

    def page(self, form: Any, **more: Any) -> HttpResponse:
        here = {"person": self.row.public_id}
        groups = (
            Group(
                heading="Partitillhörighet",
                columns=("Parti", "Namn", "Tid"),
                rows=self._parties(),
                empty="Ingen partitillhörighet är angiven.",
                ways=[Way("Byt parti", self.to("admin_affiliation", **here))],
            ),
            Group(
                heading="Uppdrag",
                columns=("Parti", "Uppdrag", "Tid"),
                rows=self._assignments(),
                empty="Inga uppdrag är angivna.",
                ways=[Way("Lägg till uppdrag", self.to("admin_assignment_new", **here))],
            ),
        )
        return super().page(form, groups=groups, **more)

    def _parties(self) -> list[Row]:
        rows = self.row.affiliations.select_related("party").order_by("-period")
        return [
            Row(
                party=row.party.abbreviation if row.party else "–",
                title=str(row.party or "Partilös"),
                detail=told_period(row.period),
            )
            for row in rows
        ]

    def _assignments(self) -> list[Row]:
        rows = self.row.assignments.select_related("body", "elected_for").order_by("-period")
        return [
            Row(
                party=row.elected_for.abbreviation if row.elected_for else "",
                title=capital(row.printed_title),
                url=self.to(
                    "admin_assignment", person=self.row.public_id, assignment=row.public_id
                ),
                detail=told_period(row.period),
            )
            for row in rows
        ]


class OfPerson(Edit):
    """What is added to a person's page."""

    section = "admin_people"

    @cached_property
    def owner(self) -> Person:
        return get_object_or_404(self.organisation.people, public_id=self.kwargs["person"])

    def after(self) -> str:
        return self.to("admin_person", person=self.owner.public_id)


class ChangeParty(OfPerson):
    form_class = AffiliationForm
    lead = "Platser och uppdrag rörs inte, och det som gällde förut står kvar i historiken."

    @property
    def heading(self) -> str:
        return f"Byt parti: {self.owner}"


class NewAssignment(OfPerson):
    form_class = AssignmentForm

    @property
    def heading(self) -> str:
        return f"Lägg till uppdrag: {self.owner}"


class EditAssignment(OfPerson):
    form_class = AssignmentForm
    is_removable = True
    lead = "Ett uppdrag som tog slut får en sista dag. Ta bara bort det som är fel inlagt."

    @cached_property
    def row(self) -> Assignment:
        rows = self.owner.assignments.select_related("body", "person", "elected_for")
        return get_object_or_404(rows, public_id=self.kwargs["assignment"])

    def about(self, row: Any) -> list[Any]:
        return list(filter(None, [row, self.owner, row.body]))
