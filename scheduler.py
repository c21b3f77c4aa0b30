"""The clock: it says *when*, never *what* (RELIABILITY decision 6).

What is due is computed from the store by the functions that are handed in, so a tick that comes late, twice or not at
all does no harm. APScheduler holds nothing but the ticks, in memory.
"""

import logging
import signal
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from apscheduler.executors.base import BaseExecutor, run_job
from apscheduler.schedulers.background import BackgroundScheduler

from domain.clock import Clock, SystemClock

log = logging.getLogger(__name__)

GRACE_SECONDS = 20.0
JUMP_SECONDS = 5.0
"""A clock that drifts from the monotonic one by more than this within a second was set, or the machine slept."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Call ``action`` at the start and then every ``seconds``, never twice at the same time."""

    name: str
    seconds: float
    action: Callable[[], object]


class _DaemonThreads(BaseExecutor):  # type: ignore[misc]
    """Each call in a thread of its own that cannot hold up the end of the process; what raises is logged."""

    def _do_submit_job(self, job: Any, run_times: Any) -> None:
        def work() -> None:
            self._run_job_success(job.id, run_job(job, job._jobstore_alias, run_times, self._logger.name))

        threading.Thread(target=work, name=job.id, daemon=True).start()


def run_clock(
    ticks: Sequence[Tick],
    stop: threading.Event,
    clock: Clock | None = None,
    ready: Callable[[], object] = lambda: None,
) -> list[str]:
    """Tick until ``stop`` is set, or SIGTERM or SIGINT arrives (when called in the main thread).

    ``ready`` is called once a signal would be heard. When told to stop, no new call begins, and those under way have
    ``GRACE_SECONDS`` to end; they should watch ``stop`` themselves. Returns the names of those that did not end.
    """
    clock = clock or SystemClock()
    defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    scheduler = BackgroundScheduler(executors={"default": _DaemonThreads()}, job_defaults=defaults, timezone=UTC)
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)  # "still running" is no news
    numbers = (signal.SIGTERM, signal.SIGINT) if threading.current_thread() is threading.main_thread() else ()
    handlers = {number: signal.signal(number, lambda *_: stop.set()) for number in numbers}
    for tick in ticks:
        scheduler.add_job(tick.action, "interval", seconds=tick.seconds, id=tick.name, next_run_time=clock.now())
    ready()
    scheduler.start()
    drift = clock.now().timestamp() - time.monotonic()
    while not stop.wait(1.0):
        before, drift = drift, clock.now().timestamp() - time.monotonic()
        if abs(drift - before) > JUMP_SECONDS:  # APScheduler would sleep on until the old time comes round again
            log.warning("the clock moved by %.0f s: looking at everything now", drift - before)
            for job in scheduler.get_jobs():
                job.modify(next_run_time=clock.now())
    scheduler.shutdown(wait=False)
    for number, handler in handlers.items():  # a second signal ends the wait below
        signal.signal(number, handler)
    return _wait_for({tick.name for tick in ticks}, time.monotonic() + GRACE_SECONDS)


def _wait_for(names: set[str], deadline: float) -> list[str]:
    for thread in [thread for thread in threading.enumerate() if thread.name in names]:
        thread.join(max(0.0, deadline - time.monotonic()))
    return sorted(thread.name for thread in threading.enumerate() if thread.name in names)
