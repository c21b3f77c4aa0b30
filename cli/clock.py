"""Keeping time on the command line: tick until somebody says stop, and say how it ended."""

import logging
import threading
from collections.abc import Callable, Mapping
from functools import partial

from cli.common import progress
from operations.timer import Stopping
from scheduler import Tick, run_clock


def log_at_work() -> None:
    """Log what is done to stderr; APScheduler speaks of trouble only."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)


def keep_time(actions: Mapping[str, tuple[float, Callable[[Stopping], object]]], told: str) -> None:
    """Do each action at once and then every so many seconds, until SIGTERM or Ctrl-C; ``told`` once that is heard."""
    stop = threading.Event()
    ticks = [Tick(name, seconds, partial(act, stop.is_set)) for name, (seconds, act) in actions.items()]
    late = run_clock(ticks, stop, ready=lambda: progress.print(told))
    progress.print(f"Stopped while {', '.join(late)} was under way." if late else "Stopped.")
