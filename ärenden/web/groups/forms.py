"""What a member writes: a note, a promise in an answer's own words, or another day."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.roles import Role
from kernel.fields import DateField
from kernel.text import listed, normalise
from parties.models import PartyGroup, Person
from ärenden import group_access, numbers
from ärenden.actions.groups import Content, Promise
from ärenden.models import Answer, AnswerPart, Case, GroupNote

LONGEST = 5000
NOT_IN_ANSWER = "Orden står inte i svaret. Kopiera dem ordagrant ur svaret här under."
NOT_PUBLISHED = "Inget publicerat ärende har det numret. Det står överst på ärendets sida."
ON_THE_WEB = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
NOTHING_WRITTEN = "Skriv anteckningen"


class ContentForm(forms.Form):
    """A note's words, its day, and who sees to it."""

    text = forms.CharField(
        label="Anteckning",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    ask_again_on = DateField(
        label="Fråga igen (frivilligt)",
        help_text="Dagen då det ska visas på gruppens bord, till exempel 15 januari.",
        required=False,
    )
    assigned_to: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label="Ansvarig (frivilligt)",
        queryset=Person.objects.none(),
        required=False,
        to_field_name="public_id",
        empty_label="Ingen särskild",
    )

    def __init__(self, *args: Any, group: PartyGroup, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        people = group_access.people_of(group, on=today)
        self.fields["assigned_to"].queryset = people  # type: ignore[attr-defined]

    @property
    def content(self) -> Content:
        return Content(**{name: self.cleaned_data[name] for name in ContentForm.base_fields})


class NoteForm(ContentForm):
    """A note in the member's own words."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = NOTHING_WRITTEN


class EditForm(ContentForm):
    """What may change of a note; the words of a promise stay those of the answer."""

    def __init__(self, *args: Any, note: GroupNote, **options: Any) -> None:
        kept = {
            "text": note.text,
            "ask_again_on": note.ask_again_on,
            "assigned_to": note.assigned_to and note.assigned_to.public_id,
        }
        super().__init__(*args, initial=kept, **options)
        needed = "ask_again_on" if note.quote else "text"
        self.fields[needed].required = True
        self.fields["text"].error_messages["required"] = NOTHING_WRITTEN
        self.fields["ask_again_on"].label = "Fråga igen"


class PromiseForm(ContentForm):
    """Words out of an answer, letter by letter but for how their lines were broken."""

    quote = forms.CharField(
        label="Löftet, med svarets ord",
        help_text="Markera meningen i svaret här under, eller kopiera in den.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "class": "verb", "data-quote": ""}),
        error_messages={"required": "Ange vad som lovades"},
    )
    field_order = ("quote", "ask_again_on", "assigned_to", "text")

    def __init__(self, *args: Any, answers: Iterable[Answer], **options: Any) -> None:
        super().__init__(*args, **options)
        self.answers = answers
        self.fields["text"].label = "Anteckning (frivilligt)"
        self.fields["ask_again_on"].label = "Fråga igen"
        self.fields["ask_again_on"].required = True

    def clean_quote(self) -> Promise:
        words = normalise(self.cleaned_data["quote"]).strip(' \n”"')
        for text, part in passages_of(self.answers):
            if _flat(words) in _flat(text):
                return Promise(quote=words, part=part)
        raise ValidationError(NOT_IN_ANSWER)


class WatchForm(forms.Form):
    """One of the cases that the member may watch, by its number or its page on the web."""

    which = forms.CharField(
        label="Bevaka ett publicerat ärende",
        help_text="Diarienumret, eller adressen till ärendets sida på webben.",
        max_length=300,
        error_messages={"required": "Skriv diarienumret"},
    )

    def __init__(self, *args: Any, watchable: QuerySet[Case], **options: Any) -> None:
        super().__init__(*args, **options)
        self.watchable = watchable

    def clean_which(self) -> Case:
        typed = self.cleaned_data["which"]
        page = ON_THE_WEB.search(typed)
        rule = Q(public_id=page[0]) if page else Q(dnr_key=numbers.key(typed))
        found = self.watchable.filter(rule).first()
        if found is None:
            raise ValidationError(NOT_PUBLISHED)
        return found


class DoorForm(forms.Form):
    """Whom to let in, each told with its address, for anyone may have a name, and every role.

    Of someone with a protected identity the roles alone.
    """

    accounts = forms.MultipleChoiceField(
        label="Vem ska släppas in?", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, group: PartyGroup, today: date) -> None:
        super().__init__(*args)
        found = group_access.waiting_for(group, on=today)
        self.waiting = {str(user.public_id): user for user in found}
        choices = [
            (key, f"{user if user.kept_name else f'{user}, {user.email}'}: {_told(user.roles)}")
            for key, user in self.waiting.items()
        ]
        self.fields["accounts"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[User]:
        return [self.waiting[key] for key in self.cleaned_data["accounts"]]


def passages_of(answers: Iterable[Answer]) -> Iterable[tuple[str, AnswerPart | None]]:
    """Every stretch of the answers that may hold a promise, with the part that it is."""
    for answer in answers:
        yield from ((text, None) for text in (answer.preamble, answer.questions_intro) if text)
        yield from ((part.text, part) for part in answer.parts.all())
        if answer.closing:
            yield answer.closing, None


def _told(roles: Iterable[str]) -> str:
    """`förtroendevald och organisationsadministratör`."""
    return listed([Role(role).label.lower() for role in roles])


def _flat(text: str) -> str:
    return " ".join(text.split())
