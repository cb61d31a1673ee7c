"""Every channel that hands matter out asks through `access` and `queries`, never the tables."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import ROOT, SOURCE

# Channels: pages and their parts, files, lists with their counts and filter options.
CHANNELS = ("web", "filters.py", "tasks.py")
OF_CASES = "ärenden.models"


def channels() -> list[Path]:
    inside = [path.relative_to(ROOT) for path in SOURCE if path.is_relative_to(ROOT / "ärenden")]
    return [path for path in inside if path.parts[1] in CHANNELS]


def case_models(tree: ast.Module) -> set[str]:
    """The names by which a module knows tables of case matter."""
    return {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OF_CASES)
        for name in node.names
    }


def asked(path: Path) -> Iterator[tuple[str, int]]:
    """Where a module asks a table itself; `none()` asks nothing."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    tables = case_models(tree)
    empty = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "none"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}:
            owner = node.value
            if isinstance(owner, ast.Name) and owner.id in tables and node not in empty:
                yield str(path), node.lineno


def test_no_channel_asks_a_table_of_cases_itself() -> None:
    assert [found for path in channels() for found in asked(path)] == []


def test_channels_are_found() -> None:
    names = {path.parts[1] for path in channels()}

    assert names == {"web", "filters.py", "tasks.py"}
