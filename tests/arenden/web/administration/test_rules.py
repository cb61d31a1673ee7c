"""The council's rules in the browser: read, proposed, tried on the meetings, adopted."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.roles import Role
from tests.arenden.web.administration.desk import Desk, desk
from tests.factories import people
from ärenden.models import RuleSet

pytestmark = pytest.mark.django_db
HEADING = {"title": "Arbetsordning för fullmäktige", "decided_on": "", "first": ""}
HAND_IN = {
    "name": "Interpellationen lämnas in",
    "purpose": "hand_in",
    "case_types": ["interpellation"],
    "route": "",
    "kind": "days_before",
    "n": "5",
    "unit": "working_days",
    "before": "put",
    "count": "inclusive",
    "at": "12.00",
    "cutoff": "at_or_before",
    "roll": "keep",
    "binding": "must",
    "late": "nothing",
    "listed": "",
    "source": "Arbetsordning § 33",
    "note": "",
}
SEASON = {"kind": "season_meeting", "after": "raised", "case_types": ["motion"]} | {
    "seasons": "sista i januari–juni: sista sammanträdet före sommaren"
}
KEY = "interpellation-inlamning"


def proposed(at: Desk, start: str = "now") -> RuleSet:
    at.send(
        "admin_rules_new", HEADING | {"first": timezone.localdate().isoformat(), "start": start}
    )
    return RuleSet.objects.get(adopted_at=None)


def rule_of(row: RuleSet, key: str = KEY) -> dict[str, Any]:
    row.refresh_from_db()
    [rule] = [each for each in row.rules if each["key"] == key]
    return rule


def test_rules_are_read_in_words_by_everyone_with_a_role_and_proposals_are_not() -> None:
    at = desk()
    proposed(at)
    client = Client()
    client.force_login(people.user(at.world.organisation, Role.OFFICER))

    page = client.get(at.path("admin_rules")).content.decode()

    assert "Inga egna regler gäller i dag. Datumen räknas efter SKR:s underlag" in page
    assert "Beslut om en motion ska fattas senast ett år efter att den väcktes" in page
    assert [text in page for text in (HEADING["title"], "Skriv ett förslag", "Roller")] == [
        False,
        False,
        False,
    ]
    assert HEADING["title"] in at.get("admin_rules")


def test_proposal_starts_from_the_rules_in_force_changed_as_in_an_example() -> None:
    at = desk()

    row = proposed(at, start="5")

    assert rule_of(row)["shape"]["n"] == 4
    assert len(row.rules) == 14
    page = at.get("admin_rule_set", rules=row.public_id)
    assert "senast kl. 12.00 fyra dagar före sammanträdet där den ställs" in page
    assert at.log() == [("Arbetsordning för fullmäktige skrevs som förslag", [])]


def test_rule_is_changed_by_its_form() -> None:
    at = desk()
    row = proposed(at)

    at.send("admin_rule", HAND_IN, rules=row.public_id, rule=KEY)

    rule = rule_of(row)
    assert (rule["shape"]["n"], rule["shape"]["unit"], rule["at"]) == (5, "working_days", "12:00")
    assert rule["source"] == "Arbetsordning § 33"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"n": ""}, "Skriv ett tal"),
        ({"n": "401"}, "Ange ett tal mellan 0 och 400"),
        ({"cutoff": "before", "at": ""}, "Ange klockslaget som det ska ske före"),
        ({"roll": "forward"}, "En frist före ett sammanträde flyttas inte närmare det"),
        ({"listed": "2027-01-25"}, "Rad 1: Skriv sammanträdets dag, kolon och sista dagen"),
        ({"listed": "2027-01-14: 2027-01-25"}, "Dagen ska inte ligga efter sammanträdet"),
        ({"name": ""}, "Skriv regelns namn"),
        ({"case_types": ["question"]}, "Två regler säger när fråga ska: lämnas in"),
        ({"kind": "nothing"}, "Välj ett giltigt alternativ"),
        (SEASON | {"seasons": "i maj"}, "Rad 1: Skriv som ”sista i januari–juni"),
        (SEASON | {"seasons": "sista i juni–maj: våren"}, "Sista månaden ska inte ligga före"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(wrong: dict[str, str], said: str) -> None:
    at = desk()
    row = proposed(at)
    before = rule_of(row)

    response = at.send("admin_rule", HAND_IN | wrong, rules=row.public_id, rule=KEY)

    page = response.content.decode()
    assert (response.status_code, said in page) == (422, True), page
    assert 'value="Arbetsordning § 33"' in page
    assert rule_of(row) == before


def test_set_days_and_meetings_of_the_year_are_written_as_lines() -> None:
    at = desk()
    row = proposed(at)
    listed = HAND_IN | {"listed": "2027-01-25: 2027-01-14\n2027-02-22: 2027-02-10"}

    at.send("admin_rule", listed, rules=row.public_id, rule=KEY)
    at.send(
        "admin_rule",
        HAND_IN | SEASON | {"purpose": "report"},
        rules=row.public_id,
        rule="motion-balans",
    )

    assert rule_of(row)["listed"][0] == {"meeting": "2027-01-25", "last_day": "2027-01-14"}
    assert rule_of(row, "motion-balans")["shape"]["seasons"] == [
        {
            "name": "sista sammanträdet före sommaren",
            "first_month": 1,
            "last_month": 6,
            "pick": "last",
        }
    ]
    page = at.get("admin_rule", rules=row.public_id, rule="motion-balans")
    assert "sista i januari–juni: sista sammanträdet före sommaren" in page


def test_fields_follow_the_way_to_count_and_nothing_typed_is_lost() -> None:
    at = desk()
    row = proposed(at)
    fields = HAND_IN | {"kind": "weekday_before", "tool": "fields", "name": "Omskriven"}

    response = at.send("admin_rule", fields, rules=row.public_id, rule=KEY)

    page = response.content.decode()
    assert (response.status_code, "Veckodag" in page) == (200, True)
    assert '<input type="hidden" name="n" value="5"' in page
    assert 'value="Omskriven"' in page


def test_rule_is_added_with_a_key_of_its_own_and_removed() -> None:
    at = desk()
    row = proposed(at)
    new = HAND_IN | {"name": "Interpellation inlämning", "case_types": ["motion"]}

    at.send("admin_rule_new", new, rules=row.public_id)
    assert rule_of(row, f"{KEY}-2")["case_types"] == ["motion"]
    path = at.path("admin_rule", rules=row.public_id, rule=f"{KEY}-2")
    at.client.post(f"{path}?gor=ta-bort")

    row.refresh_from_db()
    assert f"{KEY}-2" not in [rule["key"] for rule in row.rules]
    assert at.log()[0][0].startswith("Regeln Interpellation inlämning togs bort")


def test_proposal_is_removed_whole() -> None:
    at = desk()
    row = proposed(at)

    path = at.path("admin_rules_heading", rules=row.public_id)
    response = at.client.post(f"{path}?gor=ta-bort")

    assert response["Location"] == at.path("admin_rules")
    assert not RuleSet.objects.exists()


def test_adopted_rules_stand_in_force_and_their_forms_are_gone() -> None:
    at = desk()
    row = proposed(at)
    wrong = at.send("admin_rules_adopt", {}, rules=row.public_id)
    today = timezone.localdate().isoformat()

    at.send(
        "admin_rules_heading", HEADING | {"first": today, "decided_on": today}, rules=row.public_id
    )
    at.send("admin_rules_adopt", {}, rules=row.public_id)

    assert "Skriv vilken dag reglerna beslutades" in wrong.content.decode()
    row.refresh_from_db()
    assert row.adopted_by_name == "Astrid Ansvar"
    assert "Gäller nu" in at.get("admin_rules")
    assert "Lägg till en regel" not in at.get("admin_rule_set", rules=row.public_id)
    gone = at.path("admin_rule", rules=row.public_id, rule=KEY)
    assert at.client.get(gone).status_code == 404


def test_adopted_rules_are_read_by_everyone_and_a_proposal_is_not_there_for_them() -> None:
    at = desk()
    adopted = proposed(at)
    RuleSet.objects.update(adopted_at=timezone.now(), adopted_by_name="Jasmin Hallabro")
    second = proposed(at)
    client = Client()
    client.force_login(people.user(at.world.organisation, Role.OFFICER))

    found = [
        client.get(at.path("admin_rule_set", rules=row.public_id)).status_code
        for row in (adopted, second)
    ]

    assert found == [200, 404]
