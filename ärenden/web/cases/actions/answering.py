"""The answer: taken in question by question, handed over, or given to someone else to write."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms

from kernel.dates import DateNotUnderstood, count_word, parse_date
from kernel.fields import DateField
from ärenden.actions import answers, changes
from ärenden.actions.base import Doing
from ärenden.actions.values import Name, Part
from ärenden.answer_splitting import AnswerSplit, split_answer
from ärenden.choices import AgentKind, Coverage, Fact
from ärenden.models import Question
from ärenden.queries.offers import holders
from ärenden.web.cases.actions.base import ActionForm, Block, DoneForm
from ärenden.web.cases.actions.fields import FilesField, TextField
from ärenden.web.names import NamesField
from ärenden.workflow import Action

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class BeginAnswer(ActionForm):
    def perform(self, doing: Doing) -> None:
        answers.begin_answer(case=self.case, doing=doing)


class HandOver(DoneForm):
    on = DateField(label="Dag då svaret lämnades över")

    def perform(self, doing: Doing) -> None:
        answers.hand_over_answer(case=self.case, doing=doing, on=self.cleaned_data["on"])


class ToSomeone(ActionForm):
    """Another person takes the place; holders of an office are suggested first."""

    to = NamesField(
        label="Vem",
        help_text="Namn, parti och uppdrag, som ”Sven Svar (S), ordförande i kommunstyrelsen”."
        " Ett svar som någon annan har börjat skriva följer inte med.",
        is_single=True,
        otherwise=AgentKind.ELECTED,
    )

    def prepare(self) -> None:
        offices = [str(each) for each in holders(self.case.organisation, on=self.desk.today)]
        field = self.fields["to"]
        field.widget.suggestions = lambda: (*offices, *self.desk.people.suggestions)

    @property
    def chosen(self) -> dict[str, Any]:
        name: Name = self.cleaned_data["to"][0]
        return {"case": self.case, "to": name, "reason": self.cleaned_data["reason"]}


class Transfer(ToSomeone):
    def perform(self, doing: Doing) -> None:
        answers.transfer_answer(doing=doing, **self.chosen)


class ChangeAnswerer(ToSomeone):
    def perform(self, doing: Doing) -> None:
        answers.change_answerer(doing=doing, **self.chosen)


class ChangeAddressee(ToSomeone):
    def perform(self, doing: Doing) -> None:
        changes.change_addressee(doing=doing, **self.chosen)


class ReceiveAnswer(ActionForm):
    """The answer as it came in: what frames it, and for each question its own part."""

    template_name_page = "arenden/act/answer.html"
    lacks: ClassVar = (Fact.RECEIVED_ON,)
    together = {"Var och när det är skrivet": ("place", "date_text")}
    received_on = DateField(label="Inkommen dag", required=False)
    signers = NamesField(
        label="Undertecknat av (frivilligt)",
        help_text="Som det står i svaret: namn, parti och uppdrag.",
        required=False,
        otherwise=AgentKind.ELECTED,
    )
    title = forms.CharField(
        label="Svarets rubrik (frivilligt)",
        required=False,
        widget=forms.TextInput(attrs={"class": "verb"}),
    )
    preamble = TextField(label="Inledning (frivilligt)", required=False, rows=3)
    questions_intro = TextField(label="Inledning till svaren (frivilligt)", required=False, rows=2)
    common = TextField(
        label="Gemensamt svar på alla frågor (frivilligt)",
        help_text="När svaret inte är uppdelat fråga för fråga.",
        required=False,
        rows=3,
    )
    closing = TextField(label="Avslutning (frivilligt)", required=False, rows=2)
    place = forms.CharField(label="Ort", required=False, max_length=80)
    date_text = forms.CharField(label="Datum, som det står", required=False, max_length=80)
    whole = TextField(
        label="Hela svaret",
        help_text="Texten delas fråga för fråga. Orden ändras inte, och du rättar delningen"
        " innan du sparar.",
        required=False,
        rows=8,
    )
    attached = FilesField()

    def prepare(self) -> None:
        self.questions = list(self.case.questions.all())
        self.initial.setdefault("received_on", self.desk.today)
        for question in self.questions:
            self._ask(question)

    def _ask(self, question: Question) -> None:
        number = question.number
        self.fields |= {
            f"answer_{number}": TextField(label=f"Svar på fråga {number}", required=False),
            f"coverage_{number}": forms.ChoiceField(
                label=f"Fråga {number} är",
                choices=Coverage.choices,
                initial=Coverage.FULL,
                widget=forms.RadioSelect(attrs={"class": "seg"}),
            ),
            f"quoted_{number}": TextField(
                label="Frågan som den står i svaret",
                required=False,
                initial=self.desk.withheld.told(question.text),
                rows=2,
            ),
            f"asked_label_{number}": forms.CharField(
                label="Frågans beteckning i svaret", required=False, max_length=20
            ),
            f"answer_label_{number}": forms.CharField(
                label="Svarets beteckning", required=False, max_length=20
            ),
        }

    def rows(self) -> list[dict[str, Any]]:
        """The questions, each with its fields."""
        return [
            {
                "question": question,
                "text": self.desk.withheld.told(question.text),
                "answer": self[f"answer_{question.number}"],
                "coverage": self[f"coverage_{question.number}"],
                "quotation": [
                    self[f"{name}{question.number}"]
                    for name in ("quoted_", "asked_label_", "answer_label_")
                ],
            }
            for question in self.questions
        ]

    def before(self) -> Iterator[Block]:
        return self.blocks("received_on", "signers", "title", "preamble", "questions_intro")

    def after(self) -> Iterator[Block]:
        return self.blocks("common", "closing", "place")

    def proposed(self, typed: dict[str, Any]) -> dict[str, Any]:
        """The pasted answer cut up, question by question; empty parts change nothing."""
        if not typed["whole"]:
            self.told = "Klistra in svaret först, så delas det upp."
            return typed
        found = split_answer(typed["whole"], [question.text for question in self.questions])
        self.told = self._told(found)
        return typed | self._proposed(found)

    def _told(self, found: AnswerSplit) -> str:
        if not found.answers:
            return "Texten är inte uppdelad efter frågorna. Den står som gemensamt svar."
        answered = f"{count_word(len(found.answers))} av {count_word(len(self.questions))}"
        return (
            f"Texten innehöll svar på {answered} frågor. Läs igenom och rätta delningen innan du"
            " går vidare. Orden ändras inte."
        )

    def _proposed(self, found: AnswerSplit) -> dict[str, Any]:
        frame = {
            "title": found.title,
            "preamble": found.preamble,
            "questions_intro": found.intro,
            "common": found.common,
            "closing": found.closing,
            "place": found.place,
            "date_text": found.date_text,
        }
        proposed: dict[str, Any] = {name: text for name, text in frame.items() if text}
        if found.signers:
            proposed["signers"] = list(found.signers)
        for index, answer in found.answers.items():
            number = self.questions[index].number
            proposed |= {
                f"answer_{number}": answer.text,
                f"quoted_{number}": answer.question_as_quoted,
                f"asked_label_{number}": answer.question_label[:20],
                f"answer_label_{number}": answer.answer_label[:20],
            }
        return proposed

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        self.demand("received_on", fact=Fact.RECEIVED_ON, text="Ange vilken dag svaret kom in")
        self.not_later_than_today("received_on", "Inkommen dag")
        spoken = [data.get(f"answer_{question.number}") for question in self.questions]
        if not any(spoken) and not data.get("common"):
            first = f"answer_{self.questions[0].number}" if self.questions else "common"
            self.add_error(first, "Skriv svaret på minst en av frågorna")
        for question, text in zip(self.questions, spoken, strict=True):
            if not text and data.get(f"coverage_{question.number}") != Coverage.FULL:
                self.add_error(f"answer_{question.number}", self._unsaid(question.number))
        return data

    def _unsaid(self, number: int) -> str:
        if self.cleaned_data.get(f"coverage_{number}") == Coverage.DECLINED:
            return f"Skriv varför fråga {number} inte besvaras"
        return f"Skriv den del av svaret på fråga {number} som finns"

    def perform(self, doing: Doing) -> None:
        answers.receive_answer(case=self.case, doing=doing, new=self.new())

    def new(self) -> answers.NewAnswer:
        data = self.cleaned_data
        return answers.NewAnswer(
            parts=self._parts(),
            title=data["title"],
            preamble=data["preamble"],
            questions_intro=data["questions_intro"],
            closing=data["closing"],
            place=data["place"],
            dated_on=self._dated_on(data["date_text"]),
            date_text=data["date_text"],
            received_on=data["received_on"],
            signers=data["signers"],
            files=self.desk.files,
        )

    def _parts(self) -> list[Part]:
        data = self.cleaned_data
        own = [
            Part(
                text=data[f"answer_{question.number}"],
                question=question,
                coverage=Coverage(data[f"coverage_{question.number}"]),
                question_label=data[f"asked_label_{question.number}"],
                question_as_quoted=self.desk.withheld.kept(
                    data[f"quoted_{question.number}"], stored=question.text
                ),
                answer_label=data[f"answer_label_{question.number}"],
            )
            for question in self.questions
            if data[f"answer_{question.number}"]
        ]
        return [Part(text=data["common"]), *own] if data["common"] else own

    def _dated_on(self, printed: str) -> Any:
        """The day, when the printed words tell one."""
        found = ISO_DATE.search(printed)
        try:
            return parse_date(found[0] if found else printed, today=self.desk.today)
        except DateNotUnderstood:
            return None


class SupplementAnswer(ReceiveAnswer):
    def perform(self, doing: Doing) -> None:
        answers.supplement_answer(case=self.case, doing=doing, new=self.new())


FORMS = {
    Action.BEGIN_ANSWER: BeginAnswer,
    Action.HAND_OVER_ANSWER: HandOver,
    Action.TRANSFER_ANSWER: Transfer,
    Action.CHANGE_ANSWERER: ChangeAnswerer,
    Action.CHANGE_ADDRESSEE: ChangeAddressee,
    Action.RECEIVE_ANSWER: ReceiveAnswer,
    Action.SUPPLEMENT_ANSWER: SupplementAnswer,
}
