"""Every channel that hands matter out asks through `access` and `queries`, never the tables.

Nor by a side door: what hangs on an organisation, a body, a meeting, a person or an account is
every case's. Only what hangs on a case that the door let in is that case's own.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from tests.architecture.source import ROOT, SOURCE

# Channels: pages and their parts, files, lists with their counts and filter options.
CHANNELS = ("web", "filters.py", "tasks.py")
OF_CASES = "ärenden.models"
# What an organisation is set up with; nothing of its cases stands there.
SET_UP = frozenset({"closed_days", "rule_sets", "number_series", "reminder_rules"})
# A case or notes that were let in, what the queries gather of them, and what is no row.
LET_IN = frozenset({"case", "note", "record", "showing", "thing", "traces", "step", "drafting"})


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
    nodes = list(ast.walk(tree))
    empty = {each.value for each in nodes if isinstance(each, ast.Attribute) if each.attr == "none"}
    for node in nodes:
        match node:
            case ast.Attribute(attr="objects" | "_default_manager", value=ast.Name(id=table)):
                is_asked = node not in empty
            case ast.Call(func=ast.Name(id="get_object_or_404"), args=[ast.Name(id=table), *_]):
                is_asked = True
            case _:
                continue
        if is_asked and table in tables:
            yield str(path), node.lineno


def side_doors() -> set[str]:
    """The names by which rows of the lower apps lead to case matter."""
    links = (
        link
        for app in ("accounts", "parties", "meetings")
        for model in apps.get_app_config(app).get_models()
        for link in model._meta.related_objects
        if link.related_model._meta.app_label == "arenden"
    )
    return {name for link in links if (name := link.get_accessor_name())} - SET_UP


def taken(path: Path, doors: set[str]) -> Iterator[tuple[str, str]]:
    """Where a module takes such a name of anything but what was let in."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in doors:
            owner = ast.unparse(node.value)
            if owner.rpartition(".")[2] not in LET_IN:
                yield str(path), ast.unparse(node)


def test_no_channel_takes_a_side_door_to_case_matter() -> None:
    doors = side_doors()

    assert {"cases", "agenda", "submissions", "drafts", "reminders"} <= doors
    assert [found for path in channels() for found in taken(path, doors)] == []


def test_no_channel_asks_a_table_of_cases_itself() -> None:
    assert [found for path in channels() for found in asked(path)] == []


def test_channels_are_found() -> None:
    names = {path.parts[1] for path in channels()}

    assert names == {"web", "filters.py", "tasks.py"}
