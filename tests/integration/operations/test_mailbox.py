"""A mailbox source against a real IMAP server on loopback: read once, read on, never written to."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawler.mailbox import quoted_name
from operations.locks import source_lock
from tests.support.command import Home
from tests.support.imap_server import imap_server

MAILS = Path(__file__).resolve().parents[3] / "fixtures" / "mails"
FINN, INDEED, LINKEDIN = (path.read_bytes() for path in sorted(MAILS.glob("*.eml")))
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


def home_of(folder, server, path="", **table):
    settings = {"platform": "mailbox", "base_url": server.url + path, "username": "kari", "password": "hemmelig"}
    return Home(folder, {"my_mail": settings | table}, now=NOON)


def test_new_mails_are_read_once_and_the_folder_is_left_as_it_was(tmp_path):
    with imap_server() as server:
        server.add(FINN)
        server.add(b"Subject: Hei\r\n\r\nIngen jobb her.\r\n")
        server.add(LINKEDIN)
        home = home_of(tmp_path, server)
        first = home.crawl("my_mail")["my_mail"]
        asked = list(server.commands)
        server.add(INDEED)
        second = home.crawl("my_mail")["my_mail"]
        third = home.crawl("my_mail")["my_mail"]
    assert (first["state"], first["postings"]["new"], first["pages"]) == ("complete", 12, 3)
    assert (second["postings"]["new"], second["pages"]) == (6, 1)
    assert (third["postings"]["seen"], third["pages"], third["state"]) == (0, 0, "complete")
    assert any("EXAMINE" in line for line in asked)
    assert not any(word in line for line in asked for word in ("SELECT ", "STORE", "EXPUNGE", "DELETE", "APPEND"))
    assert all("PEEK" in line for line in asked if "BODY" in line)


def test_the_first_look_goes_back_sixty_days_and_no_further(tmp_path):
    with imap_server() as server:
        server.add(FINN, day=date(2026, 6, 1))
        server.add(LINKEDIN)
        run = home_of(tmp_path, server).crawl("my_mail")["my_mail"]
    assert run["postings"]["new"] == 6


def test_a_folder_that_was_made_anew_is_read_from_its_beginning(tmp_path):
    with imap_server() as server:
        server.add(FINN)
        home = home_of(tmp_path, server)
        home.crawl("my_mail")
        server.validity = 8
        again = home.crawl("my_mail")["my_mail"]
    assert (again["pages"], again["postings"]["unchanged"]) == (1, 6)


def test_a_folder_is_named_in_the_address_also_with_norwegian_letters(tmp_path):
    with imap_server(folders={quoted_name("Jobb/Året"): []}) as server:
        server.add(FINN, folder=quoted_name("Jobb/Året"))
        run = home_of(tmp_path, server, "/Jobb/%C3%85ret").crawl("my_mail")["my_mail"]
    assert run["postings"]["new"] == 6


@pytest.mark.parametrize(
    ("folder", "expected"),
    [("INBOX", "INBOX"), ("Året", "&AMU-ret"), ("R&D", "R&-D"), ('a"b', 'a\\"b'), ("æøå", "&AOYA+ADl-")],
)
def test_names_of_folders_are_written_in_modified_utf7(folder, expected):
    assert quoted_name(folder) == expected


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        ({"password": "feil"}, "wrong password"),
        ({"path": "/Finnes ikke"}, "no folder 'Finnes ikke'"),
        ({"drop_after": 3}, "mailbox cannot be read"),
        ({"announced": 900_000_000}, "announces 900000000 bytes"),
    ],
)
def test_a_mailbox_that_cannot_be_read_is_a_failed_run_with_a_reason_and_loses_nothing(tmp_path, trouble, told):
    with imap_server() as server:
        server.add(FINN)
        server.drop_after, server.announced = trouble.get("drop_after"), trouble.get("announced")
        home = home_of(tmp_path, server, trouble.get("path", ""), password=trouble.get("password", "hemmelig"))
        failed = home.crawl("my_mail")["my_mail"]
        assert home.code == 1
        server.drop_after = server.announced = None
        well = home_of(tmp_path, server).crawl("my_mail")["my_mail"]
    assert failed["state"] == "failed"
    assert told in failed["reason"]
    assert "hemmelig" not in str(failed)
    assert well["postings"]["new"] == 6


def test_a_server_that_is_not_there_is_a_failed_run(tmp_path):
    with imap_server() as server:
        home = home_of(tmp_path, server)
    failed = home.crawl("my_mail")["my_mail"]
    assert failed["state"] == "failed"
    assert "mailbox cannot be read" in failed["reason"]


def test_two_looks_at_once_do_not_read_the_same_mails_twice(tmp_path):
    with imap_server() as server, source_lock(tmp_path, "my_mail") as ours:
        assert ours
        server.add(FINN)
        home = home_of(tmp_path, server)
        assert home.jobbvakt("crawl", "my_mail", "--no-match") is None
        assert "being read already" in home.errors
        assert server.commands == []


def test_settings_that_cannot_be_right_are_told(tmp_path):
    with imap_server() as server:
        home = home_of(tmp_path, server, password="")
        failed = home.crawl("my_mail")["my_mail"]
        assert "JOBBVAKT_SOURCES__MY_MAIL__PASSWORD" in failed["reason"]
    bad = Home(tmp_path, {"my_mail": {"platform": "mailbox", "base_url": "https://imap.example.org"}})
    bad.jobbvakt("sources", "list")
    assert bad.code == 5
    assert "imaps://" in bad.errors


def test_the_password_may_come_from_the_environment_and_is_never_shown(tmp_path, monkeypatch):
    monkeypatch.setenv("JOBBVAKT_SOURCES__MY_MAIL__PASSWORD", "hemmelig")
    with imap_server() as server:
        server.add(FINN)
        settings = {"platform": "mailbox", "base_url": server.url, "username": "kari"}
        home = Home(tmp_path, {"my_mail": settings}, now=NOON)
        assert home.crawl("my_mail")["my_mail"]["postings"]["new"] == 6
        listed = home.jobbvakt("sources", "list")
    assert "hemmelig" not in str(listed)
    assert next(one for one in listed if one["name"] == "my_mail")["terms"] == "tenant"
