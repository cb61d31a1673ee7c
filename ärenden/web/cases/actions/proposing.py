"""Förslag and yrkanden, and beslutsgång."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from meetings.models import Meeting
from parties.models import Body
from ärenden.actions import proposals
from ärenden.actions.base import Doing
from ärenden.actions.proposals import SOURCE_OF, proposing_refusals
from ärenden.choices import (
    ProposalKind,
    ProposalSource,
    StepMethod,
)
from ärenden.models import Proposal
from ärenden.web.cases.actions.asking import SittingForm
from ärenden.web.cases.actions.fields import (
    BodyField,
    TextField,
    choices_of,
    read_points,
    sitting_of,
)
from ärenden.web.cases.actions.rows import ProposalField, bodies, lettered
from ärenden.web.names import NamesField
from ärenden.workflow import Action

PREPARING_SOURCES = (
    ProposalSource.OFFICE,
    ProposalSource.SUBCOMMITTEE,
    ProposalSource.COMMITTEE,
    ProposalSource.BOARD,
)
FIELD_OF = {
    "meeting_of_other_body": "meeting",
    "target_missing": "target_body",
    "proposes_to_itself": "target_body",
}


class Propose(SittingForm):
    """The preparation's proposal; with its meeting also the body's decision to put it."""

    own_body = False
    source = forms.ChoiceField(
        label="Vem lägger fram förslaget",
        choices=choices_of(*PREPARING_SOURCES),
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vem som lägger fram förslaget"},
    )
    target_body = BodyField(label="Till vilket organ (frivilligt)", required=False)
    text = TextField(
        label="Förslaget, som det står",
        help_text="Punkterna delas upp som de är numrerade. Orden ändras inte.",
        rows=8,
        error_messages={"required": "Skriv förslaget"},
    )
    field_order = ("source", "text", "target_body", "meeting", "paragraph")

    def _is_near(self, body: Body) -> bool:
        """Those who prepare the case, when it is said who does."""
        preparing = self.case.preparing_body_id
        if preparing is None:
            return super()._is_near(body)
        return preparing in {body.pk, body.parent_id}

    def _likely(self, rows: QuerySet[Meeting]) -> Meeting | None:
        """The deciding body does not propose to itself."""
        return super()._likely(rows.exclude(body=self.case.decider))

    def prepare(self) -> None:
        super().prepare()
        offered = bodies(self.case, today=self.desk.today)
        self.fields["target_body"].queryset = offered  # type: ignore[attr-defined]
        self.initial.setdefault("target_body", self.case.decider)
        meeting = self.fields["meeting"]
        meeting.label = "Organets sammanträde (frivilligt)"
        meeting.help_text = (
            "Väljer du det, antecknas också organets beslut att lägga fram förslaget."
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        meeting, source = data.get("meeting"), data.get("source", "")
        if meeting and source in SOURCE_OF.values():
            target = data.get("target_body")
            for refusal in proposing_refusals(ProposalSource(source), meeting.body, target):
                self.add_error(FIELD_OF[refusal.code], refusal.text)
        return data

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        lead_text, points = read_points(data["text"])
        proposal = proposals.NewProposal(
            kind=ProposalKind.OWN,
            source=ProposalSource(data["source"]),
            lead_text=lead_text,
            points=points,
            sitting=sitting_of(data),
        )
        proposals.propose(
            case=self.case, doing=doing, new=proposal, target_body=data["target_body"]
        )


class AddProposal(SittingForm):
    own_body = False
    kind = forms.ChoiceField(
        label="Vad som yrkas",
        choices=ProposalKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad som yrkas"},
    )
    proposers = NamesField(
        label="Vem yrkar", help_text="Som ”Anna Ek (S)”, i den ordning namnen står."
    )
    supporters = NamesField(label="Med instämmande av (frivilligt)", required=False)
    target = ProposalField(
        label="Gäller vilket förslag (frivilligt)", required=False, empty_label="Inget särskilt"
    )
    text = TextField(
        label="Yrkandet, som det står (frivilligt)",
        help_text="Punkterna delas upp som de är numrerade. Orden ändras inte.",
        required=False,
    )
    field_order = ("kind", "proposers", "supporters", "target", "text", "meeting", "paragraph")

    def prepare(self) -> None:
        super().prepare()
        self.fields["target"].offer(self.case)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("kind") == ProposalKind.OWN and not data.get("text"):
            self.add_error("text", "Skriv förslaget")
        return data

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        lead_text, points = read_points(data["text"])
        is_listed = any(point.has_att or point.label for point in points)
        new = proposals.NewProposal(
            kind=ProposalKind(data["kind"]),
            proposers=data["proposers"],
            supporters=data["supporters"],
            points=points if is_listed else (),
            lead_text=lead_text if is_listed else "",
            text="" if is_listed else data["text"],
            target=data["target"],
            sitting=sitting_of(data),
        )
        proposals.add_proposal(case=self.case, doing=doing, new=new)


class Votes(forms.IntegerField):
    MOST = 9999  # more than any body has members

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "tiny", "inputmode": "numeric"})
        super().__init__(required=False, min_value=0, max_value=self.MOST, widget=widget, **options)


class AddStep(SittingForm):
    """One step of beslutsgång: what was put against what, and what was found."""

    REJECTION = "rejection"
    own_body = False
    method = forms.ChoiceField(label="Sätt", choices=StepMethod.choices)
    options = forms.MultipleChoiceField(
        label="Ställdes mot varandra",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Välj vad som ställdes mot varandra"},
    )
    outcome = forms.ChoiceField(
        label="Bifölls",
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad som bifölls"},
    )
    found = TextField(label="Ordförandens ord, som de står (frivilligt)", required=False, rows=2)
    has_vote = forms.BooleanField(label="Omröstning begärdes och hölls", required=False)
    yes_means = forms.CharField(label="Ja betyder", required=False)
    yes = Votes(label="Antal ja")
    no_means = forms.CharField(label="Nej betyder", required=False)
    no = Votes(label="Antal nej")
    abstained = Votes(label="Antal som avstår")
    VOTE = ("yes_means", "yes", "no_means", "no", "abstained")
    together = SittingForm.together | {"Omröstningen": VOTE}
    field_order = ("method", "options", "outcome", "found", "has_vote", *VOTE, "meeting")

    def prepare(self) -> None:
        super().prepare()
        self.rows = {str(row.pk): row for row, _ in lettered(self.case)}
        choices = [(str(row.pk), label) for row, label in lettered(self.case)]
        for name in ("options", "outcome"):
            self.fields[name].choices = [*choices, (self.REJECTION, "Avslag")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("outcome") and data["outcome"] not in data.get("options", [data["outcome"]]):
            text = "Det som bifölls måste vara ett av dem som ställdes mot varandra"
            self.add_error("outcome", text)
        if data.get("has_vote"):
            self._demand_vote(data)
        return data

    def _demand_vote(self, data: dict[str, Any]) -> None:
        if not (data.get("yes_means") and data.get("no_means")):
            self.add_error("yes_means", "Skriv vad ja och nej betyder: ja kan betyda avslag")
        if any(data.get(name) is None for name in ("yes", "no", "abstained")):
            self.add_error("yes", "Skriv hur många som röstade ja, nej och avstod")

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        has_vote = data["has_vote"]
        new = proposals.NewStep(
            method=StepMethod(data["method"]),
            options=[self._row(key) for key in data["options"]],
            outcome=self._row(data["outcome"]),
            found=data["found"],
            votes=(data["yes"], data["no"], data["abstained"]) if has_vote else None,
            meanings=(data["yes_means"], data["no_means"]) if has_vote else ("", ""),
            sitting=sitting_of(data),
        )
        proposals.add_step(case=self.case, doing=doing, new=new)

    def _row(self, key: str) -> Proposal | None:
        return self.rows.get(key)


FORMS = {
    Action.PROPOSE: Propose,
    Action.ADD_PROPOSAL: AddProposal,
    Action.ADD_STEP: AddStep,
}
