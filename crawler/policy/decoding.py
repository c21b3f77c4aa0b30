"""Unpacks Content-Encoding strictly: a stream cut short is an error, and the output is bounded while it grows.

Scrapy's own unpacking gives "as much data as possible" of a broken gzip stream, which makes half a list look whole.
Streams: gzip RFC 1952, deflate RFC 1950 and (as some servers send it) RFC 1951, br RFC 7932, zstd RFC 8878.
"""

import sys
import zlib
from collections.abc import Callable, Iterator

import brotli  # type: ignore[import-untyped]  # it ships no types

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from domain.runs import ProblemCode

ACCEPT_ENCODING = "gzip, deflate, br, zstd"
_STEP = 64 * 1024
_MOST_LAYERS = 3
"""A stream can unpack to itself: without a bound on layers a small answer costs any amount of time."""
_ZSTD_WINDOW_LOG = 23
"""8 MiB: the largest window that RFC 9659 lets a web server ask for."""


class PackingError(ValueError):
    """A body that cannot be taken as it came; ``code`` says how the run is to be judged."""

    code = ProblemCode.UNREADABLE


class UnknownEncodingError(PackingError):
    """The answer is packed in a way that was not asked for."""


class TruncatedError(PackingError):
    """The stream ends before its end, goes on after it, or is no such stream."""

    code = ProblemCode.TRUNCATED


class TooLargeError(PackingError):
    """The stream unpacks to more than was allowed."""

    code = ProblemCode.TOO_LARGE


def decode_body(body: bytes, encodings: str, limit: int) -> bytes:
    """``body`` without the Content-Encodings listed in ``encodings`` (the header's value), at most ``limit`` bytes.

    Raises TruncatedError, TooLargeError or UnknownEncodingError.
    """
    names = [name.strip().lower() for name in encodings.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if len(names) > _MOST_LAYERS:
        raise UnknownEncodingError(f"packed {len(names)} times over")
    for name in reversed(names):
        unpack = _UNPACKERS.get(name)
        if unpack is None:
            raise UnknownEncodingError(f"Content-Encoding {name[:40]!r} was not asked for")
        body = _bounded(unpack(body), limit)
    if len(body) > limit:
        raise TooLargeError(f"more than {limit} bytes")
    return body


def check_ending(body: bytes) -> None:
    """Raises TruncatedError for a page that stops in the midst of its markup or JSON.

    The only sign of a cut there is when a server tells no length and just closes the connection.
    """
    trimmed = body.removeprefix(b"\xef\xbb\xbf").strip()
    if trimmed[:1] in (b"<", b"{", b"[") and trimmed[-1:] not in (b">", b"}", b"]"):
        raise TruncatedError("no length was given, and the page stops in its midst")


def _bounded(pieces: Iterator[bytes], limit: int) -> bytes:
    whole = bytearray()
    try:
        for piece in pieces:
            whole += piece
            if len(whole) > limit:
                raise TooLargeError(f"unpacks to more than {limit} bytes")
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError) as error:
        raise TruncatedError(f"the packed stream is broken: {error}") from error
    return bytes(whole)


def _gunzip(body: bytes) -> Iterator[bytes]:
    while True:  # RFC 1952, 2.2: several members in a row are one stream
        stream = zlib.decompressobj(wbits=31)
        yield from _inflate_with(stream, body)
        body = stream.unused_data
        if not body.strip(b"\0"):  # padding with zeros is common and harmless
            return


def _inflate(body: bytes) -> Iterator[bytes]:
    has_header = len(body) >= 2 and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    stream = zlib.decompressobj(wbits=15 if has_header else -15)
    yield from _inflate_with(stream, body)
    if stream.unused_data:
        raise TruncatedError("bytes after the end of the packed stream")


def _inflate_with(stream: "zlib._Decompress", body: bytes) -> Iterator[bytes]:
    while not stream.eof:
        piece = stream.decompress(body, _STEP)
        body = stream.unconsumed_tail
        if not piece and not body and not stream.eof:
            raise TruncatedError("the packed stream ends before its trailer")
        yield piece


def _unbrotli(body: bytes) -> Iterator[bytes]:
    stream = brotli.Decompressor()
    piece = stream.process(body, output_buffer_limit=_STEP)
    yield piece
    while not stream.is_finished():
        piece = stream.process(b"", output_buffer_limit=_STEP)
        if not piece:
            raise TruncatedError("the packed stream ends before its last block")
        yield piece


def _unzstd(body: bytes) -> Iterator[bytes]:
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG}
    while True:  # RFC 8878, 3: frames may follow one another
        stream = zstd.ZstdDecompressor(options=options)
        piece = stream.decompress(body, _STEP)
        yield piece
        while not stream.eof:
            if stream.needs_input:
                raise TruncatedError("the packed stream ends before its last frame does")
            yield stream.decompress(b"", _STEP)
        body = stream.unused_data
        if not body:
            return


_UNPACKERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
