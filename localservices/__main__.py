"""python -m localservices COMMAND: run a Python command on the developer's own servers."""

import os
import subprocess
import sys
from pathlib import Path

from localservices.servers import missing_servers

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    with missing_servers(ROOT / "var" / "development", durable=True) as urls:
        env = os.environ | urls | {"ARENDEN_DEBUG": "1"}
        return subprocess.run([sys.executable, *sys.argv[1:]], env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
