"""Packs: what is kept can be read, what is gone is gone from the disk, whoever else is at work in the folder."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from crawler import packs
from crawler.packs import Packs

ROOT = Path(__file__).parents[3]
KEYS = [bytes([number]) * 32 for number in range(1, 9)]


def blob(key, size=500):
    return key[:1] * size


def on_disk(home):
    return b"".join(path.read_bytes() for path in home.glob("*.pack"))


def test_what_is_dropped_stands_in_no_file(tmp_path):
    kept = Packs(tmp_path)
    for key in KEYS:
        kept.add(key, 0, lambda key=key: blob(key))
    kept.drop(KEYS[:1])
    assert KEYS[0] not in on_disk(tmp_path) + (tmp_path / "index").read_bytes()
    assert len(on_disk(tmp_path)) == 8 * 500, "an eighth is not worth writing the rest anew"
    kept.drop(KEYS[1:4])
    assert len(on_disk(tmp_path)) == 4 * 500
    assert {key: kept.read(key) for key in KEYS[4:]} == {key: (0, blob(key)) for key in KEYS[4:]}
    kept.drop(KEYS)
    assert on_disk(tmp_path) == (tmp_path / "index").read_bytes() == b""


def test_a_writer_goes_on_after_another_process_wrote_its_packs_anew(tmp_path):
    crawl, prune = Packs(tmp_path), Packs(tmp_path)
    for key in KEYS[:4]:
        crawl.add(key, 1, lambda key=key: blob(key))
    prune.drop(KEYS[:2])
    crawl.add(KEYS[0], 2, lambda: b"anew")
    crawl.add(KEYS[2], 3, lambda: pytest.fail("it is kept"))
    crawl.add(KEYS[4], 4, lambda: blob(KEYS[4]))
    found = {entry.key: (entry.when, prune.read(entry.key)[1]) for entry in prune.entries()}
    assert found == {
        KEYS[0]: (2, b"anew"),
        KEYS[2]: (3, blob(KEYS[2])),
        KEYS[3]: (1, blob(KEYS[3])),
        KEYS[4]: (4, blob(KEYS[4])),
    }
    assert crawl.entries() == prune.entries()


def test_a_full_pack_is_followed_by_another(tmp_path, monkeypatch):
    monkeypatch.setattr(packs, "PACK_BYTES", 1000)
    kept = Packs(tmp_path)
    for key in KEYS:
        kept.add(key, 0, lambda key=key: blob(key))
    assert len(list(tmp_path.glob("*.pack"))) == 4
    assert all(kept.read(key)[1] == blob(key) for key in KEYS)


def test_nothing_is_made_by_asking(tmp_path):
    home = tmp_path / "none"
    kept = Packs(home)
    assert (kept.has(KEYS[0]), kept.entries()) == (False, [])
    with pytest.raises(FileNotFoundError):
        kept.read(KEYS[0])
    kept.drop(KEYS)
    assert not home.exists()


WRITER = """
import sys; sys.path.insert(0, {root!r})
from pathlib import Path
from crawler.packs import Packs
kept = Packs(Path({home!r}))
for number in range(400):
    key = bytes([{who}]) + number.to_bytes(31, "big")
    kept.add(key, number, lambda: key * 20)
    if {who} == 2:
        kept.drop([bytes([1]) + (2 * number).to_bytes(31, "big")])
print(sum(kept.read(bytes([{who}]) + n.to_bytes(31, "big"))[1] == (bytes([{who}]) + n.to_bytes(31, "big")) * 20
    for n in range(1, 400, 2)))
"""


def test_processes_that_keep_and_drop_at_once_lose_nothing(tmp_path):
    programs = [WRITER.format(root=str(ROOT), home=str(tmp_path), who=who) for who in (1, 2, 3)]
    started = [subprocess.Popen([sys.executable, "-c", one], stdout=subprocess.PIPE, text=True) for one in programs]
    assert [one.communicate(timeout=300)[0].strip() for one in started] == ["200", "200", "200"]
    kept = Packs(tmp_path)
    assert {entry.key[0] for entry in kept.entries()} >= {2, 3}
    assert all(kept.read(entry.key)[1] == entry.key * 20 for entry in kept.entries())


class Life(RuleBasedStateMachine):
    """Two processes' views of one folder, beside a dictionary."""

    def __init__(self):
        super().__init__()
        self.home = Path(tempfile.mkdtemp(dir=self.root)) / "home"
        self.views, self.model = [Packs(self.home), Packs(self.home)], {}

    @rule(view=st.integers(0, 1), key=st.sampled_from(KEYS), when=st.integers(0, 9), size=st.integers(1, 60))
    def add(self, view, key, when, size):
        self.views[view].add(key, when, lambda: blob(key, size))
        self.model[key] = when, self.model[key][1] if key in self.model else blob(key, size)

    @rule(view=st.integers(0, 1), keys=st.sets(st.sampled_from(KEYS)))
    def drop(self, view, keys):
        self.views[view].drop(keys)
        for key in keys:
            self.model.pop(key, None)

    @rule(view=st.integers(0, 1))
    def begin_anew(self, view):
        self.views[view] = Packs(self.home)

    @invariant()
    def all_is_there_once(self):
        for view in self.views:
            assert {key: view.read(key) for key in KEYS if view.has(key)} == self.model
            assert len(view.entries()) == len(self.model)


def test_any_order_of_keeping_and_dropping(tmp_path, monkeypatch):
    monkeypatch.setattr(packs, "PACK_BYTES", 100)
    case = type("CaseOfLife", (Life,), {"root": tmp_path}).TestCase
    case.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
    case().runTest()
