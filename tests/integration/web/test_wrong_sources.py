"""One source is written wrongly: the server starts, everybody is served, and the operator is told what to mend."""

import logging
import shutil

import pytest

from domain.accounts import Role, Scope
from domain.clock import FixedClock
from domain.errors import NothingFoundError
from operations.context import open_context
from operations.doctor import examine
from operations.sources import configured_sources, find_source, set_aside
from settings import Settings, SourceSettings, WebTable
from tests.integration.web.conftest import NOON, House
from tests.integration.web.every_page import OPERATOR, PUBLIC
from tests.integration.web.test_api import keyed
from web.app import create_app

TABLES = {
    "right": {"platform": "schema_org", "base_url": "https://jobb.example.org"},
    "nobody": {"platform": "teamtaylor", "base_url": "https://x.example.org"},
    "nowhere": {"platform": "schema_org", "base_url": "jobb.example.org"},
    "nav_feed": {"enabled": True, "base_urll": "https://x.example.org"},
}
WRONG = {"nobody", "nowhere", "nav_feed"}


def settings_in(folder):
    tables = {name: SourceSettings(**table) for name, table in TABLES.items()}
    return Settings(data_dir=folder, web=WebTable(host="testserver"), sources=tables)


@pytest.fixture
def house(model, tmp_path, caplog):
    shutil.copytree(model, tmp_path / "var")
    with open_context(settings_in(tmp_path / "var"), FixedClock(NOON)) as context, caplog.at_level(logging.WARNING):
        yield House(context, create_app(context))


def test_everybody_is_served_and_the_operator_reads_what_is_wrong(house, caplog):
    assert [record.getMessage()[:20] for record in caplog.get_records("setup")] == ["a source is left out"] * 3
    visitor, operator = house.visit(), house.visit(Role.OPERATOR)
    assert {path: visitor.get(path).status_code for path in PUBLIC if path != "/finnes-ikke"} == dict.fromkeys(
        [path for path in PUBLIC if path != "/finnes-ikke"], 200
    )
    assert {path: operator.get(path).status_code for path in OPERATOR} == dict.fromkeys(OPERATOR, 200)
    page = operator.get("/drift").text
    assert "Kilder med gale innstillinger" in page
    assert "ukjent plattform</strong>: sources.nobody.platform = &#39;teamtaylor&#39;" in page
    assert "det er ingen nettadresse" in page
    assert "mente du «base_url»" in page
    assert "Kilder med gale innstillinger" in operator.get("/drift/kilder").text
    findings = keyed(house, Role.OPERATOR, *Scope).get("/api/v1/system").json()["findings"]
    assert {item["what"] for item in findings if not item["ok"]} == {f"source {name}" for name in WRONG}


def test_a_wrong_source_is_not_crawled_by_what_its_portal_says(tmp_path):
    sound, wrong = set_aside(settings_in(tmp_path))
    assert set(wrong) == WRONG
    sources = configured_sources(sound)
    assert sources["right"].enabled
    assert not sources["nav_feed"].enabled
    with pytest.raises(NothingFoundError):
        find_source(sound, "nobody")
    assert set_aside(sound) == (sound, {})


def test_the_doctor_names_each(tmp_path):
    found = {item.what for item in examine(settings_in(tmp_path), FixedClock(NOON)) if not item.ok}
    assert {f"source {name}" for name in WRONG} <= found
