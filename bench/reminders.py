"""Reminders at 50,000 open cases among 200,000: how fast they are made, and how fast sent.

python -m bench.reminders

Aim: one statement for a thousand cases, at least a quarter of the speed of reading the same rows
bare, and at least half the speed of the same mails over one bare SMTP connection.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from localservices.servers import missing_servers

ROOT = Path(__file__).resolve().parent.parent
MEASURE = "from bench.reminding.measure import main; main()"


def main() -> None:
    """As in use: a database that keeps what it commits, and no debugging."""
    with tempfile.TemporaryDirectory() as home, missing_servers(Path(home), durable=True) as urls:
        own = {"ARENDEN_SECRET_KEY": "bench", "ARENDEN_MEDIA": f"{home}/media"}
        env = os.environ | urls | own
        for words in (["migrate", "--verbosity=0"], ["shell", "--no-imports", "-c", MEASURE]):
            subprocess.run([sys.executable, "manage.py", *words], env=env, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
