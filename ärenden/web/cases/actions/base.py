"""What every form of an action has: its case, the reason, and the facts that papers may lack."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet

from kernel.dates import full_date
from kernel.fields import DateField
from kernel.text import capital
from meetings.models import Meeting
from ärenden.actions.base import Doing
from ärenden.actions.values import NewFile
from ärenden.choices import Fact
from ärenden.exceptions import Refusal
from ärenden.models import Case
from ärenden.queries.secrecy import Withheld
from ärenden.web.cases.actions.fields import FilesField
from ärenden.web.names import NamesField
from ärenden.web.people import People
from ärenden.workflow import Snapshot, Step

UNKNOWN = "unknown_"


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What a form is made for: the case as it stands, the step, the day, and who may waive.

    `visible` are the cases that the one asking may read; `withheld` are the protected names that
    the form does not tell.
    `meeting` is the one that is being noted, when the form was opened from it.
    """

    case: Case
    snapshot: Snapshot
    step: Step
    today: date
    people: People
    may_waive: bool
    visible: QuerySet[Case]
    withheld: Withheld
    hindrances: tuple[Refusal, ...] = ()
    files: Sequence[NewFile] = ()
    chosen: str = ""
    meeting: Meeting | None = None


@dataclass(frozen=True)
class Block:
    """Fields that stand together; several of them are one question with a legend."""

    legend: str
    fields: tuple[forms.BoundField, ...]

    @property
    def only(self) -> forms.BoundField | None:
        return self.fields[0] if len(self.fields) == 1 else None


class ActionForm(forms.Form):
    """The form of one action. A subclass names its fields and performs.

    `lacks` are facts, beside those that the workflow asks for, whose absence a registrar may
    explain; without the right to waive there is no field, and what is posted is not read.
    `as_written` are fields that say what stands, also where it names someone protected, or that
    the form itself tells.
    `next_tool` (name and label) stands in the place of the action's button until it is ready;
    `told` is what the form's own tool has to say of what it did.
    """

    template_name_page: ClassVar[str] = "arenden/act/form.html"
    reason_label: ClassVar[str] = "Skäl"
    together: Mapping[str, tuple[str, ...]] = {}
    lacks: ClassVar[tuple[Fact, ...]] = ()
    never_lacks: ClassVar[tuple[Fact, ...]] = ()
    as_written: ClassVar[tuple[str, ...]] = ()
    next_tool: tuple[str, str] | None = None
    told: str = ""
    is_asking_why: bool = False
    use_required_attribute = False

    def __init__(self, *args: Any, desk: Desk, **options: Any) -> None:
        self.desk = desk
        super().__init__(*args, **options)
        if desk.step.needs_reason and "reason" not in self.fields:
            self.fields["reason"] = forms.CharField(
                label=self.reason_label,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"required": "Skriv varför"},
            )
        for field in self.fields.values():
            if isinstance(field, NamesField):
                field.offer(desk.people)
            if isinstance(field, DateField):
                field.widget.attrs["class"] = "short"
        self.prepare()
        if desk.withheld.names:
            self._leave_names_out()
        if desk.may_waive:
            self._ask_why_unknown()

    def _leave_names_out(self) -> None:
        """What the case holds is told in labels and choices as on its page."""
        told = self.desk.withheld.told
        for name, field in self.fields.items():
            if name in self.as_written:
                continue
            field.label = field.label and told(str(field.label))
            field.help_text = told(str(field.help_text))
            if isinstance(field, forms.ChoiceField):
                choices: Any = field.choices
                field.choices = [(value, told(str(label))) for value, label in choices]

    def prepare(self) -> None:
        """Fill the choices that depend on the case."""

    def perform(self, doing: Doing) -> None:
        """Do the action with what was typed."""
        raise NotImplementedError

    def proposed(self, typed: dict[str, Any]) -> dict[str, Any]:
        """What the fields hold after the form's own tool has read what was typed."""
        return typed

    @property
    def case(self) -> Case:
        return self.desk.case

    @property
    def unknown(self) -> dict[Fact, str]:
        """The reasons given for facts that the papers lack."""
        return {
            fact: reason
            for fact in self.waivable
            if (reason := self.cleaned_data.get(f"{UNKNOWN}{fact}", "").strip())
        }

    @property
    def waivable(self) -> tuple[Fact, ...]:
        if not self.desk.may_waive:
            return ()
        unmet = [refusal.fact for refusal in self.desk.hindrances if refusal.fact]
        said = (Fact.ORDER,) if f"{UNKNOWN}{Fact.ORDER}" in self.data else ()
        facts = dict.fromkeys((*unmet, *self.desk.step.asks, *self.lacks, *said))
        return tuple(fact for fact in facts if fact not in self.never_lacks)

    @property
    def is_explained(self) -> bool:
        """Must a reason be written before the step can be taken?"""
        return bool(self.desk.hindrances)

    def ask_why(self, refused: Iterable[Refusal]) -> None:
        """Days that disagree may stand so in the papers: ask for the reason beside the refusal."""
        disagree = any(refusal.fact == Fact.ORDER for refusal in refused)
        if disagree and self.desk.may_waive:
            self.fields[f"{UNKNOWN}{Fact.ORDER}"] = _why(Fact.ORDER)
            self.is_asking_why = True

    def typed(self, data: Any) -> dict[str, Any]:
        """What was typed, unchecked, so that the page can show it again.

        A field that was not on the page has what it begins with.
        """
        return {
            name: field.widget.value_from_datadict(data, {}, name)
            for name, field in self.fields.items()
            if not isinstance(field, FilesField)
            and not field.widget.value_omitted_from_data(data, {}, name)
        }

    def blocks(self, *only: str) -> Iterator[Block]:
        """The fields in order, those that belong together as one."""
        legends = {name: legend for legend, names in self.together.items() for name in names}
        done = set()
        for name in only or [name for name in self.fields if self._stands_in_order(name)]:
            legend = legends.get(name, "")
            names = [each for each in self.together.get(legend, (name,)) if each in self.fields]
            if name not in done:
                yield Block(legend, tuple(self[each] for each in names))
            done.update(names)

    def _stands_in_order(self, name: str) -> bool:
        """Files and reasons for unknown facts have places of their own, after the others."""
        return not (name.startswith(UNKNOWN) or isinstance(self.fields[name], FilesField))

    def unknown_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(UNKNOWN)]

    def demand(self, name: str, *, fact: Fact, text: str) -> None:
        """The field, or the reason why the papers lack it."""
        if not self.cleaned_data.get(name) and name not in self.errors and fact not in self.unknown:
            self.add_error(name, text)

    def not_later_than_today(self, name: str, label: str) -> None:
        day = self.cleaned_data.get(name)
        if day and day > self.desk.today:
            today = full_date(self.desk.today)
            self.add_error(name, f"{label} kan inte vara efter i dag, {today}")

    def _ask_why_unknown(self) -> None:
        texts = {refusal.fact: refusal.text for refusal in self.desk.hindrances}
        for fact in self.waivable:
            self.fields[f"{UNKNOWN}{fact}"] = _why(fact, hindrance=texts.get(fact, ""))


class DoneForm(ActionForm):
    """What is noted afterwards: the field `on` is its day, today unless another is written."""

    day_called: ClassVar[str] = "Dagen"

    def prepare(self) -> None:
        self.initial.setdefault("on", self.desk.today)

    def clean(self) -> dict[str, Any]:
        self.not_later_than_today("on", self.day_called)
        return self.cleaned_data


def _why(fact: Fact, *, hindrance: str = "") -> forms.CharField:
    return forms.CharField(
        label=fact.label,
        help_text=capital(hindrance),
        required=False,
        max_length=200,
    )
