"""An employer's jobs on Teamtailor.

[sources.my_employer]
platform = "teamtailor"
base_url = "https://acme.teamtailor.com"      # or the employer's own host in front of it
"""

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.teamtailor import read_teamtailor
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Portal, Terms


class Teamtailor(ListSpider):
    """One request: the JSON feed of the career site, texts included."""

    name = "teamtailor"
    portal = Portal(
        title="Teamtailor",
        homepage="https://www.teamtailor.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's career site; its own deadlines stand in the texts, the feed has none",
    )

    def first(self) -> Ask:
        """The JSON feed."""
        return Ask(f"{self.source.base_url}/jobs.json")

    def read(self, page: Page) -> Listing:
        """Every job."""
        return read_teamtailor(page)


def parse(page: Page) -> list[Ad]:
    """The jobs of ``/jobs.json`` or ``/jobs.rss``."""
    return list(read_teamtailor(page).ads)
