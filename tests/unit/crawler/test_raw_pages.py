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
from crawler.raw_pages import DamagedPageError, RawPages, every_page

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


def test_what_comes_again_is_one_page_that_tells_when_it_came_last(kept, tmp_path):
    later = replace(PAGE, fetched_at=NOON + timedelta(days=2, microseconds=7))
    assert kept.keep(PAGE, PAGE.url, "ad") == kept.keep(later, PAGE.url, "ad")
    (file,) = every_page(tmp_path)
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
        (file,) = every_page(tmp_path / "raw", name)
        assert (file.source, file.key) == (name, key)
    assert {path.relative_to(tmp_path).parts[0] for path in the_files(tmp_path)} == {"raw"}
    assert len(list(every_page(tmp_path / "raw"))) == 5


def test_pages_are_for_their_owner_alone(kept, tmp_path):
    kept.keep(PAGE, PAGE.url, "ad")
    assert {path.stat().st_mode & 0o077 for path in the_files(tmp_path)} == {0}


def the_pack(folder):
    (path,) = folder.rglob("*.pack")
    return path


@pytest.mark.parametrize("damage", ["cut", "flip", "other", "gone"])
def test_a_damaged_page_is_told_and_taken_away(kept, tmp_path, damage):
    key = kept.keep(replace(PAGE, body=os.urandom(5000)), PAGE.url, "ad")
    packed = bytearray(the_pack(tmp_path).read_bytes())
    if damage == "cut":
        packed[-40:] = bytes(40)
    elif damage == "flip":
        packed[len(packed) // 2] ^= 1
    elif damage == "other":
        other = raw_pages.zstd.compress(b"{}\nsomething else")
        packed[: len(other)] = other
    else:
        packed = bytearray(len(packed))
    the_pack(tmp_path).write_bytes(packed)
    with pytest.raises(DamagedPageError):
        kept.read(key)
    assert not kept.has(key)
    with pytest.raises(FileNotFoundError):
        kept.read(key)
    assert kept.keep(PAGE, PAGE.url, "ad")


def test_a_page_that_says_it_holds_more_than_any_is_damaged(kept, monkeypatch):
    monkeypatch.setattr(raw_pages, "MOST_BYTES", 100)
    key = kept.keep(replace(PAGE, body=bytes(101)), PAGE.url, "ad")
    with pytest.raises(DamagedPageError):
        kept.read(key)


@pytest.mark.parametrize("left", [0, 40])
def test_a_pack_that_a_power_cut_shortened_costs_no_page_that_comes_later(kept, tmp_path, left):
    lost = kept.keep(PAGE, PAGE.url, "ad")
    os.truncate(the_pack(tmp_path), left)
    again = RawPages(tmp_path, "portal")
    other = again.keep(replace(PAGE, body=os.urandom(900)), PAGE.url, "ad")
    assert (again.has(lost), again.has(other)) == (False, True)
    assert again.keep(PAGE, PAGE.url, "ad") == lost
    assert again.read(lost).body == PAGE.body
    assert again.read(other).key == other


def test_an_index_that_a_crash_cut_takes_more(kept, tmp_path):
    first = kept.keep(PAGE, PAGE.url, "ad")
    with (tmp_path / "portal" / "index").open("ab") as index:
        index.write(b"torn")
    again = RawPages(tmp_path, "portal")
    second = again.keep(replace(PAGE, body=b"x"), PAGE.url, "ad")
    assert {page.key for page in every_page(tmp_path)} == {first, second}
    assert again.read(second).body == b"x"


def test_pages_that_an_earlier_version_kept_one_a_file_are_carried_over(kept, tmp_path):
    key, other = kept.keep(PAGE, PAGE.url, "ad"), kept.keep(replace(PAGE, body=b"new"), PAGE.url, "ad")
    packed = raw_pages.zstd.compress(kept.whole(key))
    kept.drop([key])
    folder = tmp_path / "portal" / key[0]
    folder.mkdir()
    (folder / f"{key}.zst").write_bytes(packed)
    os.utime(folder / f"{key}.zst", ns=(0, 1_700_000_000_123_456_000))
    (folder / f".{other}.zst.7.tmp").write_bytes(b"half")
    found = {page.key: page.fetched_at for page in every_page(tmp_path)}
    assert found == {key: datetime.fromtimestamp(1_700_000_000, UTC).replace(microsecond=123_456), other: NOON}
    assert RawPages(tmp_path, "portal").read(key).body == PAGE.body
    assert not folder.exists()


def test_the_last_room_on_a_disk_is_left_to_the_store(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(raw_pages, "LEAST_FREE", 2**62)
    assert kept.keep(PAGE, PAGE.url, "ad") == ""
    assert list(every_page(tmp_path)) == []
    assert list(tmp_path.rglob("*.pack")) == []


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
    found = list(every_page(tmp_path))
    assert len(found) >= kills
    kept = RawPages(tmp_path, "portal")
    for file in found:
        page = kept.read(file.key)
        assert page.body == page.url.rpartition("/")[2].encode() * 40_000
