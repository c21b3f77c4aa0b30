"""The address is the search: there and back, in one order, with mistakes named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import UsageError
from domain.search_address import STEPS, VERSION, from_address, is_address, read, to_address, up_to_date
from domain.searching import FACETS, PUBLISHED_DAYS, Criteria, Sort

_VALUE = (
    st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
)
_CRITERIA = st.builds(
    lambda words, chosen, **other: _choose(Criteria(" ".join(words.split()), **other), chosen),
    words=_VALUE | st.just(""),
    chosen=st.dictionaries(st.sampled_from(FACETS), st.lists(_VALUE, min_size=1, max_size=3)),
    published=st.none() | st.sampled_from(PUBLISHED_DAYS),
    min_score=st.integers(0, 100),
    salary_min=st.none() | st.integers(1, 2_000_000),
    pay_stated=st.booleans(),
    closed=st.booleans(),
    sort=st.sampled_from(Sort),
)


def _choose(criteria, chosen):
    for facet, values in chosen.items():
        criteria = criteria.choose(facet, tuple(sorted(set(values))))
    return criteria


@given(_CRITERIA)
def test_an_address_leads_back_to_its_search(criteria):
    assert from_address(to_address(criteria)) == criteria


@given(_CRITERIA)
def test_equal_searches_have_equal_addresses(criteria):
    shuffled = _choose(criteria, {facet: values[::-1] for facet, values in criteria.chosen})
    assert to_address(shuffled) == to_address(criteria)


def test_the_version_stands_first():
    assert to_address(Criteria("sjef").choose("county", ("Oslo",))) == "?v=1&q=sjef&county=Oslo"
    assert is_address("?v=1&q=sjef")
    assert not is_address("sjef")


@pytest.mark.parametrize(
    "address",
    ["?v=2&q=a", "?q=a&bogus=1", "?min_score=101", "?min_score=-1", "?sort=best", "?published=x", "?pay_stated=maybe"],
)
def test_what_cannot_be_read_is_named(address):
    with pytest.raises(UsageError) as refused:
        from_address(address)
    assert refused.value.why
    assert refused.value.remedy


def test_pages_keep_what_can_be_read():
    criteria, mistakes = read([("q", " sjef  oslo "), ("min_score", "high"), ("utm_source", "mail"), ("county", "")])
    assert criteria == Criteria("sjef oslo")
    assert [item.name for item in mistakes] == ["utm_source", "min_score"]


def test_every_older_version_has_a_step_to_the_next():
    assert sorted(STEPS) == list(range(VERSION))


def test_an_address_from_before_versions_is_brought_up_to_date():
    assert read([("q", "sjef"), ("sort", "score")]) == (Criteria("sjef"), [])
    criteria, mistakes = read([("v", "1"), ("sort", "score")])
    assert (criteria.sort, [item.name for item in mistakes]) == (Sort.MATCH, ["sort"])


def test_an_address_goes_through_all_steps_from_its_version_on(monkeypatch):
    """A coming version renames *engagement*; the step after it changes a value."""
    steps = {
        **STEPS,
        1: lambda pairs: [("form" if name == "engagement" else name, value) for name, value in pairs],
        2: lambda pairs: [(name, value.upper() if name == "form" else value) for name, value in pairs],
    }
    monkeypatch.setattr("domain.search_address.STEPS", steps)
    monkeypatch.setattr("domain.search_address.VERSION", 3)
    monkeypatch.setattr("domain.search_address._KNOWN", frozenset("123"))
    assert up_to_date([("v", "1"), ("engagement", "fast")]) == [("v", "3"), ("form", "FAST")]
    assert up_to_date([("v", "2"), ("form", "fast")]) == [("v", "3"), ("form", "FAST")]
    assert up_to_date([("v", "3"), ("form", "fast")]) == [("v", "3"), ("form", "fast")]


@pytest.mark.parametrize("version", ["0", "2", "99", "x", "-1"])
def test_an_address_of_a_version_that_nobody_knows_is_named_and_left_as_it_is(version):
    assert up_to_date([("v", version), ("sort", "score")]) == [("v", version), ("sort", "score")]
    assert [item.name for item in read([("v", version), ("q", "sjef")])[1]] == ["v"]


def test_values_that_say_nothing_count_all_the_same():
    criteria, mistakes = read([("county", "Oslo")] + [("county", " ")] * 60)
    assert criteria.values("county") == ("Oslo",)
    assert [(item.name, item.value, item.why) for item in mistakes] == [("county", "61", "at most 60 values")]
    assert read([("county", "")] * 60)[1] == []
