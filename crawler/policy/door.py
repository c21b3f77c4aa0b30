"""What one crawl knows about its way out: addresses, pace, budget, and whether the door has been shut."""

from collections import Counter
from collections.abc import Iterable

from crawler.job import CrawlJob
from crawler.policy.address import Guard
from crawler.policy.budget import Budget
from crawler.policy.errors import FetchError
from crawler.policy.pace import Pace
from domain.runs import ProblemCode

# Keys of ``Request.meta``.
LISTING = "jobbvakt_listing"
ACCEPT = "jobbvakt_accept"
ROBOTS = "jobbvakt_robots"
TRIES = "jobbvakt_tries"

SAME_LISTING_TIMES = 3
"""A list page may be asked for again (a refreshed token, a tip that moved); a fourth time is a circle."""


class Door:
    """One crawl's state. Everything that is sent asks here first."""

    def __init__(self, job: CrawlJob, hosts: Iterable[str] = ()) -> None:
        self.limits = job.limits
        self.guard = Guard(job.source, hosts)
        self.pace = Pace(job.source.delay_seconds, job.limits.parallel)
        self.budget = Budget(job.limits)
        self.retries = 0
        self._closed: FetchError | None = None
        self._listings: Counter[str] = Counter()

    def admit(self, url: str) -> None:
        """Called right before the wire. Raises what shut the door, or FetchError(BUDGET)."""
        self.check_open()
        self.budget.spend_page(url)

    def check_open(self) -> None:
        """Raises what shut the door, if it is shut."""
        if self._closed is not None:
            raise self._closed

    def close(self, error: FetchError) -> None:
        """Send nothing more in this run; ``error`` is what everybody is told."""
        self._closed = self._closed or error

    def check_loop(self, url: str, method: str, *, listing: bool) -> None:
        """Raises FetchError(LOOP) when a list leads back to a page that was read again and again."""
        if not listing or method != "GET":
            return
        self._listings[url] += 1
        if self._listings[url] > SAME_LISTING_TIMES:
            raise FetchError(
                ProblemCode.LOOP,
                "the list runs in a circle",
                url=url,
                why=f"this page was asked for {self._listings[url]} times in one run",
                remedy="nothing is withdrawn; if it stays so, report the address",
            )
