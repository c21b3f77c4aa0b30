"""NAV pam-stilling-feed: the official feed of arbeidsplassen.no, free to use and to publish again."""

from crawler.parsing.nav import Closed, Event, holds_events, read_entry, read_feed_page
from crawler.parsing.page import Page
from crawler.platforms.nav import INACTIVE, NavEventFeed
from domain.observations import Gone
from domain.postings import Draft
from domain.sources import Portal, Terms


class NavFeed(NavEventFeed):
    """The default source."""

    name = "nav_feed"
    portal = Portal(
        title="NAV arbeidsplassen.no (feed)",
        homepage="https://arbeidsplassen.nav.no",
        country="NO",
        terms=Terms.OFFICIAL,
        base_url="https://pam-stilling-feed.nav.no",
        may_be_empty=True,
        minimum_ads=0,
        timeout_seconds=60,  # answers of up to half a minute have been seen
        note="holds no ads published through FINN, about half of what arbeidsplassen.nav.no shows",
    )


def parse(page: Page) -> list[Draft | Gone | Event]:
    """The ad of one feed entry, or the events of one feed page. Raises PageError when it is neither."""
    if holds_events(page):
        return list(read_feed_page(page).events)
    entry = read_entry(page)
    return [Gone(entry.uuid, INACTIVE) if isinstance(entry, Closed) else entry]
