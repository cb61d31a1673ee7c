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
    with tempfile.TemporaryDirectory() as home, missing_servers(Path(home), durable=False) as urls:
        env = os.environ | urls | {"ARENDEN_DEBUG": "1", "ARENDEN_MEDIA": f"{home}/media"}
        for words in (["migrate", "--verbosity=0"], ["shell", "--no-imports", "-c", MEASURE]):
            subprocess.run([sys.executable, "manage.py", *words], env=env, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
