"""Who handles a case: given away for good, or covered for a time that ends by itself."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from accounts.roles import Role
from tests.factories import cases, people
from tests.factories.cases import TODAY, World
from ärenden import access
from ärenden.actions.corrections import correct
from ärenden.actions.endings import close, withdraw
from ärenden.actions.handling import assign, be_away, come_back, cover, end_cover
from ärenden.actions.secrecy import NewMark, mark_secrecy
from ärenden.exceptions import ActionRefused
from ärenden.models import Case, Cover
from ärenden.queries.colleagues import absences, with_cover

pytestmark = pytest.mark.django_db

FRIDAY = TODAY + timedelta(days=4)


def handled(user: User, *, on: date = TODAY) -> list[Case]:
    return list(Case.objects.filter(access.handled_by(user, on=on)))


def colleague(world: World, name: str = "Olle Officer") -> User:
    return people.user(world.organisation, Role.OFFICER, name=name)


def stands_in(case: Case) -> str | None:
    name: str | None = with_cover(Case.objects.all(), on=TODAY).get(pk=case.pk).covered_by
    return name


def told(case: Case) -> str:
    return case.events.latest("version").summary


def test_case_is_handled_by_the_one_who_registered_it() -> None:
    world = cases.world()

    case = cases.registered_case(world)

    assert case.handler == world.registrar
    assert handled(world.registrar) == [case]


def test_case_given_to_a_colleague_is_hers_until_she_gives_it_on() -> None:
    world = cases.world()
    case, olle = cases.registered_case(world), colleague(world)

    assign(case=case, doing=world.doing(), to=olle, reason="Hon kan parken")

    assert told(case) == "Olle Officer blev ansvarig handläggare efter Rut Registrator"
    assert (handled(world.registrar), handled(olle)) == ([], [case])


def test_covered_case_comes_back_by_date() -> None:
    world = cases.world()
    case, olle = cases.registered_case(world), colleague(world)

    cover(case=case, doing=world.doing(), by=olle, first=TODAY, last=FRIDAY)

    assert told(case) == (
        "Olle Officer täcker för Rut Registrator från 2 mars 2026 till och med 6 mars 2026"
    )
    found = [handled(olle, on=FRIDAY + timedelta(days=days)) for days in (-5, -4, 0, 1)]
    assert found == [[], [case], [case], []]
    assert handled(world.registrar) == [case]


def test_what_a_substitute_does_tells_for_whom_while_the_cover_lasts() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    olle, eva = (people.user(world.organisation, Role.REGISTRAR, name=name) for name in ("O", "E"))
    cover(case=case, doing=world.doing(), by=olle, first=TODAY, last=FRIDAY)
    after = FRIDAY + timedelta(days=1)

    for number, (by, on) in enumerate([(eva, TODAY), (olle, FRIDAY), (olle, after)]):
        words = {"row": case, "field": "title", "text": f"Parken {number}", "reason": "Fel"}
        correct(case=case, doing=world.doing(by=by, on=on), **words)

    told_of = case.events.order_by("version").values_list("actor_name", "on_behalf_of")
    assert list(told_of)[-3:] == [("E", ""), ("O", "Rut Registrator"), ("O", "")]


def test_cover_taken_back_is_over_at_once_and_stays_readable() -> None:
    world = cases.world()
    case, olle = cases.registered_case(world), colleague(world)
    cover(case=case, doing=world.doing(), by=olle, first=TODAY, last=FRIDAY, note="Ring Eva")

    end_cover(case=case, doing=world.doing())

    assert told(case) == "Olle Officer täcker inte längre"
    assert handled(olle) == []
    [row] = Cover.objects.all()
    assert (row.note, row.ended_by_name) == ("Ring Eva", "Rut Registrator")


def test_everything_of_an_absent_colleague_is_covered() -> None:
    world = cases.world()
    olle = colleague(world)
    first, second = cases.registered_case(world), cases.motion(world)

    absence = be_away(
        organisation=world.organisation,
        doing=world.doing(),
        handler=world.registrar,
        by=olle,
        first=TODAY,
        last=FRIDAY,
    )

    assert set(handled(olle)) == {first, second}
    assert stands_in(first) == "Olle Officer"
    assert list(absences(world.organisation, on=FRIDAY)) == [absence]
    assert list(absences(world.organisation, on=FRIDAY + timedelta(days=1))) == []


def test_colleague_who_is_back_early_handles_her_own_cases_again() -> None:
    world = cases.world()
    olle, case = colleague(world), cases.registered_case(world)
    away = {"organisation": world.organisation, "handler": world.registrar, "first": TODAY}
    absence = be_away(**away, doing=world.doing(), by=olle, last=None)

    come_back(absence=absence, doing=world.doing())

    assert (handled(olle), stands_in(case)) == ([], None)
    be_away(**away, doing=world.doing(), by=olle, last=None)
    assert handled(olle) == [case]


def test_no_one_covers_while_she_is_away_herself_or_when_another_does() -> None:
    world = cases.world()
    olle, eva = colleague(world), colleague(world, "Eva Ekonom")
    away = {"organisation": world.organisation, "doing": world.doing(), "last": FRIDAY}
    be_away(**away, handler=olle, by=eva, first=TODAY)

    with pytest.raises(ActionRefused) as is_away:
        be_away(**away, handler=world.registrar, by=olle, first=FRIDAY)
    with pytest.raises(ActionRefused) as is_covered:
        be_away(**away, handler=olle, by=world.registrar, first=FRIDAY)

    assert [each.value.refusals[0].text for each in (is_away, is_covered)] == [
        "Olle Officer är själv borta under en del av tiden",
        "någon täcker redan en del av den tiden; ta tillbaka det först",
    ]


def test_no_one_is_away_from_what_she_covers_for_another() -> None:
    world = cases.world()
    olle, eva = colleague(world), colleague(world, "Eva Ekonom")
    away = {"organisation": world.organisation, "doing": world.doing(), "last": FRIDAY}
    covering = be_away(**away, handler=world.registrar, by=olle, first=TODAY)

    with pytest.raises(ActionRefused) as refused:
        be_away(**away, handler=olle, by=eva, first=FRIDAY)

    assert refused.value.refusals[0].text == (
        "Olle Officer täcker själv för Rut Registrator från 2 mars 2026 till och med 6 mars 2026;"
        " låt först någon annan täcka där"
    )
    come_back(absence=covering, doing=world.doing())
    be_away(**away, handler=olle, by=eva, first=FRIDAY)
    assert list(absences(world.organisation, on=TODAY).values_list("handler", "substitute")) == [
        (olle.pk, eva.pk)
    ]


def test_cover_of_a_closed_case_keeps_no_one_from_being_away() -> None:
    world = cases.world()
    case, olle = cases.registered_case(world), colleague(world)
    cover(case=case, doing=world.doing(), by=olle, first=TODAY, last=None)
    withdraw(case=case, doing=world.doing(), on=TODAY, reason="Löst")
    close(case=case, doing=world.doing())

    absence = be_away(
        organisation=world.organisation,
        doing=world.doing(),
        handler=olle,
        by=world.registrar,
        first=TODAY,
        last=FRIDAY,
    )

    assert list(absences(world.organisation, on=TODAY)) == [absence]


def test_only_who_handles_or_registers_says_who_handles() -> None:
    world = cases.world()
    case, olle, eva = cases.registered_case(world), colleague(world), colleague(world, "Eva")

    with pytest.raises(PermissionDenied):
        assign(case=case, doing=world.doing(by=olle), to=olle)
    with pytest.raises(PermissionDenied):
        be_away(
            organisation=world.organisation,
            doing=world.doing(by=olle),
            handler=eva,
            by=olle,
            first=TODAY,
            last=None,
        )
    assign(case=case, doing=world.doing(), to=olle)
    assign(case=case, doing=world.doing(by=olle), to=eva)

    assert handled(eva) == [case]


def test_case_goes_only_to_someone_whose_role_can_handle_it() -> None:
    world = cases.world()
    case = cases.registered_case(world)
    reviewer = people.user(world.organisation, Role.REVIEWER)
    elsewhere = people.user(people.organisation(), Role.OFFICER)
    school = people.body(world.organisation, name="Skolnämnden", abbreviation="SN")
    secretary = people.user(world.organisation, Role.COMMITTEE_SECRETARY, of=school)

    for unable in (reviewer, elsewhere, secretary):
        with pytest.raises(ActionRefused):
            assign(case=case, doing=world.doing(), to=unable)


def test_former_officer_handles_nothing() -> None:
    world = cases.world()
    case, olle = cases.registered_case(world), colleague(world)
    assign(case=case, doing=world.doing(), to=olle)

    olle.memberships.all().delete()
    olle = User.objects.get(pk=olle.pk)

    assert handled(olle) == []


def test_officer_reads_secret_matter_only_in_cases_she_handles() -> None:
    world = cases.world()
    hers, other, olle = cases.registered_case(world), cases.motion(world), colleague(world)
    for case in (hers, other):
        ground = {"provision": "26 kap. 1 § OSL", "authority": "Kommunstyrelsen"}
        mark_secrecy(case=case, doing=world.doing(), new=NewMark(row=case, **ground))

    assign(case=hers, doing=world.doing(), to=olle)

    assert list(access.visible_to(olle, on=TODAY)) == [hers]
    assert not access.is_cleared(olle, other, on=TODAY)
