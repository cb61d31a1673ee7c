"""What stands in the real documents, counted, and the traps in them."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from ärenden.choices import (
    AnswerState,
    Capacity,
    DatePrecision,
    DecisionNature,
    DocumentKind,
    LegalStatus,
    NoteSectionKind,
    Outcome,
    State,
    StatementKind,
    StepMethod,
)
from ärenden.models import Case, MeetingNote, Proposal, Source

pytestmark = [pytest.mark.django_db, pytest.mark.seeds]
Load = Callable[[str], Source]


@pytest.fixture
def case_of(loaded: Load) -> Callable[[str], Case]:
    def load_case(number: str) -> Case:
        case = loaded(number).case
        assert case is not None
        return case

    return load_case


@pytest.fixture
def note(loaded: Load) -> MeetingNote:
    note = loaded("004").note
    assert note is not None
    return note


CaseOf = Callable[[str], Case]


def names(rows: Case | Proposal | MeetingNote, capacity: Capacity) -> list[str]:
    return [str(agent) for agent in rows.agents.filter(capacity=capacity).order_by("position")]


# ---- 000 ----------------------------------------------------------------------------------


def test_000_has_two_questions_answered_in_two_paragraphs_each(case_of: CaseOf) -> None:
    answer = case_of("000").answers.get()

    parts = answer.parts.all()
    assert [part.question and part.question.number for part in parts] == [1, 2]
    assert [len(part.text.split("\n\n")) for part in parts] == [2, 2]


def test_000_is_put_by_a_party_and_says_that_no_member_is_named(case_of: CaseOf) -> None:
    case = case_of("000")

    assert (str(case.on_behalf_of), names(case, Capacity.SIGNATORY)) == ("Vänsterpartiet", [])
    assert "ledamot" in case.events.get(version=1).unknown["signatory"]


def test_000_is_signed_with_two_roles_and_has_no_paper_but_the_answer(case_of: CaseOf) -> None:
    case = case_of("000")

    signer = case.answers.get().agents.get(capacity=Capacity.SIGNER)
    assert signer.roles_printed == ["Kommunstyrelsens ordförande", "Kommunalråd"]
    assert [paper.kind for paper in case.documents.all()] == [DocumentKind.ANSWER]


@pytest.mark.parametrize("number", ["000", "001"])
def test_interpellation_stops_where_the_answer_came_in(number: str, case_of: CaseOf) -> None:
    case = case_of(number)

    assert (case.state, case.answer_state, case.is_permitted) == (
        State.REGISTERED,
        AnswerState.RECEIVED,
        None,
    )
    told = case.events.get(action="receive_answer").unknown
    assert told["permission"] == "Fullmäktiges beslut framgår inte"


# ---- 001 ----------------------------------------------------------------------------------


def test_001_has_two_documents_and_five_questions_with_answers(case_of: CaseOf) -> None:
    case = case_of("001")

    kinds = [(paper.kind, paper.date_text) for paper in case.documents.all()]
    assert kinds == [
        (DocumentKind.INTERPELLATION, "2021-03-10"),
        (DocumentKind.ANSWER, "2021-05-05"),
    ]
    parts = case.answers.get().parts.all()
    assert [part.question and part.question.number for part in parts] == [1, 2, 3, 4, 5]
    assert [part.question_label_printed for part in parts] == ["1.", "2.", "3.", "4.", "5."]


def test_001_keeps_a_question_as_put_beside_the_question_as_quoted(case_of: CaseOf) -> None:
    parts = case_of("001").answers.get().parts.select_related("question")

    differing = [
        (part.question.text.partition("VLT")[2], part.question_text_as_quoted.partition("VLT")[2])
        for part in parts
        if part.question and part.question.text != part.question_text_as_quoted
    ]
    assert differing == [(" 10/3?", " den 10/3?")]


def test_001_keeps_both_dashes_of_the_independent(case_of: CaseOf) -> None:
    case = case_of("001")

    answer = case.documents.get(kind=DocumentKind.ANSWER)
    assert names(case, Capacity.SIGNATORY) == ["Emil Thessén (–)"]
    assert [str(agent) for agent in answer.agents.filter(capacity=Capacity.RECIPIENT)] == [
        "Emil Thessén (-)"
    ]
    assert case.agents.get(capacity=Capacity.SIGNATORY).party is None


def test_001_keeps_misspellings_and_emphasis(case_of: CaseOf) -> None:
    case = case_of("001")

    assert "visseblåsarfunktion" in case.questions.get(number=5).text
    last = case.answers.get().parts.get(position=5)
    assert "visseblåsarfunktion" in last.question_text_as_quoted
    assert last.text.startswith("Visselblåsarfunktionen")
    assert case.motivation.startswith("– *Toppolitiker")
    assert len(case.motivation.split("\n\n")) == 4


# ---- 002 ----------------------------------------------------------------------------------


def test_002_is_decided_at_a_meeting_whose_day_is_unknown(case_of: CaseOf) -> None:
    case = case_of("002")

    decision = case.decisions.get()
    assert (case.dnr, case.state, case.outcome) == ("2022.499 KS", State.DECIDED, Outcome.ADOPTED)
    assert (str(decision.minutes_item), decision.decided_on) == ("§ 146", None)
    assert "efter den 12 oktober 2022" in decision.decided_on_unknown
    assert [point.text for point in decision.points.all()] == [f"{case.title} antas."]


def test_002_has_proposals_by_two_and_three_put_against_each_other(case_of: CaseOf) -> None:
    first, rejection, approval = case_of("002").proposals.all()

    assert names(rejection, Capacity.PROPOSER) == ["Martin Lindberg (V)", "Anna Hansson (MP)"]
    assert len(names(approval, Capacity.PROPOSER)) == 3
    assert approval.target == first
    step = first.case.steps.get()
    assert [option.proposal for option in step.options.all()] == [approval, rejection]
    assert (step.method, step.outcome) == (StepMethod.AGAINST_EACH_OTHER, approval)


def test_002_has_a_note_to_the_minutes_and_no_reservation(case_of: CaseOf) -> None:
    case = case_of("002")

    statement = case.statements.get()
    assert statement.kind == StatementKind.MINUTES_NOTE
    assert [str(agent) for agent in statement.agents.all()] == ["Anna Hansson (MP)"]
    for words in ("endast Kommunfullmäktig som", "längre instanser", "I dessa nuvarande form"):
        assert words in " ".join(statement.text.split())
    assert not case.decisions.get().reservations.exists()


def test_002_tells_its_preparation_and_the_task_that_was_carried_out(case_of: CaseOf) -> None:
    case = case_of("002")

    assert [
        (step.actor_printed, step.on_date, step.paragraph_printed) for step in case.prep_steps.all()
    ] == [
        ("Kommunstyrelsen", date(2022, 2, 7), "§ 17"),
        ("Kommunledningskontoret", date(2022, 10, 5), ""),
        ("Kommunstyrelsens arbetsutskott", date(2022, 10, 12), "§ 163"),
    ]
    assert case.tasks.get().reported_on == date(2022, 10, 5)
    paper = case.documents.get()
    assert (paper.legal_status, paper.established_on) == (LegalStatus.DRAWN_UP, None)


# ---- 003 ----------------------------------------------------------------------------------


def test_003_is_a_proposal_to_another_body_in_four_points(case_of: CaseOf) -> None:
    case = case_of("003")

    decision = case.decisions.get()
    assert (case.dnr, case.state, case.outcome) == ("KSN-2021-02542", State.PROPOSED, "")
    assert (decision.nature, str(decision.target_body), decision.decided_on) == (
        DecisionNature.PROPOSAL_TO_BODY,
        "Kommunstyrelsen",
        date(2021, 9, 21),
    )
    points = decision.points.all()
    assert [point.label_printed for point in points] == ["1.", "2.", "3.", "4."]
    assert all(point.has_att and point.text.startswith("att ") for point in points)
    assert "Pausa alla konsultinköp" in points[1].text


def test_003_has_two_proposals_each_put_against_rejection(case_of: CaseOf) -> None:
    case = case_of("003")
    _, pelling, ahlstedt = case.proposals.all()

    assert [row.points.count() for row in (pelling, ahlstedt)] == [4, 1]
    assert [
        (step.method, [option.proposal for option in step.options.all()], step.outcome)
        for step in case.steps.all()
    ] == [
        (StepMethod.AGAINST_REJECTION, [pelling, None], pelling),
        (StepMethod.AGAINST_REJECTION, [ahlstedt, None], None),
    ]
    assert ahlstedt.points.get().text.endswith("Detta skall gälla med utredningen pågår.")


def test_003_one_member_supports_one_proposal_and_moves_the_other(case_of: CaseOf) -> None:
    _, pelling, ahlstedt = case_of("003").proposals.all()

    assert names(pelling, Capacity.PROPOSER) == ["Erik Pelling (S)"]
    assert names(pelling, Capacity.SUPPORTER) == ["Fredrik Ahlstedt (M)", "Tobias Smedberg (V)"]
    assert names(ahlstedt, Capacity.PROPOSER) == ["Fredrik Ahlstedt (M)"]
    assert names(ahlstedt, Capacity.SUPPORTER) == ["Jonas Segersam (KD)", "Jonas Petersson (C)"]


def test_003_page_head_inside_the_list_is_furniture_and_not_text(loaded: Load) -> None:
    source = loaded("003")
    assert source.case is not None

    section = source.case.minutes_items.get().sections.get(heading_printed="Yrkanden")
    assert "under översynen. Undantag beviljas av stadsdirektören,\n\n(3) att" in section.text
    assert "Protokoll" not in section.text
    assert section.text.count("\n\n") == 3
    head = source.spans.get(furniture="sidhuvud")
    assert head.end - head.start == len(
        "Kommunstyrelsens arbetsutskott Protokoll  Datum: 2021-09-21"
    )


def test_003_decides_the_points_that_were_moved(case_of: CaseOf) -> None:
    case = case_of("003")

    pairs = [(point.text, point.from_point) for point in case.decisions.get().points.all()]
    assert [text for text, _ in pairs] == [moved and moved.text for _, moved in pairs]


def test_003_letter_has_three_and_three_points_that_the_others_derive_from(case_of: CaseOf) -> None:
    case = case_of("003")
    letter, pelling, ahlstedt = case.proposals.all()

    points = list(letter.points.all())
    assert [point.lead_text_printed for point in points] == [
        *[""] * 3,
        *["under tiden utredningen pågår:"] * 3,
    ]
    assert [point.derived_from for point in pelling.points.all()] == [
        *points[:3],
        points[5],
    ]
    assert ahlstedt.points.get().derived_from == points[3]
    assert points[2].text.startswith("ta fram nya riktlinjer")


def test_003_letter_has_its_own_title_two_senders_and_a_recipient(case_of: CaseOf) -> None:
    letter, minutes = case_of("003").documents.all()

    assert letter.title == "Utredning av kommunikationsstaben på KLK"
    assert [(agent.capacity, str(agent)) for agent in letter.agents.all()] == [
        (Capacity.RECIPIENT, "kommunstyrelsens arbetsutskott"),
        (Capacity.SENDER, "Fredrik Ahlstedt (M)"),
        (Capacity.SENDER, "Therez Almerfors (M)"),
    ]
    assert (minutes.kind, minutes.legal_status) == (
        DocumentKind.MINUTES_EXTRACT,
        LegalStatus.WORKING,
    )


def test_003_is_reserved_against_by_three_in_favour_of_a_proposal(case_of: CaseOf) -> None:
    case = case_of("003")

    reservation = case.decisions.get().reservations.get()
    assert [str(agent) for agent in reservation.agents.order_by("position")] == [
        "Fredrik Ahlstedt (M)",
        "Jonas Petersson (C)",
        "Jonas Segersam (KD)",
    ]
    assert reservation.in_favour_of == case.proposals.last()


def test_003_gives_a_task_due_in_a_month_that_waits_for_the_decision(case_of: CaseOf) -> None:
    case = case_of("003")

    task = case.tasks.get()
    assert (task.responsible_printed, task.due_on, task.due_precision) == (
        "stadsdirektören",
        date(2021, 12, 31),
        DatePrecision.MONTH,
    )
    assert task.point == case.decisions.get().points.last()
    assert case.execution == ""


# ---- 004 ----------------------------------------------------------------------------------


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
