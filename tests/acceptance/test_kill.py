"""Killed at any moment, a crawl is repaired by the next one: the store equals that of an undisturbed run."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.raw_pages import RawPages
from domain.clock import FixedClock, SystemClock, local_date
from domain.postings import PostingStatus
from operations.world import World, serve
from storage import left_out, postings, raw_links, runs
from storage import sources as source_states
from storage.engine import Store
from tests.support import warm

pytestmark = [pytest.mark.acceptance, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("JOBBVAKT_KILLS", "2"))
"""For each of child and parent; JOBBVAKT_KILLS=50 is the figure that the product promises."""
LINES = 120
"""More than the spool of a whole crawl of this feed holds."""


@pytest.fixture(scope="module")
def feed() -> Iterator[str]:
    with serve(World(0, local_date(SystemClock().now()))) as addresses:
        yield addresses["nav_feed"]


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory, feed: str) -> dict[str, Any]:
    """What an undisturbed run leaves."""
    folder = tmp_path_factory.mktemp("calm")
    assert _whole(folder, feed) == "complete"
    return _state(folder, FixedClock(datetime(2026, 11, 23, 11, 0, tzinfo=UTC)))


def _words(folder: Path, feed: str) -> list[str]:
    config = folder / "jobbvakt.toml"
    config.write_text(f'[sources.nav_feed]\nbase_url = "{feed}"\nallow_loopback = true\n')
    return ["crawl", "nav_feed", "--no-match", "--config", str(config), "--data-dir", str(folder), "--json"]


def _start(folder: Path, feed: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", "from cli import main; main()", *_words(folder, feed)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _whole(folder: Path, feed: str) -> str:
    done = warm.run(*_words(folder, feed), seconds=120)
    assert done.stdout, done.stderr
    return str(json.loads(done.stdout)["state"])


def _state(folder: Path, clock: FixedClock) -> dict[str, Any]:
    store = Store.open(f"sqlite:///{folder / 'jobbvakt.db'}", clock=clock)
    try:
        with store.read() as session:
            refs = postings.active_refs(session, "nav_feed")
            stored = postings.by_refs(session, "nav_feed", refs)
            assert runs.live_all(session) == []
            linked, kept = raw_links.of_source(session, "nav_feed"), RawPages(folder / "raw", "nav_feed")
            return {
                "pages": {ref: [kept.read(key).key for key in keys] for ref, keys in linked.items()},
                "ads": {ref: (item.content_hash, item.status, item.versions) for ref, item in stored.items()},
                "left out": left_out.counts(session, "nav_feed"),
                "cursor": source_states.cursor(session, "nav_feed"),
            }
    finally:
        store.close()


def _wrongly_withdrawn(folder: Path, clock: FixedClock, open_ads: Iterable[str]) -> set[str]:
    """Ads that the source shows and the store, as the kill left it, calls withdrawn."""
    if not (folder / "jobbvakt.db").exists():
        return set()
    store = Store.open(f"sqlite:///{folder / 'jobbvakt.db'}", clock=clock)
    try:
        with store.read() as session:
            stored = postings.by_refs(session, "nav_feed", open_ads)
        return {ref for ref, one in stored.items() if one.status is PostingStatus.WITHDRAWN}
    finally:
        store.close()


def _await_lines(process: "subprocess.Popen[str]", spool: Path, lines: int) -> None:
    """Until the crawl has observed so much, or is over."""
    while process.poll() is None:
        with suppress(FileNotFoundError):
            if spool.read_bytes().count(b"\n") >= lines:
                return
        time.sleep(0.003)


def _child_of(pid: int) -> int | None:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return None
    return int(children[0]) if children else None


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the child through /proc")
@pytest.mark.parametrize("victim", ["child", "parent"])
def test_killed_anywhere_the_next_run_repairs(
    tmp_path: Path, feed: str, clock: FixedClock, calm: dict[str, Any], victim: str
) -> None:
    chance = random.Random()
    for number in range(KILLS):
        folder = tmp_path / f"{victim}-{number}"
        folder.mkdir()
        process = _start(folder, feed)
        _await_lines(process, folder / "spool" / "run-1.jsonl", chance.randrange(LINES))
        time.sleep(chance.uniform(0, 0.1))
        target = process.pid if victim == "parent" else _child_of(process.pid)
        if target is not None and process.poll() is None:
            os.kill(target, signal.SIGKILL)
        process.communicate(timeout=60)
        assert _wrongly_withdrawn(folder, clock, calm["ads"]) == set()
        assert _whole(folder, feed) == "complete"
        state = _state(folder, clock)
        assert {ref: ad for ref, ad in state["ads"].items() if calm["ads"].get(ref) != ad} == {}
        assert state == calm
