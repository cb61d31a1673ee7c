"""The case: its type, where it stands, and what came of it."""

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
    WRITTEN_OFF = "written_off", "Avskriven"
    WITHDRAWN = "withdrawn", "Återtagen"
    CLOSED = "closed", "Avslutad"
    ANNULLED = "annulled", "Makulerad"


class AnswerState(TextChoices):
    """The answer's track: it may come in before the council has said that it may be put."""

    NONE = "none", "Inget svar än"
    IN_PROGRESS = "in_progress", "Under besvarande"
    RECEIVED = "received", "Svar inkommet"
    HANDED_OVER = "handed_over", "Svar överlämnat"


CAME_IN = frozenset({AnswerState.RECEIVED, AnswerState.HANDED_OVER})


class Outcome(TextChoices):
    """What came of the case, apart from where it stands."""

    APPROVED = "approved", "Bifall"
    REJECTED = "rejected", "Avslag"
    PARTLY_APPROVED = "partly_approved", "Delvis bifall"
    MIXED = "mixed", "Olika utfall"
    CONSIDERED_ANSWERED = "considered_answered", "Anses besvarad"
    WRITTEN_OFF = "written_off", "Avskriven"
    DROPPED = "dropped", "Utgår"
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


class LinkKind(TextChoices):
    PRECEDES = "precedes", "Föregås av"
    SAME_MATTER = "same_matter", "Samma sak"
    ANSWERS = "answers", "Svar på"
    SPLIT_FROM = "split_from", "Utbrutet ur"
    OTHER_BODY = "other_body", "Hos annan nämnd"


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
    PERMISSION = "permission", "Beslut att den får ställas"
    ANSWER = "answer", "Svar"
    HANDED_OVER = "handed_over", "Att svaret lämnats över"
    COMPLETE_ANSWER = "complete_answer", "Svar på alla frågor"
    PROPOSAL = "proposal", "Förslag till beslut"
    RAISED_ON = "raised_on", "När motionen väcktes"
    ORDER = "order", "Dagar i rätt ordning"


class ResetRule(TextChoices):
    YEARLY = "yearly", "Varje år"
    MONTHLY = "monthly", "Varje månad"
    NEVER = "never", "Aldrig"
