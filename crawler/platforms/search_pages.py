"""Parent of portals that are asked by their search: one query after another, page by page, then the ads themselves.

What a search brings is a selection: an ad that is missing from it may well be open, so absence says nothing.
"""

from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote_plus

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page, PageError
from crawler.platforms.listing import Ask, ListSpider
from domain.postings import Draft

MAX_PAGES = 10
"""Pages of one query, unless the source's table says otherwise."""


class SearchPages(ListSpider):
    """Subclasses give ``ask`` and ``parsed``, and for ads with a page of their own ``detail``."""

    queries: ClassVar[tuple[str, ...]] = (
        "kundeservicesjef",
        "kundeserviceleder",
        "kundesenterleder",
        "leder kundeservice",
    )
    options: ClassVar[Mapping[str, type]] = {"queries": list, "max_pages": int}
    may_repeat = True

    def ask(self, query: str, number: int) -> Ask:
        """Page ``number`` (from 0) of the hits for ``query``, which is fit for an address."""
        raise NotImplementedError

    def parsed(self, page: Page) -> list[Ad]:
        """The hits of one page, or the one ad of its own page."""
        raise NotImplementedError

    def first(self) -> Ask:
        """The first page of the first query."""
        given = self.source.options.get("queries")
        chosen = given if isinstance(given, list) and given else self.queries
        self._waiting = [quote_plus(str(query)) for query in chosen]
        self._number = 0
        return self.ask(self._waiting[0], 0)

    def read(self, page: Page) -> Listing:
        """The hits; a page that is neither hits nor says that there are none is no answer."""
        ads = self.parsed(page)
        self._brought = {ad.source_ref for ad in ads if isinstance(ad, Draft)}
        return Listing(tuple(ads))

    def following(self, listing: Listing, met: int) -> Ask | None:
        """The next page while pages bring something new, else the next query."""
        self._number += 1
        limit = int(str(self.source.options.get("max_pages") or MAX_PAGES))
        more = bool(self._brought - self._before) if self._number > 1 else bool(self._brought)
        self._before = self._brought
        if not more or self._number >= limit:
            self._waiting.pop(0)
            self._number = 0
            self._before = frozenset()
        return self.ask(self._waiting[0], self._number) if self._waiting else None

    _before: frozenset[str] | set[str] = frozenset()

    def read_detail(self, page: Page, draft: Draft) -> Draft:
        """The ad of its own page."""
        found = next((ad for ad in self.parsed(page) if isinstance(ad, Draft)), None)
        if found is None:
            raise PageError("not an ad", which=page.url, why="the page has no ad of a known form")
        return found
