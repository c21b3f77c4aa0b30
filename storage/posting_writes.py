"""Storing what a run has seen, in batches: rows, versions and contacts each with one statement for all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from domain.lifecycle import Change, Decision
from domain.postings import Draft, PostingStatus
from storage.base import among, chunks, insert_for, insert_many, listed
from storage.codec import storable
from storage.posting_records import SeenPosting, content_columns, sound
from storage.tables import CONTACT, POSTING, POSTING_VERSION

_KNOWN = ("id", "source_ref", "content_hash", "status", "versions", "description_length", "closed_at", "raw_pages")
_ONCE = ("source", "source_ref", "first_seen")
"""Columns that an upsert leaves as they are."""
_NEW_VERSION, _NEW_CONTACT = insert(POSTING_VERSION), insert(CONTACT)
_NEW_PAGES = update(POSTING).where(POSTING.c.id == bindparam("posting")).values(raw_pages=bindparam("pages"))
_NEWEST = select(func.max(POSTING.c.id))
_ADDED = select(POSTING.c.source_ref, POSTING.c.id).where(
    POSTING.c.id > bindparam("newest"), POSTING.c.source == bindparam("of")
)


@dataclass(slots=True)
class _Fresh:
    """A posting whose words are new; ``before`` is its row, if there is one."""

    draft: Draft
    payload: str
    seen: SeenPosting
    before: Any | None

    @property
    def number(self) -> int:
        return self.before.versions + 1 if self.before else 1


def save_seen(
    session: Session, source: str, run_id: int | None, items: Sequence[SeenPosting], now: datetime
) -> dict[str, int]:
    """Store ads that were read; source_ref → posting id of each, in their order.

    The row gets the decision's status, ``absences`` 0 and ``last_seen`` (also ``last_seen_run``). Where the hash is
    not the stored one, or there is no row, the words are stored with a new version; a draft without a description
    keeps the stored one. Contact persons go to their own table. Of several items with one source_ref the last counts.
    """
    latest = {storable(item.draft.source_ref): item for item in items}
    known = _known(session, source, latest)
    touched, fresh = [], []
    for ref, item in latest.items():
        before = known.get(ref)
        if before is not None and before.content_hash == item.content_hash:
            touched.append((before, item))
        else:
            fresh.append(_Fresh(*sound(item.draft), item, before))
    ids = {ref: int(row.id) for ref, row in known.items()}
    if fresh:
        ids |= _save_fresh(session, source, run_id, fresh, now)
    _touch(session, run_id, touched, now)
    # Those of an ad that is back may have been wiped meanwhile, though its words are the same.
    back = [(before, item) for before, item in touched if item.decision.change is Change.REVIVED]
    erase_contacts(session, [*(one.before.id for one in fresh if one.before), *(before.id for before, _ in back)])
    save_contacts(session, ids, [*(one.draft for one in fresh), *(sound(item.draft)[0] for _, item in back)])
    return {ref: ids[ref] for ref in latest}


def _known(session: Session, source: str, refs: Iterable[str]) -> dict[str, Any]:
    dialect = session.get_bind().dialect.name
    found = session.execute(_asked(dialect), {"of": source, "refs": listed(refs, dialect)})
    return {row.source_ref: row for row in found}


@cache
def _asked(dialect: str) -> Select[Any]:
    wanted = among(POSTING.c.source_ref, "refs", dialect)
    return select(*(POSTING.c[name] for name in _KNOWN)).where(POSTING.c.source == bindparam("of"), wanted)


def _save_fresh(
    session: Session, source: str, run_id: int | None, fresh: list[_Fresh], now: datetime
) -> dict[str, int]:
    _keep_descriptions(session, fresh)
    newest = session.execute(_NEWEST).scalar() or 0
    rows = [{"source": source, **content_columns(one.draft), **_life_columns(one, run_id, now)} for one in fresh]
    insert_many(session, POSTING, _upsert(session.get_bind().dialect.name), rows)
    ids = {one.draft.source_ref: int(one.before.id) for one in fresh if one.before}
    if len(ids) < len(fresh):
        ids |= {ref: int(number) for ref, number in session.execute(_ADDED, {"of": source, "newest": newest})}
    if missing := [one.draft.source_ref for one in fresh if one.draft.source_ref not in ids]:
        ids |= {ref: int(row.id) for ref, row in _known(session, source, missing).items()}  # another process was first
    versions = [
        {
            "posting_id": ids[one.draft.source_ref],
            "number": one.number,
            "content_hash": one.seen.content_hash,
            "run_id": run_id,
            "seen_at": now,
            "description_html": one.draft.description_html,
            "payload": one.payload,
        }
        for one in fresh
    ]
    insert_many(session, POSTING_VERSION, _NEW_VERSION, versions)
    return ids


@cache
def _upsert(dialect: str) -> Any:
    """Made once: to make and compile it costs as much as it takes to store a hundred postings."""
    statement = insert_for(dialect, POSTING)
    renewed = {c.name: statement.excluded[c.name] for c in POSTING.c if c.name not in ("id", *_ONCE)}
    return statement.on_conflict_do_update(index_elements=["source", "source_ref"], set_=renewed)


def _life_columns(one: _Fresh, run_id: int | None, now: datetime) -> dict[str, Any]:
    decision = one.seen.decision
    closed = None if decision.status is PostingStatus.ACTIVE else (one.before and one.before.closed_at) or now
    return {
        "status": decision.status.value,
        "status_reason": decision.reason,
        "status_run": run_id,
        "absences": 0,
        "content_hash": one.seen.content_hash,
        "versions": one.number,
        "first_seen": now,
        "last_seen": now,
        "last_seen_run": run_id,
        "changed_at": now,
        "closed_at": closed,
        "raw_pages": " ".join(one.seen.pages) or None,
    }


def _keep_descriptions(session: Session, fresh: list[_Fresh]) -> None:
    """A list that gives teasers only says nothing against the text that a page gave before."""
    poor = {one.before.id: one for one in fresh if one.before and one.before.description_length and _is_poor(one)}
    current = (POSTING.c.id == POSTING_VERSION.c.posting_id) & (POSTING.c.versions == POSTING_VERSION.c.number)
    for chunk in chunks(poor):
        statement = select(POSTING.c.id, POSTING_VERSION.c.description_html).join(POSTING_VERSION, current)
        for row in session.execute(statement.where(POSTING.c.id.in_(chunk))):
            one = poor[row.id]
            one.draft = replace(one.draft, description_html=row.description_html)


def _is_poor(one: _Fresh) -> bool:
    return not one.draft.description_html


def _touch(session: Session, run_id: int | None, touched: list[tuple[Any, SeenPosting]], now: datetime) -> None:
    """Ads whose words are the same: one UPDATE for all that share a decision."""
    groups: dict[tuple[Decision, bool], list[int]] = defaultdict(list)
    moved: list[dict[str, Any]] = []
    for before, item in touched:
        groups[item.decision, before.status != item.decision.status].append(before.id)
        # Words that come again without pages (a mail, say) are still those of the pages that gave them first.
        if item.pages and before.raw_pages != (pages := " ".join(item.pages)):
            moved.append({"posting": before.id, "pages": pages})
    if moved:
        session.connection().execute(_NEW_PAGES, moved)
    for (decision, turned), ids in groups.items():
        values: dict[str, Any] = {"last_seen": now, "last_seen_run": run_id, "absences": 0}
        if turned:
            values |= turn(decision, run_id, now)
        for chunk in chunks(ids):
            session.execute(update(POSTING).where(POSTING.c.id.in_(chunk)).values(values))


def turn(decision: Decision, run_id: int | None, now: datetime) -> dict[str, Any]:
    """The columns of a posting whose status becomes another one."""
    active = decision.status is PostingStatus.ACTIVE
    return {
        "status": decision.status.value,
        "status_reason": decision.reason,
        "status_run": run_id,
        "changed_at": now,
        # Expired, then withdrawn: it has been closed since the first of the two.
        "closed_at": None if active else func.coalesce(POSTING.c.closed_at, now),
    }


def erase_contacts(session: Session, postings: Sequence[int]) -> None:
    """Take the contact persons of these postings away."""
    for chunk in chunks(postings):
        session.execute(delete(CONTACT).where(CONTACT.c.posting_id.in_(chunk)))


def save_contacts(session: Session, ids: Mapping[str, int], drafts: Sequence[Draft]) -> None:
    """Store the contact persons of ``drafts``, which are sound; ``ids``: source_ref → posting."""
    rows = [
        {
            "posting_id": ids[draft.source_ref],
            "position": position,
            "name": person.name,
            "title": person.title,
            "email": person.email,
            "phone": person.phone,
        }
        for draft in drafts
        for position, person in enumerate(draft.contacts)
    ]
    insert_many(session, CONTACT, _NEW_CONTACT, rows)
