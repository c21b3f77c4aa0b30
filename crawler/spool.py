"""The spool: the one file between a crawl child and its parent, an observation a line, in order.

Not Scrapy's feed export: that buffers up to the end of the crawl, so a killed child would take its last ads along.
Here each line is one ``write`` to a file opened for appending, so all but the line in hand survives ``kill -9``.
"""

import json
import os
from pathlib import Path
from typing import Any, BinaryIO

from pydantic_core import from_json

from domain.observations import Observation, decode, encode_line

MAX_LINE = 32 * 1024 * 1024
"""Bytes; a longer line is counted as bad and skipped, so that the reader's memory is bounded."""
MAX_READ = 16 * 1024 * 1024
"""A batch ends after this many bytes even if fewer lines than asked for were read."""
_STEP = 1024 * 1024


class SpoolWriter:
    """Appends observations; each is in the kernel's hands when ``write`` returns."""

    def __init__(self, path: str | Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)

    def write(self, observation: Observation) -> None:
        """Append one observation. Raises OSError when the disk takes no more; then nothing more is ever written.

        A torn line must stay the last one: what came after it would be read as a part of it.
        """
        rest = memoryview(encode_line(observation).encode("utf-8", "backslashreplace") + b"\n")
        try:
            while rest:
                rest = rest[os.write(self._handle, rest) :]
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Write no more."""
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1


def read_from(path: str | Path, offset: int, limit: int) -> tuple[list[Observation], int, int]:
    """Up to ``limit`` whole lines from byte ``offset``: (observations, new offset, lines that were none).

    A line without its end is left for the next call: the child is still writing it, or died doing so.
    A file that is not there yet is an empty one.
    """
    observations: list[Observation] = []
    bad = 0
    if not Path(path).exists():
        return observations, offset, bad
    end = offset + MAX_READ
    with Path(path).open("rb") as file:
        file.seek(offset)
        while len(observations) + bad < limit and offset < end:
            line, size = _next_line(file)
            if not size:
                break
            offset += size
            try:
                observations.append(decode(line, _read_json))
            except (ValueError, TypeError, AttributeError, RecursionError):  # whatever a damaged line may lead to
                bad += 1
    return observations, offset, bad


def _read_json(line: str | bytes) -> Any:
    """Twice as fast as Python's own reader, which alone takes a half of a surrogate pair (it is cut out later)."""
    try:
        return from_json(line, cache_strings="keys")
    except ValueError:
        return json.loads(line)


def _next_line(file: BinaryIO) -> tuple[bytes, int]:
    """The next whole line and its length; an overlong one comes back empty, a torn one with length 0.

    A short line without its end is torn even if more of it could be read at once: the child is writing it right now,
    and its two halves, read one after the other, would pass for an overlong line and be thrown away.
    """
    line = file.readline(MAX_LINE)
    if line.endswith(b"\n"):
        return line, len(line)
    if len(line) < MAX_LINE:
        return b"", 0
    size = len(line)
    while line and not line.endswith(b"\n"):
        line = file.readline(_STEP)
        size += len(line)
    return (b"", size) if line else (b"", 0)
