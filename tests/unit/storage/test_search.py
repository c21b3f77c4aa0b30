"""Search on both databases: what is found, in which order, and how it is counted."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from domain.searching import Criteria, Sort, parse, search_words
from storage import matches, search, search_index
from storage.engine import Store
from storage.search import Target
from storage.search_index import SearchDoc
from tests.unit.storage.samples import NOON, ad, match, one_opening_each

OCCUPATION = "occupation:customer_service_manager"
ADS = {
    1: ("Kundeservicesjef", "Fjord AS", ("Oslo",), "Du leder kundesenteret og følger opp kundene våre hver dag."),
    2: (
        "Leder kundesenter",
        "Ålesund Kraft",
        ("Ålesund", "Møre og Romsdal"),
        "Et kundesenter på Sørlandet søker leder.",
    ),
    3: ("Salgssjef", "Selger & Sønn", ("Bergen", "Vestland"), "Selgere, CRM og e-post. Kunde først."),
    4: ("Customer Service Manager", "Nordic Ltd", ("Stockholm",), "You will lead the contact centre."),
}


def document(number, **changed):
    title, employer, places, words = ADS[number]
    values = {
        "opening": number,
        "stamp": "s",
        "is_open": True,
        "title": title,
        "employer": employer,
        "places": places,
        "text": words,
        "language": "en" if number == 4 else "nb",
        "published": NOON - timedelta(days=number),
        "first_seen": NOON - timedelta(days=number),
        "facets": {"county": [places[-1]], "source": ["nav", "jobbnorge"][: 1 + number % 2]},
    }
    return SearchDoc(**values | changed)


@pytest.fixture
def indexed(store: Store):
    with store.write() as session:
        ids = one_opening_each(session, {"nav": [ad(str(number)) for number in ADS]})
        assert sorted(ids.values()) == sorted(ADS)
        search_index.replace(session, [document(number) for number in ADS])
        for number in ADS:
            matches.save(session, number, OCCUPATION, match(number * 10), NOON)
        search_index.take_scores(session, OCCUPATION)
    return store


def all_words(number):
    title, employer, places, words = ADS[number]
    return search_words(" ".join([title, employer, *places, words]))


def found(store, words="", **wanted):
    with store.read() as session:
        return [hit.opening for hit in search.find(session, Criteria(words, **wanted), NOON)]


@pytest.mark.parametrize(
    ("words", "openings"),
    [
        ("", {1, 2, 3, 4}),
        ("sjef", {1, 3}),
        ("kundesenter", {1, 2}),
        ("kundesenteret", {1, 2}),
        ("sorlandet", {2}),
        ("Sørlandet", {2}),
        ("soerlandet", {2}),
        ("aalesund", {2}),
        ("alesund", {2}),
        ("LEDER", {1, 2}),
        ('"leder kundesenter"', {2}),
        ('"kundesenter leder"', set()),
        ("leder -sørlandet", {1}),
        ('-"leder kundesenter" -salgssjef', {1, 4}),
        ("kund*", {1, 2, 3}),
        ('"kund"', set()),
        ("oslo OR bergen", {1, 3}),
        ("oslo ELLER bergen leder", {1}),
        ("e-post", {3}),
        ("møre", {2}),
        ("kundar", {1, 3}),
        ("managers", {4}),
        ("finnesikke", set()),
        ("finnesikke OR oslo", {1}),
        ("-finnesikke", {1, 2, 3, 4}),
        ("& * - OR", {1, 2, 3, 4}),
        ("du", {1}),
    ],
)
def test_words_find_what_people_mean(indexed: Store, words, openings):
    assert set(found(indexed, words)) == openings


def test_each_order_is_kept(indexed: Store):
    with indexed.write() as session:
        search_index.replace(
            session,
            [document(1, deadline=date(2026, 12, 24)), document(2, deadline=date(2026, 12, 1)), document(3)],
        )
        search_index.take_scores(session, OCCUPATION)
    assert found(indexed) == [4, 3, 2, 1]
    assert found(indexed, sort=Sort.NEWEST) == [1, 2, 3, 4]
    assert found(indexed, sort=Sort.DEADLINE) == [2, 1, 3, 4]
    assert found(indexed, "kundesenter", sort=Sort.RELEVANCE)[0] == 2


@pytest.mark.parametrize("sort", [Sort.MATCH, Sort.NEWEST, Sort.DEADLINE])
def test_pages_by_key_and_by_number_give_every_hit_once(indexed: Store, sort: Sort):
    whole = found(indexed, sort=sort)
    with indexed.read() as session:
        by_number = [search.find(session, Criteria(sort=sort), NOON, limit=1, offset=n)[0].opening for n in range(4)]
        by_key, key = [], None
        while hits := search.find(session, Criteria(sort=sort), NOON, limit=1, after=key):
            by_key.append(hits[0].opening)
            key = hits[0].key
    assert whole == by_number == by_key


def test_filters_are_alternatives_inside_and_add_up_across(indexed: Store):
    both = Criteria().choose("county", ("Oslo", "Vestland"))
    with indexed.read() as session:
        assert {hit.opening for hit in search.find(session, both, NOON)} == {1, 3}
        narrower = both.choose("source", ("jobbnorge",))
        assert {hit.opening for hit in search.find(session, narrower, NOON)} == {1, 3}
        none = both.choose("source", ("finn",))
        assert search.find(session, none, NOON) == []


def test_counts_beside_a_filter_are_those_of_the_filter_left_open(indexed: Store):
    with indexed.read() as session:
        told = search.counts(session, Criteria().choose("county", ("Oslo",)), NOON)
    assert told.total == 1
    assert told.facets["county"] == {"Oslo": 1, "Møre og Romsdal": 1, "Vestland": 1, "Stockholm": 1}
    assert told.facets["source"] == {"nav": 1, "jobbnorge": 1}


def test_what_is_said_of_a_value_is_what_choosing_it_gives(indexed: Store):
    with indexed.read() as session:
        for words in ("", "leder", "sjef"):
            told = search.counts(session, Criteria(words), NOON)
            for facet in ("county", "source"):
                for value, number in told.facets[facet].items():
                    chosen = Criteria(words).choose(facet, (value,))
                    assert search.count(session, chosen, NOON) == number


def test_published_counts_calendar_days_in_oslo(indexed: Store):
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # half past midnight in Oslo, on the 23rd
    with indexed.write() as session:
        search_index.replace(session, [document(1, published=late)])
        search_index.take_scores(session, OCCUPATION)
        told = search.counts(session, Criteria(), NOON)
    assert told.published == {1: 1, 3: 2, 7: 4, 30: 4}
    assert found(indexed, published=1) == [1]


def test_pay_filters_take_stated_pay_only(indexed: Store):
    with indexed.write() as session:
        search_index.replace(session, [document(1, salary_low=600_000, salary_high=700_000)])
        search_index.take_scores(session, OCCUPATION)
        assert search.counts(session, Criteria(), NOON).pay_stated == 1
    assert found(indexed, pay_stated=True) == [1]
    assert found(indexed, salary_min=650_000) == [1]
    assert found(indexed, salary_min=750_000) == []


def test_closed_openings_are_found_only_when_asked_for(indexed: Store):
    with indexed.write() as session:
        search_index.replace(session, [document(1, is_open=False, closed_at=NOON)])
        search_index.take_scores(session, OCCUPATION)
    assert 1 not in found(indexed)
    assert 1 in found(indexed, closed=True)


def test_an_opening_without_a_score_is_not_the_occupation(indexed: Store):
    with indexed.write() as session:
        session.execute(text("DELETE FROM opening_match WHERE opening_id = 4"))
        assert search_index.take_scores(session, OCCUPATION) == 1
    assert found(indexed) == [3, 2, 1]


def test_a_profile_has_its_own_order_and_least_score(indexed: Store):
    with indexed.write() as session:
        for number, score in ((1, 90), (2, 20)):
            matches.save(session, number, "profile:kari", match(score), NOON)
        kari = Target("profile:kari")
        assert [(hit.opening, hit.score) for hit in search.find(session, Criteria(), NOON, target=kari)] == [
            (1, 90),
            (2, 20),
        ]
        assert search.count(session, Criteria(min_score=50), NOON, kari) == 1


def test_a_new_entry_replaces_the_old_words(indexed: Store):
    with indexed.write() as session:
        search_index.replace(session, [document(1, title="Butikksjef", text="Ingenting")])
        search_index.take_scores(session, OCCUPATION)
    assert found(indexed, "kundesenteret") == [2]
    assert found(indexed, "butikk") == [1]
    with indexed.write() as session:
        assert search_index.remove(session, [1, 99]) == 1
    assert found(indexed, "butikk") == []


def test_the_stamp_changes_with_what_an_entry_is_made_from(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a"), ad("b")]})
        before = search_index.stamps(session)
        session.execute(text("UPDATE posting SET status = 'withdrawn' WHERE source_ref = 'a'"))
        after = search_index.stamps(session)
    assert before[1] != after[1]
    assert before[2] == after[2]


def test_titles_are_completed_by_the_beginnings_of_their_words(indexed: Store):
    with indexed.read() as session:
        assert search.titles(session, ["kunde"]) == ["Kundeservicesjef", "Leder kundesenter"]
        assert search.titles(session, ["kunde", "led"]) == ["Leder kundesenter"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_no_words_make_the_search_fail(indexed: Store, words):
    with indexed.read() as session:
        search.find(session, Criteria(words, sort=Sort.RELEVANCE), NOON)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted({word for parts in ADS.values() for word in search_words(f"{parts}") if len(word) > 2})),
    st.data(),
)
def test_every_piece_of_three_letters_finds_the_word(indexed: Store, word, data):
    start = data.draw(st.integers(0, max(0, len(word) - 3)))
    piece = word[start : data.draw(st.integers(min(len(word), start + 3), len(word)))]
    whole = {number for number in ADS if any(piece in other for other in all_words(number))}
    assert whole <= set(found(indexed, piece))


@pytest.mark.parametrize(
    ("words", "clauses"), [("a b", 2), ("a OR b", 1), ("-a OR b", 2), ("OR a", 1), ("a OR", 1), ('"a b" c', 2), ("", 0)]
)
def test_clauses_are_counted_as_written(words, clauses):
    assert len(parse(words)) == clauses
