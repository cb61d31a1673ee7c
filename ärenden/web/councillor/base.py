"""What every view of a draft, or of what was handed in, stands on."""

from functools import cached_property

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from ärenden import draft_access
from ärenden.models import Draft, Submission
from ärenden.web.base import WorkView
from ärenden.web.people import People


class DraftView(WorkView):
    """A view of one draft; one that is not shared with the account is not there (404)."""

    part_of = ("arenden:my_cases",)

    @cached_property
    def draft(self) -> Draft:
        rows = draft_access.visible_to(self.user, on=self.today)
        related = rows.select_related("body", "author", "organisation", "completes__case")
        return get_object_or_404(
            related, organisation=self.organisation, public_id=self.kwargs["draft"]
        )

    @cached_property
    def people(self) -> People:
        return People(self.organisation, self.today)

    @property
    def is_author(self) -> bool:
        return draft_access.writes(self.user, self.draft, on=self.today)

    def url(self, name: str) -> str:
        """An address of the same draft."""
        return reverse(f"arenden:{name}", args=[self.organisation.slug, self.draft.public_id])

    def handed_in(self) -> HttpResponse | None:
        """A draft that is handed in is read as what came in."""
        if not hasattr(self.draft, "submission"):
            return None
        where = [self.organisation.slug, self.draft.submission.public_id]
        return HttpResponseRedirect(reverse("arenden:handed_in", args=where))


class SubmissionView(WorkView):
    """A view of what was handed in, for those who may read it."""

    part_of = ("arenden:my_cases", "arenden:desk")

    @cached_property
    def submission(self) -> Submission:
        rows = draft_access.submissions_visible_to(self.user, on=self.today)
        related = rows.select_related("draft", "body", "case", "organisation", "serving_at")
        return get_object_or_404(
            related, organisation=self.organisation, public_id=self.kwargs["submission"]
        )

    @property
    def is_author(self) -> bool:
        return draft_access.writes(self.user, self.submission.draft, on=self.today)

    @property
    def wrote(self) -> bool:
        """Did the account write it, or was the draft shared with it?"""
        return draft_access.can_read(self.user, self.submission.draft, on=self.today)

    def url(self, name: str) -> str:
        """An address of the same submission."""
        where = [self.organisation.slug, self.submission.public_id]
        return reverse(f"arenden:{name}", args=where)
