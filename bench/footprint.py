"""Memory after a hundred pages and the time of `check`, ours beside the same packages bare.

Aim: ours adds at most 25 MB and 0.7 s.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from statistics import median
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from localservices.servers import missing_servers

ROOT = Path(__file__).resolve().parent.parent
PORT = 8917
PAGES = 100
CHECKS = 5


def main() -> None:
    with tempfile.TemporaryDirectory() as home, missing_servers(Path(home), durable=False) as urls:
        env = os.environ | urls | _environment(Path(home))
        _run(["manage.py", "load_demo"], env)
        ours = _memory("config.wsgi", env, _our_pages)
        bare = _memory("bench.bare.wsgi", env, lambda _: ["/"])
        times = {name: _check_time(env | more) for name, more in _SETTINGS.items()}
    print("| | ours | bare | added |\n| --- | --- | --- | --- |")
    print(f"| worker after {PAGES} pages, MB | {ours:.1f} | {bare:.1f} | {ours - bare:.1f} |")
    checked, alone = times["ours"], times["bare"]
    print(
        f"| check, s (median of {CHECKS}) | {checked:.2f} | {alone:.2f} | {checked - alone:.2f} |"
    )


_SETTINGS = {
    "ours": {"DJANGO_SETTINGS_MODULE": "config.settings"},
    "bare": {"DJANGO_SETTINGS_MODULE": "bench.bare.settings"},
}


def _environment(home: Path) -> dict[str, str]:
    return {
        "ARENDEN_DEMO_BIND": f"127.0.0.1:{PORT}",
        "ARENDEN_SECRET_KEY": "a measurement keeps no secrets",
        "ARENDEN_MEDIA": str(home / "media"),
    }


def _run(command: Sequence[str], env: dict[str, str]) -> None:
    subprocess.run([sys.executable, *command], env=env, cwd=ROOT, check=True, capture_output=True)


def _check_time(env: dict[str, str]) -> float:
    """Seconds of `manage.py check`, start of Python included."""
    taken = []
    for _ in range(CHECKS):
        started = time.perf_counter()
        _run(["-m", "django", "check"], env)
        taken.append(time.perf_counter() - started)
    return median(taken)


def _memory(wsgi: str, env: dict[str, str], pages: Callable[[OpenerDirector], list[str]]) -> float:
    """Resident MB of the one worker after the pages."""
    with _server(wsgi, env) as worker:
        opener = build_opener(HTTPCookieProcessor(CookieJar()))
        addresses = pages(opener)
        for number in range(PAGES):
            _get(opener, addresses[number % len(addresses)])
        status = Path(f"/proc/{worker()}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024


@contextmanager
def _server(wsgi: str, env: dict[str, str]) -> Iterator[Callable[[], str]]:
    command = [sys.executable, "-m", "gunicorn", wsgi, f"--bind=127.0.0.1:{PORT}", "--workers=1"]
    with subprocess.Popen(command, env=env, cwd=ROOT, stderr=subprocess.DEVNULL) as master:
        children = Path(f"/proc/{master.pid}/task/{master.pid}/children")
        try:
            _wait()
            yield lambda: children.read_text().split()[0]
        finally:
            master.terminate()


def _wait(seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            build_opener().open(f"http://127.0.0.1:{PORT}/", timeout=5).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


def _our_pages(opener: OpenerDirector) -> list[str]:
    """As the demo's secretary: her desk, the list, the register form, the cases of page one."""
    page = _get(opener, "/logga-in/")
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    user = re.findall(r'name="user" value="([^"]+)"', page)[0]
    form = urlencode({"csrfmiddlewaretoken": token, "user": user}).encode()
    with opener.open(f"http://127.0.0.1:{PORT}/logga-in/demo/", form, timeout=30) as answer:
        home = re.findall(r"/org/[^/]+/", answer.url)[0]
    base = f"{home}arenden/"
    cases = re.findall(rf'href="({re.escape(base)}[0-9a-f-]{{36}}/)"', _get(opener, base))
    return [f"{home}att-gora/", base, f"{home}registrera/", *dict.fromkeys(cases)]


def _get(opener: OpenerDirector, path: str) -> str:
    with opener.open(f"http://127.0.0.1:{PORT}{path}", timeout=30) as answer:
        return str(answer.read().decode())


if __name__ == "__main__":
    main()
