"""Housekeeping of raw pages: what they take, which must go with their ads, and which go for lack of room."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from crawler.raw_pages import Answer, DamagedPageError, RawFile, RawPages, files, unfinished
from domain.errors import NothingFoundError, UsageError
from operations.context import Context
from operations.forgotten import drop_again
from operations.upkeep import CONTACTS_FOR
from settings import RawSettings
from storage import raw_links

HOUR = timedelta(hours=1)
LONGEST_CRAWL = timedelta(days=1)
"""A file that has been in the making for longer belongs to a process that was killed."""
_MARK = ".tidied"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one source's kept pages take."""

    source: str
    pages: int
    bytes: int
    oldest: datetime | None
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was dropped, and what is left."""

    pages: int
    bytes: int
    kept_pages: int
    kept_bytes: int
    active: int = 0
    """Of the dropped ones, the newest pages of active ads: there is no room for them."""

    @property
    def warning(self) -> str:
        """What the operator should know; empty when all is well."""
        if not self.active:
            return ""
        return (
            f"{self.active} newest pages of active ads were dropped for lack of room: their ads cannot be read again "
            "before the next crawl; raise [raw] megabytes"
        )


def raw_folder(data_dir: Path) -> Path:
    """Where pages are kept."""
    return data_dir / "raw"


def shelves(data_dir: Path, source: str | None = None) -> dict[str, Shelf]:
    """Source → what its kept pages take; of ``source`` alone when it is given."""
    found: dict[str, list[RawFile]] = defaultdict(list)
    for file in files(raw_folder(data_dir), source):
        found[file.source].append(file)
    return {name: shelf_of(name, found[name]) for name in sorted(found)}


def shelf_of(source: str, kept: Iterable[RawFile]) -> Shelf:
    """The sum of ``kept``."""
    every = list(kept)
    moments = [file.fetched_at for file in every]
    return Shelf(
        source,
        len(every),
        sum(file.size for file in every),
        min(moments, default=None),
        max(moments, default=None),
    )


def newest(data_dir: Path, source: str, limit: int) -> list[tuple[RawFile, Answer]]:
    """The source's kept pages that came last, the newest first. Raises NothingFoundError when there are none."""
    folder = raw_folder(data_dir)
    found = sorted(files(folder, source), key=lambda file: file.fetched_at, reverse=True)[:limit]
    if not found:
        raise NothingFoundError("no page is kept", which=source, remedy="see: jobbvakt raw show")
    return [(file, answer) for file in found if (answer := _answer(folder, file)) is not None]


def kept_page(data_dir: Path, key: str) -> Answer:
    """The page whose key begins with ``key``. Raises NothingFoundError, and UsageError when several do."""
    folder = raw_folder(data_dir)
    found = [file for file in files(folder) if key and file.key.startswith(key)]
    if len({file.key for file in found}) > 1:
        raise UsageError("several pages begin so", which=key, why=str(len(found)), remedy="give more of the key")
    answer = _answer(folder, found[0]) if found else None
    if answer is None:
        raise NothingFoundError("no such page is kept", which=key, remedy="see: jobbvakt raw list SOURCE")
    return answer


def _answer(folder: Path, file: RawFile) -> Answer | None:
    with suppress(FileNotFoundError, DamagedPageError):
        return RawPages(folder, file.source).answer(file.key)
    return None


def tidy_pages(context: Context) -> Pruned | None:
    """``prune``, at most once an hour; None when it was done lately. Erased persons are looked for each time.

    A folder that cannot be written to is logged: no crawl that went well fails for it.
    """
    folder = raw_folder(context.data_dir)
    if not folder.exists():
        return None
    try:
        return _tidy(context, folder)
    except OSError as error:
        logging.getLogger(__name__).warning("raw pages could not be tidied: %s", error)
        return None


def _tidy(context: Context, folder: Path) -> Pruned | None:
    now = context.clock.now()
    drop_again(context, folder)
    mark = folder / _MARK
    with suppress(FileNotFoundError, ValueError):
        last = datetime.fromisoformat(mark.read_text(encoding="ascii"))
        if last <= now < last + HOUR:
            return None
    pruned = prune(context)
    mark.write_text(now.isoformat(), encoding="ascii")
    return pruned


def prune(context: Context, *, dry_run: bool = False) -> Pruned:
    """Drop pages whose ads are long closed, pages that no ad needs and that have aged, and the oldest beyond the room.

    The pages of ads closed for 30 days go even where they hold other ads too: the contact persons in them must.
    """
    folder, now = raw_folder(context.data_dir), context.clock.now()
    kept = list(files(folder))  # before the store is asked: what is linked after that is kept
    with context.store.read() as session:
        active, needed = raw_links.of_active(session), raw_links.of_any(session)
        closed = raw_links.of_closed(session, now - CONTACTS_FOR)
    rules = context.settings.raw
    doomed = [file for file in kept if _must_go(file, needed, closed, now - timedelta(days=rules.days))]
    gone = {file.path for file in doomed}
    crowded, dropped = _over(rules, [file for file in kept if file.path not in gone], active)
    doomed += crowded
    if not dry_run:
        for file in doomed:
            file.path.unlink(missing_ok=True)
        if closed:
            with context.store.write() as session:
                raw_links.unlink_closed(session, now - CONTACTS_FOR)
        _sweep(folder, now)
    freed = sum(file.size for file in doomed)
    whole = sum(file.size for file in kept)
    return Pruned(len(doomed), freed, len(kept) - len(doomed), whole - freed, dropped)


def _must_go(
    file: RawFile, needed: Mapping[str, set[str]], closed: Mapping[str, set[str]], aged_before: datetime
) -> bool:
    if file.key in closed.get(file.source, ()):
        return True
    return file.fetched_at < aged_before and file.key not in needed.get(file.source, ())


def _over(rules: RawSettings, kept: Iterable[RawFile], active: Mapping[str, set[str]]) -> tuple[list[RawFile], int]:
    """The files beyond the room, oldest first and the newest pages of active ads last; how many of those."""

    def is_active(file: RawFile) -> bool:
        return file.key in active.get(file.source, ())

    waiting = sorted(kept, key=lambda file: (is_active(file), file.fetched_at, file.key))
    over = sum(file.size for file in waiting) - rules.megabytes * 2**20
    chosen: list[RawFile] = []
    for file in waiting:
        if over <= 0:
            break
        chosen.append(file)
        over -= file.size
    return chosen, sum(map(is_active, chosen))


def _sweep(folder: Path, now: datetime) -> None:
    for path in unfinished(folder):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < (now - LONGEST_CRAWL).timestamp():
                path.unlink()
