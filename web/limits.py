"""How many requests one caller may make in a minute; held in memory, forgotten with the process."""

from collections import deque
from datetime import datetime, timedelta
from threading import Lock

_MINUTE = timedelta(minutes=1)
_MOST_CALLERS = 10_000


class Window:
    """The last minute of every caller."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[datetime]] = {}
        self._lock = Lock()

    def take(self, caller: str, limit: int, now: datetime) -> tuple[int, int]:
        """(requests left after this one, seconds until there is room); -1 left when there was none."""
        with self._lock:
            if len(self._seen) >= _MOST_CALLERS and caller not in self._seen:
                self._seen.pop(next(iter(self._seen)))
            seen = self._seen.setdefault(caller, deque())
            while seen and seen[0] <= now - _MINUTE:
                seen.popleft()
            if len(seen) >= limit:
                return -1, max(1, round((seen[0] + _MINUTE - now).total_seconds()))
            seen.append(now)
            return limit - len(seen), 60
