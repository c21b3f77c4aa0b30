"""Merged or split by hand: kept through every later comparison."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.spool import SpoolWriter
from domain.clock import FixedClock
from domain.errors import NothingFoundError, UsageError
from domain.observations import Gone, Observation, Seen
from domain.postings import Draft, Place, SafeHtml
from operations.context import Context
from operations.indexing import reindex
from operations.ingest import Intake
from operations.match import match
from operations.opening_page import view
from operations.rulings import merge, split
from operations.targets import OCCUPATION_TARGET
from settings import Settings
from storage import cards, openings, postings, runs, search
from storage.errors import NotStoredError
from tests.support import stores

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
TEXT = "<p>Vi søker en kundeservicesjef med personalansvar for tolv medarbeidere i Bergen. Du har ledet før.</p>" * 3
DRAFT = Draft(
    "a1",
    "https://ads.example/a1",
    "Kundeservicesjef",
    description_html=SafeHtml(TEXT),
    employer="Nordlys Strøm AS",
    places=(Place(city="Bergen", municipality="Bergen"),),
    date_posted=NOON,
)
TWIN = replace(DRAFT, source_ref="b1", url="https://other.example/b1")
STRANGER = replace(
    DRAFT,
    source_ref="c1",
    url="https://third.example/c1",
    employer="Polar Bank ASA",
    places=(Place(city="Tromsø", municipality="Tromsø"),),
    description_html=SafeHtml("<p>Banken søker en leder for kundesenteret i Tromsø, med budsjettansvar.</p>" * 3),
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    clock = FixedClock(NOON)
    store = stores.opened(tmp_path, clock)
    yield Context(Settings(data_dir=tmp_path), store, clock)
    store.close()


def _take(context: Context, source: str, *observations: Observation) -> None:
    with context.store.write() as session:
        live = runs.live(session, source)
        number = live.id if live else runs.begin(session, source, NOON, pid=1, host="here", trigger="test")
    spool = context.data_dir / f"{source}-{len(list(context.data_dir.iterdir()))}.jsonl"
    writer = SpoolWriter(spool)
    for observation in observations:
        writer.write(observation)
    writer.close()
    Intake(context, source, number, spool).drain()


def _groups(context: Context) -> dict[int, tuple[int, ...]]:
    with context.store.read() as session:
        return {record.id: record.postings for record in openings.groups(session)}


def test_a_split_outlives_later_comparisons_and_a_merge_takes_it_back(context: Context) -> None:
    _take(context, "one", Seen(DRAFT))
    _take(context, "two", Seen(TWIN))
    match(context)
    assert _groups(context) == {1: (1, 2)}
    report = split(context, 1, [2], by="ada", why="two posts")
    assert (report.postings, len(report.apart)) == ((1,), 1)
    match(context, rescore=True)
    assert sorted(_groups(context).values()) == [(1,), (2,)]
    merge(context, [1, *report.apart], by="ada", why="after all")
    match(context, rescore=True)
    assert _groups(context) == {1: (1, 2)}


def test_a_merge_across_cities_by_hand_is_kept(context: Context) -> None:
    _take(context, "one", Seen(DRAFT))
    _take(context, "three", Seen(STRANGER))
    match(context)
    assert len(_groups(context)) == 2
    merge(context, [1, 2], by="ada", why="moved")
    match(context, rescore=True)
    assert _groups(context) == {1: (1, 2)}


OTHER_TRADE = replace(
    DRAFT,
    source_ref="d1",
    url="https://fourth.example/d1",
    title="Butikkmedarbeider",
    description_html=SafeHtml("<p>Vi søker deg som vil stå i kassa og fylle varer i butikken.</p>" * 20),
)


def test_an_opening_is_not_lost_when_a_longer_ad_for_something_else_is_put_to_it(context: Context) -> None:
    _take(context, "one", Seen(DRAFT))
    _take(context, "four", Seen(OTHER_TRADE))
    match(context)
    merge(context, [1, 2], by="ada", why="one advertisement for two jobs")
    with context.store.read() as session:
        (card,) = cards.ranked(session, OCCUPATION_TARGET)
        shown = view(session, 1)
    reindex(context, OCCUPATION_TARGET, anew=True)
    with context.store.read() as session:
        (title,) = search.titles(session, ["kunde"])
    assert [card.title, shown.lead.draft.title, title] == ["Kundeservicesjef"] * 3
    assert {listing.title for listing in card.listings} == {"Kundeservicesjef", "Butikkmedarbeider"}


def test_an_ad_shown_elsewhere_after_it_was_withdrawn_is_still_the_same_opening(context: Context) -> None:
    _take(context, "one", Seen(DRAFT))
    match(context)
    context.clock.sleep(timedelta(days=2).total_seconds())
    _take(context, "one", Gone("a1", "INACTIVE"))
    _take(context, "two", Seen(TWIN))
    match(context)
    assert _groups(context) == {1: (1, 2)}


def test_mistakes_are_told_and_change_nothing(context: Context) -> None:
    _take(context, "one", Seen(DRAFT))
    match(context)
    with pytest.raises(UsageError, match="merged with itself"):
        merge(context, [1, 1], by="ada", why="")
    with pytest.raises(NotStoredError):
        merge(context, [1, 99], by="ada", why="")
    with pytest.raises(NothingFoundError, match="not a posting"):
        split(context, 1, [7], by="ada", why="")
    with pytest.raises(UsageError, match="nothing would be left"):
        split(context, 1, [1], by="ada", why="")
    assert _groups(context) == {1: (1,)}
    with context.store.read() as session:
        assert len(postings.active(session)) == 1
