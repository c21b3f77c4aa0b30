"""The demo's world is steady, dated from any day, and answers as its portals do."""

import json
import re
import threading
from datetime import date, timedelta
from itertools import pairwise
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from stdnum.no import orgnr

from operations.world import World, serve
from operations.world.model import FOLDER

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def first_visit():
    with serve(World(0, TODAY)) as portals:
        yield portals


def get(url, **headers):
    with urlopen(Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})) as answer:
        return answer.status, answer.read(), answer.headers


def status_of(url, **headers):
    with pytest.raises(HTTPError) as caught:
        get(url, **headers)
    caught.value.close()
    return caught.value.code


def token(portals):
    return "Bearer " + get(portals["nav_feed"] + "/api/publicToken")[1].decode().splitlines()[1]


def read_feed(portals):
    """All pages of the feed, oldest first."""
    path, pages = "/api/v1/feed", []
    while path:
        pages.append(json.loads(get(portals["nav_feed"] + path, Authorization=token(portals))[1]))
        path = pages[-1]["next_url"]
    return pages


def events_of(portals):
    """The feed as one log: what opens a page has already closed the page before."""
    pages = read_feed(portals)
    return pages[0]["items"] + [item for page in pages[1:] for item in page["items"][1:]]


def test_every_portal_has_its_own_loopback_address(first_visit):
    assert {"nav_feed", "jobbnorge", "fjordnett"} <= set(first_visit)
    assert all(url.startswith("http://127.0.0.1:") for url in first_visit.values())
    assert len(set(first_visit.values())) == len(first_visit)


def test_the_feed_is_closed_without_a_token(first_visit):
    assert status_of(first_visit["nav_feed"] + "/api/v1/feed") == 401


def test_adjacent_feed_pages_overlap_by_one_item_and_the_tip_is_small(first_visit):
    pages = read_feed(first_visit)
    assert len(pages) > 2
    for page, following in pairwise(pages):
        assert page["next_id"] == following["id"]
        assert page["items"][-1] == following["items"][0]
    assert len(pages[-1]["items"]) <= 2


def test_if_modified_since_skips_the_older_pages_and_a_malformed_date_does_not(first_visit):
    feed = first_visit["nav_feed"] + "/api/v1/feed"
    bearer = token(first_visit)
    _, all_of_it, _ = get(feed, Authorization=bearer)
    _, recent, _ = get(feed, Authorization=bearer, If_Modified_Since="Fri, 20 Nov 2026 00:00:00 GMT")
    _, malformed, _ = get(feed, Authorization=bearer, If_Modified_Since="2026-11-20")
    assert json.loads(recent)["items"][0]["date_modified"] > "2026-11-20"
    assert malformed == all_of_it


def test_an_inactive_ad_is_a_stub_and_an_active_one_has_its_text(first_visit):
    bearer = token(first_visit)
    last = {item["id"]: item for page in read_feed(first_visit) for item in page["items"]}
    for uuid, item in last.items():
        entry = json.loads(get(f"{first_visit['nav_feed']}/api/v1/feedentry/{uuid}", Authorization=bearer)[1])
        assert entry["status"] == item["_feed_entry"]["status"]
        assert ("ad_content" in entry) == (entry["status"] == "ACTIVE")


def test_an_unknown_path_is_404_everywhere(first_visit):
    assert {status_of(url + "/no/such/page") for url in first_visit.values()} == {404}


def test_an_unchanged_page_is_answered_with_304(first_visit):
    url = first_visit["fjordnett"] + "/stillinger/cx-manager"
    _, _, headers = get(url)
    assert status_of(url, If_None_Match=headers["ETag"]) == 304
    assert headers["Last-Modified"].endswith("GMT")


def test_the_sitemap_names_addresses_that_answer_now(first_visit):
    _, body, _ = get(first_visit["fjordnett"] + "/sitemap.xml")
    urls = [part.split("</loc>")[0] for part in body.decode().split("<loc>")[1:]]
    assert len(urls) >= 8
    assert all(get(url)[0] == 200 for url in urls)


def test_the_same_day_gives_the_same_bytes():
    paths = {"jobbnorge": "/v3/jobs", "fjordnett": "/stillinger/head-of-customer-care"}
    with serve(World(0, TODAY)) as one, serve(World(0, TODAY)) as other:
        assert read_feed(one) == read_feed(other)
        for name, path in paths.items():
            assert get(one[name] + path)[1] == get(other[name] + path)[1]


@pytest.mark.parametrize("today", [date(2027, 2, 28), date(2028, 2, 29), date(2031, 12, 31)])
def test_the_world_is_whole_on_any_other_day(today):
    world = World(2, today)
    assert all(today - timedelta(days=60) <= world.on(ad.published) for ad in world.ads)
    with serve(world) as portals:
        assert read_feed(portals)


def test_a_port_asked_for_is_given_and_a_taken_one_replaced():
    with serve(World(0, TODAY)) as first:
        ports = {name: int(url.rsplit(":", 1)[1]) for name, url in first.items()}
        with serve(World(0, TODAY), ports) as second:
            assert not set(first.values()) & set(second.values())
    with serve(World(0, TODAY), ports) as again:
        assert again == first


def test_nothing_is_left_when_the_world_is_closed():
    before = threading.active_count()
    with serve(World(0, TODAY)) as portals:
        get(portals["jobbnorge"] + "/v3/jobs")
    assert threading.active_count() == before
    with pytest.raises(OSError, match="refused"):
        get(portals["jobbnorge"] + "/v3/jobs")


def open_titles(world):
    return {ad.slug for ad in world.ads if not (ad.nav and ad.nav.gone) and not (ad.page and ad.page.gone)}


def test_the_second_visit_finds_new_ads_and_misses_withdrawn_ones():
    first, second = open_titles(World(0, TODAY)), open_titles(World(2, TODAY))
    assert second - first == {"hordafjord-kommune", "sundbro-energi", "ullsokk"}
    assert {"sparefot-bedrift", "solvik-strom", "brillehjornet-tromso", "norrsken-trondheim"} == first - second


def test_the_feed_only_grows_between_two_visits_and_asks_for_a_new_token(first_visit):
    before = events_of(first_visit)
    with serve(World(2, TODAY)) as later:
        after = events_of(later)
        assert status_of(later["nav_feed"] + "/api/v1/feed", Authorization=token(first_visit)) == 401
    added = after[len(before) :]
    assert after[: len(before)] == before
    withdrawn = {item["title"] for item in added if item["_feed_entry"]["status"] == "INACTIVE"}
    assert withdrawn == {"...", "?", "Kundeservicesjef bedrift"}


def test_a_withdrawn_page_is_404_while_the_sitemap_still_lists_it():
    with serve(World(2, TODAY)) as later:
        url = later["norrsken"] + "/jobb/kundeservicesjef-trondheim"
        assert url in get(later["norrsken"] + "/sitemap.xml")[1].decode()
        assert status_of(url) == 404


def test_jobbnorge_withdraws_by_absence(first_visit):
    with serve(World(2, TODAY)) as later:
        before, after = (
            {job["id"] for job in json.loads(get(portals["jobbnorge"] + "/v3/jobs")[1])["jobs"]}
            for portals in (first_visit, later)
        )
    assert (before - after, after - before) == ({311204}, {311302})


def test_ads_of_five_languages_read_as_whole_texts():
    ads = World(2, TODAY).ads
    assert {ad.language for ad in ads} == {"nb", "nn", "en", "sv", "da"}
    assert not [ad.slug for ad in ads if "{{" in ad.description or "{%" in ad.description]


def test_ids_are_unique_and_organisation_numbers_valid():
    ads = World(2, TODAY).ads
    uuids = [ad.nav.uuid for ad in ads if ad.nav]
    assert len(uuids) == len(set(uuids))
    assert all(orgnr.is_valid(ad.orgnr) for ad in ads if ad.orgnr)


def test_no_host_of_the_world_can_be_reached():
    hosts = re.findall(r"https?://([^/\s\"'<&]+)", "".join(path.read_text() for path in FOLDER.rglob("*.toml")))
    assert not [host for host in hosts if not host.endswith(".example") and host != "schema.org"]


def test_hostile_shapes_are_served(first_visit):
    pages = {
        slug: get(f"{first_visit[site]}/{slug}")[1].decode()
        for site, slug in (
            ("fjordnett", "robots.txt"),
            ("fjordnett", "stillinger/selger-bedrift"),
            ("fjordnett", "stillinger/systemutvikler-selvbetjening"),
            ("fjordnett", "stillinger/lagermedarbeider-gjovik"),
            ("norrsken", "jobb/kundeservicesjef-moss"),
        )
    }
    assert pages["robots.txt"].startswith("\ufeff")
    assert "<![CDATA[" in pages["stillinger/selger-bedrift"]
    assert "\x00" in pages["stillinger/selger-bedrift"]
    broken = pages["stillinger/systemutvikler-selvbetjening"].split('ld+json">')[1].split("</script>")[0]
    with pytest.raises(json.JSONDecodeError):
        json.loads(broken)
    assert "ld+json" not in pages["stillinger/lagermedarbeider-gjovik"]
    assert "&amp;lt;p&amp;gt;" in pages["jobb/kundeservicesjef-moss"]
