"""An employer's vacancies on EasyCruit (Visma).

[sources.my_employer]
platform = "easycruit"
base_url = "https://acme.easycruit.com"
"""

from crawler.parsing.easycruit import read_easycruit, read_easycruit_ad
from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.platforms.listing import Ask, ListSpider
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms

XML = {"Accept": "application/xml, text/xml"}


class EasyCruit(ListSpider):
    """The list, then the text of each vacancy that is worth reading."""

    name = "easycruit"
    portal = Portal(
        title="EasyCruit",
        homepage="https://www.visma.no/easycruit",
        country="NO",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's public XML; its vacancy number joins it with the same ad on other portals",
        evidence=Evidence.DOCUMENTED,
    )

    def first(self) -> Ask:
        """The list of vacancies."""
        return Ask(f"{self.source.base_url}/export/xml/vacancy/list.xml", headers=XML)

    def read(self, page: Page) -> Listing:
        """Every vacancy."""
        return read_easycruit(page)

    def detail(self, draft: Draft) -> str:
        """The vacancy's own file."""
        return f"{self.source.base_url}/export/xml/vacancy/{draft.source_ref}.xml"

    def read_detail(self, page: Page, draft: Draft) -> Draft:
        """With its text."""
        return read_easycruit_ad(page, draft)


def parse(page: Page) -> list[Ad]:
    """The vacancies of the list."""
    return list(read_easycruit(page).ads)
