"""An employer's jobs on Ashby.

[sources.my_employer]
platform = "ashby"
base_url = "https://api.ashbyhq.com/posting-api/job-board/acme"
# employer = "Acme AS"                                     else the name in the address
"""

from collections.abc import Mapping
from typing import ClassVar

from crawler.parsing.ashby import read_ashby
from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Portal, Terms


class Ashby(ListSpider):
    """One request: every job of the board, texts and pay included."""

    name = "ashby"
    portal = Portal(
        title="Ashby",
        homepage="https://www.ashbyhq.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's job board; the employer's name is that of its address, unless employer = … says it",
    )
    options: ClassVar[Mapping[str, type]] = {"employer": str}

    def first(self) -> Ask:
        """The board with pay where the employer shows it."""
        return Ask(f"{self.source.base_url}?includeCompensation=true")

    def read(self, page: Page) -> Listing:
        """Every job."""
        return read_ashby(page)


def parse(page: Page) -> list[Ad]:
    """The jobs of one answer."""
    return list(read_ashby(page).ads)
