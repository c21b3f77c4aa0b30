"""Pages that a person has saved from a browser (.html or .mhtml): whose page is it, and which ads are on it?"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from urllib.parse import urlsplit

from crawler.parsing.arbeidsplassen import read_arbeidsplassen_page
from crawler.parsing.document import parse_document, urlsplit_scheme
from crawler.parsing.facts import read_visible_ad
from crawler.parsing.finn import read_finn_page
from crawler.parsing.indeed import read_indeed
from crawler.parsing.jobposting import read_job_page
from crawler.parsing.linkedin import read_linkedin
from crawler.parsing.listing import Ad
from crawler.parsing.page import Page

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(https?://\S+)\s*-->")
_MHTML = re.compile(rb"^(?:From:|MIME-Version:|Snapshot-Content-Location:)", re.IGNORECASE)
SAVED_PAGE = "saved_page"
"""The source of pages from hosts that are no source of their own."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A saved page's source, address and ads."""

    source: str
    url: str
    ads: tuple[Ad, ...]


def read_saved_page(page: Page) -> SavedPage:
    """The ads of a saved page; none when it has none. ``page.url`` may be anything: the page knows its own address."""
    page = _unpacked(page)
    address = address_of(page)
    known = replace(page, url=address or page.url)
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    for domain, (source, reader) in _READERS.items():
        if host == domain or host.endswith("." + domain):
            return SavedPage(source, address, tuple(reader(known)))
    marked = list(read_job_page(known).drafts)
    seen = None if marked or not address else read_visible_ad(known)
    return SavedPage(SAVED_PAGE, address, (*marked, *([seen] if seen else [])))


def address_of(page: Page) -> str:
    """The address that a saved page was saved from, as the page itself tells; '' when it does not."""
    document = parse_document(page.text)
    saved = _SAVED_FROM.search(page.text[:4000])
    named = document.css(
        "link[rel=canonical]::attr(href), meta[property='og:url']::attr(content), base::attr(href)"
    ).getall()
    candidates = [*([saved[1]] if saved else []), page.url, *named]
    return next((address for address in candidates if urlsplit_scheme(address) in ("http", "https")), "")


def _unpacked(page: Page) -> Page:
    """The page inside a single-file archive (RFC 2557), as Chrome and Edge write it."""
    if not _MHTML.match(page.body[:200].lstrip()):
        return page
    archive = message_from_bytes(page.body, policy=policy.compat32)
    for part in archive.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            address = str(part.get("Content-Location") or archive.get("Snapshot-Content-Location") or page.url)
            if isinstance(body, bytes):
                return replace(page, body=body, url=address, content_type=str(part.get("Content-Type", "")))
    return page


def _visible(page: Page) -> list[Ad]:
    marked = read_job_page(page).drafts
    seen = read_visible_ad(page)
    return list(marked) or ([seen] if seen else [])


_READERS: Mapping[str, tuple[str, Callable[[Page], list[Ad]]]] = {
    "finn.no": ("finn", read_finn_page),
    "linkedin.com": ("linkedin", read_linkedin),
    "indeed.com": ("indeed", read_indeed),
    "arbeidsplassen.nav.no": ("arbeidsplassen", read_arbeidsplassen_page),
    "karrierestart.no": ("karrierestart", _visible),
    "karriere.no": ("karriere_no", _visible),
}
