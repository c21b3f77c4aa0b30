"""One career page to one draft, beside finding the JSON-LD with a regular expression and dropping tags.

Two rows: a page whose JSON-LD states the deadline, as most do; and one whose deadline stands as a word in the page, so
that its whole tree has to be read. The target is that of the first; the second is bounded so that it does not grow.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks import pages
from benchmarks.harness import Row, at_most, cpu
from crawler.parsing.jobposting import read_job_postings
from crawler.parsing.page import Page

PAGES = 100
TIMES, TREE_TIMES = 15.0, 45.0
_SCRIPT = re.compile(rb'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_NOW = datetime(2026, 11, 23, tzinfo=UTC)


def rows() -> Iterator[Row]:
    """Milliseconds a page."""
    bodies = [pages.page(number) for number in range(PAGES)]
    open_ended = [pages.page(number, end="Snarest") for number in range(PAGES)]
    ours, tree, limit = cpu(
        lambda: [drafts(body) for body in bodies],
        lambda: [drafts(body) for body in open_ended],
        lambda: [bare(body) for body in bodies],
    )
    yield at_most("extract one page", "ms", ours / PAGES * 1000, limit / PAGES * 1000, TIMES)
    yield at_most("extract one page by its tree", "ms", tree / PAGES * 1000, limit / PAGES * 1000, TREE_TIMES)


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
