"""The world's web server: one threaded HTTP server a portal, on 127.0.0.1, gone when the block ends."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qsl, urlsplit

from operations.world.answers import Portal, Request
from operations.world.careers import CareerSite
from operations.world.jobbnorge import Jobbnorge
from operations.world.model import World
from operations.world.nav_feed import NavFeed

_HOST = "127.0.0.1"
_IDLE_SECONDS = 30


@contextmanager
def serve(world: World, ports: Mapping[str, int] | None = None) -> Iterator[dict[str, str]]:
    """Serve every portal of ``world``; gives portal name → base URL without a slash at the end.

    ``ports`` asks for a port per portal, so that a second visit finds the same addresses; one that is taken is
    replaced by a free one. All sockets and threads are gone when the block ends.
    """
    wanted = ports or {}
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(_serving(portal, wanted.get(name, 0)))
            for name, portal in portals_of(world).items()
        }


def portals_of(world: World) -> dict[str, Portal]:
    """The portals of ``world`` by name, as functions from request to answer."""
    sites = sorted(path.stem for path in (world.folder / "careers").glob("*.toml"))
    careers: dict[str, Portal] = {name: CareerSite(world, name) for name in sites}
    return {"nav_feed": NavFeed(world), "jobbnorge": Jobbnorge(world), **careers}


@contextmanager
def _serving(portal: Portal, port: int) -> Iterator[str]:
    server = _open(portal, port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.base_url
    finally:
        server.shutdown()
        thread.join()
        server.hang_up()
        server.server_close()


def _open(portal: Portal, port: int) -> "_Server":
    with suppress(OSError):
        return _Server(portal, port)
    return _Server(portal, 0)


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that server_close() waits for the last answer

    def __init__(self, portal: Portal, port: int) -> None:
        self.portal = portal
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        super().__init__((_HOST, port), _Handler)
        self.base_url = f"http://{_HOST}:{self.server_port}"

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Remember the connection, so that it can be ended with the server."""
        if isinstance(request, socket.socket):
            with self._lock:
                self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Forget the connection and close it."""
        if isinstance(request, socket.socket):
            with self._lock:
                self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep open between requests."""
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE_SECONDS
    server: _Server

    def do_GET(self) -> None:
        """Answer with a body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with headers alone."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: the terminal belongs to the demo."""

    def _answer(self, *, with_body: bool) -> None:
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.portal(Request(parts.path, query, headers, self.server.base_url))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)
