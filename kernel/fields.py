"""Form fields that read dates and times as people in Sweden type them."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kernel.dates import parse_date, parse_time


class _TypedField(forms.CharField):
    """A text box whose content one of our parsers understands, or explains why not."""

    inputmode = "text"

    def __init__(self, *, parse: Callable[[str], date | time], **options: Any) -> None:
        super().__init__(**{"empty_value": None, **options})
        self.parse = parse

    def to_python(self, value: Any) -> Any:
        typed = super().to_python(self.prepare_value(value))
        if typed is None:
            return None
        try:
            return self.parse(typed)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        own = {"inputmode": self.inputmode, "autocomplete": "off"}
        return super().widget_attrs(widget) | own


class DateField(_TypedField):
    """A date in digits or words; `today` settles "i går" and a year left out."""

    default_error_messages = {"required": "Ange ett datum"}

    def __init__(self, *, today: Callable[[], date] = timezone.localdate, **options: Any) -> None:
        super().__init__(parse=lambda typed: parse_date(typed, today=today()), **options)

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class TimeField(_TypedField):
    """A local time of day, such as 10.15."""

    inputmode = "decimal"
    default_error_messages = {"required": "Ange ett klockslag"}

    def __init__(self, **options: Any) -> None:
        super().__init__(parse=parse_time, **options)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H.%M}" if isinstance(value, time) else value
