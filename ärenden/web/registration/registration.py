"""The whole form: its sections over the fields that were sent, and the case they make."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import PurePath

from django import forms
from django.http import QueryDict

from accounts.models import Upload
from ärenden.actions.register import NewCase
from ärenden.actions.values import Name, NewFile
from ärenden.choices import AgentKind, CaseType, Fact
from ärenden.queries.offers import Holder
from ärenden.web.cases.actions.fields import FilesField
from ärenden.web.lists.rows import Who
from ärenden.web.people import parse_name
from ärenden.web.registration.askers import (
    Asker,
    asker_of,
    holders_like,
    people_like,
    shown,
    signatory,
    unpacked,
)
from ärenden.web.registration.forms import (
    AddresseeSection,
    ArrivalSection,
    AskerSection,
    KindSection,
    MeetingSection,
    NumberSection,
    TextSection,
)
from ärenden.web.registration.items import Item, items_of, points_of, removed, shown_items
from ärenden.web.registration.place import Place
from ärenden.web.registration.section import Section


class FileSection(forms.Form):
    """Where the chosen files' errors stand; the files themselves already wait as uploads."""

    file = FilesField(label="Välj filer")


FROM_OUTSIDE = {
    CaseType.CITIZEN_PROPOSAL: AgentKind.PUBLIC,
    CaseType.COMMITTEE: AgentKind.EXTERNAL,
}


class Registration:
    """What was typed, section by section; errors only when it `is_checked`."""

    def __init__(
        self, fields: QueryDict, *, place: Place, files: list[Upload], is_checked: bool = False
    ) -> None:
        self.fields, self.place, self.files = fields, place, files
        self.focus = ""
        self.kind = KindSection(fields, place=place, is_checked=is_checked)
        self.asker = AskerSection(fields, place=place, is_checked=is_checked)
        self.addressee = AddresseeSection(fields, place=place, is_checked=is_checked)
        self.arrival = ArrivalSection(fields, place=place, is_checked=is_checked)
        self.text = TextSection(fields, place=place, is_checked=is_checked)
        self.meeting = MeetingSection(fields, place=place, is_checked=is_checked)
        self.number = NumberSection(fields, place=place, is_checked=is_checked)
        self.chosen = FileSection({} if is_checked else None)

    @property
    def sections(self) -> tuple[Section, ...]:
        """In the order of the page; what is put to no one has no addressee."""
        asked = (self.addressee,) if self.place.is_asked else ()
        return (
            *(self.kind, self.asker, *asked, self.arrival),
            *(self.text, self.meeting, self.number),
        )

    @property
    def errors(self) -> bool:
        """Whether anything is wrong: what the page's title begins with."""
        return any(form.errors for form in (*self.sections, self.chosen))

    def refuse_files(self, problems: list[str]) -> None:
        """Files that could not be taken in, told where files are chosen."""
        self.chosen.is_bound = True
        for problem in problems:
            self.chosen.add_error("file", problem)

    @cached_property
    def askers(self) -> list[Asker]:
        """Those in the list, in order."""
        return [asker for value in self.fields.getlist("asker") if (asker := unpacked(value))]

    @property
    def shown_askers(self) -> list[tuple[str, Who, str]]:
        """Each asker as the hidden field carries it, and as the page shows it: name and title."""
        people = self.place.people
        return [
            (each.packed(), shown(people, each.name, each.party), each.title)
            for each in self.askers
        ]

    @property
    def suggested_people(self) -> list[tuple[str, Who]]:
        """Public id and name of those who may be meant by what stands in the box."""
        people = self.place.people
        found = people_like(people.candidates, self.fields.get("new_asker", ""))
        return [
            (str(each.person.public_id), shown(people, each.person.name, each.party))
            for each in found
        ]

    @property
    def suggested_holders(self) -> list[Holder]:
        return holders_like(self.place.people.holders, self.fields.get("addressee", ""))

    @cached_property
    def items(self) -> list[Item]:
        return items_of(self.fields)

    @property
    def removed(self) -> tuple[str, str, str] | None:
        return removed(self.fields)

    @property
    def shown_items(self) -> list[dict[str, object]]:
        return shown_items(self.items, focus=self.focus)

    @property
    def shown_files(self) -> list[dict[str, object]]:
        return [
            {
                "key": each.public_id,
                "name": each.name,
                "size": each.size,
                "extension": PurePath(each.name).suffix[1:5] or "fil",
            }
            for each in self.files
        ]

    @property
    def arrival_fields(self) -> list[forms.BoundField]:
        return [self.arrival[name] for name in ("received_on", "received_at", "channel")]

    def focus_on(self, id_: str) -> None:
        """The element that takes the focus when HTMX has put the part in its place."""
        self.focus = id_
        for field in (each for section in self.sections for each in section):
            if field.auto_id == id_:
                field.field.widget.attrs["autofocus"] = True

    def signatories(self) -> list[Name]:
        """The list, and the name left in the box."""
        typed = str(self.asker.cleaned_data.get("new_asker", ""))
        party = str(self.asker.cleaned_data.get("new_asker_party", ""))
        people = self.place.people
        last = [asker_of(people, parse_name(typed), party=party)] if typed else []
        otherwise = FROM_OUTSIDE.get(self.place.case_type, AgentKind.ELECTED)
        return [signatory(people, each, otherwise=otherwise) for each in (*self.askers, *last)]

    def unknown(self) -> dict[Fact, str]:
        """Facts that the paper lacks, each with its reason."""
        return {fact: why for each in self.sections for fact, why in each.waived().items()}

    def new_case(self, files: Sequence[NewFile]) -> NewCase:
        """The form without errors as the register takes it."""
        text, arrival = self.text.cleaned_data, self.arrival.cleaned_data
        number = self.number.cleaned_data
        points = points_of(self.fields)
        offered = self.number.chosen
        put_to = self.addressee.cleaned_data.get("addressee") if self.place.is_asked else ""
        return NewCase(
            body=self.kind.row("body"),
            case_type=CaseType(self.place.case_type),
            title=text["title"],
            title_public=text["title_public"],
            motivation=text["motivation"],
            question_intro=text["question_intro"],
            questions=points if self.place.is_asked else (),
            points=() if self.place.is_asked else points,
            signatories=self.signatories(),
            on_behalf_of=self.asker.row("on_behalf_of"),
            addressee=self.place.people.named(put_to, otherwise=AgentKind.ELECTED)
            if put_to
            else None,
            origin=self.kind.origin_of(),
            received_on=arrival["received_on"],
            received_at=arrival["received_at"],
            channel=arrival["channel"] or None,
            target_meeting=self.meeting.row("target_meeting"),
            series=offered.series if offered and not number.get("dnr") else None,
            classification=number.get("classification", ""),
            dnr=number.get("dnr", ""),
            own_number=number["own_number"],
            files=files,
        )
