"""SMTP servers on loopback: one that takes mail as it should, and one that fails exactly where it is told to."""

import socket
import struct
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller

HOST = "127.0.0.1"
OK: Mapping[str, str] = {
    "CONNECT": "220 relay.example.no ESMTP",
    "EHLO": "250-relay.example.no\r\n250-AUTH PLAIN\r\n250 SIZE 10000000",
    "AUTH": "235 2.7.0 welcome",
    "MAIL": "250 2.1.0 ok",
    "RCPT": "250 2.1.5 ok",
    "DATA": "354 go on",
    "TEXT": "250 2.0.0 taken",
    "RSET": "250 2.0.0 ok",
    "QUIT": "221 2.0.0 bye",
}
DROP, RESET, STALL = "drop", "reset", "stall"


@dataclass
class Taken:
    """One message as it came over the wire."""

    sender: str
    recipient: str
    content: bytes


class Sink:
    """Handler of an aiosmtpd server that keeps what it takes."""

    def __init__(self) -> None:
        self.taken: list[Taken] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.taken.append(Taken(envelope.mail_from, envelope.rcpt_tos[0], envelope.original_content))
        return "250 taken"


@contextmanager
def sink(**options: Any) -> Iterator[tuple[Sink, int]]:
    """A good server; yields what it takes and its port. ``options`` go to aiosmtpd's controller."""
    handler = Sink()
    with closing(socket.socket()) as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    controller = Controller(handler, hostname=HOST, port=port, **options)
    controller.start()
    try:
        yield handler, port
    finally:
        controller.stop()


@dataclass
class Faulty:
    """A server that says ``OK`` unless ``plan`` says otherwise for a stage; ``drop``, ``reset`` and ``stall`` act."""

    plan: dict[str, str] = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)
    connections: int = 0
    pause: float = 0.0
    """Seconds between taking a message and saying so."""
    at_once: bool = False
    """Does it talk to many at the same time?"""
    stopping: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    def serve(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            self.connections += 1
            if self.at_once:
                threading.Thread(target=self.receive, args=(connection,), daemon=True).start()
            else:
                self.receive(connection)

    def receive(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(20)
            with suppress(OSError, EOFError):
                self.talk(connection)

    def talk(self, connection: socket.socket) -> None:
        lines = connection.makefile("rb")
        sender = recipient = ""
        self.answer(connection, "CONNECT")
        while line := lines.readline():
            verb = line.split()[0].decode().upper() if line.split() else ""
            stage = "EHLO" if verb == "HELO" else verb
            if stage == "MAIL":
                sender = line.decode().partition("<")[2].partition(">")[0]
            if stage == "RCPT":
                recipient = line.decode().partition("<")[2].partition(">")[0]
            self.answer(connection, stage)
            if stage == "DATA" and self.plan.get("DATA", OK["DATA"]).startswith("354"):
                text = b"".join(iter(lines.readline, b".\r\n"))
                if not self.plan.get("TEXT", OK["TEXT"]).startswith(("4", "5")):
                    self.taken.append(Taken(sender, recipient, text))
                self.stopping.wait(self.pause)
                self.answer(connection, "TEXT")
            if stage == "QUIT":
                return

    def answer(self, connection: socket.socket, stage: str) -> None:
        said = self.plan.get(stage) or OK.get(stage, "502 5.5.1 unknown")
        if said == STALL:
            self.stopping.wait(20)
            raise EOFError
        if said == RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if said in (RESET, DROP):
            connection.close()
            raise EOFError
        connection.sendall(said.encode() + b"\r\n")


@contextmanager
def faulty(**plan: str) -> Iterator[Faulty]:
    """A server that fails as planned: stage (``CONNECT``, ``EHLO`` … ``TEXT``) → reply or action."""
    with _served(Faulty(dict(plan))) as server:
        yield server


@contextmanager
def faulty_at_once() -> Iterator[Faulty]:
    """A server that talks to many senders at the same time."""
    with _served(Faulty(at_once=True)) as server:
        yield server


@contextmanager
def _served(server: Faulty) -> Iterator[Faulty]:
    with socket.create_server((HOST, 0)) as listener:
        server.port = listener.getsockname()[1]
        thread = threading.Thread(target=server.serve, args=(listener,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stopping.set()
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()
            thread.join(10)
