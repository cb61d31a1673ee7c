"""The servers that the environment does not name."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from localservices.postgres import postgres
from localservices.processes import held
from localservices.valkey import valkey


@contextmanager
def missing_servers(root: Path, *, durable: bool) -> Iterator[dict[str, str]]:
    """DATABASE_URL and REDIS_URL: as given, else of servers that run during the block."""
    urls = {name: os.environ.get(name, "") for name in ("DATABASE_URL", "REDIS_URL")}
    with ExitStack() as stack:
        if not all(urls.values()):
            stack.enter_context(held(root))
        if not urls["DATABASE_URL"]:
            urls["DATABASE_URL"] = stack.enter_context(postgres(root, durable=durable)).url()
        if not urls["REDIS_URL"]:
            urls["REDIS_URL"] = stack.enter_context(valkey(root, durable=durable))
        yield urls
