"""What was done for a meeting on which day, and the times that law and the council's rules set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.roles import Verb
from kernel.dates import full_date
from kernel.fields import DateField
from kernel.text import capital
from meetings.models import Meeting
from parties.choices import BodyKind
from ärenden.access import can_for
from ärenden.actions.meeting_days import DAYS, note_days
from ärenden.choices import DeadlineStatus, Purpose
from ärenden.exceptions import ActionRefused
from ärenden.models import Deadline
from ärenden.queries.meetings import meetings_of, own_times
from ärenden.web.base import WorkView
from ärenden.web.cases.presenters.deadlines import DeadlineShown, shown
from ärenden.web.meetings.presenter import title_of

ORDER = list(Purpose)  # as a meeting goes: announced, summoned to, adjusted, posted, sent
HELP = {
    "noticed_on": "Senast en vecka före fullmäktiges sammanträde.",
    "summoned_on": "Till ledamöter och ersättare.",
    "announced_on": "Senast andra dagen efter justeringen.",
    "removal_on": "Tidigast dagen efter att överklagandetiden har gått ut.",
}


class DaysForm(forms.Form):
    use_required_attribute = False

    def __init__(self, *args: Any, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial = {name: getattr(meeting, name) for name in DAYS}
        is_council = meeting.body.kind == BodyKind.COUNCIL
        for name in DAYS:
            if name == "noticed_on" and not is_council:
                continue
            label = str(Meeting._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            field = DateField(
                label=capital(label),
                required=False,
                help_text=HELP.get(name, ""),
                widget=forms.TextInput(attrs={"class": "short"}),
            )
            self.fields[name] = field


class MeetingDays(WorkView):
    """The days of one meeting: kept by those who keep its minutes."""

    verb = Verb.MEETING

    @cached_property
    def meeting(self) -> Meeting:
        rows = meetings_of(self.organisation, user=self.user, on=self.today)
        return get_object_or_404(rows, public_id=self.kwargs["meeting"])

    def get(self, _request: HttpRequest, **_: Any) -> HttpResponse:
        if not can_for(self.user, Verb.MEETING, self.meeting.body, on=self.today):
            raise PermissionDenied
        return self._page(DaysForm(meeting=self.meeting))

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        form = DaysForm(request.POST, meeting=self.meeting)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        days = {name: form.cleaned_data.get(name) for name in DAYS}
        try:
            note_days(meeting=self.meeting, doing=self.doing(), days=days)
        except ActionRefused as refused:
            for each in refused.refusals:
                form.add_error(each.code, capital(each.text))
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        messages.success(request, "Dagarna är antecknade.")
        return HttpResponseRedirect(self._back)

    @property
    def _back(self) -> str:
        return reverse("arenden:meeting", args=[self.organisation.slug, self.meeting.public_id])

    def _page(self, form: DaysForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
        context = {"form": form, "title": title_of(self.meeting), "cancel": self._back}
        return render(self.request, "arenden/meetings/days.html", context, status=status)


@dataclass(frozen=True, kw_only=True)
class Times:
    """What is to be done for the meeting, and when its announcement may be taken down."""

    rows: list[DeadlineShown]
    removal: str
    edit_url: str


def times_of(meeting: Meeting, view: WorkView) -> Times | None:
    """None for a meeting whose times no one follows."""
    rows = own_times(meeting)
    may = can_for(view.user, Verb.MEETING, meeting.body, on=view.today)
    listed = list(_shown(rows, view))
    if not (listed or may):
        return None
    path = reverse("arenden:meeting_days", args=[view.organisation.slug, meeting.public_id])
    removal = f"Anslaget tas ned {full_date(meeting.removal_on)}." if meeting.removal_on else ""
    return Times(rows=listed, removal=removal, edit_url=path if may else "")


def _shown(rows: Sequence[Deadline], view: WorkView) -> Iterator[DeadlineShown]:
    keyed = {row.pk: row for row in rows}
    replaced = {row.replaces_id for row in rows}
    for row in sorted(rows, key=lambda row: ORDER.index(Purpose(row.purpose))):
        if row.pk not in replaced and row.status != DeadlineStatus.WAIVED:
            yield shown(row, keyed, name=row.what, now=view.now, tells_why=True)
