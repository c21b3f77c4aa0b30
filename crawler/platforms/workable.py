"""An employer's jobs on Workable.

[sources.my_employer]
platform = "workable"
base_url = "https://apply.workable.com/api/v1/widget/accounts/acme"
"""

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.workable import read_workable
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Portal, Terms


class Workable(ListSpider):
    """One request: every job of the account, texts included."""

    name = "workable"
    portal = Portal(
        title="Workable",
        homepage="https://www.workable.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's jobs, through the API of the widget that employers put on their sites",
    )

    def first(self) -> Ask:
        """The account with its texts."""
        return Ask(f"{self.source.base_url}?details=true")

    def read(self, page: Page) -> Listing:
        """Every job."""
        return read_workable(page)


def parse(page: Page) -> list[Ad]:
    """The jobs of one answer."""
    return list(read_workable(page).ads)
