"""Sitemaps (sitemaps.org protocol 0.9): url sets and indexes, plain or gzipped. No entities, no network."""

import zlib
from dataclasses import dataclass

from lxml import etree

from crawler.parsing.page import Page, PageError
from crawler.parsing.text import one_line

MAX_BYTES = 50 * 1024 * 1024
"""The protocol's own bound for one file."""
MAX_ENTRIES = 50_000
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address, with the time of its last change as the site writes it."""

    url: str
    lastmod: str = ""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Pages, or further sitemaps when ``is_index``."""

    entries: tuple[SitemapEntry, ...]
    is_index: bool


def read_sitemap(page: Page) -> Sitemap:
    """The sitemap in ``page``. Raises PageError when it is none."""
    try:
        root = etree.fromstring(_unpacked(page), _parser())
    except (etree.XMLSyntaxError, ValueError, zlib.error) as error:
        raise PageError("not a sitemap", which=page.url, why=str(error)[:200]) from error
    kind = etree.QName(root).localname if root is not None else ""
    if kind not in ("urlset", "sitemapindex"):
        raise PageError("not a sitemap", which=page.url, why=f"its root is {kind or 'missing'}")
    entries = (_entry(node) for node in list(root)[:MAX_ENTRIES] if isinstance(node.tag, str))
    return Sitemap(tuple(entry for entry in entries if entry.url), kind == "sitemapindex")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)


def _unpacked(page: Page) -> bytes:
    """A gzipped file is known by its first bytes: servers call it all sorts of things."""
    body = page.body
    if body.startswith(_GZIP):
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        body = unpacker.decompress(body, MAX_BYTES)
        if unpacker.unconsumed_tail or not unpacker.eof:
            raise ValueError("it is too large, or cut short")
    return body.strip().removeprefix(b"\xef\xbb\xbf")


def _entry(node: etree._Element) -> SitemapEntry:
    texts = {etree.QName(child).localname: one_line(child.text) for child in node if isinstance(child.tag, str)}
    return SitemapEntry(texts.get("loc", ""), texts.get("lastmod", ""))
