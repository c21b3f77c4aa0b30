"""Long work begun from a page: crawls in threads of this process, stopped with it, so that nothing is left behind."""

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor

from domain.errors import JobbvaktError
from operations.context import Context
from operations.crawl import CrawlOptions, crawl
from operations.match import match
from operations.sources import find_source, require_contact
from storage import runs
from storage.runs import RunRecord

log = logging.getLogger(__name__)

AT_ONCE = 2
STOP_SECONDS = 15.0


class Jobs:
    """The crawls that this process was asked for."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="crawl")
        self._asked: dict[str, Future[None]] = {}
        self._lock = threading.Lock()
        self._closed = False

    def crawl(self, name: str, trigger: str) -> None:
        """Crawl ``name`` soon; nothing more happens where it is being crawled or waits already.

        Raises NothingFoundError for an unknown source, ConfigurationError when no contact address is set.
        """
        source = find_source(self.context.settings, name)
        require_contact(self.context.settings, source)
        with self._lock:
            known = self._asked.get(name)
            if self._closed or (known is not None and not known.done()):
                return
            self._asked[name] = self._pool.submit(self._run, name, trigger)

    def waiting(self) -> list[str]:
        """Sources that were asked for and are not done."""
        with self._lock:
            return [name for name, job in self._asked.items() if not job.done()]

    def close(self) -> None:
        """Ask what is under way to stop, and wait for it."""
        with self._lock:
            self._closed = True
            under_way = [job for job in self._asked.values() if not job.cancel() and not job.done()]
            names = [name for name, job in self._asked.items() if not job.done()]
        for name in names:
            self._cancel(name)
        for job in under_way:
            try:
                job.result(STOP_SECONDS)
            except TimeoutError:
                log.error("a crawl did not stop in time")
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _cancel(self, name: str) -> None:
        with self.context.store.write() as session:
            live = runs.live(session, name)
            if live is not None:
                runs.request_cancel(session, live.id)

    def _run(self, name: str, trigger: str) -> None:
        try:
            record = crawl(self.context, name, CrawlOptions(trigger=trigger))
            if not self._closed and _brought_something(record):
                match(self.context)
        except JobbvaktError as error:
            log.error("crawl from a page failed: %s: %s", name, error)


def _brought_something(record: RunRecord) -> bool:
    tally = record.tally
    return any((tally.new, tally.changed, tally.withdrawn, tally.revived))
