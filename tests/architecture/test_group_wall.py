"""What party groups keep is asked for in one module, and hangs on nothing else."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import ROOT, SOURCE
from ärenden.models import GroupNote, GroupReader, GroupWatch, SavedView

KEPT = (GroupNote, GroupReader, GroupWatch, SavedView)
NAMES = {model.__name__ for model in KEPT}
MANAGERS = {"objects", "_default_manager", "_base_manager"}
RULE = "ärenden/group_access.py"


def asking() -> Iterator[str]:
    """Modules in which a manager of the tables is taken."""
    for path in SOURCE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_manager = isinstance(node, ast.Attribute) and node.attr in MANAGERS
            if is_manager and isinstance(node.value, ast.Name) and node.value.id in NAMES:
                yield str(path.relative_to(ROOT))


def test_one_module_asks_for_what_groups_keep() -> None:
    assert set(asking()) == {RULE}


@pytest.mark.parametrize("model", KEPT)
def test_no_other_row_leads_to_what_groups_keep(model: type[GroupNote]) -> None:
    links = [field for field in model._meta.get_fields() if field.remote_field]

    assert [field.name for field in links if not field.remote_field.hidden] == []
    assert links


def test_name_of_a_note_repeats_nothing_of_it() -> None:
    note = GroupNote(text="Hemligt", quote="Löfte")

    assert str(note) == str(note.public_id)
