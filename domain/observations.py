"""What a crawl child reports, one JSON object a line, in the order in which it happened.

The child only observes; what follows from an observation is decided by the parent. A line that is cut short (the
child died while writing) is no observation.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from domain.codec import from_plain, to_json, to_plain
from domain.postings import Draft


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer arrived. ``listing`` tells a list or feed page from a single ad."""

    url: str
    status: int
    size: int
    """Bytes of the decoded body."""
    at: datetime
    listing: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """An ad was read in full."""

    draft: Draft
    pages: tuple[str, ...] = ()
    """Keys of the kept pages that gave it, in the order in which they were read; none when one was not kept."""


@dataclass(frozen=True, slots=True)
class Present:
    """An ad is still in a complete list, but was not read again since it has not changed."""

    source_ref: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The source itself says that an ad is over (NAV INACTIVE, 404/410, a passed validThrough)."""

    source_ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An ad was met and deliberately not stored; kept with the reason, so that recall can be judged."""

    source_ref: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something went wrong. ``code`` is one of ``domain.runs.ProblemCode``; ``message`` is for the operator."""

    code: str
    message: str
    url: str = ""
    source_ref: str = ""


NEWEST_EVENT = "newest_event"
"""Key of a cursor: when the newest event of a log was, as the source writes it. By it a log that stands still shows."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Everything up to here has been reported: ``cursor`` may be stored together with it."""

    cursor: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it came, for a look at it."""

    url: str
    content_type: str
    body: str
    """The bytes in base64 (RFC 4648)."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The child's last word. Without it the run was aborted, whatever the exit code says."""

    finish_reason: str
    listing_complete: bool
    """Was the whole list or feed read to its end?"""
    stats: Mapping[str, Any] = field(default_factory=dict)


Observation = Fetched | Seen | Present | Gone | LeftOut | Problem | Checkpoint | Kept | Ended

_KINDS: dict[str, type] = {
    "fetched": Fetched,
    "seen": Seen,
    "present": Present,
    "gone": Gone,
    "left_out": LeftOut,
    "problem": Problem,
    "checkpoint": Checkpoint,
    "kept": Kept,
    "ended": Ended,
}
_NAMES = {cls: name for name, cls in _KINDS.items()}


def encode(observation: Observation) -> dict[str, Any]:
    """The observation as a JSON-ready dict with its ``kind``."""
    return {"kind": _NAMES[type(observation)], **to_plain(observation)}


def encode_line(observation: Observation) -> str:
    """The observation as one line of JSON, without its end: ``encode`` for the spool."""
    said = to_json(observation)
    return f'{{"kind":"{_NAMES[type(observation)]}"' + (f",{said[1:]}" if said != "{}" else "}")


def decode(line: str | bytes, read: Callable[[str | bytes], Any] = json.loads) -> Observation:
    """The observation of one spool line. Raises ValueError on anything else. ``read``: a reader of JSON."""
    data = read(line)
    if not isinstance(data, dict) or data.get("kind") not in _KINDS:
        raise ValueError("not an observation: no known 'kind'")
    observation: Observation = from_plain(_KINDS[data["kind"]], data)
    return observation
