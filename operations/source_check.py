"""Every parser against its fixture pairs: a page as it arrives, and what must be read from it, field by field."""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from crawler.parsing.page import Page
from crawler.registry import find_spider
from domain.codec import to_plain
from domain.errors import NothingFoundError, UsageError

CHECKOUT = Path(__file__).resolve().parents[1]
FIXTURES = CHECKOUT / "fixtures" / "portals"
"""In a checkout; the installed program has no fixtures."""

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One folder ``fixtures/portals/<portal>/<name>``: ``page.*``, ``meta.json``, ``expected.json``."""

    folder: Path

    @property
    def slug(self) -> str:
        """Name of the portal or platform."""
        return self.folder.parent.name

    def __str__(self) -> str:
        return f"{self.slug}/{self.folder.name}"

    @property
    def page_file(self) -> Path:
        """The page as it arrived."""
        (found,) = self.folder.glob("page.*")
        return found

    @cached_property
    def meta(self) -> Record:
        """Address, status, content type, moment, and why the case is there."""
        loaded: Record = json.loads((self.folder / "meta.json").read_text(encoding="utf-8"))
        return loaded

    @cached_property
    def expected(self) -> list[Record]:
        """What must be read, as plain values with the kind of each."""
        loaded: list[Record] = json.loads((self.folder / "expected.json").read_text(encoding="utf-8"))
        return loaded

    @property
    def page(self) -> Page:
        """What the parser is given."""
        moment = datetime.fromisoformat(self.meta["fetched_at"])
        return Page(
            self.meta["url"], self.page_file.read_bytes(), moment, self.meta["content_type"], self.meta["status"]
        )

    @cached_property
    def found(self) -> list[Record]:
        """What the parser reads, as plain values with the kind of each."""
        return [{"kind": type(item).__name__, **to_plain(item)} for item in parser_of(self.slug)(self.page)]


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """What one case says."""

    case: str
    fields: int
    """Fields compared."""
    wrong: tuple[str, ...]
    """``record.field: expected … found …`` for each that differs."""


def parser_of(slug: str) -> Callable[[Page], Iterable[Any]]:
    """The pure ``parse(page)`` beside the spider called ``slug``. Raises ConfigurationError when there is none."""
    parse: Callable[[Page], Iterable[Any]] = sys.modules[find_spider(slug).__module__].parse
    return parse


def cases(slug: str | None = None, folder: Path = FIXTURES) -> list[Case]:
    """Every case, or those of one portal."""
    return [Case(path.parent) for path in sorted(folder.glob(f"{slug or '*'}/*/meta.json"))]


def check(slug: str | None = None) -> list[CheckedCase]:
    """Compare every case, or those of one portal.

    Raises UsageError where there are no fixtures (an installed program), NothingFoundError for a portal without any.
    """
    if not FIXTURES.is_dir():
        raise UsageError(
            "there are no fixtures here",
            which=str(FIXTURES),
            why="they are part of the source tree, not of the installed program",
            remedy="run it in a checkout; 'jobbvakt sources try URL' looks at a page of today",
        )
    found = cases(slug)
    if not found:
        raise NothingFoundError("no fixtures of that name", which=str(slug), remedy=f"see {FIXTURES}")
    return [CheckedCase(str(case), _fields(case), tuple(_wrong(case))) for case in found]


def _fields(case: Case) -> int:
    return sum(len(record) for record in case.expected)


def _wrong(case: Case) -> Iterator[str]:
    found = case.found
    if len(found) != len(case.expected):
        yield f"{len(case.expected)} records expected, {len(found)} found"
    for number, (wanted, got) in enumerate(zip(case.expected, found, strict=False)):
        for name in sorted({*wanted, *got}):
            if wanted.get(name) != got.get(name):
                yield f"{number}.{name}: expected {_short(wanted.get(name))}, found {_short(got.get(name))}"


def _short(value: Any) -> str:
    return re.sub(r"\s+", " ", json.dumps(value, ensure_ascii=False))[:80]
