"""When a host may be asked again: how many requests are under way to it, the least gap between two, and its pauses."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic


@dataclass(slots=True)
class _Lane:
    gap: float
    room: asyncio.Semaphore
    next_at: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pace:
    """One lane per host; whoever wants to send waits for its turn right before the wire, not in a queue before it."""

    def __init__(
        self,
        gap_seconds: float,
        parallel: int = 1,
        timer: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap, self._parallel, self._timer, self._sleep = gap_seconds, parallel, timer, sleep
        self._lanes: dict[str, _Lane] = {}

    @asynccontextmanager
    async def room(self, host: str) -> AsyncIterator[None]:
        """Entered when fewer than ``parallel`` requests are under way to ``host``, and its turn has come."""
        async with self._lane(host).room:
            await self.turn(host)
            yield

    async def turn(self, host: str) -> None:
        """Returns when a request may be sent to ``host``. A pause begun meanwhile is waited for as well."""
        lane = self._lane(host)
        async with lane.turn:
            while (wait := lane.next_at - self._timer()) > 0:
                await self._sleep(wait)
            lane.next_at = self._timer() + lane.gap

    def pause(self, host: str, seconds: float) -> None:
        """Nothing goes to ``host`` for ``seconds`` from now; a longer pause already set stays."""
        lane = self._lane(host)
        lane.next_at = max(lane.next_at, self._timer() + seconds)

    def slow_down(self, host: str, gap_seconds: float) -> None:
        """At least ``gap_seconds`` between two requests to ``host`` from now on, counted from the last one too."""
        lane = self._lane(host)
        if gap_seconds > lane.gap:
            lane.next_at = max(lane.next_at, self._timer() + gap_seconds)
            lane.gap = gap_seconds

    def _lane(self, host: str) -> _Lane:
        return self._lanes.setdefault(host, _Lane(self._gap, asyncio.Semaphore(self._parallel)))
