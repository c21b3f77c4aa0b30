"""karrierestart.no: a Norwegian job site without structured data, behind a wall that turns declared crawlers away.

[sources.karrierestart]
"""

from crawler.parsing.facts import read_visible_ad
from crawler.parsing.page import Page
from crawler.platforms import schema_org
from domain.observations import LeftOut, Problem
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms


class Karrierestart(schema_org.SchemaOrg):
    """Its sitemap; on each page what a reader sees, where the address speaks of a job."""

    name = "karrierestart"
    portal = Portal(
        title="karrierestart.no",
        homepage="https://karrierestart.no",
        country="NO",
        terms=Terms.OPT_IN,
        base_url="https://karrierestart.no",
        absence_withdraws=True,
        note="answers 403 to crawlers that say who they are, so a run ends as blocked; save pages and import them",
        terms_notice=(
            "The terms of karrierestart.no were not verified, and the site answers 403 to crawlers that say who they "
            "are. Read the terms, or ask its operator, before you say yes. Saved pages may be imported without it."
        ),
        evidence=Evidence.ASSUMED,
    )

    def read_page(self, page: Page) -> list[Draft | LeftOut | Problem]:
        """What a reader sees."""
        return parse(page)


def parse(page: Page) -> list[Draft | LeftOut | Problem]:
    """The ad of a page whose address is one of a job; marked data goes first, should it ever come."""
    found = schema_org.parse(page)
    seen = read_visible_ad(page) if "/jobb" in page.url or "/ledig" in page.url else None
    return [seen] if seen and all(isinstance(item, LeftOut) for item in found) else found
