"""A mail server that keeps what it is given in memory, and refuses the addresses it is told to."""

import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from uuid import uuid4

END_OF_MAIL = b".\r\n"


@dataclass
class Sink:
    """What came in, in order; `refuses` gives the answer to an address, `pace` seconds a mail.

    With a `folder` each mail is on the disk before it is said to be kept (RFC 5321 section 6.1).
    """

    refuses: Mapping[str, str] = field(default_factory=dict)
    pace: float = 0.0
    folder: Path | None = None
    mails: list[bytes] = field(default_factory=list)
    port: int = 0

    def keep(self, mail: bytes) -> None:
        self.mails.append(mail)
        if self.folder:
            with (self.folder / uuid4().hex).open("xb") as file:
                file.write(mail)
                file.flush()
                os.fsync(file.fileno())


class _Server(ThreadingTCPServer):
    daemon_threads = True
    sink: Sink


class _Conversation(StreamRequestHandler):
    """One connection, until the other side ends it or is gone."""

    server: _Server
    disable_nagle_algorithm = True

    def handle(self) -> None:
        with suppress(ConnectionError):
            self._say("220 sink")
            while line := self.rfile.readline():
                words = line.decode(errors="replace").strip()
                self._say(self._answer(words))
                if words.upper() == "QUIT":
                    return

    def _answer(self, words: str) -> str:
        match words[:4].upper():
            case "RCPT":
                address = words.partition("<")[2].partition(">")[0]
                return self.server.sink.refuses.get(address, "250 ok")
            case "DATA":
                self._say("354 go on")
                return "250 kept" if self._is_kept() else "451 cut off"
            case "QUIT":
                return "221 bye"
        return "250 ok"

    def _is_kept(self) -> bool:
        """Was the mail there to its end? One that breaks off is none."""
        mail = []
        while (line := self.rfile.readline()) not in {END_OF_MAIL, b""}:
            mail.append(line)
        time.sleep(self.server.sink.pace)
        if line:
            self.server.sink.keep(b"".join(mail))
        return bool(line)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_sink(sink: Sink) -> Iterator[Sink]:
    """Run it on a port of this machine, in a thread, during the block."""
    with _Server(("127.0.0.1", sink.port), _Conversation) as server:
        server.sink, sink.port = sink, server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield sink
        finally:
            server.shutdown()
            thread.join()


def main() -> None:
    """As a process of its own, until its standard input ends; it begins by saying its port.

    Its arguments are the seconds that it takes for a mail, and the folder where it keeps them.
    """
    pace, *folder = sys.argv[1:]
    with mail_sink(Sink(pace=float(pace), folder=Path(*folder) if folder else None)) as sink:
        print(sink.port, flush=True)  # noqa: T201
        sys.stdin.read()


if __name__ == "__main__":
    main()
