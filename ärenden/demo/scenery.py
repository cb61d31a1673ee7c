"""Build Exempelby kommun: its bodies, parties, people, mandates, accounts and number series."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from accounts.models import User
from accounts.roles import Role
from kernel.periods import period
from parties.choices import AssignmentRole, BodyKind, OrganisationKind, PartyScope
from parties.models import (
    Assignment,
    Body,
    MandatePeriod,
    Membership,
    Organisation,
    Party,
    PartyAffiliation,
    PartyGroup,
    Person,
)
from ärenden.choices import ResetRule
from ärenden.demo import sessions, texts
from ärenden.demo.stage import Stage
from ärenden.models import NumberSeries, NumberTemplate

FOUNDED = date(1971, 1, 1)
FIRST_ELECTION = 2022
NARROW, WIDE = "{series} {year}/{seq:3}", "{series} {year}/{seq:5}"
OFFICES = (AssignmentRole.CHAIR, AssignmentRole.FIRST_VICE_CHAIR, AssignmentRole.SECOND_VICE_CHAIR)


def build(today: date) -> Stage:
    place, who = texts.read("municipality"), texts.read("people")
    organisation = Organisation.objects.create(
        kind=OrganisationKind.MUNICIPALITY, name=place["name"], slug=place["slug"]
    )
    bodies = _bodies(organisation, place["bodies"])
    parties = _parties(organisation, place["parties"])
    party_of = _party_of(who, parties)
    people = _people(organisation, party_of, who["left"], today=today)
    mandates = {body.abbreviation: _mandates(body, today) for body in bodies.values()}
    assignments = list(_assignments(place["bodies"], who, bodies, people, mandates, party_of))
    Assignment.objects.bulk_create(assignments)
    _groups(bodies["KF"], parties.values(), mandates["KF"])
    meeting_plans = {
        bodies[plan["abbreviation"]]: plan["meets"] for plan in place["bodies"] if "meets" in plan
    }
    gone = who["left"]
    return Stage(
        today=today,
        organisation=organisation,
        bodies=bodies,
        parties=parties,
        people=people,
        party_of={name: None if name in gone else party for name, party in party_of.items()},
        titles=_titles(assignments),
        users=_users(who["users"], organisation, bodies, people),
        series=_series(organisation, place["series"], bodies, today=today),
        sessions=sessions.hold(meeting_plans, today=today),
    )


def _bodies(organisation: Organisation, plans: Iterable[Mapping[str, Any]]) -> dict[str, Body]:
    made: dict[str, Body] = {}
    for plan in plans:
        made[plan["abbreviation"]] = Body.objects.create(
            organisation=organisation,
            kind=BodyKind(plan["kind"]),
            name=plan["name"],
            abbreviation=plan["abbreviation"],
            parent=made.get(plan.get("parent", "")),
            seats=plan.get("seats"),
            is_public=plan.get("is_public", False),
            prepares_only=plan["kind"] == BodyKind.SUBCOMMITTEE,
            period=period(FOUNDED),
        )
    return made


def _parties(organisation: Organisation, plans: Iterable[Mapping[str, Any]]) -> dict[str, Party]:
    made = {}
    for plan in plans:
        local = plan.get("is_local", False)
        made[plan["abbreviation"]] = Party.objects.create(
            organisation=organisation if local else None,
            abbreviation=plan["abbreviation"],
            name=plan["name"],
            scope=PartyScope.LOCAL if local else PartyScope.NATIONAL,
            colour=plan["colour"],
            period=period(FOUNDED),
        )
    return made


def _party_of(who: Mapping[str, Any], parties: Mapping[str, Party]) -> dict[str, Party]:
    """The party that each was elected for, members before substitutes."""
    lists = [*who["members"].items(), *who["substitutes"].items()]
    return {name: parties[party] for party, names in lists for name in names}


def _people(
    organisation: Organisation,
    party_of: Mapping[str, Party],
    left: Mapping[str, Mapping[str, int]],
    *,
    today: date,
) -> dict[str, Person]:
    made = {name: _person(organisation, name) for name in party_of}
    Person.objects.bulk_create(made.values())
    rows = []
    for name, person in made.items():
        until = today - timedelta(days=left[name]["days_ago"]) if name in left else None
        joined = period(date(2014, 10, 15), until)
        rows.append(PartyAffiliation(person=person, party=party_of[name], period=joined))
        if until:
            rows.append(PartyAffiliation(person=person, party=None, period=period(until)))
    PartyAffiliation.objects.bulk_create(rows)
    return made


def _person(organisation: Organisation, name: str) -> Person:
    given, _, family = name.partition(" ")
    return Person(organisation=organisation, given_name=given, family_name=family)


def _mandates(body: Body, today: date) -> list[tuple[date, date]]:
    """The council's from 15 October of the election year (KL 5:9), the boards' from New Year."""
    is_council = body.kind == BodyKind.COUNCIL
    elections = range(FIRST_ELECTION - 4, today.year + 4, 4)
    starts = [date(year, 10, 15) if is_council else date(year + 1, 1, 1) for year in elections]
    spans = [(start, start.replace(year=start.year + 4)) for start in starts]
    MandatePeriod.objects.bulk_create(
        MandatePeriod(body=body, period=period(*span)) for span in spans
    )
    return [span for span in spans if span[0] <= today]


def _assignments(
    plans: Iterable[Mapping[str, Any]],
    who: Mapping[str, Any],
    bodies: Mapping[str, Body],
    people: Mapping[str, Person],
    mandates: Mapping[str, Iterable[tuple[date, date]]],
    party_of: Mapping[str, Party],
) -> Iterator[Assignment]:
    """Every seat and office, once for each mandate that has begun."""
    seats = [(bodies[plan["abbreviation"]], *seat) for plan in plans for seat in _seats(plan, who)]
    for body, role, name in seats:
        for span in mandates[body.abbreviation]:
            yield Assignment(
                person=people[name],
                body=body,
                role=role,
                elected_for=party_of[name],
                period=period(*span),
            )
    for name, title in who["offices"].items():
        for span in mandates["KF"]:
            yield Assignment(
                person=people[name],
                role=AssignmentRole.OFFICE_HOLDER,
                title=title,
                elected_for=party_of[name],
                period=period(*span),
            )


def _seats(plan: Mapping[str, Any], who: Mapping[str, Any]) -> Iterator[tuple[AssignmentRole, str]]:
    """Chairs are members too; the council's members stand in the list of people."""
    is_council = plan["abbreviation"] == "KF"
    chairs = [(role, plan[role]) for role in OFFICES if role in plan]
    yield from chairs
    yield from ((AssignmentRole.GROUP_LEADER, name) for name in plan.get("group_leaders", ()))
    listed = [name for names in who["members"].values() for name in names]
    members = listed if is_council else [*(name for _, name in chairs), *plan.get("members", ())]
    yield from ((AssignmentRole.MEMBER, name) for name in members)
    waiting = [name for names in who["substitutes"].values() for name in names]
    substitutes = waiting if is_council else plan.get("substitutes", ())
    yield from ((AssignmentRole.SUBSTITUTE, name) for name in substitutes)


def _titles(assignments: Iterable[Assignment]) -> dict[str, tuple[str, ...]]:
    """The titles under a signature: what someone chairs, and an office."""
    titled: dict[str, dict[str, None]] = {}
    for row in assignments:
        own = titled.setdefault(row.person.name, {})
        if row.role in {AssignmentRole.CHAIR, AssignmentRole.OFFICE_HOLDER}:
            own[row.printed_title] = None
    return {name: tuple(own)[:2] for name, own in titled.items()}


def _groups(council: Body, parties: Iterable[Party], mandates: Iterable[tuple[date, date]]) -> None:
    for span in mandates:
        for party in parties:
            group = PartyGroup.objects.create(body=council, name=party.name, period=period(*span))
            group.parties.add(party)


def _users(
    plans: Iterable[Mapping[str, Any]],
    organisation: Organisation,
    bodies: Mapping[str, Body],
    people: Mapping[str, Person],
) -> dict[Role, User]:
    """Accounts without a password: the demo signs them in by a click. One a role is returned."""
    made: dict[Role, User] = {}
    for plan in plans:
        address = f"{plan['name'].split()[0].lower()}@exempelby.example"
        user = User.objects.create_user(email=address, name=plan["name"])
        groups = PartyGroup.objects.filter(parties__abbreviation=plan.get("party_group"))
        Membership.objects.create(
            user=user,
            organisation=organisation,
            role=plan["role"],
            title=plan["title"],
            person=people[plan["name"]] if plan.get("is_member") else None,
            body=bodies.get(plan.get("body", "")),
            party_group=groups.order_by("-period").first(),
            period=period(FOUNDED),
        )
        made.setdefault(Role(plan["role"]), user)
    return made


def _series(
    organisation: Organisation,
    plans: Iterable[Mapping[str, Any]],
    bodies: Mapping[str, Body],
    *,
    today: date,
) -> dict[str, NumberSeries]:
    """Numbers got five figures the year before this; older ones keep their three."""
    widened = date(today.year - 1, 1, 1)
    made: dict[str, NumberSeries] = {}
    for plan in plans:
        series = NumberSeries.objects.create(
            organisation=organisation, code=plan["code"], name=plan["name"], reset=ResetRule.YEARLY
        )
        series.bodies.set([bodies[body] for body in plan["bodies"]])
        for pattern, valid in ((NARROW, period(FOUNDED, widened)), (WIDE, period(widened))):
            NumberTemplate.objects.create(series=series, pattern=pattern, period=valid)
        made |= dict.fromkeys(plan["bodies"], series)
    return made
