"""The forms of a proposal and of one rule in it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.text import slugify

from kernel.fields import DateField, TimeField
from parties.changes import Administering
from ärenden.actions.rules import Heading, adopt, head, propose, write_rule
from ärenden.choices import Binding, CaseType, Cutoff, Late, Purpose, Roll, Route
from ärenden.deadlines import (
    EXAMPLES,
    KINDS,
    Rule,
    RuleSet,
    RulesNotUnderstood,
    default_rules,
    rule_from_json,
    to_json,
)
from ärenden.deadlines.rules import LONGEST_TEXT
from ärenden.queries.prospects import Timetable
from ärenden.web.administration.forms import SHORT, AdminForm
from ärenden.web.administration.rules.lines import listed_day, listed_lines, read_lines
from ärenden.web.administration.rules.shape_fields import (
    FIELDS,
    LABELS,
    SHAPE_NAMES,
    typed_shape,
    values_of,
)

NOW, DEFAULT = "now", "default"
FIRST_KIND = next(iter(KINDS))


class HeadingForm(AdminForm):
    """What the proposal is called, when it was decided, and its first day."""

    title = forms.CharField(
        label="Källa",
        help_text="Som ”Arbetsordning för kommunfullmäktige”.",
        max_length=LONGEST_TEXT,
    )
    decided_on = DateField(
        label="Fullmäktiges beslut (behövs när förslaget antas)",
        required=False,
        widget=forms.TextInput(attrs=SHORT),
    )
    first = DateField(
        label="Gäller från och med",
        help_text="Ärenden som lämnas in från den dagen får de nya reglerna.",
        widget=forms.TextInput(attrs=SHORT),
    )

    def current(self) -> dict[str, Any]:
        row = self.desk.row
        if row is None:
            return {"first": date(self.desk.today.year + 1, 1, 1)}
        return {"title": row.title, "decided_on": row.decided_on, "first": row.period.lower}

    @property
    def heading(self) -> Heading:
        data = self.cleaned_data
        return Heading(title=data["title"], first=data["first"], decided_on=data["decided_on"])

    def save(self, doing: Administering) -> str:
        changed = head(self.desk.row, self.heading, doing=doing)
        return "Förslaget ändrades" if changed else "Inget var ändrat"


class NewProposalForm(HeadingForm):
    button = "Skriv förslaget"
    start = forms.ChoiceField(label="Börja från")
    field_order = ("start", "title", "decided_on", "first")

    def prepare(self) -> None:
        examples = [(str(each.number), f"{each.organisation}: {each.says}") for each in EXAMPLES]
        self.fields["start"].choices = [  # type: ignore[attr-defined]
            (NOW, "Reglerna som gäller nu"),
            (DEFAULT, "Standardreglerna, nära SKR:s underlag"),
            ("Reglerna som gäller nu, ändrade som i", examples),
        ]

    def save(self, doing: Administering) -> str:
        self.row = propose(self.heading, self._rules().rules, doing=doing)
        return f"{self.row} skrevs som förslag"

    def _rules(self) -> RuleSet:
        start, today = self.cleaned_data["start"], self.desk.today
        if start == DEFAULT:
            return default_rules(today)
        now = Timetable(self.desk.organisation.pk).rules(today)
        taken = (each.rules for each in EXAMPLES if str(each.number) == start)
        return now.with_rules(next(taken, ()))


class AdoptForm(AdminForm):
    button = "Anta reglerna"

    def save(self, doing: Administering) -> str:
        adopt(self.desk.row, doing=doing)
        return f"{self.desk.row} antogs"


class ListedField(forms.CharField):
    def to_python(self, value: Any) -> Any:
        return [to_json(each) for each in read_lines(super().to_python(value) or "", listed_day)]


class RuleForm(AdminForm):
    """One rule; its middle fields follow how the time is counted (`kind`)."""

    button = "Spara regeln"
    decided_by = "kind"
    name = forms.CharField(label="Regelns namn", max_length=LONGEST_TEXT)
    purpose = forms.ChoiceField(label="Vad som ska ske", choices=Purpose.choices)
    case_types = forms.MultipleChoiceField(
        label="För vilka ärenden",
        help_text="Välj inget om regeln gäller sammanträden, protokoll eller uppdrag.",
        choices=CaseType.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "seg"}),
        required=False,
    )
    route = forms.ChoiceField(
        label="Bara när", required=False, choices=[("", "Alltid"), *Route.choices]
    )
    kind = forms.ChoiceField(label="Så räknas tiden", choices=list(LABELS.items()))
    at = TimeField(
        label="Klockslag (frivilligt)",
        required=False,
        widget=forms.TextInput(attrs={"class": "tiny"}),
    )
    cutoff = forms.ChoiceField(label="Klockslaget betyder", choices=Cutoff.choices)
    roll = forms.ChoiceField(label="Om dagen inte är en arbetsdag", choices=Roll.choices)
    binding = forms.ChoiceField(label="Reglerna säger", choices=Binding.choices)
    late = forms.ChoiceField(label="Det som kommer för sent", choices=Late.choices)
    listed = ListedField(
        label="Bestämda dagar (frivilligt)",
        help_text="Sammanträdets dag och sista dagen, som ”2027-01-25: 2027-01-14”. De går före"
        " det som räknas fram.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.CharField(
        label="Där det står",
        max_length=LONGEST_TEXT,
        error_messages={"required": "Skriv var det står, som ”Arbetsordning § 33”"},
    )
    note = forms.CharField(
        label="Tillägg till förklaringen (frivilligt)", required=False, max_length=400
    )

    def current(self) -> dict[str, Any]:
        rule: Rule | None = self.desk.owner
        if rule is None:
            return {"kind": FIRST_KIND, "binding": Binding.MUST, "source": str(self.desk.row)}
        return {
            **to_json(rule),
            **values_of(rule.shape),
            "at": rule.at,
            "listed": listed_lines(rule.listed),
        }

    def prepare(self) -> None:
        self.way = self.decided if self.decided in FIELDS else self.initial["kind"]
        shown = {name: make() for name, make in FIELDS[self.way].items()}
        unseen = {
            name: forms.CharField(required=False, widget=forms.HiddenInput)
            for name in sorted(SHAPE_NAMES - {*shown})
        }
        self.fields.update({**shown, **unseen})
        names = [*RuleForm.base_fields]
        place = names.index("kind") + 1
        self.order_fields([*names[:place], *shown, *names[place:]])

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            try:
                self.rule = rule_from_json(self._typed())
            except RulesNotUnderstood as problem:
                for name, text in _problems(problem):
                    self.add_error(name if name in self.fields else None, text)
        return self.cleaned_data

    def save(self, doing: Administering) -> str:
        write_rule(self.desk.row, self.rule, instead_of=self.desk.owner, doing=doing)
        return f"Regeln {self.rule.name} sparades"

    def _typed(self) -> dict[str, Any]:
        data, at = self.cleaned_data, self.cleaned_data["at"]
        plain = {name: data[name] for name in RuleForm.base_fields if name != "kind"}
        return plain | {
            "key": self.desk.owner.key if self.desk.owner else self._new_key(),
            "route": data["route"] or None,
            "at": f"{at:%H:%M}" if at else None,
            "shape": typed_shape(self.way, data),
        }

    def _new_key(self) -> str:
        """The name as letters of an address, with a number when another rule has it."""
        taken = {each["key"] for each in self.desk.row.rules}
        name = slugify(self.cleaned_data["name"].replace("_", " "))[:LONGEST_TEXT] or "regel"
        numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
        return next(key for key in (name, *numbered) if key not in taken)


def _problems(problem: RulesNotUnderstood) -> Iterator[tuple[str, str]]:
    """The field of the form that each error stands in: `shape.seasons.0.name` is `seasons`."""
    for error in problem.errors:
        parts = error.path.removeprefix("shape.").split(".")
        yield parts[0], error.text
