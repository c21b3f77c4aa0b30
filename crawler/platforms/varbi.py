"""An employer's jobs on Varbi.

[sources.my_employer]
platform = "varbi"
base_url = "https://acme.varbi.com"
# employer = "Acme"                            else the end of the page's title
"""

from collections.abc import Mapping
from typing import ClassVar

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.varbi import read_varbi, read_varbi_ad
from crawler.platforms.listing import Ask, ListSpider
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms


class Varbi(ListSpider):
    """The one page with all jobs, then each that is worth reading."""

    name = "varbi"
    portal = Portal(
        title="Varbi",
        homepage="https://www.varbi.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        note="one employer's career pages; its list states no number of jobs, so only a cut table is noticed",
        evidence=Evidence.DOCUMENTED,
    )
    options: ClassVar[Mapping[str, type]] = {"employer": str}

    def first(self) -> Ask:
        """The front page is the list."""
        return Ask(f"{self.source.base_url}/", headers={"Accept": "text/html"})

    def read(self, page: Page) -> Listing:
        """Every job."""
        return read_varbi(page)

    def detail(self, draft: Draft) -> str:
        """The job's page."""
        return draft.url

    def read_detail(self, page: Page, draft: Draft) -> Draft:
        """With its text and facts."""
        return read_varbi_ad(page, draft)


def parse(page: Page) -> list[Ad]:
    """The jobs of the list."""
    return list(read_varbi(page).ads)
