"""Real answers of platforms, and the invented world in their shapes, pass through the platforms' own parsers."""

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.parsing.alert_mail import read_alert_mail
from crawler.parsing.html import visible_text
from crawler.parsing.page import Page, PageError
from crawler.parsing.text import one_line
from crawler.pipelines.stages import process
from crawler.registry import portals
from domain.observations import LeftOut
from domain.postings import DeadlineKind, Draft, Issue

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
REAL, WORLD = DATA / "portals", DATA / "gold_dev" / "portals"
WHEN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SPIDERS = portals()
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the captures of the sibling data folder are not there")


def read(slug, file, url="https://portal.example/list"):
    return sys.modules[SPIDERS[slug].__module__].parse(Page(url, file.read_bytes(), WHEN))


def drafts(found):
    return [process(ad) for ad in found if isinstance(ad, Draft)]


FIELDS = {
    "title": lambda draft: draft.title,
    "employer": lambda draft: draft.employer,
    "place": lambda draft: draft.places,
    "date_posted": lambda draft: draft.date_posted,
    "text": lambda draft: draft.description_html,
}
CAPTURES = [
    # platform, file, ads, fields that every ad of the answer states
    ("ashby", "ats-careerkit/ashby.json", 2, "title employer place date_posted text"),
    ("greenhouse", "ats-careerkit/greenhouse.json", 2, "title employer place date_posted text"),
    ("lever", "ats-careerkit/lever.json", 2, "title employer place date_posted text"),
    ("personio", "ats-careerkit/personio.xml", 1, "title employer place date_posted"),
    ("recruitee", "ats-careerkit/recruitee.json", 2, "title employer place date_posted text"),
    ("smartrecruiters", "ats-careerkit/smartrecruiters.json", 1, "title employer place date_posted"),
    ("teamtailor", "ats-careerkit/teamtailor.json", 2, "title employer place date_posted"),
    ("workable", "ats-careerkit/workable.json", 1, "title employer place date_posted"),
    ("workday", "ats-careerkit/workday.json", 2, "title date_posted"),
    ("finn", "finn-atom/heltid.xml", 10, "title date_posted"),
    ("finn", "finn-atom/deltid.xml", 10, "title date_posted"),
    ("finn", "finn-atom/job-full-time.xml", 30, "title employer place date_posted"),
    ("finn", "finn-atom/ad1.xml", 1, "title employer place date_posted text"),
    ("finn", "finn-atom/ad2.xml", 1, "title employer place date_posted text"),
    ("finn", "finn-atom/ad3.xml", 1, "title employer place date_posted text"),
    ("finn", "finn-html/job_ad_459777164_trimmed.html", 1, "title employer place date_posted text"),
    ("jobtech", "jobtech/platsannons_results_eng.json", 2, "title employer place date_posted text"),
    ("jobtech", "jobtech/platsannonser_expected_after_conversion.json", 1, "title employer place date_posted text"),
]


@pytest.mark.parametrize(
    ("slug", "file", "count", "stated"), CAPTURES, ids=[f"{item[0]}/{item[1]}" for item in CAPTURES]
)
def test_every_ad_of_a_real_answer_is_read_with_the_fields_it_states(slug, file, count, stated):
    found = drafts(read(slug, REAL / file))
    assert len(found) == count
    assert len({draft.source_ref for draft in found}) == count
    for draft in found:
        assert {name for name in stated.split() if not FIELDS[name](draft)} == set(), draft.title
        assert draft.url.startswith("https://")
        assert not any(issue.field != "deadline_raw" for issue in draft.issues)


def test_no_word_of_a_real_text_is_lost():
    for slug, name, field in (("greenhouse", "greenhouse.json", "content"), ("ashby", "ashby.json", "descriptionHtml")):
        raw = json.loads((REAL / "ats-careerkit" / name).read_text(encoding="utf-8"))["jobs"]
        for job, draft in zip(raw, drafts(read(slug, REAL / "ats-careerkit" / name)), strict=True):
            words = visible_text(one_line(job[field])).split()
            assert len(visible_text(draft.description_html).split()) >= 0.98 * len(words)


def test_finns_deadlines_are_read_or_told():
    for draft in drafts(read("finn", REAL / "finn-atom" / "job-full-time.xml")):
        told = any(issue.field == "deadline_raw" for issue in draft.issues)
        assert draft.deadline_raw is None or told or draft.deadline or draft.deadline_kind is not DeadlineKind.NONE


def test_finns_contact_persons_are_kept_apart():
    (draft,) = drafts(read("finn", REAL / "finn-atom" / "ad1.xml"))
    assert draft.contacts[0].name == "Vilde Modellsen"
    assert draft.contacts[0].title == "Teknisk Sjef"
    assert "Modellsen" not in draft.description_html


def test_finns_fragments_without_name_spaces_are_read_or_refused_but_never_raise_otherwise():
    for name in ("heltidstilling.xml", "deltidstilling.xml", "service_document.xml"):
        try:
            assert len(read("finn", REAL / "finn-atom" / name)) <= 1
        except PageError:
            continue


@pytest.mark.parametrize("file", sorted(REAL.glob("*/*.*")) if REAL.is_dir() else [], ids=lambda path: path.name)
def test_no_parser_raises_anything_but_a_page_error_on_a_page_of_somebody_else(file):
    if file.stat().st_size > 1_000_000:
        pytest.skip("a file of this size says nothing more here")
    for slug in SPIDERS:
        try:
            found = read(slug, file)
        except PageError:
            continue
        assert all(isinstance(ad, Issue | LeftOut) or ad for ad in found)


WORLD_FILES = [
    # platform, file, jobs, customer-service-manager ads among them
    ("teamtailor", "teamtailor/jobs.json", 3, {"8397011"}),
    ("teamtailor", "teamtailor/jobs.rss", 3, {"8397011"}),
    ("greenhouse", "greenhouse/jobs.json", 4, {"4820117101"}),
    ("lever", "lever/postings.json", 3, {"296b4656-33a8-5634-8b50-70928e018835"}),
    ("webcruiter", "webcruiter/companysearch_5190417.json", 3, {"5190417731"}),
    ("easycruit", "easycruit/list.xml", 3, {"3701182"}),
    ("rss", "rss/fjordvatn.xml", 5, {"fv-2026-17"}),
    ("finn", "finn/ad_479411730_B03.html", 1, {"479411730"}),
    ("finn", "finn/ad_479302218_B15_aggregated.html", 1, {"479302218"}),
]


@pytest.mark.parametrize(("slug", "file", "count", "ours"), WORLD_FILES, ids=[f"{item[1]}" for item in WORLD_FILES])
def test_the_invented_world_gives_the_jobs_that_its_truth_names(slug, file, count, ours):
    found = {draft.source_ref: draft for draft in drafts(read(slug, WORLD / file))}
    assert len(found) == count
    assert ours <= set(found)
    assert all(found[ref].description_html for ref in ours if slug != "easycruit")


def test_both_forms_of_teamtailors_list_give_the_same_ads():
    one, other = (drafts(read("teamtailor", WORLD / "teamtailor" / name)) for name in ("jobs.json", "jobs.rss"))
    assert [(draft.source_ref, draft.title, draft.url) for draft in one] == [
        (draft.source_ref, draft.title, draft.url) for draft in other
    ]


def test_finn_and_easycruit_name_one_vacancy_by_the_same_number():
    (finn,) = drafts(read("finn", WORLD / "finn" / "ad_479411730_B03.html"))
    easycruit = next(draft for draft in drafts(read("easycruit", WORLD / "easycruit" / "list.xml")))
    assert {"easycruit:3701182"} <= set(finn.references) & set(easycruit.references)
    assert (finn.deadline_kind, easycruit.deadline_kind) == (DeadlineKind.ASAP, DeadlineKind.ASAP)
    assert "Zendesk" not in finn.description_html


@pytest.mark.parametrize(
    ("slug", "file"), [("lever", "lever/wrong_region.json"), ("greenhouse", "greenhouse/unknown_board_404.json")]
)
def test_unknown_employers_of_the_world_are_told(slug, file):
    with pytest.raises(PageError):
        read(slug, WORLD / file)


def test_the_worlds_mails_name_every_ad_that_the_truth_says_they_name():
    truth = json.loads((WORLD / "expected_openings.json").read_text(encoding="utf-8"))
    told = [item for opening in truth["openings"] for item in opening["occurrences"]] + truth["single_occurrence"]
    wanted = {re.sub(r"^(?:finnkode|jk) ", "", item["locator"]) for item in told if item["file"].startswith("email/")}
    found = {
        ad.draft.source_ref
        for path in (WORLD / "email").glob("*.eml")
        for ad in read_alert_mail(path.read_bytes(), WHEN).ads
    }
    assert wanted <= found
    assert len(found) == 18


@pytest.mark.parametrize(
    "slug", ["teamtailor", "greenhouse", "lever", "webcruiter", "easycruit", "rss", "varbi", "finn"]
)
def test_a_captcha_page_is_never_an_empty_list(slug):
    try:
        found = read(slug, WORLD / "softblock" / "captcha_200.html")
    except PageError:
        return
    assert found == []
    assert slug == "finn", "only pages that a person has saved may be empty"
