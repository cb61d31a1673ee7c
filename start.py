#!/usr/bin/env python3
"""Everything from nothing but Python 3.11+ and pip: `start.py demo` and `start.py test`.

Makes .venv from the hash-pinned requirements, again only when they have changed, and runs
the command in it.  uv does that ten times faster than pip; without it venv and pip serve.
"""

from __future__ import annotations  # so that an older Python gets as far as our message

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
TOOLS = ROOT / ".tools"
PIP_INSTALL = ["-m", "pip", "install", "--quiet", "--root-user-action=ignore"]
COMMANDS = {"demo": ["-m", "config.demo"], "test": ["-m", "pytest"]}


def main() -> None:
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 eller nyare behövs. Kör start.py med en sådan.")
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit("Skriv python3 start.py demo eller python3 start.py test.")
    name, *options = sys.argv[1:]
    os.environ |= {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    install(ROOT / "requirements" / f"{name}.txt")
    os.environ["ARENDEN_DEMO_FROM"] = str(Path.cwd())
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), *COMMANDS[name], *options])


def install(requirements: Path) -> None:
    """Bring .venv up to the requirements."""
    wanted = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / f"{requirements.stem}.sha256"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installerar {requirements.name} i .venv", flush=True)
    if not (install_with_uv(requirements) or install_with_pip(requirements)):
        sys.exit("Paketen gick inte att installera. Skälet står i meddelandena ovan.")
    stamp.write_text(wanted)


def install_with_uv(requirements: Path) -> bool:
    tool = uv()
    if tool is None:
        return False
    os.environ.setdefault("UV_SYSTEM_CERTS", "1")  # networks that look into TLS have their own
    into = ["--quiet", "--python", PYTHON, "--require-hashes", "-r", requirements]
    made = run(tool, "venv", "--quiet", "--allow-existing", "--python", sys.executable, VENV)
    return made and run(tool, "pip", "install", *into)


def install_with_pip(requirements: Path) -> bool:
    made = run(sys.executable, "-m", "venv", VENV)
    return made and run(PYTHON, *PIP_INSTALL, "--require-hashes", "-r", requirements)


def uv() -> Path | None:
    """The program uv: what the machine has, else our own from pip, else nothing.

    `pip install --target` needs neither root nor a virtual environment, and is allowed where
    the distribution manages Python's packages itself (PEP 668).
    """
    if found := shutil.which("uv"):
        return Path(found)
    ours = TOOLS / "bin" / "uv"
    pinned = ["--target", TOOLS, "--require-hashes", "-r", ROOT / "requirements" / "uv.txt"]
    return ours if ours.exists() or run(sys.executable, *PIP_INSTALL, *pinned) else None


def run(*command: str | Path) -> bool:
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    main()
