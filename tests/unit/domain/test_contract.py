"""What a run brought, measured by what complete runs brought before."""

import pytest

from domain.contract import FACTS, Yield, facts_of, lost_fact, shrunk, usual_ads
from domain.postings import Draft
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
    assert lost_fact(healthy(deadline=0), [healthy(deadline=15)]) is None


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


def test_facts_are_counted_as_the_ad_states_them():
    assert facts_of(Draft("1", "https://example.org/1", "Kundeservicesjef")) == []
    full = Draft(
        "1", "https://example.org/1", "Leder", employer="Fjord AS", summary="Du leder.", deadline_raw="snarest"
    )
    assert facts_of(full) == ["employer", "text", "deadline"]
