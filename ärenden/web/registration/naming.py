"""The tools of the names: who asks, in the order of the paper, and whom it is put to."""

from collections.abc import Callable

from django.http import QueryDict

from kernel.text import whole_number
from ärenden import question_list
from ärenden.web.people import parse_name
from ärenden.web.registration.askers import Asker, asker_of
from ärenden.web.registration.edited import Edited
from ärenden.web.registration.place import Place


def add_asker(fields: QueryDict, _: str, place: Place) -> Edited:
    read = parse_name(fields.get("new_asker", ""))
    if read.problem or not read.name:
        return Edited(read.problem, "id_new_asker")
    return _append(fields, asker_of(place.people, read, party=fields.get("new_asker_party", "")))


def choose_asker(fields: QueryDict, public_id: str, place: Place) -> Edited:
    for each in place.people.candidates:
        if str(each.person.public_id) == public_id:
            return _append(fields, Asker(each.person.name, each.party, public_id))
    return Edited()


def _append(fields: QueryDict, asker: Asker) -> Edited:
    if asker.packed() not in fields.getlist("asker"):
        fields.appendlist("asker", asker.packed())
    fields["new_asker"] = fields["new_asker_party"] = ""
    return Edited(f"{asker.name} är tillagd", "id_new_asker")


def move_asker(fields: QueryDict, argument: str, _: Place) -> Edited:
    return _change(fields, argument, question_list.move_up, "Namnet är flyttat framåt")


def remove_asker(fields: QueryDict, argument: str, _: Place) -> Edited:
    return _change(fields, argument, question_list.remove, "Namnet är borttaget")


def _change(
    fields: QueryDict, argument: str, change: Callable[[list[str], int], list[str]], said: str
) -> Edited:
    index = (whole_number(argument) or 0) - 1
    if not 0 <= index < len(fields.getlist("asker")):
        return Edited()
    fields.setlist("asker", change(fields.getlist("asker"), index))
    return Edited(said, "id_new_asker")


def choose_addressee(fields: QueryDict, text: str, _: Place) -> Edited:
    """A suggestion is only words for the field; they may be changed afterwards."""
    fields["addressee"] = text
    return Edited(f"Ställs till {text}", "id_addressee")
