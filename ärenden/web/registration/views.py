"""Registrera: one page at one address; every tool and the registration itself are posts to it."""

from dataclasses import replace
from functools import cached_property, partial
from http import HTTPStatus
from uuid import UUID, uuid4

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django_htmx.http import HttpResponseClientRedirect

from accounts import drafts
from accounts.models import FormDraft
from accounts.roles import Verb
from kernel.text import key_of
from ärenden import access
from ärenden.actions.register import register
from ärenden.exceptions import ActionRefused, AlreadyDone
from ärenden.models import Case
from ärenden.web import uploads
from ärenden.web.base import WorkView
from ärenden.web.people import People
from ärenden.web.registration.edited import Edited
from ärenden.web.registration.edits import edit
from ärenden.web.registration.place import Place, case_type_of
from ärenden.web.registration.preview import preview
from ärenden.web.registration.registration import Registration
from ärenden.web.registration.start import following_type, starting_fields

PAGE = "arenden/registration/page.html"
# What HTMX may ask for: the id of the part, and the template that draws it and nothing else.
PARTS = {
    "registration": "arenden/registration/form.html",
    "askers": "arenden/registration/askers.html",
    "people": "arenden/registration/people.html",
    "addressee": "arenden/registration/addressee.html",
    "holders": "arenden/registration/holders.html",
    "questions": "arenden/registration/questions.html",
    "files": "arenden/registration/files.html",
    "saved": "arenden/registration/saved.html",
}
DISCARD, REMOVE_FILE, REGISTER = "discard", "remove_file", "register"


class Register(WorkView):
    """The form as it was left, or empty; `edit` says which button was pressed."""

    verb = Verb.REGISTER

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        kept = drafts.kept_fields(user=self.user, path=request.path)
        fields = kept if kept is not None else starting_fields(self.place)
        return self._page(self._form(fields))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        tool = request.POST.get("edit", "")
        if done := self._done(request.POST):
            return self._leave_for(done)
        if tool == DISCARD:
            drafts.forget(user=self.user, path=request.path)
            return HttpResponseRedirect(request.path)
        chosen = request.FILES.getlist("file")
        refused = uploads.take_in(user=self.user, path=request.path, files=chosen)
        if tool == REGISTER:
            return self._register(refused)
        return self._edit(tool, refused)

    @cached_property
    def place(self) -> Place:
        return Place(
            organisation=self.organisation,
            user=self.user,
            today=self.today,
            people=People(self.organisation, self.today),
            may_waive=self.may(Verb.WAIVE),
        )

    def _form(self, fields: QueryDict, *, is_checked: bool = False) -> Registration:
        files = uploads.waiting(user=self.user, path=self.request.path)
        place = self.place.of(case_type_of(fields.get("case_type", "")))
        return Registration(fields, place=place, files=files, is_checked=is_checked)

    def _edit(self, tool: str, refused: list[str]) -> HttpResponse:
        """Do what the tool says and keep the result; HTMX gets its part, others the page anew."""
        request = self.request
        fields = following_type(request.POST.copy(), self.place)
        verb, _, argument = tool.partition(":")
        if verb == REMOVE_FILE:
            uploads.remove(user=self.user, path=request.path, key=argument)
        place = self.place.of(case_type_of(fields.get("case_type", "")))
        edited = edit(fields, tool, place=place)
        drafts.keep_fields(user=self.user, path=request.path, data=fields)
        part = PARTS.get(request.headers.get("HX-Target", ""))
        if part is None and not refused:
            return HttpResponseRedirect(f"{request.path}#{edited.focus or 'registration'}")
        form = self._form(fields)
        form.refuse_files(refused)
        return self._page(form, template=part or PAGE, edited=edited)

    def _register(self, refused: list[str]) -> HttpResponse:
        form = self._form(self.request.POST, is_checked=True)
        with uploads.opened(form.files) as (files, unreadable):
            form.refuse_files([*refused, *unreadable])
            if form.errors:
                return self._refused(form)
            doing = replace(self.doing(submission=_submission(form.fields)), unknown=form.unknown())
            try:
                case = register(doing=doing, new=form.new_case(files))
            except AlreadyDone as done:
                return self._leave_for(self._mine.get(pk=done.case_id))
            except ActionRefused as refusal:
                for each in refusal.refusals:
                    form.kind.add_error(None, each.text)
                return self._refused(form)
        self._say_registered(case)
        return self._leave_for(case)

    def _refused(self, form: Registration) -> HttpResponse:
        drafts.keep_fields(user=self.user, path=self.request.path, data=form.fields)
        return self._page(form)

    def _done(self, fields: QueryDict) -> Case | None:
        """The case that this very form has already become: it was sent twice, or left open."""
        submission = _submission(fields)
        if submission is None:
            return None
        return self._mine.filter(events__submission=submission).first()

    @property
    def _mine(self) -> QuerySet[Case]:
        return access.visible_to(self.user, on=self.today)

    def _leave_for(self, case: Case) -> HttpResponse:
        """The form is done with: nothing of it waits for another time."""
        drafts.forget(user=self.user, path=self.request.path)
        url = self._address(case, "case")
        is_htmx = self.request.headers.get("HX-Request") == "true"
        return HttpResponseClientRedirect(url) if is_htmx else HttpResponseRedirect(url)

    def _page(
        self, form: Registration, *, template: str = PAGE, edited: Edited | None = None
    ) -> HttpResponse:
        edited = edited or Edited()
        form.focus_on(edited.focus)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        context = {
            "form": form,
            "edited": edited,
            "is_part": template != PAGE,
            "preview": partial(preview, form),  # drawn by few parts
            "submission": uuid4(),
            "draft": FormDraft.objects.filter(user=self.user, path=self.request.path).first(),
        }
        return render(self.request, template, context, status=status)

    def _say_registered(self, case: Case) -> None:
        said = f"Registrerad som {case.dnr}." if case.dnr else "Registrerad utan diarienummer."
        link = self._address(case, "receipt")
        messages.success(
            self.request, format_html('{} <a href="{}">Skriv ut kvittens</a>', said, link)
        )

    def _address(self, case: Case, name: str) -> str:
        where = {"organisation": self.organisation.slug, "case": case.public_id}
        return reverse(f"arenden:{name}", kwargs=where)


def _submission(fields: QueryDict) -> UUID | None:
    """The form's own id; one that is no id at all protects nothing and is left out."""
    return key_of(fields.get("submission"))
