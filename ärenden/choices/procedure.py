"""Answers, preparation, proposals, decisions and deadlines."""

from django.db.models import TextChoices


class AnswerKind(TextChoices):
    WRITTEN = "written", "Svar"
    SUPPLEMENTARY = "supplementary", "Kompletterande svar"
    ORAL = "oral", "Muntligt svar"


class Coverage(TextChoices):
    FULL = "full", "Besvarad"
    PARTIAL = "partial", "Delvis besvarad"
    DECLINED = "declined", "Besvaras inte"


class DraftPlace(TextChoices):
    """Where in an answer a text under way stands, in the order of the page."""

    PREAMBLE = "preamble", "Inledning"
    QUESTION = "question", "Svar på en fråga"
    COMMON = "common", "Gemensamt svar på alla frågor"
    CLOSING = "closing", "Avslutning"


class ProposalKind(TextChoices):
    APPROVAL = "approval", "Bifall"
    REJECTION = "rejection", "Avslag"
    OWN = "own", "Eget förslag"
    AMENDMENT = "amendment", "Ändring"
    ADDITION = "addition", "Tillägg"
    RETURN = "return", "Återremiss"
    POSTPONEMENT = "postponement", "Bordläggning"
    ADJOURNMENT = "adjournment", "Ajournering"
    REFERRAL = "referral", "Remiss"


class ProposalSource(TextChoices):
    COUNCILLOR = "councillor", "Ledamot"
    MOTION = "motion", "Motion"
    LETTER = "letter", "Skrivelse"
    SUBCOMMITTEE = "subcommittee", "Utskott"
    COMMITTEE = "committee", "Nämnd"
    BOARD = "board", "Styrelse"
    OFFICE = "office", "Förvaltning"


OWN_PAPER = frozenset({ProposalSource.MOTION, ProposalSource.LETTER})


class StepMethod(TextChoices):
    AGAINST_REJECTION = "against_rejection", "Mot avslag"
    AGAINST_EACH_OTHER = "against_each_other", "Mot varandra"
    ONE_BY_ONE = "one_by_one", "Ett i sänder"
    MAIN_PROPOSAL = "main_proposal", "Huvudförslag"
    COUNTER_PROPOSAL = "counter_proposal", "Motförslag"
    ADDITION = "addition", "Tilläggsyrkande"
    FORMAL = "formal", "Formellt yrkande"


class DecidedBy(TextChoices):
    ACCLAMATION = "acclamation", "Acklamation"
    VOTE = "vote", "Omröstning"


class DecisionNature(TextChoices):
    FINAL = "final", "Slutligt beslut"
    PROPOSAL_TO_BODY = "proposal_to_body", "Förslag till annat organ"
    PERMISSION = "permission", "Får ställas"
    PERMISSION_REFUSED = "permission_refused", "Får inte ställas"
    ANSWERED = "answered", "Besvarad"
    POSTPONED = "postponed", "Bordläggning"
    RETURNED = "returned", "Återremiss"
    ENTRUSTED = "entrusted", "Överlåtelse till nämnd"
    REPORTED_OPEN = "reported_open", "Redovisad obesvarad"
    ANNOUNCED = "announced", "Redovisning av beslut"


class StatementKind(TextChoices):
    MINUTES_NOTE = "minutes_note", "Protokollsanteckning"
    SPECIAL_STATEMENT = "special_statement", "Särskilt yttrande"
    EXPLANATION_OF_VOTE = "explanation_of_vote", "Röstförklaring"
    SUBSTITUTE_STATEMENT = "substitute_statement", "Ersättaryttrande"


class NonParticipationKind(TextChoices):
    ABSTAINS = "abstains", "Avstår från att rösta"
    NOT_IN_DECISION = "not_in_decision", "Deltar inte i beslutet"
    CONFLICT = "conflict", "Jäv"


class PrepAction(TextChoices):
    ASSIGNMENT = "assignment", "Uppdrag"
    MEMORANDUM = "memorandum", "Tjänsteskrivelse"
    STATEMENT = "statement", "Yttrande"
    TREATMENT = "treatment", "Behandling"
    PROPOSAL = "proposal", "Förslag"


class ReferralStatus(TextChoices):
    OPEN = "open", "Ute på remiss"
    ANSWERED = "answered", "Yttrande inkommet"
    DECLINED = "declined", "Avstår från yttrande"
    WAIVED = "waived", "Inväntas inte"


class TaskStatus(TextChoices):
    OPEN = "open", "Pågår"
    REPORTED = "reported", "Återrapporterat"
    CLOSED = "closed", "Avslutat"


class DatePrecision(TextChoices):
    DAY = "day", "Dag"
    MONTH = "month", "Månad"


class AgendaKind(TextChoices):
    PERMISSION = "permission", "Får den ställas?"
    ANSWER = "answer", "Besvaras"
    ANNOUNCEMENT = "announcement", "Anmälan"
    DECISION = "decision", "Beslut"
    REPORT = "report", "Redovisning"
