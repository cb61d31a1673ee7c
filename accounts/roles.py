"""Roles in an organisation, and what each may do there."""

from collections.abc import Mapping
from enum import StrEnum

from django.db.models import TextChoices


class Role(TextChoices):
    REGISTRAR = "registrar", "Registrator"
    COMMITTEE_SECRETARY = "committee_secretary", "Nämndsekreterare"
    OFFICER = "officer", "Handläggare"
    COUNCILLOR = "councillor", "Förtroendevald"
    GROUP_LEADER = "group_leader", "Gruppledare eller politisk sekreterare"
    REVIEWER = "reviewer", "Granskare"
    ADMINISTRATOR = "administrator", "Organisationsadministratör"


class Verb(StrEnum):
    """What a role may do; the workflow says when, `access` says to which case."""

    READ_REGISTER = "read_register"  # every case of the organisation
    READ_OWN = "read_own"  # cases one has a part in, and the council's open ones
    REGISTER = "register"  # give a diary number, register documents, correct, annul
    WAIVE = "waive"  # go on although the papers lack a fact
    PREPARE = "prepare"  # referrals, statements, proposals
    MEETING = "meeting"  # what a body decided: permission, postponement, decision
    ANSWER = "answer"  # take in and hand over answers
    CLOSE = "close"
    ASSIGN = "assign"  # say who handles a case; its handler may too
    SECRECY = "secrecy"  # note secrecy, and read what is marked (OSL 5:5)
    PUBLISH = "publish"  # decide what the public may read
    ADMINISTER = "administer"  # bodies, meetings, people, roles, series
    SUBMIT = "submit"  # write and hand in one's own matters
    DRAFT_ANSWER = "draft_answer"  # write on an answer, one's own or shared with one


GRANTS: Mapping[Role, frozenset[Verb]] = {
    Role.REGISTRAR: frozenset(Verb)
    - {Verb.READ_OWN, Verb.ADMINISTER, Verb.SUBMIT, Verb.DRAFT_ANSWER},
    Role.COMMITTEE_SECRETARY: frozenset(
        {
            Verb.READ_REGISTER,
            Verb.REGISTER,
            Verb.PREPARE,
            Verb.MEETING,
            Verb.ANSWER,
            Verb.ASSIGN,
            Verb.SECRECY,
            Verb.DRAFT_ANSWER,
        }
    ),
    Role.OFFICER: frozenset({Verb.READ_REGISTER, Verb.PREPARE, Verb.DRAFT_ANSWER}),
    Role.REVIEWER: frozenset({Verb.READ_REGISTER, Verb.PUBLISH}),
    Role.ADMINISTRATOR: frozenset({Verb.ADMINISTER}),
    Role.COUNCILLOR: frozenset({Verb.READ_OWN, Verb.SUBMIT, Verb.DRAFT_ANSWER}),
    Role.GROUP_LEADER: frozenset({Verb.READ_OWN, Verb.DRAFT_ANSWER}),
}

READING = frozenset({Verb.READ_REGISTER, Verb.READ_OWN})

# Acts only in matters that its own body handles; it reads the whole register all the same.
BODY_BOUND = frozenset({Role.COMMITTEE_SECRETARY})
