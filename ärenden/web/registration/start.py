"""What the form holds before anyone has typed, and after the type of case was changed."""

from django.http import QueryDict

from accounts.drafts import as_query
from parties.choices import BodyKind
from parties.models import Body
from ärenden.choices import CaseType
from ärenden.queries import offers
from ärenden.web.registration.numbering import usable_series
from ärenden.web.registration.place import Place, case_type_of

SHOWN_TYPE = "shown_type"
COUNCIL_TYPES = frozenset(CaseType) - {CaseType.COMMITTEE, CaseType.INITIATIVE}


def starting_fields(place: Place) -> QueryDict:
    """An interpellation to the council, numbered in its series."""
    body = _usual_body(place)
    fields: dict[str, list[str]] = {
        "case_type": [place.case_type],
        SHOWN_TYPE: [place.case_type],
        "body": [str(body.public_id) if body else ""],
        "series": [_usual_series(place, body)],
    }
    return as_query(fields)


def following_type(fields: QueryDict, place: Place) -> QueryDict:
    """Another type than the one shown is put to another body: the council, or the board."""
    case_type = case_type_of(fields.get("case_type", ""))
    shown = case_type_of(fields.get(SHOWN_TYPE, ""))
    if (case_type in COUNCIL_TYPES) != (shown in COUNCIL_TYPES):
        started = starting_fields(place.of(case_type))
        fields["target_meeting"] = ""
        for name in ("body", "series"):
            fields[name] = started.get(name, "")
    fields["case_type"] = fields[SHOWN_TYPE] = case_type
    return fields


def _usual_body(place: Place) -> Body | None:
    kind = BodyKind.COUNCIL if place.case_type in COUNCIL_TYPES else BodyKind.BOARD
    bodies = offers.bodies_for(place.user, place.organisation, on=place.today)
    return bodies.filter(kind=kind).first() or bodies.first()


def _usual_series(place: Place, body: Body | None) -> str:
    """The series of the body, else of the body whose register it uses, else the first."""
    offered = [each.series for each in usable_series(place.organisation, on=place.today)]
    mine = [each for each in offered if body and body in each.bodies.all()]
    shared = [each for each in offered if body and body.register in each.bodies.all()]
    chosen = [*mine, *shared, *offered]
    return str(chosen[0].public_id) if chosen else ""
