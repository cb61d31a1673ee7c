"""What a tool of the form did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edited:
    """A sentence said aloud, and the id of the element that takes the focus."""

    said: str = ""
    focus: str = ""
