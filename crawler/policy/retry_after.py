"""Reads Retry-After (RFC 9110, 10.2.3): seconds, or an HTTP date."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_SECONDS = 3600.0
"""A longer wait is read as this: no run waits that long anyway, and a typo must not block a source for years."""
_SECONDS = re.compile(r"\d{1,20}", re.ASCII)


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait from ``now`` (aware), 0 to 3600; None when the header says nothing that can be read."""
    text = value.strip()
    if _SECONDS.fullmatch(text):
        return min(float(text), LONGEST_SECONDS)
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:  # "-0000", or no zone at all: HTTP dates are GMT
            moment = moment.replace(tzinfo=UTC)
        wait = (moment - now).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return min(max(wait, 0.0), LONGEST_SECONDS)
