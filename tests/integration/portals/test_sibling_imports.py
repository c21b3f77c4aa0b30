"""The mails and saved pages of the sibling data folder, imported beside its crawled world: every opening is one."""

import json
import re
from contextlib import ExitStack
from pathlib import Path

import pytest

from domain.matching import RelevanceAnswer
from tests.integration.portals import test_sibling_openings as world
from tests.integration.portals.sites import Site
from tests.support.command import Home

WORLD = world.WORLD
pytestmark = pytest.mark.skipif(not WORLD.is_dir(), reason="the portals of the sibling data folder are not there")
SOURCES = {"nav_feed": "nav_feed", "career_site": "career_site", "finn": "finn"} | {name: name for name in world.LISTS}
NEVER_READ = {"O10"}
"""Its ad at NAV was closed before the first look at the feed."""


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    with ExitStack() as stack:
        feed = stack.enter_context(Site(world.nav(first_day=False)))
        site = stack.enter_context(Site(world.career_site()))
        tables = {
            "nav_feed": {"base_url": feed.url},
            "career_site": {"platform": "schema_org", "base_url": site.url},
        }
        for name, (platform, base, path, file) in world.LISTS.items():
            server = stack.enter_context(Site({base + path: world.read(file)}))
            tables[name] = {"platform": platform, "base_url": server.url + base}
        home = Home(tmp_path_factory.mktemp("imports"), tables, world.TUESDAY)
        runs = home.crawl(*tables)
        files = [*sorted((WORLD / "finn").glob("*.html")), *sorted((WORLD / "email").glob("*.eml"))]
        runs["import"] = home.jobbvakt("import", *map(str, files))
        return world.look(home, runs)


def stored_as(occurrence):
    """(source, source_ref) under which an occurrence of the truth is stored."""
    file, locator = occurrence["file"], re.sub(r"^(?:finnkode|jk|Vacancy) ", "", occurrence["locator"])
    if file.startswith("email/"):
        return file.removeprefix("email/").partition("_")[0], locator
    source = SOURCES[file.partition("/")[0]]
    return source, f"/stillinger/{Path(file).stem}" if source == "career_site" else locator


def test_mails_and_pages_bring_eighteen_ads_of_their_portals(day):
    assert day.runs["import"]["postings"]["seen"] == 18
    assert {source for source, _ in day.stored} >= {"finn", "linkedin", "indeed"}
    assert all(draft.draft.url.startswith("https://") for draft in day.stored.values())


@pytest.mark.parametrize("number", range(1, 13))
def test_what_was_imported_joins_what_was_crawled(day, number):
    truth = json.loads((WORLD / world.TRUTH).read_text(encoding="utf-8"))["openings"]
    (opening,) = [item for item in truth if item["opening"] == f"O{number:02}"]
    wanted = [stored_as(item) for item in opening["occurrences"] if not item["file"].endswith(".rss")]
    if opening["opening"] in NEVER_READ:
        wanted = [item for item in wanted if item in day.stored]
    assert {item: item in day.stored for item in wanted} == dict.fromkeys(wanted, True)
    assert len({day.opening[item] for item in wanted}) == 1


def test_the_rss_form_of_a_list_is_not_needed_and_its_feed_is_another_source(day):
    assert ("rss", "fv-2026-17") in day.stored


def test_ads_that_came_by_mail_alone_are_stored_and_judged_by_their_titles(day):
    """The strict occupation among them is found, an ad of another job is not."""
    truth = json.loads((WORLD / world.TRUTH).read_text(encoding="utf-8"))
    mailed = [item for item in truth["single_occurrence"] if item["file"].startswith("email/")]
    assert {item["ad"] for item in mailed} >= {"B11", "B12"}
    answers = {item["ad"]: (item["csm"], day.answer[day.opening[stored_as(item)]]) for item in mailed}
    assert {ad: answer for ad, (wanted, answer) in answers.items() if (answer is RelevanceAnswer.YES) != wanted} == {}
