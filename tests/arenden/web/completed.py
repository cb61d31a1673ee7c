"""The two steps of a komplettering, for the stories of every action."""

from datetime import date

from django.utils import timezone

from kernel.dates import full_date
from tests.arenden.web import acting
from tests.factories import drafts
from tests.factories.cases import World
from ärenden.actions.base import Doing
from ärenden.actions.completions import begin_completion, request_completion
from ärenden.actions.submissions import hand_in
from ärenden.models import Case
from ärenden.workflow import Action


def handed_in(world: World) -> Case:
    """Written and handed in here; registered today."""
    those = drafts.writers(world)
    return drafts.registered(those, drafts.handed_in(those, on=acting.came_in()), on=today())


def completed(world: World) -> Case:
    """Asked for and handed in today; it waits for the registrar."""
    case = handed_in(world)
    request = request_completion(case=case, doing=acting.now(world), reason="Vilken park?")
    [author] = case.submissions.get().author.memberships.all()
    doing = Doing(by=author.user, at=timezone.now())
    hand_in(draft=begin_completion(request=request, doing=doing), doing=doing)
    return case


def today() -> date:
    return acting.today()


COMPLETED = [
    (
        Action.REQUEST_COMPLETION,
        handed_in,
        lambda *_: {"reason": "Vilken park?"},
        lambda _: "Komplettering begärdes av Frida Fråga (V)",
    ),
    (
        Action.RECEIVE_COMPLETION,
        completed,
        lambda _, case: {
            "counts_from": case.submissions.latest("pk").public_id,
            "reason": "Frågan är en annan nu",
        },
        lambda _: (
            "Komplettering kom in från Frida Fråga (V)."
            f" Som inlämningsdag räknas {full_date(today())}"
        ),
    ),
]
