"""Who sits where, and who may do what there."""

from parties.models.administration import AdministrationEvent, Invitation
from parties.models.organisations import Body, MandatePeriod, Organisation
from parties.models.people import (
    PROTECTED,
    Assignment,
    Membership,
    Party,
    PartyAffiliation,
    PartyGroup,
    Person,
)

__all__ = [
    "PROTECTED",
    "AdministrationEvent",
    "Assignment",
    "Body",
    "Invitation",
    "MandatePeriod",
    "Membership",
    "Organisation",
    "Party",
    "PartyAffiliation",
    "PartyGroup",
    "Person",
]
