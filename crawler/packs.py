"""Many blobs in few files, each under its key: the packs of one folder, and the index that says what lies where.

    <home>/<number>.pack     blobs, one after the other
    <home>/index             64 bytes for each: key, when it came last, pack, place and size; zeros for one that is gone

Whoever reads or writes holds the lock of the folder (flock, which the kernel drops when its holder dies), for a blob
at a time. A blob is written before its entry, so that a kill leaves it whole or without an entry; nothing is fsynced. A
blob that goes is overwritten where it lies, and a pack that is for a quarter of the gone is written anew.
"""

import fcntl
import os
import struct
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

PACK_BYTES = 32 * 2**20
"""A fuller pack takes no more: to write one anew keeps whoever waits for the lock waiting for a moment only."""
MOST_GONE = 4
"""One part in so many of a pack."""
_ENTRY = struct.Struct("<32sqqII8x")
_WHEN, _WHEN_AT = struct.Struct("<q"), 32
_NOBODY = bytes(32)
_CHECKED_EVERY = 2**20
"""Bytes written between two looks at the room on the disk."""
_ENDING = ".pack"


class Entry(NamedTuple):
    """What the index says of a blob."""

    key: bytes
    """32 bytes."""
    when: int
    """It came last, in microseconds since 1970."""
    start: int
    size: int
    pack: int


class Packs:
    """The blobs of the folder ``home``, which appears with the first one."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._known: dict[bytes, int] = {}
        """Key → where its entry stands."""
        self._loaded = (0, 0)
        """The index that is known, its number on the disk and its size."""
        self._folder: _File | None = None
        self._file: _File | None = None
        self._pack: _File | None = None
        self._newest = 1
        """The pack that was opened last."""
        self._unchecked = _CHECKED_EVERY

    def add(self, key: bytes, when: int, make: Callable[[], bytes], *, least_free: int = 0) -> bool:
        """Keep the blob that ``make`` gives; of one that is kept already note ``when`` it came.

        False where less than ``least_free`` bytes of the disk are left. Raises OSError when it cannot be written.
        """
        if not self._known:
            self._home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._index() as index:
            place = self._find(index, key)
            if place is not None:
                os.pwrite(index, _WHEN.pack(when), place + _WHEN_AT)
                return True
            if not self._has_room(least_free):
                return False
            blob = make()
            self._enter(index, Entry(key, when, *self._append(blob)))
            self._unchecked += len(blob)
        return True

    def has(self, key: bytes) -> bool:
        """Is there such a blob?"""
        try:
            with self._index() as index:
                return self._find(index, key) is not None
        except FileNotFoundError:
            return False

    def read(self, key: bytes) -> tuple[int, bytes]:
        """When the blob came last, and the blob, cut where its pack is. Raises FileNotFoundError."""
        with self._index() as index:
            place = self._find(index, key)
            if place is None:
                raise FileNotFoundError(f"{self._home} holds no {key.hex()}")
            entry = Entry(*_ENTRY.unpack(os.pread(index, _ENTRY.size, place)))
            return entry.when, _read(self._of(entry.pack), entry.size, entry.start)

    def entries(self) -> list[Entry]:
        """Of every blob, in no order."""
        try:
            with self._index() as index:
                return [entry for _, entry in self._entries(index)]
        except FileNotFoundError:
            return []

    def drop(self, keys: Collection[bytes]) -> None:
        """Take the blobs away, and the room they took. Nothing of them can be read from the disk's files any more."""
        wanted = frozenset(keys)
        if not wanted or not self._home.exists():
            return
        with self._index() as index:
            for place, entry in self._entries(index):
                if entry.key in wanted:
                    _write(self._of(entry.pack), bytes(entry.size), entry.start)
                    os.pwrite(index, bytes(_ENTRY.size), place)
        while self._one_pack_less():
            pass

    @contextmanager
    def _index(self) -> Iterator[int]:
        """The index, open, and ours until the end. Raises FileNotFoundError where there is no folder."""
        if self._folder is None:
            self._folder = _File(self._home, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(self._folder.number, fcntl.LOCK_EX)
        try:
            if self._file is None or not os.fstat(self._file.number).st_nlink:
                self._file, self._pack = _File(self._home / "index"), None
            yield self._file.number
        finally:
            fcntl.flock(self._folder.number, fcntl.LOCK_UN)

    def _of(self, number: int) -> int:
        """Pack ``number``, open."""
        if self._pack is None or self._newest != number:
            self._pack, self._newest = _File(self._home / f"{number}{_ENDING}"), number
        return self._pack.number

    def _find(self, index: int, key: bytes) -> int | None:
        """Where the entry of ``key`` stands. Another process may have dropped it, or written the index anew."""
        place = self._known.get(key)
        if place is not None and os.pread(index, len(key), place) == key:
            return place
        state = os.fstat(index)
        if (state.st_ino, state.st_size) == self._loaded:
            return None
        self._known = {entry.key: place for place, entry in self._entries(index)}
        self._loaded = state.st_ino, state.st_size
        return self._known.get(key)

    def _entries(self, index: int) -> Iterator[tuple[int, Entry]]:
        """Where it stands, and the entry, of each blob; one that a power cut took from its pack is forgotten."""
        ends = {number: (self._home / f"{number}{_ENDING}").stat().st_size for number in self._numbers()}
        whole = _read(index, os.fstat(index).st_size, 0)
        for number, fields in enumerate(_ENTRY.iter_unpack(whole[: len(whole) // _ENTRY.size * _ENTRY.size])):
            place, entry = number * _ENTRY.size, Entry(*fields)
            if entry.start + entry.size > ends.get(entry.pack, 0):
                os.pwrite(index, bytes(_ENTRY.size), place)
            elif entry.key != _NOBODY:
                yield place, entry

    def _enter(self, index: int, entry: Entry) -> None:
        state = os.fstat(index)
        place = state.st_size // _ENTRY.size * _ENTRY.size  # over an entry that a crash cut
        _write(index, _ENTRY.pack(*entry), place)
        self._known[entry.key] = place
        self._loaded = state.st_ino, place + _ENTRY.size

    def _append(self, blob: bytes) -> tuple[int, int, int]:
        """Where ``blob`` has been written: start, size, pack."""
        pack = self._of(self._newest)
        start = os.fstat(pack).st_size
        if start >= PACK_BYTES:
            pack, start = self._of(max(self._numbers()) + 1), 0
        _write(pack, blob, start)
        return start, len(blob), self._newest

    def _numbers(self) -> list[int]:
        return [int(path.stem) for path in self._home.glob(f"*{_ENDING}") if path.stem.isdecimal()]

    def _has_room(self, least_free: int) -> bool:
        if self._unchecked < _CHECKED_EVERY:
            return True
        state = os.statvfs(self._home)
        if state.f_bavail * state.f_frsize < least_free:
            return False
        self._unchecked = 0
        return True

    def _one_pack_less(self) -> bool:
        """Take away one pack that holds too much of what is gone, after writing the rest of it anew."""
        with self._index() as index:
            every = [entry for _, entry in self._entries(index)]
            for number in self._numbers():
                path = self._home / f"{number}{_ENDING}"
                size, staying = path.stat().st_size, [entry for entry in every if entry.pack == number]
                gone = size - sum(entry.size for entry in staying)
                if gone * MOST_GONE >= size:
                    self._move(every, number)
                    path.unlink()
                    return True
        return False

    def _move(self, every: list[Entry], number: int) -> None:
        """Write what is left of pack ``number`` into a new one, and the index anew; this is done with a renaming."""
        fresh, start = max(self._numbers()) + 1, 0
        old, pack, written = self._of(number), _File(self._home / f"{fresh}{_ENDING}"), []
        for entry in every:
            if entry.pack == number:
                _write(pack.number, _read(old, entry.size, entry.start), start)
                written.append(entry._replace(pack=fresh, start=start))
                start += entry.size
            else:
                written.append(entry)
        draft = self._home / "index.tmp"
        draft.unlink(missing_ok=True)
        index = _File(draft)
        _write(index.number, b"".join(_ENTRY.pack(*entry) for entry in written), 0)
        draft.replace(self._home / "index")
        if not start:
            (self._home / f"{fresh}{_ENDING}").unlink()


class _File:
    """An open file, closed with its last use."""

    def __init__(self, path: Path, how: int = os.O_RDWR | os.O_CREAT) -> None:
        self.number = os.open(path, how | os.O_CLOEXEC, 0o600)

    def __del__(self) -> None:
        if hasattr(self, "number"):
            os.close(self.number)


def _read(file: int, size: int, start: int) -> bytes:
    """As many bytes as there are."""
    parts = []
    while size and (part := os.pread(file, size, start)):
        parts.append(part)
        size, start = size - len(part), start + len(part)
    return b"".join(parts)


def _write(file: int, data: bytes, start: int) -> None:
    rest = memoryview(data)
    while rest:
        done = os.pwrite(file, rest, start)
        rest, start = rest[done:], start + done
