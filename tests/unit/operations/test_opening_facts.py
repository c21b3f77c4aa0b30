"""Of all sources the best value of each fact, with its origin, and what others say instead."""

from datetime import UTC, date, datetime

from domain.matching import AdText, Modality
from domain.postings import Draft, PostingStatus, SafeHtml, Salary, content_hash
from matcher.occupation import load_occupation
from matcher.reader import Reader
from operations.opening_facts import facts
from storage.postings import StoredPosting

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
READER = Reader(load_occupation())


def posting(number, source, html="", **stated):
    draft = Draft(str(number), f"https://{source}.example/{number}", "Kundeservicesjef",
                  description_html=SafeHtml(html) if html else None, **stated)  # fmt: skip
    status, moments = PostingStatus.ACTIVE, (NOON, NOON, NOON, None)
    return StoredPosting(number, source, str(number), draft, status, "", None, 0, content_hash(draft), 1, *moments)


def read(*group):
    return {
        one.id: READER.read(
            AdText(title=one.draft.title, description_html=one.draft.description_html, published=date(2026, 11, 20))
        )
        for one in group
        if one.draft.description_html
    }


def told(*group, **shown):
    return {fact.name: fact for fact in facts(group, read(*group), shown)}


def test_the_words_of_one_source_go_before_the_field_of_another():
    field = posting(1, "portal", extent_raw="Heltid", department="Kundesenter")
    words = posting(2, "career", "<p>Fast stilling, 80 %.</p>")
    found = told(field, words)
    assert (found["extent"].value, found["extent"].source, found["extent"].quote) == ("80 %", "career", "80 %")
    assert [(one.value, one.source) for one in found["extent"].otherwise] == [("Heltid", "portal")]
    assert (found["department"].source, found["department"].otherwise) == ("portal", ())


def test_what_sources_say_differently_is_kept_beside_what_is_shown():
    one = posting(1, "nav_feed", "<p>Søknadsfrist 1. desember 2026. Fast stilling.</p>", deadline=date(2026, 12, 1))
    other = posting(2, "finn", "<p>Vikariat.</p>", deadline=date(2026, 12, 8))
    found = told(one, other, deadline=date(2026, 12, 8))
    assert (found["deadline"].value, found["deadline"].source) == (date(2026, 12, 8), "finn")
    assert [(said.value, said.source) for said in found["deadline"].otherwise] == [(date(2026, 12, 1), "nav_feed")]
    assert found["employment_type"].value == "permanent"
    assert [said.value for said in found["employment_type"].otherwise] == ["substitute"]


def test_where_all_agree_the_origin_is_told_and_nothing_stands_beside():
    pay = Salary(600_000, 700_000, "NOK", "year")
    group = [posting(n, f"s{n}", "<p>Lønn kr 600 000–700 000 i året.</p>", salary=pay) for n in (1, 2)]
    agreed = told(*group, pay=pay)["pay"]
    assert (agreed.value, agreed.source, agreed.otherwise) == (pay, "s1", ())
    assert "600 000" in agreed.quote
    differing = posting(3, "s3", "<p>Lønn kr 650 000 i året.</p>")
    assert told(*group, differing, pay=pay)["pay"].otherwise[0].value == Salary(650_000, 650_000, "NOK", "year")


def test_a_source_that_contradicts_itself_is_told_of():
    alone = posting(1, "portal", "<p>Søknadsfrist 9. desember 2026.</p>", deadline=date(2026, 12, 1))
    (said,) = told(alone, deadline=date(2026, 12, 1))["deadline"].otherwise
    assert (said.value, said.source) == (date(2026, 12, 9), "portal")
    assert said.quote


def test_silence_is_no_fact():
    assert told(posting(1, "portal")) == {}
    assert Modality.MUST not in told(posting(1, "portal", "<p>Hei.</p>"))
