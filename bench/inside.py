"""What is measured inside Django, on servers of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from localservices.servers import missing_servers

ROOT = Path(__file__).resolve().parent.parent


def measure(module: str) -> None:
    """Its `main`, as in use: a database that keeps what it commits, and no debugging."""
    code = f"from {module} import main; main()"
    with tempfile.TemporaryDirectory() as home, missing_servers(Path(home), durable=True) as urls:
        own = {"ARENDEN_SECRET_KEY": "bench", "ARENDEN_MEDIA": f"{home}/media"}
        own["ARENDEN_DEMO_BIND"] = "127.0.0.1:8000"  # static files as they lie
        env = os.environ | urls | own
        for words in (["migrate", "--verbosity=0"], ["shell", "--no-imports", "-c", code]):
            subprocess.run([sys.executable, "manage.py", *words], env=env, cwd=ROOT, check=True)
