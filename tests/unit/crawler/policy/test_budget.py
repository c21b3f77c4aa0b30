"""A run's limits: reached exactly, never passed, and told."""

from collections.abc import Callable

import pytest

from crawler.policy.budget import Budget
from crawler.policy.errors import FetchError
from crawler.policy.limits import Limits
from domain.runs import ProblemCode


def _until_refused(spend: Callable[[], None], most: int = 100) -> int:
    refusals: list[FetchError | None] = []
    for _ in range(most):
        try:
            spend()
            refusals.append(None)
        except FetchError as error:
            refusals.append(error)
    spent = refusals.count(None)
    assert all(error and error.code is ProblemCode.BUDGET and error.ends_crawl for error in refusals[spent:])
    return spent


def test_pages_are_counted_up_to_the_limit() -> None:
    budget = Budget(Limits(pages=7))
    assert _until_refused(lambda: budget.spend_page("u")) == 7
    assert budget.pages == 7


def test_ads_are_counted_up_to_the_limit() -> None:
    budget = Budget(Limits(ads=3))
    assert _until_refused(lambda: budget.spend_ad("u")) == 3


def test_ads_are_unlimited_unless_asked() -> None:
    budget = Budget(Limits())
    for _ in range(1000):
        budget.spend_ad("u")


def test_nothing_is_sent_once_the_bytes_are_used_up() -> None:
    budget = Budget(Limits(total_bytes=10))
    budget.spend_page("u")
    budget.spend_bytes(10)
    with pytest.raises(FetchError, match="MiB"):
        budget.spend_page("u")


def test_nothing_is_sent_once_the_time_is_over() -> None:
    now = [50.0]
    budget = Budget(Limits(seconds=60), lambda: now[0])
    budget.spend_page("u")
    now[0] = 110.0
    with pytest.raises(FetchError, match="1 minutes"):
        budget.spend_page("u")
