"""The project's own files."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_OURS = {".git", ".venv", ".tools", "var", "uv.lock"}
PACKAGES = ("config", "kernel", "accounts", "parties", "meetings", "ärenden", "localservices")


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in folder.iterdir():
        if path.name in NOT_OURS or path.name.endswith(("_cache", "__pycache__", ".hypothesis")):
            continue
        found.extend(_files(path) if path.is_dir() else [path])
    return sorted(found)


FILES = _files(ROOT)
MODULES = [path for path in FILES if path.suffix == ".py"]
SOURCE = [path for path in MODULES if path.relative_to(ROOT).parts[0] in PACKAGES]
TEMPLATES = [path for path in FILES if path.suffix == ".html"]
BINARY = {".png", ".jpg", ".pdf", ".docx", ".odt", ".woff2", ".ico"}
TEXTS = {
    path.relative_to(ROOT): path.read_text(encoding="utf-8")
    for path in FILES
    if path.suffix not in BINARY
}
