"""A pasted result: shown with what is unsure, settled, and saved in one go."""

import re

import pytest

from accounts.models import FormDraft
from parties.models import Assignment, Person
from tests.arenden.web.administration.desk import Desk, desk
from tests.factories import people

pytestmark = pytest.mark.django_db
DAYS = {"first": "2026-10-15", "last": "2030-10-14"}


def pasted(at: Desk, text: str) -> str:
    """The table's page."""
    body = at.world.council.public_id
    at.send("admin_elected", {"text": text} | DAYS, body=body)
    return at.get("admin_elected", body=body)


def rows(*lines: tuple[str, str, str, str]) -> dict[str, str]:
    """The fields of the table: name, party, role and person."""
    fields = {"rad-TOTAL_FORMS": str(len(lines)), "rad-INITIAL_FORMS": str(len(lines))}
    for number, line in enumerate(lines):
        for name, value in zip(("name", "party", "role", "person"), line, strict=True):
            fields[f"rad-{number}-{name}"] = value
    return fields | DAYS


def save(at: Desk, fields: dict[str, str]) -> tuple[int, str]:
    response = at.send("admin_elected", fields, body=at.world.council.public_id)
    return response.status_code, response.content.decode()


def test_sixty_one_people_are_read_and_nothing_is_saved_yet() -> None:
    at = desk()
    text = "\n".join(f"Person {chr(65 + number % 26)}{number}x\tS\tLedamot" for number in range(61))

    page = pasted(at, text)

    assert "61 rader är lästa." in page
    assert "behöver ett beslut" not in page
    assert Person.objects.count() == 2


def test_unknown_party_and_namesake_with_another_party_are_marked() -> None:
    at = desk()

    page = pasted(at, "Nora Ny\tTUP\nFrida Fråga\tS\nSven Svar\tS")

    assert "2 behöver ett beslut" in page
    assert "Partiet TUP finns inte" in page
    assert "samma person eller en namne?" in page
    chosen = re.findall(r'value="([^"]+)" selected>Sven Svar', page)
    assert chosen == [str(at.world.answerer.public_id)]


def test_unsettled_lines_are_told_and_the_corrections_kept() -> None:
    at = desk()

    status, page = save(
        at, rows(("Nora Nyare", "", "member", "new"), ("Frida Fråga", "S", "member", ""))
    )

    assert status == 422
    for said in ("Välj parti för Nora Nyare", "Välj vem Frida Fråga är"):
        assert page.count(said) == 2
    assert 'value="Nora Nyare"' in at.get("admin_elected", body=at.world.council.public_id)
    assert Assignment.objects.filter(body=at.world.council).count() == 2


def test_settled_table_is_saved_with_the_known_and_the_new() -> None:
    at = desk()
    frida = at.world.asker

    status, _ = save(
        at,
        rows(
            ("Frida Fråga", "S", "chair", str(frida.public_id)),
            ("Sven Svar", "V", "member", "new"),
        ),
    )

    assert (status, Person.objects.filter(family_name="Svar").count()) == (302, 2)
    assert frida.assignments.count() == 3  # the earlier one, as chair and as member
    assert not FormDraft.objects.exists()
    assert at.log()[0] == (
        "2 personer valdes till Kommunfullmäktige",
        [["Valda", "", "Frida Fråga, Sven Svar"]],
    )


def test_line_that_is_left_out_needs_nothing() -> None:
    at = desk()
    fields = rows(("", "", "member", ""), ("Nora Ny", "S", "member", "new"))

    status, _ = save(at, fields | {"rad-0-skipped": "on"})

    assert (status, Person.objects.filter(family_name="Ny").count()) == (302, 1)


@pytest.mark.parametrize("person", ["new", "known"])
def test_no_one_stands_twice(person: str) -> None:
    at = desk()
    name, chosen = ("Nora Ny", "new")
    if person == "known":
        name, chosen = "Frida Fråga", str(at.world.asker.public_id)

    status, page = save(at, rows(*[(name, "S", "member", chosen)] * 2))

    assert (status, f"{name} står två gånger" in page) == (422, True)


def test_two_chairs_are_refused_in_words() -> None:
    at = desk()

    status, page = save(at, rows(("A B", "S", "chair", "new"), ("C D", "S", "chair", "new")))

    assert (status, "Organet har redan en ordförande" in page) == (422, True)
    assert Person.objects.count() == 2


def test_text_without_names_is_told_and_stays() -> None:
    at = desk()
    body = at.world.council.public_id

    response = at.send("admin_elected", {"text": "1\t2\n3"} | DAYS, body=body)

    assert response.status_code == 422
    assert "Ingen rad har ett namn" in response.content.decode()


def test_body_of_another_organisation_is_not_there() -> None:
    at = desk()
    other = people.body(people.organisation())

    response = at.send("admin_elected", rows(("A B", "S", "member", "new")), body=other.public_id)

    assert response.status_code == 404


def test_largest_council_with_its_substitutes_is_saved() -> None:
    at = desk()
    names = [f"Nora {chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(300)]

    status, _ = save(at, rows(*[(name, "S", "member", "new") for name in names]))

    elected = at.world.council.assignments.filter(period__startswith="2026-10-15")
    assert (status, elected.count()) == (302, 300)


def test_name_too_long_to_be_one_is_told() -> None:
    at = desk()

    status, _ = save(at, rows((f"Nora {'y' * 81}", "S", "member", "new")))

    assert (status, Person.objects.count()) == (422, 2)


def test_first_day_that_is_no_day_is_told_above_the_table() -> None:
    at = desk()

    status, page = save(at, rows(("Nora Ny", "S", "member", "new")) | {"first": "snart"})

    assert (status, "Skriv datumet som" in page, "1 rad är läst." in page) == (422, True, True)
