"""Sitemaps (sitemaps.org protocol 0.9): url sets, indexes and plain lists, also gzipped. No entity is expanded."""

import re
import zlib
from dataclasses import dataclass

from parsel import Selector

from crawler.parsing.charset import decode
from crawler.parsing.page import Page, PageError
from crawler.parsing.text import one_line
from crawler.parsing.xml_document import only_signs

MAX_BYTES = 50 * 1024 * 1024
"""The protocol's own bound for one file, unpacked."""
MAX_ENTRIES = 50_000
"""The protocol's own bound."""
_GZIP = b"\x1f\x8b"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ENTITIES = re.compile(r"<!(?:ENTITY|DOCTYPE[^>\[]{0,300}\[)", re.IGNORECASE)
# Each piece can end in one place only: a lazy ".*?" here would try every way to part a row of comments.
_ROOT = re.compile(r"^\s*(?:(?:<!--(?:[^-]|-(?!->))*-->|<\?[^>]*\?>|<!DOCTYPE[^>]*>)\s*)*<(?:\w+:)?(\w+)")
_PLAIN = re.compile(r"\s*https?://\S+\s*$")
_IN_ROBOTS = re.compile(r"^[^\S\n]*sitemap[^\S\n]*:[^\S\n]*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address, with the time of its last change as the site writes it."""

    url: str
    lastmod: str = ""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Pages, or further sitemaps when ``is_index``."""

    entries: tuple[SitemapEntry, ...]
    is_index: bool = False


def read_sitemap(page: Page) -> Sitemap:
    """The sitemap in ``page``. Raises PageError when it is none, cut short, too large or a bomb."""
    try:
        text = decode(_unpacked(page.body), page.content_type).text
    except (ValueError, zlib.error) as error:
        raise _refused(page, str(error)) from None
    if _ENTITIES.search(text[:20_000]):
        raise _refused(page, "it declares entities, which no sitemap needs")
    lines = text.split("\n", MAX_ENTRIES)[:MAX_ENTRIES]
    if _PLAIN.match(lines[0]):
        return Sitemap(tuple(SitemapEntry(line.strip()) for line in lines if _PLAIN.match(line)))
    root = _ROOT.match(text[:20_000])
    kind = root[1] if root else ""
    if kind not in ("urlset", "sitemapindex"):
        raise _refused(page, f"its root is <{kind}>" if kind else "it is no XML")
    if f"</{kind}>" not in text[-2000:] and f":{kind}>" not in text[-2000:] and "/>" not in text[-20:]:
        raise _refused(page, "it is cut short: its last tag is missing")
    document = Selector(text=only_signs(_DECLARATION.sub("", text.lstrip("\ufeff"))), type="xml")
    nodes = document.xpath("/*/*[local-name()='url' or local-name()='sitemap']")[:MAX_ENTRIES]
    entries = tuple(_entry(node) for node in nodes)
    return Sitemap(tuple(entry for entry in entries if entry.url), kind == "sitemapindex")


def sitemaps_in_robots(text: str) -> list[str]:
    """Addresses in the Sitemap lines of a robots.txt, in order, each once."""
    return list(dict.fromkeys(_IN_ROBOTS.findall(text.removeprefix("\ufeff"))))


def _unpacked(body: bytes) -> bytes:
    """A gzipped file is known by its first bytes: servers call it all sorts of things."""
    if not body.startswith(_GZIP):
        return body
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    unpacked = unpacker.decompress(body, MAX_BYTES)
    if unpacker.unconsumed_tail:
        raise ValueError(f"it unpacks to more than {MAX_BYTES} bytes")
    if not unpacker.eof:
        raise ValueError("its gzip stream is cut short")
    return unpacked


def _entry(node: Selector) -> SitemapEntry:
    texts = [one_line(node.xpath(f"*[local-name()='{name}']/text()").get()) for name in ("loc", "lastmod")]
    return SitemapEntry(*texts)


def _refused(page: Page, why: str) -> PageError:
    return PageError(
        "not a sitemap",
        which=page.url,
        why=why,
        remedy="set sitemap or start_url in this source's table to another page",
    )
