"""A whole crawl in its child process, beside a bare Scrapy spider that yields a dict a page.

Processor time (user and system) of the child a page. Both crawl a small and a large site, and the difference is
divided by the difference in pages, so that start-up counts for neither. They take turns, so that each round compares
two that met the same weather, and the round in the middle of all is told. Both are asked the same pages by servers in
processes of their own, whose time is not counted.

What each does besides fetching: bare Scrapy has its default middlewares, no log, no robots.txt, eight requests at a
time; ours asks robots.txt, checks every address and budget, keeps to two requests at a time, reads the ad, normalises
it, keeps the page packed and writes the ad to the spool. Only the pauses of politeness are left out.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import pages
from benchmarks.harness import Row, at_least, bound
from crawler.job import CrawlJob
from crawler.process import Child
from crawler.spool import read_from
from domain.observations import Ended, Seen
from domain.sources import Portal, Source, Terms

SMALL, LARGE = 100, 1000
ROUNDS = 7
SHARE, MOST_MIB = 0.60, 160
PATIENCE = 180.0
MEBIBYTE = 1024 * 1024


def rows() -> Iterator[Row]:
    """Pages a second of processor time, and the child's greatest memory."""
    peaks: list[float] = []

    def ours(base: str, count: int) -> None:
        peaks.append(crawl(base, count) / MEBIBYTE)

    with pages.site(SMALL) as small, pages.site(LARGE) as large:
        rounds = [per_page((ours, bare_scrapy), small, large) for _ in range(ROUNDS)]
    cost, limit = sorted(rounds, key=lambda costs: costs[1] / costs[0])[ROUNDS // 2]
    yield at_least("crawl", "pages/s CPU", 1 / cost, 1 / limit, SHARE)
    yield bound("crawl: memory of the child", "MiB", max(peaks), most=MOST_MIB)


def per_page(runs: Sequence[Callable[[str, int], None]], small: str, large: str) -> list[float]:
    """Processor seconds that one page more costs the child of each of ``runs``."""
    started = [spent(run, small, SMALL) for run in runs]
    whole = [spent(run, large, LARGE) for run in runs]
    return [(more - less) / (LARGE - SMALL) for more, less in zip(whole, started, strict=True)]


def spent(run: Callable[[str, int], None], base: str, count: int) -> float:
    """Processor seconds of the child that ``run`` starts and waits for."""
    before = _children()
    run(base, count)
    return _children() - before


def crawl(base: str, count: int) -> int:
    """Ours: sitemap, pages, drafts, spool. Returns the bytes that the child held at its peak, as it tells itself."""
    with tempfile.TemporaryDirectory() as folder:
        spool = Path(folder) / "spool.jsonl"
        child = Child.start(CrawlJob(1, _source(base), str(spool), datetime.now(UTC), raw=str(Path(folder) / "raw")))
        try:
            code = child.wait(PATIENCE)
        finally:
            child.stop()
        observations, _, _ = read_from(spool, 0, 10 * count)
        seen = sum(isinstance(item, Seen) for item in observations)
    last = observations[-1] if observations else None
    if code != 0 or seen != count or not isinstance(last, Ended):
        raise RuntimeError(f"the crawl ended with {code} and {seen} of {count} ads: {child.error_tail()}")
    return int(last.stats["peak_rss_bytes"])


def bare_scrapy(base: str, count: int) -> None:
    """The limit: ``python -m benchmarks.bare_scrapy``."""
    command = [sys.executable, "-m", "benchmarks.bare_scrapy", base, str(count)]
    subprocess.run(command, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)


def _source(base: str) -> Source:
    portal = Portal(title="Bench", homepage=base, country="", terms=Terms.TENANT)
    return Source("bench", "schema_org", portal, base, allow_loopback=True, delay_seconds=0.0)


def _children() -> float:
    """Of the children that have ended: the servers are still at work."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
