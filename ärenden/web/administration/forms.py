"""The forms of the administration: what they show of a row, and what they store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import Model, QuerySet
from django.http import QueryDict

from kernel.fields import DateField
from kernel.models import PublicModel
from kernel.periods import period
from parties.changes import REFUSALS, Administering, last_day, store
from parties.models import Organisation

SHORT = {"class": "short"}


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where the form lies: the organisation, the day, the row it changes or what it adds to."""

    organisation: Organisation
    today: date
    row: Any = None
    owner: Any = None


class RowChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    """One of the organisation's rows, named by its public id; `prepare` says which."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"queryset": None, "to_field_name": "public_id"} | options)


class RowChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def __init__(self, **options: Any) -> None:
        given: dict[str, Any] = {
            "queryset": None,
            "to_field_name": "public_id",
            "widget": forms.CheckboxSelectMultiple,
            "required": False,
        }
        super().__init__(**given | options)


class AdminForm(forms.Form):
    """A form that does one thing and says what it did; `kept` is what was typed earlier.

    What was typed in fields that the choice in `decided_by` leaves out is carried along unseen, so
    that nothing is lost.
    """

    use_required_attribute = False
    button: ClassVar[str] = "Spara"
    decided_by: ClassVar[str] = ""

    def __init__(
        self, data: QueryDict | None = None, *, desk: Desk, kept: QueryDict | None = None
    ) -> None:
        self.desk = desk
        super().__init__(data, initial=self.current())
        source = kept if data is None else data
        chosen = source.get(self.decided_by) if source else None
        self.decided = str(chosen or self.initial.get(self.decided_by))
        self.prepare()
        for field in self.fields.values():
            say_what_is_missing(field)
        if kept is not None:
            typed = {
                name: field.widget.value_from_datadict(kept, {}, name)
                for name, field in self.fields.items()
            }
            self.initial = {**self.initial, **typed}

    def current(self) -> dict[str, Any]:
        """What stands in the fields when the form is opened."""
        return {}

    def prepare(self) -> None:
        """Fill the choices that depend on the organisation."""

    def save(self, doing: Administering) -> str:
        """Do it, and say what was done; raises Refused."""
        raise NotImplementedError

    def offer(self, name: str, rows: QuerySet[Any]) -> None:
        """The rows to choose from; what is chosen already stands, also when it has ended."""
        now = self.initial.get(name)
        held = [row.pk for row in (now if isinstance(now, list) else filter(None, [now]))]
        chosen = rows.model.objects.filter(pk__in=held)
        self.fields[name].queryset = rows | chosen if held else rows  # type: ignore[attr-defined]


def say_what_is_missing(field: forms.Field) -> None:
    """A required field without words of its own says what to write or choose."""
    if field.error_messages["required"] == forms.Field.default_error_messages["required"]:
        verb = "Välj" if hasattr(field, "choices") else "Skriv"
        label = str(field.label)
        field.error_messages["required"] = f"{verb} {label[:1].lower()}{label[1:]}"


class DatedForm(AdminForm):
    """A form with a first and a last day: shown inclusive, stored half-open."""

    first = DateField(label="Från och med", widget=forms.TextInput(attrs=SHORT))
    last = DateField(
        label="Till och med (frivilligt)", required=False, widget=forms.TextInput(attrs=SHORT)
    )

    def __init__(
        self, data: QueryDict | None = None, *, desk: Desk, kept: QueryDict | None = None
    ) -> None:
        super().__init__(data, desk=desk, kept=kept)
        days = {name: self.fields.pop(name) for name in ("first", "last")}
        self.fields.update(days)

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", "Sista dagen kan inte vara före första dagen")
        return self.cleaned_data

    @property
    def days(self) -> list[forms.BoundField]:
        return [self["first"], self["last"]]

    def period(self) -> Any:
        last = self.cleaned_data["last"]
        return period(self.cleaned_data["first"], last + timedelta(days=1) if last else None)


class RowForm(AdminForm):
    """Changes one row, or adds one: the fields named in `stored`."""

    stored: ClassVar[tuple[str, ...]]
    model: ClassVar[type[Model]]
    refusals: ClassVar[Mapping[str, str]] = REFUSALS
    row: Model  # what was saved

    def current(self) -> dict[str, Any]:
        row = self.desk.row
        if row is None:
            return self.proposed()
        days = getattr(row, "period", None)
        dated = {"first": days.lower, "last": last_day(days)} if days else {}
        return {name: getattr(row, name) for name in self.stored} | dated

    def proposed(self) -> dict[str, Any]:
        """What stands in the fields of a new row."""
        return {"first": self.desk.today}

    def values(self) -> dict[str, Any]:
        found = {name: self.cleaned_data[name] for name in self.stored}
        return found | ({"period": self.period()} if isinstance(self, DatedForm) else {})

    def new_row(self) -> Model:
        return self.model(organisation=self.desk.organisation)

    def called(self) -> str:
        """The row in the sentence that tells what was done."""
        return str(self.cleaned_data["name"])

    def about(self) -> Iterable[PublicModel]:
        """What else the change concerns."""
        return ()

    def save(self, doing: Administering) -> str:
        row = self.row = self.desk.row or self.new_row()
        summary = f"{self.called()} {'ändrades' if row.pk else 'lades till'}"
        changed = store(
            row,
            doing=doing,
            summary=summary,
            about=self.about(),
            refusals=self.refusals,
            **self.values(),
        )
        return summary if changed else "Inget var ändrat"
