"""``jobbvakt import``: alert e-mails, saved pages and lists of postings that a person has. Nothing is fetched."""

import mailbox
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from crawler.parsing.alert_mail import SOURCES, read_alert_mail
from crawler.parsing.page import Page
from crawler.parsing.posting_line import read_posting_line
from crawler.parsing.saved_page import read_saved_page
from domain.errors import UsageError
from domain.observations import Gone
from domain.postings import Draft, Issue
from operations.context import Context
from operations.imported import Bringing, Brought, store_brought
from operations.unpacking import ZIP, unpacked
from storage.runs import RunRecord

RUN = "import"
MAX_BYTES = 64 * 1024 * 1024
"""Of one file, but for a mailbox file, which is read message by message."""
_SAVE = (
    "save a page as .html, a mail as .eml, several as .mbox; postings are .jsonl, one a line; .zip may hold them all"
)
_SAVE_AS = {
    ".msg": "that is Outlook's own form: save the mail as .eml, or forward it to yourself as an attachment",
    ".pdf": "save the page itself as .html (in the browser: Ctrl+S), not its print",
    ".webarchive": "that is Safari's own form: save the page as source (.html)",
}
_OPAQUE = (
    "its links lead through the portal's counter and do not say to which ads; nothing is fetched, so open the ads and "
    "save their pages instead"
)
UNNAMED = "import"
"""The source of postings in a list that name none."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file brought."""

    file: str
    kind: str
    """page, mail, mailbox or postings."""
    ads: dict[str, int] = field(default_factory=dict)
    """Source → how many."""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The files, and the run that stored their ads."""

    files: tuple[FileReport, ...]
    run: RunRecord


@dataclass(slots=True)
class _Reading:
    """What is found while one file is read."""

    kind: str
    brought: list[Brought] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def report(self, name: str) -> FileReport:
        """Counts by source."""
        counts: dict[str, int] = {}
        for item in self.brought:
            counts[item.source] = counts.get(item.source, 0) + 1
        return FileReport(name, self.kind, counts, tuple(self.problems))


def import_files(context: Context, paths: Sequence[Path], *, source: str = "") -> ImportReport:
    """Read the files and store their ads in one transaction. ``source`` names that of postings that name none.

    Raises UsageError for a file that is not there or of a kind that is not read; then nothing is stored.
    """
    now = context.clock.now()
    with unpacked(paths, frozenset(_READERS)) as files:
        readers = [(file, _reader(file.path)) for file in files]
        readings = [(file, reader(file.path, now, source)) for file, reader in readers]
        size = sum(file.path.stat().st_size for file in files)
    bringing = Bringing(
        run=RUN,
        trigger="import",
        brought=[item for _, reading in readings for item in reading.brought],
        pages=len(readings),
        size=size,
        problems=[f"{Path(file.name).name}: {problem}" for file, reading in readings for problem in reading.problems],
    )
    run = store_brought(context, bringing)
    return ImportReport(tuple(reading.report(file.name) for file, reading in readings), run)


_Reader = Callable[[Path, datetime, str], _Reading]


def _reader(path: Path) -> _Reader:
    """By the file's ending. Raises UsageError."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UsageError(
            "that kind of file is not read",
            which=str(path),
            why=f"known endings: {', '.join(sorted([*_READERS, *ZIP]))}",
            remedy=_SAVE_AS.get(path.suffix.lower(), _SAVE),
        )
    if not path.is_file():
        raise UsageError("no such file", which=str(path), remedy="check the path")
    if path.suffix.lower() != ".mbox" and path.stat().st_size > MAX_BYTES:
        raise UsageError("that file is too large", which=str(path), why=f"more than {MAX_BYTES // 2**20} MiB")
    return reader


def _page(path: Path, _now: datetime, _source: str) -> _Reading:
    """The time of the file stands in for the time of fetching: "3 days ago" is counted from when it was saved."""
    saved = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    found = read_saved_page(Page(path.name, path.read_bytes(), saved))
    reading = _Reading("page")
    for ad in found.ads:
        if isinstance(ad, Draft | Gone):
            reading.brought.append(Brought(found.source, ad))
        elif isinstance(ad, Issue):
            reading.problems.append(f"{ad.why}: {ad.raw}")
    if not found.ads:
        where = f" (saved from {found.url})" if found.url else " (it does not say where it was saved from)"
        reading.problems.append(f"no ad was found on the page{where}")
    return reading


def _mail(path: Path, now: datetime, _source: str) -> _Reading:
    reading = _Reading("mail")
    read_message(path.read_bytes(), now, reading.brought, reading.problems)
    return reading


def _apple_mail(path: Path, now: datetime, _source: str) -> _Reading:
    """Apple Mail writes the message's length in front of it, and its own remarks behind it."""
    length, _, rest = path.read_bytes().partition(b"\n")
    message = rest[: int(length)] if re.fullmatch(rb"\s*\d{1,10}\s*", length) else rest
    reading = _Reading("mail")
    read_message(message, now, reading.brought, reading.problems)
    return reading


def _mailbox(path: Path, now: datetime, _source: str) -> _Reading:
    """Mails without an ad are no problem here: a folder holds all sorts of things."""
    reading = _Reading("mailbox")
    for message in _messages(path):
        read_message(message, now, reading.brought, [])
    if not reading.brought:
        reading.problems.append(_no_ad())
    return reading


def _messages(path: Path) -> Iterator[bytes]:
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.iterkeys():
            yield box.get_bytes(key)
    finally:
        box.close()


def read_message(message: bytes, now: datetime, brought: list[Brought], problems: list[str]) -> None:
    """Add a mail's ads to ``brought``; a mail without any is told in ``problems``."""
    found = read_alert_mail(message, now)
    brought += [Brought(ad.source, ad.draft, teaser=True) for ad in found.ads]
    if not found.ads:
        problems.append(_OPAQUE if found.opaque else _no_ad())


def _no_ad() -> str:
    return f"no ad of a portal whose mails are understood ({', '.join(sorted(SOURCES.values()))})"


def _postings(path: Path, _now: datetime, source: str) -> _Reading:
    reading = _Reading("postings")
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            found = read_posting_line(line)
        except (ValueError, TypeError) as error:
            reading.problems.append(f"line {number}: {error}")
            continue
        reading.brought.append(Brought(found.source or source or UNNAMED, found.draft))
    return reading


def _lines(path: Path) -> Iterable[str]:
    return path.read_text(encoding="utf-8-sig", errors="replace").splitlines()


_READERS: dict[str, _Reader] = {
    ".html": _page,
    ".htm": _page,
    ".mhtml": _page,
    ".mht": _page,
    ".eml": _mail,
    ".emlx": _apple_mail,
    ".mbox": _mailbox,
    ".jsonl": _postings,
}
