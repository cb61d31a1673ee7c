"""Closed lists of who sits where. Stored values are English; labels are what Swedes read."""

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    MUNICIPALITY = "municipality", "Kommun"
    REGION = "region", "Region"
    MUNICIPALITY_WITH_REGION = "municipality_with_region", "Kommun med regionansvar"
    FEDERATION = "federation", "Kommunalförbund"


class BodyKind(TextChoices):
    COUNCIL = "council", "Fullmäktige"
    BOARD = "board", "Styrelse"
    COMMITTEE = "committee", "Nämnd"
    SUBCOMMITTEE = "subcommittee", "Utskott"
    COUNCIL_PREPARATION = "council_preparation", "Fullmäktigeberedning"
    PRESIDIUM = "presidium", "Presidium"
    JOINT_COMMITTEE = "joint_committee", "Gemensam nämnd"
    ADVISORY = "advisory", "Råd"
    COMPANY = "company", "Kommunalt bolag"
    FEDERATION = "federation", "Styrelse eller nämnd i kommunalförbund"
    OFFICE = "office", "Förvaltning"
    INFORMAL = "informal", "Informell grupp"


class AssignmentRole(TextChoices):
    CHAIR = "chair", "Ordförande"
    FIRST_VICE_CHAIR = "first_vice_chair", "1:e vice ordförande"
    SECOND_VICE_CHAIR = "second_vice_chair", "2:e vice ordförande"
    MEMBER = "member", "Ledamot"
    SUBSTITUTE = "substitute", "Ersättare"
    OBSERVER = "observer", "Insynsplats"
    GROUP_LEADER = "group_leader", "Gruppledare"
    OFFICE_HOLDER = "office_holder", "Kommunalråd eller motsvarande"


CHAIRS = (
    AssignmentRole.CHAIR,
    AssignmentRole.FIRST_VICE_CHAIR,
    AssignmentRole.SECOND_VICE_CHAIR,
)
MEMBERS = (*CHAIRS, AssignmentRole.MEMBER)


class PartyScope(TextChoices):
    NATIONAL = "national", "Riksparti"
    LOCAL = "local", "Lokalt parti"


class ParagraphSeries(TextChoices):
    YEAR = "year", "Kalenderår"
    MEETING = "meeting", "Sammanträde"
