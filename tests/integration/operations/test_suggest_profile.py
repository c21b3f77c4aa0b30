"""A CV becomes a profile by command: shown with its words, stored only when that is confirmed, and kept nowhere."""

from tests.support.command import NOON, Home
from tests.unit.matcher.test_cv import NB


def test_a_suggestion_is_stored_when_it_is_confirmed_and_the_text_is_not(tmp_path):
    (tmp_path / "home").mkdir()
    home = Home(tmp_path / "home", {}, now=NOON.now())
    cv = tmp_path / "cv.txt"
    cv.write_text("Kanarifuglen synger\n" + NB, encoding="utf-8")
    found = home.jobbvakt("profile", "suggest", "kari", str(cv))
    assert home.code == 0, home.errors
    assert found["words"]["salary_floor"] == "Lønn fra 650 000"
    home.jobbvakt("profile", "show", "kari")
    assert home.code == 3, "only suggested"
    home.jobbvakt("profile", "add", "kari", "--has", "Salesforce", "--education", "master")
    home.jobbvakt("profile", "suggest", "kari", str(cv), "--yes")
    stored = home.jobbvakt("profile", "show", "kari")
    assert {"tool.salesforce", "tool.zendesk"} <= set(stored["concepts"])
    assert (stored["education"], stored["extent_min"], stored["municipalities"]) == ("master", 80, ["Bergen"])
    home.jobbvakt("profile", "suggest", "kari", str(cv), "--yes")
    assert home.code == 3, "the text says nothing new"
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert [path.name for path in files if b"Kanarifuglen" in path.read_bytes()] == []


def test_a_place_to_be_near_needs_a_distance_and_must_be_known(tmp_path):
    home = Home(tmp_path, {}, now=NOON.now())
    assert home.jobbvakt("profile", "add", "kari", "--near", "Oslo", "--radius", "40")["radius_km"] == 40
    for wrong in (("--near", "Oslo"), ("--radius", "40"), ("--near", "Atlantis", "--radius", "40")):
        home.jobbvakt("profile", "add", "kari", *wrong)
        assert home.code == 2, wrong
