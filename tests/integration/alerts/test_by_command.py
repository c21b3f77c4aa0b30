"""Alerts as an operator handles them: added, tried, previewed with reasons; suppressed addresses listed and let in."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from domain.accounts import Role
from storage import accounts, suppression
from tests.integration.alerts.world import add_opening
from tests.support.command import NOON, Home


def test_an_alert_is_added_previewed_with_its_reasons_and_tried_without_a_trace(tmp_path: Path) -> None:
    home = Home(tmp_path, {}, now=NOON.now())
    with home.store() as store:
        add_opening(store, NOON, "a")
    options = ("--email", "kari@example.no", "--frequency", "instant", "--quiet-from", "20:00", "--cap", "2")
    added = home.jobbvakt("alert", "add", *options)
    assert (added["frequency"], added["quiet_from"], added["daily_cap"]) == ("instant", "20:00:00", 2)
    assert added["confirmed"]  # no pages run, so whoever adds it vouches
    tried = home.jobbvakt("alert", "test", "1")
    message = message_from_bytes(Path(tried["file"]).read_bytes(), policy=default)
    assert message["Subject"] == tried["subject"] == "Prøve: 1 ny: Kundeservicesjef a, Oslo – frist tirsdag 1. juni"
    seen = home.jobbvakt("alert", "preview", "1")
    [opening] = seen["openings"]
    assert (opening["shown"], opening["score"].replace("\u00a0", " ")) == (True, "80 %")
    assert opening["reasons"] == [{"label": "har", "items": "CCSM"}, {"label": "mangler", "items": "engelsk"}]
    assert "frist tirsdag 1. juni" in seen["subject"]


def test_suppressed_addresses_are_listed_and_let_in(tmp_path: Path) -> None:
    home = Home(tmp_path, {}, now=NOON.now())
    with home.store() as store, store.write() as session:
        long_ago = NOON.now() - timedelta(days=40)
        accounts.add(session, "ola@example.no", Role.SEEKER, NOON.now())
        suppression.note_refusal(session, "Ola@example.no", "550 5.1.1 unknown", long_ago, gone=True)
        suppression.note_refusal(session, "per@example.no", "550 full", long_ago, gone=False)
    [listed] = home.jobbvakt("alert", "suppressed")
    assert (listed["address"], listed["why"]) == ("ola@example.no", "550 5.1.1 unknown")
    assert home.jobbvakt("alert", "suppressed", "--lift", "ola@example.no") == []
    home.jobbvakt("alert", "suppressed", "--lift", "ola@example.no")
    assert home.code == 3
    assert "this address is not suppressed" in home.errors


def test_an_alert_writes_in_the_language_it_was_added_with(tmp_path: Path) -> None:
    home = Home(tmp_path, {}, now=NOON.now())
    with home.store() as store:
        add_opening(store, NOON, "a")
    told = {}
    for language in ("nb", "nn", "en"):
        added = home.jobbvakt("alert", "add", "--email", f"{language}@example.no", "--language", language)
        subject = home.jobbvakt("alert", "preview", str(added["id"]))["subject"]
        told[language] = subject.rpartition("–")[2].split()[:2]
    assert told == {"nb": ["frist", "tirsdag"], "nn": ["frist", "tysdag"], "en": ["deadline", "Tuesday"]}
