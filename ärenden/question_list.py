"""Edits of a list of questions in the form; each gives a new list and keeps every word."""


def move_up(questions: list[str], index: int) -> list[str]:
    """The question changes place with the one before; the first stays where it is."""
    return move_down(questions, index - 1) if index > 0 else list(questions)


def move_down(questions: list[str], index: int) -> list[str]:
    """The question changes place with the one after; the last stays where it is."""
    pair = questions[index : index + 2]
    return [*questions[:index], *reversed(pair), *questions[index + 2 :]]


def join_next(questions: list[str], index: int) -> list[str]:
    """The question and the one after become one, on separate lines; the last stays alone."""
    pair = questions[index : index + 2]
    return [*questions[:index], "\n".join(pair), *questions[index + 2 :]]


def split_at(questions: list[str], index: int, offset: int) -> list[str]:
    """The question becomes two where the cursor stands, if there are words on both sides."""
    halves = (questions[index][:offset].strip(), questions[index][offset:].strip())
    parts = halves if all(halves) else (questions[index],)
    return [*questions[:index], *parts, *questions[index + 1 :]]


def insert(questions: list[str], index: int, text: str = "") -> list[str]:
    """A new question before the one at `index`, or last."""
    return [*questions[:index], text, *questions[index:]]


def remove(questions: list[str], index: int) -> list[str]:
    """The list without the question."""
    return [*questions[:index], *questions[index + 1 :]]
