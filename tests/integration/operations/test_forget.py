"""A person's rights, by command: a word that stands in all they left is nowhere in the data folder afterwards."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from domain.accounts import Role
from operations.upkeep import CONTACTS_FOR, tidy
from storage import accounts, alerts, feeds, postings, profiles, saved
from storage.tables import CONTACT, POSTING
from storage.tables_alerts import FEED
from storage.tables_matching import OPENING
from tests.support.command import Home

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "fixtures" / "portals" / "finn" / "saved_ad" / "page.html"
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
CANARY = "kanarifuglen"
EMAIL = f"{CANARY}@example.org"
WRITTEN = f"{CANARY.title()}@Example.org"


@pytest.fixture
def home(tmp_path, left):
    """A copy of it for each test."""
    shutil.copytree(left, tmp_path / "home")
    return Home(tmp_path / "home", {}, now=NOON)


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """A store in which Kanarifuglen left all that a person can leave, and Ola something too."""
    home = Home(tmp_path_factory.mktemp("left"), {}, now=NOON)
    home.jobbvakt("import", str(PAGE))
    for name, address in ((CANARY, WRITTEN), ("ola", "ola@example.org")):
        home.jobbvakt("profile", "add", name, "--has", "CCSM")
        home.jobbvakt("alert", "add", "--email", address, "--profile", name, "--name", f"Varsel for {name}")
    home.jobbvakt("digest")
    hook = f"https://hooks.example.org/{CANARY}"
    home.jobbvakt("alert", "add", "--email", WRITTEN, "--name", f"Krok for {CANARY}", "--channel", hook)
    home.jobbvakt("digest", "--no-send")  # nobody is there to take it
    with home.store() as store, store.write() as session:
        for alert in alerts.all_alerts(session):
            feeds.open_anew(session, alert.id, NOON)
    with home.store() as store, store.write() as session:
        opening = session.execute(select(OPENING.c.id)).scalars().first()
        posting = session.execute(select(POSTING.c.id)).scalars().first()
        mine = accounts.add(session, EMAIL, Role.RECRUITER, NOON)
        saved.save(session, mine.id, opening, NOON, notes=f"{CANARY} noterer")
        listed = saved.add_list(session, mine.id, f"Listen til {CANARY}", NOON)
        saved.put(session, listed, opening, f"{CANARY} mener", NOON)
        accounts.add_token(session, "digest", EMAIL, NOON, NOON + timedelta(minutes=30))
        session.execute(insert(CONTACT).values(posting_id=posting, position=9, name=CANARY, email=WRITTEN))
    return home.folder


def traces(home):
    """Files of the data folder, backups apart, that hold the word in any spelling."""
    return sorted(
        path.name
        for path in home.folder.rglob("*")
        if path.is_file() and "backups" not in path.parts and CANARY.encode() in path.read_bytes().lower()
    )


def test_everything_is_handed_over_and_nothing_is_left(home, tmp_path_factory):
    assert len(traces(home)) >= 2, "the store and the message"
    exported = tmp_path_factory.mktemp("export") / "person.json"
    done = home.jobbvakt("forget", EMAIL, "--export", str(exported), "--yes")
    assert home.code == 0, home.errors
    assert done | {"backups": []} == {
        "account": True,
        "alerts": 2,
        "profiles": 1,
        "contacts": 1,
        "pages": 0,
        "files": 1,
        "backups": [],
    }
    kept = json.loads(exported.read_text(encoding="utf-8"))
    assert kept["account"]["email"] == EMAIL
    assert [item["name"] for item in kept["profiles"]] == [CANARY]
    assert kept["saved_openings"][0]["notes"] == f"{CANARY} noterer"
    assert [item["channel"] for item in kept["alerts"]] == ["", f"https://hooks.example.org/{CANARY}"]
    assert [item["since"] for item in kept["feeds"]] == [NOON.isoformat()] * 2
    assert len(kept["messages"]) - 1 == len(kept["message_files"]) == len(kept["contact_in_ads"]) == 1
    assert exported.stat().st_mode & 0o077 == 0
    assert traces(home) == []
    with home.store() as store, store.read() as session:
        assert session.execute(select(func.count()).select_from(FEED)).scalar_one() == 1, "Ola's"


def test_nobody_else_is_forgotten(home):
    home.jobbvakt("forget", EMAIL, "--yes")
    with home.store() as store, store.read() as session:
        assert [alert.email for alert in alerts.all_alerts(session)] == ["ola@example.org"]
        assert [profile.name for profile in profiles.all_profiles(session)] == ["ola"]
    assert len(list((home.folder / "outbox").glob("*.eml"))) == 1


def test_an_export_that_cannot_be_written_erases_nothing(home, tmp_path_factory):
    there = tmp_path_factory.mktemp("export") / "mine.json"
    there.write_text("mine")
    home.jobbvakt("forget", EMAIL, "--export", str(there), "--yes")
    assert home.code == 2
    assert "nothing was erased" in home.errors
    assert there.read_text() == "mine"
    with home.store() as store, store.read() as session:
        assert len(alerts.all_alerts(session)) == 3


def test_an_address_of_nobody_is_told(home):
    home.jobbvakt("forget", "nobody@example.org", "--yes")
    assert home.code == 3
    assert "nothing is kept about this address" in home.errors


def test_contact_persons_of_ads_long_closed_are_wiped_by_the_hour(home):
    with home.store() as store, store.write() as session:
        session.execute(POSTING.update().values(status="withdrawn", closed_at=NOON))
        assert tidy(session, NOON + CONTACTS_FOR)[1] == 0
        wiped = tidy(session, NOON + CONTACTS_FOR + timedelta(seconds=1))[1]
        (posting,) = session.execute(select(POSTING.c.id)).scalars()
        assert wiped >= 1
        assert postings.contacts(session, [posting]) == {}
