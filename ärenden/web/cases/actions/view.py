"""One view for every action: its form, what hinders it, and what others did meanwhile."""

import re
from collections.abc import Sequence
from functools import cached_property
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget

from accounts import drafts
from accounts.models import Upload
from accounts.roles import Verb
from kernel.dates import relative_instant
from kernel.text import key_of, whole_number
from meetings.models import Meeting
from ärenden import access
from ärenden.actions.base import Doing
from ärenden.actions.values import NewFile
from ärenden.choices import CaseType
from ärenden.exceptions import ActionRefused, AlreadyDone, ChangedMeanwhile, Refusal
from ärenden.models import CaseEvent
from ärenden.queries.secrecy import Withheld, withheld_from, withheld_here
from ärenden.queries.snapshots import snapshot_of
from ärenden.web import uploads
from ärenden.web.base import CaseView
from ärenden.web.cases.actions.base import ActionForm, Desk
from ärenden.web.cases.actions.registry import FORMS
from ärenden.web.desk.rows import DESK, FROM
from ärenden.web.desk.undo import can_be_undone, undo_url
from ärenden.web.meetings.round import along, meeting_in
from ärenden.web.people import People
from ärenden.workflow import Action, Snapshot, Step, refusals, step_for

PART = "steg-"
IN_ROW = re.compile(rf"{PART}[a-z_]+-[0-9a-f-]{{36}}")
REMOVE, SPLIT, DISCARD = "remove", "split", "discard"


class Act(CaseView):
    """Shows and does one step of the workflow for one case."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.memberships and self.step is not None and not self._can(self.step.verb):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        if self.step is None or self.blocking:
            return self._refused(self.blocking)
        kept = drafts.kept_fields(user=self.user, path=request.path)
        if kept is None:
            return self._page(self._form(chosen=request.GET))
        typed = self._form(chosen=kept).typed(kept)
        form = self._form(chosen=kept, initial=typed)
        return self._page(form, version=_number(kept.get("version")), is_kept=True)

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        if self.step is None:
            return self._refused(self.blocking)
        if self.submission and self.case.events.filter(submission=self.submission).exists():
            return self._leave()
        problems = uploads.take_in(
            user=self.user, path=request.path, files=request.FILES.getlist("attached")
        )
        if tool := request.POST.get("tool", ""):
            return self._after_tool(tool, problems)
        if _number(request.POST.get("version")) != self.case.version:
            return self._changed_meanwhile()
        with uploads.opened(self.waiting) as (files, bad_files):
            return self._sent(files, [*problems, *bad_files])

    def _can(self, verb: Verb) -> bool:
        return access.can(self.user, verb, self.case, on=self.today)

    @cached_property
    def action(self) -> Action:
        if self.kwargs["action"] not in FORMS:
            raise Http404
        return Action(self.kwargs["action"])

    @cached_property
    def step(self) -> Step | None:
        return step_for(self.action, CaseType(self.case.case_type))

    @cached_property
    def meeting(self) -> Meeting | None:
        return meeting_in(self.request.GET, self.organisation)

    @cached_property
    def snapshot(self) -> Snapshot:
        return snapshot_of(self.case, on=self.today)

    @cached_property
    def withheld(self) -> Withheld:
        return withheld_here(self.case)

    @cached_property
    def hindrances(self) -> tuple[Refusal, ...]:
        return refusals(self.action, self.snapshot)

    @cached_property
    def blocking(self) -> tuple[Refusal, ...]:
        """The hindrances that the one asking cannot lift by writing why a fact is missing."""
        may_waive = self._can(Verb.WAIVE)
        return tuple(each for each in self.hindrances if each.fact is None or not may_waive)

    @cached_property
    def submission(self) -> UUID | None:
        return key_of(self.request.POST.get("submission"))

    def _form(
        self,
        data: QueryDict | None = None,
        *,
        chosen: QueryDict,
        files: Sequence[NewFile] = (),
        **options: Any,
    ) -> ActionForm:
        if self.step is None:
            raise Http404
        desk = Desk(
            case=self.case,
            snapshot=self.snapshot,
            step=self.step,
            today=self.today,
            people=People(self.organisation, self.today),
            withheld=self.withheld,
            may_waive=self._can(Verb.WAIVE),
            visible=access.visible_to(self.user, on=self.today),
            hindrances=self.hindrances,
            files=files,
            chosen=chosen.get("what", ""),
            meeting=self.meeting,
        )
        ids = {"auto_id": f"{self.part}_%s"} if self.part else {}
        return FORMS[self.action](data, desk=desk, **ids, **options)

    @cached_property
    def part(self) -> str:
        """The place in a row of the desk where HTMX wants the form; "" for a page of its own."""
        target = self.request.headers.get("HX-Target", "")
        return target if IN_ROW.fullmatch(target) else ""

    @property
    def _shell(self) -> dict[str, str]:
        return {
            "part": self.part,
            "shell": "arenden/act/in_place.html" if self.part else "base.html",
        }

    @property
    def waiting(self) -> list[Upload]:
        return uploads.waiting(user=self.user, path=self.request.path)

    def _after_tool(self, tool: str, problems: list[str]) -> HttpResponse:
        """A button of the form that changes what is shown, and does not send it."""
        name, _, key = tool.partition(":")
        if name == DISCARD:
            drafts.forget(user=self.user, path=self.request.path)
            return HttpResponseRedirect(self.request.get_full_path())
        if name == REMOVE:
            uploads.remove(user=self.user, path=self.request.path, key=key)
        for problem in problems:
            messages.error(self.request, problem)
        form = self._form(chosen=self.request.POST)
        typed = form.typed(self.request.POST)
        if name == SPLIT:
            typed = form.proposed(typed)
            messages.info(self.request, form.told)
        with uploads.opened(self.waiting) as (files, _):
            shown = self._form(chosen=self.request.POST, initial=typed, files=files)
            return self._page(shown, version=_number(self.request.POST.get("version")))

    def _sent(self, files: list[NewFile], problems: list[str]) -> HttpResponse:
        form = self._form(self.request.POST, chosen=self.request.POST, files=files)
        for problem in problems:
            form.add_error("attached", problem)
        if not form.is_valid():
            return self._page(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            form.perform(self._doing(form))
        except ActionRefused as refused:
            form.ask_why(refused.refusals)
            return self._page(form, refused=refused.refusals, status=HTTPStatus.CONFLICT)
        except ChangedMeanwhile:
            return self._changed_meanwhile()
        except AlreadyDone:
            return self._leave()
        return self._done()

    def _doing(self, form: ActionForm) -> Doing:
        return Doing(
            by=self.user,
            at=self.now,
            unknown=form.unknown,
            version=self.case.version,
            submission=self.submission,
        )

    def _done(self) -> HttpResponse:
        shown = _number(self.request.POST.get("version"))
        new = list(self.case.events.filter(version__gt=shown).order_by("version"))
        told = self.withheld.told(" ".join(f"{event.summary}." for event in new))
        undo = self._undo_url(new[-1]) if new else ""
        drafts.forget(user=self.user, path=self.request.path)
        if self.part:
            context = {"told": told, "undo_url": undo, "case_url": self._case_url()}
            done = render(self.request, "arenden/desk/done.html", context)
            return reswap(retarget(done, f"#{self.part.removeprefix(PART)}"), "outerHTML")
        link = format_html(' <a href="{}">Ångra</a>', undo) if undo else ""
        messages.success(self.request, format_html("{}{}", told, link))
        return self._leave()

    def _undo_url(self, event: CaseEvent) -> str:
        if not can_be_undone(event, by=self.user):
            return ""
        return undo_url(event, organisation=self.organisation.slug)

    def _changed_meanwhile(self) -> HttpResponse:
        """Say who did what since the form was opened; what was typed stands, ready to send."""
        shown = _number(self.request.POST.get("version"))
        self.case.refresh_from_db()
        form = self._form(chosen=self.request.POST)
        form = self._form(chosen=self.request.POST, initial=form.typed(self.request.POST))
        events = self.case.events.filter(version__gt=shown).order_by("version")
        withheld = withheld_from(self.user, self.case, on=self.today)
        changes = [self._told(event) for event in withheld.retold(events)]
        return self._page(form, changes=changes, refused=self.blocking, status=HTTPStatus.CONFLICT)

    def _told(self, event: CaseEvent) -> str:
        when = relative_instant(event.recorded_at, today=self.today)
        return f"{event.actor_name}, {when}: {event.summary}"

    def _page(
        self,
        form: ActionForm,
        *,
        status: int = HTTPStatus.OK,
        version: int | None = None,
        **more: Any,
    ) -> HttpResponse:
        self.withheld.reread(self.case)
        context = {
            "case": self.case,
            "case_url": self._case_url(),
            "back_url": self._back_url(),
            **self._shell,
            "action": self.action,
            "step": self.step,
            "form": form,
            "version": self.case.version if version is None else version,
            "submission": self.submission or uuid4(),
            "uploads": self.waiting,
            **more,
        }
        return render(self.request, form.template_name_page, context, status=status)

    def _refused(self, found: tuple[Refusal, ...]) -> HttpResponse:
        context = {
            "case": self.case,
            "case_url": self._case_url(),
            **self._shell,
            "action": self.action,
            "step": self.step,
            "refused": found,
        }
        return render(self.request, "arenden/act/refused.html", context, status=HTTPStatus.CONFLICT)

    def _leave(self) -> HttpResponse:
        """To where the form was opened from: the case, or the desk."""
        url = self._back_url()
        return HttpResponseClientRedirect(url) if self.part else HttpResponseRedirect(url)

    def _back_url(self) -> str:
        if self.request.GET.get(FROM) == DESK:
            return reverse("arenden:desk", args=[self.organisation.slug])
        return self._case_url()

    def _case_url(self) -> str:
        url = reverse("arenden:case", args=[self.organisation.slug, self.case.public_id])
        return along(url, self.meeting)


def _number(text: str | None) -> int:
    return whole_number(text) or 0
