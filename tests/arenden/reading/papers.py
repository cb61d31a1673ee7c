"""A small paper of our own with its reading, for tests without the real documents."""

import hashlib
from pathlib import Path
from textwrap import dedent

from ärenden.reading.sources import Reading, read

PAPER = """\
## **Interpellation till Sven Svar (S) om bänkar**

Bänkarna i parken är slitna.

- Hur många bänkar finns?
- När målas de?

Frida Fråga (V)
Sida 1 av 1
"""
READING = """\
[organisation]
name = "Provby kommun"
slug = "provby"

[[bodies]]
abbreviation = "KF"
name = "Kommunfullmäktige"
kind = "council"

[[parties]]
abbreviation = "V"
name = "Vänsterpartiet"

[[furniture]]
name = "markering"
pattern = '^## |[*]{2}|^-(?= )'

[[furniture]]
name = "sidfot"
pattern = '^Sida .*$'

[case]
case_type = "interpellation"
body = "KF"
title = "Interpellation till … om bänkar"
motivation = "Bänkarna … slitna."
signatories = ["Frida Fråga (V)"]
addressee = "Sven Svar (S)"
questions = [{ text = "Hur många … finns?" }, { text = "När målas de?" }]

[case.document]
kind = "interpellation"
direction = "incoming"
title = "Interpellation till … om bänkar"

[case.unknown]
number = "Framgår inte"
received_on = "Framgår inte"
"""


def write_reading(folder: Path, text: str = READING, *, paper: str = PAPER) -> tuple[Path, Path]:
    """The reading's file and its source in the folder."""
    source, file = folder / "bankar.txt", folder / "provby.toml"
    source.write_text(paper, encoding="utf-8")
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    head = f'source = "{source.name}"\nsha256 = "{sha256}"\n'
    file.write_text(head + dedent(text), encoding="utf-8")
    return file, source


def own_reading(folder: Path, text: str = READING) -> Reading:
    return read(*write_reading(folder, text))
