"""The minutes of 002 and 003: what stands in them, counted, and their traps."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.arenden.reading.names import names
from ärenden.choices import (
    Capacity,
    DatePrecision,
    DecisionNature,
    DocumentKind,
    Fact,
    LegalStatus,
    Outcome,
    ProposalSource,
    State,
    StatementKind,
    StepMethod,
)
from ärenden.models import Case, Source

pytestmark = [pytest.mark.django_db, pytest.mark.seeds]
CaseOf = Callable[[str], Case]
Load = Callable[[str], Source]


def test_002_is_decided_at_a_meeting_whose_day_is_unknown(case_of: CaseOf) -> None:
    case = case_of("002")

    decision = case.decisions.get()
    assert (case.dnr, case.state, case.outcome) == ("2022.499 KS", State.DECIDED, Outcome.ADOPTED)
    assert (str(decision.minutes_item), decision.decided_on) == ("§ 146", None)
    assert case.dnr_parts == {"series": "KS", "year": 2022, "sequence": 499}
    assert "efter den 12 oktober 2022" in decision.decided_on_unknown
    decided = case.events.get(action="decide")
    assert (decided.happened_on, [*decided.unknown]) == (None, [Fact.DECISION_DATE])
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


def test_003_is_a_proposal_to_another_body_in_four_points(case_of: CaseOf) -> None:
    case = case_of("003")

    decision = case.decisions.get()
    assert (case.dnr, case.state, case.outcome) == ("KSN-2021-02542", State.PROPOSED, "")
    assert case.dnr_parts == {"series": "KSN", "year": 2021, "sequence": 2542}
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
    _, pelling, ahlstedt, own = case.proposals.all()

    assert [row.points.count() for row in (pelling, ahlstedt, own)] == [4, 1, 4]
    assert [
        (step.method, [option.proposal for option in step.options.all()], step.outcome)
        for step in case.steps.all()
    ] == [
        (StepMethod.AGAINST_REJECTION, [pelling, None], pelling),
        (StepMethod.AGAINST_REJECTION, [ahlstedt, None], None),
    ]
    assert ahlstedt.points.get().text.endswith("Detta skall gälla med utredningen pågår.")


def test_003_one_member_supports_one_proposal_and_moves_the_other(case_of: CaseOf) -> None:
    _, pelling, ahlstedt, _ = case_of("003").proposals.all()

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


def test_003_is_put_to_the_board_as_a_proposal_of_the_subcommittee(case_of: CaseOf) -> None:
    case = case_of("003")

    decision = case.decisions.get()
    put = decision.proposal
    assert put is not None
    assert (put.source, names(put, Capacity.PROPOSER)) == (
        ProposalSource.SUBCOMMITTEE,
        ["Kommunstyrelsens arbetsutskott"],
    )
    assert [(point.text, point.derived_from) for point in put.points.all()] == [
        (point.text, point.from_point) for point in decision.points.all()
    ]


def test_003_letter_has_three_and_three_points_that_the_others_derive_from(case_of: CaseOf) -> None:
    case = case_of("003")
    letter, pelling, ahlstedt, _ = case.proposals.all()

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
    assert reservation.in_favour_of == case.proposals.get(ordinal=3)


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
