"""The words of a draft as fields, and back."""

from django import forms
from django.http import QueryDict

from accounts.drafts import as_query
from ärenden.choices import CaseType
from ärenden.drafting import Written
from ärenden.queries.offers import Holder
from ärenden.web.cases.actions.fields import TextField
from ärenden.web.registration.askers import holders_like
from ärenden.web.registration.items import LABELS, TEXTS, Item, items_of, removed, shown_items
from ärenden.web.registration.place import Place

LONGEST_ADDRESSEE = 360
INTROS = {
    CaseType.INTERPELLATION: "Inledning till frågorna (frivilligt)",
    CaseType.QUESTION: "Inledning till frågan (frivilligt)",
    CaseType.MOTION: "Inledning till att-satserna (frivilligt)",
}
ABOUT_MOTIVATION = {
    CaseType.INTERPELLATION: "Vad saken gäller och varför du frågar. En interpellation ska vara"
    " motiverad (kommunallagen 5 kap. 60 §).",
    CaseType.QUESTION: "En fråga kan ha en kort inledning (kommunallagen 5 kap. 64 §).",
    CaseType.MOTION: "Vad du vill förändra, och varför.",
}


class WordsForm(forms.Form):
    """The text; nothing is demanded while it is being written."""

    title = forms.CharField(
        label="Rubrik",
        required=False,
        widget=forms.Textarea(attrs={"rows": 1, "class": "verb"}),
    )
    addressee = forms.CharField(
        label="Vem ställs den till",
        help_text="Namn, parti och uppdrag: en nämnds eller berednings ordförande, ett kommunalråd"
        " eller den som fullmäktige har bestämt (kommunallagen 5 kap. 59 §).",
        required=False,
        max_length=LONGEST_ADDRESSEE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    motivation = TextField(label="Motivering", required=False, rows=10)
    question_intro = TextField(required=False, rows=2)

    def __init__(self, fields: QueryDict, *, case_type: CaseType) -> None:
        super().__init__(initial=fields.dict())
        self.fields["question_intro"].label = INTROS[case_type]
        self.fields["motivation"].help_text = ABOUT_MOTIVATION[case_type]
        if case_type == CaseType.MOTION:
            del self.fields["addressee"]


class Words:
    """What the editor's page shows: fields, list of items, suggestions."""

    def __init__(self, fields: QueryDict, *, place: Place, focus: str = "") -> None:
        self.fields, self.place, self.focus = fields, place, focus
        self.text = WordsForm(fields, case_type=place.case_type)

    @property
    def items(self) -> list[Item]:
        return items_of(self.fields)

    @property
    def shown_items(self) -> list[dict[str, object]]:
        return shown_items(items_of(self.fields), focus=self.focus)

    @property
    def removed(self) -> tuple[str, str, str] | None:
        return removed(self.fields)

    @property
    def suggested_holders(self) -> list[Holder]:
        """Those who match what stands in the field, until one of them does."""
        typed, holders = self.fields.get("addressee", ""), self.place.people.holders
        is_chosen = any(str(each) == typed for each in holders)
        return [] if is_chosen else holders_like(holders, typed)


def fields_of(written: Written) -> QueryDict:
    """The form as the kept words fill it, with one empty item where there is none."""
    items = list(written.items) or [""]
    return as_query(
        {
            "title": [written.title],
            "addressee": [written.addressee],
            "motivation": [written.motivation],
            "question_intro": [written.question_intro],
            TEXTS: items,
            LABELS: [""] * len(items),
        }
    )


def written_in(fields: QueryDict, *, case_type: CaseType) -> Written:
    """The words as they were typed."""
    return Written(
        case_type=case_type,
        title=fields.get("title", ""),
        addressee=fields.get("addressee", "")[:LONGEST_ADDRESSEE],
        motivation=fields.get("motivation", ""),
        question_intro=fields.get("question_intro", ""),
        items=tuple(each.text for each in items_of(fields)),
    )
