"""What a browser posts, in plain values."""

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.drafts import owner_token
from ärenden.web.registration.askers import Asker

PDF = b"%PDF-1.7 en handling"


def typed(world, **changes):
    path = reverse("arenden:register", kwargs={"organisation": world.organisation.slug})
    fields = {
        "edit": "register",
        "owner": owner_token(world.registrar, path=path),
        "submission": str(uuid4()),
        "case_type": "interpellation",
        "shown_type": "interpellation",
        "body": str(world.council.public_id),
        "series": str(world.series.public_id),
        "asker": [Asker("Frida Fråga", "V", str(world.asker.public_id)).packed()],
        "addressee": "Sven Svar (S), ordförande i kommunstyrelsen",
        "received_on": "i dag",
        "title": "Interpellation om bänkarna",
        "motivation": "Bänkarna är slitna.\r\n\r\nMycket slitna.",
        "question": ["Hur många?", "När målas de?"],
        "question_label": ["1.", "2."],
    }
    return {name: value for name, value in (fields | changes).items() if value is not None}


def pdf(name="underskriven.pdf", content=PDF):
    return SimpleUploadedFile(name, content)
