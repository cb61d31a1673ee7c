"""The words that a publication lays open: for its preview, its warnings and its search text."""

from collections.abc import Iterator

from ärenden.choices import ProposalSource
from ärenden.models import AgentSnapshot, Answer, Case, Decision, Document, Proposal, Publication
from ärenden.published import shows_name

OWN_PAPER = (ProposalSource.MOTION, ProposalSource.LETTER)


def title_of(row: Case | Document | Publication, *, is_kept: bool = False) -> str:
    """The public twin of a title where there is one (offentlighets- och sekretesslagen 5:2).

    The kind stands instead of a title that `is_kept`, as it may tell of what is secret.
    """
    thing = (row.document or row.case) if isinstance(row, Publication) else row
    return thing.told_title_public or (_kind_of(thing) if is_kept else thing.told_title)


def _kind_of(thing: Case | Document) -> str:
    if isinstance(thing, Case):
        return str(thing.get_case_type_display())
    return str(thing.get_kind_display())


def own_proposal(case: Case) -> Proposal | None:
    """What the case's own paper proposes."""
    return case.proposals.filter(ordinal=1, source__in=OWN_PAPER).first()


def texts_of(publication: Publication) -> list[str]:
    """Every text that the publication shows, as it is written now."""
    return [text for text in _texts(publication) if text.strip()]


def search_text_of(publication: Publication) -> str:
    """The texts with the number, the title and the public names."""
    case = publication.case
    said = [title_of(publication), *texts_of(publication)]
    if publication.document is None and publication.decision is None:
        said += [case.dnr or "", case.own_number, *_names(case)]
    return "\n".join(filter(None, said))


def _names(case: Case) -> Iterator[str]:
    for agent in AgentSnapshot.objects.filter(case=case).select_related("person"):
        if shows_name(agent):
            yield f"{agent.name_printed} {agent.party_printed}"


def _texts(publication: Publication) -> Iterator[str]:
    if publication.is_masked:
        yield publication.public_text
    elif publication.document:
        for answer in publication.document.answers.all():
            yield from _answer(answer)
    elif publication.decision:
        yield from _decision(publication.decision)
    else:
        yield from _page(publication.case)


def _page(case: Case) -> Iterator[str]:
    yield case.motivation
    yield case.question_intro
    yield from (question.text for question in case.questions.all())
    proposal = own_proposal(case)
    if proposal:
        yield proposal.lead_text_printed
        yield proposal.text
        yield from (point.text for point in proposal.points.all())


def _answer(answer: Answer) -> Iterator[str]:
    yield answer.title_printed
    yield answer.preamble
    yield answer.questions_intro
    yield from (part.text for part in answer.parts.all())
    yield answer.closing


def _decision(decision: Decision) -> Iterator[str]:
    yield decision.lead_text_printed
    yield from (point.text for point in decision.points.all())
    yield decision.motivation
