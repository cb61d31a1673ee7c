"""The demo's texts: TOML files with prose in wrapped lines."""

import re
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"
WRAP = re.compile(r"(?<!\n)\n(?!\n)")


def read(name: str) -> dict[str, Any]:
    """A file of `data/`; lines of one paragraph are joined, blank lines part paragraphs."""
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    unwrapped: dict[str, Any] = _unwrapped(data)
    return unwrapped


def _unwrapped(value: Any) -> Any:
    if isinstance(value, str):
        return WRAP.sub(" ", value.strip("\n"))
    if isinstance(value, list):
        return [_unwrapped(item) for item in value]
    if isinstance(value, dict):
        return {key: _unwrapped(item) for key, item in value.items()}
    return value
