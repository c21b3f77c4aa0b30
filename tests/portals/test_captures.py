"""Real ads of many interfaces pass through the parsers: nothing raises, and no word of title or text is lost."""

import json
from datetime import UTC, datetime

import pytest

from crawler.parsing.nav import read_ad, read_entry, read_feed_page
from crawler.parsing.page import Page, PageError
from crawler.parsing.text import one_line
from crawler.pipelines.stages import process
from crawler.platforms import schema_org
from domain.postings import DeadlineKind
from tests.portals.captures import CAPTURES, captured_ads
from tests.portals.cases import parser_of
from tests.portals.losses import losses
from tests.portals.vendors import ADDRESSES, body, facts

WHEN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADS = captured_ads()
pytestmark = pytest.mark.skipif(not CAPTURES.is_dir(), reason="the captures of the sibling data folder are not there")


def page(file, url="https://www.finn.no/job/ad/1"):
    return Page(url, file.read_bytes(), WHEN)


@pytest.mark.parametrize("ad", ADS, ids=str)
def test_nothing_of_a_real_ad_is_lost_in_the_parser_and_the_stages(ad):
    draft = process(read_ad("00000000-0000-4000-8000-000000000000", ad.content))
    assert losses(ad.content, draft, draft.contacts) == []
    assert "<script" not in (draft.description_html or "")
    assert "\0" not in str(draft)


def test_there_are_as_many_real_ads_as_there_were_when_this_was_written():
    assert len(ADS) >= 280


def test_every_real_deadline_is_read_or_told():
    for ad in ADS:
        draft = read_ad("x", ad.content)
        if one_line(ad.content.get("applicationDue")):
            told = any(issue.field == "deadline_raw" for issue in draft.issues)
            assert draft.deadline or draft.deadline_kind is not DeadlineKind.NONE or told, draft.deadline_raw


def test_damaged_letters_are_put_right_where_nothing_is_lost():
    (ad,) = [ad for ad in ADS if ad.name == "nav-annonsemottak-history/tempfeed__feed1[7]"]
    assert "Ã" not in read_ad("x", ad.content).description_html


def test_the_shapes_of_todays_feed_are_read():
    folder = CAPTURES / "nav-feed"
    first = read_feed_page(page(folder / "shape_feed_page_1.json"))
    tip = read_feed_page(page(folder / "shape_feed_page_2_tip.json"))
    assert (first.next_id, tip.next_id) == ("aaaa0002", None)
    assert first.events[-1].uuid == tip.events[0].uuid, "pages overlap by one item"
    assert read_entry(page(folder / "shape_feedentry_active.json")).employer == "Eksempelstrøm AS"
    assert type(read_entry(page(folder / "shape_feedentry_inactive.json"))).__name__ == "Closed"


def test_invalid_json_is_told_as_what_it_is():
    with pytest.raises(PageError, match="Expecting ',' delimiter"):
        page(CAPTURES / "nav-import-api" / "transfer-ads-parse-error.json").json()


def test_a_real_finn_page_is_read():
    (file,) = (CAPTURES / "finn-html").glob("*.html")
    (draft,) = schema_org.parse(page(file, "https://www.finn.no/job/ad/459777164"))
    assert (draft.title, draft.employer) == ("Dynamics 365 CRM-utvikler", "Kreftforeningen")
    assert (str(draft.deadline), draft.places[0].city) == ("2026-04-30", "Oslo")
    assert "hrmanager:182453" in draft.references
    assert draft.apply_url.startswith("https://candidate.hr-manager.net/ApplicationInit.aspx?cid=348&ProjectId=182453")


def test_job_postings_inside_real_vendor_answers_are_read_as_pages():
    data = json.loads((CAPTURES / "ats-careerkit" / "teamtailor.json").read_text(encoding="utf-8"))
    for item in data["items"]:
        script = json.dumps({"@type": "JobPosting", **item["_jobposting"]}).replace("</", "<\\/")
        html = f"<h1>x</h1><script type='application/ld+json'>{script}</script>"
        (draft,) = schema_org.parse(Page(item["url"], html.encode(), WHEN))
        assert draft.title == one_line(item["_jobposting"]["title"])
        assert draft.places


def test_html_of_a_vendor_without_job_posting_is_left_out_and_not_raised():
    (item,) = schema_org.parse(page(CAPTURES / "ats-careerkit" / "icims.html"))
    assert type(item).__name__ == "LeftOut"


@pytest.mark.parametrize("platform", ADDRESSES)
def test_nothing_of_a_recruiting_systems_ads_is_lost(platform):
    found = [process(ad) for ad in parser_of(platform)(Page(f"https://{platform}.example/", body(platform), WHEN))]
    wanted = facts(platform)
    assert len(found) == len(wanted)
    for ad, draft in zip(wanted, found, strict=True):
        assert losses(ad, draft, draft.contacts) == [], draft.title
