"""An employer's jobs on Greenhouse.

[sources.my_employer]
platform = "greenhouse"
base_url = "https://boards-api.greenhouse.io/v1/boards/acme"
"""

from crawler.parsing.greenhouse import read_greenhouse
from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Portal, Terms


class Greenhouse(ListSpider):
    """One request: every job of the board, texts included."""

    name = "greenhouse"
    portal = Portal(
        title="Greenhouse",
        homepage="https://www.greenhouse.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's job board, through the API that its career page uses",
    )
    accept = (200, 404)

    def first(self) -> Ask:
        """The board with its texts."""
        return Ask(f"{self.source.base_url}/jobs?content=true")

    def read(self, page: Page) -> Listing:
        """Every job."""
        return read_greenhouse(page)


def parse(page: Page) -> list[Ad]:
    """The jobs of one answer."""
    return list(read_greenhouse(page).ads)
