"""A crawl's door: shut for good by the first error that ends the crawl, and wary of circles."""

from datetime import UTC, datetime

import pytest

from crawler.job import CrawlJob
from crawler.policy.door import SAME_LISTING_TIMES, Door
from crawler.policy.errors import FetchError
from domain.runs import ProblemCode
from domain.sources import Portal, Source, Terms

URL = "https://a.example/list"


def _door() -> Door:
    source = Source("a", "b", Portal("Test", "https://t.example", "NO", Terms.OFFICIAL), "https://a.example")
    return Door(CrawlJob(1, source, "spool", datetime(2026, 11, 23, tzinfo=UTC)))


def test_a_shut_door_tells_everybody_the_first_reason() -> None:
    door = _door()
    door.admit(URL)
    first = FetchError(ProblemCode.THROTTLED, "wait", url=URL)
    door.close(first)
    door.close(FetchError(ProblemCode.BUDGET, "done", url=URL))
    with pytest.raises(FetchError) as caught:
        door.admit(URL)
    assert caught.value is first
    assert door.budget.pages == 1


def test_a_list_that_keeps_leading_back_to_a_page_is_a_circle() -> None:
    door = _door()
    for _ in range(SAME_LISTING_TIMES):
        door.check_loop(URL, "GET", listing=True)
    with pytest.raises(FetchError) as caught:
        door.check_loop(URL, "GET", listing=True)
    assert caught.value.code is ProblemCode.LOOP


def test_ads_and_searches_may_be_asked_for_as_often_as_needed() -> None:
    door = _door()
    for _ in range(10):
        door.check_loop(URL, "GET", listing=False)
        door.check_loop(URL, "POST", listing=True)
