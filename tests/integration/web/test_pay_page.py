"""Pay: what ads state, what others say with its source, and one ad's own beside both."""

from datetime import UTC, datetime

import pytest

from matcher.pay_figures import pay_figures
from operations.pay import spread, stated_pay
from storage.statistics import Stated
from web.texts import LANGUAGES, texts

DAY = datetime(2026, 11, 2, 11, tzinfo=UTC)


def test_the_page_tells_the_share_the_spread_and_keeps_others_figures_apart(house):
    text = house.visit().get("/lonn").text
    assert "oppgir lønn: 6 av 12 stillinger" in text
    assert "770\u00a0000" in text  # the median of six stated ranges, 670,000 to 870,000
    assert "619\u00a0280" in text
    assert "ikke våre" in text
    assert "https://www.ssb.no/statbank/table/11418" in text


def test_few_figures_are_not_told_by_county(house):
    with house.context.store.read() as session:
        found = stated_pay(session, house.context.clock.now())
    assert (found.whole.total, found.whole.stated, found.whole.quartiles is not None) == (12, 6, True)
    assert sum(one.total for one in found.counties) == 12
    assert [one.quartiles for one in found.counties] == [None] * len(found.counties)
    assert [one.name for one in found.quarters] == ["2026 4"]


@pytest.mark.parametrize(("number", "told"), [(4, False), (5, True)])
def test_a_group_is_told_when_no_ad_can_be_told_apart(number, told):
    found = spread(
        "Oslo", [Stated(600_000.0 + 1000 * n, DAY, ("Oslo",)) for n in range(number)] + [Stated(None, DAY, ())]
    )
    assert (found.total, found.stated, found.quartiles is not None) == (number + 1, number, told)
    assert found.share == number / (number + 1)


def test_an_empty_group_has_no_share():
    assert spread("", []).share == 0


def test_an_opening_stands_beside_other_ads_and_the_article(house):
    stated = house.visit().get("/stilling/2").text
    assert "Oransje: lønnen i denne annonsen." in stated
    assert "En karriereartikkel oppgir 619\u00a0280 kr" in stated
    silent = house.visit().get("/stilling/1").text
    assert "Oransje" not in silent


def test_the_articles_figures_are_named_in_every_language():
    for language in LANGUAGES:
        assert all(texts(language).has(f"pay_group.{name}") for name in pay_figures().article)
