"""What docs/deadlines.md promises of its example."""

import json
import re
from datetime import date
from pathlib import Path

from tests.arenden.deadlines.making import due_of, put_at
from ärenden.deadlines import rule_from_json
from ärenden.deadlines.shapes import KINDS

TEXT = (Path(__file__).parents[3] / "docs" / "deadlines.md").read_text(encoding="utf-8")


def test_example_of_the_documentation_gives_its_sentence():
    [stored] = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)
    [sentence] = re.findall(r"^> (.*)$", TEXT, re.MULTILINE)

    rule = rule_from_json(json.loads(stored))

    assert due_of(rule, put_at(date(2026, 6, 22))).sentence == sentence


def test_every_shape_is_documented():
    assert re.findall(r"^\| `(\w+)` \| `", TEXT, re.MULTILINE) == list(KINDS)
