"""A proposal under work: its heading, its rules one by one, and its adoption."""

from functools import cached_property
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from kernel.dates import full_date
from kernel.periods import holds_on
from parties.changes import Administering
from ärenden.actions.rules import discard, hindrances, remove_rule
from ärenden.deadlines import Rule, in_words
from ärenden.models import RuleSet
from ärenden.queries.rules import adopted, pure
from ärenden.web.administration.base import Edit
from ärenden.web.administration.rules.forms import (
    AdoptForm,
    HeadingForm,
    NewProposalForm,
    RuleForm,
)


class NewProposal(Edit):
    section = back = "admin_rules"
    form_class = NewProposalForm
    adding = "Skriv ett förslag"
    lead = "Förslaget ändrar inga datum. Det kan prövas på sammanträdena innan det antas."

    def after(self) -> str:
        written = getattr(self.form, "row", None)
        return self.to("admin_rule_set", rules=written.public_id) if written else super().after()


class OfProposal(Edit):
    """A page below a proposal; adopted rules have none."""

    section = "admin_rules"

    @cached_property
    def row(self) -> RuleSet:
        proposals = self.organisation.rule_sets.filter(adopted_at=None)
        return get_object_or_404(proposals, public_id=self.kwargs["rules"])

    def after(self) -> str:
        return self.to("admin_rule_set", rules=self.row.public_id)

    def where_it_stands(self) -> str:
        return self.after()


class EditHeading(OfProposal):
    form_class = HeadingForm
    is_removable = True

    def take_away(self, doing: Administering) -> str:
        discard(self.row, doing=doing)
        return f"{self.heading} togs bort"

    def after(self) -> str:
        """The list, when there is no proposal left."""
        rows = self.organisation.rule_sets.filter(pk=self.row.pk)
        return super().after() if rows.exists() else self.to("admin_rules")


class NewRule(OfProposal):
    form_class = RuleForm

    @property
    def heading(self) -> str:
        return "Lägg till en regel"


class EditRule(NewRule):
    is_removable = True

    @cached_property
    def owner(self) -> Rule:
        found = pure(self.row).rule(self.kwargs["rule"])
        if found is None:
            raise Http404
        return found

    @property
    def heading(self) -> str:
        return self.owner.name

    @property
    def lead(self) -> str:  # type: ignore[override]  # of the rule, not of the class
        return in_words(self.owner)

    def take_away(self, doing: Administering) -> str:
        remove_rule(self.row, self.owner, doing=doing)
        return f"{self.heading} togs bort"


class Adopt(OfProposal):
    form_class = AdoptForm
    template = "arenden/administration/rules/adopt.html"

    @property
    def heading(self) -> str:
        return "Anta förslaget"

    @property
    def lead(self) -> str:  # type: ignore[override]
        return str(self.row)

    def page(self, form: AdoptForm, **more: Any) -> HttpResponse:  # type: ignore[override]
        first = self.row.period.lower
        now = adopted(self.organisation).filter(holds_on(first)).first()
        return super().page(
            form,
            first=full_date(first),
            decided_on=full_date(self.row.decided_on) if self.row.decided_on else "",
            now=now,
            hindrances=list(hindrances(self.row, on=self.today)),
            heading_url=self.to("admin_rules_heading", rules=self.row.public_id),
            trial_url=self.to("admin_rules_trial", rules=self.row.public_id),
            **more,
        )

    def after(self) -> str:
        return self.to("admin_rules")
