"""Which form belongs to which action."""

from collections.abc import Mapping

from ärenden.web.cases.actions import (
    answer_time,
    answering,
    asking,
    changing,
    completing,
    correcting,
    deciding,
    entrusting,
    handling,
    papers,
    preparing,
    proposing,
    publishing,
    reserving,
    secrecy,
    telling,
    terms,
)
from ärenden.web.cases.actions.base import ActionForm
from ärenden.workflow import Action

FORMS: Mapping[Action, type[ActionForm]] = {
    **asking.FORMS,
    **answering.FORMS,
    **answer_time.FORMS,
    **preparing.FORMS,
    **proposing.FORMS,
    **deciding.FORMS,
    **reserving.FORMS,
    **entrusting.FORMS,
    **papers.FORMS,
    **completing.FORMS,
    **changing.FORMS,
    **correcting.FORMS,
    **publishing.FORMS,
    **handling.FORMS,
    **secrecy.FORMS,
    **telling.FORMS,
    **terms.FORMS,
}
