"""What a person lacks, and what having it would change."""

from datetime import date

from domain.matching import Reading
from domain.profiles import Profile
from matcher.gaps import Gap, gaps
from matcher.occupation import load_occupation
from tests.unit.matcher.reading import read

TODAY = date(2026, 11, 20)


def _ad(*demands: str) -> Reading:
    items = "".join(f"<li>{demand}</li>" for demand in demands)
    return read(f"<h3>Krav</h3><ul>{items}</ul>")


def _found(ads: dict[int, Reading], *concepts: str, reach: int = 60) -> dict[str, Gap]:
    profile = Profile("kari", concepts=frozenset(concepts))
    return {gap.concept: gap for gap in gaps(ads, profile, load_occupation(), today=TODAY, reach=reach)}


def test_the_one_that_most_openings_ask_for_comes_first() -> None:
    ads = {1: _ad("Du har CCSM"), 2: _ad("Du har CCSM"), 3: _ad("Du har erfaring med Zendesk")}
    found = _found(ads, reach=45)
    assert list(found) == ["certification.ccsm", "tool.zendesk"]
    assert found["certification.ccsm"].must == 2
    assert set(found["certification.ccsm"].opened) == {1, 2}
    assert found["certification.ccsm"].gain > 0
    assert "CCSM" in found["certification.ccsm"].quote


def test_what_is_held_is_no_gap() -> None:
    assert "certification.ccsm" not in _found({1: _ad("Du har CCSM")}, "certification.ccsm")


def test_an_alternative_to_what_is_held_is_no_gap() -> None:
    ads = {1: _ad("Erfaring med Zendesk eller Freshdesk")}
    assert set(_found(ads)) == {"tool.zendesk", "tool.freshdesk"}
    assert _found(ads, "tool.zendesk") == {}


def test_what_no_ad_asks_for_is_no_gap() -> None:
    assert _found({1: _ad("CCSM er ikke et krav")}) == {}
    assert _found({}) == {}
