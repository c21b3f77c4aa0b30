"""An employer's jobs on Lever.

[sources.my_employer]
platform = "lever"
base_url = "https://api.eu.lever.co/v0/postings/acme"     # or api.lever.co: an employer lives on one of the two
# employer = "Acme AS"                                     else the name in the address
"""

from collections.abc import Mapping
from typing import ClassVar

from crawler.parsing.lever import read_lever
from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Portal, Terms


class Lever(ListSpider):
    """One request: every posting, texts included."""

    name = "lever"
    portal = Portal(
        title="Lever",
        homepage="https://www.lever.co",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's postings; the employer's name is that of its address, unless employer = … says it",
    )
    options: ClassVar[Mapping[str, type]] = {"employer": str}
    accept = (200, 404)

    def first(self) -> Ask:
        """All postings."""
        return Ask(f"{self.source.base_url}?mode=json")

    def read(self, page: Page) -> Listing:
        """Every posting."""
        return read_lever(page)


def parse(page: Page) -> list[Ad]:
    """The postings of one answer."""
    return list(read_lever(page).ads)
