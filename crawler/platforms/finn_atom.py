"""Parent of the spider over FINN's partner interface: one search after another, then the ads worth reading.

What is no longer in the list of open ads has been withdrawn; NAV's own importer reads it so too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from crawler.parsing.finn import read_finn_atom
from crawler.parsing.listing import Listing
from crawler.parsing.page import Page, PageError
from crawler.platforms.listing import Ask, ListSpider, list_cut
from crawler.spider import FetchError
from domain.postings import Draft, Issue
from domain.runs import ProblemCode

ROWS = 400
MARKETS = ("job-full-time", "job-part-time", "job-management")


class FinnAtom(ListSpider):
    """Asks with the key in a header; without a key it asks nothing."""

    options: ClassVar[Mapping[str, type]] = {"api_key": str, "markets": list}
    may_repeat = True
    _stated: int | None
    _in_market: set[str]

    def first(self) -> Ask:
        """The first market."""
        key = self.source.options.get("api_key")
        if not key:
            raise FetchError(
                ProblemCode.UNAUTHORIZED,
                "FINN's partner interface needs a key",
                url=self.source.base_url,
                why=f"[sources.{self.source.name}] has no api_key",
                remedy="ask FINN for one, or use: jobbvakt import FILE… with your own alert e-mails and saved pages",
            )
        given = self.source.options.get("markets")
        self._waiting = [str(name) for name in (given if isinstance(given, list) and given else MARKETS)]
        return self._market()

    def read(self, page: Page) -> Listing:
        """A page of hits; the total is that of one market, so it is held against that market's ads alone."""
        listing = read_finn_atom(page)
        self._stated = listing.total if self._stated is None else self._stated
        self._in_market |= {ad.source_ref for ad in listing.ads if not isinstance(ad, Issue)}
        return replace(listing, total=None)

    def ads_of(self, page: Page) -> Iterable[object]:
        """The hits of one page, whatever market it is of."""
        return read_finn_atom(page).ads

    def following(self, listing: Listing, met: int) -> Ask | None:
        """The next page of the market, then the next market."""
        if listing.following and listing.ads:
            return self._ask(listing.following)
        if self._stated is None or len(self._in_market) < self._stated:
            states = "no number" if self._stated is None else self._stated
            why = f"{len(self._in_market)} ads in {self._waiting[0]} where it states {states}"
            raise list_cut(self.source.base_url, why)
        self._waiting.pop(0)
        return self._market() if self._waiting else None

    def detail(self, draft: Draft) -> str:
        """The ad's own entry."""
        return f"{self.source.base_url}/ad/{draft.source_ref}"

    def read_detail(self, page: Page, draft: Draft) -> Draft:
        """With text, deadline and contact persons."""
        found = next(iter(read_finn_atom(page).ads), None)
        if not isinstance(found, Draft):
            raise PageError("not an ad of FINN", which=page.url, why="its entry is no open ad")
        return found

    def _market(self) -> Ask:
        self._in_market = set()
        self._stated = None
        return self._ask(f"{self.source.base_url}/search/{self._waiting[0]}?rows={ROWS}")

    def _ask(self, url: str) -> Ask:
        return Ask(
            url, headers={"Accept": "application/atom+xml", "x-FINN-apikey": str(self.source.options["api_key"])}
        )
