"""Which part of a page gave which field: taken away, the field is another; put back, the page is as it was."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.parsing.page import Page
from crawler.parsing.saved_page import read_saved_page
from crawler.parsing.trace import ITSELF, trace
from domain.postings import Draft

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
PAGES = sorted((ROOT / "fixtures" / "portals").rglob("page.html"))


def first_ad(page):
    return next((ad for ad in read_saved_page(page).ads if isinstance(ad, Draft)), None)


def traced(html, url="https://example.org/jobb/1"):
    found = trace(Page(url, html.encode(), NOW, "text/html; charset=utf-8"), first_ad)
    return {item.field: item.rules for item in found}


def ad(**said):
    node = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Kundeservicesjef", **said}
    text = str(node).replace("'", '"')
    return f'<script type="application/ld+json">{text}</script>'


def test_each_key_of_structured_data_is_named_for_its_field():
    rules = traced(ad(description="Du leder.", datePosted="2026-11-18", validThrough="2026-12-01"))
    assert rules["title"] == ("JSON-LD title",)
    assert rules["date_posted"] == ("JSON-LD datePosted",)
    assert "JSON-LD validThrough" in rules["deadline"]
    assert rules["url"] == (ITSELF,)


def test_what_two_parts_say_alike_is_named_for_one_of_them_and_says_so():
    rules = traced(f"<h1>Kundeservicesjef</h1>{ad(description='Du leder.')}")
    (title,) = rules["title"]
    assert title.endswith("(and others that say the same)")


def test_a_fact_that_stands_on_the_page_alone_is_named_by_its_label():
    rules = traced(f"{ad(description='Du leder.')}<dl><dt>Søknadsfrist</dt><dd>1. desember 2026</dd></dl>")
    assert rules["deadline"] == ("label 'Søknadsfrist'",)


def test_a_page_without_an_ad_has_no_fields():
    assert traced("<h1>Om oss</h1><p>Vi selger strøm.</p>") == {}


@pytest.mark.parametrize("html", ["", "<", "\x00", "<script type='application/ld+json'>[[[", "plain words"])
def test_a_page_that_is_none_has_no_fields(html):
    assert traced(html) == {}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_every_field_of_a_real_shape_has_a_rule_and_keeps_its_value(path):
    page = Page(path.as_uri(), path.read_bytes(), NOW, "text/html; charset=utf-8")
    ad = first_ad(page)
    found = trace(page, first_ad)
    assert bool(found) is (ad is not None)
    for item in found:
        assert item.rules
        assert item.value == getattr(ad, item.field) or item.field == "description_html"
