"""The sections of the registration form; each validates its own fields and nothing else."""

from typing import Any

from django import forms
from django.http import QueryDict

from kernel.dates import full_date
from kernel.fields import DateField, TimeField
from meetings.models import Meeting
from parties.directory import parties_of
from parties.models import Body, Party
from ärenden import access, numbers
from ärenden.actions.register import FROM_SOMEONE
from ärenden.choices import CaseType, Channel, Fact, Origin
from ärenden.queries import offers
from ärenden.web.cases.actions.fields import MeetingField
from ärenden.web.people import parse_name
from ärenden.web.registration.numbering import usable_series
from ärenden.web.registration.place import Place
from ärenden.web.registration.section import Section


class KindSection(Section):
    case_type = forms.ChoiceField(
        label="Typ av ärende",
        choices=CaseType.choices,
        widget=forms.RadioSelect(attrs={"class": "seg"}),
    )
    body: "forms.ModelChoiceField[Body]" = forms.ModelChoiceField(
        label="Organ",
        queryset=None,
        to_field_name="public_id",
        empty_label=None,
        error_messages={"required": "Välj vilket organ ärendet hör till"},
    )
    origin = forms.ChoiceField(
        label="Vem ärendet kommer från", choices=Origin.choices, required=False
    )

    def __init__(self, fields: QueryDict, *, place: Place, is_checked: bool) -> None:
        super().__init__(fields, place=place, is_checked=is_checked)
        self.offer_rows("body", offers.bodies_for(place.user, place.organisation, on=place.today))
        if place.case_type != CaseType.COMMITTEE:
            del self.fields["origin"]

    def origin_of(self) -> Origin:
        if self.place.case_type == CaseType.CITIZEN_PROPOSAL:
            return Origin.RESIDENT
        return Origin(self.cleaned_data.get("origin") or Origin.COUNCILLOR)


class AskerSection(Section):
    """Who asks. A name left in the box counts, so that one asker needs no extra button."""

    may_lack = Fact.SIGNATORY
    new_asker = forms.CharField(
        label="Namn",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    new_asker_party = forms.ChoiceField(label="Parti, om personen är ny", required=False)
    on_behalf_of: "forms.ModelChoiceField[Party]" = forms.ModelChoiceField(
        label="På uppdrag av ett parti (frivilligt)",
        help_text="När handlingen bara nämner partiet, eller när det står vid namnen.",
        queryset=None,
        to_field_name="public_id",
        required=False,
        empty_label="Inget parti",
    )

    def __init__(self, fields: QueryDict, *, place: Place, is_checked: bool) -> None:
        super().__init__(fields, place=place, is_checked=is_checked)
        self.has_askers = bool(fields.getlist("asker"))
        parties = parties_of(place.organisation, on=place.today)
        letters = [(each.abbreviation, f"{each.abbreviation} – {each}") for each in parties]
        self.offer("new_asker_party", [("", "Inget angivet"), ("–", "Partilös"), *letters])
        self.offer_rows("on_behalf_of", parties)

    def clean_new_asker(self) -> str:
        return name_in(self.cleaned_data["new_asker"])

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        given = self.has_askers or bool(data.get("new_asker")) or bool(data.get("on_behalf_of"))
        if self.place.case_type in FROM_SOMEONE:
            self.demand("new_asker", is_given=given)
        return data


class AddresseeSection(Section):
    may_lack = Fact.ADDRESSEE
    addressee = forms.CharField(
        label="Vem ställs den till",
        help_text="Ordförande i nämnd, kommunalråd eller ordförande i ett bolag. Skriv namn, parti"
        " och uppdrag som det står i handlingen.",
        required=False,
        max_length=360,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_addressee(self) -> str:
        return name_in(self.cleaned_data["addressee"])

    def clean(self) -> dict[str, Any]:
        if self.place.is_asked:
            self.demand("addressee", is_given=bool(self.cleaned_data.get("addressee")))
        return self.cleaned_data


class ArrivalSection(Section):
    may_lack = Fact.RECEIVED_ON
    received_on = DateField(
        label="Inkommen dag", required=False, widget=forms.TextInput(attrs={"class": "short"})
    )
    received_at = TimeField(
        label="Klockslag (frivilligt)",
        required=False,
        widget=forms.TextInput(attrs={"class": "tiny"}),
    )
    channel = forms.ChoiceField(
        label="Sätt", choices=[("", "Inget angivet"), *Channel.choices], required=False
    )

    def clean(self) -> dict[str, Any]:
        day = self.cleaned_data.get("received_on")
        if day and day > self.place.today:
            today = full_date(self.place.today)
            self.add_error("received_on", f"Inkommen dag kan inte vara efter i dag, {today}")
        self.demand("received_on", is_given=bool(day))
        return self.cleaned_data


class TextSection(Section):
    title = forms.CharField(
        label="Rubrik",
        help_text="Ordagrant som i handlingen.",
        error_messages={"required": "Skriv rubriken som den står i handlingen"},
        widget=forms.Textarea(attrs={"rows": 1, "class": "verb"}),
    )
    title_public = forms.CharField(
        label="Offentlig rubrik (frivilligt)",
        help_text="Visas i postlistan i stället för rubriken, när den inte kan lämnas ut.",
        required=False,
    )
    motivation = forms.CharField(
        label="Motivering",
        help_text="Ordagrant, med styckena som i handlingen.",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "class": "verb"}),
    )
    question_intro = forms.CharField(
        required=False, strip=False, widget=forms.Textarea(attrs={"rows": 2, "class": "verb"})
    )

    def clean_title(self) -> str:
        """A title is one line, however the paper broke it."""
        return " ".join(str(self.cleaned_data["title"]).split())

    def __init__(self, fields: QueryDict, *, place: Place, is_checked: bool) -> None:
        super().__init__(fields, place=place, is_checked=is_checked)
        what = "frågorna" if place.is_asked else "att-satserna"
        self.fields["question_intro"].label = f"Inledning till {what} (frivilligt)"


class NumberSection(Section):
    """Which series gives the number, or the number that the case already has."""

    may_lack = Fact.NUMBER
    series = forms.ChoiceField(label="Nummerserie", required=False)
    classification = forms.RegexField(
        regex=f"^{numbers.CLASSIFICATION}$",
        label="Klassificering",
        help_text="Ingår i numret i den här serien, som 1.2 eller 042.",
        required=False,
        max_length=12,
        error_messages={"invalid": numbers.CLASSIFICATION_MISSING},
        widget=forms.TextInput(attrs={"class": "tiny"}),
    )
    dnr = forms.CharField(
        label="Diarienummer som ärendet redan har (frivilligt)",
        help_text="När ärendet är diariefört någon annanstans. Då delas inget nytt nummer ut.",
        required=False,
        max_length=60,
    )
    own_number = forms.CharField(
        label="Eget nummer (frivilligt)",
        help_text="Som Interpellation 2026:3 eller Motion nr 27.",
        required=False,
        max_length=40,
    )

    def __init__(self, fields: QueryDict, *, place: Place, is_checked: bool) -> None:
        super().__init__(fields, place=place, is_checked=is_checked)
        self.offered = {
            str(each.series.public_id): each
            for each in usable_series(place.organisation, on=place.today)
        }
        labels = [
            (key, f"{each.series.name}, nästa nummer {each.next}")
            for key, each in self.offered.items()
        ]
        self.offer("series", [*labels, ("", "Dela inte ut något nummer")])
        self.chosen = self.offered.get(fields.get("series", ""))
        if not (self.chosen and self.chosen.needs_classification):
            del self.fields["classification"]
        if not place.may_waive:
            del self.fields["dnr"]

    def clean_dnr(self) -> str:
        dnr = str(self.cleaned_data["dnr"])
        if dnr and not numbers.key(dnr):
            raise forms.ValidationError("Skriv numret med siffror eller bokstäver")
        return self._free(dnr, dnr_key=numbers.key(dnr))

    def clean_own_number(self) -> str:
        own = str(self.cleaned_data["own_number"])
        return self._free(own, case_type=self.place.case_type, own_number=own)

    def _free(self, number: str, **same: str) -> str:
        """The number, when no case bears it; one that may not be read is not named."""
        taken = offers.bearer(self.place.organisation, **same) if number else None
        if taken:
            mine = access.visible_to(self.place.user, on=self.place.today)
            title = f": {taken}" if mine.filter(pk=taken.pk).exists() else ""
            raise forms.ValidationError(f"Numret finns redan{title}")
        return number

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        self.demand("series", is_given=bool(data.get("series") or data.get("dnr")))
        if data.get("classification") == "" and not data.get("dnr"):
            self.add_error("classification", numbers.CLASSIFICATION_MISSING)
        return data


class MeetingSection(Section):
    target_meeting = MeetingField(
        label="Sammanträde (frivilligt)",
        help_text="Det sammanträde som ärendet ska upp på.",
        to_field_name="public_id",
        required=False,
        empty_label="Inget valt",
    )

    def __init__(self, fields: QueryDict, *, place: Place, is_checked: bool) -> None:
        super().__init__(fields, place=place, is_checked=is_checked)
        body = body_of(fields, place)
        rows = offers.coming_meetings(body, on=place.today) if body else Meeting.objects.none()
        self.offer_rows("target_meeting", rows)


def body_of(fields: QueryDict, place: Place) -> Body | None:
    """The body chosen in the form, whether the rest of it is right or not."""
    rows = offers.bodies_for(place.user, place.organisation, on=place.today)
    return next((row for row in rows if str(row.public_id) == fields.get("body")), None)


def name_in(text: str) -> str:
    """The text as typed, when the name in it can be kept."""
    if problem := parse_name(text).problem:
        raise forms.ValidationError(problem)
    return text
