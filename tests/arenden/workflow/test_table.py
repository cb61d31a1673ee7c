"""The table against the procedure as domain knowledge has it, state by state."""

from collections import Counter

import pytest
from django.conf import settings

from ärenden.choices import AnswerState, CaseType, Fact, State
from ärenden.workflow import STEPS, Action, Snapshot, Step, refusals, step_for, steps_of
from ärenden.workflow.actions import WITHOUT_STEP
from ärenden.workflow.document import as_markdown

S, A = State, Action
ASKED = {
    S.REGISTERED: {S.ANNOUNCED, S.PERMITTED, S.PERMISSION_REFUSED, S.ANSWERED, S.WITHDRAWN},
    S.ANNOUNCED: {
        S.ANNOUNCED,
        S.PERMITTED,
        S.PERMISSION_REFUSED,
        S.POSTPONED,
        S.ANSWERED,
        S.WITHDRAWN,
    },
    S.PERMITTED: {S.POSTPONED, S.ANSWERED, S.WITHDRAWN},
    S.POSTPONED: {
        S.PERMITTED,
        S.PERMISSION_REFUSED,
        S.POSTPONED,
        S.ANSWERED,
        S.WITHDRAWN,
    },
    S.ANSWERED: {S.CLOSED},
    S.PERMISSION_REFUSED: {S.CLOSED},
    S.WITHDRAWN: {S.CLOSED},
}
MOTION = {
    S.REGISTERED: {S.ANNOUNCED, S.RAISED, S.WITHDRAWN},
    S.ANNOUNCED: {S.ANNOUNCED, S.RAISED, S.WITHDRAWN},
    S.RAISED: {S.PREPARING, S.DECIDED, S.POSTPONED, S.RETURNED, S.WITHDRAWN},
    S.PREPARING: {S.PROPOSED, S.DECIDED, S.POSTPONED, S.RETURNED, S.WITHDRAWN},
    S.PROPOSED: {S.DECIDED, S.POSTPONED, S.RETURNED, S.WITHDRAWN},
    S.POSTPONED: {S.PREPARING, S.PROPOSED, S.DECIDED, S.POSTPONED, S.RETURNED, S.WITHDRAWN},
    S.RETURNED: {S.PREPARING, S.WITHDRAWN},
    S.DECIDED: {S.CLOSED},
    S.WITHDRAWN: {S.CLOSED},
}
COMMITTEE = {
    S.REGISTERED: {
        S.PREPARING,
        S.PROPOSED,
        S.DECIDED,
        S.POSTPONED,
        S.RETURNED,
        S.WRITTEN_OFF,
    },
    S.PREPARING: {S.PROPOSED, S.DECIDED, S.POSTPONED, S.RETURNED, S.WRITTEN_OFF},
    S.PROPOSED: {S.DECIDED, S.POSTPONED, S.RETURNED},
    S.POSTPONED: {S.PREPARING, S.PROPOSED, S.DECIDED, S.POSTPONED, S.RETURNED},
    S.RETURNED: {S.PREPARING},
    S.DECIDED: {S.CLOSED},
    S.WRITTEN_OFF: {S.CLOSED},
}
INITIATIVE = {
    S.REGISTERED: {S.RAISED, S.WITHDRAWN},
    S.RAISED: {S.PREPARING, S.PROPOSED, S.DECIDED, S.POSTPONED, S.RETURNED, S.WITHDRAWN},
    S.PREPARING: {S.PROPOSED, S.DECIDED, S.POSTPONED, S.RETURNED, S.WITHDRAWN},
    S.PROPOSED: {S.DECIDED, S.POSTPONED, S.RETURNED, S.WITHDRAWN},
    S.POSTPONED: {S.PREPARING, S.PROPOSED, S.DECIDED, S.POSTPONED, S.RETURNED, S.WITHDRAWN},
    S.RETURNED: {S.PREPARING, S.WITHDRAWN},
    S.DECIDED: {S.CLOSED},
    S.WITHDRAWN: {S.CLOSED},
}
CITIZEN = MOTION | {
    S.REGISTERED: MOTION[S.REGISTERED] | {S.DISMISSED},
    S.PROPOSED: MOTION[S.PROPOSED] | {S.PREPARING},
    S.DISMISSED: {S.CLOSED},
}
PROCEDURES = {
    CaseType.INTERPELLATION: ASKED,
    CaseType.QUESTION: ASKED,
    CaseType.MOTION: MOTION,
    CaseType.COMMITTEE: COMMITTEE,
    CaseType.INITIATIVE: INITIATIVE,
    CaseType.CITIZEN_PROPOSAL: CITIZEN,
}


def rows_of(case_type: CaseType) -> list[str]:
    """The rows of its table in the document, without the two that head it."""
    _, _, table = as_markdown().partition(f"## {case_type.label}\n\n")
    return table.partition("\n\n")[0].splitlines()[2:]


@pytest.mark.parametrize(
    ("case_type", "state"),
    [(case_type, state) for case_type, states in PROCEDURES.items() for state in states],
)
def test_step_targets_are_those_of_the_procedure(case_type: CaseType, state: State) -> None:
    steps = [step for step in steps_of(case_type) if state in step.sources and step.target]

    assert {step.target for step in steps} - {S.ANNULLED} == PROCEDURES[case_type][state]


def test_each_type_has_at_most_one_row_an_action() -> None:
    rows = Counter((step.action, case_type) for step in STEPS for case_type in step.types)

    assert [pair for pair, count in rows.items() if count > 1] == []


def test_every_action_but_registration_stands_in_the_table() -> None:
    assert {step.action for step in STEPS} == set(Action) - WITHOUT_STEP


@pytest.mark.parametrize(
    ("step", "state"),
    [(step, state) for step in STEPS for state in State if state not in step.sources],
)
def test_step_from_another_state_is_refused_in_words(step: Step, state: State) -> None:
    for case_type in step.types:
        found = refusals(step.action, Snapshot(case_type=case_type, state=state))

        assert "wrong_state" in {refusal.code for refusal in found}
        assert any(state.label.lower() in refusal.text for refusal in found)


def test_action_of_another_type_is_refused() -> None:
    snapshot = Snapshot(case_type=CaseType.COMMITTEE, state=S.REGISTERED)

    assert step_for(A.PERMIT, CaseType.COMMITTEE) is None
    assert [refusal.code for refusal in refusals(A.PERMIT, snapshot)] == ["no_such_step"]


@pytest.mark.parametrize("answer_state", AnswerState)
def test_answer_track_is_open_before_and_after_permission(answer_state: AnswerState) -> None:
    before, after = (
        Snapshot(case_type=CaseType.QUESTION, state=state, answer_state=answer_state)
        for state in (S.REGISTERED, S.PERMITTED)
    )
    track = (A.BEGIN_ANSWER, A.RECEIVE_ANSWER, A.HAND_OVER_ANSWER, A.SUPPLEMENT_ANSWER)

    assert [refusals(step, before) for step in track] == [refusals(step, after) for step in track]


def test_unknown_fact_lifts_its_demand_and_no_other() -> None:
    bare = Snapshot(case_type=CaseType.INTERPELLATION, state=S.REGISTERED)

    found = refusals(A.PERMIT, bare, given=set(), unknown={Fact.MOTIVATION})

    assert [refusal.code for refusal in found] == ["questions_missing", "meeting_not_given"]


def test_motion_out_on_two_referrals_is_not_proposed_until_both_are_in() -> None:
    out = Snapshot(
        case_type=CaseType.MOTION,
        state=S.PREPARING,
        open_referrals=("tekniska nämnden", "socialnämnden"),
    )

    assert [refusal.text for refusal in refusals(A.PROPOSE, out)] == [
        "yttrande saknas från tekniska nämnden och socialnämnden"
    ]


def test_entrusted_decision_is_not_handed_on() -> None:
    case = Snapshot(case_type=CaseType.CITIZEN_PROPOSAL, state=S.POSTPONED, is_entrusted=True)

    assert [refusal.text for refusal in refusals(A.ENTRUST, case)] == [
        "beslutet är redan överlåtet, och nämnden får inte överlåta det vidare"
    ]


def test_decision_of_the_council_itself_is_not_told_as_a_committees() -> None:
    case = Snapshot(case_type=CaseType.CITIZEN_PROPOSAL, state=S.DECIDED)

    assert [refusal.code for refusal in refusals(A.REPORT_DECIDED, case)] == ["not_entrusted"]


@pytest.mark.parametrize("case_type", PROCEDURES)
def test_meeting_postpones_and_sends_back_what_it_may_decide(case_type: CaseType) -> None:
    steps = {step.action: step.sources for step in steps_of(case_type)}
    settling = {steps[action] for action in (A.DECIDE, A.POSTPONE, A.RETURN) if action in steps}

    assert len(settling) == 1


@pytest.mark.parametrize("case_type", PROCEDURES)
def test_document_tells_only_states_that_the_type_can_come_to(case_type: CaseType) -> None:
    known = {S.REGISTERED, *PROCEDURES[case_type], *set().union(*PROCEDURES[case_type].values())}
    others = {state.label.lower() for state in State if state not in known | {S.ANNULLED}}
    sources = [row.split(" | ")[1] for row in rows_of(case_type)]

    told = {label for places in sources for label in places.replace("; ", ", ").split(", ")}
    assert (told & others, "" in told) == (set(), False)


def test_document_tells_what_an_outcome_demands_and_no_demand_of_another_type() -> None:
    demanded = {
        (case_type, row.split("`")[1]): row.split(" | ")[3]
        for case_type in (CaseType.INTERPELLATION, CaseType.QUESTION)
        for row in rows_of(case_type)
    }

    assert demanded[CaseType.QUESTION, "record_answered"] == (
        "får ställas; sammanträde; om besvarad skriftligt: överlämnat svar och svar på varje"
        " fråga; om inget svar lämnat: skäl"
    )
    assert demanded[CaseType.INTERPELLATION, "permit"] == (
        "inte redan beslutat; motivering; minst en fråga; sammanträde"
    )
    assert demanded[CaseType.QUESTION, "permit"] == (
        "inte redan beslutat; minst en fråga; sammanträde"
    )


def test_document_says_what_the_table_says() -> None:
    written = (settings.BASE_DIR / "docs" / "workflow.md").read_text(encoding="utf-8")

    assert written == as_markdown(), "kör python manage.py print_workflow"
