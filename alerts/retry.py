"""When a message that did not go is tried again, and when it is given up."""

from datetime import timedelta

FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=4)
GIVE_UP_AFTER = timedelta(hours=24)
"""Later than this a digest speaks of yesterday."""
HOLD_FOR = timedelta(days=7)
"""How long a message outlives a fault that only the operator can mend."""


def delay(attempts: int) -> timedelta:
    """The wait after the ``attempts``-th try (from 1): 1, 2, 4 … minutes, at most four hours."""
    return min(FIRST_DELAY * (1 << min(attempts - 1, 16)), LONGEST_DELAY)


def waited(attempts: int) -> timedelta:
    """How long ``attempts`` tries have taken at least."""
    return sum(map(delay, range(1, attempts)), start=timedelta())


def gives_up(attempts: int, *, on_hold: bool) -> bool:
    """Has the message been tried for long enough? ``on_hold``: the operator, not the message, is at fault."""
    return waited(attempts) >= (HOLD_FOR if on_hold else GIVE_UP_AFTER)
