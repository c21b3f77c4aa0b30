"""A web server on loopback that answers as it is told and keeps what it was asked."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

HOST = "127.0.0.1"
GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
DRIP, STALL, BOMB = b"drip", b"stall", b"bomb"


@dataclass
class Asked:
    """One request as it came."""

    head: str
    headers: dict[str, str]
    body: bytes


@dataclass
class WebServer:
    """Answers with the bytes of ``plan``, one after another, then ``GOOD``."""

    plan: list[bytes] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    def serve(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            lines = connection.makefile("rb")
            head = lines.readline().decode().strip()
            headers = {}
            while line := lines.readline().decode().strip():
                name, _, value = line.partition(": ")
                headers[name.lower()] = value
            body = lines.read(int(headers.get("content-length", "0")))
            self.asked.append(Asked(head, headers, body))
            self.answer(connection, self.plan.pop(0) if self.plan else GOOD)

    def answer(self, connection: socket.socket, said: bytes) -> None:
        if said == STALL:
            self.stopping.wait(30)
        elif said == DRIP:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while not self.stopping.wait(0.2):
                connection.sendall(b".")
        elif said == BOMB:
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            while not self.stopping.is_set():
                connection.sendall(b"." * 65_536)
        else:
            connection.sendall(said)


def status(code: int, *headers: str) -> bytes:
    """An answer without a body."""
    lines = [f"HTTP/1.1 {code} said", "Content-Length: 0", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode()


@contextmanager
def web_server(*plan: bytes) -> Iterator[WebServer]:
    """A server that gives these answers."""
    server = WebServer(list(plan))
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
