"""A whole crawl in its child process, beside a bare Scrapy spider that yields a dict a page.

Processor time of the child a page, start-up taken out by crawling a small and a large site. The policy's politeness is
off in time (no delay on loopback) but on in work: robots.txt, budgets and address checks are all done.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import pages
from benchmarks.harness import Row, at_least, bound
from crawler.job import CrawlJob
from crawler.process import Child
from crawler.spool import read_from
from domain.observations import Seen
from domain.sources import Portal, Source, Terms

SMALL, LARGE = 100, 500
SHARE, MOST_MIB = 0.60, 160
PATIENCE = 180.0


def rows() -> Iterator[Row]:
    """Pages a second of processor time, and the child's greatest memory."""
    with pages.site(SMALL) as small, pages.site(LARGE) as large:
        ours = per_page(crawl, small, large)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        bare = per_page(bare_scrapy, small, large)
    yield at_least("crawl", "pages/s CPU", 1 / ours, 1 / bare, SHARE)
    yield bound("crawl: memory of the child", "MiB", memory, most=MOST_MIB)


def per_page(run: Callable[[str, int], None], small: str, large: str) -> float:
    """Processor seconds of the child for one page more."""
    costs = []
    for base, count in ((small, SMALL), (large, LARGE)):
        before = _children()
        run(base, count)
        costs.append(_children() - before)
    return (costs[1] - costs[0]) / (LARGE - SMALL)


def crawl(base: str, count: int) -> None:
    """Ours: sitemap, pages, drafts, spool."""
    with tempfile.TemporaryDirectory() as folder:
        spool = Path(folder) / "spool.jsonl"
        child = Child.start(CrawlJob(1, _source(base), str(spool), datetime.now(UTC)))
        try:
            code = child.wait(PATIENCE)
        finally:
            child.stop()
        observations, _, _ = read_from(spool, 0, 10 * count)
        seen = sum(isinstance(item, Seen) for item in observations)
    if code != 0 or seen != count:
        raise RuntimeError(f"the crawl ended with {code} and {seen} of {count} ads: {child.error_tail()}")


def bare_scrapy(base: str, count: int) -> None:
    """The limit: ``python -m benchmarks.bare_scrapy``."""
    command = [sys.executable, "-m", "benchmarks.bare_scrapy", base, str(count)]
    subprocess.run(command, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)


def _source(base: str) -> Source:
    portal = Portal(title="Bench", homepage=base, country="", terms=Terms.TENANT)
    return Source("bench", "schema_org", portal, base, allow_loopback=True, delay_seconds=0.0)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
