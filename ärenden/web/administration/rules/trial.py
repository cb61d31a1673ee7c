"""Pröva förslaget: each meeting's dates by the rules that apply, and by the proposal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kernel.dates import long_date
from kernel.fields import DateField
from kernel.text import capital, counted, in_sentence
from parties.choices import BodyKind
from parties.directory import bodies_of
from parties.models import Body
from ärenden.deadlines import Change, Due, Meeting, Result, Version, said, side_by_side
from ärenden.models import RuleSet
from ärenden.queries.prospects import Timetable
from ärenden.queries.rules import pure
from ärenden.web.administration.base import AdminView, Way

A_YEAR = timedelta(days=365)
NONE_PLANNED = "Inga sammanträden är inlagda ett år bakåt eller framåt. Pröva en dag i stället."


@dataclass(frozen=True, kw_only=True)
class Line:
    """One rule at one meeting: the two days with why, the earlier one only where it differs."""

    name: str
    before: str
    after: str
    why_before: str
    why_after: str


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A meeting, the dates that change, and those that stay."""

    day: date
    heading: str
    summary: str
    changed: Sequence[Line]
    same: Sequence[Line]


class DayForm(forms.Form):
    use_required_attribute = False
    dag = DateField(
        label="Pröva en annan dag",
        help_text="Som om fullmäktige sammanträdde då.",
        widget=forms.TextInput(attrs={"class": "short"}),
    )


class Trial(AdminView):
    section = "admin_rules"

    def get(self, request: HttpRequest, **_: object) -> HttpResponse:
        proposal = self.proposal
        form = DayForm(request.GET if "dag" in request.GET else None)
        if form.is_valid():
            tried = list(self._tried([self._imagined(form.cleaned_data["dag"])]))
        else:
            near = [each for each in self._meetings if abs(each.day - self.today) <= A_YEAR]
            tried = sorted(self._tried(near), key=self._coming_first)
        return self.show(
            "arenden/administration/rules/trial.html",
            title="Pröva förslaget",
            lead=f"{proposal}. {_told(tried)}",
            ways=[Way("Anta förslaget", self._to("admin_rules_adopt"))],
            tried=tried,
            form=form,
            back=self._to("admin_rule_set"),
        )

    @cached_property
    def proposal(self) -> RuleSet:
        proposals = self.organisation.rule_sets.filter(adopted_at=None)
        return get_object_or_404(proposals, public_id=self.kwargs["rules"])

    @cached_property
    def _timetable(self) -> Timetable:
        return Timetable(self.organisation.pk)

    def _imagined(self, day: date) -> Meeting:
        council = in_sentence(self._council.name) if self._council else "fullmäktige"
        return Meeting(day=day, body=council)

    @cached_property
    def _council(self) -> Body | None:
        return bodies_of(self.organisation, on=self.today).filter(kind=BodyKind.COUNCIL).first()

    @cached_property
    def _meetings(self) -> tuple[Meeting, ...]:
        return self._timetable.meetings(self._council) if self._council else ()

    def _coming_first(self, tried: Tried) -> tuple[bool, timedelta]:
        """Then those that were, the latest first."""
        return tried.day < self.today, abs(tried.day - self.today)

    def _tried(self, meetings: Sequence[Meeting]) -> Iterator[Tried]:
        """Against the rules that would apply on the proposal's first day without it."""
        first = max(self.proposal.period.lower, self.today)
        calendar = self._timetable.calendar
        old = Version(self._timetable.rules(first), calendar)
        new = Version(pure(self.proposal), calendar)
        found = side_by_side(old, new, meetings, among=self._meetings)
        for meeting, changes in groupby(found, key=lambda each: each.meeting):
            yield _meeting(meeting, list(changes))

    def _to(self, name: str) -> str:
        return self.to(name, rules=self.proposal.public_id)


def _meeting(meeting: Meeting, changes: Sequence[Change]) -> Tried:
    changed = [_line(each) for each in changes if each.is_changed]
    heading = f"{meeting.body} {long_date(meeting.day)}"
    return Tried(
        day=meeting.day,
        heading=capital(heading),
        summary=f"{counted(len(changed), 'datum', 'datum')} ändras" if changed else "",
        changed=changed,
        same=[_line(each) for each in changes if not each.is_changed],
    )


def _line(change: Change) -> Line:
    return Line(
        name=change.rule.name,
        before=said(change.before),
        after=said(change.after),
        why_before=_why(change.before),
        why_after=_why(change.after),
    )


def _why(result: Result | None) -> str:
    if result is None:
        return "Ingen regel säger något."
    if not isinstance(result, Due):
        return result.explanation
    return " ".join([result.sentence, *result.told_beside])


def _told(tried: Sequence[Tried]) -> str:
    if not tried:
        return NONE_PLANNED
    number = sum(len(each.changed) for each in tried)
    meetings = counted(len(tried), "sammanträde", "sammanträden")
    if not number:
        return f"Inget datum ändras på {meetings}."
    return f"{number} datum ändras på {meetings}. Allt är prövat som om ärendet tas upp där."
