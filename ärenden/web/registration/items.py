"""The list of questions, or of points, as the form carries it, and what its tools do."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict

from kernel.text import whole_number
from ärenden import question_list
from ärenden.actions.values import Point, begins_with_att

TEXTS, LABELS, REMOVED = "question", "question_label", "removed"
CURSOR = "cursor"
LABEL_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Item:
    """One question: its number on the page, its text and the sign it bore in the paper."""

    number: int
    text: str
    label: str


def items_of(fields: QueryDict) -> list[Item]:
    """The items in order, also those still empty."""
    texts, labels = _lists(fields)
    pairs = zip(texts, labels, strict=True)
    return [Item(number, *pair) for number, pair in enumerate(pairs, start=1)]


def shown_items(items: list[Item], *, focus: str) -> list[dict[str, object]]:
    """The list as the question editor takes it."""
    return [
        {
            "number": each.number,
            "text": each.text,
            "has_focus": focus == f"question-{each.number}",
        }
        for each in items
    ]


def points_of(fields: QueryDict) -> list[Point]:
    """The items as the register takes them; empty ones are left out."""
    return [
        Point(
            text=item.text.strip(),
            label=item.label,
            has_att=begins_with_att(item.text),
        )
        for item in items_of(fields)
        if item.text.strip()
    ]


def store(fields: QueryDict, pairs: list[tuple[str, str]]) -> None:
    """Put (text, label) pairs into the fields, in place of what was there."""
    fields.setlist(TEXTS, [text for text, _ in pairs])
    fields.setlist(LABELS, [label[:LABEL_LENGTH] for _, label in pairs])


def has_items(fields: QueryDict) -> bool:
    return any(text.strip() for text in fields.getlist(TEXTS))


def move(fields: QueryDict, index: int, *, up: bool) -> int:
    """Change places with the neighbour; returns the item's new index."""
    change = question_list.move_up if up else question_list.move_down
    texts, labels = _lists(fields)
    target = min(max(index + (-1 if up else 1), 0), len(texts) - 1)
    _put(fields, change(texts, index), change(labels, index))
    return target


def join(fields: QueryDict, index: int) -> int:
    """One with the next; it keeps the first one's sign."""
    texts, labels = _lists(fields)
    _put(fields, question_list.join_next(texts, index), question_list.remove(labels, index + 1))
    return index


def split(fields: QueryDict, index: int) -> int:
    """Two at the cursor; without a known cursor at the first line break.

    Returns the index of the new item, or of the old one when nothing stood on one side.
    """
    texts, labels = _lists(fields)
    offset = _cursor(fields, texts[index])
    halves = question_list.split_at(texts, index, offset)
    if len(halves) == len(texts):
        return index
    _put(fields, halves, question_list.insert(labels, index + 1))
    return index + 1


def add(fields: QueryDict) -> int:
    """An empty item last."""
    texts, labels = _lists(fields)
    _put(fields, question_list.insert(texts, len(texts)), [*labels, ""])
    return len(texts)


def remove(fields: QueryDict, index: int) -> int:
    """Take an item away and remember it; returns the index that then has its place."""
    texts, labels = _lists(fields)
    fields.setlist(REMOVED, [str(index), texts[index], labels[index]])
    _put(fields, question_list.remove(texts, index), question_list.remove(labels, index))
    return max(min(index, len(texts) - 2), 0)


def undo(fields: QueryDict) -> int:
    """Put the item last removed back where it was."""
    place, text, label = removed(fields) or ("0", "", "")
    texts, labels = _lists(fields)
    remembered = whole_number(place)
    index = len(texts) if remembered is None else min(remembered, len(texts))
    _put(
        fields,
        question_list.insert(texts, index, text),
        question_list.insert(labels, index, label),
    )
    fields.setlist(REMOVED, [])
    return index


def removed(fields: QueryDict) -> tuple[str, str, str] | None:
    """Index, text and sign of the item last removed, if it can be put back."""
    values = fields.getlist(REMOVED)
    return (values[0], values[1], values[2]) if len(values) == 3 else None


TOOLS: dict[str, Callable[[QueryDict, int], int]] = {
    "up": lambda fields, index: move(fields, index, up=True),
    "down": lambda fields, index: move(fields, index, up=False),
    "join": join,
    "split": split,
    "remove": remove,
}


def _lists(fields: QueryDict) -> tuple[list[str], list[str]]:
    """Texts and signs of equal length, whatever was sent."""
    texts = [text.replace("\r\n", "\n") for text in fields.getlist(TEXTS)]
    labels = [label[:LABEL_LENGTH] for label in fields.getlist(LABELS)[: len(texts)]]
    return texts, labels + [""] * (len(texts) - len(labels))


def _put(fields: QueryDict, texts: list[str], labels: list[str]) -> None:
    store(fields, list(zip(texts, labels, strict=True)))


def _cursor(fields: QueryDict, text: str) -> int:
    cursor = whole_number(fields.get(CURSOR))
    return text.strip().find("\n") + 1 if cursor is None else cursor
