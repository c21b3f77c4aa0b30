"""One career page to one draft, beside finding the JSON-LD with a regular expression and dropping tags."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks import pages
from benchmarks.harness import Row, at_most, cpu
from crawler.parsing.jobposting import read_job_postings
from crawler.parsing.page import Page

PAGES = 100
TIMES = 15.0
_SCRIPT = re.compile(rb'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_NOW = datetime(2026, 11, 23, tzinfo=UTC)


def rows() -> Iterator[Row]:
    """Milliseconds a page."""
    bodies = [pages.page(number) for number in range(PAGES)]
    ours, limit = cpu(lambda: [drafts(body) for body in bodies], lambda: [bare(body) for body in bodies])
    yield at_most("extract one page", "ms", ours / PAGES * 1000, limit / PAGES * 1000, TIMES)


def drafts(body: bytes) -> int:
    """Ours: the parser that the spider calls."""
    found = read_job_postings(Page(url="https://bench.example/jobb/1", body=body, fetched_at=_NOW))
    if len(found) != 1:
        raise RuntimeError(f"{len(found)} ads on a page of one")
    return len(found)


def bare(body: bytes) -> str:
    """The limit: no page is parsed, no field is checked."""
    found = _SCRIPT.search(body)
    data = json.loads(found.group(1)) if found else {}
    return _TAG.sub(" ", data["description"])
