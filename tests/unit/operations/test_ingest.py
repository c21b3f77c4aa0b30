"""A run's observations on their way into the store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.spool import SpoolWriter
from domain.clock import FixedClock
from domain.observations import Checkpoint, Fetched, Gone, LeftOut, Observation, Present, Problem, Seen
from domain.postings import Draft, PostingStatus
from operations.context import Context
from operations.ingest import Intake
from settings import Settings
from storage import left_out, postings, runs
from storage import sources as source_states
from tests.support import stores

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
DRAFT = Draft("a1", "https://ads.example/a1", "Kundeservicesjef", employer="Nordlys Strøm AS")


def _context(folder: Path) -> Context:
    clock = FixedClock(NOON)
    return Context(Settings(data_dir=folder), stores.opened(folder, clock), clock)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    made = _context(tmp_path)
    yield made
    made.store.close()


def _intake(context: Context, *observations: Observation, tail: bytes = b"") -> Intake:
    with context.store.write() as session:
        live = runs.live(session, "portal")
        number = live.id if live else runs.begin(session, "portal", NOON, pid=1, host="here", trigger="test")
    spool = context.data_dir / f"{number}-{len(list(context.data_dir.iterdir()))}.jsonl"
    writer = SpoolWriter(spool)
    for observation in observations:
        writer.write(observation)
    writer.close()
    with spool.open("ab") as file:
        file.write(tail)
    intake = Intake(context, "portal", number, spool)
    intake.drain()
    return intake


def _stored(context: Context, *refs: str) -> dict[str, postings.StoredPosting]:
    with context.store.read() as session:
        return postings.by_refs(session, "portal", refs)


def test_an_ad_that_was_read_is_stored_as_new_and_counted_once(context: Context) -> None:
    intake = _intake(context, Seen(DRAFT), Seen(DRAFT))
    assert _stored(context, "a1")["a1"].draft == DRAFT
    assert (intake.counts.tally.seen, intake.counts.tally.new) == (1, 1)


def test_the_last_word_about_an_ad_counts(context: Context) -> None:
    _intake(context, Seen(DRAFT))
    intake = _intake(context, Seen(replace(DRAFT, title="Kundesenterleder")), Gone("a1", "INACTIVE"))
    assert intake.counts.tally.withdrawn == 1
    assert _stored(context, "a1")["a1"].status is PostingStatus.WITHDRAWN
    assert _stored(context, "a1")["a1"].draft.title == "Kundeservicesjef", "a closing never brings new words"


def test_an_ad_that_closed_before_it_was_stored_is_accounted_for_but_not_stored(context: Context) -> None:
    intake = _intake(context, Gone("unknown", "INACTIVE"))
    assert _stored(context, "unknown") == {}
    assert (intake.counts.tally.seen, intake.counts.tally.not_relevant, intake.counts.tally.withdrawn) == (1, 1, 0)


def test_what_is_left_out_is_kept_with_its_reason(context: Context) -> None:
    intake = _intake(context, LeftOut("x1", "Sykepleier", "title"))
    with context.store.read() as session:
        assert left_out.counts(session, run_id=intake.run_id) == {"title": 1}


def test_leaving_out_an_ad_that_is_stored_only_says_that_it_is_still_there(context: Context) -> None:
    _intake(context, Seen(DRAFT))
    intake = _intake(context, LeftOut("a1", "Ny tittel", "title"))
    assert _stored(context, "a1")["a1"].status is PostingStatus.ACTIVE
    assert (intake.counts.tally.unchanged, intake.counts.tally.not_relevant) == (1, 0)


@pytest.mark.parametrize("later", [Present("a1"), LeftOut("a1", "Kundeservicesjef", "another search")])
def test_meeting_an_ad_again_takes_nothing_from_what_was_read_of_it(context: Context, later: Observation) -> None:
    _intake(context, Seen(DRAFT))
    _intake(context, Gone("a1", "INACTIVE"))
    _intake(context, Seen(replace(DRAFT, title="Kundesenterleder")), later)
    stored = _stored(context, "a1")["a1"]
    assert (stored.status, stored.draft.title) == (PostingStatus.ACTIVE, "Kundesenterleder")


def test_an_ad_left_out_before_and_stored_now_is_no_longer_on_the_list_of_those_left_out(context: Context) -> None:
    _intake(context, LeftOut("a1", "Kundeservicesjef", "detail not available"))
    _intake(context, Seen(DRAFT))
    with context.store.read() as session:
        assert left_out.counts(session, "portal") == {}


def test_a_present_ad_is_met_without_being_read(context: Context) -> None:
    _intake(context, Seen(DRAFT))
    intake = _intake(context, Present("a1"))
    assert (intake.counts.tally.seen, intake.counts.tally.unchanged) == (1, 1)


def test_the_cursor_is_stored_with_the_ads_it_covers(context: Context) -> None:
    _intake(context, Seen(DRAFT), Checkpoint({"page_id": "p2"}))
    with context.store.read() as session:
        assert source_states.cursor(session, "portal") == {"page_id": "p2"}


def test_a_torn_last_line_is_left_for_later(context: Context) -> None:
    intake = _intake(context, Seen(DRAFT), tail=b'{"kind": "gone", "sour')
    assert intake.counts.problems == {}
    assert _stored(context, "a1")["a1"].status is PostingStatus.ACTIVE


def test_a_whole_line_that_is_no_observation_is_a_problem_and_loses_nothing_else(context: Context) -> None:
    intake = _intake(context, Seen(DRAFT), tail=b"not json\n")
    assert intake.counts.problems == {"unreadable": 1}
    assert "a1" in _stored(context, "a1")


def test_pages_bytes_and_problems_reach_the_run_row(context: Context) -> None:
    page = Fetched("https://ads.example/1", 200, 1000, NOON, listing=True)
    intake = _intake(context, page, page, Problem("robots", "robots.txt forbids it"))
    with context.store.read() as session:
        record = runs.get(session, intake.run_id)
    assert (record.pages, record.bytes, dict(record.problems)) == (2, 2000, {"robots": 1})
    assert record.first_problem == {"robots": "robots.txt forbids it"}


def test_an_ad_whose_last_day_is_over_is_stored_as_expired(context: Context) -> None:
    _intake(context, Seen(replace(DRAFT, deadline=date(2026, 11, 22))))
    assert _stored(context, "a1")["a1"].status is PostingStatus.EXPIRED


_REFS = st.sampled_from(["a", "b", "c"])
_SIGHTINGS = st.one_of(
    st.builds(lambda ref, n: Seen(Draft(ref, f"https://ads.example/{ref}", f"Tittel {n}")), _REFS, st.integers(0, 2)),
    st.builds(lambda ref: Gone(ref, "INACTIVE"), _REFS),
    st.builds(lambda ref: LeftOut(ref, "Tittel", "title"), _REFS),
    st.builds(Present, _REFS),
)


def test_after_a_damaged_line_the_cursor_stays_so_that_the_next_run_reads_it_again(context: Context) -> None:
    _intake(context, Checkpoint({"page": 1}))
    spool = context.data_dir / "damaged.jsonl"
    writer = SpoolWriter(spool)
    with spool.open("ab") as file:
        file.write(b'{"kind": "se\n')
    writer.write(Seen(DRAFT))
    writer.write(Checkpoint({"page": 2}))
    writer.close()
    with context.store.read() as session:
        live = runs.live(session, "portal")
        assert live is not None
    Intake(context, "portal", live.id, spool).drain()
    assert set(_stored(context, "a1")) == {"a1"}
    with context.store.read() as session:
        assert source_states.cursor(session, "portal") == {"page": 1}


@given(st.lists(_SIGHTINGS, max_size=12), st.integers(0, 12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_taking_a_spool_in_two_parts_stores_the_same_ads(
    tmp_path_factory: pytest.TempPathFactory, sightings: list[Observation], cut: int
) -> None:
    outcomes = []
    for parts in ([sightings], [sightings[:cut], sightings[cut:]]):
        context = _context(tmp_path_factory.mktemp("store"))
        for part in parts:
            _intake(context, *part)
        stored = _stored(context, "a", "b", "c")
        outcomes.append({ref: item.status for ref, item in stored.items()})
        context.store.close()
    one, two = outcomes
    assert {ref for ref in two if one.get(ref) not in (None, two[ref])} == set()
