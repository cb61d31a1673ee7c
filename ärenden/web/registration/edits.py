"""What the form's tools do with the fields; each is a submit button that works without script."""

from collections.abc import Callable

from django.http import QueryDict

from kernel.text import whole_number
from ärenden.web.registration import items, naming, pasting
from ärenden.web.registration.edited import Edited
from ärenden.web.registration.place import Place


def edit(fields: QueryDict, tool: str, *, place: Place) -> Edited:
    """Do what the pressed button says: `up:2`, `add`, `read_paper`; an unknown one does nothing."""
    verb, _, argument = tool.partition(":")
    if verb in items.TOOLS:
        return _edit_item(fields, verb, argument, place)
    if verb in EDITS:
        return EDITS[verb](fields, argument, place)
    return Edited()


def _edit_item(fields: QueryDict, verb: str, argument: str, place: Place) -> Edited:
    """Numbers in buttons count from one, as the page does."""
    index = (whole_number(argument) or 0) - 1
    count = len(items.items_of(fields))
    if not 0 <= index < count:
        return Edited()
    target = items.TOOLS[verb](fields, index)
    has_split = len(items.items_of(fields)) > count
    said = SAID[verb if verb != "split" or has_split else "unsplit"]
    return Edited(
        said.format(noun=place.nouns.the_first, old=index + 1, new=target + 1, next=index + 2),
        f"question-{target + 1}",
    )


SAID = {
    "up": "{noun} {old} är nu {new}",
    "down": "{noun} {old} är nu {new}",
    "join": "{noun} {old} och {next} är nu en",
    "split": "{noun} {old} är delad i två",
    "unsplit": "Ställ markören i texten där {noun} {old} ska delas, eller gör en radbrytning där",
    "remove": "{noun} {old} är borttagen",
}


def _add(fields: QueryDict, _: str, place: Place) -> Edited:
    number = items.add(fields) + 1
    return Edited(f"{place.nouns.the_first} {number} är tillagd", f"question-{number}")


def _undo(fields: QueryDict, _: str, place: Place) -> Edited:
    number = items.undo(fields) + 1
    return Edited(f"{place.nouns.the_first} {number} är tillbaka", f"question-{number}")


EDITS: dict[str, Callable[[QueryDict, str, Place], Edited]] = {
    "add": _add,
    "undo": _undo,
    "split_pasted": pasting.split_pasted,
    "read_paper": pasting.fill_from_paper,
    "enter": naming.add_asker,
    "add_asker": naming.add_asker,
    "choose_asker": naming.choose_asker,
    "move_asker": naming.move_asker,
    "remove_asker": naming.remove_asker,
    "choose_addressee": naming.choose_addressee,
}
