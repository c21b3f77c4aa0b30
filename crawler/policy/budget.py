"""What a run has used of its limits. Past any of them nothing more is fetched, and the run counts as capped."""

from collections.abc import Callable
from time import monotonic

from crawler.policy.errors import FetchError
from crawler.policy.limits import MEBIBYTE, Limits
from domain.runs import ProblemCode


class Budget:
    """Counts requests, bytes, ads and seconds of one run."""

    def __init__(self, limits: Limits, timer: Callable[[], float] = monotonic) -> None:
        self._limits, self._timer = limits, timer
        self._began = timer()
        self.pages = 0
        self.bytes = 0
        self.ads = 0

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return self._timer() - self._began

    def spend_page(self, url: str) -> None:
        """A request is about to be sent. Raises FetchError(BUDGET) when the run may send none."""
        limits = self._limits
        if self.seconds >= limits.seconds:
            raise _used_up(url, f"{limits.seconds / 60:g} minutes", "raise [crawl] max_minutes, or crawl more often")
        if self.pages >= limits.pages:
            raise _used_up(url, f"{limits.pages} requests", "does its list ever end? If so, crawl it more often")
        if self.bytes >= limits.total_bytes:
            raise _used_up(url, f"{limits.total_bytes // MEBIBYTE} MiB", "does its list ever end?")
        self.pages += 1

    def spend_bytes(self, size: int) -> None:
        """An answer came with a body of ``size`` bytes, as sent."""
        self.bytes += size

    def spend_ad(self, url: str) -> None:
        """An ad was read in full. Raises FetchError(BUDGET) when that is one more than was asked for."""
        self.ads += 1
        if self._limits.ads is not None and self.ads > self._limits.ads:
            raise _used_up(url, f"{self._limits.ads} ads", "leave out --limit to read them all")


def _used_up(url: str, what: str, remedy: str) -> FetchError:
    return FetchError(ProblemCode.BUDGET, "the run's budget is used up", url=url, why=what, remedy=remedy)
