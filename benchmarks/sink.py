"""A mail server that says yes to everything and keeps nothing, in a process of its own."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection

from benchmarks.children import child

_STARTS_DATA = b"DATA"
_END = b"\r\n.\r\n"
_STARTED_WITHIN = 60.0
"""Seconds that its process may take to start."""


@contextmanager
def sink() -> Iterator[int]:
    """Gives the port on the loopback address; the process is gone when the block ends."""
    with child(serve, within=_STARTED_WITHIN) as port:
        yield int(port)


def serve(told: Connection) -> None:
    """Listen, tell the port, and take one conversation after the other."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        told.send(server.getsockname()[1])
        while True:
            connection, _ = server.accept()
            with connection, suppress(ConnectionError):
                converse(connection)


def converse(connection: socket.socket) -> None:
    """One SMTP conversation (RFC 5321), answered with as little thought as possible."""
    connection.sendall(b"220 sink\r\n")
    while line := connection.recv(65536):
        verb = line[:4].upper()
        if verb == _STARTS_DATA:
            connection.sendall(b"354 go on\r\n")
            _swallow(connection)
        connection.sendall(b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")


def _swallow(connection: socket.socket) -> None:
    tail = b""
    while not tail.endswith(_END):
        tail = (tail + connection.recv(262_144))[-len(_END) :]
