"""A list that loses its pages, in whatever way, withdraws no ad that is still there (RELIABILITY row 1).

Real server, real child, real store. Each case: a whole run, then runs in which the pages from one on are lost, then the
pages are back. ``JOBBVAKT_CUTS=1`` takes every page of every kind of list in every way of ``LOSSES``, thrice in a row.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from crawler.policy.limits import Limits
from domain.clock import FixedClock, SystemClock
from domain.runs import RunState
from operations import crawl as crawling
from operations.context import Context
from settings import Settings
from storage import postings
from storage.runs import RunRecord
from tests.support import stores
from tests.support.paged import LOSSES, PAGES, PER_PAGE, PagedPortal

KINDS = ("hrmanager", "teamtailor", "sitemap", "pages")
ADS = PAGES * PER_PAGE
SLICE = os.environ.get("JOBBVAKT_CUTS", "")
"""Empty: one case a kind. ``1``: all of them; a kind's name: all of that kind."""
FEW = (("hrmanager", 5, ("empty", "404")), ("teamtailor", 6, ("empty", "page 1 again")))
IN_A_ROW = 3
HURRY = {"backoff_seconds": 0.01, "timeout_seconds": 1.0, "retries": 1}


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same limits as ever, only quicker to lose patience."""
    monkeypatch.setattr(crawling, "Limits", partial(_hasty))
    monkeypatch.setattr(crawling, "POLL_SECONDS", 0.02)


def _hasty(**given: float) -> Limits:
    return Limits(**{**given, **HURRY})  # type: ignore[arg-type]


@contextmanager
def _context(folder: Path, portal: PagedPortal) -> Iterator[Context]:
    settings = Settings.model_validate({"data_dir": folder, "sources": {"portal": portal.source}})
    store = stores.opened(folder, FixedClock(SystemClock().now()))
    try:
        yield Context(settings, store, SystemClock())
    finally:
        store.close()


def _active(context: Context) -> int:
    with context.store.read() as session:
        return len(postings.active_refs(session, "portal"))


def _losing_runs(context: Context, portal: PagedPortal, first: int, losses: tuple[str, ...]) -> list[RunRecord]:
    """A run for each of ``losses``, after each of which every ad must still be open."""
    records = []
    for name in losses:
        portal.lose(first, LOSSES[name])
        record = crawling.crawl(context, "portal")
        assert _active(context) == ADS, f"{portal.platform}: pages {first}- lost by {name}: {record.state}"
        assert record.tally.withdrawn == 0
        records.append(record)
    return records


@pytest.mark.skipif(bool(SLICE), reason="JOBBVAKT_CUTS asks for the whole product instead")
@pytest.mark.parametrize(("kind", "first", "losses"), FEW, ids=[case[0] for case in FEW])
def test_ads_on_pages_that_are_lost_stay_open(tmp_path: Path, kind: str, first: int, losses: tuple[str, ...]) -> None:
    with PagedPortal(kind) as portal, _context(tmp_path, portal) as context:
        assert crawling.crawl(context, "portal").state is RunState.COMPLETE
        assert _active(context) == ADS
        records = _losing_runs(context, portal, first, losses)
        assert RunState.COMPLETE not in [record.state for record in records]
        assert all(record.reason for record in records)
        portal.find()
        last = crawling.crawl(context, "portal")
        assert (last.state, last.tally.new, last.tally.revived) == (RunState.COMPLETE, 0, 0)


@pytest.mark.skipif(not SLICE, reason="the whole product takes minutes: JOBBVAKT_CUTS=1")
@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if SLICE in ("1", kind)])
def test_no_page_of_any_list_can_be_lost_so_that_ads_are_withdrawn(tmp_path: Path, kind: str, name: str) -> None:
    with PagedPortal(kind) as portal, _context(tmp_path, portal) as context:
        assert crawling.crawl(context, "portal").state is RunState.COMPLETE
        for first in range(PAGES, 0, -1):
            _losing_runs(context, portal, first, (name,) * IN_A_ROW)
        portal.find()
        last = crawling.crawl(context, "portal")
        assert (last.state, last.tally.new, last.tally.revived) == (RunState.COMPLETE, 0, 0)
        assert _active(context) == ADS
