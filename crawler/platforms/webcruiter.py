"""An employer's ads on Webcruiter.

[sources.my_employer]
platform = "webcruiter"
base_url = "https://candidate.webcruiter.com/api/odvert/companysearch/1234567"
# language = "nb"
"""

import json
from collections.abc import Mapping
from typing import ClassVar

from crawler.parsing.listing import Ad, Listing
from crawler.parsing.page import Page
from crawler.parsing.webcruiter import read_webcruiter
from crawler.platforms.listing import Ask, ListSpider
from domain.sources import Portal, Terms

PER_PAGE = 100


class Webcruiter(ListSpider):
    """The company's search, a hundred ads a step. A total of 0 may mean an unknown company, and is not believed."""

    name = "webcruiter"
    portal = Portal(
        title="Webcruiter",
        homepage="https://www.webcruiter.no",
        country="NO",
        terms=Terms.TENANT,
        absence_withdraws=True,
        note="one employer, by its company number; an unknown number gives an empty list, so 0 ads are not believed",
    )
    options: ClassVar[Mapping[str, type]] = {"language": str}
    states_total = True

    def first(self) -> Ask:
        """The first hundred."""
        return self._ask(0)

    def read(self, page: Page) -> Listing:
        """A hundred ads."""
        return read_webcruiter(page)

    def following(self, listing: Listing, met: int) -> Ask | None:
        """Until the number stated has been met."""
        return self._ask(met) if listing.ads and met < (listing.total or 0) else None

    def _ask(self, skip: int) -> Ask:
        language = self.source.options.get("language") or "nb"
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        body = json.dumps({"take": PER_PAGE, "skip": skip})
        return Ask(f"{self.source.base_url}?language={language}", "POST", body, headers)


def parse(page: Page) -> list[Ad]:
    """The ads of one page."""
    return list(read_webcruiter(page).ads)
