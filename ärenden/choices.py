"""Closed lists of the register. Stored values are English words; labels are Swedish."""

from django.db.models import TextChoices


class CaseType(TextChoices):
    INTERPELLATION = "interpellation", "Interpellation"
    QUESTION = "question", "Fråga"
    MOTION = "motion", "Motion"
    COMMITTEE = "committee", "Nämndärende"
    INITIATIVE = "initiative", "Initiativärende"
    CITIZEN_PROPOSAL = "citizen_proposal", "Medborgarförslag"


class State(TextChoices):
    """Where a case stands in its procedure. The answer runs on a track of its own."""

    SUBMITTED = "submitted", "Inlämnad"
    REGISTERED = "registered", "Registrerad"
    ANNOUNCED = "announced", "Anmäld"
    PERMITTED = "permitted", "Får ställas"
    PERMISSION_REFUSED = "permission_refused", "Får inte ställas"
    RAISED = "raised", "Väckt"
    PREPARING = "preparing", "Under beredning"
    PROPOSED = "proposed", "Förslag till beslut"
    POSTPONED = "postponed", "Bordlagd"
    RETURNED = "returned", "Återremitterad"
    ANSWERED = "answered", "Besvarad"
    DECIDED = "decided", "Beslutad"
    DISMISSED = "dismissed", "Avvisad"
    WITHDRAWN = "withdrawn", "Återtagen"
    CLOSED = "closed", "Avslutad"
    ANNULLED = "annulled", "Makulerad"


class AnswerState(TextChoices):
    """The answer's track: it may come in before the council has said that it may be put."""

    NONE = "none", "Inget svar än"
    IN_PROGRESS = "in_progress", "Under besvarande"
    RECEIVED = "received", "Svar inkommet"
    HANDED_OVER = "handed_over", "Svar överlämnat"


class Outcome(TextChoices):
    """What came of the case, apart from where it stands."""

    APPROVED = "approved", "Bifall"
    REJECTED = "rejected", "Avslag"
    PARTLY_APPROVED = "partly_approved", "Delvis bifall"
    CONSIDERED_ANSWERED = "considered_answered", "Anses besvarad"
    WRITTEN_OFF = "written_off", "Avskriven"
    ADOPTED = "adopted", "Antagen"
    NOTED = "noted", "Noterad"
    NO_ACTION = "no_action", "Ingen åtgärd"
    ANSWERED_IN_WRITING = "answered_in_writing", "Besvarad skriftligt"
    ANSWERED_ORALLY = "answered_orally", "Besvarad muntligt"
    NOT_ANSWERED = "not_answered", "Inget svar lämnat"


class Execution(TextChoices):
    NOT_NEEDED = "", "Inget att verkställa"
    PENDING = "pending", "Verkställs"
    DONE = "done", "Verkställt"


class Origin(TextChoices):
    COUNCILLOR = "councillor", "Förtroendevald"
    COMMITTEE = "committee", "Nämnd"
    RESIDENT = "resident", "Invånare"
    AUTHORITY = "authority", "Myndighet"
    COMPANY = "company", "Företag"
    OWN = "own", "Egen organisation"


class Channel(TextChoices):
    PAPER = "paper", "På papper"
    EMAIL = "email", "E-post"
    E_SERVICE = "e_service", "E-tjänst"
    AT_MEETING = "at_meeting", "Vid sammanträdet"
    INTERNAL = "internal", "I systemet"


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
    """Tryckfrihetsförordningen 2 kap. 9, 10 and 12 §§; a document never goes back to working paper."""

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


class AnswerKind(TextChoices):
    WRITTEN = "written", "Svar"
    SUPPLEMENTARY = "supplementary", "Kompletterande svar"
    ORAL = "oral", "Muntligt svar"


class Coverage(TextChoices):
    FULL = "full", "Besvarad"
    PARTIAL = "partial", "Delvis besvarad"
    DECLINED = "declined", "Besvaras inte"


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


FORMAL_PROPOSALS = frozenset(
    {ProposalKind.RETURN, ProposalKind.POSTPONEMENT, ProposalKind.ADJOURNMENT}
)


class ProposalSource(TextChoices):
    COUNCILLOR = "councillor", "Ledamot"
    MOTION = "motion", "Motion"
    LETTER = "letter", "Skrivelse"
    SUBCOMMITTEE = "subcommittee", "Utskott"
    COMMITTEE = "committee", "Nämnd"
    BOARD = "board", "Styrelse"
    OFFICE = "office", "Förvaltning"


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
    REFERRED = "referred", "Remiss för beredning"
    REPORTED_OPEN = "reported_open", "Redovisad obesvarad"
    ANNOUNCED = "announced", "Anmälan"


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


class LinkKind(TextChoices):
    PRECEDES = "precedes", "Föregås av"
    SAME_MATTER = "same_matter", "Samma sak"
    ANSWERS = "answers", "Svar på"
    SPLIT_FROM = "split_from", "Utbrutet ur"
    OTHER_BODY = "other_body", "Hos annan nämnd"


class DeadlinePurpose(TextChoices):
    ANSWER = "answer", "Interpellationen ska besvaras"
    DECISION = "decision", "Beslut eller redovisning i fullmäktige"
    REFERRAL = "referral", "Yttrande ska vara inne"
    TASK = "task", "Uppdrag ska återrapporteras"


class DeadlineStatus(TextChoices):
    OPEN = "open", "Löper"
    MET = "met", "Uppfylld"
    WAIVED = "waived", "Undantagen"
    REPLACED = "replaced", "Ersatt"


class ResetRule(TextChoices):
    YEARLY = "yearly", "Varje år"
    MONTHLY = "monthly", "Varje månad"
    NEVER = "never", "Aldrig"


class NoteSectionKind(TextChoices):
    TEXT = "text", "Text"
    AGREEMENT = "agreement", "Överenskommelse"
    ITEM = "item", "Punkt"


class Fact(TextChoices):
    """What a paper may lack. An action can be told why, and goes on."""

    NUMBER = "number", "Diarienummer"
    RECEIVED_ON = "received_on", "Inkommen dag"
    SIGNATORY = "signatory", "Vem som ställt den"
    ADDRESSEE = "addressee", "Vem den är ställd till"
    MOTIVATION = "motivation", "Motivering"
    QUESTIONS = "questions", "Frågor"
    MEETING = "meeting", "Sammanträde"
    DECISION_DATE = "decision_date", "Beslutsdag"
    PARAGRAPH = "paragraph", "Paragraf"
    PERMISSION = "permission", "Beslut att den får ställas"
    ANSWER = "answer", "Svar"
    HANDED_OVER = "handed_over", "Att svaret lämnats över"
    COMPLETE_ANSWER = "complete_answer", "Svar på alla frågor"
    REFERRALS = "referrals", "Yttranden som inte kommit in"
    PROPOSAL = "proposal", "Förslag till beslut"
    RAISED_ON = "raised_on", "När motionen väcktes"
