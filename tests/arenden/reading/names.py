"""Names as they stand in print."""

from ärenden.choices import Capacity
from ärenden.models import Answer, Case, Document, MeetingNote, Proposal, Reservation


def names(
    owner: Answer | Case | Document | MeetingNote | Proposal | Reservation, capacity: Capacity
) -> list[str]:
    """Those in one capacity, in printed order."""
    agents = owner.agents.filter(capacity=capacity).order_by("position")
    return [str(agent) for agent in agents]
