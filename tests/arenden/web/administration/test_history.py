"""What has ended, and what stands earlier, survives that a form is saved today."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from kernel.periods import period
from meetings.choices import MeetingStatus
from parties.choices import AssignmentRole
from parties.models import Assignment, Party, PartyGroup, Person
from tests.arenden.web.administration.desk import desk
from tests.factories import people

pytestmark = pytest.mark.django_db
EARLIER = period(date(2020, 1, 1), date(2022, 10, 15))
DAYS = {"first": "2020-01-01", "last": "2022-10-14"}


def ended(party: Party) -> Party:
    party.period = EARLIER
    party.save()
    return party


def test_group_keeps_a_party_and_a_body_that_have_ended() -> None:
    at = desk()
    body = people.body(at.world.organisation, name="Kulturnämnden", abbreviation="KN")
    group = PartyGroup.objects.create(body=body, name="Alliansen", period=EARLIER)
    party = ended(people.party("FP", name="Folkpartiet"))
    group.parties.set([party])
    body.period = EARLIER
    body.save()
    fields = {"name": "Samling", "body": body.public_id, "parties": [party.public_id]}

    response = at.send("admin_group", fields | DAYS, group=group.public_id)

    group.refresh_from_db()
    assert (response.status_code, group.name, group.body) == (302, "Samling", body)
    assert list(group.parties.all()) == [party]


def test_assignment_keeps_the_party_it_was_elected_for() -> None:
    at = desk()
    row = Assignment.objects.create(
        person=at.world.asker,
        body=at.world.council,
        role=AssignmentRole.SUBSTITUTE,
        elected_for=ended(people.party("FP", name="Folkpartiet")),
        period=EARLIER,
    )
    where = {"person": at.world.asker.public_id, "assignment": row.public_id}

    page = at.get("admin_assignment", **where)

    assert f'<option value="{row.elected_for.public_id}" selected>Folkpartiet' in page


def test_new_person_gets_the_party_also_beside_someone_with_a_higher_key() -> None:
    at = desk()
    other = Person.objects.create(
        pk=10**6, organisation=at.world.organisation, family_name="Samtidig"
    )
    new = {"given_name": "Nora", "family_name": "Ny", "party": "V", "first": "2026-10-15"}

    at.send("admin_person_new", new)

    letters = Person.objects.filter(affiliations__party__abbreviation="V")
    assert list(letters.exclude(pk=at.world.asker.pk)) == [Person.objects.get(given_name="Nora")]
    assert not other.affiliations.exists()


def test_meeting_that_is_over_cannot_be_moved_past_its_end() -> None:
    at = desk()
    meeting = people.meeting(at.world.council, date(2026, 2, 2))
    meeting.status = MeetingStatus.ENDED
    meeting.ended_at = timezone.make_aware(datetime.combine(date(2026, 2, 2), time(21)))
    meeting.save()
    fields = {"held_on": "2026-03-02", "kind": "ordinary", "mode": "on_site", "status": "ended"}

    response = at.send("admin_meeting", fields, meeting=meeting.public_id)

    assert response.status_code == 422
    assert "Sammanträdet är redan avslutat" in response.content.decode()


def test_party_that_is_not_another_is_told_and_not_logged() -> None:
    at = desk()
    person = people.person(at.world.organisation, "Nora Ny", party=people.party())

    fields = {"party": "S", "first": "2026-03-01"}
    response = at.send("admin_affiliation", fields, person=person.public_id)

    assert "Nora Ny tillhör redan Socialdemokraterna" in response.content.decode()
    assert at.log() == []
