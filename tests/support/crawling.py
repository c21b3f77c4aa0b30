"""Ways to start a crawl in tests: one in a child, or a table of them in one process behind the same door."""

import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.job import CrawlJob
from crawler.policy.limits import Limits
from crawler.process import Child
from crawler.spool import read_from
from domain.observations import Ended, Fetched, Observation, Problem, Seen
from domain.sources import Portal, Source, Terms
from tests.support import warm

ROOT = Path(__file__).parents[2]
PORTAL = Portal(title="Test", homepage="https://test.example", country="NO", terms=Terms.OFFICIAL)
HASTY = Limits(seconds=60, backoff_seconds=0.02, max_wait_seconds=2, timeout_seconds=10, heartbeat_seconds=0.2)
"""Limits for tests: everything as in a real run, but quicker to lose patience."""
_NUMBERS = iter(range(1, 1_000_000))


@dataclass(frozen=True)
class Outcome:
    """What a crawl left behind."""

    observations: list[Observation]
    exit_code: int | None
    log: str
    seconds: float
    problems: Counter[str] = field(default_factory=Counter)

    @property
    def ads(self) -> list[str]:
        """Ids of the ads, in order."""
        return [item.draft.source_ref for item in self.observations if isinstance(item, Seen)]

    @property
    def titles(self) -> list[str]:
        """Titles of the ads, in order."""
        return [item.draft.title for item in self.observations if isinstance(item, Seen)]

    @property
    def messages(self) -> str:
        """All problems in words."""
        return "\n".join(item.message for item in self.observations if isinstance(item, Problem))

    @property
    def fetched(self) -> list[Fetched]:
        """Answers that reached the spider."""
        return [item for item in self.observations if isinstance(item, Fetched)]

    @property
    def ended(self) -> Ended | None:
        """The last word, if there is one and it is the last."""
        last = self.observations[-1] if self.observations else None
        return last if isinstance(last, Ended) else None


def job_for(
    folder: Path,
    base_url: str,
    platform: str = "pages",
    *,
    limits: Limits = HASTY,
    allow_loopback: bool = True,
    delay_seconds: float = 0,
    **options: Any,
) -> CrawlJob:
    """A crawl of ``base_url`` by one of the test spiders."""
    source = Source(
        "test", platform, PORTAL, base_url, allow_loopback=allow_loopback, delay_seconds=delay_seconds, options=options
    )
    number = next(_NUMBERS)
    return CrawlJob(
        run_id=number,
        source=source,
        spool=str(folder / f"{number}.jsonl"),
        raw=str(folder / "raw"),
        started_at=datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
        contact="test@example.org",
        limits=limits,
        spider_modules=("tests.support.spiders",),
    )


def crawl(job: CrawlJob, seconds: float = 60) -> Outcome:
    """Run ``job`` to its end in a child that is forked, not started: it has to load nothing."""
    began = time.monotonic()
    done = warm.run(program="tests.support.one", given=job.to_json(), seconds=seconds)
    return _outcome(job, done.returncode, done.stderr, time.monotonic() - began)


def crawl_started(job: CrawlJob, seconds: float = 60) -> Outcome:
    """Run ``job`` to its end in a child that is started as the product starts it."""
    began = time.monotonic()
    child = Child.start(job)
    try:
        child.wait(seconds)
        took = time.monotonic() - began
    finally:
        child.stop(grace_seconds=1)
    return _outcome(job, child.exit_code, child.error_tail(), took)


def crawl_all(jobs: Sequence[CrawlJob], seconds: float = 120, names: Mapping[str, str] | None = None) -> list[Outcome]:
    """Run ``jobs`` at the same time in one process: cheaper than a child each, with the same settings and door.

    ``names``: all that the DNS knows, name → IPv4 address; None asks the machine's own resolver.
    """
    began = time.monotonic()
    done = warm.run(
        *([] if names is None else [json.dumps(names)]),
        program="tests.support.many",
        given="\n".join(job.to_json() for job in jobs),
        seconds=seconds,
    )
    took = time.monotonic() - began
    return [_outcome(job, done.returncode, done.stderr, took) for job in jobs]


def _outcome(job: CrawlJob, exit_code: int | None, log: str, seconds: float) -> Outcome:
    observations, _, bad = read_from(job.spool, 0, 1_000_000)
    if bad:
        raise AssertionError(f"{bad} unreadable lines in the spool")
    problems = Counter(item.code for item in observations if isinstance(item, Problem))
    return Outcome(observations, exit_code, log, seconds, problems)


def limits(**changes: Any) -> Limits:
    """Hasty limits with ``changes``."""
    return replace(HASTY, **changes)
