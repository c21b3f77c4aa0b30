"""An operator tries an address: the page through the one door, the rule of each field, nothing stored."""

import json

import pytest

from domain.accounts import Role
from domain.clock import FixedClock
from operations.accounts import add_account
from operations.context import open_context
from settings import CrawlSettings, Settings, SourceSettings, WebTable
from storage import audit
from tests.integration.web.conftest import NOON, PASSWORD, PEOPLE, House
from tests.support.fault_server import FaultServer, page
from web.app import create_app

NODE = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Kundeservicesjef <b>nord</b>",
    "description": "Du leder 12 medarbeidere i kundeservice.",
    "hiringOrganization": {"name": "Fjord Strøm AS"},
}
AD = f"<html><h1>Jobb</h1><script type='application/ld+json'>{json.dumps(NODE)}</script></html>"


@pytest.fixture(scope="module")
def server():
    with FaultServer({"/robots.txt": page("User-agent: *\nDisallow: /lukket"), "/jobb/1": page(AD)}) as running:
        yield running


@pytest.fixture(scope="module")
def place(server, tmp_path_factory):
    """A house whose one source of this machine is the server."""
    source = SourceSettings(platform="schema_org", base_url=server.url("").rstrip("/"), allow_loopback=True)
    settings = Settings(
        data_dir=tmp_path_factory.mktemp("try"),
        sources={"site": source},
        crawl=CrawlSettings(contact="drift@eksempel.no"),
        web=WebTable(host="testserver"),
    )
    with open_context(settings, FixedClock(NOON)) as context:
        for role in (Role.SEEKER, Role.OPERATOR):
            add_account(context, PEOPLE[role], role, PASSWORD, "test")
        yield House(context, create_app(context))


def tried(place, url):
    client = place.visit(Role.OPERATOR)
    return place.send(client, "/drift/prov", "/drift/prov", url=url)


def test_every_field_is_shown_with_the_part_of_the_page_that_gave_it(place, server):
    answer = tried(place, server.url("/jobb/1"))
    assert answer.status_code == 200
    assert "JSON-LD hiringOrganization" in answer.text
    assert "Fjord Strøm AS" in answer.text
    assert "<b>nord" not in answer.text
    with place.context.store.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM posting").scalar() == 0
        newest = audit.recent(session, 1)[0]
    assert (newest.action, newest.subject) == ("source.try", "127.0.0.1")


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("{}/lukket/1", "robots.txt"),
        ("{}/borte", "404"),
        ("file:///etc/passwd", "det er ingen nettadresse"),
        ("http://[", "det er ingen nettadresse"),
        ("http://example.org:99999/", "det er ingen nettadresse"),
        ("http://127.0.0.1:9/x", "not a public address"),
        ("http://10.1.2.3/x", "not a public address"),
        ("http://169.254.169.254/latest/meta-data", "not a public address"),
        ("", "det er ingen nettadresse"),
    ],
)
def test_what_may_not_or_cannot_be_read_says_why(place, server, url, word):
    answer = tried(place, url.format(server.url("").rstrip("/")))
    assert answer.status_code == 422
    assert word in answer.text


def test_only_operators_may_try(place):
    client = place.visit(Role.SEEKER)
    assert client.get("/drift/prov").status_code == 403
    assert place.send(client, "/min", "/drift/prov", url="https://example.org/").status_code == 403
