"""The council and the question: announced, permitted or not, postponed, answered."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet

from meetings.models import Meeting
from parties.models import Body
from ärenden.actions import permission
from ärenden.actions.base import Doing
from ärenden.choices import CaseType, Fact, Outcome
from ärenden.queries.meetings import last_sitting
from ärenden.web.cases.actions.base import ActionForm
from ärenden.web.cases.actions.fields import (
    MeetingField,
    ParagraphField,
    held,
    meetings,
    sitting_of,
)
from ärenden.workflow import Action, refusals

NO_MEETING = "Välj sammanträde"
NONE_HELD = "Inget sammanträde har hållits sedan ärendet kom in."


class SittingForm(ActionForm):
    """What a body did at a meeting, and under which paragraph.

    The meeting is proposed: the one that is being noted, the last one that did something in the
    case or had it on its list, or the last one held. So is the paragraph that the case has there.
    """

    meeting = MeetingField(label="Sammanträde", required=False)
    paragraph = ParagraphField()
    together = {"Vid vilket sammanträde": ("meeting", "paragraph")}
    own_body: ClassVar[bool] = True
    to_council: ClassVar[bool] = False

    def prepare(self) -> None:
        rule = held(self.case, today=self.desk.today)
        if self.own_body:
            rule &= Q(body=self.case.body if self.to_council else self.case.decider)
        self.fields["meeting"].queryset = rows = meetings(rule)  # type: ignore[attr-defined]
        self.fields["meeting"].is_near = self._is_near  # type: ignore[attr-defined]
        if not rows:
            self.fields["meeting"].help_text = NONE_HELD
        likely = self._likely(rows)
        self.initial.setdefault("meeting", likely)
        self.initial.setdefault("paragraph", self._paragraph_at(likely) if likely else "")

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if Fact.MEETING in self.desk.step.asks:
            self.demand("meeting", fact=Fact.MEETING, text=NO_MEETING)
        return data

    def _is_near(self, body: Body) -> bool:
        """The body that decides, the one that prepares, and their utskott."""
        own = {self.case.decider.pk, self.case.preparing_body_id} - {None}
        return not own.isdisjoint({body.pk, body.parent_id})

    def _likely(self, rows: QuerySet[Meeting]) -> Meeting | None:
        noted = rows.filter(pk=self.desk.meeting.pk).first() if self.desk.meeting else None
        if noted:
            return noted
        asked = Fact.MEETING in self.desk.step.asks
        last = last_sitting(self.case)
        known = Q(pk=self.case.target_meeting_id) if asked else Q(pk=None)
        if last and (asked or last.action != Action.RAISE):
            known |= Q(pk=last.data["meeting"])
        held_ones = rows.filter(held_on__isnull=False)
        return held_ones.filter(known).first() or (held_ones.first() if asked else None)

    def _paragraph_at(self, meeting: Meeting) -> str:
        item = self.case.minutes_items.filter(meeting=meeting).order_by("-pk").first()
        return f"{item.number}{item.suffix}" if item else ""


class ComingField(MeetingField):
    """A meeting that lies ahead."""

    def offer(self, form: ActionForm) -> None:
        ahead = Q(body=form.case.decider, held_on__gte=form.desk.today)
        self.queryset = meetings(ahead).order_by("held_on", "id")


class Announce(ActionForm):
    """On the list of a coming meeting; which one is always known to the one who does it."""

    never_lacks: ClassVar = (Fact.MEETING,)
    meeting = ComingField(label="Sammanträde", error_messages={"required": NO_MEETING})

    def prepare(self) -> None:
        field: Any = self.fields["meeting"]
        field.offer(self)
        aimed_at = field.queryset.filter(pk=self.case.target_meeting_id).first()
        self.initial.setdefault("meeting", aimed_at or field.queryset.first())

    def perform(self, doing: Doing) -> None:
        permission.announce(case=self.case, doing=doing, meeting=self.cleaned_data["meeting"])


class Schedule(Announce):
    def perform(self, doing: Doing) -> None:
        permission.schedule(case=self.case, doing=doing, meeting=self.cleaned_data["meeting"])


class TakeOff(ActionForm):
    reason_label = "Varför det inte tas upp där"
    meeting = MeetingField(label="Sammanträde", error_messages={"required": NO_MEETING})

    def prepare(self) -> None:
        on_list = Q(agenda__case=self.case, agenda__removed_reason="")
        rows = meetings(on_list & Q(held_on__gte=self.desk.today)).distinct()
        self.fields["meeting"].queryset = rows  # type: ignore[attr-defined]
        self.initial.setdefault("meeting", rows.first())

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        permission.take_off(
            case=self.case, doing=doing, meeting=data["meeting"], reason=data["reason"]
        )


class Permit(SittingForm):
    answer_meeting = ComingField(
        label="Ska besvaras vid (frivilligt)",
        help_text="Annars vid nästa ordinarie sammanträde.",
        required=False,
        empty_label="Nästa ordinarie sammanträde",
    )

    def prepare(self) -> None:
        super().prepare()
        field: Any = self.fields["answer_meeting"]
        if self.case.case_type == CaseType.QUESTION:  # a fråga is answered when it is put
            field.empty_label, field.help_text = (
                "Samma sammanträde",
                "Annars vid samma sammanträde.",
            )
        field.offer(self)

    def perform(self, doing: Doing) -> None:
        permission.permit(
            case=self.case,
            doing=doing,
            sitting=sitting_of(self.cleaned_data),
            answer_meeting=self.cleaned_data["answer_meeting"],
        )


class RefusePermission(SittingForm):
    def perform(self, doing: Doing) -> None:
        permission.refuse_permission(
            case=self.case,
            doing=doing,
            sitting=sitting_of(self.cleaned_data),
            reason=self.cleaned_data["reason"],
        )


class Postpone(SittingForm):
    OTHER = "Annat skäl"
    REASONS = ("Den som ställt den är förhindrad", "Tidsbrist", "Svar saknas", OTHER)
    cause = forms.ChoiceField(
        label="Skäl",
        choices=[(reason, reason) for reason in REASONS],
        widget=forms.RadioSelect,
        error_messages={"required": "Välj skäl"},
    )
    reason = forms.CharField(
        label="Med egna ord (frivilligt)",
        help_text=f"Behövs om du väljer ”{OTHER.lower()}”.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    next_meeting = ComingField(
        label="Tas upp igen vid (frivilligt)",
        help_text="Annars vid nästa sammanträde.",
        required=False,
        empty_label="Nästa sammanträde",
    )

    def prepare(self) -> None:
        super().prepare()
        self.fields["next_meeting"].offer(self)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("cause") == self.OTHER and not data.get("reason"):
            self.add_error("reason", "Skriv skälet")
        return data

    def perform(self, doing: Doing) -> None:
        data = self.cleaned_data
        cause = "" if data["cause"] == self.OTHER else data["cause"]
        permission.postpone(
            case=self.case,
            doing=doing,
            sitting=sitting_of(data),
            reason=": ".join(filter(None, (cause, data["reason"]))),
            next_meeting=data["next_meeting"],
        )


class RecordAnswered(SittingForm):
    ANSWERED = (Outcome.ANSWERED_IN_WRITING, Outcome.ANSWERED_ORALLY, Outcome.NOT_ANSWERED)
    outcome = forms.ChoiceField(
        label="Hur den besvarades",
        choices=[(each.value, each.label) for each in ANSWERED],
        widget=forms.RadioSelect,
        error_messages={"required": "Välj hur den besvarades"},
    )
    reason = forms.CharField(
        label="Varför inget svar lämnades (om så är)",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    lacks: ClassVar = (Fact.HANDED_OVER, Fact.COMPLETE_ANSWER)

    def prepare(self) -> None:
        super().prepare()
        told = [self._hindrance(each) for each in self.ANSWERED]
        self.fields["outcome"].help_text = " ".join(filter(None, told))

    def _hindrance(self, outcome: Outcome) -> str:
        """Why this outcome cannot be chosen yet; empty when it can."""
        found = refusals(Action.RECORD_ANSWERED, self.desk.snapshot, outcome=outcome)
        own = [each.text for each in found if each not in self.desk.hindrances]
        return f"{outcome.label} går inte än: {', och '.join(own)}." if own else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("outcome") == Outcome.NOT_ANSWERED and not data.get("reason"):
            self.add_error("reason", "Skriv varför inget svar lämnades")
        return data

    def perform(self, doing: Doing) -> None:
        permission.record_answered(
            case=self.case,
            doing=doing,
            sitting=sitting_of(self.cleaned_data),
            outcome=Outcome(self.cleaned_data["outcome"]),
            reason=self.cleaned_data["reason"],
        )


FORMS = {
    Action.ANNOUNCE: Announce,
    Action.SCHEDULE: Schedule,
    Action.TAKE_OFF: TakeOff,
    Action.PERMIT: Permit,
    Action.REFUSE_PERMISSION: RefusePermission,
    Action.POSTPONE: Postpone,
    Action.RECORD_ANSWERED: RecordAnswered,
}
