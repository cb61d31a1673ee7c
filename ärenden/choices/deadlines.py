"""The words that deadline rules are written with."""

from django.db.models import TextChoices


class Purpose(TextChoices):
    """What is to be done in time."""

    HAND_IN = "hand_in", "Lämnas in"
    FORWARD = "forward", "Skickas vidare till den som ska svara"
    ANSWER_IN = "answer_in", "Svaret till kansliet"
    ANSWER_TO_ASKER = "answer_to_asker", "Svaret till frågeställaren"
    ANSWER = "answer", "Besvaras"
    STATEMENT = "statement", "Yttrande lämnas"
    DECIDE = "decide", "Beslutas"
    REPORT = "report", "Redovisas"
    NOTIFY = "notify", "Meddelas förslagsställaren"
    NOTICE = "notice", "Tillkännages på anslagstavlan"
    SUMMONS = "summons", "Kallelse skickas"
    URGENT_NOTICE = "urgent_notice", "Brådskande ärende tillkännages"
    ADJUST = "adjust", "Protokollet justeras"
    ANNOUNCE = "announce", "Justeringen anslås"
    APPEAL = "appeal", "Överklagandetiden går ut"
    REGISTER = "register", "Registreras"
    DISPATCH = "dispatch", "Expedieras"


class Event(TextChoices):
    """What has happened, on a day that time is counted from."""

    HANDED_IN = "handed_in", "Ärendet lämnades in"
    RECEIVED = "received", "Handlingen kom in"
    RAISED = "raised", "Ärendet väcktes"
    PERMITTED = "permitted", "Den fick ställas"
    POSTPONED = "postponed", "Ärendet bordlades"
    REFERRED = "referred", "Ärendet skickades på remiss"
    DECIDED = "decided", "Beslutet fattades"
    MET = "met", "Sammanträdet hölls"
    ADJUSTED = "adjusted", "Protokollet justerades"
    ANNOUNCED = "announced", "Justeringen anslogs"
    ASSIGNED_TO = "assigned_to", "Månaden då uppdraget ska redovisas"


class Occasion(TextChoices):
    """A meeting that time is counted back from."""

    PUT = "put", "Där den ställs eller väcks"
    ANSWERED = "answered", "Där den besvaras"
    HELD = "held", "Själva sammanträdet"


class Unit(TextChoices):
    DAYS = "days", "Dagar"
    WORKING_DAYS = "working_days", "Arbetsdagar"
    WEEKS = "weeks", "Veckor"
    MONTHS = "months", "Månader"
    YEARS = "years", "År"


class Count(TextChoices):
    """What `ten days before` means: the tenth day before, or ten whole days between."""

    INCLUSIVE = "inclusive", "Sista dagen räknas med"
    CLEAR = "clear", "Så många hela dagar emellan"


class Weekday(TextChoices):
    MONDAY = "monday", "Måndag"
    TUESDAY = "tuesday", "Tisdag"
    WEDNESDAY = "wednesday", "Onsdag"
    THURSDAY = "thursday", "Torsdag"
    FRIDAY = "friday", "Fredag"
    SATURDAY = "saturday", "Lördag"
    SUNDAY = "sunday", "Söndag"

    @property
    def number(self) -> int:
        """As `date.weekday()`: Monday is 0."""
        return list(Weekday).index(self)


class WeekCount(TextChoices):
    """What `Thursday two weeks before` means when the meeting is on another weekday."""

    CALENDAR_WEEKS = "calendar_weeks", "Kalenderveckor före sammanträdets vecka"
    NTH_BEFORE = "nth_before", "Den n:te sådana veckodagen före sammanträdet"


class Pick(TextChoices):
    FIRST = "first", "Första sammanträdet"
    LAST = "last", "Sista sammanträdet"


class Route(TextChoices):
    """Who prepares the case, where the time depends on it."""

    EXECUTIVE = "executive", "Styrelsen bereder själv"
    REFERRED = "referred", "Remitterad till nämnd"


class Cutoff(TextChoices):
    AT_OR_BEFORE = "at_or_before", "Senast klockslaget"
    BEFORE = "before", "Före klockslaget"


class Roll(TextChoices):
    """What happens when the last day is not a working day."""

    KEEP = "keep", "Dagen står kvar"
    BACK = "back", "Arbetsdagen före"
    FORWARD = "forward", "Nästa arbetsdag, lag (1930:173) 2 §"
    SHOW = "show", "Dagen står kvar, och lagens sista dag visas"
    ASK = "ask", "Fråga kansliet"


class Binding(TextChoices):
    MUST = "must", "Ska"
    SHOULD = "should", "Bör"


class Late(TextChoices):
    """What follows when it comes too late: it has come in all the same."""

    NOTHING = "nothing", "Inget särskilt"
    NEXT_MEETING = "next_meeting", "Tas upp vid nästa sammanträde"
    ALLOWED = "allowed", "Får tas upp ändå"
    ORAL = "oral", "Får besvaras muntligt"


class DeadlineStatus(TextChoices):
    OPEN = "open", "Löper"
    MET = "met", "Uppfylld"
    WAIVED = "waived", "Undantagen"
    REPLACED = "replaced", "Ersatt"
    WAITING = "waiting", "Väntar på ett sammanträde"


class DeadlineCause(TextChoices):
    """What moved a date."""

    STEP = "step", "Ett nytt steg i ärendet"
    EXTENSION = "extension", "Mer tid"
    PAUSE = "pause", "Uppehåll"
    MEETING = "meeting", "Sammanträdet ändrades"
    CALENDAR = "calendar", "Stängda dagar ändrades"
    RULES = "rules", "Reglerna ändrades"


# Last moments that wait for no one: over when they have passed.
LAST_MOMENTS = frozenset({Purpose.HAND_IN, Purpose.URGENT_NOTICE, Purpose.APPEAL})
OUTSIDE_THE_CASE = frozenset({DeadlineCause.MEETING, DeadlineCause.CALENDAR, DeadlineCause.RULES})
