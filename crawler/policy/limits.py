"""What one run may use at most. Every number has a unit in its name or its comment."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one crawl; a run that meets one is *capped*, never *complete*."""

    seconds: float = 7200
    """Wall time of the whole run."""
    pages: int = 20_000
    """Requests sent, retries and robots.txt included."""
    total_bytes: int = 2048 * MEBIBYTE
    """Bytes received over all pages, as sent."""
    ads: int | None = None
    """Ads read in full, when the operator asked for a few only."""
    body_bytes: int = 8 * MEBIBYTE
    """One page, both as sent and decoded."""
    timeout_seconds: float = 30
    """One request, from connecting to its last byte."""
    retries: int = 2
    """Further tries after an answer that may pass (429, 503, 5xx, a broken connection)."""
    backoff_seconds: float = 1.0
    """Wait before the first retry; doubles each time, with jitter."""
    max_wait_seconds: float = 60
    """A source that asks for a longer pause ends the run as throttled."""
    redirects: int = 5
    parallel: int = 4
    """Requests under way at once to one host."""
    memory_bytes: int = 1536 * MEBIBYTE
    """Address space of the child (RLIMIT_AS)."""
    cpu_seconds: int = 3600
    """Processor time of the child (RLIMIT_CPU)."""
    file_bytes: int = 2048 * MEBIBYTE
    """Largest file that the child may write (RLIMIT_FSIZE)."""
    heartbeat_seconds: float = 5
