"""Raw pages on disk: what a source answered, packed (zstd, RFC 8878), each content once, to be read again later.

    raw/<source>/<digit>/<key>.zst        a line of JSON that tells of the answer, then its bytes

The key is the SHA-256 of that line and the bytes, so that an answer which comes again is the same file; its time of
change is when it came last. A file appears whole or not at all. No request header, cookie or key is ever in it.
"""

import glob
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote, unquote

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from crawler.parsing.page import Page

LEVEL = 1
"""Of zstd's levels: 70 microseconds for a page of 30 kB, and a fifth of its size."""
MOST_BYTES = 64 * 2**20
"""Of one page unpacked; a file that says it holds more is damaged."""
LEAST_FREE = 256 * 2**20
"""Bytes that are left to the store and the spool: on a fuller disk nothing is kept."""
ENDING = ".zst"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class DamagedPageError(ValueError):
    """A file that is not what its name says: cut by a crash of the machine, or changed."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """One kept page, without its bytes."""

    source: str
    key: str
    path: Path
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
        self._home = folder / _folder_name(source)
        self._made: set[str] = set()

    def keep(self, page: Page, asked: str, kind: str) -> str:
        """Keep ``page``, the answer to ``asked``; its key, or "" where the disk is nearly full.

        ``kind``: ``list`` or ``ad``. Raises OSError when the folder cannot be written to.
        """
        head = {"asked": asked, "content_type": page.content_type, "kind": kind, "source": self.source}
        line = json.dumps(head | {"status": page.status, "url": page.url}, ensure_ascii=True).encode() + b"\n"
        digest = hashlib.sha256(line)
        digest.update(page.body)
        key = digest.hexdigest()
        moment = _nanoseconds(page.fetched_at)
        with suppress(FileNotFoundError):
            # A machine that lost its power may leave a file without its bytes.
            if (path := self._path(key)).stat().st_size:
                os.utime(path, ns=(moment, moment))
                return key
        packer = zstd.ZstdCompressor(LEVEL)
        packed = packer.compress(line) + packer.compress(page.body) + packer.flush()
        return key if self._write(key, packed, moment) else ""

    def has(self, key: str) -> bool:
        """Is there such a page?"""
        return self._path(key).exists()

    def read(self, key: str) -> Page:
        """The page as it was kept. Raises FileNotFoundError, and DamagedPageError after taking the file away."""
        return self.answer(key).page

    def answer(self, key: str) -> Answer:
        """The page and what is known of it. Raises as ``read``."""
        path = self._path(key)
        moment = _moment(path.stat().st_mtime_ns)
        try:
            whole = unpacked(path)
            if hashlib.sha256(whole).hexdigest() != key:
                raise DamagedPageError(f"{path} does not hold what its name says")
            head = json.loads(whole[: whole.index(b"\n")])
            body = whole[whole.index(b"\n") + 1 :]
            page = Page(str(head["url"]), body, moment, str(head["content_type"]), int(head["status"]), key=key)
            return Answer(page, str(head["asked"]), str(head["kind"]))
        except (ValueError, KeyError, TypeError) as error:
            path.unlink(missing_ok=True)  # the next crawl brings it anew
            raise DamagedPageError(str(error)) from error

    def _path(self, key: str) -> Path:
        return self._home / key[:1] / f"{key}{ENDING}"

    def _write(self, key: str, packed: bytes, moment: int) -> bool:
        """Write a file that appears whole or not at all; False where the disk is nearly full."""
        home = self._home / key[0]
        draft = home / f".{key}{ENDING}.{os.getpid()}.tmp"
        if key[0] not in self._made:  # sixteen folders: to make one costs as much as a page
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._made.add(key[0])
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        try:
            if shutil.disk_usage(handle).free < LEAST_FREE:
                draft.unlink()
                return False
            rest = memoryview(packed)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.utime(handle, ns=(moment, moment))
            draft.replace(home / f"{key}{ENDING}")
        except OSError:
            draft.unlink(missing_ok=True)
            raise
        finally:
            os.close(handle)
        return True


def files(folder: Path, source: str | None = None) -> Iterator[RawFile]:
    """Every kept page, or those of ``source``, in no order; what else lies in the folder is passed over."""
    for path in folder.glob(f"{glob.escape(_folder_name(source)) if source else '*'}/*/[!.]*{ENDING}"):
        with suppress(FileNotFoundError):  # taken away meanwhile
            state = path.stat()
            source = unquote(path.parent.parent.name)
            yield RawFile(source, path.stem, path, state.st_size, _moment(state.st_mtime_ns))


def _folder_name(source: str) -> str:
    return quote(source, safe="").replace(".", "%2E")


def unfinished(folder: Path) -> Iterator[Path]:
    """Files that were being written; one that is older than a crawl belongs to a process that was killed."""
    return folder.glob("*/*/.*.tmp")


def unpacked(path: Path) -> bytes:
    """The line of JSON and the page's bytes. Raises FileNotFoundError and DamagedPageError."""
    unpacker = zstd.ZstdDecompressor()
    try:
        whole = unpacker.decompress(path.read_bytes(), MOST_BYTES)
    except zstd.ZstdError as error:
        raise DamagedPageError(f"{path}: {error}") from error
    if not unpacker.eof:
        raise DamagedPageError(f"{path} is cut short, or holds more than a page")
    return whole


def _nanoseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1) * 1000


def _moment(nanoseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=nanoseconds // 1000)
