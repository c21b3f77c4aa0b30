"""What a person brings, by command: mails, pages and lists, stored as ads of their portals and marked as imported."""

import json
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.errors import UsageError
from operations import unpacking
from tests.support.command import Home

ROOT = Path(__file__).resolve().parents[3]
MAILS = ROOT / "fixtures" / "mails"
NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
PAGE = ROOT / "fixtures" / "portals" / "finn" / "saved_ad" / "page.html"


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path, {}, now=NOON)


def test_three_mails_bring_eighteen_ads_of_three_portals(home):
    found = home.jobbvakt("import", *map(str, sorted(MAILS.glob("*.eml"))), "--no-match")
    assert home.code == 0, home.errors
    assert {Path(one["file"]).name: one["ads"] for one in found["files"]} == {
        "finn_saved_search.eml": {"finn": 6},
        "indeed_job_alert.eml": {"indeed": 6},
        "linkedin_job_alert.eml": {"linkedin": 6},
    }
    assert (found["state"], found["source"], found["trigger"]) == ("complete", "import", "import")
    assert found["postings"]["new"] == 18


def test_the_same_again_changes_nothing(home):
    home.jobbvakt("import", str(MAILS / "finn_saved_search.eml"), "--no-match")
    again = home.jobbvakt("import", str(MAILS / "finn_saved_search.eml"), "--no-match")
    assert (again["postings"]["new"], again["postings"]["unchanged"]) == (0, 6)


def test_a_mails_teaser_never_takes_the_place_of_a_saved_pages_text(home, tmp_path):
    mail = (MAILS / "finn_saved_search.eml").read_bytes().replace(b"479401203", b"480000001")
    (tmp_path / "alert.eml").write_bytes(mail)
    shutil.copy(PAGE, tmp_path / "ad.html")
    first = home.jobbvakt("import", str(tmp_path / "alert.eml"), "--no-match")
    page = home.jobbvakt("import", str(tmp_path / "ad.html"), "--no-match")
    again = home.jobbvakt("import", str(tmp_path / "alert.eml"), "--no-match")
    assert first["postings"]["new"] == 6
    assert (page["postings"]["changed"], page["files"][0]["ads"]) == (1, {"finn": 1})
    assert (again["postings"]["changed"], again["postings"]["unchanged"]) == (0, 6)


def test_in_one_import_the_order_of_files_does_not_matter(home, tmp_path):
    mail = (MAILS / "finn_saved_search.eml").read_bytes().replace(b"479401203", b"480000001")
    (tmp_path / "alert.eml").write_bytes(mail)
    shutil.copy(PAGE, tmp_path / "ad.html")
    home.jobbvakt("import", str(tmp_path / "ad.html"), str(tmp_path / "alert.eml"), "--no-match")
    again = home.jobbvakt("import", str(tmp_path / "ad.html"), "--no-match")
    assert again["postings"]["unchanged"] == 1, "the page's text was stored, though the mail came after it"


def test_an_imported_ad_is_found_with_its_portal_and_canonical_link(home):
    home.jobbvakt("import", str(MAILS / "finn_saved_search.eml"))
    found = home.jobbvakt("search", "kundesenterleder")
    assert "https://www.finn.no/job/ad/479411730" in json.dumps(found)
    assert "utm_" not in json.dumps(found)


def test_a_list_of_postings_tells_which_lines_are_bad(home, tmp_path):
    good = {"url": "https://a.example/7", "title": "Kundeservicesjef", "deadline": "14.12.2026"}
    lines = [json.dumps(good), "{", json.dumps({"title": "uten adresse"}), "", json.dumps(good | {"source": "annen"})]
    (tmp_path / "list.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = home.jobbvakt("import", str(tmp_path / "list.jsonl"), "--source", "liste", "--no-match")
    (one,) = found["files"]
    assert (home.code, found["state"]) == (4, "degraded")
    assert one["ads"] == {"liste": 1, "annen": 1}
    assert [problem.partition(":")[0] for problem in one["problems"]] == ["line 2", "line 3"]


def test_a_mailbox_file_gives_the_ads_of_all_its_mails(home, tmp_path):
    mails = [path.read_bytes().replace(b"\r\n", b"\n") for path in sorted(MAILS.glob("*.eml"))]
    other = b"From: a@b.example\nSubject: Hei\n\nIngen jobb her.\n"
    box = b"".join(b"From MAILER Fri Nov 20 05:31:40 2026\n" + mail + b"\n\n" for mail in [*mails, other])
    (tmp_path / "alerts.mbox").write_bytes(box)
    found = home.jobbvakt("import", str(tmp_path / "alerts.mbox"), "--no-match")
    assert home.code == 0
    assert found["files"][0]["ads"] == {"finn": 6, "indeed": 6, "linkedin": 6}


@pytest.mark.parametrize(
    ("name", "content", "code", "told"),
    [
        ("page.html", "<html><body><p>Hei</p></body></html>", 1, "no ad was found on the page"),
        ("mail.eml", "Subject: Hei\n\nHei", 1, "no ad of a portal whose mails are understood"),
        ("notes.txt", "hei", 2, "that kind of file is not read"),
        ("missing.eml", None, 2, "no such file"),
    ],
)
def test_what_brings_no_ad_is_told_and_stores_nothing(home, tmp_path, name, content, code, told):
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    found = home.jobbvakt("import", str(tmp_path / name), "--no-match")
    assert home.code == code
    assert told in home.errors + json.dumps(found)


def test_an_expired_page_closes_the_ad_that_a_mail_brought(home, tmp_path):
    (tmp_path / "expired.html").write_bytes(
        (ROOT / "fixtures" / "portals" / "indeed" / "expired" / "page.html").read_bytes()
    )
    home.jobbvakt("import", str(MAILS / "indeed_job_alert.eml"), "--no-match")
    found = home.jobbvakt("import", str(tmp_path / "expired.html"), "--no-match")
    assert found["postings"]["withdrawn"] == 1


def test_an_imported_ad_without_a_date_is_closed_when_nobody_names_it_for_weeks(tmp_path):
    Home(tmp_path, {}, now=NOON).jobbvakt("import", str(MAILS / "linkedin_job_alert.eml"), "--no-match")
    (tmp_path / "other.jsonl").write_text('{"url": "https://a.example/1", "title": "Leder"}')
    later = Home(tmp_path, {}, now=datetime(2027, 1, 20, 11, 0, tzinfo=UTC))
    later.jobbvakt("import", str(tmp_path / "other.jsonl"), "--no-match")
    again = later.jobbvakt("import", str(MAILS / "linkedin_job_alert.eml"), "--no-match")
    assert again["postings"]["revived"] == 6, "they had been closed, and an alert that names them opens them again"


def brought(found, folder):
    return {one["file"].removeprefix(f"{folder}/"): one["ads"] for one in found["files"]}


def test_a_folder_and_an_archive_are_looked_through_but_not_a_saved_pages_companions(home, tmp_path):
    mine = tmp_path / "mine"
    (mine / "sider" / "ad_files").mkdir(parents=True)
    (mine / "sider" / "ad_files" / "ramme.html").write_text("<p>reklame</p>")
    (mine / "sider" / "bilde.png").write_bytes(b"x")
    shutil.copy(PAGE, mine / "sider" / "ad.html")
    shutil.copy(MAILS / "linkedin_job_alert.eml", mine)
    found = home.jobbvakt("import", str(mine), "--no-match")
    assert home.code == 0, home.errors
    assert brought(found, mine) == {"linkedin_job_alert.eml": {"linkedin": 6}, "sider/ad.html": {"finn": 1}}
    archive = shutil.make_archive(str(tmp_path / "alt"), "zip", mine)
    again = home.jobbvakt("import", archive, "--no-match")
    assert (again["postings"]["unchanged"], again["postings"]["new"]) == (7, 0)
    assert {one["file"].partition(": ")[2] for one in again["files"]} == {"sider/ad.html", "linkedin_job_alert.eml"}


def test_an_archive_that_would_fill_the_disk_or_leave_its_place_is_refused_or_harmless(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1000)
    bomb, sly, broken = (tmp_path / name for name in ("bomb.zip", "sly.zip", "broken.zip"))
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", b"0" * 100_000)
    with zipfile.ZipFile(sly, "w") as archive:
        archive.writestr("../../ute.html", b"<p>x</p>")
    broken.write_bytes(bomb.read_bytes()[:80])
    for path, why in ((bomb, "too large"), (broken, "cannot be unpacked")):
        with pytest.raises(UsageError, match=why), unpacking.unpacked([path], {".html"}):
            pass
    with unpacking.unpacked([sly], {".html"}) as (file,):
        assert file.name == f"{sly}: ../../ute.html"
        assert file.path.name == "0.html"
    assert not file.path.exists()
    assert list(tmp_path.parent.rglob("ute.html")) == []


def test_an_empty_folder_and_other_programs_own_forms_are_told_what_to_do(home, tmp_path):
    (tmp_path / "tom").mkdir()
    (tmp_path / "mail.msg").write_bytes(b"x")
    for name, words in (("tom", "nothing to import"), ("mail.msg", "save the mail as .eml")):
        assert home.jobbvakt("import", str(tmp_path / name)) is None
        assert home.code == 2
        assert words in home.errors


def test_apple_mails_files_and_links_that_say_nothing(home, tmp_path):
    message = (MAILS / "finn_saved_search.eml").read_bytes()
    (tmp_path / "1.emlx").write_bytes(f"{len(message)}     \n".encode() + message + b"<?xml version='1.0'?><plist/>")
    counter = b"Subject: x\nContent-Type: text/html\n\n<a href='https://cts.indeed.com/v3/H4sI'>Leder</a>"
    (tmp_path / "2.eml").write_bytes(counter)
    found = home.jobbvakt("import", str(tmp_path / "1.emlx"), str(tmp_path / "2.eml"), "--no-match")
    assert home.code == 4
    assert [one["ads"] for one in found["files"]] == [{"finn": 6}, {}]
    assert "counter" in found["files"][1]["problems"][0]
