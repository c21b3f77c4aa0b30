"""New postings into SQLite, with versions and indexes, beside bare inserts of the very same rows.

The target is set on what both do, storing rows, and not on the whole way from the spool. That way also reads JSON,
checks, normalises and hashes every ad and judges its run. A bare insert does none of it; the speed is told beside.
"""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks import corpus
from benchmarks.harness import Row, at_least, beside, once
from domain.clock import SystemClock
from domain.lifecycle import on_seen
from domain.observations import Seen, encode
from domain.postings import Draft, content_hash
from operations.context import Context
from operations.ingest import BATCH, Intake
from settings import Settings
from storage import runs
from storage.engine import Store
from storage.posting_records import SeenPosting
from storage.posting_writes import save_seen

ADS = 4_000
ROUNDS = 3
SHARE = 0.5
_TABLES = ("posting", "posting_version")
SOURCE = "bench"


def rows() -> Iterator[Row]:
    """The store's part, and the whole way in, in postings a second."""
    drafts = corpus.drafts(ADS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spool = folder / "spool.jsonl"
        spool.write_text("".join(json.dumps(encode(Seen(draft))) + "\n" for draft in drafts), encoding="utf-8")
        whole = min(_whole(folder / f"whole{number}", spool) for number in range(ROUNDS))
        store = min(_store_alone(folder / f"store{number}", drafts) for number in range(ROUNDS))
        limit = min(_bare(folder / "whole0", folder / f"bare{number}") for number in range(ROUNDS))
    yield at_least("ingest: rows stored", "postings/s", ADS / store, ADS / limit, SHARE)
    yield beside("ingest: the whole way from the spool", "postings/s", ADS / whole, ADS / limit)


def _whole(folder: Path, spool: Path) -> float:
    with closing(Store.open(_url(folder), clock=SystemClock())) as store:
        run = _begin(store)
        intake = Intake(Context(Settings(data_dir=folder), store, SystemClock()), SOURCE, run, spool)
        return once(intake.drain)


def _store_alone(folder: Path, drafts: list[Draft]) -> float:
    clock = SystemClock()
    now = clock.now()
    seen = []
    for draft in drafts:
        digest = content_hash(draft)
        seen.append(SeenPosting(draft, digest, on_seen(None, digest, draft.deadline, corpus.TODAY)))

    with closing(Store.open(_url(folder), clock=clock)) as store:
        run = _begin(store)

        def save() -> None:
            for start in range(0, len(seen), BATCH):
                with store.write() as session:
                    save_seen(session, SOURCE, run, seen[start : start + BATCH], now)

        return once(save)


def _bare(filled: Path, folder: Path) -> float:
    """Insert the rows of ``filled`` into an empty store of the same schema, in as many transactions."""
    with closing(Store.open(_url(folder), clock=SystemClock())) as store:
        _begin(store)
    source, target = sqlite3.connect(filled / "jobbvakt.db"), sqlite3.connect(folder / "jobbvakt.db")
    try:
        target.execute("PRAGMA synchronous = NORMAL")
        tables = {table: source.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
        return once(lambda: _insert(target, tables))
    finally:
        source.close()
        target.close()


def _insert(target: sqlite3.Connection, tables: dict[str, list[tuple[object, ...]]]) -> None:
    for table, found in tables.items():
        marks = ", ".join("?" * len(found[0]))
        for start in range(0, len(found), BATCH):
            with target:
                target.executemany(f"INSERT INTO {table} VALUES ({marks})", found[start : start + BATCH])


def _begin(store: Store) -> int:
    with store.write() as session:
        return runs.begin(session, SOURCE, SystemClock().now(), pid=1, host="bench", trigger="bench")


def _url(folder: Path) -> str:
    folder.mkdir(exist_ok=True)
    return f"sqlite:///{folder / 'jobbvakt.db'}"
