"""Raw pages on disk: each content once, whole or not at all, and what is damaged is told."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import raw_pages
from crawler.parsing.page import Page
from crawler.raw_pages import DamagedPageError, RawPages, files, unfinished

NOON = datetime(2026, 11, 23, 11, 0, 0, 123456, tzinfo=UTC)
PAGE = Page("https://ads.example/1", "<p>Blåbærsyltetøy</p>".encode("cp1252"), NOON, "text/html; charset=cp1252")
ROOT = Path(__file__).parents[3]


@pytest.fixture
def kept(tmp_path):
    return RawPages(tmp_path, "portal")


def the_files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_page_is_read_as_it_came(kept):
    key = kept.keep(PAGE, "https://ads.example/1?from=list", "ad")
    assert kept.read(key) == replace(PAGE, key=key)


@given(body=st.binary(max_size=300), url=st.text(max_size=30), kind=st.text(max_size=30), status=st.integers(200, 399))
def test_whatever_the_bytes_and_the_address_are(tmp_path_factory, body, url, kind, status):
    kept = RawPages(tmp_path_factory.mktemp("any"), "portal")
    page = Page(url.encode("utf-8", "replace").decode(), body, NOON, kind.encode("utf-8", "replace").decode(), status)
    key = kept.keep(page, page.url, "list")
    assert kept.read(key) == replace(page, key=key)


def test_what_comes_again_is_one_file_that_tells_when_it_came_last(kept, tmp_path):
    later = replace(PAGE, fetched_at=NOON + timedelta(days=2, microseconds=7))
    assert kept.keep(PAGE, PAGE.url, "ad") == kept.keep(later, PAGE.url, "ad")
    (file,) = files(tmp_path)
    assert file.fetched_at == later.fetched_at == kept.read(file.key).fetched_at


@pytest.mark.parametrize(
    "other",
    [
        replace(PAGE, url="https://ads.example/2"),
        replace(PAGE, body=b"x"),
        replace(PAGE, content_type=""),
        replace(PAGE, status=203),
    ],
)
def test_what_would_be_read_otherwise_is_another_page(kept, other):
    assert kept.keep(PAGE, PAGE.url, "ad") != kept.keep(other, PAGE.url, "ad")


def test_sources_do_not_share_files_and_their_names_lead_nowhere_else(tmp_path):
    for name in ("../../etc", "..", "a/b", "æ*?[x]", "a.b"):
        key = RawPages(tmp_path / "raw", name).keep(PAGE, PAGE.url, "ad")
        (file,) = files(tmp_path / "raw", name)
        assert (file.source, file.key) == (name, key)
    assert {path.relative_to(tmp_path).parts[0] for path in the_files(tmp_path)} == {"raw"}
    assert len(the_files(tmp_path)) == len(list(files(tmp_path / "raw"))) == 5


def test_pages_are_for_their_owner_alone(kept, tmp_path):
    kept.keep(PAGE, PAGE.url, "ad")
    assert {path.stat().st_mode & 0o077 for path in the_files(tmp_path)} == {0}


@pytest.mark.parametrize("damage", ["cut", "flip", "other", "bomb"])
def test_a_damaged_page_is_told_and_taken_away(kept, tmp_path, damage):
    key = kept.keep(replace(PAGE, body=os.urandom(5000)), PAGE.url, "ad")
    (path,) = the_files(tmp_path)
    packed = bytearray(path.read_bytes())
    if damage == "cut":
        packed = packed[:-40]
    elif damage == "flip":
        packed[len(packed) // 2] ^= 1
    elif damage == "other":
        packed = raw_pages.zstd.compress(b"{}\nsomething else")
    else:
        packed = raw_pages.zstd.compress(bytes(raw_pages.MOST_BYTES + 1))
    path.write_bytes(packed)
    with pytest.raises(DamagedPageError):
        kept.read(key)
    assert not kept.has(key)
    with pytest.raises(FileNotFoundError):
        kept.read(key)


def test_a_file_that_a_crash_emptied_is_written_anew(kept, tmp_path):
    key = kept.keep(PAGE, PAGE.url, "ad")
    (path,) = the_files(tmp_path)
    path.write_bytes(b"")
    assert kept.keep(PAGE, PAGE.url, "ad") == key
    assert kept.read(key).body == PAGE.body


def test_the_last_room_on_a_disk_is_left_to_the_store(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(raw_pages, "LEAST_FREE", 2**62)
    assert kept.keep(PAGE, PAGE.url, "ad") == ""
    assert the_files(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "portal").write_text("a file stands where the folder should be")
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        RawPages(tmp_path, "portal").keep(PAGE, PAGE.url, "ad")


KEEPER = """
import sys; sys.path.insert(0, {root!r})
from datetime import UTC, datetime
from pathlib import Path
from crawler.parsing.page import Page
from crawler.raw_pages import RawPages
kept, number = RawPages(Path({folder!r}), "portal"), 0
print("begun", flush=True)
while True:
    number += 1
    body = str(number).encode() * 40_000
    kept.keep(Page("https://ads.example/" + str(number), body, datetime.now(UTC)), "", "ad")
"""


def test_killed_at_any_moment_it_leaves_whole_pages_only(tmp_path):
    kills = int(os.environ.get("JOBBVAKT_KILLS", "4"))
    for _ in range(kills):
        program = KEEPER.format(root=str(ROOT), folder=str(tmp_path))
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as keeper:
            assert keeper.stdout.readline() == b"begun\n"
            time.sleep(random.uniform(0.0, 0.1))
            keeper.send_signal(signal.SIGKILL)
    found = list(files(tmp_path))
    assert len(found) >= kills
    kept = RawPages(tmp_path, "portal")
    for file in found:
        page = kept.read(file.key)
        assert page.body == page.url.rpartition("/")[2].encode() * 40_000
    assert len(the_files(tmp_path)) == len(found) + len(list(unfinished(tmp_path)))
