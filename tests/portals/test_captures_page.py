"""Every file of the captures has a class, every ad in it is read or its absence explained, and the page tells of it."""

import os

import pytest

from domain.postings import Draft
from tests.portals.captures import CAPTURES
from tests.portals.captures_page import PAGE, REWRITE, undated, written
from tests.portals.origins import ORIGINS, REASONS, UNREAD
from tests.portals.survey import files, judged_text, name_of, surveyed

pytestmark = pytest.mark.skipif(not CAPTURES.is_dir(), reason="the captures of the sibling data folder are not there")


def unread(name):
    return name in UNREAD or name.partition("/")[0] in UNREAD


def test_every_file_holds_ads_or_is_named_as_one_that_holds_none():
    assert [name for name in map(name_of, files()) if not unread(name) and name.partition("/")[0] not in ORIGINS] == []


def test_no_class_names_a_file_that_is_not_there():
    there = {part for name in map(name_of, files()) for part in (name, name.partition("/")[0])}
    assert {*UNREAD, *REASONS, *ORIGINS} <= there


def test_every_ad_in_a_capture_is_read_or_its_absence_explained():
    lost = {found.name: (found.counted, found.read) for found in surveyed() if found.read != found.counted}
    assert {name: numbers for name, numbers in lost.items() if name not in REASONS} == {}
    assert all(read < counted for counted, read in lost.values())
    assert set(REASONS) == set(lost), "a reason that is no longer needed"


def test_every_file_without_a_reason_gives_an_ad():
    assert [found.name for found in surveyed() if not found.read and not found.reason] == []


def test_every_ad_read_has_a_title_a_number_and_an_address():
    for found in surveyed():
        for ad in found.drafts:
            if isinstance(ad, Draft):
                assert ad.title, found.name
                assert ad.source_ref, found.name
                assert ad.url.startswith("https://"), found.name


def test_no_words_are_glued_together():
    assert {found.name: glued for found in surveyed() if (glued := judged_text(found)[2])} == {}


def test_the_page_tells_what_is_measured_today():
    if os.environ.get(REWRITE):
        PAGE.write_text(written(), encoding="utf-8")
    assert undated(PAGE.read_text(encoding="utf-8")) == undated(written()), f"rewrite it: {REWRITE}=1"
