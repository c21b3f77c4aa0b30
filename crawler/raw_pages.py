"""Raw pages on disk: what a source answered, packed (zstd, RFC 8878), each content once, to be read again later.

    raw/<source>/   the packs of one source (``crawler.packs``): of each page a line of JSON that tells of the answer,
                    then its bytes, packed together

The key is the SHA-256 of that line and the bytes, so that an answer which comes again is the same page; when it came
last stands in the index. A page is there whole or not at all. No request header, cookie or key is ever in it.
"""

import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from crawler.packs import Packs
from crawler.parsing.page import Page

LEVEL = 1
"""Of zstd's levels: 45 microseconds for a page of 30 kB, and a fifth of its size."""
MOST_BYTES = 64 * 2**20
"""Of one page unpacked; what says that it holds more is damaged."""
LEAST_FREE = 256 * 2**20
"""Bytes that are left to the store and the spool: on a fuller disk nothing is kept."""
_EARLIER = re.compile(r"[0-9a-f]{64}\.zst")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class DamagedPageError(ValueError):
    """A page that is not what its key says: cut by a crash of the machine, or changed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept page, without its bytes."""

    source: str
    key: str
    size: int
    """Bytes on disk."""
    fetched_at: datetime
    """When the source gave it last."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A kept page with what is known of it."""

    page: Page
    asked: str
    """The address that was asked for; ``page.url`` is the one that answered."""
    kind: str
    """``list`` or ``ad``."""


class RawPages:
    """The kept pages of one source."""

    def __init__(self, folder: Path, source: str) -> None:
        """``folder``: that of all sources."""
        self.source = source
        self._home = folder / quote(source, safe="").replace(".", "%2E")
        self._packer = zstd.ZstdCompressor(LEVEL)

    def keep(self, page: Page, asked: str, kind: str) -> str:
        """Keep ``page``, the answer to ``asked``; its key, or "" where the disk is nearly full.

        ``kind``: ``list`` or ``ad``. Raises OSError when the folder cannot be written to.
        """
        head = {"asked": asked, "content_type": page.content_type, "kind": kind, "source": self.source}
        whole = json.dumps(head | {"status": page.status, "url": page.url}).encode() + b"\n" + page.body
        key = hashlib.sha256(whole)

        def packed() -> bytes:
            return self._packer.compress(whole, zstd.ZstdCompressor.FLUSH_FRAME)

        kept = self._packs.add(key.digest(), _microseconds(page.fetched_at), packed, least_free=LEAST_FREE)
        return key.hexdigest() if kept else ""

    def has(self, key: str) -> bool:
        """Is there such a page?"""
        return self._packs.has(bytes.fromhex(key))

    def read(self, key: str) -> Page:
        """The page as it was kept. Raises FileNotFoundError, and DamagedPageError after taking the page away."""
        return self.answer(key).page

    def answer(self, key: str) -> Answer:
        """The page and what is known of it. Raises as ``read``."""
        moment, whole = self._unpacked(key)
        line, _, body = whole.partition(b"\n")
        try:
            head = json.loads(line)
            page = Page(str(head["url"]), body, moment, str(head["content_type"]), int(head["status"]), key=key)
            return Answer(page, str(head["asked"]), str(head["kind"]))
        except (ValueError, KeyError, TypeError) as error:
            raise self._damaged(key, str(error)) from error

    def whole(self, key: str) -> bytes:
        """The line of JSON and the page's bytes. Raises as ``read``."""
        return self._unpacked(key)[1]

    def every(self) -> list[Kept]:
        """Every kept page, in no order."""
        return [Kept(self.source, entry.key.hex(), entry.size, _moment(entry.when)) for entry in self._packs.entries()]

    def drop(self, keys: Collection[str]) -> None:
        """Take pages away, for good. Raises OSError when the folder cannot be written to."""
        self._packs.drop([bytes.fromhex(key) for key in keys])

    @cached_property
    def _packs(self) -> Packs:
        packs = Packs(self._home)
        carry_over(self._home, packs)
        return packs

    def _unpacked(self, key: str) -> tuple[datetime, bytes]:
        when, packed = self._packs.read(bytes.fromhex(key))
        unpacker = zstd.ZstdDecompressor()
        try:
            whole = unpacker.decompress(packed, MOST_BYTES)
        except zstd.ZstdError as error:
            raise self._damaged(key, str(error)) from error
        if not unpacker.eof or hashlib.sha256(whole).hexdigest() != key:
            raise self._damaged(key, "it is cut short, or not what its key says")
        return _moment(when), whole

    def _damaged(self, key: str, why: str) -> DamagedPageError:
        """Of a page that is taken away: the next crawl brings it anew."""
        self.drop([key])
        return DamagedPageError(f"{self._home}: page {key[:12]}: {why}")


def every_source(folder: Path, source: str | None = None) -> Iterator[RawPages]:
    """The kept pages of each source, or of ``source`` alone; what else lies in the folder is passed over."""
    if source is not None:
        yield RawPages(folder, source)
    elif folder.is_dir():
        for home in sorted(folder.iterdir()):
            if home.is_dir() and not home.name.startswith("."):
                yield RawPages(folder, unquote(home.name))


def every_page(folder: Path, source: str | None = None) -> Iterator[Kept]:
    """Every kept page, or those of ``source``, in no order."""
    for pages in every_source(folder, source):
        yield from pages.every()


def drop(folder: Path, pages: Iterable[Kept]) -> None:
    """Take pages of whatever sources away, for good. Raises OSError when the folder cannot be written to."""
    doomed: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        doomed[page.source].append(page.key)
    for source, keys in doomed.items():
        RawPages(folder, source).drop(keys)


def carry_over(home: Path, packs: Packs) -> None:
    """Take in what an earlier version kept, a page a file (``<digit>/<key>.zst``). Killed anywhere, it loses none."""
    for path in home.glob("[0-9a-f]/*"):
        with suppress(FileNotFoundError):  # another process was quicker
            if _EARLIER.fullmatch(path.name):
                packs.add(bytes.fromhex(path.stem), path.stat().st_mtime_ns // 1000, path.read_bytes)
            path.unlink()
    for folder in home.glob("[0-9a-f]"):
        with suppress(OSError):
            folder.rmdir()


def _microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _moment(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)
