"""Brings what a crawl child observed into the store, one batch and one transaction at a time.

The batch's ads, the source's cursor and the place reached in the spool are committed together, so that a crash
between two batches neither loses an ad nor takes one twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from crawler.spool import read_from
from domain.clock import local_date
from domain.lifecycle import Change, Decision, Standing, on_gone, on_seen
from domain.observations import Checkpoint, Gone, LeftOut, Observation, Present, Seen
from domain.postings import content_hash
from operations.context import Context
from operations.counts import RunCounts
from storage import left_out, postings, runs
from storage import sources as source_states
from storage.posting_records import SeenPosting
from storage.posting_writes import save_seen

BATCH = 500
"""Observations taken in one transaction."""

Sighting = Seen | Present | Gone | LeftOut
Known = Mapping[str, Standing]


class Intake:
    """One run's way into the store: reads its spool from where the last transaction ended."""

    def __init__(
        self, context: Context, source: str, run_id: int, spool: Path, offset: int = 0, *, keep_cursor: bool = True
    ) -> None:
        self.context, self.source, self.run_id = context, source, run_id
        self.spool, self.offset, self.keep_cursor = spool, offset, keep_cursor
        self.counts = RunCounts()

    def drain(self) -> None:
        """Take everything that the spool still holds."""
        while self.take_batch():
            pass

    def take_batch(self) -> bool:
        """Store the next whole lines of the spool in one transaction; False when there are none."""
        observations, offset, bad = read_from(self.spool, self.offset, BATCH)
        if offset == self.offset:
            return False
        now = self.context.clock.now()
        # A lost line may have been an ad: from here on the next run must meet this one's ads again.
        self.keep_cursor = self.keep_cursor and not bad
        with self.context.store.write() as session:
            self._store(session, observations, now)
            self.counts.watch(observations)
            self.counts.bad_lines(bad)
            self.offset = offset
            self.store_counts(session, now)
        return True

    def store_counts(self, session: Session, now: datetime) -> None:
        """Write how far the run has come into its row: what was counted since the last time."""
        fresh = self.counts.since_last()
        runs.add_progress(
            session,
            self.run_id,
            now,
            spool_offset=self.offset,
            pages=fresh.pages,
            requests=fresh.requests,
            size=fresh.bytes,
            tally=fresh.tally,
            ads_read=fresh.ads_read,
            stated=fresh.stated,
            problems=fresh.problems,
            first_problem=dict(self.counts.first_problem),
        )

    def _store(self, session: Session, batch: Sequence[Observation], now: datetime) -> None:
        sightings = _last_of_each(batch)
        known = postings.standings(session, self.source, list(sightings))
        self._store_seen(session, [item for item in sightings.values() if isinstance(item, Seen)], known, now)
        self._store_gone(session, [item for item in sightings.values() if isinstance(item, Gone)], known, now)
        self._store_others(session, sightings.values(), known, now)
        cursor = next((item.cursor for item in reversed(batch) if isinstance(item, Checkpoint)), None)
        if cursor is not None and self.keep_cursor:
            source_states.set_cursor(session, self.source, dict(cursor), now)

    def _store_seen(self, session: Session, items: Sequence[Seen], known: Known, now: datetime) -> None:
        today = local_date(now)
        rows = []
        for item in items:
            ref, digest = item.draft.source_ref, content_hash(item.draft)
            decision = on_seen(known.get(ref), digest, item.draft.deadline, today)
            rows.append(SeenPosting(item.draft, digest, decision, item.pages))
            self.counts.change(ref, decision.change)
            self.counts.read(item.draft, decision.change)
        if rows:
            save_seen(session, self.source, self.run_id, rows, now)
            left_out.remove(session, self.source, [row.draft.source_ref for row in rows])

    def _store_gone(self, session: Session, items: Sequence[Gone], known: Known, now: datetime) -> None:
        decisions: dict[str, Decision] = {}
        for item in items:
            standing = known.get(item.source_ref)
            if standing is None:
                self.counts.leave_out(item.source_ref)
            elif decision := on_gone(standing, item.reason):
                decisions[item.source_ref] = decision
                self.counts.change(item.source_ref, decision.change)
            else:
                self.counts.met_again(item.source_ref)
        if decisions:
            postings.apply(session, self.source, decisions, self.run_id, now)

    def _store_others(self, session: Session, items: Iterable[Sighting], known: Known, now: datetime) -> None:
        """What was stored once stays stored: leaving it out now only says that it is still there."""
        present, fresh = [], []
        for item in items:
            if isinstance(item, Present) or (isinstance(item, LeftOut) and item.source_ref in known):
                present.append(item.source_ref)
                self.counts.change(item.source_ref, Change.UNCHANGED)
            elif isinstance(item, LeftOut):
                fresh.append(item)
                self.counts.leave_out(item.source_ref)
        if present:
            postings.mark_present(session, self.source, present, self.run_id, now)
        if fresh:
            left_out.save(session, self.source, self.run_id, fresh, now)


def _last_of_each(batch: Iterable[Observation]) -> dict[str, Sighting]:
    """The last sighting of each ad: a feed may speak of one ad several times, and its last word counts.

    That an ad is there, or was left out elsewhere, is no word against what was read of it.
    """
    latest: dict[str, Sighting] = {}
    for item in batch:
        if isinstance(item, Seen):
            latest[item.draft.source_ref] = item
        elif isinstance(item, Gone) or (
            isinstance(item, (Present, LeftOut)) and not isinstance(latest.get(item.source_ref), Seen)
        ):
            latest[item.source_ref] = item
    return latest
