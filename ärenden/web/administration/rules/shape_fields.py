"""The fields of each way to count a time: which they are, and what they are called there."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from django import forms
from django.db.models import TextChoices

from ärenden.choices import Count, Event, Occasion, Unit, WeekCount, Weekday
from ärenden.deadlines import Shape, to_json
from ärenden.deadlines.stored import KIND
from ärenden.web.administration.rules.lines import read_lines, season, season_lines

Fields: TypeAlias = Mapping[str, Callable[[], forms.Field]]

LABELS: Mapping[str, str] = {
    "days_before": "Dagar före ett sammanträde",
    "weekday_before": "En veckodag före ett sammanträde",
    "time_after": "En tid efter att något har hänt",
    "meeting_after": "Vid ett sammanträde efter att något har hänt",
    "decided_meeting": "Vid det sammanträde som fullmäktige bestämmer",
    "season_meeting": "Vid bestämda sammanträden under året",
    "month_end": "Månadens sista arbetsdag",
}


class SeasonField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> Any:
        typed = super().to_python(value)
        return [to_json(each) for each in read_lines(typed or "", season)]


def number(label: str, *, help_text: str = "") -> Callable[[], forms.Field]:
    return lambda: forms.IntegerField(
        label=label,
        help_text=help_text,
        widget=forms.TextInput(attrs={"class": "tiny", "inputmode": "numeric"}),
        error_messages={"required": "Skriv ett tal", "invalid": "Skriv ett heltal"},
    )


def one_of(label: str, *choices: TextChoices) -> Callable[[], forms.Field]:
    offered = [(each.value, each.label) for each in choices]
    return lambda: forms.ChoiceField(label=label, choices=offered)


WHICH_MEETING = one_of("Sammanträdet", *Occasion)
HAPPENED = one_of("Efter att", *Event)
FIELDS: Mapping[str, Fields] = {
    "days_before": {
        "n": number("Antal"),
        "unit": one_of("Dagar eller arbetsdagar", Unit.DAYS, Unit.WORKING_DAYS),
        "before": WHICH_MEETING,
        "count": one_of("Så räknas dagarna", *Count),
    },
    "weekday_before": {
        "weekday": one_of("Veckodag", *Weekday),
        "weeks": number(
            "Antal veckor",
            help_text="0 är sammanträdets egen vecka. För den n:te veckodagen före är 1 närmast.",
        ),
        "counted": one_of("Så räknas veckorna", *WeekCount),
        "before": WHICH_MEETING,
    },
    "time_after": {
        "n": number("Antal"),
        "unit": one_of("Enhet", *Unit),
        "after": HAPPENED,
    },
    "meeting_after": {
        "n": number("Antal sammanträden senare", help_text="0 är samma sammanträde, 1 nästa."),
        "after": HAPPENED,
    },
    "decided_meeting": {"decided": one_of("Bestäms när", *Event)},
    "season_meeting": {
        "after": HAPPENED,
        "seasons": lambda: SeasonField(
            label="Sammanträden, ett på varje rad",
            help_text="Som ”sista i januari–juni: sista sammanträdet före sommaren” eller"
            " ”första i oktober: sammanträdet i oktober”.",
            error_messages={"required": "Skriv minst ett sammanträde"},
        ),
    },
    "month_end": {"of": one_of("Månaden då", *Event)},
}
SHAPE_NAMES = frozenset(name for fields in FIELDS.values() for name in fields)


def values_of(shape: Shape) -> dict[str, Any]:
    """What stands in the fields of a shape, and its kind."""
    values: dict[str, Any] = to_json(shape)
    if hasattr(shape, "seasons"):
        values["seasons"] = season_lines(shape.seasons)
    return values


def typed_shape(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {KIND: kind} | {name: data[name] for name in FIELDS[kind]}
