"""Drafts on their way to the spool."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.pipelines import normalise as normalising
from crawler.pipelines.stages import STAGES, NotAnAdError, process
from domain.postings import Contact, Draft, Place, SafeHtml, Salary

AD = Draft("1", "https://a.example/1", "Kundeservicesjef")


def test_stages_stand_in_the_order_of_their_numbers() -> None:
    numbers = [number for number, _ in STAGES]
    assert numbers == sorted(set(numbers))
    assert all(stage.__module__.startswith("crawler.pipelines.") for _, stage in STAGES)


def test_a_tidy_ad_passes_unchanged() -> None:
    assert process(AD) == AD


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("title", "", "title"),
        ("title", " \u00a0\n ", "title"),
        ("title", "2026 - 11", "title"),
        ("title", None, "title"),
        ("source_ref", "", "id"),
        ("source_ref", " ", "id"),
        ("source_ref", 17, "id"),
        ("source_ref", "x" * 301, "id"),
        ("url", "", "address"),
        ("url", "/relative", "address"),
        ("url", "javascript:alert(1)", "address"),
        ("url", "https://", "address"),
        ("url", "https://a.example/a b", "address"),
        ("url", "https://[::1/", "address"),
        ("url", "https://a.example/" + "x" * 3000, "address"),
        ("url", None, "address"),
    ],
)
def test_what_no_ad_lacks_is_asked_for(field: str, value: Any, why: str) -> None:
    with pytest.raises(NotAnAdError, match=why):
        process(replace(AD, **{field: value}))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Lead R&amp;amp;D", "Lead R&D"),
        ("Kundeservice\u00a0sjef\t \n Oslo", "Kundeservice sjef Oslo"),
        ("Kunde\x00service\x1fsjef", "Kundeservicesjef"),
        ("A\u030agent", "Ågent"),
        ("Sjef 🚀 søkes", "Sjef 🚀 søkes"),
    ],
)
def test_titles_are_put_in_order(raw: str, clean: str) -> None:
    assert process(replace(AD, title=raw)).title == clean


def test_texts_inside_are_put_in_order_too() -> None:
    draft = replace(
        AD,
        employer="Acme &amp; S\u00f8nn\u00a0AS",
        places=(Place(city=" OSLO\u00a0"), Place(city="Bergen")),
        contacts=(Contact(name="Kari\x00 Nordmann", email=" "),),
    )
    done = process(draft)
    assert done.employer == "Acme & Sønn AS"
    assert done.places == (Place(city="OSLO"), Place(city="Bergen"))
    assert done.contacts == (Contact(name="Kari Nordmann"),)


def test_markup_is_cleaned_at_the_door() -> None:
    html = SafeHtml("<p onclick='x()'>Vi s\u00f8ker</p><script>alert(1)</script>")
    assert process(replace(AD, description_html=html)).description_html == "<p>Vi søker</p>"
    assert process(replace(AD, description_html=SafeHtml("<script>x</script>"))).description_html is None


def test_an_overlong_title_is_cut_and_told() -> None:
    done = process(replace(AD, title="Sjef " * 200))
    assert len(done.title) <= normalising.LONGEST_TITLE
    assert [issue.field for issue in done.issues] == ["title"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "www a.example", "mailto:nobody"])
def test_a_link_that_leads_nowhere_good_is_left_out_and_told(link: str) -> None:
    done = process(replace(AD, apply_url=link))
    assert done.apply_url is None
    assert [(issue.field, issue.raw) for issue in done.issues] == [("apply_url", link)]


@pytest.mark.parametrize("link", ["https://a.example/apply?x=1&y=2", "mailto:jobb@a.example"])
def test_an_apply_link_is_kept_to_the_letter(link: str) -> None:
    assert process(replace(AD, apply_url=link)).apply_url == link


@pytest.mark.parametrize(("low", "high"), [(math.nan, 1), (1, math.inf), (-1, 5), (5, 1), (None, None)])
def test_pay_that_is_none_is_left_out_and_told(low: float | None, high: float | None) -> None:
    done = process(replace(AD, salary=Salary(low, high, "NOK", "year")))
    assert done.salary is None
    assert [issue.field for issue in done.issues] == ["salary"]


@given(st.builds(Draft, source_ref=st.text(), url=st.text(), title=st.text(), employer=st.none() | st.text()))
def test_any_draft_comes_out_tidy_or_is_no_ad(draft: Draft) -> None:
    try:
        done = process(draft)
    except NotAnAdError:
        return
    assert process(done) == done
    assert not any(char < " " for char in done.title)


@given(st.text(alphabet=st.characters(), min_size=1), st.text())
def test_titles_come_out_tidy_whatever_goes_in(title: str, text: str) -> None:
    try:
        done = process(replace(AD, title=title, employer=text, description_html=SafeHtml(text)))
    except NotAnAdError:
        return
    assert done.title == done.title.strip()
    assert "\n" not in done.title + (done.employer or "")


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("www.fjellheim.example/jobb", "https://www.fjellheim.example/jobb"),
        ("fjellheim.example", "https://fjellheim.example"),
        ("//jobb.fjellheim.example/?id=7", "https://jobb.fjellheim.example/?id=7"),
        (" jobb@fjellheim.example ", "mailto:jobb@fjellheim.example"),
        ("HTTPS://fjellheim.example/A b", None),
        ("Snarest", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("etter avtale. Ring oss", None),
        ("../jobb", None),
    ],
)
@pytest.mark.parametrize("field", ["apply_url", "employer_homepage"])
def test_an_address_without_its_scheme_can_still_be_followed(field: str, given: str, stored: str | None) -> None:
    draft = process(replace(AD, **{field: given}))
    assert getattr(draft, field) == stored
    assert bool(draft.issues) is (stored is None)
