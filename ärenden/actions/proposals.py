"""Förslag and yrkanden, and beslutsgång in steps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Max

from kernel.text import in_sentence, listed, normalise
from parties.choices import BodyKind
from parties.models import Body
from ärenden.actions.base import Doing, acting
from ärenden.actions.decisions import write_decided_points
from ärenden.actions.meetings import NOWHERE, Sitting, at, paragraph_of, write_decision
from ärenden.actions.register import write_points
from ärenden.actions.values import Name, Point, named, write_names
from ärenden.choices import (
    AgentKind,
    Capacity,
    DecidedBy,
    DecisionNature,
    ProposalKind,
    ProposalSource,
    StepMethod,
)
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, Document, Proposal, PropositionOption, PropositionStep
from ärenden.workflow import Action

SOURCE_OF = {
    BodyKind.BOARD: ProposalSource.BOARD,
    BodyKind.COMMITTEE: ProposalSource.COMMITTEE,
    BodyKind.COUNCIL_PREPARATION: ProposalSource.COMMITTEE,
    BodyKind.JOINT_COMMITTEE: ProposalSource.COMMITTEE,
    BodyKind.SUBCOMMITTEE: ProposalSource.SUBCOMMITTEE,
}


@dataclass(frozen=True, kw_only=True)
class NewProposal:
    """A proposal or yrkande as printed, with those who made it and those who support it."""

    kind: ProposalKind
    source: ProposalSource = ProposalSource.COUNCILLOR
    proposers: Sequence[Name] = ()
    supporters: Sequence[Name] = ()
    points: Sequence[Point] = ()
    lead_text: str = ""
    text: str = ""
    target: Proposal | None = None
    document: Document | None = None
    sitting: Sitting = NOWHERE


def add_proposal(*, case: Case, doing: Doing, new: NewProposal) -> Proposal:
    """Note a yrkande; someone may support several, even competing ones, but not their own."""
    with acting(Action.ADD_PROPOSAL, case=case, doing=doing) as act:
        proposal = write_proposal(act.case, new)
        who = named(new.proposers) or new.source.label
        told = {"proposal": proposal.ordinal, **new.sitting.told}
        act.record(f"{proposal.called}: {who}", on=_day(new), **told)
    return proposal


def write_proposal(case: Case, new: NewProposal) -> Proposal:
    both = {name.name for name in new.proposers} & {name.name for name in new.supporters}
    if both:
        text = f"{listed(sorted(both))} kan inte instämma i sitt eget yrkande"
        raise ActionRefused([Refusal("supports_own", text)])
    last = case.proposals.aggregate(last=Max("ordinal"))["last"] or 0
    proposal = Proposal.objects.create(
        case=case,
        minutes_item=paragraph_of(case, new.sitting),
        document=new.document,
        ordinal=last + 1,
        kind=new.kind,
        source=new.source,
        target=new.target,
        lead_text_printed=normalise(new.lead_text),
        text=normalise(new.text).strip("\n"),
    )
    write_points(proposal, new.points)
    write_names(Capacity.PROPOSER, new.proposers, proposal=proposal)
    write_names(Capacity.SUPPORTER, new.supporters, proposal=proposal)
    return proposal


def propose(
    *, case: Case, doing: Doing, new: NewProposal, target_body: Body | None = None
) -> Proposal:
    """The preparation's proposal to the body that decides.

    A body puts it by a decision, which no one may appeal (KL 13:2), and which is written beside
    it when the meeting is known. One that would have decided itself leaves it to the target. An
    office decides nothing.
    """
    meeting = new.sitting.meeting if new.source in SOURCE_OF.values() else None
    if meeting:
        if found := proposing_refusals(new.source, meeting.body, target_body):
            raise ActionRefused(found)
        by = Name(name=meeting.body.name, kind=AgentKind.COLLECTIVE, body=meeting.body)
        new = replace(new, proposers=new.proposers or [by])
    with acting(Action.PROPOSE, case=case, doing=doing) as act:
        proposal = write_proposal(act.case, new)
        if meeting:
            _write_decision(proposal, new, target_body)
            if meeting.body == act.case.decider:
                act.case.deciding_body = target_body
        to = f" till {in_sentence(target_body.name)}" if target_body else ""
        text = f"Förslag till beslut lades fram{to}{_place(new)}"
        act.record(text, on=new.sitting.day, **new.sitting.told)
    return proposal


def proposing_refusals(
    source: ProposalSource, body: Body, target: Body | None
) -> tuple[Refusal, ...]:
    """Whether a body can have decided at its meeting to propose something to the target."""
    if SOURCE_OF.get(BodyKind(body.kind)) != source:
        text = f"{body.name} är inte det organ som lägger fram förslaget. Välj dess sammanträde"
        return (Refusal("meeting_of_other_body", text),)
    if target is None:
        return (Refusal("target_missing", "Välj vilket organ förslaget går till"),)
    if target == body:
        text = f"{body.name} lägger inte fram förslag till sig själv. Välj det organ som beslutar"
        return (Refusal("proposes_to_itself", text),)
    return ()


def _write_decision(proposal: Proposal, new: NewProposal, target: Body | None) -> None:
    decision = write_decision(
        proposal.case,
        new.sitting,
        DecisionNature.PROPOSAL_TO_BODY,
        lead_text=proposal.lead_text_printed,
        target_body=target,
    )
    decision.proposal = proposal
    decision.save(update_fields=["proposal"])
    sources = [point.derived_from for point in new.points]
    write_decided_points(decision, new.points, sources=sources)


def _day(new: NewProposal) -> date | None:
    """The meeting's, or that of the paper in which it stands."""
    return new.document.dated_on if new.document else new.sitting.day


def _place(new: NewProposal) -> str:
    return at(new.sitting) if new.sitting.meeting else ""


@dataclass(frozen=True, kw_only=True)
class NewStep:
    """One step of beslutsgång. `None` among the options, or as outcome, is avslag.

    `votes` are (ja, nej, avstår), `meanings` what ja and nej mean: ja may mean avslag.
    """

    method: StepMethod
    options: Sequence[Proposal | None]
    outcome: Proposal | None
    found: str = ""
    votes: tuple[int, int, int] | None = None
    meanings: tuple[str, str] = ("", "")
    sitting: Sitting = NOWHERE


def add_step(*, case: Case, doing: Doing, new: NewStep) -> PropositionStep:
    """Note what the chair put against what, and what was found (KL 5:53, 5:67)."""
    _check_step(new)
    with acting(Action.ADD_STEP, case=case, doing=doing) as act:
        last = act.case.steps.aggregate(last=Max("ordinal"))["last"] or 0
        step = PropositionStep.objects.create(
            case=act.case,
            minutes_item=paragraph_of(act.case, new.sitting),
            ordinal=last + 1,
            method=new.method,
            found_printed=normalise(new.found),
            outcome=new.outcome,
            outcome_is_rejection=new.outcome is None,
            **_counts(new),
        )
        PropositionOption.objects.bulk_create(
            PropositionOption(step=step, position=position, proposal=proposal)
            for position, proposal in enumerate(new.options, start=1)
        )
        text = f"Beslutsgång, steg {step.ordinal}: {new.method.label.lower()}"
        act.record(text, on=new.sitting.day, **new.sitting.told)
    return step


def _check_step(new: NewStep) -> None:
    if new.outcome not in new.options:
        text = "Det som bifölls måste vara ett av dem som ställdes mot varandra"
        raise ActionRefused([Refusal("outcome_not_an_option", text)])
    if new.votes and not all(new.meanings):
        text = "Skriv vad ja och nej betyder: ja kan betyda avslag"
        raise ActionRefused([Refusal("vote_without_meaning", text)])


def _counts(new: NewStep) -> dict[str, object]:
    if new.votes is None:
        return {"decided_by": DecidedBy.ACCLAMATION}
    yes, no, abstained = new.votes
    yes_means, no_means = new.meanings
    return {
        "decided_by": DecidedBy.VOTE,
        "yes": yes,
        "no": no,
        "abstained": abstained,
        "yes_means": yes_means,
        "no_means": no_means,
    }
