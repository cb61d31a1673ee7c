"""Handlingar and the names in them."""

from django.db.models import TextChoices


class Capacity(TextChoices):
    """In what capacity a name is printed."""

    SIGNATORY = "signatory", "Frågeställare eller förslagsställare"
    ADDRESSEE = "addressee", "Ställd till"
    ANSWERER = "answerer", "Besvaras av"
    SENDER = "sender", "Avsändare"
    RECIPIENT = "recipient", "Mottagare"
    SIGNER = "signer", "Undertecknare"
    PROPOSER = "proposer", "Yrkande"
    SUPPORTER = "supporter", "Instämmer"
    RESERVING = "reserving", "Reserverar sig"
    AUTHOR = "author", "Författare"
    PARTICIPANT = "participant", "Deltagare"
    EXTERNAL_CONTACT = "external_contact", "Extern kontakt"
    NOT_TAKING_PART = "not_taking_part", "Deltar inte"


class AgentKind(TextChoices):
    ELECTED = "elected", "Förtroendevald"
    EMPLOYEE = "employee", "Anställd"
    EXTERNAL = "external", "Extern"
    PUBLIC = "public", "Allmänhet"
    COLLECTIVE = "collective", "Organ, parti eller grupp"


class DocumentKind(TextChoices):
    INTERPELLATION = "interpellation", "Interpellation"
    QUESTION = "question", "Fråga"
    MOTION = "motion", "Motion"
    CITIZEN_PROPOSAL = "citizen_proposal", "Medborgarförslag"
    ANSWER = "answer", "Svar"
    MEMORANDUM = "memorandum", "Tjänsteskrivelse"
    STATEMENT = "statement", "Yttrande"
    LETTER = "letter", "Skrivelse"
    REFERRAL = "referral", "Remiss"
    SUMMONS = "summons", "Kallelse"
    MINUTES = "minutes", "Protokoll"
    MINUTES_EXTRACT = "minutes_extract", "Protokollsutdrag"
    NOTES = "notes", "Minnesanteckningar"
    ATTACHMENT = "attachment", "Bilaga"
    DECISION = "decision", "Beslut"
    OTHER = "other", "Övrigt"


class Direction(TextChoices):
    INCOMING = "incoming", "In"
    OUTGOING = "outgoing", "Ut"
    INTERNAL = "internal", "Upprättad"


class LegalStatus(TextChoices):
    """TF 2 kap. 9, 10 and 12 §§; a document never goes back to a working paper."""

    WORKING = "working", "Arbetsmaterial"
    RECEIVED = "received", "Inkommen"
    DRAWN_UP = "drawn_up", "Upprättad"
    DISPATCHED = "dispatched", "Expedierad"
    ANNULLED = "annulled", "Makulerad"


class RenditionVariant(TextChoices):
    ORIGINAL = "original", "Original"
    SIGNED = "signed", "Undertecknad"
    PUBLIC = "public", "Offentlig"
    PRESERVATION = "preservation", "För bevarande"
    TEXT = "text", "Text"


class SectionKey(TextChoices):
    """Canonical keys of the headings of a paragraph in the minutes."""

    NUMBER = "number", "Diarienummer"
    BACKGROUND = "background", "Ärendebeskrivning"
    PREPARATION = "preparation", "Beredning"
    BASIS = "basis", "Beslutsunderlag"
    PROPOSALS = "proposals", "Yrkanden"
    PROCEDURE = "procedure", "Beslutsgång"
    VOTE = "vote", "Omröstning"
    DECISION = "decision", "Beslut"
    REASONS = "reasons", "Skäl"
    RESERVATION = "reservation", "Reservation"
    STATEMENT = "statement", "Anteckning"
    NON_PARTICIPATION = "non_participation", "Deltar inte i beslutet"
    DISPATCH = "dispatch", "Beslutet skickas till"
    NOTICE = "notice", "Justering och anslag"


class NoteSectionKind(TextChoices):
    TEXT = "text", "Text"
    AGREEMENT = "agreement", "Överenskommelse"
    ITEM = "item", "Punkt"
