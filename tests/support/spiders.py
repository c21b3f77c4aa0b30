"""Tiny spiders that the crawl child loads in tests."""

from collections.abc import AsyncIterator

from crawler.spider import PortalSpider
from domain.observations import Observation, Seen
from domain.postings import Draft
from domain.sources import Portal, Terms

PORTAL = Portal(title="Test", homepage="https://test.example", country="NO", terms=Terms.OFFICIAL)


class OnePageSpider(PortalSpider):
    """Fetches base_url and reports its text as an ad."""

    name = "one_page"
    portal = PORTAL

    async def crawl(self) -> AsyncIterator[Observation]:
        page = await self.fetch(self.source.base_url, listing=True)
        yield Seen(Draft("1", page.url, page.text[:100]))
        self.listing_complete = True
