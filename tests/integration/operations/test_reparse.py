"""Reading ads again from kept pages: after real crawls on loopback, with every server gone."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, func, select, update

from crawler.packs import Packs
from crawler.raw_pages import RawPages
from domain.clock import SystemClock
from domain.errors import NothingFoundError
from domain.postings import Draft, PostingStatus
from domain.runs import RunState
from operations import rereading
from operations.context import Context, open_context
from operations.crawl import crawl
from operations.locks import source_lock
from operations.raw_pages import raw_folder
from operations.reparse import reparse
from operations.rereading import Reparsed
from settings import Settings
from storage import audit, postings, raw_links, runs
from storage.tables import POSTING, POSTING_VERSION, RUN, SOURCE_STATE
from tests.integration.portals.sites import Nav, Site, uuid
from tests.integration.portals.test_list_platforms import BOARD, greenhouse, workday_site
from tests.support import stores

ROOT = Path(__file__).resolve().parents[3]
ADS = {"liste": 3, "strom": 3, "tavle": 2}
PACKAGES = ("alerts", "cli", "crawler", "domain", "matcher", "operations", "storage", "web")


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look oftener whether a child has come further."""
    monkeypatch.setattr(rereading, "POLL_SECONDS", 0.02)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Three sources crawled: a list with texts, a list with a page for each ad, and NAV's feed."""
    folder = tmp_path_factory.mktemp("crawled")
    with ExitStack() as stack:
        titles = ("Head of Customer Service", "Customer Service Manager", "Clerk")
        board = stack.enter_context(Site({f"{BOARD}/jobs": greenhouse(*titles)}))
        base, site = workday_site(3)
        workday = stack.enter_context(site)
        nav = stack.enter_context(Nav())
        for number in range(3):
            nav.event(number, f"Kundeserviceleder {number}")
        settings = Settings.model_validate(
            {
                "data_dir": folder,
                "sources": {
                    "tavle": _source("greenhouse", board.url + BOARD),
                    "liste": _source("workday", workday.url + base),
                    "strom": _source("nav_feed", nav.url),
                },
            }
        )
        with open_context(settings) as context:
            assert {crawl(context, name).state for name in settings.sources} == {RunState.COMPLETE}
    return settings


def _source(platform: str, address: str) -> dict[str, object]:
    return {"platform": platform, "base_url": address, "delay_seconds": 0, "allow_loopback": True}


@pytest.fixture
def context(crawled: Settings, tmp_path: Path) -> Iterator[Context]:
    """The crawled store and its pages, for this test alone."""
    shutil.copytree(crawled.data_dir, tmp_path / "data")
    with open_context(crawled.model_copy(update={"data_dir": tmp_path / "data"}), SystemClock()) as opened:
        yield opened


def tables(context: Context, *chosen: Table) -> list[Sequence[Any]]:
    """All rows."""
    with context.store.read() as session:
        return [session.execute(select(table)).all() for table in chosen]


def said(context: Context, source: str) -> dict[str, tuple[Draft, PostingStatus]]:
    """What the source's postings say, and where they stand."""
    with context.store.read() as session:
        stored = postings.by_refs(session, source, raw_links.of_source(session, source))
    return {ref: (posting.draft, posting.status) for ref, posting in stored.items()}


def damage(context: Context, source: str, **changes: object) -> None:
    """Make the stored words of a source those of an older parser."""
    with context.store.write() as session:
        chosen = select(POSTING.c.id).where(POSTING.c.source == source)
        halved = func.replace(POSTING_VERSION.c.payload, "Customer", "Custom")
        versions = update(POSTING_VERSION).where(POSTING_VERSION.c.posting_id.in_(chosen))
        session.execute(versions.values(description_html="<p>halv", payload=halved))
        own = update(POSTING).where(POSTING.c.source == source)
        session.execute(own.values(content_hash="of an older parser", **changes))


def one(context: Context, source: str, *, dry_run: bool = False) -> Reparsed:
    (done,) = reparse(context, [source], dry_run=dry_run)
    return done


def test_over_unchanged_parsers_nothing_changes_and_over_better_ones_all_that_a_crawl_would(context: Context) -> None:
    everything = (POSTING, POSTING_VERSION, RUN, SOURCE_STATE)
    before, fresh = tables(context, *everything), {name: said(context, name) for name in ADS}
    done = {item.source: item for item in reparse(context)}
    assert {name: (item.read, item.unchanged) for name, item in done.items()} == {n: (c, c) for n, c in ADS.items()}
    assert not any(item.changed or item.trouble or item.failed or item.not_kept for item in done.values())
    assert tables(context, *everything) == before
    for name in ADS:
        damage(context, name)
    done = {item.source: item for item in reparse(context)}
    assert {name: said(context, name) for name in ADS} == fresh
    for name, item in done.items():
        assert len(item.changed) == item.read == ADS[name]
        for ad in item.changed:
            changes = {change.name: (change.before, change.after) for change in ad.fields}
            assert changes["description_html"] == ("<p>halv", fresh[name][ad.source_ref][0].description_html)
    assert tables(context, RUN, SOURCE_STATE) == before[2:], "no run, and no cursor moved"
    assert list((context.data_dir / "spool").iterdir()) == []


def test_a_dry_run_tells_the_same_and_stores_nothing(context: Context) -> None:
    damage(context, "tavle")
    before = tables(context, POSTING, POSTING_VERSION)
    dry = one(context, "tavle", dry_run=True)
    assert len(dry.changed) == 2
    assert tables(context, POSTING, POSTING_VERSION) == before
    assert one(context, "tavle") == dry


def test_a_changed_ad_has_a_version_more_and_the_same_life(context: Context) -> None:
    damage(context, "liste")
    lived = {row.id: row for row in tables(context, POSTING)[0]}
    done = one(context, "liste")
    with context.store.read() as session:
        for ad in done.changed:
            versions = postings.versions(session, ad.id)
            assert [version.reread for version in versions] == [False, True]
            assert versions[-1].number == ad.version == 2
            stored = session.execute(select(POSTING).where(POSTING.c.id == ad.id)).one()
            for name in ("status", "last_seen", "last_seen_run", "absences", "first_seen", "raw_pages"):
                assert getattr(stored, name) == getattr(lived[ad.id], name)
            assert stored.changed_at > lived[ad.id].changed_at
        assert audit.recent(session, 1)[0].action == "postings.reparse"


def test_a_better_parser_is_what_it_is_for(context: Context, tmp_path: Path) -> None:
    """A copy of the program whose parser has learnt something, by command."""
    before = said(context, "tavle")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "settings.py", tmp_path)
    parser = tmp_path / "crawler" / "parsing" / "greenhouse.py"
    old = parser.read_text(encoding="utf-8")
    new = old.replace(
        '        text=job.get("content"),\n', '        text=job.get("content"),\n        start_raw="snarest",\n'
    )
    assert new != old
    parser.write_text(new, encoding="utf-8")
    table = context.settings.sources["tavle"].model_dump(exclude_none=True)
    keys = "".join(f"{key} = {json.dumps(value)}\n" for key, value in table.items())
    (tmp_path / "jobbvakt.toml").write_text(f"[sources.tavle]\n{keys}", encoding="utf-8")
    words = ["reparse", "--source", "tavle", "--no-match", "--data-dir", str(context.data_dir)]
    done = subprocess.run(
        [sys.executable, "-c", "from cli import main; main()", *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "tavle: 2 read again · 2 changed"
    assert done.stdout.count("    start_raw: – → snarest") == 2
    after = said(context, "tavle")
    assert {draft.start_raw for draft, _ in after.values()} == {"snarest"}
    assert {draft.title for draft, _ in after.values()} == {draft.title for draft, _ in before.values()}
    assert one(context, "tavle").read == 2
    assert said(context, "tavle") == before, "the parser of old, again"


def test_nothing_is_withdrawn_and_what_was_misread_as_closed_is_open(context: Context) -> None:
    yesterday = SystemClock().now() - timedelta(days=1)
    damage(context, "strom", status="expired", closed_at=yesterday)
    with context.store.write() as session:
        first = update(POSTING).where(POSTING.c.source_ref == uuid(0))
        session.execute(first.values(status="withdrawn"))
    one(context, "strom")
    statuses = {ref: status for ref, (_, status) in said(context, "strom").items()}
    assert statuses.pop(uuid(0)) is PostingStatus.WITHDRAWN
    assert set(statuses.values()) == {PostingStatus.ACTIVE}


def test_pages_that_are_gone_or_damaged_are_told_and_their_ads_stay(context: Context) -> None:
    before = said(context, "liste")
    with context.store.read() as session:
        linked = raw_links.of_source(session, "liste")
    first, second, _ = sorted(linked)
    RawPages(raw_folder(context.data_dir), "liste").drop([linked[first][1]])
    packs = Packs(context.data_dir / "raw" / "liste")
    (spoilt,) = (entry for entry in packs.entries() if entry.key.hex() == linked[second][1])
    with (context.data_dir / "raw" / "liste" / f"{spoilt.pack}.pack").open("r+b") as pack:
        pack.seek(spoilt.start)
        pack.write(b"spoilt")
    done = one(context, "liste")
    assert (done.read, done.not_kept) == (1, 1)
    assert [(item.source_ref, "damaged" in item.why) for item in done.trouble] == [(second, True)]
    assert said(context, "liste") == before


def test_an_ad_that_its_page_holds_no_longer_is_told_and_stays(context: Context) -> None:
    with context.store.write() as session:
        session.execute(update(POSTING).where(POSTING.c.source_ref == "5100000001").values(source_ref="77"))
    done = one(context, "tavle")
    assert [(item.source_ref, item.why) for item in done.trouble] == [
        ("77", "the parser finds it no longer on its page")
    ]
    assert said(context, "tavle")["77"][1] is PostingStatus.ACTIVE


def test_a_crawl_under_way_and_a_source_that_is_gone_do_not_hinder_the_others(context: Context) -> None:
    with context.store.write() as session:
        session.execute(update(POSTING).where(POSTING.c.source == "strom").values(source="gone"))
    with source_lock(context.data_dir, "tavle") as ours:
        assert ours
        done = {item.source: item for item in reparse(context)}
    assert "under way" in done["tavle"].failed
    assert "no longer among the sources" in done["gone"].failed
    assert done["liste"].unchanged == 3


def test_a_crawl_on_another_machine_is_not_disturbed_either_unless_it_died(context: Context) -> None:
    with context.store.write() as session:
        began = SystemClock().now()
        number = runs.begin(session, "tavle", began, pid=1, host="another", trigger="test")
    assert "under way" in one(context, "tavle").failed
    with context.store.write() as session:
        runs.heartbeat(session, number, began - timedelta(minutes=2))
    assert one(context, "tavle").unchanged == 2


def test_a_reading_that_was_killed_is_done_again(context: Context) -> None:
    damage(context, "liste")
    (context.data_dir / "spool" / "reparse-liste.jsonl").write_text('{"kind":"seen","dra')
    (context.data_dir / "spool" / "reparse-liste.wanted").write_text("[]")
    assert len(one(context, "liste").changed) == 3


def test_where_nothing_is_kept_it_says_so(tmp_path: Path) -> None:
    with open_context(Settings(data_dir=stores.place(tmp_path))) as context:
        with pytest.raises(NothingFoundError, match="no posting has a kept page"):
            reparse(context)
        with pytest.raises(NothingFoundError, match="no such source: nav_fed"):
            reparse(context, ["nav_fed"])
