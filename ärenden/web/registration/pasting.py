"""Pasted text into the fields: what is found is a proposal, and nothing typed is replaced."""

from django.http import QueryDict

from kernel.dates import count_word
from ärenden.web.people import parse_name
from ärenden.web.registration import items
from ärenden.web.registration.askers import asker_of
from ärenden.web.registration.edited import Edited
from ärenden.web.registration.paper import Paper, apart, label_of, read_paper, split_items, type_of
from ärenden.web.registration.place import Place, case_type_of
from ärenden.web.registration.start import following_type


def split_pasted(fields: QueryDict, _: str, place: Place) -> Edited:
    """The pasted list becomes items after those already there; what stands before is filled in."""
    text = fields.get("pasted", "")
    split = split_items(text, case_type=place.case_type)
    if not split.questions:
        return _say(fields, _found_sentence(0, place), "id_pasted")
    motivation, intro = apart(split)
    _fill(fields, {"motivation": motivation, "question_intro": intro})
    had = [(each.text, each.label) for each in items.items_of(fields) if each.text.strip()]
    found = [(each.text, label_of(each)) for each in split.questions]
    items.store(fields, [*had, *found])
    fields["original"], fields["pasted"] = text, ""
    return _say(fields, _found_sentence(len(found), place), f"question-{len(had) + 1}")


def fill_from_paper(fields: QueryDict, _: str, place: Place) -> Edited:
    """Fill the fields that are still empty from the pasted paper; nothing typed is replaced."""
    text = fields.get("paper", "")
    if not text.strip():
        return Edited("", "id_paper")
    place = _typed_as(fields, text, place)
    paper = read_paper(text, case_type=place.case_type)
    fields["original"] = text
    filled = _fill(
        fields,
        {
            "title": paper.title,
            "motivation": paper.motivation,
            "question_intro": paper.intro,
            "addressee": paper.addressee if place.is_asked else "",
        },
    )
    found = [(each.text, label_of(each)) for each in paper.items.questions]
    if not items.has_items(fields):
        items.store(fields, found)
    filled += _add_names(fields, paper, place)
    said = f"{_found_sentence(len(found), place)} {_filled([PARTS[name] for name in filled])}"
    return _say(fields, said.strip(), "id_title")


def _typed_as(fields: QueryDict, text: str, place: Place) -> Place:
    """The paper's own heading settles what type of case it is."""
    fields["case_type"] = type_of(text) or place.case_type
    return place.of(case_type_of(following_type(fields, place).get("case_type", "")))


def _say(fields: QueryDict, said: str, focus: str) -> Edited:
    """Said aloud now, and shown beside the original as long as the form is open."""
    fields["found"] = said
    return Edited(said, focus)


PARTS = {
    "title": "rubrik",
    "motivation": "motivering",
    "question_intro": "inledning",
    "addressee": "vem den ställs till",
    "asker": "namn",
}


def _fill(fields: QueryDict, proposed: dict[str, str]) -> list[str]:
    """Put what was found into fields that are empty; returns their names."""
    empty = [name for name, text in proposed.items() if text and not fields.get(name, "").strip()]
    for name in empty:
        fields[name] = proposed[name]
    return empty


def _add_names(fields: QueryDict, paper: Paper, place: Place) -> list[str]:
    if fields.getlist("asker") or not paper.names:
        return []
    named = [asker_of(place.people, parse_name("{} ({})".format(*each))) for each in paper.names]
    fields.setlist("asker", [each.packed() for each in named])
    return ["asker"]


def _filled(words: list[str]) -> str:
    return f"Ifyllt ur texten: {', '.join(words)}." if words else ""


def _found_sentence(count: int, place: Place) -> str:
    nouns = place.nouns
    noun = nouns.one if count == 1 else nouns.many
    if not count:
        return f"Texten innehöll inga {noun} som gick att känna igen."
    return f"Texten innehöll {count_word(count, common=True)} {noun}."
