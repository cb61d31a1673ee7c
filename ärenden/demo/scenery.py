"""Build Exempelby kommun, on which the demo's cases are played."""

from datetime import date, datetime, time

from parties.choices import OrganisationKind
from parties.models import Assignment, Organisation
from ärenden.actions.reminders.rules import add_default_rules
from ärenden.deadlines import STOCKHOLM
from ärenden.demo import sessions, texts
from ärenden.demo.people import (
    add_groups,
    assignments_of,
    elected_for,
    people_of,
    titles_of,
    users_of,
)
from ärenden.demo.place import FOUNDED, bodies_of, mandates_of, parties_of, series_of
from ärenden.demo.stage import Stage


def build(today: date) -> Stage:
    place, who = texts.read("municipality"), texts.read("people")
    organisation = Organisation.objects.create(
        kind=OrganisationKind.MUNICIPALITY,
        name=place["name"],
        slug=place["slug"],
        allows_answer_transfer=True,
        second_factor_roles=[],
        feedback_email=place["feedback_email"],
        publication_basis=place["publication_basis"],
    )
    add_default_rules(organisation, at=datetime.combine(FOUNDED, time(), tzinfo=STOCKHOLM))
    bodies = bodies_of(organisation, place["bodies"])
    parties = parties_of(organisation, place["parties"])
    gone = who["left"]
    party_of = elected_for(who, parties)
    people = people_of(organisation, party_of=party_of, left=gone, today=today)
    mandates = {body.abbreviation: mandates_of(body, today) for body in bodies.values()}
    seats = assignments_of(
        place["bodies"],
        who=who,
        bodies=bodies,
        people=people,
        mandates=mandates,
        party_of=party_of,
    )
    assignments = Assignment.objects.bulk_create(seats)
    add_groups(bodies["KF"], parties=parties.values(), mandates=mandates["KF"])
    meeting_plans = {
        bodies[plan["abbreviation"]]: plan["meets"] for plan in place["bodies"] if "meets" in plan
    }
    return Stage(
        today=today,
        organisation=organisation,
        bodies=bodies,
        parties=parties,
        people=people,
        party_of={name: None if name in gone else party for name, party in party_of.items()},
        titles=titles_of(assignments),
        users=users_of(who["users"], organisation=organisation, bodies=bodies, people=people),
        series=series_of(organisation, plans=place["series"], bodies=bodies, today=today),
        sessions=sessions.hold(meeting_plans, today=today),
    )
