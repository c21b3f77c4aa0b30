"""The child's pen: takes what a spider observed, sends drafts through the stages, and writes it all to the spool."""

import resource
from dataclasses import replace
from typing import Any

from crawler.memory import peak_memory
from crawler.pipelines.stages import NotAnAdError, process
from crawler.policy.door import Door
from crawler.policy.errors import error_message
from crawler.spool import SpoolWriter
from domain.clock import Clock
from domain.observations import Ended, Fetched, Observation, Problem, Seen
from domain.runs import ProblemCode


class Reporter:
    """Writes observations at once and in their order; ``ended`` is the last word."""

    def __init__(self, spool: str, clock: Clock) -> None:
        self._spool, self._clock = SpoolWriter(spool), clock
        self._hidden: tuple[str, ...] = ()

    def hide(self, secret: str) -> None:
        """Keep ``secret`` (a source's key) out of every address and message that is written from now on."""
        self._hidden = (*self._hidden, secret)

    def holds_secret(self, body: bytes) -> bool:
        """Does ``body`` say something that is hidden?"""
        return any(secret.encode() in body for secret in self._hidden)

    def report(self, observation: Observation) -> None:
        """Write ``observation``. An ad that is none, or that no stage can handle, becomes a Problem."""
        if isinstance(observation, Problem):
            observation = replace(
                observation, message=self.masked(observation.message), url=self.masked(observation.url)
            )
        if not isinstance(observation, Seen):
            self._spool.write(observation)
            return
        draft = observation.draft
        try:
            self._spool.write(Seen(process(draft), observation.pages))
        except NotAnAdError as error:
            self._spool.write(
                Problem(ProblemCode.NOT_AN_AD, error_message(error), str(draft.url), str(draft.source_ref))
            )
        except (TypeError, ValueError, AttributeError) as error:
            what = f"an ad could not be handled: {type(error).__name__}: {str(error)[:300]}"
            self._spool.write(Problem(ProblemCode.CRASHED, what, str(draft.url), str(draft.source_ref)))

    def fetched(self, url: str, status: int, size: int, *, listing: bool) -> None:
        """An answer has arrived, with a body of ``size`` bytes."""
        self._spool.write(Fetched(self.masked(url), status, size, self._clock.now(), listing))

    def masked(self, text: str) -> str:
        """``text`` without what is hidden."""
        for secret in self._hidden:
            text = text.replace(secret, "***")
        return text

    def ended(self, reason: str, door: Door, *, listing_complete: bool) -> None:
        """The crawl is over, for ``reason`` (Scrapy's word)."""
        if reason.startswith("closespider_"):
            self._spool.write(Problem(ProblemCode.BUDGET, f"the run was stopped by Scrapy's own limit: {reason}"))
        self._spool.write(Ended(reason, listing_complete, _stats(door)))
        self._spool.close()


def _stats(door: Door) -> dict[str, Any]:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "requests": door.budget.pages,
        "bytes": door.budget.bytes,
        "retries": door.retries,
        "seconds": round(door.budget.seconds, 3),
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 3),
        "peak_rss_bytes": peak_memory(),
    }
