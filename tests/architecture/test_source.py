"""Rules that hold for every file of the project."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.architecture.source import FILES, MODULES, ROOT, SOURCE, TEMPLATES, TEXTS

LONGEST_FUNCTION, LONGEST_MODULE = 50, 300
# Joined here, so that this file does not contain what it looks for.
MACHINE = re.compile("|".join(["/wor" + "k/", "/hom" + "e/", "pypi" + r"\.org", "npmjs" + r"\."]))
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=[\"']|\|\s*safe\b")

MOVING = re.compile(
    r"(?:transition|animation)(?!-delay)[-a-z]*:([^;}]*)|@keyframes|scroll-behavior"
)
TIMED = re.compile(r"(?<![\w-])[\d.]+m?s\b")


def functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path in SOURCE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield path.relative_to(ROOT), node


def length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def written(paths: list[Path]) -> dict[Path, int]:
    """Lines of what people write: not migrations, nor files that only mark a package."""
    return {
        path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines())
        for path in paths
        if path.stat().st_size and "migrations" not in path.parts
    }


def test_paths_are_composed_unicode() -> None:
    names = [str(path.relative_to(ROOT)) for path in FILES]

    assert names == [unicodedata.normalize("NFC", name) for name in names]


def test_texts_are_composed_unicode() -> None:
    assert [
        path for path, text in TEXTS.items() if not unicodedata.is_normalized("NFC", text)
    ] == []


def test_texts_name_no_machine() -> None:
    assert [
        (path, found[0]) for path, text in TEXTS.items() if (found := MACHINE.search(text))
    ] == []


def test_functions_are_short() -> None:
    lengths = {(path, node.name): length(node) for path, node in functions()}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}
    assert median(lengths.values()) <= 10


def test_modules_are_short() -> None:
    lengths = written(MODULES)

    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}
    assert median(written(SOURCE).values()) <= 100


def test_templates_have_nothing_inline() -> None:
    """The Content-Security-Policy allows no inline script or style, and texts are escaped."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES}

    assert {name: found[0] for name, text in texts.items() if (found := INLINE.search(text))} == {}


def test_motion_takes_the_time_that_is_none_for_those_who_want_none() -> None:
    styles = {path.name: text for path, text in TEXTS.items() if path.suffix == ".css"}
    own_time = [
        (name, found[0])
        for name, text in styles.items()
        for found in MOVING.finditer(text)
        if found[1] is None or TIMED.search(found[1])
    ]
    calm = styles["tokens.css"].partition("prefers-reduced-motion: reduce")[2]

    assert own_time == []
    assert "--quick: 0ms" in calm
