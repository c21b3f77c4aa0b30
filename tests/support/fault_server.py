"""A web server on loopback that misbehaves on purpose, on raw sockets, so that no library mends what we break.

    with FaultServer({"/": page("hello"), "/cut": cut_body(b"half", claimed=1000)}) as server:
        ... server.url("/cut") ... server.arrivals

A behaviour is a coroutine function (Arrival, StreamWriter) → None that writes an answer, or half of one.
"""

import asyncio
import gzip
import io
import itertools
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Self

import brotli
from backports import zstd

MEBIBYTE = 1024 * 1024
PIECE = 64 * 1024
CAPTCHA = (
    "<!DOCTYPE html><html><head><title>Just a moment...</title></head>"
    "<body><h1>Bekreft at du er et menneske</h1><div class='cf-turnstile'></div></body></html>"
)


@dataclass(frozen=True)
class Arrival:
    """A request as it came in."""

    path: str
    at: float
    """Seconds of ``time.monotonic``."""
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


Behaviour = Callable[[Arrival, asyncio.StreamWriter], Awaitable[None]]


def head(status: int, headers: Mapping[str, str]) -> bytes:
    """Status line and headers."""
    lines = [f"HTTP/1.1 {status} Whatever", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def page(body: bytes | str = "", status: int = 200, **headers: str) -> Behaviour:
    """A whole answer. Header names as keywords, ``_`` for ``-``; Content_Type defaults to HTML in UTF-8."""
    data = body.encode() if isinstance(body, str) else body
    named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data)), "Connection": "close"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}

    async def answer(_: Arrival, writer: asyncio.StreamWriter) -> None:
        await _in_pieces(writer, head(status, named), data)

    return answer


async def _in_pieces(writer: asyncio.StreamWriter, opening: bytes, data: bytes) -> None:
    """A whole bomb in the writer's buffer would count as memory of the process that tests."""
    writer.write(opening)
    for start in range(0, len(data), PIECE):
        writer.write(data[start : start + PIECE])
        await writer.drain()


def packed(body: bytes, encoding: str, cut_at: int | None = None, junk: bytes = b"") -> Behaviour:
    """A compressed page whose Content-Length is right for what is sent, though the stream may be cut."""
    return page((pack(body, encoding)[:cut_at]) + junk, Content_Encoding=encoding)


def cut_body(sent: bytes, claimed: int) -> Behaviour:
    """Promises ``claimed`` bytes, sends fewer, and hangs up."""
    return page(sent, Content_Length=str(claimed))


def cut_chunks(sent: bytes) -> Behaviour:
    """A chunked answer without its last chunk."""

    async def answer(_: Arrival, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200, {"Transfer-Encoding": "chunked", "Content-Type": "text/html"}))
        writer.write(f"{len(sent):x}\r\n".encode() + sent + b"\r\n")

    return answer


def no_length(sent: bytes) -> Behaviour:
    """An answer that ends when the connection does."""

    async def answer(_: Arrival, writer: asyncio.StreamWriter) -> None:
        await _in_pieces(writer, head(200, {"Content-Type": "text/html; charset=utf-8", "Connection": "close"}), sent)

    return answer


def slow_body(seconds_a_byte: float, count: int = 1000) -> Behaviour:
    """A byte now and then."""

    async def answer(_: Arrival, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200, {"Content-Length": str(count), "Content-Type": "text/html"}))
        for _ in range(count):
            writer.write(b".")
            await writer.drain()
            await asyncio.sleep(seconds_a_byte)

    return answer


def silence(seconds: float = 60) -> Behaviour:
    """Takes the request and says nothing."""

    async def answer(_: Arrival, __: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)

    return answer


def hang_up() -> Behaviour:
    """Closes the connection without a word."""

    async def answer(_: Arrival, __: asyncio.StreamWriter) -> None:
        return

    return answer


def redirect(to: str, status: int = 302) -> Behaviour:
    """Sends the client elsewhere."""
    return page("", status, Location=to)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first for the first request, and so on; the last one stays."""
    waiting = list(behaviours)

    async def answer(arrival: Arrival, writer: asyncio.StreamWriter) -> None:
        behaviour = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        await behaviour(arrival, writer)

    return answer


def endless(link: Callable[[int], str]) -> Behaviour:
    """Pages without end, each with a link to the next: ``link(number)`` is the next page's address."""

    async def answer(arrival: Arrival, writer: asyncio.StreamWriter) -> None:
        number = int(arrival.path.rpartition("=")[2] or 0)
        await page(f'<html><a class="next" href="{link(number + 1)}">ad {number}</a></html>')(arrival, writer)

    return answer


@cache
def bomb(encoding: str, mebibytes: int = 256) -> bytes:
    """``mebibytes`` of zeros, packed into next to nothing."""
    zeros = bytes(MEBIBYTE)
    if encoding == "br":
        packer = brotli.Compressor(quality=1)
        return b"".join(packer.process(zeros) for _ in range(mebibytes)) + packer.finish()
    buffer = io.BytesIO()
    opened = (
        gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=1) if encoding == "gzip" else zstd.ZstdFile(buffer, "w")
    )
    with opened as file:
        for _ in range(mebibytes):
            file.write(zeros)
    return buffer.getvalue()


def pack(body: bytes, encoding: str) -> bytes:
    """``body`` compressed as ``encoding`` names it."""
    packers = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstd.compress, "identity": bytes}
    return packers[encoding](body)


class FaultServer:
    """Serves ``routes`` (path → behaviour) in a thread of its own; a path without one answers 404, robots.txt too."""

    def __init__(
        self,
        routes: Mapping[str, Behaviour] | None = None,
        host: str = "127.0.0.1",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._tls = tls
        self.routes: dict[str, Behaviour] = dict(routes or {})
        self.fallback: Behaviour = page("not here", 404)
        self.host, self.port = host, 0
        self.arrivals: list[Arrival] = []
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def url(self, path: str = "/", host: str | None = None) -> str:
        """The address of ``path``, under ``host`` if another name for this machine is wanted."""
        return f"http://{host or self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, in order, robots.txt left out."""
        return [arrival.path for arrival in self.arrivals if arrival.path != "/robots.txt"]

    def gaps(self) -> list[float]:
        """Seconds between one arrival and the next, robots.txt included."""
        times = [arrival.at for arrival in self.arrivals]
        return [later - earlier for earlier, later in itertools.pairwise(times)]

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the server did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        self._loop.close()

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._main())

    async def _main(self) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connected, self.host, 0, ssl=self._tls)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            arrival = await _read_request(reader)
            if arrival is not None:
                self.arrivals.append(arrival)
                behaviour = self.routes.get(arrival.path) or self.routes.get(arrival.path.partition("?")[0])
                await (behaviour or self.fallback)(arrival, writer)
                await writer.drain()
        except OSError:
            pass  # the client had enough of us
        finally:
            writer.close()


async def _read_request(reader: asyncio.StreamReader) -> Arrival | None:
    try:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return None
    method, path, _ = lines[0].split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Arrival(path, time.monotonic(), method, headers, body)
