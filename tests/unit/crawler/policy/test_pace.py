"""Turns and pauses, on a clock of our own."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from crawler.policy.pace import Pace


class _Time:
    """Stands still until somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)
        self.now += seconds


def _pace(gap: float) -> tuple[Pace, _Time]:
    timer = _Time()
    return Pace(gap, timer=timer, sleep=timer.sleep), timer


def test_the_first_turn_comes_at_once_and_the_next_after_the_gap() -> None:
    pace, timer = _pace(2)

    async def twice() -> list[float]:
        times = []
        for _ in range(3):
            await pace.turn("a")
            times.append(timer.now)
        return times

    assert asyncio.run(twice()) == [100, 102, 104]


def test_hosts_do_not_wait_for_each_other() -> None:
    pace, timer = _pace(5)

    async def both() -> None:
        await pace.turn("a")
        await pace.turn("b")

    asyncio.run(both())
    assert timer.now == 100


def test_a_pause_also_holds_back_who_is_already_waiting() -> None:
    pace, timer = _pace(1)

    async def run() -> float:
        await pace.turn("a")
        waiting = asyncio.create_task(pace.turn("a"))
        await asyncio.sleep(0)
        pace.pause("a", 30)
        await waiting
        return timer.now

    assert asyncio.run(run()) >= 130


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    pace, timer = _pace(0)
    pace.pause("a", 30)
    pace.pause("a", 1)
    asyncio.run(pace.turn("a"))
    assert timer.now == 130


def test_slowing_down_counts_from_the_last_request_and_never_speeds_up() -> None:
    pace, timer = _pace(3)
    asyncio.run(pace.turn("a"))
    pace.slow_down("a", 10)
    pace.slow_down("a", 1)
    asyncio.run(pace.turn("a"))
    asyncio.run(pace.turn("a"))
    assert timer.now == 120


@given(st.floats(0, 5), st.lists(st.tuples(st.integers(0, 3), st.floats(0, 9)), max_size=12))
def test_no_turn_comes_before_gap_or_pause_allow(gap: float, steps: list[tuple[int, float]]) -> None:
    pace, timer = _pace(gap)
    not_before = 0.0
    last = None

    async def run() -> None:
        nonlocal not_before, last
        for kind, seconds in steps:
            if kind == 0:
                pace.pause("a", seconds)
                not_before = max(not_before, timer.now + seconds)
                continue
            await pace.turn("a")
            assert timer.now >= not_before - 1e-9
            assert last is None or timer.now >= last + gap - 1e-9
            last = timer.now

    asyncio.run(run())
