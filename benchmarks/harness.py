"""What the stages share: a row, processor time over several rounds, and what machine this is.

Processor time of this process is what is compared unless a stage says otherwise: wall time swings on shared cores.
Each limit is taken in the same run and in turn with ours, so that both meet the same weather.
"""

import gc
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

ROUNDS = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its limit. ``limit`` and ``ratio`` are None where the target is absolute."""

    stage: str
    unit: str
    ours: float
    limit: float | None
    ratio: float | None
    target: str
    ok: bool

    def as_dict(self) -> dict[str, Any]:
        """For the JSON report."""
        return asdict(self)


Stage = Callable[[], Iterator[Row]]


def at_least(stage: str, unit: str, ours: float, limit: float, share: float) -> Row:
    """``ours`` and ``limit`` are speeds: ours should reach ``share`` of the limit."""
    return Row(stage, unit, ours, limit, ours / limit, f">= {share:g} x", ours >= share * limit)


def at_most(stage: str, unit: str, ours: float, limit: float, times: float) -> Row:
    """``ours`` and ``limit`` are costs: ours should be no more than ``times`` the limit."""
    return Row(stage, unit, ours, limit, ours / limit, f"<= {times:g} x", ours <= times * limit)


def beside(stage: str, unit: str, ours: float, limit: float) -> Row:
    """``ours`` and ``limit`` are speeds, and no target is set on their ratio."""
    return Row(stage, unit, ours, limit, ours / limit, "none", True)


def bound(stage: str, unit: str, ours: float, *, least: float | None = None, most: float | None = None) -> Row:
    """``ours`` against a fixed bound."""
    if least is not None:
        return Row(stage, unit, ours, None, None, f">= {least:g}", ours >= least)
    if most is not None:
        return Row(stage, unit, ours, None, None, f"<= {most:g}", ours <= most)
    raise ValueError("a bound is needed")


def cpu(*jobs: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Median processor seconds of each job, taken in turn ``rounds`` times, with the collector off."""
    taken: list[list[float]] = [[] for _ in jobs]
    for _ in range(rounds):
        for job, seconds in zip(jobs, taken, strict=True):
            seconds.append(once(job))
    return [statistics.median(seconds) for seconds in taken]


def in_pairs(
    limit: Callable[[], object], ours: Callable[[T], object], fresh: Iterator[T], *, rounds: int
) -> tuple[float, float]:
    """Processor seconds of ``limit`` and of ``ours``, which gets something fresh each round.

    Both of the same round: the one whose ratio stands in the middle of all rounds.
    """
    pairs = [(once(limit), once(partial(ours, made))) for made in islice(fresh, rounds)]
    return sorted(pairs, key=lambda pair: pair[0] / pair[1])[rounds // 2]


def once(job: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        job()
        return time.process_time() - began
    finally:
        gc.enable()


def machine() -> dict[str, Any]:
    """What the figures were taken on."""
    cpuinfo = Path("/proc/cpuinfo")
    models = [
        line.split(":", 1)[1].strip()
        for line in (cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.is_file() else [])
        if line.startswith("model name")
    ]
    return {
        "cpu": models[0] if models else platform.processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": platform.platform(),
        "python": sys.version.split()[0],
    }
