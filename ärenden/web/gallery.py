"""Every component in its states on one page, for work on the design; only in DEBUG."""

from typing import Any

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kernel.fields import DateField, TimeField
from parties.colours import class_of
from ärenden.choices import CaseType, State

PARTIES = {
    "S": "Socialdemokraterna",
    "M": "Moderaterna",
    "SD": "Sverigedemokraterna",
    "C": "Centerpartiet",
    "V": "Vänsterpartiet",
    "KD": "Kristdemokraterna",
    "MP": "Miljöpartiet",
    "L": "Liberalerna",
    "EXP": "Exempelbypartiet",
    "": "partilös",
}
LONG_TITLE = (
    "Interpellation till kommunstyrelsens ordförande om kommunens krisberedskap, hemvärnets "
    "lokaler, reservvattenförsörjningen och samverkan med frivilligorganisationerna i "
    "Exempelbybygden under åren 2027 till 2030"
)


def person(name: str, abbreviation: str) -> dict[str, Any]:
    return {
        "name": name,
        "has_party": True,
        "party_abbr": abbreviation,
        "party_name": PARTIES[abbreviation],
        "party_class": class_of(abbreviation),
    }


ASKER = person("Ingalill von Brehmer-Axén", "EXP")
INDEPENDENT = person("Tore Malmskog", "")
LONG_NAME = person("Anna-Margareta Södergren von Schlippenbach-Gyllenstierna", "SD")
ANSWERER = person("Lena Brandhult", "S")

MESSAGES = (
    Message(constants.SUCCESS, "Registrerad som KS 2026/00872."),
    Message(constants.INFO, "Handlingen finns redan i ärendet."),
    Message(constants.WARNING, "Anders Sandqvist ändrade rubriken 10.18, medan du skrev."),
    Message(constants.ERROR, "Filen gick inte att läsa. Välj den igen."),
)
DEADLINES = (
    {
        "name": "Svaret från Lena Brandhult (S)",
        "date_text": "Måndag 23 november 2026 kl. 12.00",
        "tone": "soon",
        "explanation": "Fem arbetsdagar före fullmäktige måndag 30 november.",
        "source": "Arbetsordning § 33",
    },
    {
        "name": "Socialnämndens yttrande",
        "date_text": "Torsdag 19 november 2026",
        "tone": "late",
        "explanation": "Tre månader efter remissen. Fyra dagar sen.",
    },
    {
        "name": "Tekniska nämndens yttrande",
        "date_text": "Inkom 4 juni 2026",
        "tone": "met",
        "explanation": "Fristen var fredag 5 juni.",
    },
    {
        "name": "Svaret till frågeställaren",
        "date_text": "Väntar på sammanträde",
        "explanation": "Datumet räknas fram när sammanträdet är valt.",
        "url": "#next-step",
        "url_label": "Välj sammanträde",
    },
)
STEPS = (
    {"label": "Inlämnad", "detail": "10 mars 2026", "status": "was"},
    {"label": "Registrerad", "detail": "KS 2026/00842", "status": "was"},
    {"label": "Får ställas", "detail": "beslutet okänt", "status": "unknown"},
    {"label": "Svar inkommet", "detail": "5 maj 2026", "status": "now"},
    {"label": "Besvarad", "detail": "", "status": "next"},
)
PAIRS = (
    {
        "number": 1,
        "anchor": "fraga-1",
        "text": "Hur länge klarar kommunens reservvattentäkt att försörja tätorten?",
        "answers": [{"text": "I elva dygn.\n\nVid ransonering i ungefär tre veckor."}],
    },
    {
        "number": 2,
        "anchor": "fraga-2",
        "text": "När övade kommunen senast ett vattenavbrott?",
        "notes": ["I svaret återges frågan utan ordet senast."],
        "answers": [
            {"text": "Den 14 oktober 2025."},
            {"label": "Kompletterande svar, 2 december 2026", "text": "Även i maj 2026."},
        ],
    },
    {
        "number": 3,
        "anchor": "fraga-3",
        "text": "Vad kostar beredskapen varje år?",
        "missing": "Besvaras inte: uppgiften omfattas av sekretess.",
    },
)
EVENTS = (
    {
        "on": "5 maj 2026",
        "clock": "kl. 10.15",
        "headline": "Svaret kom in",
        "text": "från Lena Brandhult (S).",
        "links": [{"url": "#fraga-1", "label": "Läs svaret"}],
        "is_key": True,
    },
    {"headline": "Fullmäktige prövar om den får ställas.", "notes": ["Handlingarna säger inget."]},
    {
        "on": "10 mars 2026",
        "headline": "Rubriken rättades",
        "text": "av Maria Ekdal.",
        "quote": "Ordet vattenavbrott var felskrivet",
    },
)
QUESTIONS = (
    {"number": 1, "text": "Hur många elever har en restid på mer än 60 minuter?"},
    {"number": 2, "text": "", "errors": ["Skriv frågan eller ta bort den"]},
    {"number": 3, "text": "När får vårdnadshavare besked?"},
)


def row(number: int, title: str, **facts: Any) -> dict[str, Any]:
    return {
        "anchor": f"row-{number}",
        "url": f"#row-{number}",
        "number": f"KS 2026/{number:05}",
        "title": title,
        "kind": "Interpellation",
        "askers": [ASKER],
        "answerers": [ANSWERER],
        "phase": "permitted",
        "state": "Får ställas",
        "date_text": "30 nov.",
        "date_note": "besvaras",
    } | facts


ROWS = (
    row(871, "Interpellation om vattenavbrott", tone="soon", date_text="I dag 12.00"),
    row(858, LONG_TITLE, askers=[LONG_NAME, INDEPENDENT], tone="late", date_text="4 dagar sen"),
    row(
        833,
        "Riktlinjer för samspel",
        kind="Nämndärende",
        askers=[],
        answerers=[],
        other="Kommunledningskontoret",
    ),
    row(812, "Fråga om snöröjning", phase="answered", state="Besvarad", date_text="26 okt."),
)
DUTIES = (
    {
        "date_text": "4 dagar sen",
        "tone": "late",
        "date_note": "skulle skett 19 nov.",
        "url": "#row-858",
        "title": "Motion om trygga gångvägar till Björkängsskolan",
        "number": "KS 2026/00718",
        "why": "Socialnämndens yttrande har inte kommit. Fristen var torsdag 19 november.",
        "action_url": "#row-858",
        "action_label": "Påminn nämnden",
    },
)
FACETS = (
    {
        "legend": "Visa",
        "name": "show",
        "is_single": True,
        "options": [
            {"value": "open", "label": "Öppna", "count": 41},
            {"value": "", "label": "Alla", "count": 148, "is_chosen": True},
        ],
    },
    {
        "legend": "Typ",
        "name": "type",
        "options": [{"value": v, "label": text, "count": 7} for v, text in CaseType.choices],
    },
)
PAGES: tuple[dict[str, Any], ...] = (
    {"number": 1, "url": "#rows"},
    {"number": 2, "url": "#rows", "is_current": True},
    {"number": 3, "url": "#rows"},
    {},
    {"number": 6, "url": "#rows"},
)


class GalleryForm(forms.Form):
    """One field of each kind."""

    kind = forms.ChoiceField(
        label="Typ av ärende",
        choices=CaseType.choices,
        widget=forms.RadioSelect(attrs={"class": "seg"}),
        error_messages={"required": "Välj typ av ärende"},
    )
    title = forms.CharField(
        label="Rubrik",
        help_text="Ordagrant som i handlingen.",
        error_messages={"required": "Skriv rubriken"},
    )
    text = forms.CharField(
        label="Motivering (frivilligt)",
        required=False,
        widget=forms.Textarea(attrs={"class": "verb", "rows": 4}),
    )
    received_on = DateField(label="Inkommen dag", widget=forms.TextInput(attrs={"class": "short"}))
    received_at = TimeField(label="Klockslag", widget=forms.TextInput(attrs={"class": "tiny"}))
    state = forms.ChoiceField(label="Tillstånd", choices=State.choices)
    paper = forms.FileField(label="Handling", help_text="Högst 25 MB styck.", required=False)
    is_public = forms.BooleanField(label="Handlingen är offentlig", required=False)


SHOWN = {
    "asker": ASKER,
    "independent": INDEPENDENT,
    "long_name": LONG_NAME,
    "long_title": LONG_TITLE,
    "parties": PARTIES,
    "notices": MESSAGES,
    "deadlines": DEADLINES,
    "steps": STEPS,
    "pairs": PAIRS,
    "before": ({"label": "Svarets inledning", "text": "Här är frågorna, följt av mina svar:"},),
    "after": ({"label": "Svarets avslutning", "text": "Därmed är interpellationen besvarad."},),
    "events": EVENTS,
    "questions": QUESTIONS,
    "rows": ROWS,
    "columns": (
        {"label": "Diarienummer", "url": "#rows", "sort": "descending"},
        {"label": "Ärende", "url": "#rows"},
        {"label": "Tillstånd", "url": "#rows"},
        {"label": "Nästa datum"},
    ),
    "duties": DUTIES,
    "facets": FACETS,
    "next_step": {
        "title": "Lämna över svaret till frågeställaren",
        "text": "När svaret lämnas över blir det en allmän handling.",
        "url": "#dialog",
        "label": "Lämna över svaret",
    },
    "other_steps": (
        {"label": "Återta interpellationen", "url": "#confirm", "text": "Tills den besvaras."},
        {
            "label": "Bordlägg",
            "hinders": (
                {"text": "inget sammanträde är valt"},
                {"text": "den får inte ställas än", "source": "Kommunallagen 5 kap. 62 §"},
            ),
        },
    ),
    "pages": PAGES,
    "coverage": ("full", "full", "partial", "declined", ""),
    "files": (
        {
            "extension": "pdf",
            "title": "Interpellation_om_restiderna_i_skolskjutsen_undertecknad_slutversion_2.pdf",
            "url": "#files",
            "meta": "11 september 2026, 184 kB. Inkommen. Underskrift maskad",
        },
        {"extension": "docx", "title": "Svar", "url": "#files", "meta": "23 oktober 2026, 96 kB"},
    ),
    "facts": (
        {"label": "Inkom", "value": "11 september 2026 kl. 10.15, e-post"},
        {"label": "Sammanträde", "value": "", "reason": "Handlingarna säger inget om beslutet."},
    ),
    "states": State.choices,
}


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    wrong = GalleryForm(
        {"received_on": "31/2", "received_at": "25", "state": State.RAISED}, auto_id="wrong_%s"
    )
    forms_shown = {
        "blank": GalleryForm(),
        "wrong": wrong,
        "received": (wrong["received_on"], wrong["received_at"]),
    }
    return render(request, "arenden/gallery.html", SHOWN | forms_shown)
