"""Reads ads again from their kept pages, in the crawl child and with its limits. Nothing is asked of anybody."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.parsing.page import Page
from crawler.policy.errors import error_message
from crawler.raw_pages import DamagedPageError, RawPages
from crawler.spider import PortalSpider
from domain.errors import JobbvaktError
from domain.observations import Problem, Seen
from domain.runs import ProblemCode

_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a parser that is not yet finished may raise: one ad's trouble, told as such."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An ad to read again, and the keys of the pages that gave it."""

    ref: str
    pages: tuple[str, ...]


def write_wanted(path: Path, wanted: Sequence[Wanted]) -> None:
    """For ``CrawlJob.reread``: one ad a line, those of one list together."""
    ordered = sorted(wanted, key=lambda one: (one.pages[0], one.ref))
    path.write_text("".join(json.dumps([one.ref, *one.pages]) + "\n" for one in ordered), encoding="ascii")


def read_again(spider: PortalSpider, sign: Path) -> None:
    """Read every ad that the spider's job names, and report each; ``sign`` is touched as a sign of life."""
    kept = _Pages(RawPages(Path(spider.job.raw), spider.job.source.name))
    for one in _wanted(Path(spider.job.reread)):
        sign.touch()
        spider.reporter.report(_observed(spider, kept, one))
    spider.reporter.ended("finished", spider.door, listing_complete=False)


def _wanted(path: Path) -> Iterator[Wanted]:
    with path.open(encoding="ascii") as lines:
        for line in lines:
            ref, *pages = json.loads(line)
            yield Wanted(ref, tuple(pages))


def _observed(spider: PortalSpider, kept: "_Pages", one: Wanted) -> Seen | Problem:
    try:
        draft = spider.again(one.ref, kept.of(one))
    except FileNotFoundError:
        return Problem(ProblemCode.UNREADABLE, "its page is kept no longer", source_ref=one.ref)
    except DamagedPageError as error:
        return Problem(ProblemCode.UNREADABLE, f"its kept page is damaged: {error}", source_ref=one.ref)
    except JobbvaktError as error:
        return Problem(ProblemCode.NOT_AN_AD, error_message(error), source_ref=one.ref)
    except _FAULTS as error:
        why = f"the parser failed: {type(error).__name__}: {str(error)[:300]}"
        return Problem(ProblemCode.CRASHED, why, source_ref=one.ref)
    if draft is None:
        return Problem(ProblemCode.NOT_AN_AD, "the parser finds it no longer on its page", source_ref=one.ref)
    return Seen(draft, one.pages)


class _Pages:
    """The kept pages; the list that was read last is at hand for its next ad."""

    def __init__(self, kept: RawPages) -> None:
        self._kept = kept
        self._last: dict[str, Page] = {}

    def of(self, one: Wanted) -> list[Page]:
        first, *others = one.pages
        if first not in self._last:
            self._last = {first: self._kept.read(first)}
        return [self._last[first], *map(self._kept.read, others)]
