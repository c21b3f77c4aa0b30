"""An employer's vacancies on ReachMee (Talentech).

[sources.my_employer]
platform = "reachmee"
base_url = "https://site106.reachmee.com/Public/rssfeed/external.ashx?id=12&InstallationID=I003&CustomerName=acme&lang=NO"
# employer = "Acme AS"                         else the topmost unit that the ad names
"""

from collections.abc import Mapping
from typing import ClassVar

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.reachmee import read_reachmee
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Evidence, Portal, Terms


class ReachMee(ListSpider):
    """One request: every vacancy, texts included."""

    name = "reachmee"
    portal = Portal(
        title="ReachMee",
        homepage="https://www.talentech.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's public RSS export; its address is on the employer's career page",
        evidence=Evidence.DOCUMENTED,
    )
    options: ClassVar[Mapping[str, type]] = {"employer": str}

    def first(self) -> Ask:
        """The export as it is."""
        return Ask(self.source.base_url, headers={"Accept": "application/rss+xml, application/xml"})

    def read(self, page: Page) -> Listing:
        """Every vacancy."""
        return read_reachmee(page)


def parse(page: Page) -> list[Ad]:
    """The vacancies of one answer."""
    return list(read_reachmee(page).ads)
