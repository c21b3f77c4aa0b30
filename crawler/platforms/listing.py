"""Parent of platforms that list every open ad of an employer: the list page by page, then the ads' own pages.

A platform says where the list begins, how a page of it is read and which page follows; where the list carries no
texts, also where an ad's text lies. Only a list read to its end, with as many ads as it states, counts as complete.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from crawler.parsing.listing import Listing
from crawler.parsing.page import Page, PageError
from crawler.spider import FetchError, PortalSpider
from domain.observations import Gone, LeftOut, Observation, Present, Problem, Seen
from domain.postings import Draft, Issue
from domain.prefilter import worth_reading
from domain.runs import ProblemCode

MAX_LIST_PAGES = 400
NOT_THIS_JOB = "title: not about leading customer service"
GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class Ask:
    """One request for a page of the list."""

    url: str
    method: str = "GET"
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=lambda: {"Accept": "application/json"})


class ListSpider(PortalSpider):
    """Subclasses give ``first``, ``read`` and, where they apply, ``following``, ``detail`` and ``read_detail``."""

    accept: ClassVar[tuple[int, ...]] = (200,)
    """Statuses that ``read`` makes something of, for example an error that explains itself."""
    parallel: ClassVar[int] = 2
    may_repeat: ClassVar[bool] = False
    """Several searches may bring the same ads; one list may not."""

    def first(self) -> Ask:
        """Where the list begins."""
        raise NotImplementedError

    def read(self, page: Page) -> Listing:
        """One page of the list. Raises PageError when it is none."""
        raise NotImplementedError

    def following(self, listing: Listing, met: int) -> Ask | None:
        """The next page after ``listing``, ``met`` ads into the list; None at its end."""
        return Ask(listing.following, headers=self._headers) if listing.following else None

    def detail(self, draft: Draft) -> str | None:
        """Where the text of ``draft`` lies; None when the list gave it."""
        return None

    def read_detail(self, page: Page, draft: Draft) -> Draft:
        """``draft`` with what its own page says. Raises PageError when that is no ad."""
        raise NotImplementedError

    async def crawl(self) -> AsyncIterator[Observation]:
        """Every ad of the list, seen or left out by its title."""
        self._met: set[str] = set()
        self._total: int | None = None
        opening = self.first()
        self._headers = opening.headers
        ask: Ask | None = opening
        for _ in range(MAX_LIST_PAGES):
            if ask is None:
                break
            listing, address = await self._list_page(ask)
            async for observation in self._report(listing, address):
                yield observation
            ask = self.following(listing, len(self._met))
        if ask is not None:
            raise FetchError(ProblemCode.BUDGET, "the list does not end", url=ask.url, why=f"{MAX_LIST_PAGES} pages")
        if self._total is not None and len(self._met) < self._total:
            why = f"{len(self._met)} ads where it states {self._total}"
            raise FetchError(ProblemCode.NOT_A_LISTING, "the list is cut", url=self.source.base_url, why=why)
        self.listing_complete = True

    async def _list_page(self, ask: Ask) -> tuple[Listing, str]:
        page = await self.fetch(
            ask.url, listing=True, method=ask.method, body=ask.body, headers=ask.headers, accept=self.accept
        )
        try:
            listing = self.read(page)
        except PageError as error:
            raise FetchError(
                ProblemCode.NOT_A_LISTING, error.what, url=page.url, why=error.why, remedy=error.remedy
            ) from error
        if self._total is None:  # some lists state it on their first page only
            self._total = listing.total
        return listing, page.url

    async def _report(self, listing: Listing, address: str) -> AsyncIterator[Observation]:
        fresh = [ad for ad in listing.ads if isinstance(ad, Issue) or ad.source_ref not in self._met]
        if self._met and listing.ads and not fresh and not self.may_repeat:
            raise FetchError(
                ProblemCode.LOOP, "the list runs in a circle", url=address, why="this page brings no ad that is new"
            )
        wanted: list[Draft] = []
        for ad in fresh:
            if isinstance(ad, Issue):
                yield Problem(ProblemCode.NOT_AN_AD, f"{ad.why}: {ad.raw}", address)
                continue
            self._met.add(ad.source_ref)
            if isinstance(ad, Gone):
                yield ad
                continue
            if isinstance(ad, LeftOut):
                if ad.source_ref not in self.known_refs:  # of a stored ad it means that it is no longer open
                    yield ad
                continue
            if self.source.options.get("employer"):
                ad = replace(ad, employer=str(self.source.options["employer"]))
            if ad.source_ref in self.known_refs or worth_reading(ad.title, self.title_terms):
                wanted.append(ad)
            else:
                yield LeftOut(ad.source_ref, ad.title, NOT_THIS_JOB)
        async for observation in self._read(wanted):
            yield observation

    async def _read(self, wanted: Iterable[Draft]) -> AsyncIterator[Observation]:
        """Drafts whose list gave the text at once; the others after their own pages."""
        later: dict[str, Draft] = {}
        for draft in wanted:
            address = self.detail(draft)
            if address is None or self.refusal(address):
                yield Seen(draft)
            else:
                later[address] = draft
        async for address, answer in self.fetch_many(
            later, parallel=self.parallel, headers=self._headers, accept=(200, *GONE)
        ):
            yield self._detailed(later[address], answer)

    def _detailed(self, draft: Draft, answer: Page | FetchError) -> Observation:
        """What the list says stays true though the ad's page cannot be had; a stored text is then left alone."""
        if isinstance(answer, FetchError):
            return Problem(answer.code, answer.message, draft.url, draft.source_ref)
        if answer.status in GONE:
            known = draft.source_ref in self.known_refs
            return Present(draft.source_ref) if known else Seen(draft)
        try:
            return Seen(self.read_detail(answer, draft))
        except PageError as error:
            return Problem(ProblemCode.NOT_AN_AD, str(error), answer.url, draft.source_ref)
