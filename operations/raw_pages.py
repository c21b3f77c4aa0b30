"""Housekeeping of raw pages: what they take, which must go with their ads, and which go for lack of room."""

import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from crawler.raw_pages import Answer, DamagedPageError, Kept, RawPages, drop, every_page, every_source
from domain.errors import NothingFoundError, UsageError
from operations.context import Context
from operations.forgotten import drop_again
from operations.upkeep import CONTACTS_FOR
from settings import RawSettings
from storage import raw_links

HOUR = timedelta(hours=1)
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
    found = (shelf_of(pages.source, pages.every()) for pages in every_source(raw_folder(data_dir), source))
    return {one.source: one for one in found if one.pages}


def shelf_of(source: str, kept: Iterable[Kept]) -> Shelf:
    """The sum of ``kept``."""
    every = list(kept)
    moments = [page.fetched_at for page in every]
    return Shelf(
        source,
        len(every),
        sum(page.size for page in every),
        min(moments, default=None),
        max(moments, default=None),
    )


def newest(data_dir: Path, source: str, limit: int) -> list[tuple[Kept, Answer]]:
    """The source's kept pages that came last, the newest first. Raises NothingFoundError when there are none."""
    folder = raw_folder(data_dir)
    found = sorted(every_page(folder, source), key=lambda page: page.fetched_at, reverse=True)[:limit]
    if not found:
        raise NothingFoundError("no page is kept", which=source, remedy="see: jobbvakt raw show")
    return [(page, answer) for page in found if (answer := _answer(folder, page)) is not None]


def kept_page(data_dir: Path, key: str) -> Answer:
    """The page whose key begins with ``key``. Raises NothingFoundError, and UsageError when several do."""
    folder = raw_folder(data_dir)
    found = [page for page in every_page(folder) if key and page.key.startswith(key)]
    if len({page.key for page in found}) > 1:
        raise UsageError("several pages begin so", which=key, why=str(len(found)), remedy="give more of the key")
    answer = _answer(folder, found[0]) if found else None
    if answer is None:
        raise NothingFoundError("no such page is kept", which=key, remedy="see: jobbvakt raw list SOURCE")
    return answer


def _answer(folder: Path, page: Kept) -> Answer | None:
    with suppress(FileNotFoundError, DamagedPageError):
        return RawPages(folder, page.source).answer(page.key)
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
    kept = list(every_page(folder))  # before the store is asked: what is linked after that is kept
    with context.store.read() as session:
        active, needed = raw_links.of_active(session), raw_links.of_any(session)
        closed = raw_links.of_closed(session, now - CONTACTS_FOR)
    rules = context.settings.raw
    doomed = [page for page in kept if _must_go(page, needed, closed, now - timedelta(days=rules.days))]
    gone = {(page.source, page.key) for page in doomed}
    crowded, dropped = _over(rules, [page for page in kept if (page.source, page.key) not in gone], active)
    doomed += crowded
    if not dry_run:
        drop(folder, doomed)
        if closed:
            with context.store.write() as session:
                raw_links.unlink_closed(session, now - CONTACTS_FOR)
    freed = sum(page.size for page in doomed)
    whole = sum(page.size for page in kept)
    return Pruned(len(doomed), freed, len(kept) - len(doomed), whole - freed, dropped)


def _must_go(page: Kept, needed: Mapping[str, set[str]], closed: Mapping[str, set[str]], aged_before: datetime) -> bool:
    if page.key in closed.get(page.source, ()):
        return True
    return page.fetched_at < aged_before and page.key not in needed.get(page.source, ())


def _over(rules: RawSettings, kept: Iterable[Kept], active: Mapping[str, set[str]]) -> tuple[list[Kept], int]:
    """The pages beyond the room, oldest first and the newest pages of active ads last; how many of those."""

    def is_active(page: Kept) -> bool:
        return page.key in active.get(page.source, ())

    waiting = sorted(kept, key=lambda page: (is_active(page), page.fetched_at, page.key))
    over = sum(page.size for page in waiting) - rules.megabytes * 2**20
    chosen: list[Kept] = []
    for page in waiting:
        if over <= 0:
            break
        chosen.append(page)
        over -= page.size
    return chosen, sum(map(is_active, chosen))
