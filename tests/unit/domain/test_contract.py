"""What a run brought, measured by what complete runs brought before."""

import pytest

from domain.contract import (
    ADS,
    ALL,
    EMPLOYERS,
    FACTS,
    PARTNERS,
    Yield,
    broken,
    by_voice,
    changed_at_once,
    lost_fact,
    none_kept,
    resized,
    shrunk,
    size_of,
    sized,
    square_of,
    usual_ads,
)
from domain.runs import RunFacts, RunState, judge


def healthy(ads=40, read=40, **stated):
    """A run in which every ad stated every fact, but for those that ``stated`` counts."""
    return Yield(ads, read, {**dict.fromkeys(FACTS, read), **stated})


def ended(brought, *before, **more):
    return judge(RunFacts("finished", listing_complete=True, brought=brought, before=before, source="acme", **more))


def test_the_first_run_has_nothing_to_be_measured_by():
    assert usual_ads([]) is None
    assert ended(healthy(3, 3)).state is RunState.COMPLETE


@pytest.mark.parametrize(("ads", "believed"), [(40, True), (20, True), (19, False), (1, False), (0, False)])
def test_a_list_of_less_than_half_is_not_believed(ads, believed):
    assert (shrunk(healthy(ads), [healthy()]) is None) is believed


def test_one_odd_run_does_not_move_the_measure():
    before = [healthy(21), healthy(40), healthy(40), healthy(42), healthy(39)]
    assert usual_ads(before) == 40
    assert shrunk(healthy(18), before)


def test_only_the_newest_complete_runs_measure():
    assert shrunk(healthy(6), [*[healthy(10)] * 5, *[healthy(100)] * 50]) is None


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_that_nearly_all_stated_and_now_none_states_is_missed(fact):
    told = lost_fact(healthy(**{fact: 0}), [healthy()])
    assert fact in told
    assert "0 of 40" in told


def test_three_ads_are_enough_to_miss_what_all_stated_and_two_are_not():
    assert lost_fact(healthy(3, 3, employer=0), [healthy()])
    assert lost_fact(healthy(2, 2, employer=0), [healthy()]) is None


def test_a_fact_that_half_of_the_ads_state_may_be_absent_from_a_few():
    usual = [healthy(deadline=20)]
    assert lost_fact(healthy(6, 6, deadline=0), usual) is None
    assert lost_fact(healthy(40, 40, deadline=0), usual)


def test_a_fact_that_was_seldom_stated_is_no_part_of_the_contract():
    assert lost_fact(healthy(deadline=0), [healthy(deadline=11)]) is None


def test_runs_that_read_nothing_neither_measure_nor_are_measured():
    assert lost_fact(healthy(employer=0), [Yield(40, 0, {})]) is None
    assert lost_fact(Yield(40, 0, {}), [healthy()]) is None


def test_the_verdict_says_what_to_look_at_and_what_to_type():
    verdict = ended(healthy(employer=1), healthy())
    assert verdict.state is RunState.DEGRADED
    assert "employer is stated by 1 of 40" in verdict.reason
    assert verdict.reason.endswith("jobbvakt sources accept acme")


def test_an_incremental_feed_may_be_empty_but_not_lose_its_facts():
    assert ended(Yield(0, 0, {}), healthy(), may_be_empty=True).state is RunState.COMPLETE
    assert ended(healthy(9, 9, text=0), healthy(), may_be_empty=True).state is RunState.DEGRADED


def test_what_all_ads_read_lack_is_told_again_though_none_of_them_is_new():
    usual = [Yield(12, 12, {ALL + ADS: 12, ALL + "employer": 12})]
    stored_without = Yield(12, 0, {ALL + ADS: 12, ALL + "employer": 0}, unchanged=12)
    assert "employer is stated by 0 of 12" in lost_fact(stored_without, usual)


def by_employers(ads, employers, with_text, **more):
    """A run of ``ads`` by so many ``employers``; ``with_text``: (ads, employers) that state a text."""
    stated = {EMPLOYERS: employers, "text": with_text[0], by_voice("text", EMPLOYERS): with_text[1]}
    return Yield(ads, ads, stated, **more)


def test_one_employers_batch_without_a_text_is_its_own_habit():
    usual = [by_employers(60, 40, (60, 40))] * 3
    assert lost_fact(by_employers(60, 21, (20, 20)), usual) is None, "40 of 60 ads, and yet one voice of 21"
    assert lost_fact(by_employers(40, 1, (0, 0)), usual) is None, "nothing but that batch"


def test_a_text_that_most_employers_ads_lack_is_lost():
    usual = [by_employers(60, 40, (60, 40))] * 3
    assert "text is stated by 2 of 60" in lost_fact(by_employers(60, 40, (2, 2)), usual)
    assert lost_fact(by_employers(4, 4, (0, 0)), usual), "few ads, but each of another employer"


def test_one_partners_batch_is_a_habit_too_whoever_the_employers_are():
    def run(ads, partners, with_text):
        stated = {PARTNERS: partners, EMPLOYERS: ads, "text": with_text[0]}
        return Yield(ads, ads, stated | {by_voice("text", PARTNERS): with_text[1], by_voice("text", EMPLOYERS): 0})

    usual = [Yield(60, 60, {**run(60, 9, (60, 9)).stated, by_voice("text", EMPLOYERS): 60})] * 3
    assert lost_fact(run(44, 1, (0, 0)), usual) is None
    assert lost_fact(run(44, 9, (0, 0)), usual)


def test_an_overlap_that_a_feed_repeats_is_no_sample():
    usual = [Yield(200, 200, {ALL + ADS: 200, ALL + "text": 190})]
    assert lost_fact(Yield(40, 0, {ALL + ADS: 40, ALL + "text": 3}), usual) is None
    assert lost_fact(Yield(190, 0, {ALL + ADS: 190, ALL + "text": 3}), usual)


def test_an_employer_with_a_source_of_its_own_is_measured_ad_by_ad():
    assert lost_fact(by_employers(12, 1, (0, 0)), [by_employers(12, 1, (12, 1))])


def test_a_share_that_a_complete_run_has_shown_is_not_lost():
    usual = [healthy(deadline=38), healthy(deadline=8), healthy(deadline=39)]
    assert lost_fact(healthy(deadline=6), usual) is None
    assert lost_fact(healthy(deadline=0), usual)


def test_several_lost_marks_are_named_the_telling_one_first():
    usual = healthy(**{"title:words": 40, "places.city": 40})
    told = lost_fact(healthy(places=0, **{"title:words": 0, "places.city": 0}), [usual])
    assert told.startswith("places is stated by 0 of 40")
    assert told.endswith("(also lost: places.city, title:words)")


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("title:words", "title reads as words"),
        ("employer:unlike", "employer that no other ad has is stated"),
        ("apply_url:own", "apply_url of the ad's own is stated"),
        ("places.city", "places.city is stated"),
    ],
)
def test_a_lost_mark_is_told_in_words(mark, words):
    assert lost_fact(healthy(**{mark: 1}), [healthy(**{mark: 40})]).startswith(f"{words} by 1 of 40 ads read, usually")


def of_length(doublings, ads=10, spread=0):
    """``spread``: half of the texts are so many doublings longer, the others shorter."""
    sizes = [round(10 * (doublings + spread)), round(10 * (doublings - spread))] * (ads // 2)
    squares = sum(size * size for size in sizes)
    return Yield(ads, ads, {size_of("text"): sum(sizes), square_of("text"): squares, sized("text"): ads})


@pytest.mark.parametrize(("doublings", "odd"), [(10, False), (11.5, False), (8.5, False), (12.5, True), (7, True)])
def test_a_text_many_times_as_long_or_as_short_is_another_text(doublings, odd):
    assert bool(resized(of_length(doublings), [of_length(10)])) is odd


def test_a_few_texts_have_no_usual_length():
    assert resized(of_length(14, ads=4), [of_length(10)]) is None
    assert resized(of_length(14), [of_length(10, ads=8)]) is None
    assert resized(of_length(12.5), [of_length(10, spread=1.5)]) is None, "where lengths differ anyway"
    assert "text is about 16384 characters long, usually about 1024" in resized(of_length(14), [of_length(10)])


def test_a_site_whose_pages_hold_no_ad_any_more_is_not_believed():
    usual = [Yield(42, 12, {}, left_out=30)] * 3
    assert "0 of 42 ads met are open and worth keeping, usually 29% (42 left out, 0 closed)" in none_kept(
        Yield(42, 0, {}, left_out=42), usual
    )
    assert none_kept(Yield(42, 0, {}, left_out=22, closed=20), usual)
    assert none_kept(Yield(42, 3, {}, left_out=35), usual) is None
    assert none_kept(Yield(1000, 0, {}, left_out=1000), [Yield(1000, 2, {}, left_out=998)]) is None


def test_all_ads_changing_at_once_is_not_believed_where_hardly_any_does():
    usual = [Yield(10, 3, {}, unchanged=7)] * 3
    assert "7 of 7 ads met again say something else" in changed_at_once(Yield(10, 10, {}, changed=7), usual)
    assert changed_at_once(Yield(10, 7, {}, changed=4, unchanged=3), usual) is None
    assert changed_at_once(Yield(10, 3, {}, changed=3), usual) is None, "three may change together"


def test_a_feed_that_tells_of_changes_brings_nothing_but_changed_ads():
    usual = [Yield(10, 10, {}, changed=6, unchanged=1)] * 3
    assert changed_at_once(Yield(10, 10, {}, changed=7), usual) is None
    assert changed_at_once(Yield(10, 10, {}, changed=7), [Yield(10, 10, {})]) is None, "nothing was met again before"


def test_a_few_ads_make_no_rule():
    assert lost_fact(healthy(4, 4, deadline=0), [healthy(2, 2)]) is None
    assert lost_fact(healthy(4, 4, deadline=0), [healthy(8, 8)]) is None
    assert lost_fact(healthy(4, 4, deadline=0), [healthy(20, 20)])


def test_what_runs_of_an_older_version_did_not_count_is_no_part_of_the_contract():
    old = Yield(40, 40, dict.fromkeys(FACTS, 40))
    now = Yield(40, 40, {**old.stated, "title:date": 40, ALL + ADS: 40, EMPLOYERS: 1, size_of("text"): 4000})
    assert broken(now, [old] * 5) is None
