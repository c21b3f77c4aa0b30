"""Links of a page that may lead to ads."""

import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from crawler.parsing.document import parse_document
from crawler.parsing.page import Page

_NO_PAGE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|svg|webp|avif|css|js|ico|zip|gz|docx?|xlsx?|pptx?|xml|json|mp[34]|woff2?)$", re.IGNORECASE
)
_LIKE_AN_AD = re.compile(
    r"still?ing|jobb?|vacan|karriere|career|ledig|annons|position|opening|recruit|rekrut|ansatt|role", re.IGNORECASE
)
_MAX_LINKS = 20_000


def page_links(page: Page) -> list[str]:
    """Absolute web addresses of the page's links in order, without fragments, each once."""
    return list(dict.fromkeys(_links(page)))[:_MAX_LINKS]


def next_page(page: Page) -> str | None:
    """The address of the next page of a list, where the page names it (rel=next)."""
    document = parse_document(page.text)
    href = document.css("a[rel~=next]::attr(href), link[rel~=next]::attr(href)").get()
    return next(iter(_absolute(page.url, [href])), None) if href else None


def may_be_page(url: str) -> bool:
    """Is it an address of a page other than the site's front page, rather than of a file?"""
    path = urlsplit(url).path
    return path not in ("", "/") and not _NO_PAGE.search(path)


def looks_like_ad(url: str) -> bool:
    """Does the path speak of jobs? Only used to choose when a site has more pages than may be read."""
    return bool(_LIKE_AN_AD.search(urlsplit(url).path))


def _links(page: Page) -> Iterator[str]:
    hrefs = parse_document(page.text).css("a::attr(href)").getall()
    yield from _absolute(page.url, hrefs)


def _absolute(base: str, hrefs: list[str]) -> Iterator[str]:
    for href in hrefs:
        try:
            url = urldefrag(urljoin(base, href.strip()))[0]
            if urlsplit(url).scheme in ("http", "https"):
                yield url
        except ValueError:  # "http://[": no address at all
            continue
