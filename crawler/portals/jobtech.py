"""JobTech: the open data of Arbetsförmedlingen, with removals as they happen. On when Sweden is wanted.

[sources.jobtech]
enabled = true
# regions = ["CifL_Rzy_Mku"]         concept ids of the taxonomy, here Stockholms län
"""

from crawler.parsing.jobtech import read_jobtech
from crawler.parsing.listing import Ad
from crawler.parsing.page import Page
from crawler.platforms.job_stream import JobStream
from domain.sources import Portal, Terms


class JobTech(JobStream):
    """JobSearch for the first time, then JobStream window by window."""

    name = "jobtech"
    portal = Portal(
        title="JobTech (Arbetsförmedlingen, Sweden)",
        homepage="https://jobtechdev.se",
        country="SE",
        terms=Terms.OFFICIAL,
        base_url="https://jobstream.api.jobtechdev.se",
        may_be_empty=True,
        minimum_ads=0,
        note="Swedish ads, free data (CC0); asked once a minute at most, so the first run takes some minutes",
        ships_on=False,
        delay_seconds=60,
    )
    hosts = ("jobsearch.api.jobtechdev.se",)


def parse(page: Page) -> list[Ad]:
    """The ads and removals of one answer."""
    return list(read_jobtech(page).ads)
