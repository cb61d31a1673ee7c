"""The frozen motionsbalans as a Word document says what its page says, and no more."""

from io import BytesIO

import docx
import pytest
from django.test import Client

from tests.arenden.web import acting
from tests.arenden.web.test_reports import frozen, report_address, signed_in
from ärenden.actions.balance import write_note
from ärenden.choices import Proposed
from ärenden.models import MotionReport

pytestmark = pytest.mark.django_db


def test_name_protected_since_is_hidden_in_page_and_document(client: Client) -> None:
    world = acting.world()
    acting.raised(world)
    report = frozen(world)
    world.asker.has_protected_identity = True
    world.asker.save()

    page = signed_in(client, world).get(report_address(report)).content.decode()
    words = cells(client, report)

    assert "Frida" not in page
    assert not any("Frida" in word for word in words)


def cells(client: Client, report: MotionReport) -> list[str]:
    response = client.get(report_address(report, "motion_report_word"))
    document = docx.Document(BytesIO(response.content))
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def test_word_document_says_what_the_page_says(client: Client) -> None:
    world = acting.world()
    case = acting.raised(world)
    shown = "Utrett & klart:\n<b>två</b> vägar."
    write_note(case=case, doing=acting.now(world), shown=shown, proposed=Proposed.WRITE_OFF)
    report = frozen(world)

    signed_in(client, world)
    row = cells(client, report)[4:]
    response = client.get(report_address(report, "motion_report_word"))
    document = docx.Document(BytesIO(response.content))

    assert row[0] == f"{case.title}\n{case.dnr}\nFrida Fråga (V)"
    assert row[2].endswith("Utrett & klart:\n<b>två</b> vägar.")
    assert row[3] == "Avskrivs från vidare handläggning"
    points = [each.text for each in document.paragraphs if each.style.name == "List Number"]
    assert points == [
        "Redovisningen läggs till handlingarna.",
        f"Avskrivs från vidare handläggning: {case.dnr} {case.title}.",
        "Beredningen av övriga fortsätter.",
    ]
    assert "5 kap. 35 §" in "".join(each.text for each in document.paragraphs)
    assert response["Content-Disposition"] == (
        f'attachment; filename="motionsbalans-{report.as_of}.docx"'
    )
