"""What changed between two wordings of the same thing, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True)
class Piece:
    """A stretch of words: in both, only in the later, or only in the first wording."""

    text: str
    kind: Literal["same", "new", "left_out"]


def differences(first: str, later: str) -> list[Piece]:
    """The later wording in pieces, with what was left out where it stood.

    Nothing when they differ in spaces and line breaks only.
    """
    before, after = WORD.findall(first.strip()), WORD.findall(later.strip())
    bare_before, bare_after = ([word.strip() for word in side] for side in (before, after))
    if bare_before == bare_after:
        return []
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, bare_before, bare_after, autojunk=False)
    for kind, start, end, later_start, later_end in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(after[later_start:later_end]), "same"))
            continue
        pieces.append(Piece("".join(before[start:end]), "left_out"))
        pieces.append(Piece("".join(after[later_start:later_end]), "new"))
    return [piece for piece in pieces if piece.text]
