"""The spool: whole lines only, in order, whatever the end of the file looks like."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import spool
from crawler.spool import SpoolWriter, read_from
from domain.observations import Checkpoint, Ended, Fetched, Gone, LeftOut, Observation, Present, Problem, Seen, encode
from domain.postings import Draft

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
ALL: list[Observation] = [
    Fetched("https://a.example", 200, 10, NOW, listing=True),
    Seen(Draft("1", "https://a.example/1", "Kundeservicesjef på Tromsø\u2028\n\x85", date_posted=NOW)),
    Present("2"),
    Gone("3", "INACTIVE"),
    LeftOut("4", "Kokk", "title"),
    Problem("robots", "no", "https://a.example"),
    Checkpoint({"page": 7}),
    Ended("finished", listing_complete=True, stats={"pages": 1}),
]


def _write(path: Path, observations: list[Observation]) -> None:
    writer = SpoolWriter(path)
    for observation in observations:
        writer.write(observation)
    writer.close()


def test_what_was_written_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "spool"
    _write(path, ALL)
    assert read_from(path, 0, 100) == (ALL, path.stat().st_size, 0)


def test_each_observation_is_on_disk_when_write_returns(tmp_path: Path) -> None:
    path = tmp_path / "spool"
    writer = SpoolWriter(path)
    for count, observation in enumerate(ALL, 1):
        writer.write(observation)
        assert len(read_from(path, 0, 100)[0]) == count
    writer.close()


def test_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "spool"
    _write(path, ALL)
    offset, found = 0, []
    while batch := read_from(path, offset, 3)[0]:
        assert len(batch) <= 3
        found += batch
        offset = read_from(path, offset, 3)[1]
    assert found == ALL


def test_a_file_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    assert read_from(tmp_path / "none", 0, 10) == ([], 0, 0)


def test_a_spool_cut_at_any_byte_gives_its_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "spool"
    _write(path, ALL)
    whole = path.read_bytes()
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        found, offset, bad = read_from(path, 0, 100)
        lines = whole[:cut].count(b"\n")
        assert (found, offset, bad) == (ALL[:lines], whole[:cut].rfind(b"\n") + 1, 0)


@pytest.mark.parametrize(
    "line", ["rubbish", "[]", "5", "", "{}", '{"kind": "seen", "draft": 5}', '{"kind": "gone"}', "[" * 100_000, "\x00"]
)
def test_a_damaged_line_is_counted_and_passed_over(tmp_path: Path, line: str) -> None:
    path = tmp_path / "spool"
    good = json.dumps(encode(Present("2")))
    path.write_text(f"{line}\n{good}\n", encoding="utf-8")
    assert read_from(path, 0, 10) == ([Present("2")], path.stat().st_size, 1)


class _Growing(io.BytesIO):
    """A file whose writer is in the middle of a line: each reading finds what was written since the last."""

    def __init__(self, *pieces: bytes) -> None:
        super().__init__()
        self._pieces = list(pieces)

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


def test_a_line_whose_rest_arrives_while_it_is_read_is_not_thrown_away() -> None:
    assert spool._next_line(_Growing(b'{"kind": "se', b'en"}\n')) == (b"", 0)


def test_an_overlong_line_is_counted_and_its_memory_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MAX_LINE", 1000)
    monkeypatch.setattr(spool, "_STEP", 64)
    path = tmp_path / "spool"
    good = json.dumps(encode(Present("2")))
    path.write_text(f'{{"kind": "{"x" * 5000}"}}\n{good}\n', encoding="utf-8")
    assert read_from(path, 0, 10) == ([Present("2")], path.stat().st_size, 1)
    path.write_text("x" * 5000, encoding="utf-8")
    assert read_from(path, 0, 10) == ([], 0, 0)


@given(st.lists(st.text(max_size=50), max_size=8))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("spool") / "spool"
    observations: list[Observation] = [Problem("crashed", text) for text in texts]
    _write(path, observations)
    assert read_from(path, 0, 100)[0] == observations


def test_half_a_letter_does_not_stop_the_spool(tmp_path: Path) -> None:
    path = tmp_path / "spool"
    _write(path, [Problem("crashed", "broken \ud83d emoji")])
    found, _, bad = read_from(path, 0, 10)
    assert (found, bad) == ([Problem("crashed", "broken \ud83d emoji")], 0)
