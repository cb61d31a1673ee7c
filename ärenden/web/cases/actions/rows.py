"""Choices among what the case already holds: proposals by letter, decisions, referrals, papers."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from kernel.dates import full_date
from kernel.periods import holds_on
from parties.models import Body
from ärenden import numbers
from ärenden.choices import Capacity, LegalStatus, ReferralStatus, TaskStatus
from ärenden.models import (
    Case,
    Decision,
    Document,
    MinutesItem,
    Proposal,
    Referral,
    Task,
)
from ärenden.queries.search import is_numbered
from ärenden.queries.secrecy import withheld_of
from ärenden.web.cases.presenters.proposals import OWN, letters_of

LONGEST = 90


def shortened(text: str) -> str:
    """The first words of a text, for a choice in a list."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"


class RowField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    """One row of the case; the form fills the queryset."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"queryset": Case.objects.none(), "empty_label": "Välj"} | options)

    def label_from_instance(self, obj: Any) -> str:
        return shortened(label_of(obj))


class NoteField(RowField):
    """Notes that `queries.notes.listed_notes` found, as they are told."""

    def label_from_instance(self, obj: Any) -> str:
        return shortened(withheld_of(obj.kept).told(obj.title))


def label_of(row: Any) -> str:
    """What a row is called in a list of choices."""
    if isinstance(row, Decision):
        day = full_date(row.decided_on) if row.decided_on else "okänd dag"
        return f"{row.get_nature_display()}, {row.body}, {day}"
    if isinstance(row, Document):
        return f"{row.running_number}. {row.told_title}"
    if isinstance(row, Referral):
        return f"{row.recipient_printed}, skickad {full_date(row.sent_on)}"
    if isinstance(row, Task):
        return f"{row.responsible_printed}: {row.text}"
    if isinstance(row, MinutesItem):
        return f"{row}, {row.meeting}"
    return str(row)


def lettered(case: Case) -> list[tuple[Proposal, str]]:
    """Every standing proposal by the letter that the case's page gives it, and its first words."""
    rows = list(case.proposals.prefetch_related("agents__person", "points"))
    letters = letters_of(rows)
    return [(row, _called(row, letters.get(row.pk))) for row in rows if not row.is_withdrawn]


def _called(proposal: Proposal, letter: str | None) -> str:
    name = f"{letter}: {proposal.called}" if letter else OWN
    texts = [proposal.text, *(point.text for point in proposal.points.all())]
    words = next((f": {text}" for text in texts if text), "")
    return shortened(f"{name}, {_maker(proposal)}{words}")


def _maker(proposal: Proposal) -> str:
    names = [str(each) for each in proposal.agents.all() if each.capacity == Capacity.PROPOSER]
    return ", ".join(names) or proposal.get_source_display()


class ProposalField(RowField):
    """One of the proposals, by its letter."""

    def offer(self, case: Case) -> None:
        self.labels = {row.pk: label for row, label in lettered(case)}
        self.queryset = case.proposals.filter(is_withdrawn=False)

    def label_from_instance(self, obj: Any) -> str:
        return self.labels.get(obj.pk, str(obj))


class OtherCaseField(forms.CharField):
    """Another case of the same register, by as much of its diary number as tells which one."""

    def __init__(self, **options: Any) -> None:
        given: dict[str, Any] = {
            "label": "Det andra ärendets diarienummer",
            "error_messages": {"required": "Skriv diarienumret"},
            "widget": forms.TextInput(attrs={"class": "short", "autocomplete": "off"}),
        }
        super().__init__(**given | options)

    def offer(self, case: Case, *, among: QuerySet[Case]) -> None:
        own = among.filter(organisation=case.organisation_id)
        self.others = own.exclude(pk=case.pk)

    def clean(self, value: Any) -> Case:
        typed = str(super().clean(value))
        numbered = self.others.filter(is_numbered(typed))
        found = numbered.filter(dnr_key=numbers.key(typed))[:1] or numbered[:2]
        if not found:
            text = f"Inget annat ärende i diariet har numret {typed}"
            raise forms.ValidationError(text, code="not_found")
        if len(found) > 1:
            text = f"Flera ärenden kan menas med {typed}. Skriv hela diarienumret"
            raise forms.ValidationError(text, code="ambiguous")
        return found[0]


def bodies(case: Case, *, today: Any) -> QuerySet[Body]:
    return case.organisation.bodies.filter(holds_on(today)).order_by("kind", "name")


def open_referrals(case: Case) -> QuerySet[Referral]:
    return case.referrals.filter(status=ReferralStatus.OPEN)


def open_tasks(case: Case) -> QuerySet[Task]:
    return case.tasks.filter(status=TaskStatus.OPEN)


def standing_documents(case: Case) -> QuerySet[Document]:
    return case.documents.exclude(legal_status=LegalStatus.ANNULLED)
