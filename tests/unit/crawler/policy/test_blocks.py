"""Pages that are something else than they should be."""

from datetime import UTC, datetime

import pytest

from crawler.parsing.page import Page
from crawler.policy.blocks import html_instead, looks_blocked
from tests.support.fault_server import CAPTCHA

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def _page(body: str, url: str = "https://a.example/jobs") -> Page:
    return Page(url, body.encode(), NOW, "text/html; charset=utf-8")


BLOCKS = [
    (CAPTCHA, "a captcha"),
    ("<title>Attention Required! | Cloudflare</title><div class='cf-challenge'>", "a captcha"),
    ("<script src='https://www.google.com/recaptcha/api.js'></script>", "a captcha"),
    ("<p>Our systems have detected unusual traffic from your network.</p>", "a captcha"),
    ("<h1>429</h1><p>For mange forespørsler. Prøv igjen om litt.</p>", "a request for fewer visits"),
    ("<h1>For mange førespurnader</h1>", "a request for fewer visits"),
    ("<h1>Too Many Requests</h1>", "a request for fewer visits"),
    ("<title>Access Denied</title>You don't have permission", "a refusal"),
    ("<html><title>Ingen tilgang</title></html>", "a refusal"),
    ("<title>Logg inn - Karriere</title><form>", "a login"),
    ("<form><input name=p type='password'></form>", "a login"),
    ("<title>Før du fortsetter til søket</title>", "a consent wall"),
    ("<form action='https://consent.example/save?x=1'>", "a consent wall"),
    ("<noscript>Please enable JavaScript to view the page</noscript>", "a page that only runs with JavaScript"),
]


@pytest.mark.parametrize(("body", "reason"), BLOCKS)
def test_a_block_is_told_by_its_kind(body: str, reason: str) -> None:
    assert looks_blocked(_page(body)) == reason


@pytest.mark.parametrize(
    "body",
    [
        "<html><title>Ledige stillinger</title><h1>Kundeservicesjef</h1></html>",
        "<html><title>Kundeservicesjef | Acme</title><p>Vi bruker informasjonskapsler. Logg inn for å søke.</p></html>",
        "",
    ],
)
def test_an_ordinary_page_is_not_called_a_block(body: str) -> None:
    assert looks_blocked(_page(body)) is None


@pytest.mark.parametrize(
    ("url", "accept", "wanted"),
    [
        ("https://a.example/api", "application/json", "JSON"),
        ("https://a.example/feed.json?page=1", "", "JSON"),
        ("https://a.example/sitemap.xml", "", "XML"),
        ("https://a.example/feed", "application/rss+xml", "XML"),
    ],
)
def test_html_where_data_was_expected_is_told(url: str, accept: str, wanted: str) -> None:
    headers = {"Accept": accept} if accept else {}
    assert html_instead(_page(CAPTCHA, url), headers) == f"a captcha where {wanted} was expected"
    assert html_instead(_page("<!-- x --><!DOCTYPE html><p>Velkommen", url), headers) == (
        f"an HTML page where {wanted} was expected"
    )


@pytest.mark.parametrize(
    ("url", "accept", "body"),
    [
        ("https://a.example/jobs", "", CAPTCHA),
        ("https://a.example/jobs.json", "text/html,application/json", CAPTCHA),
        ("https://a.example/sitemap.xml", "", '<?xml version="1.0"?><urlset/>'),
        ("https://a.example/feed.json", "application/json", '{"html": "<html>"}'),
        ("https://a.example/feed.json", "application/json", ""),
    ],
)
def test_what_may_be_what_was_asked_for_is_left_to_the_parser(url: str, accept: str, body: str) -> None:
    assert html_instead(_page(body, url), {"accept": accept} if accept else {}) is None
