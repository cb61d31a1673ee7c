"""What a case or a document is called is printed as it is told, never as it is written."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import ROOT, SOURCE, TEMPLATES

CALLED = ("case", "other", "document")
WRITTEN = ("title", "title_public")
READING = ("ärenden/web/", "ärenden/queries/", "ärenden/models/")
READY = {"aside.html"}  # whose documents the presenter has made ready
IN_TEMPLATE = re.compile(rf"\b(?:{'|'.join(CALLED)})\.(?:{'|'.join(WRITTEN)})\b")


def printing() -> Iterator[str]:
    for path in SOURCE:
        name = str(path.relative_to(ROOT))
        if name.startswith(READING):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr in WRITTEN:
                    owner = ast.unparse(node.value).rpartition(".")[2]
                    yield from [f"{name}: {ast.unparse(node)}"] * (owner in CALLED)


def test_no_page_or_query_reads_a_title_as_it_is_written() -> None:
    assert list(printing()) == []


def test_no_template_prints_a_title_as_it_is_written() -> None:
    assert [
        (path.name, found[0])
        for path in TEMPLATES
        if path.name not in READY
        and (found := IN_TEMPLATE.search(path.read_text(encoding="utf-8")))
    ] == []
