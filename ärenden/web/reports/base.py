"""What the pages of the motionsbalans share: the council, and who may table its report."""

from functools import cached_property

from django.http import Http404

from accounts.roles import Verb
from parties.models import Body
from ärenden import access
from ärenden.queries.balance import council_of
from ärenden.web.base import WorkView


class BalanceView(WorkView):
    """For those who read the register; where there is no council, there is nothing (404)."""

    verb = Verb.READ_REGISTER
    part_of = ("arenden:cases",)

    @cached_property
    def council(self) -> Body:
        found = council_of(self.organisation)
        if found is None:
            raise Http404
        return found

    @property
    def may_table(self) -> bool:
        return access.can_for(self.user, Verb.MEETING, self.council, on=self.today)
