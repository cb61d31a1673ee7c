"""Publishing: what is chosen, looked through as the public will see it, and decided."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django import forms

from kernel.fields import DateField
from ärenden.actions.base import Doing
from ärenden.actions.publishing import Thing, publish, publishable, unpublish
from ärenden.models import Case, Publication
from ärenden.published import shows_words
from ärenden.web.cases.actions.base import ActionForm, Block
from ärenden.web.cases.actions.fields import FilesField, TextField
from ärenden.web.cases.actions.reviewing import Review, review_of
from ärenden.web.cases.actions.rows import label_of, shortened
from ärenden.workflow import Action

PAGE = "page"
PAGE_LABEL = "Ärendets sida: rubrik, namn, frågor eller förslag, vad som har hänt"
READ_AGAIN = "Läs igenom det som visas nedan, och tryck sedan på knappen igen"


def offered(case: Case, *, on: date) -> dict[str, tuple[Thing, str]]:
    """What may be published now, by the key and the words of its box."""
    return {_key(thing): (thing, _named(thing)) for thing in publishable(case, on=on)}


def _key(thing: Thing | Publication) -> str:
    if thing.document:
        return f"document-{thing.document.pk}"
    return f"decision-{thing.decision.pk}" if thing.decision else PAGE


def _named(thing: Thing | Publication) -> str:
    if thing.document:
        return shortened(f"Handling {label_of(thing.document)}")
    return shortened(f"Beslut: {label_of(thing.decision)}") if thing.decision else PAGE_LABEL


class PublishingForm(ActionForm):
    """Shows what the chosen things lay open; only what was shown last is published."""

    template_name_page: ClassVar[str] = "arenden/act/publish.html"
    basis = forms.CharField(
        label="Grund",
        help_text="Till exempel kommunens riktlinje för publicering.",
        max_length=200,
        error_messages={"required": "Ange grunden för publiceringen"},
    )
    until = DateField(
        label="Visas till och med (frivilligt)",
        help_text="Efter den dagen försvinner det från webben av sig självt.",
        required=False,
    )
    despite = forms.CharField(
        label="Varför det ändå får publiceras",
        help_text="Skälet står i ärendets händelser.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def prepare(self) -> None:
        self.initial.setdefault("basis", self.case.organisation.publication_basis)

    @cached_property
    def offered(self) -> Mapping[str, tuple[Thing, str]]:
        return offered(self.case, on=self.desk.today)

    @cached_property
    def review(self) -> Review:
        return review_of(self.case, self.things, on=self.desk.today)

    @property
    def things(self) -> Sequence[Thing]:
        """What is chosen, whether sent, shown again or proposed."""
        raise NotImplementedError

    def choices(self) -> Iterator[Block]:
        """What is decided; the reason for going on stands by the warnings that ask for it."""
        return (block for block in self.blocks() if block.fields[0].name != "despite")

    def value_of(self, name: str) -> Any:
        return self[name].value()

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if self.things and not self.errors:
            self._demand_reviewed(data)
        return data

    def _demand_reviewed(self, data: dict[str, Any]) -> None:
        review = self.review
        for problem in review.refused:
            self.add_error(None, problem)
        if (review.warnings or review.unread) and not data["despite"].strip():
            self.add_error("despite", "Skriv varför det får publiceras trots varningarna")
        if self.data.get("seen") != review.seen:
            self.add_error(None, READ_AGAIN)

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        publish(
            case=self.case,
            doing=doing,
            things=self.things,
            basis=data["basis"],
            until=data["until"],
            reason=data["despite"],
        )


class Publish(PublishingForm):
    """What can be shown as it stands; what is secret or protected can only be masked."""

    things_chosen = forms.MultipleChoiceField(
        label="Vad allmänheten får läsa",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Välj vad som ska publiceras"},
    )
    field_order = ("things_chosen", "basis", "until", "despite")

    @cached_property
    def offered(self) -> Mapping[str, tuple[Thing, str]]:
        return {
            key: (thing, label)
            for key, (thing, label) in offered(self.case, on=self.desk.today).items()
            if thing.is_page or shows_words(thing.publication_in(self.case))
        }

    def prepare(self) -> None:
        super().prepare()
        self.fields["things_chosen"].choices = [  # type: ignore[attr-defined]
            (key, label) for key, (_, label) in self.offered.items()
        ]
        self.initial.setdefault("things_chosen", self._proposed())

    def _proposed(self) -> list[str]:
        """What is not published already."""
        standing = self.case.publications.filter(withdrawn_at=None)
        done = {_key(row) for row in standing.select_related("document", "decision")}
        return [key for key in self.offered if key not in done]

    @property
    def things(self) -> Sequence[Thing]:
        keys = self.value_of("things_chosen") or ()
        return [self.offered[key][0] for key in self.offered if key in keys]


class PublishMasked(PublishingForm):
    what = forms.ChoiceField(label="Vad", error_messages={"required": "Välj vad det gäller"})
    public_text = TextField(
        label="Offentlig text (frivilligt)",
        help_text="Visas i stället för det som står i handlingen.",
        rows=8,
        required=False,
    )
    attached = FilesField(
        label="Maskad fil (frivilligt)",
        help_text="Word, PDF eller text där uppgifterna är borttagna, inte övertäckta.",
    )
    field_order = ("what", "public_text", "basis", "until", "despite")

    def prepare(self) -> None:
        super().prepare()
        choices = [(key, label) for key, (_, label) in self.offered.items()]
        self.fields["what"].choices = [("", "Välj"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        chosen = self._chosen
        if chosen and not (data.get("public_text") or self.desk.files):
            self.add_error("public_text", "Skriv en offentlig text eller välj en maskad fil")
        elif chosen and self.desk.files and chosen.document is None:
            self.add_error("public_text", "En fil hör till en handling; skriv en offentlig text")
        return super().clean()

    @property
    def things(self) -> Sequence[Thing]:
        chosen, text = self._chosen, self.value_of("public_text") or ""
        if chosen is None or not (text.strip() or self.desk.files):
            return ()
        files = self.desk.files if chosen.document else ()
        return [
            Thing(
                document=chosen.document,
                decision=chosen.decision,
                public_text=text,
                masked_files=files,
            )
        ]

    @property
    def _chosen(self) -> Thing | None:
        thing, _ = self.offered.get(self.value_of("what"), (None, ""))
        return thing


class Unpublish(ActionForm):
    rows = forms.ModelMultipleChoiceField(
        label="Vad som ska bort",
        queryset=Publication.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="Utan ärendets sida syns inget annat i ärendet.",
        error_messages={"required": "Välj vad som ska bort"},
    )

    def prepare(self) -> None:
        standing = self.case.publications.filter(withdrawn_at=None)
        field = self.fields["rows"]
        field.queryset = standing.select_related("document", "decision__body")  # type: ignore[attr-defined]
        field.label_from_instance = _label  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        rows = list(data["rows"])
        unpublish(case=self.case, doing=doing, publications=rows, reason=data["reason"])


def _label(row: Publication) -> str:
    return f"{_named(row)}{' (maskad version)' if row.is_masked else ''}"


FORMS = {
    Action.PUBLISH: Publish,
    Action.PUBLISH_MASKED: PublishMasked,
    Action.UNPUBLISH: Unpublish,
}
