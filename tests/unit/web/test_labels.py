"""What values are called on pages: extents that portals have codes for, days in reasons, who asked for a run."""

import pytest

from web.labels import Labels
from web.texts import texts


def label(language="nb"):
    return Labels(texts(language), {})


@pytest.mark.parametrize(
    ("stated", "bokmal", "english"),
    [
        ("FULL_TIME", "Heltid", "Full time"),
        ("FULL_TIME, PART_TIME", "Heltid, Deltid", "Full time, Part time"),
        ("parttime", "Deltid", "Part time"),
        ("Heiltid", "Heltid", "Full time"),
        ("80 %", "80 %", "80 %"),
        ("37,5 timer i uken", "37,5 timer i uken", "37,5 timer i uken"),
    ],
)
def test_an_extent_that_a_portal_has_a_code_for_is_told_in_words(stated, bokmal, english):
    assert (label().extent(stated), label("en").extent(stated)) == (bokmal, english)


def test_days_in_reasons_are_written_as_the_rest_of_the_page_writes_them():
    assert label().reason("fristen er 2026-12-05") == "fristen er 05.12.2026"
    assert label("nn").reason("fristen gikk ut 2026-12-05") == "fristen gjekk ut 05.12.2026"
    assert label("en").reason("noe ingen har sett") is None


def test_who_asked_for_a_run_is_told_where_it_is_known():
    assert label().trigger("schedule") == "planen"
    assert label().trigger("account 3") == "account 3"
