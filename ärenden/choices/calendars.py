"""What a calendar feed may hold."""

from django.db.models import TextChoices


class FeedContent(TextChoices):
    OWN = "own", "Mina ärenden och sammanträden"
    MEETINGS = "meetings", "Alla sammanträden"
    BODY = "body", "Ett organ"
    GROUP = "group", "En partigrupp"
