"""A page of search results and the counts beside it, in a large store, beside the least that SQLite's index can do.

The store is built once and kept in the system's folder for temporary files: five hundred ads go through the real
intake, matcher and index, and are then copied with other ids and dates until there are JOBBVAKT_BENCH_OPENINGS of them
(100,000; the target speaks of 1,000,000). The limit is the bare index: twenty row numbers of a match, highest first.
"""

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random

from starlette.testclient import TestClient

from benchmarks import corpus
from benchmarks.harness import Row, at_most, bound
from domain.clock import FixedClock
from domain.lifecycle import on_seen
from domain.postings import Place, SafeHtml, content_hash
from domain.search_address import to_address
from domain.searching import Criteria, Sort
from operations.context import Context
from operations.match import match
from operations.search import counts, page
from settings import Settings
from storage import runs
from storage.engine import Store
from storage.posting_records import SeenPosting
from storage.posting_writes import save_seen
from web.app import create_app

OPENINGS = int(os.environ.get("JOBBVAKT_BENCH_OPENINGS", "100000"))
TEMPLATES, WORDS = 500, 60
LAYOUT = 1
"""Raised when the store is built otherwise."""
TIMES, MOST_MS, COUNTS_MS, SERVER_MS = 10.0, 25.0, 150.0, 50.0
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
_COUNTIES = ("Oslo", "Vestland", "Trøndelag", "Rogaland", "Troms")
_COPIED = (
    *("opening", "posting", "posting_version", "opening_member", "reading", "opening_match"),
    *("search_entry", "search_value", "search_words"),
)
_NUMBERS = ("id", "posting_id", "opening_id")


def rows() -> Iterator[Row]:
    """Milliseconds of processor time, at the 95th percentile of many different searches."""
    folder = stored(OPENINGS)
    clock = FixedClock(NOW)
    with closing(Store.open(f"sqlite:///{folder / 'jobbvakt.db'}", clock=clock)) as store:
        searches = list(asked())
        with store.read() as session:
            page(session, Criteria(), NOW)
            counts(session, Criteria(), NOW)
            first = p95([lambda one=one: page(session, one, NOW) for one in searches])
            counted = p95([lambda one=one: counts(session, one, NOW) for one in searches])
        client = TestClient(create_app(Context(Settings(data_dir=folder), store, clock)), "http://127.0.0.1:8000")
        client.get("/")
        server = p95([lambda one=one: client.get(f"/{to_address(one)}").raise_for_status() for one in searches])
    limit = p95(bare(folder, searches))
    size = f"{OPENINGS:,}"
    yield at_most(f"search page, {size}", "ms p95", first, limit, TIMES)
    yield bound(f"search page, {size}", "ms p95", first, most=MOST_MS)
    yield bound(f"search counts, {size}", "ms p95", counted, most=COUNTS_MS)
    yield bound(f"search: whole page from the server, {size}", "ms p95", server, most=SERVER_MS)


def asked() -> Iterator[Criteria]:
    """Searches of many kinds: frequent and rare words, filters, orders; each is asked once."""
    words = ("", "kundesenter", "kundeservice", "leder", "crm", "bergen", "erfaring budsjett", "chat -telefon", "sjef")
    chosen: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...] = (
        (),
        (("county", ("Oslo",)),),
        (("county", ("Vestland", "Troms")), ("language", ("nb",))),
    )
    for word, facets, sort in product(words, chosen, (Sort.MATCH, Sort.NEWEST, Sort.DEADLINE)):
        yield Criteria(words=word, chosen=facets, sort=sort)


def bare(folder: Path, searches: Iterable[Criteria]) -> list[Callable[[], object]]:
    """The limit, for the words of the same searches."""
    connection = sqlite3.connect(folder / "jobbvakt.db")
    query = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT 20"
    words = [one.words.split()[0] for one in searches if one.words]
    return [lambda word=word: connection.execute(query, (word,)).fetchall() for word in words]  # type: ignore[misc]


def p95(jobs: Iterable[Callable[[], object]]) -> float:
    """Milliseconds of processor time below which 95 % of the jobs stay."""
    taken = []
    for job in jobs:
        began = time.process_time()
        job()
        taken.append((time.process_time() - began) * 1000)
    return statistics.quantiles(taken, n=20)[-1]


def stored(openings: int) -> Path:
    """The folder of a store with so many openings; built when it is not there."""
    folder = Path(tempfile.gettempdir()) / f"jobbvakt-bench-search-{LAYOUT}-{openings}"
    if not (folder / "built").exists():
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        _templates(folder)
        _multiply(folder / "jobbvakt.db", max(1, openings // TEMPLATES))
        (folder / "built").touch()
    return folder


def _templates(folder: Path) -> None:
    clock = FixedClock(NOW - timedelta(days=1))
    random = Random(3)
    with closing(Store.open(f"sqlite:///{folder / 'jobbvakt.db'}", clock=clock)) as store:
        seen = []
        for number, draft in enumerate(corpus.drafts(TEMPLATES)):
            county = random.choice(_COUNTIES)
            place = Place(city=f"By {number % 40}", municipality=f"By {number % 40}", county=county, country="NO")
            text = SafeHtml(f"<p>Annonse {number} i {county}</p>{corpus.description(random, WORDS)}")
            one = replace(draft, description_html=text, places=(place,), employer=f"Firma {number} AS")
            digest = content_hash(one)
            seen.append(SeenPosting(one, digest, on_seen(None, digest, one.deadline, corpus.TODAY)))
        with store.write() as session:
            run = runs.begin(session, "bench", clock.now(), pid=1, host="bench", trigger="bench")
            save_seen(session, "bench", run, seen, clock.now())
        match(Context(Settings(data_dir=folder), store, clock))


def _multiply(path: Path, copies: int) -> None:
    """Every row ``copies`` times, with ids of its own, the copies an hour or less apart."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        (width,) = connection.execute(
            "SELECT max(a, b) FROM (SELECT (SELECT max(id) FROM posting) a, (SELECT max(id) FROM opening) b)"
        ).fetchone()
        with connection:
            for table in _COPIED:
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                values = ", ".join(_copied(column, int(width), copies) for column in columns)
                connection.execute(
                    f"WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < {copies - 1}) "
                    f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM copy, {table}"
                )
            connection.execute("INSERT INTO search_index(search_index) VALUES ('rebuild')")
            connection.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")
            connection.execute("ANALYZE")


def _copied(column: str, width: int, copies: int) -> str:
    if column in _NUMBERS:
        return f"{column} + n * {width}"
    if column == "source_ref":
        return "source_ref || '-' || n"
    if column in ("published", "date_posted"):  # higher ids are younger, over six weeks
        return (
            f"strftime('%Y-%m-%d %H:%M:%S.000000', {column}, '-' || (({copies} - n) * 60480 / {copies}) || ' minutes')"
        )
    return column
