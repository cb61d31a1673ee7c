"""Registrera what was handed in: the text is locked; number, meeting and public title are not."""

from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html

from accounts import drafts as kept_forms
from accounts.roles import Verb
from kernel.dates import instant, long_date
from ärenden import access, draft_access
from ärenden.actions.submissions import Registering, register_submission
from ärenden.choices import Capacity, CaseType
from ärenden.exceptions import ActionRefused, AlreadyDone
from ärenden.models import Case, Submission
from ärenden.queries.prospects import Prospects
from ärenden.queries.secrecy import withheld_of
from ärenden.web.base import WorkView
from ärenden.web.councillor.handed_in import put_to
from ärenden.web.lists.rows import who
from ärenden.web.people import People
from ärenden.web.registration.forms import MeetingSection, NumberSection
from ärenden.web.registration.place import Place
from ärenden.web.registration.section import Section
from ärenden.web.registration.start import starting_fields


class PublicTitle(Section):
    title_public = forms.CharField(
        label="Offentlig rubrik (frivilligt)",
        help_text="Visas i postlistan i stället för rubriken, när den inte kan lämnas ut.",
        required=False,
    )


@dataclass(frozen=True)
class Sections:
    """What the registrar adds, in the order of the page."""

    public: PublicTitle
    meeting: MeetingSection
    number: NumberSection

    @property
    def errors(self) -> bool:
        return any(each.errors for each in (self.public, self.meeting, self.number))


class RegisterHandedIn(WorkView):
    """The words and the names are those that were handed in; no one types them again."""

    verb = Verb.REGISTER
    part_of = ("arenden:desk",)

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        if done := self.submission.case:
            return self._leave_for(done)
        kept = kept_forms.kept_fields(user=self.user, path=request.path)
        return self._page(self._sections(kept or starting_fields(self.place)))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        if done := self.submission.case:
            return self._leave_for(done)
        sections = self._sections(request.POST, is_checked=True)
        if sections.errors:
            return self._page(sections, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            case = self._register(sections)
        except AlreadyDone as first:
            mine = access.visible_to(self.user, on=self.today)
            return self._leave_for(mine.get(pk=first.case_id))
        except ActionRefused as refused:
            for each in refused.refusals:
                sections.number.add_error(None, each.text)
            return self._page(sections, status=HTTPStatus.CONFLICT)
        kept_forms.forget(user=self.user, path=request.path)
        self._say_registered(case)
        return self._leave_for(case)

    @cached_property
    def submission(self) -> Submission:
        """One that completes a case is registered in it; a registered one leads to its case."""
        rows = draft_access.submissions_of_office(self.user, on=self.today)
        new = rows.filter(organisation=self.organisation, draft__completes=None)
        related = new.select_related("body", "case", "draft")
        return get_object_or_404(related, public_id=self.kwargs["submission"])

    @cached_property
    def place(self) -> Place:
        return Place(
            organisation=self.organisation,
            user=self.user,
            today=self.today,
            people=People(self.organisation, self.today),
            may_waive=False,
            case_type=CaseType(self.submission.case_type),
        )

    def _sections(self, fields: QueryDict, *, is_checked: bool = False) -> Sections:
        sent = fields.copy()
        sent["body"] = str(self.submission.body.public_id)
        how: dict[str, Any] = {"place": self.place, "is_checked": is_checked}
        return Sections(
            PublicTitle(sent, **how), MeetingSection(sent, **how), NumberSection(sent, **how)
        )

    def _register(self, sections: Sections) -> Case:
        number = sections.number.cleaned_data
        how = Registering(
            series=sections.number.offered[number["series"]].series,
            classification=number.get("classification", ""),
            title_public=sections.public.cleaned_data["title_public"],
            own_number=number["own_number"],
            target_meeting=sections.meeting.row("target_meeting"),
        )
        return register_submission(submission=self.submission, doing=self.doing(), how=how)

    def _page(self, sections: Sections, *, status: int = HTTPStatus.OK) -> HttpResponse:
        row = self.submission
        agents = list(row.agents.select_related("person", "party"))
        withheld_of(agents).reread(row)
        context = {
            "submission": row,
            "form": sections,
            "kind": CaseType(row.case_type).label.lower(),
            "is_motion": row.case_type == CaseType.MOTION,
            "arrived": instant(row.handed_in_at),
            "withdrawn": instant(row.withdrawn_at) if row.withdrawn_at else "",
            "askers": [who(each) for each in agents if each.capacity == Capacity.SIGNATORY],
            "to": put_to(row, agents),
            "in_time": self._in_time(),
        }
        template = "arenden/drafts/register.html"
        return render(self.request, template, context, status=status)

    def _in_time(self) -> str:
        """The meeting that it came in time for, counted from when it was handed in."""
        row = self.submission
        found = Prospects(row.body, now=row.handed_in_at).of(CaseType(row.case_type))
        meeting = found and f"{found.meeting.body} {long_date(found.meeting.day)}"
        return f"Kom in i tid till {meeting}." if meeting else "Inget sammanträde är inlagt."

    def _say_registered(self, case: Case) -> None:
        link = reverse("arenden:receipt", args=[self.organisation.slug, case.public_id])
        messages.success(
            self.request,
            format_html('Registrerad som {}. <a href="{}">Skriv ut kvittens</a>', case.dnr, link),
        )

    def _leave_for(self, case: Case) -> HttpResponse:
        where = [self.organisation.slug, case.public_id]
        return HttpResponseRedirect(reverse("arenden:case", args=where))
