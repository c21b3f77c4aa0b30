"""``jobbvakt sources try``: one page through the one door, or from a file; nothing is stored."""

import json
from pathlib import Path

import pytest

from tests.support.command import Home
from tests.support.fault_server import CAPTCHA, FaultServer, page

ROOT = Path(__file__).resolve().parents[3]
SAVED = ROOT / "fixtures" / "portals" / "finn" / "saved_ad" / "page.html"
NODE = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Kundeservicesjef",
    "description": "Du leder 12 medarbeidere i kundeservice.",
    "hiringOrganization": {"name": "Fjord Strøm AS"},
}
AD = f"<html><h1>Jobb</h1><script type='application/ld+json'>{json.dumps(NODE)}</script></html>"


@pytest.fixture(scope="module")
def server():
    routes = {
        "/robots.txt": page("User-agent: *\nDisallow: /lukket"),
        "/jobb/1": page(AD),
        "/lukket/1": page(AD),
        "/vegg": page(CAPTCHA),
    }
    with FaultServer(routes) as running:
        yield running


@pytest.fixture
def home(tmp_path, server):
    return Home(tmp_path, {"site": {"platform": "schema_org", "base_url": server.url("").rstrip("/")}})


def test_a_page_is_fetched_politely_and_every_field_has_its_rule(home, server):
    tried = home.jobbvakt("sources", "try", server.url("/jobb/1"))
    assert home.code == 0, home.errors
    rules = {item["field"]: item["rules"] for item in tried["fields"]}
    assert rules["title"] == ["JSON-LD title"]
    assert rules["employer"] == ["JSON-LD hiringOrganization"]
    assert (tried["read_in_feeds"], tried["relevance"], tried["ads"]) == (True, "yes", 1)
    assert "deadline" in tried["missing"]
    assert "/robots.txt" in [arrival.path for arrival in server.arrivals]
    with home.store() as store, store.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM posting").scalar() == 0


@pytest.mark.parametrize(("path", "why"), [("/lukket/1", "robots.txt"), ("/vegg", "no ad"), ("/finnes-ikke", "404")])
def test_a_page_that_may_not_or_cannot_be_read_says_why(home, server, path, why):
    assert home.jobbvakt("sources", "try", server.url(path)) is None
    assert home.code == 1
    assert why in home.errors


def test_a_saved_page_needs_no_network(home):
    tried = home.jobbvakt("sources", "try", str(SAVED))
    assert (tried["source"], tried["url"]) == ("finn", "https://www.finn.no/job/ad/480000001")
    assert {item["field"]: item["rules"] for item in tried["fields"]}["employer"] == ["JSON-LD hiringOrganization"]


@pytest.mark.parametrize(
    ("given", "code", "word"),
    [
        ("https://careers.example.org/1", 5, "contact"),
        ("https://www.linkedin.com/jobs/view/1", 5, "contact"),
        ("ftp://example.org/1", 2, "web address"),
        ("nowhere.html", 2, "nowhere.html"),
    ],
)
def test_what_cannot_be_tried_is_told(home, given, code, word):
    home.jobbvakt("sources", "try", given)
    assert (home.code, word in home.errors) == (code, True), home.errors
