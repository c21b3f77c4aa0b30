"""Counting on bits gives what counting rows gives."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.searching import Criteria, Sort
from storage import matches, search, search_index, search_masks
from storage.engine import Store
from storage.search_index import SearchDoc
from storage.search_masks import masks
from storage.tables_search import SEARCH_ENTRY
from tests.unit.storage.samples import NOON, ad, match, one_opening_each

OCCUPATION = "occupation:customer_service_manager"
COUNTIES, SOURCES = ("Oslo", "Agder", "Troms"), ("nav", "finn")


def document(number):
    return SearchDoc(
        opening=number,
        stamp="s",
        is_open=number % 7 != 0,
        title=f"Leder {number}",
        employer="Fjord AS",
        places=(),
        text="kundesenter" if number % 2 else "butikk",
        language="nb",
        published=NOON - timedelta(hours=5 * number),
        first_seen=NOON,
        salary_low=500_000 if number % 3 else None,
        salary_high=500_000 + 10_000 * number if number % 3 else None,
        facets={"county": COUNTIES[number % 3 : number % 3 + 2], "source": SOURCES[number % 2 :]},
    )


@pytest.fixture(scope="module")
def filled(sqlite_model, tmp_path_factory):
    path = tmp_path_factory.mktemp("masks") / "jobbvakt.db"
    path.write_bytes(sqlite_model.read_bytes())
    from_now = type("C", (), {"now": lambda self: NOON})()
    store = Store.open(f"sqlite:///{path}", clock=from_now)
    with store.write() as session:
        one_opening_each(session, {"nav": [ad(str(number)) for number in range(1, 41)]})
        search_index.replace(session, [document(number) for number in range(1, 41)])
        for number in range(1, 39):
            matches.save(session, number, OCCUPATION, match(number * 2), NOON)
        search_index.take_scores(session, OCCUPATION)
    yield store
    store.close()


def _criteria(words, county, source, published, score, salary, stated, closed):
    found = Criteria(words, (), published, score, salary, stated, closed)
    return found.choose("county", tuple(county)).choose("source", tuple(source))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.builds(
        _criteria,
        words=st.sampled_from(["", "kundesenter", "-butikk", "leder -kundesenter", "finnesikke"]),
        county=st.lists(st.sampled_from(COUNTIES), max_size=2),
        source=st.lists(st.sampled_from(SOURCES), max_size=2),
        published=st.none() | st.sampled_from([1, 3, 7]),
        score=st.integers(0, 100),
        salary=st.none() | st.integers(1, 900_000),
        stated=st.booleans(),
        closed=st.booleans(),
    )
)
def test_totals_and_values_are_those_of_the_database(filled, criteria):
    with filled.read() as session:
        told = search.counts(session, criteria, NOON)
        assert told.total == search.count(session, criteria, NOON)
        for facet in ("county", "source"):
            for value, number in told.facets[facet].items():
                assert number == search.count(session, criteria.choose(facet, (value,)), NOON)
        for days, number in told.published.items():
            wider = Criteria(criteria.words, criteria.chosen, days, criteria.min_score, criteria.salary_min,
                             criteria.pay_stated, criteria.closed)  # fmt: skip
            assert number == search.count(session, wider, NOON)


def test_a_changed_index_is_counted_anew(filled):
    with filled.write() as session:
        before = search.counts(session, Criteria(), NOON).total
        search_index.remove(session, [1])
        assert search.counts(session, Criteria(), NOON).total == before - 1
        assert masks(session).size == session.query(SEARCH_ENTRY).count() == 39
        session.rollback()


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(
    criteria=st.builds(
        _criteria,
        st.sampled_from(["", "kundesenter", "leder", "leder -butikk", "finnesikke"]),
        st.sets(st.sampled_from(COUNTIES)),
        st.sets(st.sampled_from(SOURCES)),
        st.sampled_from([None, 1, 3, 30]),
        st.integers(0, 60),
        st.sampled_from([None, 700_000]),
        st.booleans(),
        st.booleans(),
    ),
    sort=st.sampled_from(Sort),
    offset=st.integers(0, 12),
)
def test_the_first_hits_are_those_of_the_database(filled, criteria, sort, offset):
    asked = replace(criteria, sort=sort)
    with filled.read() as session:
        search_masks._CACHE.clear()
        told = search.find(session, asked, NOON, limit=7, offset=offset)
        masks(session)
        assert search.find(session, asked, NOON, limit=7, offset=offset) == told
