"""Parent of platforms that list every open ad of an employer: the list page by page, then the ads' own pages.

A platform says where the list begins, how a page of it is read and which page follows; where the list carries no
texts, also where an ad's text lies. Only a list read to its end, with as many ads as it states, counts as complete.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from crawler.parsing.listing import Listing
from crawler.parsing.page import Page, PageError
from crawler.spider import FetchError, PortalSpider
from domain.observations import Gone, LeftOut, Observation, Present, Problem
from domain.postings import Draft, Issue
from domain.prefilter import worth_reading
from domain.runs import ProblemCode

MAX_LIST_PAGES = 400
MAX_RECORDS = 10_000
"""On one page of a list; no employer has more."""
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
    states_total: ClassVar[bool] = False
    """Its first page tells how many ads there are. Where that is missing, nobody knows where the list ends."""

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
        for number in range(MAX_LIST_PAGES):
            if ask is None:
                break
            listing, page = await self._list_page(ask)
            if number and not listing.ads and self._total is None and not self.may_repeat:
                raise list_cut(page.url, "the page before leads to this one, and it holds no ad")
            async for observation in self._report(listing, page):
                yield observation
            ask = self.following(listing, len(self._met))
        if ask is not None:
            raise FetchError(ProblemCode.BUDGET, "the list does not end", url=ask.url, why=f"{MAX_LIST_PAGES} pages")
        if self._total is not None and len(self._met) < self._total:
            raise list_cut(self.source.base_url, f"{len(self._met)} ads where it states {self._total}")
        self.listing_complete = True

    def ads_of(self, page: Page) -> Iterable[object]:
        """What a page of the list holds, as ``crawl`` makes it out."""
        return [self._of_employer(ad) if isinstance(ad, Draft) else ad for ad in self.read(page).ads]

    def again(self, ref: str, pages: Sequence[Page]) -> Draft | None:
        """From its page of the list, and its own where it has one."""
        draft = super().again(ref, pages[:1])
        return self._whole(pages[1], draft) if draft and len(pages) > 1 else draft

    def _whole(self, page: Page, draft: Draft) -> Draft:
        """With what its own page says. The list's id stays, since by it the ad is met again or missed."""
        return replace(self.read_detail(page, draft), source_ref=draft.source_ref)

    def _of_employer(self, ad: Draft) -> Draft:
        name = self.source.options.get("employer")
        return replace(ad, employer=str(name)) if name else ad

    async def _list_page(self, ask: Ask) -> tuple[Listing, Page]:
        page = await self.fetch(
            ask.url, listing=True, method=ask.method, body=ask.body, headers=ask.headers, accept=self.accept
        )
        try:
            listing = self.read(page)
        except PageError as error:
            raise FetchError(
                ProblemCode.NOT_A_LISTING, error.what, url=page.url, why=error.why, remedy=error.remedy
            ) from error
        if len(listing.ads) > MAX_RECORDS:
            raise list_cut(page.url, f"it has {len(listing.ads)} records on one page, {MAX_RECORDS} at most are read")
        if self._total is None:  # some lists state it on their first page only
            self._total = listing.total
        if self.states_total and self._total is None and listing.ads:
            raise list_cut(page.url, "it no longer says how many ads it has, so that its end cannot be told")
        return listing, page

    async def _report(self, listing: Listing, page: Page) -> AsyncIterator[Observation]:
        fresh = [ad for ad in listing.ads if isinstance(ad, Issue) or ad.source_ref not in self._met]
        if self._met and listing.ads and not fresh and not self.may_repeat:
            raise FetchError(
                ProblemCode.LOOP, "the list runs in a circle", url=page.url, why="this page brings no ad that is new"
            )
        wanted: list[Draft] = []
        for ad in fresh:
            if isinstance(ad, Issue):
                yield Problem(ProblemCode.NOT_AN_AD, f"{ad.why}: {ad.raw}", page.url)
                continue
            self._met.add(ad.source_ref)
            if isinstance(ad, Gone):
                yield ad
                continue
            if isinstance(ad, LeftOut):
                if ad.source_ref not in self.known_refs:  # of a stored ad it means that it is no longer open
                    yield ad
                continue
            ad = self._of_employer(ad)
            if ad.source_ref in self.known_refs or worth_reading(ad.title, self.title_terms):
                wanted.append(ad)
            else:
                yield LeftOut(ad.source_ref, ad.title, NOT_THIS_JOB)
        async for observation in self._read(wanted, page):
            yield observation

    async def _read(self, wanted: Iterable[Draft], page: Page) -> AsyncIterator[Observation]:
        """Drafts whose list gave the text at once; the others after their own pages."""
        later: dict[str, Draft] = {}
        for draft in wanted:
            address = self.detail(draft)
            if address is None or self.refusal(address):
                yield self.seen(draft, page)
            else:
                later[address] = draft
        async for address, answer in self.fetch_many(
            later, parallel=self.parallel, headers=self._headers, accept=(200, *GONE)
        ):
            yield self._detailed(later[address], page, answer)

    def _detailed(self, draft: Draft, page: Page, answer: Page | FetchError) -> Observation:
        """What the list says stays true though the ad's page cannot be had; a stored text is then left alone."""
        if isinstance(answer, FetchError):
            return Problem(answer.code, answer.message, draft.url, draft.source_ref)
        if answer.status in GONE:
            known = draft.source_ref in self.known_refs
            return Present(draft.source_ref) if known else self.seen(draft, page)
        try:
            return self.seen(self._whole(answer, draft), page, answer)
        except PageError as error:
            return Problem(ProblemCode.NOT_AN_AD, str(error), answer.url, draft.source_ref)


def list_cut(url: str, why: str) -> FetchError:
    """What was or will be met cannot be the whole list: nothing may be concluded from what is missing."""
    return FetchError(ProblemCode.NOT_A_LISTING, "the list is cut", url=url, why=why)
