"""Fields that several actions share: where it was decided, points, choices of the case."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import Q, QuerySet, TextChoices
from django.forms.models import ModelChoiceIterator
from django.utils import timezone

from kernel.dates import DateNotUnderstood, parse_date
from kernel.text import capital, normalise
from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.models import Body
from ärenden.actions.meetings import PARAGRAPH, Sitting, described
from ärenden.actions.values import Point, begins_with_att
from ärenden.choices import DatePrecision
from ärenden.models import Case
from ärenden.splitting import split_points

MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
MONTH_NAME = re.compile(
    r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*(?: \d{4})?", re.IGNORECASE
)


def held(case: Case, *, today: Any) -> Q:
    """Meetings that may have dealt with the case: since it came in, or of unknown day."""
    since = Q(held_on__gte=case.received_on) if case.received_on else Q()
    return Q(body__organisation=case.organisation_id) & (
        Q(held_on__lte=today) & since | Q(held_on__isnull=True)
    )


def meetings(rule: Q) -> QuerySet[Meeting]:
    rows = Meeting.objects.filter(rule).exclude(status=MeetingStatus.CANCELLED)
    return rows.select_related("body").order_by("-held_on", "body__name", "-id")


class MeetingChoices(ModelChoiceIterator):  # type: ignore[type-arg]  # generic only in the stubs
    """The meetings of the bodies at hand, and then the others under a heading of their own."""

    field: "MeetingField"

    def __iter__(self) -> Iterator[Any]:
        rows = list(self.queryset)
        near = [row for row in rows if self.field.is_near(row.body)]
        others = [row for row in rows if row not in near]
        yield ("", self.field.empty_label)
        yield from map(self.choice, near or others)
        if near and others:
            yield ("Andra organ", [self.choice(row) for row in others])


class MeetingField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    """A meeting, named by body and day."""

    iterator = MeetingChoices

    def __init__(self, **options: Any) -> None:
        given: dict[str, Any] = {
            "queryset": Meeting.objects.none(),
            "empty_label": "Välj sammanträde",
        }
        self.is_near: Callable[[Body], bool] = lambda _: True
        super().__init__(**given | options)

    def label_from_instance(self, obj: Meeting) -> str:
        name = described(obj)
        return capital(name)


class ParagraphField(forms.CharField):
    """`12`, `12 a` or `§ 12`: the number and the letter of a paragraph of the minutes."""

    def __init__(self, **options: Any) -> None:
        given: dict[str, Any] = {
            "label": "Paragraf (frivilligt)",
            "required": False,
            "widget": forms.TextInput(attrs={"class": "tiny", "autocomplete": "off"}),
        }
        super().__init__(**given | options)

    def clean(self, value: Any) -> tuple[int | None, str]:
        typed = str(super().clean(value)).strip()
        if not typed:
            return None, ""
        found = PARAGRAPH.fullmatch(typed)
        if found is None:
            raise forms.ValidationError("Skriv paragrafen som 12 eller 12 a", code="invalid")
        return int(found["number"]), found["suffix"].lower()


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; the view keeps them at the form's address, the form shows what is wrong."""

    def __init__(self, **options: Any) -> None:
        given: dict[str, Any] = {
            "label": "Filer (frivilligt)",
            "help_text": "Word, PDF, ODT, text eller bild, högst 25 MB styck.",
            "required": False,
            "widget": FilesInput(),
        }
        super().__init__(**given | options)

    def clean(self, data: Any, initial: Any = None) -> None:
        """Nothing: the files were looked into when they were taken in."""


class TextField(forms.CharField):
    """A text that someone wrote, kept letter by letter."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "class": "verb"})
        given: dict[str, Any] = {"strip": False, "widget": widget}
        super().__init__(**given | options)

    def to_python(self, value: Any) -> str:
        text = normalise(str(super().to_python(value)))
        return text if text.strip() else ""


class BodyField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"queryset": Body.objects.none(), "empty_label": "Välj organ"} | options)


def choices_of(*values: TextChoices) -> list[tuple[str, str]]:
    """Some of a closed list, in the given order."""
    return [(value.value, str(value.label)) for value in values]


def sitting_of(data: dict[str, Any]) -> Sitting:
    number, suffix = data.get("paragraph") or (None, "")
    return Sitting(meeting=data.get("meeting"), paragraph=number, suffix=suffix)


def read_points(text: str) -> tuple[str, list[Point]]:
    """The words before the points, and the points; not a letter of a point is changed."""
    split = split_points(text)
    if not split.questions:
        whole = text.strip()
        return "", [Point(text=whole, has_att=begins_with_att(whole))] if whole else []
    texts = [found.text for found in split.questions]
    if split.closing:
        texts[-1] = f"{texts[-1]}\n\n{split.closing}"
    points = [
        Point(text=words, label=found.label_printed.strip(), has_att=begins_with_att(words))
        for words, found in zip(texts, split.questions, strict=True)
    ]
    return split.intro, points


class DueField(forms.CharField):
    """A day, or a whole month (2026-05, december): the last day, and how exact it is."""

    def clean(self, value: Any) -> tuple[date | None, DatePrecision]:
        typed = str(super().clean(value))
        if not typed:
            return None, DatePrecision.DAY
        try:
            if MONTH.fullmatch(typed):
                first = parse_date(f"{typed}-01", today=timezone.localdate())
                return _last_day(first), DatePrecision.MONTH
            if MONTH_NAME.fullmatch(typed):
                return _last_day(in_month(typed, today=timezone.localdate())), DatePrecision.MONTH
            return parse_date(typed, today=timezone.localdate()), DatePrecision.DAY
        except DateNotUnderstood as error:
            raise forms.ValidationError(str(error), code="invalid") from error


def in_month(typed: str, *, today: date) -> date:
    """A month without a year is this one or one of the eleven that follow."""
    middle = today.replace(day=15) + timedelta(days=167)
    return parse_date(f"15 {typed}", today=middle)


def _last_day(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
