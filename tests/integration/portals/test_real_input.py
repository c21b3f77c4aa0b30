"""Every real ad of the sibling data folder, served on loopback and crawled by ``jobbvakt crawl``: none is lost.

NAV's ads, those of partners and of portals without a spider go through a feed of NAV's form; recruiting systems
answer as their own interfaces do; pages lie on a career site.
"""

import json
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest

from domain.postings import PostingStatus
from storage import left_out, postings
from tests.integration.portals.sites import Nav, Site, uuid
from tests.portals.captures import CAPTURES, FOLDERS, captured_ads
from tests.portals.losses import losses
from tests.portals.vendors import ADDRESSES, answer
from tests.support.command import Home

pytestmark = pytest.mark.skipif(not CAPTURES.is_dir(), reason="the captures of the sibling data folder are not there")
ADS = captured_ads()
NUMBER = {uuid(number): number for number in range(len(ADS))}
ACCEPTED = {"terms_accepted_by": "Kari Eksempelsen", "terms_accepted_at": "2026-11-24T08:00:00Z"}
"""One of the vendors' systems is asked only by an operator who has accepted its terms."""
ICIMS, FINN = "/jobs/4817/job", "/job/ad/459777164"


@dataclass
class RealFeed(Nav):
    """A feed of NAV's form over the real ads."""

    size: int = 60
    ads: list = field(default_factory=list)

    def entry(self, ref):
        content = self.ads[NUMBER[ref]].content
        last = next(event for event in reversed(self.log) if event[1] == ref)
        return json.dumps({"uuid": ref, "status": last[3]} | ({"ad_content": content} if last[3] == "ACTIVE" else {}))


def feed(ads, *, masked, closed):
    """``masked``: events hide their titles, so that every ad is read. ``closed``: what is not shown is INACTIVE."""
    served = RealFeed(ads=ads)
    for number, ad in enumerate(ads):
        if closed and not ad.open:
            served.event(number, "...", "INACTIVE")
        else:
            served.event(number, "..." if masked else str(ad.content["title"]))
    return served


def pages():
    """The real pages on one site, listed in its sitemap."""
    (finn,) = (CAPTURES / "finn-html").glob("*.html")
    icims = (CAPTURES / "ats-careerkit" / "icims.html").read_bytes()
    listed = {FINN: finn.read_bytes(), ICIMS: icims}

    def sitemap(asked):
        urls = "".join(f"<url><loc>http://{asked.headers['host']}{path}</loc></url>" for path in listed)
        return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'

    return {**listed, "/sitemap.xml": sitemap}


@dataclass
class World:
    """What two crawls of everything left behind."""

    first: dict
    second: dict
    stored: dict
    persons: dict
    after: dict
    skipped: dict


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with ExitStack() as stack:
        read = stack.enter_context(feed(ADS, masked=True, closed=False))
        titles = stack.enter_context(feed(ADS, masked=False, closed=True))
        site = stack.enter_context(Site(pages()))
        tables = {
            "everything": {"platform": "nav_feed", "base_url": read.url},
            "by_title": {"platform": "nav_feed", "base_url": titles.url},
            "pages": {"platform": "schema_org", "base_url": site.url},
        }
        for platform in ADDRESSES:
            base, path, body = answer(platform)
            vendor = stack.enter_context(Site({path: body}))
            tables[f"of_{platform}"] = {"platform": platform, "base_url": vendor.url + base, **ACCEPTED}
        home = Home(tmp_path_factory.mktemp("real"), tables)
        first = home.crawl(*tables)
        with home.store() as store, store.read() as session:
            stored = {name: refs(session, name) for name in ("everything", "by_title", "pages")}
            ids = [posting.id for posting in stored["everything"].values()]
            persons = postings.contacts(session, ids)
            skipped = {name: {item.source_ref: item for item in left_out.of_source(session, name)} for name in tables}
        for number, ad in enumerate(ADS):
            if not ad.open:
                read.event(number, "...", "INACTIVE")
        second = home.crawl("everything")
        with home.store() as store, store.read() as session:
            after = refs(session, "everything")
    return World(first, second, stored, persons, after, skipped)


def refs(session, source):
    """Everything that is stored of a source, whatever became of it."""
    return postings.by_refs(session, source, [*NUMBER, FINN, ICIMS])


def test_every_run_is_complete(world):
    states = {name: view["state"] for name, view in world.first.items()}
    assert states == dict.fromkeys(
        ["everything", "by_title", "pages", *(f"of_{name}" for name in ADDRESSES)], "complete"
    )
    assert {name: view["problems"] for name, view in world.first.items() if view["problems"]} == {}
    assert world.second["everything"]["state"] == "complete", world.second["everything"]["reason"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_ad_of_a_folder_is_stored_when_it_is_read(world, folder):
    wanted = {uuid(number) for number, ad in enumerate(ADS) if ad.folder == folder}
    assert wanted
    assert wanted <= set(world.stored["everything"])


def test_with_their_own_titles_every_ad_is_stored_left_out_with_a_reason_or_closed(world):
    kept, left = set(world.stored["by_title"]), world.skipped["by_title"]
    closed = {uuid(number) for number, ad in enumerate(ADS) if not ad.open}
    assert kept | set(left) | closed == set(NUMBER)
    assert not kept & set(left)
    assert all(item.reason for item in left.values())
    view = world.first["by_title"]
    assert view["postings"]["seen"] == len(ADS)
    assert view["postings"]["new"] + view["postings"]["not_relevant"] == len(ADS)
    assert sum(view["not_relevant_reasons"].values()) == view["postings"]["not_relevant"]


@pytest.mark.parametrize("number", range(len(ADS)), ids=lambda number: ADS[number].name)
def test_what_is_stored_is_what_the_ad_says(world, number):
    posting = world.stored["everything"][uuid(number)]
    assert losses(ADS[number].content, posting.draft, world.persons.get(posting.id, ())) == []
    assert posting.draft.contacts == (), "personal data has a table of its own"


def test_a_closed_ad_keeps_its_words(world):
    closed = [uuid(number) for number, ad in enumerate(ADS) if not ad.open]
    assert world.second["everything"]["postings"]["withdrawn"] == len(closed)
    for ref in closed:
        assert world.after[ref].status is PostingStatus.WITHDRAWN
        assert world.after[ref].content_hash == world.stored["everything"][ref].content_hash
    others = Counter(world.after[ref].status for ref in NUMBER if ref not in closed)
    assert PostingStatus.WITHDRAWN not in others


@pytest.mark.parametrize("platform", ADDRESSES)
def test_every_ad_of_a_recruiting_system_is_accounted_for(world, platform):
    view, left = world.first[f"of_{platform}"], world.skipped[f"of_{platform}"]
    assert view["postings"]["seen"] == view["postings"]["new"] + len(left) > 0
    assert all(item.reason for item in left.values())


def test_pages_are_read_or_left_out_with_a_reason(world):
    assert world.stored["pages"][FINN].draft.employer == "Kreftforeningen"
    assert world.skipped["pages"][ICIMS].reason == "no JobPosting on the page"
