"""An employer's jobs on Recruitee.

[sources.my_employer]
platform = "recruitee"
base_url = "https://acme.recruitee.com"       # or the employer's own host in front of it
"""

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.recruitee import read_recruitee
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Portal, Terms


class Recruitee(ListSpider):
    """One request: every offer, texts and pay included."""

    name = "recruitee"
    portal = Portal(
        title="Recruitee",
        homepage="https://recruitee.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's career site, through the API that the site itself uses",
    )

    def first(self) -> Ask:
        """All offers."""
        return Ask(f"{self.source.base_url}/api/offers/")

    def read(self, page: Page) -> Listing:
        """Every offer."""
        return read_recruitee(page)


def parse(page: Page) -> list[Ad]:
    """The offers of one answer."""
    return list(read_recruitee(page).ads)
