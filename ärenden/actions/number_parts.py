"""What a diary number says: of one given elsewhere only what is sure."""

from parties.models import Organisation
from ärenden import numbers
from ärenden.models import Case, NumberTemplate
from ärenden.numbers import NumberParts


def recognise(dnr: str, *, organisation: Organisation) -> NumberParts | None:
    """What a number given elsewhere surely says, by the templates of now and earlier."""
    templates = NumberTemplate.objects.filter(series__organisation=organisation)
    return numbers.recognise(dnr, own=templates.values_list("pattern", "series__code"))


def index_number(case: Case, dnr: str, *, parts: NumberParts | None) -> None:
    """What the number is compared, found and sorted by."""
    case.dnr_key = numbers.key(dnr)
    case.dnr_tokens = list(numbers.search_tokens(dnr, parts))
    case.dnr_parts = parts and parts.known()
