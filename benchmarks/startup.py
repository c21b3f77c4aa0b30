"""How long a person waits for ``jobbvakt --help``: processor time of the child, beside a Python that does nothing."""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence

from benchmarks.harness import ROUNDS, Row, bound

MOST_SECONDS = 0.35


def rows() -> Iterator[Row]:
    """Ours against the bound; an empty Python is shown as the limit."""
    ours = child_seconds([sys.executable, "-c", "import cli; cli.main(['--help'])"])
    empty = child_seconds([sys.executable, "-c", "pass"])
    row = bound("start-up: jobbvakt --help", "s CPU", ours, most=MOST_SECONDS)
    yield Row(row.stage, row.unit, ours, empty, ours / empty, row.target, row.ok)


def child_seconds(command: Sequence[str]) -> float:
    """Median processor seconds (user and system) of a child process."""
    return statistics.median(_once(command) for _ in range(ROUNDS))


def _once(command: Sequence[str]) -> float:
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)  # so that Popen does not wait for it again
    return usage.ru_utime + usage.ru_stime
