"""The whole world of the sibling data folder, crawled and matched by command on two days: the openings it states."""

import json
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.matching import RelevanceAnswer
from domain.postings import PostingStatus
from storage import openings, postings, readings
from tests.integration.portals.sites import Site
from tests.support.command import Home

WORLD = Path(__file__).resolve().parents[4] / "shared" / "data" / "gold_dev" / "portals"
pytestmark = pytest.mark.skipif(not WORLD.is_dir(), reason="the portals of the sibling data folder are not there")
TUESDAY = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
TRUTH = "expected_openings.json"
# Platform, path of its base, path of the list below that, and the file that lies there.
LISTS = {
    "lever": ("lever", "/v0/postings/skyhavn", "", "lever/postings.json"),
    "greenhouse": ("greenhouse", "/v1/boards/tindra", "/jobs", "greenhouse/jobs.json"),
    "teamtailor": ("teamtailor", "", "/jobs.json", "teamtailor/jobs.json"),
    "webcruiter": (
        "webcruiter",
        "/api/odvert/companysearch/5190417",
        "",
        "webcruiter/companysearch_5190417.json",
    ),
    "easycruit": ("easycruit", "", "/export/xml/vacancy/list.xml", "easycruit/list.xml"),
    "rss": ("rss", "/rss/stillingar.xml", "", "rss/fjordvatn.xml"),
    "jobbnorge": ("jobbnorge", "", "/v3/jobs", "jobbnorge/v3_jobs.json"),
}
FINN_AD = "/job/ad/479411730"
STRICT = {*(f"B{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13)), "GB5"}
"""Ads of the occupation in the strict sense that lie at these sources; B11 and B12 came by mail only."""


def read(name):
    return (WORLD / name).read_bytes()


def nav(*, first_day):
    """The feed by path. On the first day it ends with its first page, and some entries were other ones."""
    pages = {}
    for number in range(1, 2 if first_day else 5):
        page = json.loads(read(f"nav_feed/page{number}.json"))
        if first_day:
            page |= {"next_id": None, "next_url": None}
        pages[f"/api/v1/feed/{page['id']}"] = json.dumps(page)
        if number == 1:
            pages["/api/v1/feed"] = json.dumps(page)
    for folder in ("feedentry", "feedentry_before") if first_day else ("feedentry",):
        for file in (WORLD / "nav_feed" / folder).glob("*.json"):
            pages[f"/api/v1/feedentry/{file.stem}"] = file.read_bytes()
    token = read("nav_feed/publicToken.txt")
    guarded = {path: for_bearer(token.split()[-1].decode(), body) for path, body in pages.items()}
    return guarded | {"/api/publicToken": token}


def for_bearer(token, body):
    refused = 401, read("nav_feed/unauthorized_401.txt")
    return lambda asked: body if asked.headers.get("authorization") == f"Bearer {token}" else refused


def career_site():
    pages = {f"/{name}": read(f"career_site/{name}") for name in ("robots.txt", "sitemap.xml", "sitemap_index.xml")}
    pages["/sitemap.xml.gz"] = read("career_site/sitemap.xml.gz")
    pages["/om-oss"] = read("career_site/om-oss.html")
    files = (WORLD / "career_site" / "stillinger").glob("*.html")
    return pages | {f"/stillinger/{file.stem}": file.read_bytes() for file in files}


def finn_page():
    """One page that an operator may read, as a site of its own."""
    return {
        "/": "<h1>Stillinger</h1><a href='/job/ad/479411730'>Kundesenterleder</a>",
        FINN_AD: read("finn/ad_479411730_B03.html"),
    }


@dataclass
class Day:
    """What one day left in the store."""

    runs: dict
    stored: dict
    """(source, source_ref) → posting."""
    opening: dict
    """The same → id of its opening."""
    answer: dict
    """Id of an opening → whether its fullest ad is the occupation."""


def look(home, runs):
    with home.store() as store, store.read() as session:
        everything = {}
        for record in openings.groups(session):
            everything |= dict.fromkeys(record.postings, record.id)
        found = postings.by_ids(session, everything)
        texts = readings.of(session, list(found))
        key = {number: (posting.source, posting.source_ref) for number, posting in found.items()}
        answer = {}
        for number in sorted(texts, key=lambda number: len(texts[number].text)):
            answer[everything[number]] = texts[number].relevance.answer
        stored = {key[number]: posting for number, posting in found.items()}
        return Day(runs, stored, {key[number]: everything[number] for number in found}, answer)


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    with ExitStack() as stack:
        feed = stack.enter_context(Site(nav(first_day=True)))
        site = stack.enter_context(Site(career_site()))
        finn = stack.enter_context(Site(finn_page()))
        tables = {
            "nav_feed": {"base_url": feed.url},
            "career_site": {"platform": "schema_org", "base_url": site.url},
            "finn_page": {"platform": "schema_org", "base_url": finn.url, "start_url": finn.url},
        }
        sites = {}
        for name, (platform, base, path, file) in LISTS.items():
            sites[name] = stack.enter_context(Site({base + path: read(file)}))
            tables[name] = {"platform": platform, "base_url": sites[name].url + base}
        home = Home(tmp_path_factory.mktemp("world"), tables, TUESDAY)
        first = look(home, home.crawl("nav_feed", "teamtailor", match=True))
        feed.pages = nav(first_day=False)
        second = look(home, home.crawl(*tables, match=True))
        sites["jobbnorge"].pages["/v3/jobs"] = read("jobbnorge/v3_jobs_next_day.json")
        missed, gone = home.jobbvakt("crawl", "jobbnorge", "jobbnorge", "--no-match")
        third = look(home, {"missed": missed, "gone": gone})
    return {"first": first, "second": second, "third": third}


def truth():
    """Ad → where its postings lie at the sources of this world, as (source, source_ref)."""
    data = json.loads(read("expected_openings.json"))
    found = {"GB5": {("jobbnorge", "310988")}}
    for item in data["openings"]:
        found[item["ad"]] = {place for entry in item["occurrences"] if (place := where(entry))}
    for item in data["single_occurrence"]:
        found[item["ad"]] = {place for place in [where(item)] if place}
    return {ad: places for ad, places in found.items() if places}


def where(entry):
    folder, locator = entry["file"].partition("/")[0], entry["locator"].rpartition(" ")[2]
    if folder in ("nav_feed", "jobbnorge", "lever", "greenhouse", "webcruiter", "easycruit"):
        return folder, locator
    if folder == "teamtailor":  # the same tenant's second format is not crawled
        return (folder, locator) if entry["file"].endswith(".json") else None
    if folder == "career_site":
        return folder, f"/stillinger/{Path(entry['file']).stem}"
    return {"rss": ("rss", locator), "finn": ("finn_page", FINN_AD) if locator in FINN_AD else None}.get(folder)


def test_every_run_of_every_day_is_complete(days):
    for day in days.values():
        assert {name: run["state"] for name, run in day.runs.items()} == dict.fromkeys(day.runs, "complete")
        assert not any(run["problems"] for run in day.runs.values())


def test_nav_gives_what_the_truth_says(days):
    expected = json.loads(read("nav_feed/expected.json"))
    figures = days["second"].runs["nav_feed"]["postings"]
    assert figures["seen"] == expected["unique_uuids"]
    for ad, facts in expected["ours"].items():
        posting = days["second"].stored.get(("nav_feed", facts["uuid"]))
        closed = facts["final_status"] == "INACTIVE"
        if posting is None:
            assert ad == "B19", "a shop manager: the title of another job"
        else:
            assert posting.status is (PostingStatus.WITHDRAWN if closed else PostingStatus.ACTIVE), ad


def test_between_the_days_an_ad_changed_and_one_was_withdrawn_without_losing_its_words(days):
    uuids = {ad: facts["uuid"] for ad, facts in json.loads(read("nav_feed/expected.json"))["ours"].items()}
    before, after = (days[day].stored for day in ("first", "second"))
    b07, b16 = ("nav_feed", uuids["B07"]), ("nav_feed", uuids["B16"])
    assert (before[b07].draft.title, after[b07].draft.title) == ("Kundeserviceansvarlig", "Kundeserviceansvarlig 📦")
    assert after[b07].versions == 2
    assert before[b16].status is PostingStatus.ACTIVE
    assert after[b16].status is PostingStatus.WITHDRAWN
    assert after[b16].draft == before[b16].draft
    run = days["second"].runs["nav_feed"]["postings"]
    assert (run["changed"], run["withdrawn"]) == (1, 1)


def test_the_openings_are_those_of_the_truth(days):
    day = days["second"]
    for ad, places in truth().items():
        met = {place for place in places if place in day.opening}
        if places != met:
            assert ad == "B19"
            continue
        (number,) = {day.opening[place] for place in places}
        assert {place for place, opening in day.opening.items() if opening == number} == places, ad


def test_no_other_postings_are_one_opening(days):
    day, known = days["second"], {place for places in truth().values() for place in places}
    others = [place for place in day.opening if place not in known]
    assert len({day.opening[place] for place in others}) == len(others)


def test_the_openings_of_the_occupation_are_those_of_the_truth(days):
    day = days["second"]
    answers = {ad: day.answer[day.opening[next(iter(places))]] for ad, places in truth().items() if ad != "B19"}
    assert {ad for ad, answer in answers.items() if answer is RelevanceAnswer.YES} == STRICT
    assert answers["B17"] is RelevanceAnswer.FIRST_LINE_LEAD
    strangers = set(day.answer) - {
        day.opening[place] for places in truth().values() for place in places if place in day.opening
    }
    assert all(day.answer[number] is RelevanceAnswer.NO for number in strangers)


def test_an_ad_of_two_portals_is_one_opening_also_when_one_of_them_has_closed_it(days):
    jobbnorge = "jobbnorge", "311204"
    (feed,) = truth()["B13"] - {jobbnorge}
    third = days["third"]
    assert [third.runs[name]["postings"]["withdrawn"] for name in ("missed", "gone")] == [0, 1]
    assert third.stored[jobbnorge].status is PostingStatus.WITHDRAWN
    assert third.stored[feed].status is PostingStatus.ACTIVE
    for day in (days["second"], third):
        assert day.opening[jobbnorge] == day.opening[feed]


def test_the_career_site_gives_eight_ads_and_nothing_else(days):
    drafts = {
        ref.rpartition("/")[2]: posting.draft
        for (source, ref), posting in days["second"].stored.items()
        if source == "career_site"
    }
    assert days["second"].runs["career_site"]["postings"]["new"] == 8
    assert days["second"].runs["career_site"]["not_relevant_reasons"] == {"no JobPosting on the page": 1}
    assert str(drafts["head-of-customer-care"].deadline) == "2026-12-13"
    assert str(drafts["systemutvikler-selvbetjening"].deadline) == "2026-12-20"
    assert drafts["nettverkstekniker"].title == "Nettverkstekniker R&D"
    assert drafts["lagermedarbeider-gjovik"].salary.period == "hour"
    assert len(drafts["prosjektleder-kundesenterplattform"].places) == 2
    assert "kundekonsulent-gjovik" not in drafts, "its deadline is over: stored, but in no opening"
    assert all(draft.url.startswith("https://karriere.fjordnett.example/") for draft in drafts.values())


def test_every_job_of_every_list_is_met_once(days):
    seen = {name: days["second"].runs[name]["postings"]["seen"] for name in LISTS}
    assert seen == {
        "lever": 3,
        "greenhouse": 4,
        "teamtailor": 4,
        "webcruiter": 3,
        "easycruit": 3,
        "rss": 5,
        "jobbnorge": 12,
    }
