"""Adding an employer and accepting terms, by command: the file changes, its comments stay, and who said yes is kept."""

import os
import tomllib
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from storage import audit
from storage.engine import Store
from tests.integration.portals.sites import Site
from tests.support import warm
from tests.support.command import NOON

ROOT = Path(__file__).resolve().parents[3]
FILE = '# mine\n[crawl]\ncontact = "a@example.org"   # a remark\n'


class Config:
    """A settings file, and commands that change it."""

    def __init__(self, folder):
        self.folder, self.path = folder, folder / "jobbvakt.toml"
        self.path.write_text(FILE, encoding="utf-8")

    def run(self, *words):
        environment = os.environ | {"JOBBVAKT_DATA_DIR": str(self.folder / "var")}
        done = warm.run(*words, "--config", str(self.path), env=environment, seconds=60)
        self.out, self.errors = done.stdout, done.stderr
        return done.returncode

    @property
    def sources(self):
        return tomllib.loads(self.path.read_text(encoding="utf-8")).get("sources", {})


@pytest.fixture
def config(tmp_path):
    return Config(tmp_path)


def test_an_employers_address_becomes_a_table_and_comments_stay(config):
    assert config.run("sources", "add", "https://job-boards.eu.greenhouse.io/tindra/jobs/4820117101") == 0
    assert config.sources == {
        "tindra": {"platform": "greenhouse", "base_url": "https://boards-api.greenhouse.io/v1/boards/tindra"}
    }
    assert config.path.read_text(encoding="utf-8").startswith(FILE)
    assert "jobbvakt crawl tindra" in config.out


def test_names_and_employers_may_be_said_and_no_name_is_given_twice(config):
    config.run("sources", "add", "https://jobs.lever.co/acme", "--employer", "Acme Ørret AS")
    config.run("sources", "add", "https://acme.recruitee.com", "--name", "acme_recruitee")
    config.run("sources", "add", "https://acme-orret-as.varbi.com")
    assert {name: table["platform"] for name, table in config.sources.items()} == {
        "acme_orret_as": "lever",
        "acme_recruitee": "recruitee",
        "acme_orret_as_2": "varbi",
    }
    assert config.sources["acme_orret_as"]["employer"] == "Acme Ørret AS"
    assert config.run("sources", "add", "https://acme.teamtailor.com", "--name", "acme_recruitee") == 2
    assert config.run("sources", "add", "https://acme.teamtailor.com", "--name", "../x") == 2


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://www.finn.no/job/ad/480000001", "a source of its own"),
        ("not an address", "not a web address"),
        ("https://jobs.lever.co/acme", "there already"),
        ("https://candidate.hr-manager.net/ApplicationInit.aspx?cid=1", "looks like https://candidate.hr-manager.net/"),
    ],
)
def test_what_cannot_be_added_is_told_and_changes_nothing(config, url, told):
    config.run("sources", "add", "https://jobs.lever.co/acme")
    before = config.path.read_text(encoding="utf-8")
    assert config.run("sources", "add", url) == 2
    assert told in config.errors
    assert config.path.read_text(encoding="utf-8") == before


def test_an_opt_in_employer_is_added_switched_off(config):
    config.run("sources", "add", "https://jobs.smartrecruiters.com/Havblikk/7")
    assert config.sources["havblikk"]["enabled"] is False
    assert "jobbvakt sources enable havblikk" in config.out


def test_terms_are_printed_and_nobody_is_taken_for_a_yes(config):
    assert config.run("sources", "enable", "linkedin") == 2
    assert "User-agent" not in config.errors
    assert "LinkedIn's user agreement forbids automated access" in config.errors
    assert "--accept-terms" in config.errors
    assert config.sources == {}


def test_who_accepted_and_when_is_recorded(config):
    assert config.run("sources", "enable", "linkedin", "--accept-terms", "Kari Nordmann") == 0
    store = Store.open(f"sqlite:///{config.folder / 'var' / 'jobbvakt.db'}", clock=NOON)
    with closing(store), store.read() as session:
        (entry,) = audit.recent(session)
    assert (entry.action, entry.subject, entry.detail) == ("source.enable", "linkedin", "terms accepted")
    table = config.sources["linkedin"]
    assert (table["enabled"], table["terms_accepted_by"]) == (True, "Kari Nordmann")
    assert isinstance(table["terms_accepted_at"], datetime)
    assert table["terms_accepted_at"].tzinfo
    config.run("sources", "disable", "linkedin")
    assert config.run("sources", "enable", "linkedin") == 0
    assert "Accepted by Kari Nordmann on" in config.errors
    assert config.sources["linkedin"]["terms_accepted_by"] == "Kari Nordmann"


def test_a_blank_name_is_no_acceptance(config):
    assert config.run("sources", "enable", "linkedin", "--accept-terms", "  ") == 2
    assert config.sources == {}


def test_an_opt_in_source_that_was_only_switched_on_by_hand_is_not_asked(config, tmp_path):
    with Site() as server:
        more = f'[sources.indeed]\nenabled = true\nallow_loopback = true\nbase_url = "{server.url}"\n'
        config.path.write_text(FILE + more, encoding="utf-8")
        assert config.run("crawl", "indeed", "--data-dir", str(tmp_path / "var")) == 5
        assert server.paths == []
    assert "have not been accepted" in config.errors
    assert "Indeed's terms forbid automated access" in config.errors


def test_an_accepted_source_still_obeys_robots_txt(config, tmp_path):
    with Site({"/robots.txt": "User-agent: *\nDisallow: /"}) as server:
        more = f'[sources.indeed]\nallow_loopback = true\nbase_url = "{server.url}"\n'
        config.path.write_text(FILE + more, encoding="utf-8")
        config.run("sources", "enable", "indeed", "--accept-terms", "Kari Nordmann")
        assert config.run("crawl", "indeed", "--json", "--no-match", "--data-dir", str(tmp_path / "var")) == 1
        assert server.paths == ["/robots.txt"]
    assert '"state": "blocked"' in config.out


def test_keys_and_passwords_are_never_printed(config, tmp_path):
    more = '[sources.finn]\napi_key = "s3cr3t"\n[sources.post]\nplatform = "mailbox"\nbase_url = "imaps://i.example"\n'
    config.path.write_text(FILE + more + 'username = "kari"\npassword = "hemm3lig"\n', encoding="utf-8")
    for words in (("config", "show"), ("sources", "list", "--json", "--data-dir", str(tmp_path / "var"))):
        config.run(*words)
        assert "s3cr3t" not in config.out + config.errors
        assert "hemm3lig" not in config.out + config.errors


def test_sweden_is_off_until_it_is_wanted(config, tmp_path):
    config.run("sources", "list", "--json", "--data-dir", str(tmp_path / "var"))
    assert config.run("sources", "enable", "jobtech") == 0
    assert config.sources["jobtech"] == {"enabled": True}
