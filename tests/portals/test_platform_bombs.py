"""Answers made to take long: every parser is done with them in seconds, and refuses or reads them."""

import sys
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from crawler.parsing.alert_mail import read_alert_mail
from crawler.parsing.page import Page, PageError
from crawler.parsing.saved_page import read_saved_page
from crawler.parsing.sitemap import read_sitemap
from crawler.registry import portals

SPIDERS = portals()
WHEN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECONDS = 15
"""Far above what is needed, so that a busy machine does not matter; what grows with the square takes minutes."""
ITEM = b"<item><title>x y</title><link>https://a.example/1</link></item>"
BOMBS = {
    "deep": b"<rss><channel>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</channel></rss>",
    "many": b"<rss><channel>" + ITEM * 50_000 + b"</channel></rss>",
    "attributes": b"<rss><channel><item " + b" ".join(b'a%d="1"' % n for n in range(60_000)) + b"/></channel></rss>",
    "comments": b"<!-- a -->" * 100_000 + b"<rss></rss>",
    "open comments": b"<rss>" + b"<!--" * 200_000 + b"</rss>",
    "cdata": b"<rss><channel>" + b"<![CDATA[" * 100_000 + b"</channel></rss>",
    "instructions": b"<?x ?>" * 150_000 + b"<rss/>",
    "torn tags": b"<rss><channel>" + b"<item" * 200_000 + b"</channel></rss>",
    "scripts": b"<html>" + b"<script>window._initialData={" * 50_000,
    "labels": b"<html><body><h1>x</h1><dl>" + b"<dt>a</dt>" * 60_000,
    "brackets": b'{"jobs":' + b"[" * 100_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_answer_takes_a_parser_long(name):
    page = Page("https://portal.example/ledig/1", BOMBS[name], WHEN)
    readers = {slug: sys.modules[spider.__module__].parse for slug, spider in SPIDERS.items()}
    readers |= {"saved page": read_saved_page, "sitemap": read_sitemap}
    slow = {}
    for slug, read in readers.items():
        began = time.process_time()
        with suppress(PageError):
            read(page)
        took = time.process_time() - began
        if took > SECONDS:
            slow[slug] = round(took)
    assert slow == {}


@pytest.mark.parametrize("name", BOMBS)
def test_no_mail_takes_long(name):
    began = time.process_time()
    read_alert_mail(b"Content-Type: text/html\r\n\r\n" + BOMBS[name], WHEN)
    assert time.process_time() - began < SECONDS
