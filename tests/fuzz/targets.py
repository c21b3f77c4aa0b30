"""Everything that reads what strangers wrote, each as one target: bytes in, and only documented errors out.

``Target.read`` also holds what comes out against the promises of the words: ads can be spooled and read back, and no
control sign, lone surrogate or script is left in them. Shared by the quick test and by the long run with atheris.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from crawler.parsing import money, places
from crawler.parsing.alert_mail import read_alert_mail
from crawler.parsing.charset import decode
from crawler.parsing.document import parse_document
from crawler.parsing.facts import read_visible_ad
from crawler.parsing.feed import without_tracking
from crawler.parsing.html import clean_html, html_or_plain, visible_text
from crawler.parsing.links import looks_like_ad, may_be_page, next_page, page_links
from crawler.parsing.nav import read_token
from crawler.parsing.orgnr import valid_orgnr
from crawler.parsing.page import Page
from crawler.parsing.posting_line import read_posting_line
from crawler.parsing.recognise import recognise
from crawler.parsing.references import system_references
from crawler.parsing.saved_page import read_saved_page
from crawler.parsing.sitemap import read_sitemap, sitemaps_in_robots
from crawler.parsing.strict_json import load
from crawler.parsing.text import one_line
from crawler.parsing.xml_document import child, read_xml, whole
from crawler.pipelines.stages import NotAnAdError, process
from crawler.policy.blocks import html_instead, looks_blocked
from crawler.policy.decoding import PackingError, check_ending, decode_body
from crawler.policy.retry_after import retry_after
from crawler.policy.robots import rules_from
from domain.codec import to_plain
from domain.dates import find_dates, read_moment
from domain.deadlines import read_deadline
from domain.errors import JobbvaktError
from domain.observations import Seen, encode
from domain.observations import decode as decode_observation
from domain.postings import DeadlineKind, Draft, content_hash
from matcher.text import read_html
from tests.fuzz.mutations import WORDS
from tests.portals.cases import CASES, SPIDERS, parser_of

ROOT = Path(__file__).resolve().parents[2]
REGRESSIONS = Path(__file__).parent / "regressions"
WHEN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_KINDS = {".json": "json", ".xml": "markup", ".html": "markup"}
_UNPACKED = 1_000_000


@dataclass(frozen=True)
class Target:
    """One reader. ``kind`` tells how its input is damaged (json, markup, text; any: as the input itself looks)."""

    name: str
    kind: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]


def kind_of(data: bytes) -> str:
    """How a page is to be damaged, told by its first sign."""
    start = data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    return "json" if start in (b"{", b"[") else "markup" if start == b"<" else "text"


def portal(slug):
    """The parser of a portal or platform, with the stages behind it."""
    cases = [case for case in CASES.values() if case.slug == slug]
    parse, first = parser_of(slug), cases[0].page

    def read(data):
        with suppress(JobbvaktError):
            for item in parse(replace(first, body=data)):
                checked(item)

    return Target(slug, "any", read, tuple(case.page.body for case in cases))


def checked(item):
    """Hold an item of a parser against what the words promise."""
    json.dumps(to_plain(item))
    if not isinstance(item, Draft):
        return
    try:
        draft = process(item)
    except NotAnAdError:
        return
    line = json.dumps(encode(Seen(draft)), ensure_ascii=False)
    assert decode_observation(line.encode()) == Seen(draft), "an ad is not read back from the spool as it was written"
    assert content_hash(draft)
    assert "\0" not in line
    assert "\\u0000" not in line
    assert "<script" not in (draft.description_html or "").lower()
    assert (draft.deadline is not None) == (draft.deadline_kind is DeadlineKind.DATE), "a deadline and its kind differ"
    assert draft.date_posted is None or draft.date_posted.tzinfo is not None


def words(data):
    """As text_of, for bytes that are neither."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def page(data, url="https://portal.example/stilling/1"):
    return Page(url, data, WHEN)


def read_dates(data):
    text = words(data)
    read_moment(text)
    for found in find_dates(text, date(2026, 11, 23)):
        assert 0 <= found.start < found.end <= len(text)
    for published in (None, WHEN, date.min, date.max):
        closes = read_deadline(text, published)
        assert (closes.day is not None) == (closes.kind is DeadlineKind.DATE)


def read_money(data):
    text = words(data)
    money.read_number(text)
    money.salary_fields(text)
    with suppress(ValueError):
        json.dumps(to_plain(money.salary_fields(load(text))), allow_nan=False)


def read_places(data):
    text = words(data)
    places.read_address(text)
    places.place_name(text)
    places.country_code(text)
    with suppress(ValueError):
        assert len(places.job_places(load(text))) <= 60


def read_words(data):
    text = words(data)
    assert "\n" not in one_line(text)
    one_line(text).encode()
    valid_orgnr(text)
    system_references(text)
    read_token(text)
    without_tracking(text)


def read_fragment(data):
    text = words(data)
    for cleaned in (clean_html(text), html_or_plain(text)):
        assert "<script" not in cleaned.lower()
        cleaned.encode()
    visible_text(text).encode()
    read_html(text)
    read_html(clean_html(text))


def read_letters(data):
    """The first line is the Content-Type."""
    header, _, body = data.partition(b"\n")
    found = decode(body, header.decode("latin-1"))
    assert isinstance(found.text, str)
    found.text.encode("utf-8", "surrogatepass")


def read_robots(data):
    text = words(data)
    for status in (200, 404, 429):
        rules = rules_from(status, data)
        for address in ("https://a.example/", "https://a.example/stilling/1?x=æ", "https://a.example/robots.txt"):
            rules.allows(address)
        assert 0 <= rules.delay <= 30
    sitemaps_in_robots(text)


def read_header(data):
    wait = retry_after(data.decode("latin-1"), WHEN)
    assert wait is None or 0 <= wait <= 3600


def read_packed(data):
    """The first byte picks how the rest is said to be packed."""
    names = ("gzip", "deflate", "br", "zstd", "gzip, br", "identity", "", "x-gzip", "compress", "zstd,zstd")
    with suppress(JobbvaktError, PackingError):
        assert len(decode_body(data[1:], names[data[0] % len(names)] if data else "", _UNPACKED)) <= _UNPACKED
    with suppress(JobbvaktError, PackingError):
        check_ending(data)


def read_web_address(data):
    text = words(data)
    found = recognise(text)
    assert found is None or found.base_url.startswith(("http://", "https://"))
    may_be_page_or_not = page(b"<a href='/x'>x</a>", "https://portal.example/")
    page_links(replace(may_be_page_or_not, url=text))


def read_links(data):
    for link in page_links(page(data)):
        may_be_page(link)
        looks_like_ad(link)
    next_page(page(data))


def read_html_page(data):
    document = page(data)
    looks_blocked(document)
    html_instead(document, {"Accept": "application/json"})
    parse_document(document.text)
    seen = read_visible_ad(document)
    if seen:
        checked(seen)


def read_saved(data):
    for address in ("", "saved.html", "https://www.finn.no/job/ad/1"):
        with suppress(JobbvaktError):
            for item in read_saved_page(page(data, address)).ads:
                checked(item)


def read_mail(data):
    for ad in read_alert_mail(data, WHEN).ads:
        checked(ad.draft)


def read_site_map(data):
    with suppress(JobbvaktError):
        read_sitemap(page(data))


def read_line(data):
    with suppress(ValueError, JobbvaktError):
        checked(read_posting_line(words(data)).draft)


def read_json(data):
    with suppress(ValueError):
        json.dumps(load(words(data)), allow_nan=False)
    with suppress(ValueError):
        load(words(data), lenient=True)


def read_any_xml(data):
    with suppress(JobbvaktError):
        document = read_xml(page(data), "feed", "rss", "urlset", what="a test")
        entries = document.xpath("//entry | //item | //url")
        for entry in entries:
            child(entry, "title", "loc")
        whole(page(data), len(entries), "item", "a test")


def _bodies(*suffixes):
    return tuple(case.page.body for case in CASES.values() if case.page_file.suffix in suffixes)


def _fragments():
    found = (item.get("description_html") for case in CASES.values() for item in case.expected)
    return tuple(text.encode() for text in sorted({text for text in found if text}, key=len)[:60:4])


_TEXTS = tuple(word.encode("utf-8", "surrogatepass") for word in WORDS)
_PAYS = (b'{"@type":"MonetaryAmount","currency":"NOK","value":{"minValue":1,"maxValue":"2 000,50","unitText":"YEAR"}}',)
_SPOTS = (b'[{"address":{"addressLocality":"OSLO","addressCountry":{"name":"Norge"}}},"2815 Gj\xc3\xb8vik, Norge"]',)
_ROBOTS = (
    b"User-agent: *\nDisallow: /\nCrawl-delay: 2\nSitemap: https://a.example/s.xml\n",
    b"\xef\xbb\xbfUser-agent: Jobbvakt\nAllow: /a*b$\nDisallow: /*?\nRequest-rate: 1/5\nVisit-time: 0600-0845\n",
)
_LINES = (b'{"source":"my_list","url":"https://a.example/1","title":"Sjef","deadline":"14.12.2026","city":"Bergen"}',)
_SITES = tuple(case.meta["url"].encode() for case in CASES.values())
_MAPS = (
    b"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/1"
    b"</loc><lastmod>2026-11-20</lastmod></url></urlset>",
    b"<sitemapindex><sitemap><loc>https://a.example/2.xml</loc></sitemap></sitemapindex>",
)


def _mails():
    return tuple(path.read_bytes() for path in sorted((ROOT / "fixtures" / "mails").glob("*.eml")))


def _all():
    yield from map(portal, SPIDERS)
    yield Target("alert_mail", "markup", read_mail, _mails())
    yield Target("saved_page", "markup", read_saved, _bodies(".html"))
    yield Target("html_page", "markup", read_html_page, _bodies(".html"))
    yield Target("links", "markup", read_links, _bodies(".html")[:8])
    yield Target("sitemap", "markup", read_site_map, _MAPS)
    yield Target("xml_document", "markup", read_any_xml, (*_bodies(".xml"), *_MAPS))
    yield Target("strict_json", "json", read_json, _bodies(".json"))
    yield Target("posting_line", "json", read_line, _LINES)
    yield Target("money", "json", read_money, (*_PAYS, *_TEXTS))
    yield Target("places", "json", read_places, (*_SPOTS, *_TEXTS))
    yield Target("dates", "text", read_dates, _TEXTS)
    yield Target("words", "text", read_words, _TEXTS)
    yield Target("fragment", "markup", read_fragment, (*_fragments(), *_TEXTS))
    yield Target("charset", "text", read_letters, tuple(b"text/html; charset=utf-16\n" + text for text in _TEXTS))
    yield Target("robots", "text", read_robots, _ROBOTS)
    yield Target("retry_after", "text", read_header, (b"120", b"Wed, 21 Oct 2026 07:28:00 GMT"))
    yield Target("packed", "text", read_packed, (b"\x00\x1f\x8b\x08", b"\x02\x0b", b"\x03\x28\xb5\x2f\xfd"))
    yield Target("address", "text", read_web_address, (*_SITES, *_TEXTS))


TARGETS = {target.name: target for target in _all()}
