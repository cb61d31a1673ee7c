"""The public's pages of people and parties: whoever stands in a published case by name."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kernel.periods import holds_on
from kernel.text import capital, listed
from parties.colours import class_of
from parties.directory import titles_of
from parties.models import Assignment, PartyAffiliation, Person
from ärenden.choices import Capacity
from ärenden.queries import public_lists as lists
from ärenden.web.lists.rows import Who
from ärenden.web.public.cases import CasesView


class People(CasesView):
    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        people = lists.people_of(self.organisation, on=self.today)
        rows = [
            {"person": who_of(person), "url": self.url("person", person.public_id)}
            for person in people.prefetch_related(self._today_of("affiliations"))
        ]
        return self.page("people", rows=rows)

    def _today_of(self, relation: str) -> Any:
        """What holds today of a person's parties or assignments."""
        rows = {
            "affiliations": PartyAffiliation.objects.select_related("party"),
            "assignments": Assignment.objects.select_related("body").order_by("body", "role"),
        }[relation]
        return Prefetch(relation, rows.filter(holds_on(self.today)))


class PersonPage(People):
    """What the person has asked and proposed, and what others have asked of the person."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        people = lists.people_of(self.organisation, on=self.today).prefetch_related(
            self._today_of("affiliations"), self._today_of("assignments")
        )
        person = get_object_or_404(people, public_id=self.kwargs["person"])
        own = lists.with_person(person.public_id, Capacity.SIGNATORY)
        asked = lists.with_person(person.public_id, Capacity.ADDRESSEE, Capacity.ANSWERER)
        return self.page(
            "person",
            person=who_of(person),
            titles=capital(listed(titles_of(person.assignments.all()))),
            own=self.rows(self.found.filter(own).order_by("-received_on", "-pk")),
            asked=self.rows(self.found.filter(asked).order_by("-received_on", "-pk")),
        )


class Parties(CasesView):
    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        counts = {
            row.key: row.count for row in lists.facets(lambda _: self.found) if row.group == "parti"
        }
        rows = [
            {
                "name": party.name,
                "abbr": party.abbreviation,
                "css": class_of(party.abbreviation),
                "url": self.url("party", party.public_id),
                "count": counts.get(party.abbreviation, 0),
            }
            for party in lists.parties_of(self.organisation, on=self.today)
        ]
        return self.page("parties", rows=rows)


class PartyPage(CasesView):
    """What the party's members have asked and proposed, and who of them stand in the register."""

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        parties = lists.parties_of(self.organisation, on=self.today)
        party = get_object_or_404(parties, public_id=self.kwargs["party"])
        people = lists.people_of(self.organisation, on=self.today).filter(
            holds_on(self.today, field="affiliations__period"), affiliations__party=party
        )
        put = self.found.filter(lists.put_by(party.abbreviation))
        return self.page(
            "party",
            party=party,
            css=class_of(party.abbreviation),
            members=[
                {"name": person.name, "url": self.url("person", person.public_id)}
                for person in people
            ],
            rows=self.rows(put.order_by("-received_on", "-pk")),
        )


def who_of(person: Person) -> Who:
    """The person with today's party; without one the person is partilös."""
    affiliation = next(iter(person.affiliations.all()), None)
    party = affiliation.party if affiliation else None
    letters = party.abbreviation if party else ""
    return Who(
        name=person.name,
        has_party=affiliation is not None,
        party_abbr=letters,
        party_name=party.name if party else "",
        party_class=class_of(letters),
    )
