"""What a person hands over for import, down to single files: folders are looked through, archives unpacked for a while.

A saved page may come with a folder of its pictures and scripts (``page_files``): that is part of the page, not more of
it. An archive's members are written under numbers of our own, so that no name in it leads anywhere.
"""

import tempfile
import zipfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from os import utime
from pathlib import Path, PurePosixPath

from domain.clock import OSLO
from domain.errors import UsageError

ZIP = (".zip",)
MOST_FILES = 5_000
MOST_BYTES = 512 * 1024 * 1024
"""Of one archive's members together, unpacked."""
_COMPANIONS = ("_files", "_filer", "-filer", ".fld", "_Dateien")
_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Handed:
    """One file to read, and what the person calls it."""

    path: Path
    name: str


@contextmanager
def unpacked(paths: Sequence[Path], endings: Collection[str]) -> Iterator[list[Handed]]:
    """The files among ``paths``, and those with a known ending in folders and archives; gone when the block ends.

    Raises UsageError for a folder or archive without any, one that is too large, and an archive that is broken.
    """
    with tempfile.TemporaryDirectory(prefix="jobbvakt-import-") as room:
        found: list[Handed] = []
        for number, path in enumerate(paths):
            if path.is_dir():
                found += _in_folder(path, endings)
            elif path.suffix.lower() in ZIP and path.is_file():
                found += _in_archive(path, Path(room) / str(number), endings)
            else:
                found.append(Handed(path, str(path)))
        yield found


def _in_folder(folder: Path, endings: Collection[str]) -> list[Handed]:
    """In the order of their names. Links are not followed."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    wanted = [path for path in files if _wanted(path.relative_to(folder).as_posix(), endings)]
    _bounded(folder, len(wanted))
    return [Handed(path, str(path)) for path in wanted]


def _in_archive(path: Path, room: Path, endings: Collection[str]) -> list[Handed]:
    room.mkdir()
    try:
        with zipfile.ZipFile(path) as archive:
            members = [item for item in archive.infolist() if not item.is_dir() and _wanted(item.filename, endings)]
            _bounded(path, len(members))
            left = MOST_BYTES
            found = []
            for number, member in enumerate(members):
                target = room / f"{number}{PurePosixPath(member.filename).suffix.lower()}"
                left -= _written(archive, member, target, left, path)
                _dated(target, member)
                found.append(Handed(target, f"{path}: {member.filename}"))
            return found
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise UsageError(
            "that archive cannot be unpacked", which=str(path), why=str(error), remedy="unpack it, and name the files"
        ) from error


def _wanted(name: str, endings: Collection[str]) -> bool:
    inside = PurePosixPath(name)
    parts = [part for part in inside.parts if part.strip(".")]
    hidden = any(part.startswith((".", "__MACOSX")) or part.endswith(_COMPANIONS) for part in parts)
    return not hidden and inside.suffix.lower() in endings


def _bounded(path: Path, number: int) -> None:
    if not number:
        raise UsageError("nothing to import in it", which=str(path), why="no file with a known ending lies there")
    if number > MOST_FILES:
        raise UsageError("too many files at once", which=str(path), why=f"{number} files, {MOST_FILES} are read")


def _written(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, left: int, path: Path) -> int:
    """Bytes written: what the archive announces is not believed."""
    written = 0
    with archive.open(member) as source, target.open("wb") as sink:
        while block := source.read(_BLOCK):
            written += len(block)
            if written > left:
                why = f"more than {MOST_BYTES // 2**20} MiB unpacked"
                raise UsageError("that archive is too large", which=str(path), why=why)
            sink.write(block)
    return written


def _dated(target: Path, member: zipfile.ZipInfo) -> None:
    """The time of saving anchors words such as *3 days ago*; a zip tells it in local time."""
    try:
        saved = datetime(*member.date_time, tzinfo=OSLO).timestamp()
    except ValueError:  # an archive may claim the 31st of February
        return
    utime(target, (saved, saved))
