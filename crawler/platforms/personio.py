"""An employer's jobs on Personio.

[sources.my_employer]
platform = "personio"
base_url = "https://acme.jobs.personio.de"       # or .com
# language = "en"                                  texts in one language only; some feeds are empty in others
"""

from collections.abc import Mapping
from typing import ClassVar

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.personio import read_personio
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Portal, Terms


class Personio(ListSpider):
    """One request: every position, texts included."""

    name = "personio"
    portal = Portal(
        title="Personio",
        homepage="https://www.personio.com",
        country="",
        terms=Terms.TENANT,
        absence_withdraws=True,
        minimum_ads=0,
        note="one employer's public XML feed; asked too often it answers 429",
    )
    options: ClassVar[Mapping[str, type]] = {"language": str, "employer": str}

    def first(self) -> Ask:
        """The feed."""
        language = self.source.options.get("language")
        query = f"?language={language}" if language else ""
        return Ask(f"{self.source.base_url}/xml{query}", headers={"Accept": "application/xml, text/xml"})

    def read(self, page: Page) -> Listing:
        """Every position."""
        return read_personio(page)


def parse(page: Page) -> list[Ad]:
    """The positions of one answer."""
    return list(read_personio(page).ads)
