"""Terms of NAV's feed: an ad that goes inactive is gone at once wherever people look, its words are closed to the
public, its link is left as it was, and nobody who was named in it is kept.
"""

import csv
import io
import json
from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from domain.accounts import Role
from domain.alerts import Alert
from domain.lifecycle import Change, Decision
from domain.postings import Contact, PostingStatus, content_hash
from operations.mail import compose
from operations.upkeep import tidy
from storage import alerts, openings, postings, readings
from tests.integration.web.conftest import NOON, drafts, see

REF = "ad-1"
WORDS = "en hemmelig setning om sjøorm"
LINK = "https://jobb.eksempel.no/1/s%C3%B8k?a=1&b=%7Bx%7D&utm_source=NAV#Skjema"
EVERYWHERE = (
    "/",
    "/?v=1&q=Eksempel",
    "/?v=1&closed=1",
    "/?v=1&closed=1&q=sj%C3%B8orm",
    "/api/v1/openings?limit=100",
    "/api/v1/openings?q=sj%C3%B8orm",
    "/api/v1/complete?q=kun",
)


@pytest.fixture
def number(house):
    """The opening of an ad with a text, a link and a person of its own, changed once."""
    draft = next(item for item in drafts() if item.source_ref == REF)
    person = Contact("Kari Hemmelig", "leder", "kari@hemmelig.example", "99 99 99 99")
    told = replace(draft, title="Sjøormsjef", apply_url=LINK, contacts=(person,))
    see(house.context, [replace(told, description_html=draft.description_html + f"<p>{WORDS}.</p>")])
    house.match()
    with house.context.store.read() as session:
        posting = postings.by_refs(session, "nav_feed", [REF])[REF]
        return openings.get_by_posting(session, posting.id).id


def withdraw(house):
    """What NAV's INACTIVE does, in the transaction of the batch: no match has run yet."""
    decision = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, reason="INACTIVE at NAV")
    with house.context.store.write() as session:
        postings.apply(session, "nav_feed", {REF: decision}, None, NOON)


def test_an_inactive_ad_is_gone_at_once_from_search_api_and_files(house, number):
    recruiter, visitor = house.visit(Role.RECRUITER), house.visit()
    files = [f"/api/v1/export/{form}" for form in ("csv", "json", "jsonl")]
    pages = [(visitor, path) for path in EVERYWHERE[:2] + EVERYWHERE[4:6]] + [(recruiter, path) for path in files]
    assert all("Sjøormsjef" in client.get(path).text for client, path in pages), "it was there"
    withdraw(house)
    for client in (visitor, house.visit(Role.SEEKER), recruiter):
        for path in (*EVERYWHERE, *(files if client is recruiter else ())):
            if client is recruiter and "closed" in path:
                continue
            told = client.get(path).text
            assert "Sjøormsjef" not in told, path
            assert WORDS not in told, path
    book = openpyxl.load_workbook(io.BytesIO(recruiter.get("/api/v1/export/xlsx").content))
    assert not any("Sjøormsjef" in map(str, row) for row in book.active.values)


def test_its_page_says_that_it_is_over_and_keeps_its_words_to_itself(house, number):
    withdraw(house)
    for role in (None, Role.SEEKER, Role.RECRUITER):
        told = house.visit(role).get(f"/stilling/{number}").text
        assert "Annonsen er utløpt" in told
        assert "Kilden har trukket annonsen" in told
        for secret in (WORDS, "kundesenteret med", "Hemmelig", "ld+json", "/s%C3%B8k", "<q", "<ins>"):
            assert secret not in told, secret
    assert WORDS in house.visit(Role.OPERATOR).get(f"/stilling/{number}").text, "kept, for those who run the store"


def test_the_api_and_a_recruiters_search_of_what_is_over_quote_nothing(house, number):
    withdraw(house)
    one = house.visit().get(f"/api/v1/openings/{number}").json()
    assert one["apply_url"] == ""
    assert not any(item["quote"] for part in one["match"]["parts"] for item in (*part["has"], *part["lacks"]))
    assert house.visit().get("/api/v1/openings?closed=1").status_code == 422
    recruiter = house.visit(Role.RECRUITER)
    for path in ("/?v=1&closed=1&q=Sj%C3%B8ormsjef", "/api/v1/openings?closed=1&q=Sj%C3%B8ormsjef"):
        told = recruiter.get(path).text
        assert "Sjøormsjef" in told, "the market of the past is theirs to study"
        assert WORDS not in told
    rows = list(csv.DictReader(io.StringIO(recruiter.get("/api/v1/export/csv?closed=1").text.lstrip("\ufeff"))))
    assert [row["apply_url"] for row in rows if row["title"] == "Sjøormsjef"] == [""]


def test_no_digest_tells_of_it(house, number):
    with house.context.store.write() as session:
        alert = alerts.add(session, Alert(0, "alt", "kari@eksempel.no", None), NOON - timedelta(days=1))
    (before,) = compose(house.context, alert=alert.id, preview=True)
    withdraw(house)
    (after,) = compose(house.context, alert=alert.id, preview=True)
    assert "Sjøormsjef" in before.message.text
    assert LINK in before.message.text, "to the last byte"
    assert "Sjøormsjef" not in after.message.text + after.message.html


def test_the_link_to_apply_is_the_sources_own_to_the_last_byte(house, number):
    card = house.visit().get(f"/api/v1/openings/{number}").json()
    assert card["apply_url"] == LINK
    page = house.visit().get(f"/stilling/{number}").text
    assert f'href="{LINK.replace("&", "&amp;")}"' in page
    rows = house.visit(Role.RECRUITER).get("/api/v1/export/jsonl").text.splitlines()
    assert LINK in [json.loads(row)["apply_url"] for row in rows]


def test_contact_persons_go_thirty_days_after_and_are_never_told(house, number):
    withdraw(house)
    with house.context.store.read() as session:
        posting = postings.by_refs(session, "nav_feed", [REF])[REF].id
    for days, left in ((29, 1), (31, 0)):
        with house.context.store.write() as session:
            tidy(session, NOON + timedelta(days=days))
            assert len(postings.contacts(session, [posting]).get(posting, ())) == left
            words = repr([version.draft for version in postings.versions(session, posting)])
            assert "Hemmelig" not in words


def test_what_an_employer_says_of_itself_is_shown_but_never_read_as_a_requirement(house):
    draft = next(item for item in drafts() if item.source_ref == REF)
    boast = "Vi krever CCSM av alle <b>hos oss</b>"
    assert content_hash(replace(draft, employer_description=boast)) == content_hash(draft), "no change of the ad"
    see(house.context, [replace(draft, title="Leder for sjøorm", employer_description=boast)])
    house.match()
    with house.context.store.read() as session:
        posting = postings.by_refs(session, "nav_feed", [REF])[REF]
        number = openings.get_by_posting(session, posting.id).id
        assert boast not in readings.of(session, [posting.id])[posting.id].text
    page = house.visit().get(f"/stilling/{number}").text
    assert "<h2>Om arbeidsgiveren</h2>" in page
    assert "Vi krever CCSM av alle &lt;b&gt;hos oss&lt;/b&gt;" in page
    withdraw(house)
    assert "Vi krever CCSM" not in house.visit().get(f"/stilling/{number}").text
