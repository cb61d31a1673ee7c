"""Beredning: raised, handed to who prepares it, out on referrals, reported open."""

from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.db import transaction

from kernel.fields import DateField
from parties.choices import BodyKind
from ärenden.actions import preparation
from ärenden.actions.base import Doing
from ärenden.actions.documents import NewDocument
from ärenden.actions.values import Name
from ärenden.choices import AgentKind, Direction, DocumentKind, Fact, PrepAction
from ärenden.queries.prospects import statement_due
from ärenden.web.cases.actions.asking import SittingForm
from ärenden.web.cases.actions.base import ActionForm, DoneForm
from ärenden.web.cases.actions.fields import BodyField, FilesField, TextField, sitting_of
from ärenden.web.cases.actions.rows import RowField, bodies, open_referrals
from ärenden.workflow import Action

LONGEST_NAME = 160


class Raise(SittingForm):
    lacks: ClassVar = (Fact.RAISED_ON,)
    raised_on = DateField(
        label="Väckt (frivilligt)", help_text="Annars sammanträdets dag.", required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.not_later_than_today("raised_on", "Dagen")
        if not data.get("meeting"):
            self.demand("raised_on", fact=Fact.RAISED_ON, text="Ange vilken dag ärendet väcktes")
        return data

    def perform(self, doing: Doing) -> None:
        preparation.raise_case(
            case=self.case,
            doing=doing,
            sitting=sitting_of(self.cleaned_data),
            raised_on=self.cleaned_data["raised_on"],
        )


class Prepare(DoneForm):
    body = BodyField(label="Vem bereder", error_messages={"required": "Välj vem som bereder"})
    on = DateField(label="Dag")

    def prepare(self) -> None:
        super().prepare()
        offered = bodies(self.case, today=self.desk.today)
        self.fields["body"].queryset = offered  # type: ignore[attr-defined]
        first = self.case.preparing_body or offered.filter(kind=BodyKind.BOARD).first()
        self.initial.setdefault("body", first)

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        preparation.prepare(case=self.case, doing=doing, body=data["body"], on=data["on"])


class EndPreparation(ActionForm):
    def perform(self, doing: Doing) -> None:
        reason = self.cleaned_data["reason"]
        preparation.end_preparation(case=self.case, doing=doing, reason=reason)


class Refer(ActionForm):
    """Several referrals at once: each is its own, with the same last day."""

    bodies: ClassVar[Any] = forms.ModelMultipleChoiceField(
        label="Till organ", queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    others = forms.CharField(
        label="Till andra (frivilligt)",
        help_text="En mottagare på varje rad.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    sent_on = DateField(label="Skickas")
    due_on = DateField(label="Svar senast")
    together = {"När": ("sent_on", "due_on")}

    def prepare(self) -> None:
        offered = bodies(self.case, today=self.desk.today).exclude(pk=self.case.body_id)
        self.fields["bodies"].queryset = offered  # type: ignore[attr-defined]
        self.initial.setdefault("sent_on", self.desk.today)
        if due := statement_due(self.case, sent_on=self.desk.today):
            self.initial.setdefault("due_on", due.day)
            self.fields["due_on"].help_text = due.sentence

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not data.get("bodies") and not data.get("others"):
            self.add_error("bodies", "Välj minst en som ska svara")
        if any(len(name) > LONGEST_NAME for name in self._others()):
            self.add_error("others", f"En mottagare kan ha högst {LONGEST_NAME} tecken")
        if data.get("sent_on") and data.get("due_on") and data["due_on"] < data["sent_on"]:
            self.add_error("due_on", "Svarsdagen kan inte vara före dagen då remissen skickas")
        return data

    def _others(self) -> list[str]:
        lines = self.cleaned_data.get("others", "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        recipients = [(body.name, body) for body in data["bodies"]]
        recipients += [(name, None) for name in self._others()]
        with transaction.atomic():
            for recipient, body in recipients:
                preparation.refer(
                    case=self.case,
                    doing=doing,
                    recipient=recipient,
                    body=body,
                    sent_on=data["sent_on"],
                    due_on=data["due_on"],
                )
                doing = replace(doing, version=None, submission=None)


class ReferralForm(ActionForm):
    referral = RowField(label="Remiss till", error_messages={"required": "Välj remiss"})

    def prepare(self) -> None:
        rows = open_referrals(self.case)
        self.fields["referral"].queryset = rows  # type: ignore[attr-defined]
        if len(rows) == 1:
            self.initial.setdefault("referral", rows[0])


class ReceiveStatement(ReferralForm):
    answered_on = DateField(label="Inkommen dag")
    text = TextField(label="Yttrandet (frivilligt)", required=False, rows=8)
    attached = FilesField()

    def prepare(self) -> None:
        super().prepare()
        self.initial.setdefault("answered_on", self.desk.today)

    def clean(self) -> dict[str, Any]:
        self.not_later_than_today("answered_on", "Inkommen dag")
        return self.cleaned_data

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        referral = data["referral"]
        sender = Name(
            name=referral.recipient_printed, kind=AgentKind.COLLECTIVE, body=referral.body
        )
        document = NewDocument(
            kind=DocumentKind.STATEMENT,
            title=f"Yttrande från {referral.recipient_printed}",
            direction=Direction.INCOMING,
            received_on=data["answered_on"],
            correspondents=[sender],
            files=self.desk.files,
        )
        new = preparation.NewStatement(
            text=data["text"], answered_on=data["answered_on"], document=document
        )
        preparation.receive_statement(referral=referral, doing=doing, new=new)


class CloseReferral(ReferralForm):
    DECLINED, WAIVED = "declined", "waived"
    how = forms.ChoiceField(
        label="Varför det inte kommer något yttrande",
        choices=[
            (DECLINED, "Mottagaren avstår från yttrande"),
            (WAIVED, "Yttrandet inväntas inte"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad som gäller"},
    )

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        preparation.close_referral(
            referral=data["referral"],
            doing=doing,
            reason=data["reason"],
            declined=data["how"] == self.DECLINED,
        )


class ReportOpen(SittingForm):
    reason_label = "Vad som kommit fram vid beredningen"
    to_council = True

    def perform(self, doing: Doing) -> None:
        preparation.report_open(
            case=self.case,
            doing=doing,
            sitting=sitting_of(self.cleaned_data),
            shown=self.cleaned_data["reason"],
        )


class NotePreparation(ActionForm):
    action = forms.ChoiceField(
        label="Vad som gjordes",
        choices=PrepAction.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad som gjordes"},
    )
    actor = forms.CharField(
        label="Vem som gjorde det",
        help_text="Som det står i handlingen.",
        max_length=LONGEST_NAME,
        error_messages={"required": "Skriv vem som gjorde det"},
    )
    body = BodyField(label="Organ (frivilligt)", required=False)
    on_date = DateField(label="Dag (frivilligt)", required=False)
    paragraph = forms.CharField(label="Paragraf (frivilligt)", required=False, max_length=20)
    lead_text = TextField(label="Inledande ord (frivilligt)", required=False, rows=2)
    text = TextField(label="Text (frivilligt)", required=False)
    together = {"När": ("on_date", "paragraph")}

    def prepare(self) -> None:
        offered = bodies(self.case, today=self.desk.today)
        self.fields["body"].queryset = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        self.not_later_than_today("on_date", "Dagen")
        return self.cleaned_data

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        new = preparation.NewPrepStep(
            action=PrepAction(data["action"]),
            actor=data["actor"],
            body=data["body"],
            on_date=data["on_date"],
            paragraph=data["paragraph"],
            lead_text=data["lead_text"],
            text=data["text"],
        )
        preparation.note_preparation(case=self.case, doing=doing, new=new)


FORMS = {
    Action.RAISE: Raise,
    Action.PREPARE: Prepare,
    Action.END_PREPARATION: EndPreparation,
    Action.REFER: Refer,
    Action.RECEIVE_STATEMENT: ReceiveStatement,
    Action.CLOSE_REFERRAL: CloseReferral,
    Action.REPORT_OPEN: ReportOpen,
    Action.NOTE_PREPARATION: NotePreparation,
}
