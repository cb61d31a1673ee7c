"""`start.py demo`: servers, data, web, worker and beat; Ctrl-C stops them all.

Runs without Django itself, so that the settings can demand what production needs.
"""

import argparse
import os
import secrets
import signal
import socket
import sys
from contextlib import ExitStack
from pathlib import Path

from localservices.processes import STOPPING, LocalServiceError, child
from localservices.servers import missing_servers
from localservices.supervise import wait_for_page, watch

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("ARENDEN_DEMO_HOME", ROOT / "var" / "demo"))
WEB = ["gunicorn", "config.wsgi", "--preload", "--workers=2", "--threads=4", "--log-level=warning"]
CELERY = ["celery", "--app=config.celery", "--quiet"]
WORKER = [*CELERY, "worker", "--concurrency=1", "--loglevel=warning"]
BEAT = [*CELERY, "beat", f"--schedule={HOME / 'beat'}", "--loglevel=warning"]

# Celery's words to those who try the demo as root, in a container say
AS_ROOT = "You're running the worker with superuser privileges"


def main() -> None:
    options = _options()
    for number in STOPPING:  # Ctrl-C too: a shell's background job begins without it
        signal.signal(number, signal.default_int_handler)
    try:
        _require_free(options.port)
        with missing_servers(HOME, durable=True) as urls:
            env = os.environ | urls | _environment(options)
            _load(options, env)
            _serve(options.port, env)
    except LocalServiceError as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        print("Demon är stoppad. Allt finns kvar till nästa gång.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="start.py demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="webbserverns port")
    parser.add_argument("--reset", action="store_true", help="börja om med nya uppgifter")
    here = Path(os.environ.get("ARENDEN_DEMO_FROM", "."))  # where start.py was called
    papers = "visa även verkliga papper"
    parser.add_argument("--documents", type=here.joinpath, metavar="MAPP", help=papers)
    return parser.parse_args()


def _require_free(port: int) -> None:
    """Another server on the port would answer in our place."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as problem:
            text = f"Port {port} är upptagen. Välj en annan med --port."
            raise LocalServiceError(text) from problem


def _environment(options: argparse.Namespace) -> dict[str, str]:
    HOME.mkdir(parents=True, exist_ok=True)
    key = HOME / "secret-key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(50))
    return {
        "ARENDEN_DEBUG": "0",
        "ARENDEN_DEMO_BIND": f"127.0.0.1:{options.port}",
        "ARENDEN_ADDRESS": f"http://127.0.0.1:{options.port}",
        "ARENDEN_SECRET_KEY": key.read_text(),
        "ARENDEN_MEDIA": str(HOME / "media"),
        "ARENDEN_MAIL_FOLDER": str(HOME / "mejl"),
        "PYTHONWARNINGS": f"ignore:{AS_ROOT}:UserWarning",
    }


def _load(options: argparse.Namespace, env: dict[str, str]) -> None:
    """Fill the database in a process of its own, which says itself what hinders it."""
    command = [sys.executable, "manage.py", "load_demo"]
    if options.reset:
        command.append("--reset")
    if options.documents:
        command.append(f"--documents={options.documents.resolve()}")
    with child(command, env=env, cwd=ROOT) as loader:
        if loader.wait():
            sys.exit(loader.returncode)


def _serve(port: int, env: dict[str, str]) -> None:
    """The page first: the worker and beat would take its processor time."""
    address = f"http://127.0.0.1:{port}/"
    with ExitStack() as stack:
        web = [sys.executable, "-m", *WEB, f"--bind=127.0.0.1:{port}"]
        children = {"web": stack.enter_context(child(web, env=env, cwd=ROOT))}
        wait_for_page(address, children=children)
        print(f"Öppna {address} (Ctrl-C stoppar allt)", flush=True)
        for name, command in (("worker", WORKER), ("beat", BEAT)):
            started = child([sys.executable, "-m", *command], env=env, cwd=ROOT)
            children[name] = stack.enter_context(started)
        watch(children)


if __name__ == "__main__":
    main()
