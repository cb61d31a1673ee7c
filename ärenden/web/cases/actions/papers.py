"""Documents of the case: registered, moved, annulled; and the notes that belong with it."""

from typing import Any, ClassVar

from django import forms

from kernel.fields import DateField
from ärenden.actions import documents, notes
from ärenden.actions.base import Doing
from ärenden.choices import Direction, DocumentKind, Fact
from ärenden.queries.notes import listed_notes
from ärenden.web.cases.actions.base import ActionForm
from ärenden.web.cases.actions.fields import FilesField
from ärenden.web.cases.actions.rows import (
    NoteField,
    OtherCaseField,
    RowField,
    standing_documents,
)
from ärenden.web.names import NamesField
from ärenden.workflow import Action

CHOOSE_DOCUMENT = {"required": "Välj handling"}


class AddDocument(ActionForm):
    lacks: ClassVar = (Fact.RECEIVED_ON,)
    direction = forms.ChoiceField(
        label="Riktning",
        choices=Direction.choices,
        widget=forms.RadioSelect(attrs={"class": "seg"}),
        error_messages={"required": "Välj om handlingen är in, ut eller upprättad"},
    )
    kind = forms.ChoiceField(
        label="Slag",
        choices=[("", "Välj"), *DocumentKind.choices],
        error_messages={"required": "Välj slag"},
    )
    title = forms.CharField(label="Rubrik", error_messages={"required": "Skriv rubriken"})
    title_public = forms.CharField(
        label="Offentlig rubrik (frivilligt)",
        help_text="Visas i postlistan i stället för rubriken, när den inte kan lämnas ut.",
        required=False,
    )
    correspondents = NamesField(
        label="Avsändare eller mottagare (frivilligt)",
        help_text="Namn eller organ, som det står i handlingen.",
        required=False,
    )
    day = DateField(
        label="Dag",
        help_text="Då handlingen kom in, skickades eller skrevs.",
        required=False,
    )
    date_text = forms.CharField(
        label="Datum i handlingen, som det står (frivilligt)", required=False, max_length=80
    )
    attached = FilesField()

    def prepare(self) -> None:
        self.initial.setdefault("day", self.desk.today)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        self.not_later_than_today("day", "Dagen")
        if data.get("direction") == Direction.INCOMING:
            self.demand("day", fact=Fact.RECEIVED_ON, text="Ange vilken dag handlingen kom in")
        return data

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        direction = Direction(data["direction"])
        day_of = {
            Direction.INCOMING: "received_on",
            Direction.OUTGOING: "dispatched_on",
            Direction.INTERNAL: "dated_on",
        }
        new = documents.NewDocument(
            kind=DocumentKind(data["kind"]),
            title=data["title"],
            direction=direction,
            title_public=data["title_public"],
            date_text=data["date_text"],
            received_on_unknown=doing.unknown.get(Fact.RECEIVED_ON, ""),
            correspondents=data["correspondents"],
            files=self.desk.files,
            **{day_of[direction]: data["day"]},
        )
        documents.add_document(case=self.case, doing=doing, new=new)


class DocumentForm(ActionForm):
    document = RowField(label="Handling", error_messages=CHOOSE_DOCUMENT)

    def prepare(self) -> None:
        self.fields["document"].queryset = standing_documents(self.case)  # type: ignore[attr-defined]


class MoveDocument(DocumentForm):
    other = OtherCaseField(label="Till ärendet med diarienummer")

    def prepare(self) -> None:
        super().prepare()
        self.fields["other"].offer(self.case, among=self.desk.visible)  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        documents.move_document(
            document=data["document"], to=data["other"], doing=doing, reason=data["reason"]
        )


class AnnulDocument(DocumentForm):
    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        documents.annul_document(document=data["document"], doing=doing, reason=data["reason"])


class LinkNote(ActionForm):
    note = NoteField(label="Anteckningar", error_messages={"required": "Välj anteckningar"})

    def prepare(self) -> None:
        rows = listed_notes(self.case.organisation).exclude(cases=self.case)
        self.fields["note"].queryset = rows  # type: ignore[attr-defined]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        notes.link_note(case=self.case, doing=doing, note=data["note"], reason=data["reason"])


FORMS = {
    Action.ADD_DOCUMENT: AddDocument,
    Action.MOVE_DOCUMENT: MoveDocument,
    Action.ANNUL_DOCUMENT: AnnulDocument,
    Action.LINK_NOTE: LinkNote,
}
