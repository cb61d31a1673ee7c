"""The words that reminders are written with."""

from django.db.models import TextChoices


class Trigger(TextChoices):
    TIME = "time", "En viss tid före eller efter"
    MOVED = "moved", "När datumet har flyttats"
    LAPSED = "lapsed", "När datumet inte längre gäller och inget nytt finns"


class Side(TextChoices):
    BEFORE = "before", "före"
    AFTER = "after", "efter"


class Audience(TextChoices):
    """Who is told, found anew on the day it is sent."""

    ANSWERER = "answerer", "Den som ska svara"
    HANDLER = "handler", "Handläggaren, eller den som vikarierar"
    OFFICE = "office", "Nämndsekreteraren, annars registratorerna"
    ASKED = "asked", "Kansliet hos den som ska yttra sig"
    PRESIDIUM = "presidium", "Presidiet"
    ASKER = "asker", "Den som har lämnat in ärendet"
    GROUP_LEADER = "group_leader", "Gruppledaren för den som har lämnat in ärendet"
    MEMBERS = "members", "Ledamöter och ersättare"


class Wanted(TextChoices):
    """What a person may choose for herself."""

    ALWAYS = "always", "Går alltid ut"
    UNLESS_DECLINED = "on", "Går ut om den inte väljs bort"
    IF_CHOSEN = "off", "Går ut om den väljs till"


class ReminderStatus(TextChoices):
    WAITING = "waiting", "Väntar"
    SENT = "sent", "Skickad"
    NOT_NEEDED = "not_needed", "Behövs inte"
    REPLACED = "replaced", "Ersatt"
    HELD = "held", "Hålls tillbaka"
    SUPPRESSED = "suppressed", "Skickas inte"
    FAILED = "failed", "Gick inte att skicka"
    BOUNCED = "bounced", "Studsade"
