"""Runs: each crawl of a source, from its first moment to its verdict.

A source has at most one live run; the database itself sees to that. Whoever wants to store something for a run that
has been ended meanwhile gets RunEndedError, so that a parent taken for dead cannot write when it wakes up.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from domain.contract import Yield
from domain.runs import RunState, Tally, Verdict
from storage.base import insert_into, rows_changed
from storage.errors import NotStoredError, RunAlreadyLiveError, RunEndedError
from storage.tables import RUN

_COUNTS = tuple(spec.name for spec in fields(Tally))
_LIVE = RUN.c.finished_at.is_(None)


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What is known of a run; times are aware and in UTC."""

    id: int
    source: str
    state: RunState
    reason: str
    started_at: datetime
    finished_at: datetime | None
    heartbeat_at: datetime
    pages: int
    requests: int
    bytes: int
    """Decoded bytes of all answers."""
    tally: Tally
    ads_read: int
    """Ads read in full that were new or said something new."""
    stated: Mapping[str, int]
    """Mark (``domain.traits``) → how many of the ads read bear it, and more (``domain.contract.Yield.stated``)."""
    problems: Mapping[str, int]
    """Problem code → how often."""
    first_problem: Mapping[str, str]
    """Problem code → the first message."""
    host: str
    pid: int
    child_pid: int | None
    trigger: str
    """Who asked for it, for example ``cli`` or ``schedule``."""
    spool_offset: int
    """Bytes of the spool that have been ingested."""
    cancel_requested: bool

    @property
    def ads_met(self) -> int:
        """Ads met, stored or left out."""
        return self.tally.seen + self.tally.not_relevant

    @property
    def brought(self) -> Yield:
        """What later runs of the source are measured by."""
        tally = self.tally
        return Yield(
            tally.seen,
            self.ads_read,
            self.stated,
            tally.not_relevant,
            tally.changed,
            tally.unchanged,
            tally.withdrawn,
        )


def begin(session: Session, source: str, now: datetime, *, pid: int, host: str, trigger: str) -> int:
    """Start a run of ``source``; its id. Raises RunAlreadyLiveError with the id of the run that is live."""
    values: dict[str, Any] = {
        "source": source,
        "state": RunState.RUNNING.value,
        "reason": "",
        "started_by": trigger,
        "host": host,
        "pid": pid,
        "started_at": now,
        "heartbeat_at": now,
        "cancel_requested": False,
        "problems": {},
        "first_problem": {},
        "stated": {},
        **dict.fromkeys(("pages", "ads_read", "requests", "bytes", "spool_offset", *_COUNTS), 0),
    }
    run_id = session.execute(
        insert_into(session, RUN).values(values).on_conflict_do_nothing().returning(RUN.c.id)
    ).scalar_one_or_none()
    if run_id is not None:
        return int(run_id)
    live_run = live(session, source)
    # It may have ended between the two statements (PostgreSQL): then there is room now.
    if live_run is None:
        return begin(session, source, now, pid=pid, host=host, trigger=trigger)
    raise RunAlreadyLiveError(source, live_run.id)


def heartbeat(session: Session, run_id: int, now: datetime) -> None:
    """The run's parent is alive. Raises RunEndedError when the run is over."""
    _set_live(session, run_id, {"heartbeat_at": now})


def set_child(session: Session, run_id: int, pid: int) -> None:
    """Note the process that crawls. Raises RunEndedError when the run is over."""
    _set_live(session, run_id, {"child_pid": pid})


def request_cancel(session: Session, run_id: int) -> bool:
    """Ask the run's parent to stop it (``RunRecord.cancel_requested``); False when the run is over."""
    statement = update(RUN).where(RUN.c.id == run_id, _LIVE).values(cancel_requested=True)
    return rows_changed(session, statement) > 0


def add_progress(
    session: Session,
    run_id: int,
    now: datetime,
    *,
    pages: int = 0,
    requests: int = 0,
    size: int = 0,
    tally: Tally | None = None,
    ads_read: int = 0,
    stated: Mapping[str, int] | None = None,
    problems: Mapping[str, int] | None = None,
    first_problem: Mapping[str, str] | None = None,
    spool_offset: int | None = None,
) -> None:
    """Add one ingested batch to the run's figures, and beat its heart.

    ``pages``, ``requests``, ``size`` (bytes), ``tally``, ``ads_read``, ``stated`` and ``problems`` are added to what is
    there; of ``first_problem`` only codes that are new are kept; ``spool_offset`` (bytes, absolute) replaces the old
    one. Call it in the write unit that stores the batch: then a crash never ingests twice, nor loses. Raises
    RunEndedError when the run is over; let it undo the unit.
    """
    # Locked, since the JSON columns are read and written back (SQLite holds its write lock anyway).
    row = session.execute(
        select(RUN.c.problems, RUN.c.first_problem, RUN.c.stated).where(RUN.c.id == run_id, _LIVE).with_for_update()
    ).one_or_none()
    if row is None:
        raise RunEndedError(run_id)
    values: dict[str, Any] = {
        "heartbeat_at": now,
        "pages": RUN.c.pages + pages,
        "requests": RUN.c.requests + requests,
        "bytes": RUN.c.bytes + size,
        "ads_read": RUN.c.ads_read + ads_read,
    }
    if tally is not None:
        values |= {name: RUN.c[name] + count for name, count in asdict(tally).items()}
    if stated:
        values["stated"] = _added(row.stated or {}, stated)
    if problems:
        values["problems"] = _added(row.problems, problems)
    if first_problem:
        values["first_problem"] = {**first_problem, **row.first_problem}
    if spool_offset is not None:
        values["spool_offset"] = spool_offset
    session.execute(update(RUN).where(RUN.c.id == run_id).values(values))


def finish(session: Session, run_id: int, verdict: Verdict, now: datetime) -> None:
    """End the run with ``verdict``, which frees its source. Raises RunEndedError when somebody else ended it."""
    _set_live(session, run_id, {"state": verdict.state.value, "reason": verdict.reason, "finished_at": now})


def get(session: Session, run_id: int) -> RunRecord:
    """The run. Raises NotStoredError when there is none with that id."""
    found = _records(session, _newest().where(RUN.c.id == run_id))
    if not found:
        raise NotStoredError("there is no such run", which=str(run_id), remedy="see: jobbvakt runs list")
    return found[0]


def recent(
    session: Session, source: str | None = None, limit: int = 20, *, before: int | None = None
) -> list[RunRecord]:
    """The newest runs first, of one source or of all; ``before``: those with a smaller id."""
    statement = _newest() if source is None else _newest().where(RUN.c.source == source)
    if before is not None:
        statement = statement.where(RUN.c.id < before)
    return _records(session, statement.limit(limit))


def count(session: Session, source: str | None = None) -> int:
    """How many runs there have been, of one source or of all."""
    statement = select(func.count()).select_from(RUN)
    return int(session.execute(statement if source is None else statement.where(RUN.c.source == source)).scalar_one())


def latest(session: Session) -> dict[str, RunRecord]:
    """Source → its newest run."""
    newest = select(func.max(RUN.c.id)).group_by(RUN.c.source)
    return {record.source: record for record in _records(session, _newest().where(RUN.c.id.in_(newest)))}


def live(session: Session, source: str) -> RunRecord | None:
    """The source's live run, if there is one."""
    found = _records(session, _newest().where(RUN.c.source == source, _LIVE))
    return found[0] if found else None


def live_all(session: Session) -> list[RunRecord]:
    """Every live run, newest first."""
    return _records(session, _newest().where(_LIVE))


def complete(session: Session, source: str, limit: int, since: datetime | None = None) -> list[RunRecord]:
    """The source's newest runs that ended ``complete``, newest first; with ``since`` only those that began after it."""
    wanted = _newest().where(RUN.c.source == source, RUN.c.state == RunState.COMPLETE.value)
    return _records(session, (wanted if since is None else wanted.where(RUN.c.started_at >= since)).limit(limit))


def requests_since(session: Session, sources: Collection[str], since: datetime) -> int:
    """Requests of the runs of these sources that began after ``since``."""
    wanted = (RUN.c.source.in_(sources), RUN.c.started_at >= since)
    return int(session.execute(select(func.coalesce(func.sum(RUN.c.requests), 0)).where(*wanted)).scalar_one())


def _set_live(session: Session, run_id: int, values: dict[str, Any]) -> None:
    if not rows_changed(session, update(RUN).where(RUN.c.id == run_id, _LIVE).values(values)):
        raise RunEndedError(run_id)


def _added(before: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    return {**before, **{name: before.get(name, 0) + count for name, count in more.items()}}


def _newest() -> Select[Any]:
    return select(RUN).order_by(RUN.c.id.desc())


def _records(session: Session, statement: Select[Any]) -> list[RunRecord]:
    return [_record(dict(row)) for row in session.execute(statement).mappings()]


def _record(row: dict[str, Any]) -> RunRecord:
    tally = Tally(**{name: row.pop(name) for name in _COUNTS})
    state, trigger = RunState(row.pop("state")), row.pop("started_by")
    row |= {"ads_read": row["ads_read"] or 0, "stated": row["stated"] or {}}  # runs of older versions have none
    return RunRecord(**row, state=state, trigger=trigger, tally=tally)
