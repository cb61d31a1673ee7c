"""The att-satser that a case came with, which its decision gives their outcomes."""

from django.db.models import QuerySet

from ärenden.choices import OWN_PAPER
from ärenden.models import Case, ProposalPoint


def own_points(case: Case) -> QuerySet[ProposalPoint]:
    """The points of the case's own paper; those of later proposals are not decided on."""
    own = ProposalPoint.objects.filter(proposal__case=case, proposal__source__in=OWN_PAPER)
    return own.order_by("proposal__ordinal", "number")
