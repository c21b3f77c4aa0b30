"""Karriere.no: a Norwegian job site whose operator and terms are not known; read as any site with schema.org data.

[sources.karriere_no]
# start_url = "https://karriere.no/jobb"
"""

from crawler.parsing.page import Page
from crawler.platforms import schema_org
from domain.observations import LeftOut, Problem
from domain.postings import Draft
from domain.sources import Evidence, Portal, Terms


class KarriereNo(schema_org.SchemaOrg):
    """Its sitemap, then every page that may be an ad."""

    name = "karriere_no"
    portal = Portal(
        title="Karriere.no",
        homepage="https://karriere.no",
        country="NO",
        terms=Terms.OPT_IN,
        base_url="https://karriere.no",
        absence_withdraws=True,
        note="who runs it today and on which terms was not found; whether its pages mark their ads was not seen either",
        terms_notice=(
            "The terms of Karriere.no were not found. Read them on the site, or ask its operator, before you say yes. "
            "robots.txt is obeyed."
        ),
        evidence=Evidence.ASSUMED,
    )


def parse(page: Page) -> list[Draft | LeftOut | Problem]:
    """The ads of one page."""
    return schema_org.parse(page)
