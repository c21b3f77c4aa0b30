"""Readings and matches: fresh or stale, ranked, and shown as cards of the best values."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.alerts import Listing
from domain.lifecycle import Change, Decision
from domain.matching import RelevanceAnswer
from domain.postings import DeadlineKind, Place, PostingStatus, Salary
from storage import matches, openings, postings, readings
from storage.engine import Store
from storage.errors import NotStoredError
from tests.unit.storage.samples import FULL, NOON, ad, match, one_opening_each, reading, see

OCCUPATION = "occupation:customer_service_manager"
GONE = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, 2, "gone")


def ranked(session, **wanted):
    return [card.opening for card in matches.ranked(session, OCCUPATION, **wanted)]


def test_a_reading_comes_back_and_is_replaced(store: Store):
    first = reading(deadline=date(2026, 12, 1), places=(Place("Oslo"),), quotes={"deadline": "1. desember"})
    with store.write() as session:
        ids = see(session, "nav", ad("a"), ad("b"))
        readings.save(session, ids["a"], "h", first, NOON)
        assert readings.of(session, ids.values()) == {ids["a"]: first}
        readings.save(session, ids["a"], "h2", reading(version="v2"), NOON)
        assert readings.of(session, [ids["a"]]) == {ids["a"]: reading(version="v2")}
        assert readings.forget_all(session) == 1
        assert readings.of(session, ids.values()) == {}


def test_a_score_is_fresh_until_what_it_rests_on_changes(store: Store):
    with store.write() as session:
        ids = one_opening_each(session, {"nav": [ad("a"), ad("b"), ad("unread")]})
        assert matches.stale(session, OCCUPATION, "v1") == [1, 2, 3]
        for opening in ids.values():
            matches.save(session, opening, OCCUPATION, match(), NOON)
        assert matches.stale(session, OCCUPATION, "v1") == []
        assert matches.stale(session, "profile:ola", "v1") == [1, 2, 3]
        assert matches.stale(session, OCCUPATION, "v2") == [1, 2, 3]
        readings.save(session, 2, "h2", reading(), NOON)
        assert matches.stale(session, OCCUPATION, "v1") == [2]
        matches.save(session, 2, OCCUPATION, match(55), NOON)
        assert matches.stale(session, OCCUPATION, "v1") == []
        assert matches.card(session, 2, OCCUPATION).match == match(55)


def test_what_is_closed_or_unread_has_no_score_to_renew(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("closed"), ad("open")]})
        postings.apply(session, "nav", {"closed": GONE}, 1, NOON)
        unread = see(session, "nav", ad("unread"))["unread"]
        openings.save_groups(session, [[unread]], {}, NOON)
        assert matches.stale(session, OCCUPATION, "v1") == [2]


def test_openings_are_ranked_by_score_then_deadline_then_age(store: Store):
    soon, late = date(2026, 12, 1), date(2027, 1, 1)
    with store.write() as session:
        one_opening_each(
            session,
            {"nav": [ad("none"), ad("late", deadline=late), ad("soon", deadline=soon), ad("best"), ad("none2")]},
        )
        for opening, score in zip(range(1, 6), (70, 70, 70, 90, 70), strict=True):
            matches.save(session, opening, OCCUPATION, match(score), NOON)
        assert ranked(session) == [4, 3, 2, 1, 5]
        assert ranked(session, min_score=71) == [4]
        assert ranked(session, limit=2) == [4, 3]
        assert [card.match.score for card in matches.ranked(session, OCCUPATION)] == [90, 70, 70, 70, 70]
        assert matches.ranked(session, "profile:ola") == []


def test_only_open_and_relevant_openings_are_ranked(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("yes"), ad("lead"), ad("no"), ad("gone")]})
        readings.save(session, 2, "h", reading(RelevanceAnswer.FIRST_LINE_LEAD), NOON)
        readings.save(session, 3, "h", reading(RelevanceAnswer.NO), NOON)
        postings.apply(session, "nav", {"gone": GONE}, 1, NOON)
        for opening in range(1, 5):
            matches.save(session, opening, OCCUPATION, match(), NOON)
        assert ranked(session) == [1, 2]
        assert ranked(session, relevance=("yes",)) == [1]
        assert ranked(session, relevance=("no",)) == [3]
        assert matches.card(session, 4, OCCUPATION).title == "Kundeservicesjef gone"


def test_every_word_of_a_query_must_stand_in_title_employer_place_or_text(store: Store):
    with store.write() as session:
        one_opening_each(
            session,
            {
                "nav": [
                    ad("a", description_html="<p>Vi bruker <strong>Zendesk</strong> &amp; Genesys</p>"),
                    ad("b", employer="Bølgekraft AS", places=(Place("Tromsø"),)),
                ]
            },
        )
        for opening in (1, 2):
            matches.save(session, opening, OCCUPATION, match(), NOON)
        found = {
            query: ranked(session, query=query)
            for query in ("zendesk", "GENESYS kundeservicesjef", "tromso bolgekraft", "zendesk tromsø", "strong", "  ")
        }
    assert found == {
        "zendesk": [1],
        "GENESYS kundeservicesjef": [1],
        "tromso bolgekraft": [2],
        "zendesk tromsø": [],
        "strong": [],
        "  ": [1, 2],
    }


def test_the_card_shows_the_best_values_of_all_sources(store: Store):
    long, early = "<p>" + "tekst " * 50 + "</p>", NOON - timedelta(days=5)
    salary = Salary(600000.0, None, "NOK", "year")
    teaser = ad("t", employer="Eksempel AS", extent_raw="Heltid", apply_url="https://søk", date_posted=early)
    full = ad("f", title="Leder", description_html=long, date_posted=NOON, salary=salary, places=(Place("Bergen"),))
    with store.write() as session:
        one, two = see(session, "nav", teaser)["t"], see(session, "finn", full, now=NOON + timedelta(1))["f"]
        readings.save(session, one, "h", reading(), NOON)
        readings.save(session, two, "h", reading(deadline=date(2026, 12, 24), deadline_kind=DeadlineKind.DATE), NOON)
        openings.save_groups(session, [[one, two]], {two: "same text"}, NOON)
        matches.save(session, 1, OCCUPATION, match(), NOON)
        card = matches.card(session, 1, OCCUPATION)
        assert matches.ranked(session, OCCUPATION) == [card]
    assert card.listings == (Listing("finn", "Leder", full.url, two), Listing("nav", teaser.title, teaser.url, one))
    assert (card.title, card.employer, card.extent, card.salary) == ("Leder", "Eksempel AS", "Heltid", salary)
    assert (card.apply_url, card.published, card.first_seen) == ("https://søk", early, NOON)
    assert (card.deadline, card.deadline_kind) == (date(2026, 12, 24), DeadlineKind.DATE)
    assert (card.places, card.match) == ((Place("Bergen"),), match())


def test_a_card_lists_only_the_sources_that_still_show_the_ad(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a")], "finn": [ad("b")]})
        openings.save_groups(session, [[1, 2]], {}, NOON)
        matches.save(session, 1, OCCUPATION, match(), NOON)
        postings.apply(session, "nav", {"a": GONE}, 1, NOON)
        (card,) = matches.ranked(session, OCCUPATION)
        assert [listing.source for listing in card.listings] == ["finn"]
        # The link of the opening that was merged away still leads to the card.
        assert matches.card(session, 2, OCCUPATION) == card


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ([(None, DeadlineKind.NONE)], (None, DeadlineKind.NONE)),
        ([(None, DeadlineKind.ASAP), (None, DeadlineKind.ROLLING)], (None, DeadlineKind.ASAP)),
        ([(None, DeadlineKind.ASAP), (date(2027, 1, 1), DeadlineKind.DATE)], (date(2027, 1, 1), DeadlineKind.DATE)),
    ],
)
def test_a_date_beats_a_word_and_a_word_beats_silence(store: Store, said, shown):
    with store.write() as session:
        ads = [ad(str(n), deadline=day, deadline_kind=kind) for n, (day, kind) in enumerate(said)]
        one_opening_each(session, {"nav": ads})
        openings.save_groups(session, [list(range(1, len(said) + 1))], {}, NOON)
        matches.save(session, 1, OCCUPATION, match(), NOON)
        card = matches.card(session, 1, OCCUPATION)
    assert (card.deadline, card.deadline_kind) == shown


def test_what_is_kept_leaves_out_what_is_closed_and_what_is_gone_is_dropped(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("stays"), ad("not relevant now"), ad("closed"), ad("merged")]})
        matches.renew(session, OCCUPATION, [(opening, OCCUPATION, match(60)) for opening in range(1, 5)], (), NOON)
        postings.apply(session, "nav", {"closed": GONE}, 1, NOON)
        openings.save_groups(session, [[1, 4]], {}, NOON)
        kept = matches.kept(session, OCCUPATION)
        assert kept.keys() == {1, 2, 4}
        assert matches.Kept(60, match().version, True, NOON) == kept[1]
        assert matches.kept(session, "profile:ola") == {}
        matches.renew(session, OCCUPATION, [(1, OCCUPATION, match(61))], kept.keys() - {1}, NOON)
        assert ranked(session) == [1]
        assert matches.kept(session, OCCUPATION) == {1: matches.Kept(61, match().version, False, NOON)}
        assert matches.card(session, 3, OCCUPATION).match.score == 60
        with pytest.raises(NotStoredError, match="not been scored"):
            matches.card(session, 2, OCCUPATION)


def test_a_card_holds_what_a_full_ad_says(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [FULL]})
        matches.save(session, 1, OCCUPATION, match(), NOON)
        card = matches.card(session, 1, OCCUPATION)
    assert (card.title, card.employer, card.places, card.salary) == (
        FULL.title,
        FULL.employer,
        FULL.places,
        FULL.salary,
    )
    assert replace(card, match=match()) == card
