"""Att-satser with their outcome, yrkanden by letter, and the order of propositions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from django.utils.safestring import SafeString

from kernel.dates import full_date
from kernel.text import in_sentence, listed
from ärenden.choices import (
    OWN_PAPER,
    Capacity,
    DecidedBy,
    Outcome,
    ProposalSource,
    ReferralStatus,
    StepMethod,
)
from ärenden.models import Decision, Proposal, ProposalPoint, PropositionStep
from ärenden.queries.case_page import CaseRecord
from ärenden.web.cases.presenters.answers import AnswerShown, Frame, Pair
from ärenden.web.cases.presenters.showing import Showing, place_of, plain_names

QUESTION_PUT = {
    StepMethod.AGAINST_REJECTION: "Bifall eller avslag?",
    StepMethod.AGAINST_EACH_OTHER: "Vilket av förslagen?",
    StepMethod.ONE_BY_ONE: "Ett förslag i sänder",
    StepMethod.MAIN_PROPOSAL: "Vilket förslag blir huvudförslag?",
    StepMethod.COUNTER_PROPOSAL: "Vilket förslag blir motförslag?",
    StepMethod.ADDITION: "Bifall eller avslag till tillägget?",
    StepMethod.FORMAL: "Ska ärendet avgöras i dag?",
}
REJECTION = "Avslag"
OWN = "Det egna förslaget"


def letters_of(proposals: Iterable[Proposal]) -> dict[int, str]:
    """A letter for each proposal and yrkande, but for the points of the first paper itself."""
    lettered = [row for row in proposals if row.source not in OWN_PAPER]
    return {row.pk: _letter(at) for at, row in enumerate(lettered)}


def _letter(at: int) -> str:
    """A … Z, then AA …: there is always one more."""
    turns, rest = divmod(at, len(ascii_uppercase))
    return (_letter(turns - 1) if turns else "") + ascii_uppercase[rest]


# ---- att-satser -----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Points:
    """The points of a motion or a letter, and the statements on them all."""

    heading: str
    asked_by: str
    lead: str
    pairs: list[Pair]
    statements: list[Frame]


def own_points(showing: Showing) -> list[Points]:
    """The points that the case itself came with; the statements stand by the first of them."""
    own = [row for row in showing.record.proposals if row.source in OWN_PAPER]
    return [
        Points(
            heading="Att-satser" if row.source == ProposalSource.MOTION else "Förslag i skrivelsen",
            asked_by=plain_names(showing.record.names("proposal", row.pk, Capacity.PROPOSER)),
            lead="\n\n".join(filter(None, (row.lead_text_printed, row.text))),
            pairs=_pairs(showing, showing.record.points[row.pk]),
            statements=_statements(showing) if row is own[0] else [],
        )
        for row in own
    ]


def _pairs(showing: Showing, points: Sequence[ProposalPoint]) -> list[Pair]:
    """The points; a sentence that leads to several of them stands at the first."""
    leads = ["", *(point.lead_text_printed for point in points)]
    return [
        _pair(
            showing,
            point,
            lead="" if point.lead_text_printed == before else point.lead_text_printed,
        )
        for before, point in zip(leads, points, strict=False)
    ]


def _pair(showing: Showing, point: ProposalPoint, *, lead: str) -> Pair:
    text = "\n\n".join(filter(None, (lead, point.text)))
    link = showing.sources.to(point, "text", what=f"punkt {point.number}")
    return Pair(
        number=str(point.number),
        anchor=f"punkt-{point.pk}",
        text=text,
        notes=[link] if link else [],
        answers=_outcomes(showing.record, point),
        missing=_not_decided(showing.record),
    )


def _not_decided(record: CaseRecord) -> str:
    outcome = record.case.outcome
    return f"{Outcome(outcome).label}, se beslutet" if outcome else "Inte avgjord än"


def _outcomes(record: CaseRecord, point: ProposalPoint) -> list[AnswerShown]:
    return [
        AnswerShown(
            f"{decision.body.name}, {_day(decision.decided_on)}", Outcome(each.outcome).label
        )
        for decision in record.decisions
        for each in record.point_outcomes[decision.pk]
        if each.point_id == point.pk
    ]


def _day(day: date | None) -> str:
    return full_date(day) if day else "okänt datum"


def _statements(showing: Showing) -> list[Frame]:
    answered = [row for row in showing.record.referrals if row.status == ReferralStatus.ANSWERED]
    return [
        Frame(
            f"Yttrande: {row.recipient_printed}, {_day(row.answered_on)}",
            row.text,
            showing.sources.to(row, "text", what="yttrandet"),
        )
        for row in answered
        if row.text
    ]


# ---- yrkanden -------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class ProposalShown:
    letter: str
    kind: str
    who: str
    supporters: str
    about: str
    lead: str
    text: str
    points: list[Pair]
    is_withdrawn: bool
    source: str | SafeString


def proposals_of(showing: Showing) -> list[ProposalShown]:
    letters = letters_of(showing.record.proposals)
    return [
        _proposal(showing, row, letters) for row in showing.record.proposals if row.pk in letters
    ]


def _proposal(showing: Showing, row: Proposal, letters: dict[int, str]) -> ProposalShown:
    record = showing.record
    proposers = plain_names(record.names("proposal", row.pk, Capacity.PROPOSER))
    supporters = plain_names(record.names("proposal", row.pk, Capacity.SUPPORTER))
    target = letters.get(row.target_id or 0, "")
    sourced = next((name for name in ("text", "lead_text_printed") if getattr(row, name)), "text")
    return ProposalShown(
        letter=letters[row.pk],
        kind=row.called,
        who=_put_at(record, row) or proposers or ProposalSource(row.source).label,
        supporters=f"Instämmer: {supporters}" if supporters else "",
        about=f"Gäller förslag {target}" if target else "",
        lead=row.lead_text_printed,
        text=row.text,
        points=[_point(showing, point) for point in record.points[row.pk]],
        is_withdrawn=row.is_withdrawn,
        source=showing.sources.to(row, sourced, what=f"förslag {letters[row.pk]}"),
    )


def _put_at(record: CaseRecord, row: Proposal) -> str:
    """Where the body decided to propose it, and to whom; empty when no meeting is known."""
    decisions = [each for each in record.decisions if each.proposal_id == row.pk]
    return next((f"{place_of(each)}, till {_to(each)}" for each in decisions), "")


def _to(decision: Decision) -> str:
    return in_sentence(decision.target_body.name) if decision.target_body else ""


def _point(showing: Showing, point: ProposalPoint) -> Pair:
    text = "\n\n".join(filter(None, (point.lead_text_printed, point.text)))
    link = showing.sources.to(point, "text", what=f"punkt {point.number}")
    number = point.label_printed or f"{point.number}."
    return Pair(number, f"punkt-{point.pk}", text, notes=[link] if link else [])


# ---- beslutsgång ----------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class StepShown:
    number: str
    question: str
    sides: list[str]
    found: str
    outcome: str
    vote: str
    source: str | SafeString


def steps_of(showing: Showing) -> list[StepShown]:
    letters = letters_of(showing.record.proposals)
    return [_step(showing, step, letters) for step in showing.record.steps]


def _step(showing: Showing, step: PropositionStep, letters: dict[int, str]) -> StepShown:
    return StepShown(
        number=str(step.ordinal),
        question=QUESTION_PUT[StepMethod(step.method)],
        sides=[
            letters.get(option.proposal_id, OWN) if option.proposal_id else REJECTION
            for option in showing.record.options[step.pk]
        ],
        found=step.found_printed,
        outcome=_outcome(step, letters),
        vote=_vote(step),
        source=showing.sources.to(step, "found_printed", what=f"steg {step.ordinal}"),
    )


def _outcome(step: PropositionStep, letters: dict[int, str]) -> str:
    decided = DecidedBy(step.decided_by).label.lower()
    if step.outcome_is_rejection:
        return f"Avslag, genom {decided}"
    letter = letters.get(step.outcome_id or 0, "")
    return f"Bifall till {f'förslag {letter}' if letter else OWN.lower()}, genom {decided}"


def _vote(step: PropositionStep) -> str:
    if step.yes is None:
        return ""
    counts = [
        f"{step.yes} ja ({step.yes_means})",
        f"{step.no} nej ({step.no_means})",
        f"{step.abstained} avstår",
    ]
    tie = "; vid lika röster avgör ordförandens röst (KL 5 kap. 56 §)"
    return f"{listed(counts)}{tie if step.yes == step.no else ''}"
