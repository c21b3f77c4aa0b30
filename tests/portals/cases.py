"""Fixture pairs of portals: a page as it arrives, and what its parser must make of it."""

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from crawler import registry
from crawler.parsing.page import Page
from domain.codec import to_plain

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "fixtures" / "portals"
SPIDERS = registry.portals()


@dataclass(frozen=True)
class Case:
    """One folder ``fixtures/portals/<slug>/<name>``."""

    folder: Path

    @property
    def slug(self):
        return self.folder.parent.name

    def __str__(self):
        return f"{self.slug}/{self.folder.name}"

    @property
    def page_file(self):
        (found,) = self.folder.glob("page.*")
        return found

    @cached_property
    def meta(self):
        return json.loads((self.folder / "meta.json").read_text(encoding="utf-8"))

    @cached_property
    def expected(self):
        return json.loads((self.folder / "expected.json").read_text(encoding="utf-8"))

    @property
    def page(self):
        meta = self.meta
        return Page(
            meta["url"],
            self.page_file.read_bytes(),
            datetime.fromisoformat(meta["fetched_at"]),
            meta["content_type"],
            meta["status"],
        )

    @cached_property
    def found(self):
        """What the parser made of the page, as plain values with the kind of each."""
        return [{"kind": type(item).__name__, **to_plain(item)} for item in parser_of(self.slug)(self.page)]


def parser_of(slug):
    """The pure ``parse(page)`` beside the spider called ``slug``."""
    return sys.modules[SPIDERS[slug].__module__].parse


CASES = {str(case): case for case in map(Case, sorted(path.parent for path in FOLDER.glob("*/*/meta.json")))}
EMPTY = (None, [])
FIELDS = [
    (f"{name}[{number}.{field}]", name, number, field)
    for name, case in CASES.items()
    for number, record in enumerate(case.expected)
    for field in record
    if record[field] not in EMPTY
]
