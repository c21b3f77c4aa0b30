"""Opening, writing and reading a store: whole units, no lock traps, and words for every failure."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.clock import FixedClock
from storage import postings, sources, sqlite
from storage.check import check
from storage.engine import Store
from storage.errors import StoreBusyError, StoreError
from tests.support import stores
from tests.unit.storage.samples import NOON, ad, see


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "jobbvakt.db"


@pytest.fixture
def lite(path: Path, clock: FixedClock):
    opened = stores.opened(path.parent, clock)
    yield opened
    opened.close()


def pragma(session, name):
    return session.execute(text(f"PRAGMA {name}")).scalar_one()


def interrupt(store):
    with store.write() as session:
        see(session, "nav", ad())
        raise KeyboardInterrupt


def test_a_unit_is_stored_as_a_whole_or_not_at_all(store: Store):
    with pytest.raises(KeyboardInterrupt):
        interrupt(store)
    with store.read() as session:
        assert postings.active(session) == []
    with store.write() as session:
        see(session, "nav", ad())
    with store.read() as session:
        assert len(postings.active(session)) == 1


def test_a_reading_unit_sees_one_moment(store: Store):
    with store.read() as session:
        assert postings.active_refs(session, "nav") == ()
        with store.write() as writing:
            see(writing, "nav", ad())
        assert postings.active_refs(session, "nav") == ()
    with store.read() as session:
        assert postings.active_refs(session, "nav") == ("a",)


def test_a_reading_unit_cannot_write(store: Store):
    with pytest.raises(StoreError), store.read() as session:
        sources.set_cursor(session, "nav", {}, NOON)
    with store.write() as session:
        assert sources.cursor(session, "nav") is None
        sources.set_cursor(session, "nav", {}, NOON)


def test_sqlite_is_set_up_as_promised(lite: Store):
    for unit in (lite.write, lite.read):
        with unit() as session:
            assert pragma(session, "journal_mode") == "wal"
            assert pragma(session, "synchronous") == 2
            assert pragma(session, "busy_timeout") == 10_000
            assert pragma(session, "secure_delete") == 1
            assert pragma(session, "mmap_size") == 0
    with lite.write() as session:
        assert pragma(session, "foreign_keys") == 1
    with lite.read() as session:
        assert pragma(session, "query_only") == 1


def test_the_trap_of_deferred_transactions_is_real_without_the_store(lite: Store, path: Path):
    """The contrast to the next test: read, let another write, then write."""
    deferred = sqlite3.connect(path, timeout=5, isolation_level=None)
    deferred.execute("BEGIN")
    deferred.execute("SELECT count(*) FROM source_state").fetchone()
    with lite.write() as session:
        sources.set_cursor(session, "nav", {}, NOON)
    with pytest.raises(sqlite3.OperationalError, match="locked") as failed:
        deferred.execute("DELETE FROM source_state")
    assert failed.value.sqlite_errorname == "SQLITE_BUSY_SNAPSHOT"
    deferred.close()


def test_a_writing_unit_that_reads_first_makes_others_wait_and_never_fails(lite: Store, path: Path, clock: FixedClock):
    other = Store.open(f"sqlite:///{path}", clock=clock)
    done = threading.Event()

    def write():
        with other.write() as session:
            sources.set_cursor(session, "nav", {"by": "other"}, NOON)
        done.set()

    thread = threading.Thread(target=write)
    with lite.write() as session:
        assert sources.cursor(session, "nav") is None
        thread.start()
        assert not done.wait(0.3)
        sources.set_cursor(session, "nav", {"by": "first"}, NOON)
    thread.join(10)
    other.close()
    assert done.is_set()
    with lite.read() as session:
        assert sources.cursor(session, "nav") == {"by": "other"}


def test_a_lock_that_is_never_given_up_is_told(path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sqlite, "_PRAGMAS", ("PRAGMA busy_timeout = 50",))
    store = stores.opened(path.parent, clock)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusyError, match="writing for too long") as busy, store.write():
        pytest.fail("the lock was given twice")
    assert busy.value.remedy
    with store.read() as session:
        assert sources.all_states(session) == {}
    holder.execute("ROLLBACK")
    holder.close()
    with store.write() as session:
        sources.set_cursor(session, "nav", {}, NOON)
    store.close()


def test_a_full_disk_undoes_the_unit_and_leaves_the_store_whole(lite: Store):
    with lite.write() as session:
        see(session, "nav", ad("before"))
        pages = pragma(session, "page_count")
        session.execute(text(f"PRAGMA max_page_count = {pages + 5}"))
    with pytest.raises(StoreError, match="could not grow"), lite.write() as session:
        see(session, "nav", ad("small"), *(ad(f"big{n}", description_html="ø" * 20_000) for n in range(10)))
    assert [finding for finding in check(lite) if not finding.ok] == []
    with lite.read() as session:
        assert postings.active_refs(session, "nav") == ("before",)
    with lite.write() as session:
        session.execute(text("PRAGMA max_page_count = 1000000"))
        see(session, "nav", ad("after", description_html="ø" * 100_000))
        assert postings.active_refs(session, "nav") == ("after", "before")


def test_erased_words_are_gone_from_the_file(lite: Store, path: Path):
    secret = "Kari-Hemmelig-Kontakt"
    with lite.write() as session:
        sources.set_cursor(session, "nav", {"contact": secret}, NOON)
    with lite.write() as session:
        session.execute(text("DELETE FROM source_state"))
    lite.close()
    left = [file.name for file in path.parent.iterdir() if secret.encode() in file.read_bytes()]
    assert left == []


def opening(url, clock, **how):
    with pytest.raises(StoreError) as refused:
        Store.open(url, clock=clock, **how)
    assert refused.value.which
    assert refused.value.why or refused.value.what
    assert refused.value.remedy
    return refused.value


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, clock: FixedClock):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear store,\n" * 1_000)
    assert "no store" in opening(f"sqlite:///{letter}", clock).what
    assert letter.read_text() == "Dear store,\n" * 1_000


def test_a_damaged_store_is_told(lite: Store, path: Path, clock: FixedClock):
    lite.close()
    content = bytearray(path.read_bytes())
    content[100:8192] = b"\xff" * (8192 - 100)
    path.write_bytes(content)
    assert "damaged" in opening(f"sqlite:///{path}", clock).what


@pytest.mark.parametrize("place", ["folder", "under a file", "under /proc"])
def test_a_place_that_cannot_hold_a_store_is_told(tmp_path: Path, clock: FixedClock, place: str):
    (tmp_path / "file").touch()
    paths = {"folder": tmp_path, "under a file": tmp_path / "file" / "x.db", "under /proc": Path("/proc/none/x.db")}
    assert "cannot be opened" in opening(f"sqlite:///{paths[place]}", clock).what


@pytest.mark.parametrize("url", ["", "jobbvakt.db", "mysql://user:secret@host/db", "sqlite://", "sqlite:///:memory:"])
def test_an_address_that_is_no_store_is_refused(url: str, clock: FixedClock):
    refused = opening(url, clock)
    assert "sqlite:///" in refused.remedy
    assert "secret" not in str(refused)


def test_a_server_that_does_not_answer_is_told_without_its_password(clock: FixedClock):
    refused = opening("postgresql+psycopg://ola:hemmelig@127.0.0.1:1/jobbvakt?connect_timeout=2", clock)
    assert "127.0.0.1" in refused.which
    assert "hemmelig" not in f"{refused} {refused.as_dict()}"


def test_without_leave_to_upgrade_no_store_is_made(path: Path, clock: FixedClock):
    assert "there is no store" in opening(f"sqlite:///{path}", clock, upgrade=False).what
    assert not path.exists()
    Store.open(f"sqlite:///{path}", clock=clock).close()
    Store.open(f"sqlite:///{path}", clock=clock, upgrade=False).close()


def test_a_store_in_use_is_opened_without_waiting_for_who_writes(
    lite: Store, path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sqlite, "_PRAGMAS", ("PRAGMA busy_timeout = 0",))
    with lite.write() as session:
        sources.set_cursor(session, "nav", {}, NOON)
        other = Store.open(f"sqlite:///{path}", clock=clock)
        with other.read() as reading:
            assert sources.cursor(reading, "nav") is None
        other.close()
