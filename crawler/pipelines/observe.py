"""Scrapy's side of the spool: takes every observation, sends drafts through the stages, and writes the last word."""

import resource
import sys
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.pipelines.stages import NotAnAdError, process
from crawler.policy.door import LISTING, ROBOTS, Door
from crawler.spool import SpoolWriter
from domain.clock import SystemClock
from domain.observations import Ended, Fetched, Observation, Problem, Seen
from domain.runs import ProblemCode


class ObservationPipeline:
    """Writes items at once and in their order; answers are reported as they come."""

    def __init__(self, spider: Any) -> None:
        self._spider = spider
        self._clock = SystemClock()
        self._spool = SpoolWriter(spider.job.spool)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Built by Scrapy."""
        pipeline = cls(crawler.spider)
        crawler.signals.connect(pipeline.on_response, signals.response_received)
        crawler.signals.connect(pipeline.on_item_error, signals.item_error)
        crawler.signals.connect(pipeline.on_closed, signals.spider_closed)
        return pipeline

    def process_item(self, item: Observation) -> Observation:
        """Write ``item``; a draft first passes the stages, and one that is no ad becomes a Problem."""
        observation = _staged(item) if isinstance(item, Seen) else item
        self._spool.write(observation)
        return observation

    def on_response(self, response: Response, request: Request) -> None:
        """An answer reached the spider."""
        if not request.meta.get(ROBOTS):
            listing = bool(request.meta.get(LISTING))
            size = len(response.body)
            self._spool.write(Fetched(response.url, response.status, size, self._clock.now(), listing))

    def on_item_error(self, item: Any, failure: Failure) -> None:
        """A stage failed on an item: the ad is lost to this run, the run goes on."""
        ref = item.draft.source_ref if isinstance(item, Seen) else ""
        message = f"an observation could not be handled: {failure.getBriefTraceback()[-300:]}"
        self._spool.write(Problem(ProblemCode.CRASHED, message, source_ref=str(ref)))

    def on_closed(self, reason: str) -> None:
        """The crawl is over: the last word."""
        if reason.startswith("closespider_"):
            self._spool.write(Problem(ProblemCode.BUDGET, f"the run was stopped by Scrapy's own limit: {reason}"))
        self._spool.write(Ended(reason, bool(self._spider.listing_complete), _stats(self._spider.door)))
        self._spool.close()


def _staged(seen: Seen) -> Seen | Problem:
    try:
        return Seen(process(seen.draft))
    except NotAnAdError as error:
        draft = seen.draft
        return Problem(ProblemCode.NOT_AN_AD, str(error), url=str(draft.url), source_ref=str(draft.source_ref))


def _stats(door: Door) -> dict[str, Any]:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, kibibytes elsewhere
    return {
        "requests": door.budget.pages,
        "bytes": door.budget.bytes,
        "retries": door.retries,
        "seconds": round(door.budget.seconds, 3),
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 3),
        "peak_rss_bytes": usage.ru_maxrss * unit,
    }
