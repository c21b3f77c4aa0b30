"""One page through the one door, kept as it came: for those who want to see what a parser makes of it."""

import base64
from collections.abc import AsyncIterator

from crawler.spider import PortalSpider
from domain.observations import Kept, Observation
from domain.sources import Portal, Terms

MODULE = __name__
"""What a job names as the only place to look for spiders: this is no platform that anybody configures."""


class OnePage(PortalSpider):
    """Asks for the source's address and nothing else; robots.txt and every limit hold as in a crawl."""

    name = "one_page"
    portal = Portal("One page", "", "", Terms.TENANT)

    async def crawl(self) -> AsyncIterator[Observation]:
        """The page, or what went wrong."""
        page = await self.fetch(self.source.base_url)
        yield Kept(page.url, page.content_type, base64.b64encode(page.body).decode("ascii"))
        self.listing_complete = True
