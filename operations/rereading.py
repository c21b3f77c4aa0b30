"""One child that reads kept pages, and what its ads say compared with what is stored, a batch at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from crawler.process import Child, CrawlJob, Limits, heartbeat_of
from crawler.reread import Wanted, write_wanted
from crawler.spool import read_from
from domain.clock import local_date
from domain.lifecycle import Standing, on_reread
from domain.observations import Ended, Observation, Problem, Seen
from domain.postings import Contact, Draft, content_hash
from domain.sources import Source
from operations.context import Context
from operations.raw_pages import raw_folder
from storage import postings
from storage.posting_records import StoredPosting, sound
from storage.rereading import RereadPosting, save_reread

ADS_A_CHILD = 5_000
"""Read by one child, whose bounds are those of a crawl."""
BATCH = 200
POLL_SECONDS = 0.1
SILENT = timedelta(seconds=60)
"""A page that takes longer holds its child fast, which is then ended."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a draft before and after; of contact persons only how many there are."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class RereadAd:
    """A posting that says something else now."""

    id: int
    source_ref: str
    url: str
    title: str
    status: str
    version: int
    """Its newest; the one it had where only remarks beside the ad changed."""
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A posting that could not be read again; its stored words stay."""

    source_ref: str
    why: str


@dataclass(slots=True)
class Reparsed:
    """What reading one source again came to."""

    source: str
    stored: int
    """Its postings."""
    read: int = 0
    unchanged: int = 0
    changed: list[RereadAd] = field(default_factory=list)
    trouble: list[Trouble] = field(default_factory=list)
    not_kept: int = 0
    """Postings without a page that is still kept: imported, older than the keeping of pages, or dropped since."""
    failed: str = ""
    """Why it could not be read again to its end."""


class Rereading:
    """Reads ads of one source again, one child at a time. The caller holds the source's lock."""

    def __init__(
        self, context: Context, source: Source, report: Reparsed, progress: Callable[[], None], *, dry_run: bool
    ) -> None:
        self.context, self.source, self.report = context, source, report
        self.dry_run, self.progress = dry_run, progress
        folder = context.data_dir / "spool"
        folder.mkdir(parents=True, exist_ok=True)
        self._spool = folder / f"reparse-{source.name}.jsonl"
        self._wanted = self._spool.with_suffix(".wanted")
        self._offset, self._ended = 0, False

    def run(self, wanted: Sequence[Wanted]) -> None:
        """Read the ads again and store what changed; what the child could not do is in the report."""
        self._offset, self._ended = 0, False
        self._tidy()  # a run that was killed left its spool, whose ads are read again
        write_wanted(self._wanted, wanted)
        child = Child.start(self._job())
        try:
            self._watch(child)
        finally:
            child.stop()
        while self._take():
            pass
        if not self._ended:
            self.report.failed = f"reading ended before its end; last words: {child.error_tail() or 'none'}"
        self._tidy()

    def _job(self) -> CrawlJob:
        return CrawlJob(
            run_id=0,
            source=self.source,
            spool=str(self._spool),
            started_at=self.context.clock.now(),
            raw=str(raw_folder(self.context.data_dir)),
            reread=str(self._wanted),
            limits=Limits(),
        )

    def _watch(self, child: Child) -> None:
        while child.poll() is None:
            if not self._take():
                self.context.clock.sleep(POLL_SECONDS)
            if child.silent_seconds() > SILENT.total_seconds():
                return

    def _take(self) -> bool:
        observations, offset, _ = read_from(self._spool, self._offset, BATCH)
        if offset == self._offset:
            return False
        self._offset = offset
        self._ended = self._ended or any(isinstance(item, Ended) for item in observations)
        seen = {item.draft.source_ref: item.draft for item in observations if isinstance(item, Seen)}
        if self.dry_run:
            with self.context.store.read() as session:
                self._compare(session, seen)
        else:
            with self.context.store.write() as session:
                save_reread(session, self._compare(session, seen), self.context.clock.now())
        self._count(observations)
        self.progress()
        return True

    def _count(self, observations: Sequence[Observation]) -> None:
        for item in observations:
            if isinstance(item, Problem):
                self.report.trouble.append(Trouble(item.source_ref, item.message))

    def _compare(self, session: Session, seen: dict[str, Draft]) -> list[RereadPosting]:
        stored = postings.by_refs(session, self.source.name, seen)
        people = postings.contacts(session, [posting.id for posting in stored.values()])
        found = []
        for ref, draft in seen.items():
            if (before := stored.get(ref)) is None:  # taken out of the store meanwhile
                continue
            item = self._item(before, draft)
            changes = field_changes(before, item, people.get(before.id, ()))
            self.report.read += 1
            self.report.unchanged += not changes
            if changes:
                found.append(item)
                self.report.changed.append(_told(item, changes))
        return found

    def _item(self, before: StoredPosting, draft: Draft) -> RereadPosting:
        digest = content_hash(draft)
        if not draft.description_html:  # a list of teasers says nothing against the text that a page gave
            draft = replace(draft, description_html=before.draft.description_html)
        standing = Standing(before.status, before.content_hash, before.absences)
        decision = on_reread(standing, draft.deadline, local_date(self.context.clock.now()))
        return RereadPosting(before, sound(draft)[0], digest, decision)

    def _tidy(self) -> None:
        for leftover in (self._spool, self._wanted, heartbeat_of(self._spool)):
            leftover.unlink(missing_ok=True)


def field_changes(before: StoredPosting, item: RereadPosting, people: tuple[Contact, ...]) -> tuple[FieldChange, ...]:
    """Every field that differs; contact persons only where the ad's own words do, since stored ones may be wiped."""
    old, new = before.draft, item.draft
    found = [
        FieldChange(spec.name, getattr(old, spec.name), getattr(new, spec.name))
        for spec in fields(Draft)
        if spec.compare and spec.name != "contacts" and getattr(old, spec.name) != getattr(new, spec.name)
    ]
    if item.content_hash != before.content_hash and people != new.contacts:
        found.append(FieldChange("contacts", len(people), len(new.contacts)))
    return tuple(found)


def _told(item: RereadPosting, changes: tuple[FieldChange, ...]) -> RereadAd:
    posting = item.before
    fresh = item.content_hash != posting.content_hash
    return RereadAd(
        id=posting.id,
        source_ref=posting.source_ref,
        url=item.draft.url,
        title=item.draft.title,
        status=(item.decision.status if item.decision else posting.status).value,
        version=posting.versions + fresh,
        fields=changes,
    )
