"""What came in: the receipt with its text and checksum, taken back, and listed for the office."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from accounts.roles import Verb
from kernel.dates import instant
from ärenden import draft_access
from ärenden.actions.submissions import as_file, take_back
from ärenden.choices import Capacity, CaseType
from ärenden.drafting import THE
from ärenden.exceptions import ActionRefused
from ärenden.models import AgentSnapshot, Submission
from ärenden.queries.secrecy import withheld_of
from ärenden.web.base import WorkView
from ärenden.web.councillor.arrivals import arrival_rows
from ärenden.web.councillor.base import SubmissionView
from ärenden.web.lists.rows import who
from ärenden.workflow.steps import OPEN


class HandedIn(SubmissionView):
    """The receipt: full text, time and checksum, and what has become of it.

    Those who wrote it read it as they did, others without protected names.
    """

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        row = self.submission
        agents = list(row.agents.select_related("person", "party"))
        if not self.wrote:
            withheld_of(agents).reread(row)
        context = {
            "submission": row,
            "kind": CaseType(row.case_type).label,
            "the": THE[CaseType(row.case_type)],
            "askers": [who(each) for each in agents if each.capacity == Capacity.SIGNATORY],
            "to": put_to(row, agents),
            "is_motion": row.case_type == CaseType.MOTION,
            "facts": self._facts(),
            "may_take_back": self.is_author and _can_be_taken_back(row),
            "may_register": self._may_register,
        }
        return render(request, "arenden/drafts/handed_in.html", context)

    @property
    def _may_register(self) -> bool:
        rows = draft_access.submissions_to_register(self.user, on=self.today)
        return self.submission.case_id is None and rows.filter(pk=self.submission.pk).exists()

    def _facts(self) -> list[dict[str, Any]]:
        row = self.submission
        told = [
            ("Lämnades in", instant(row.handed_in_at)),
            ("Ersättare, tjänstgör vid", str(row.serving_at or "")),
            ("Återtagen", instant(row.withdrawn_at) if row.withdrawn_at else ""),
            ("Skäl", row.withdrawn_because),
            ("Kontrollsumma (SHA-256)", row.sha256),
        ]
        return [{"label": label, "value": value} for label, value in told if value]


def put_to(row: Submission, agents: list[AgentSnapshot]) -> str:
    """Whom it is put to, with the office as it stands; a motion is put to the council."""
    asked = next((each for each in agents if each.capacity == Capacity.ADDRESSEE), None)
    if asked is None:
        return row.body.name
    return ", ".join([str(asked), *asked.offices])


def _can_be_taken_back(row: Submission) -> bool:
    is_open = row.case is None or row.case.state in OPEN
    return is_open and row.withdrawn_at is None and row.draft.completes_id is None


class HandedInText(SubmissionView):
    """The text as a file, by which anyone can compute the checksum again.

    It holds the names as signed: of someone with a protected identity only those have it who wrote.
    """

    def get(self, _request: HttpRequest, **_: str) -> FileResponse:
        if self._names_protected() and not self.wrote:
            raise PermissionDenied
        file = as_file(self.submission)
        response = FileResponse(file.file, as_attachment=True, filename=file.name)
        response["Content-Type"] = "text/plain; charset=utf-8"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response

    def _names_protected(self) -> bool:
        return self.submission.agents.filter(person__has_protected_identity=True).exists()


class TakeBack(SubmissionView):
    """Återta: only the author, and only while the matter is open."""

    def get(self, _request: HttpRequest, **_: str) -> HttpResponse:
        return HttpResponseRedirect(self.url("handed_in"))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        because = request.POST.get("text", "")
        try:
            take_back(submission=self.submission, doing=self.doing(), because=because)
            messages.success(request, "Återtagen. Kansliet antecknar det i diariet.")
        except ActionRefused as refused:
            messages.error(request, f"{refused}.")
        return HttpResponseRedirect(self.url("handed_in"))


class Arrivals(WorkView):
    """What waits for the registrar: to be registered, completed or noted as återtaget."""

    verb = Verb.REGISTER
    part_of = ("arenden:desk",)

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        context = {
            "rows": arrival_rows(self.user, self.organisation, now=self.now),
            "register_url": reverse("arenden:register", args=[self.organisation.slug]),
        }
        return render(request, "arenden/drafts/arrivals.html", context)
