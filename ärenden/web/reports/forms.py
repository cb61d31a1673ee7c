"""The forms of the motionsbalans: a motion's own words, the meeting, and the paragraph."""

from typing import Any

from django import forms

from kernel.text import capital
from meetings.models import Meeting
from ärenden.actions.meetings import described
from ärenden.choices import Proposed

HIGHEST_PARAGRAPH = 9999


class NoteForm(forms.Form):
    use_required_attribute = False
    shown = forms.CharField(
        label="Vad beredningen har visat",
        help_text="Lämna tomt för det som registret säger.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    proposed = forms.ChoiceField(
        label="Förslag",
        choices=Proposed.choices,
        widget=forms.RadioSelect(attrs={"class": "seg"}),
    )


class MeetingOf(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    def label_from_instance(self, obj: Any) -> str:
        text = described(obj)
        return capital(text)


class FreezeForm(forms.Form):
    use_required_attribute = False
    meeting = MeetingOf(
        label="Sammanträde",
        queryset=Meeting.objects.none(),
        empty_label=None,
        error_messages={"required": "Välj ett sammanträde"},
    )

    def __init__(self, *args: Any, offered: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["meeting"].queryset = offered  # type: ignore[attr-defined]


class ToldForm(forms.Form):
    use_required_attribute = False
    paragraph = forms.IntegerField(
        label="Paragraf (frivilligt)",
        required=False,
        min_value=1,
        max_value=HIGHEST_PARAGRAPH,
        widget=forms.NumberInput(attrs={"class": "tiny"}),
        error_messages={"invalid": "Skriv paragrafens nummer med siffror"},
    )
