"""The whole product on a small invented world: portals served on loopback, crawled, matched, and a digest composed.

Nothing is pretended: real HTTP, real crawl processes, a real store (in a folder of its own, so that nobody's own data
is touched) and a real message. The second visit finds the world a few days on, and says what has changed.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from domain.alerts import OpeningCard
from domain.clock import Clock, local_date
from domain.codec import from_plain, to_plain
from operations.context import Context, open_context
from operations.crawl import crawl
from operations.match import MatchReport, match
from operations.targets import OCCUPATION_TARGET
from operations.world import World, serve
from settings import DatabaseSettings, MailTable, Settings, SourceSettings
from storage import matches, postings
from storage.posting_records import PostingChange
from storage.runs import RunRecord

STALE_DAYS = 14
"""A demo begun longer ago starts anew: its ads' deadlines are over."""
SECOND_VISIT = 2
PORTALS = {"nav_feed": "nav_feed", "jobbnorge": "jobbnorge"}
"""Portals of the world that have a spider of their own; the others are career sites."""

Progress = Callable[[RunRecord], None]


@dataclass(frozen=True, slots=True)
class Visit:
    """What the demo remembers between two visits."""

    first: date
    """Day 0 of the world."""
    visits: int = 0
    ports: Mapping[str, int] = field(default_factory=dict)
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What a visit found."""

    number: int
    """1 for the first visit."""
    runs: tuple[RunRecord, ...]
    matched: MatchReport
    cards: tuple[OpeningCard, ...]
    """Best first."""
    changes: tuple[PostingChange, ...]
    """Postings that are new, changed or gone since the visit before; empty on the first."""


@contextmanager
def demo_world(settings: Settings, clock: Clock, *, reset: bool = False) -> Iterator[tuple[Context, Visit]]:
    """The world's portals served on loopback, and a context that knows them as its only sources."""
    folder = settings.data_dir / "demo"
    visit = _begin(folder, local_date(clock.now()), reset=reset)
    world = World(SECOND_VISIT if visit.visits else 0, visit.first)
    with serve(world, visit.ports) as addresses:
        ports = {name: int(address.rsplit(":", 1)[1]) for name, address in addresses.items()}
        visit = Visit(visit.first, visit.visits + 1, ports, visit.last)
        with open_context(_settings(settings, folder, addresses), clock) as context:
            yield context, visit


def look_around(context: Context, visit: Visit, progress: Progress) -> DemoReport:
    """Crawl every portal, match, and tell what there is and what has changed since the last visit."""
    began = context.clock.now()
    runs = tuple(crawl(context, name, progress=progress) for name in context.settings.sources)
    matched = match(context)
    with context.store.read() as session:
        cards = tuple(matches.ranked(session, OCCUPATION_TARGET))
        changes = tuple(postings.changes(session, began)) if visit.visits > 1 else ()
    _remember(context.data_dir, Visit(visit.first, visit.visits, visit.ports, began))
    return DemoReport(visit.visits, runs, matched, cards, changes)


def _begin(folder: Path, today: date, *, reset: bool) -> Visit:
    visit = _recall(folder)
    if visit is not None and not reset and (today - visit.first).days < STALE_DAYS:
        return visit
    shutil.rmtree(folder, ignore_errors=True)
    return Visit(today)


def _recall(folder: Path) -> Visit | None:
    try:
        return from_plain(Visit, json.loads((folder / "demo.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # no visit yet, or a damaged note: begin anew
        return None


def _remember(folder: Path, visit: Visit) -> None:
    (folder / "demo.json").write_text(json.dumps(to_plain(visit)), encoding="utf-8")


def _settings(settings: Settings, folder: Path, addresses: Mapping[str, str]) -> Settings:
    sources = {
        name: SourceSettings(platform=PORTALS.get(name, "schema_org"), base_url=address, allow_loopback=True)
        for name, address in addresses.items()
    }
    changed: dict[str, Any] = {
        "data_dir": folder,
        "sources": sources,
        "mail": MailTable(),
        "database": DatabaseSettings(),
    }
    return settings.model_copy(update=changed)
