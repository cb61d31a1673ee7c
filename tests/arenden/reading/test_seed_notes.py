"""The notes of 004: what stands in them, counted, and their traps."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tests.arenden.reading.names import names
from ärenden.choices import Capacity, NoteSectionKind
from ärenden.models import Case, MeetingNote, Source

pytestmark = [pytest.mark.django_db, pytest.mark.seeds]
Load = Callable[[str], Source]


@pytest.fixture
def note(loaded: Load) -> MeetingNote:
    note = loaded("004").note
    assert note is not None
    return note


def test_004_is_notes_with_the_day_as_printed_and_no_diary_number(note: MeetingNote) -> None:
    assert (note.title, note.date_text, note.held_on) == (
        "Möte om politisk organisation",
        "2020 05 20",
        date(2020, 5, 20),
    )
    assert not Case.objects.exists()


def test_004_has_eight_participants_as_printed(note: MeetingNote) -> None:
    assert names(note, Capacity.PARTICIPANT) == [
        "Erik Lövgren (S)",
        "Calle svensson (KD)",
        "Birgitta Bohlin (V)",
        "Jan Filipsson (S)",
        "H-E Bäck (M)",
        "Leif Edh (VF)",
        "Björn Magnusson (C)",
        "Dennis Hjalmarsson (SD)",
    ]
    assert note.agents.get(name_printed="Erik Lövgren").note_printed == "Ordf"
    local = note.agents.get(name_printed="Leif Edh").party
    assert local is not None
    assert (local.organisation, local.name) == (note.organisation, "")


def test_004_has_seven_contacts_in_four_municipalities(note: MeetingNote) -> None:
    contacts = note.agents.filter(capacity=Capacity.EXTERNAL_CONTACT).order_by("position")

    assert [
        (each.organisation_printed, each.note_printed, each.party_printed) for each in contacts
    ] == [
        ("Norsjö", "", "(S)"),
        ("Nordmaling", "", "(C)"),
        ("Nordmaling", "opp", "(S)"),
        ("Dorotea", "", "(L)"),
        ("Munkfors", "", "(S)"),
        ("Munkfors", "opp", "(C)"),
        ("Munkfors", "", ""),
    ]
    last = contacts.last()
    assert last is not None
    assert last.roles_printed == ["kommunchef"]


def test_004_has_four_agreements_and_no_decision(note: MeetingNote) -> None:
    agreements = note.sections.filter(kind=NoteSectionKind.AGREEMENT)

    assert [each.label_printed for each in agreements] == ["1.", "2.", "3.", "4."]
    assert agreements[2].text.startswith("Gruppens har enats")
    assert "till dom till dom" in note.sections.all()[0].text


def test_004_invites_in_a_year_that_is_inferred(note: MeetingNote) -> None:
    invitation = note.invitations.get()

    assert (invitation.when_text, invitation.at, invitation.year_is_inferred) == (
        "den 1 juni klockan 18.30",
        datetime(2020, 6, 1, 16, 30, tzinfo=UTC),
        True,
    )
    assert invitation.channel == "Teams"


def test_004_names_two_attachments_that_are_missing(note: MeetingNote) -> None:
    papers = note.documents.all()

    assert [(paper.title, paper.files.count()) for paper in papers] == [
        ("PP Munkfors", 0),
        ("PP Norsjö", 0),
    ]


def test_004_keeps_both_trees_of_advice(note: MeetingNote) -> None:
    trees = note.sections.filter(heading__startswith="Medskick")

    assert [
        (
            tree.heading,
            tree.children.count(),
            sum(child.children.count() for child in tree.children.all()),
        )
        for tree in trees
    ] == [("Medskick från Norsjö", 7, 0), ("Medskick från Munkfors", 10, 6)]
