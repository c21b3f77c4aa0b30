"""Long work begun over the API: one piece after another in a thread of this process, its outcome kept for an hour."""

import secrets
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from domain.clock import Clock
from domain.errors import JobbvaktError, NothingFoundError

KEPT = timedelta(hours=1)
MOST_WAITING = 20
"""Pieces that wait or run at once; more is refused, so that nobody can fill the memory."""
Stopping = Callable[[], bool]
Do = Callable[[Stopping], Mapping[str, Any]]
"""The work itself. It asks now and then whether it should stop, and gives what is told of it (JSON-ready)."""


class WorkState(StrEnum):
    """Where a piece of work stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class TooMuchWorkError(JobbvaktError):
    """The queue is full."""


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work as its owner sees it."""

    id: str
    kind: str
    state: WorkState
    asked_at: datetime
    result: Mapping[str, Any] | None = None
    error: JobbvaktError | None = None


@dataclass(slots=True)
class _Piece:
    kind: str
    account: int
    asked_at: datetime
    done: "Future[Mapping[str, Any]]"


class Works:
    """What this process was asked for."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="work")
        self._pieces: dict[str, _Piece] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()

    def begin(self, identity: str, kind: str, account: int, do: Do) -> Work:
        """Do it when its turn comes, for ``account``. Raises TooMuchWorkError when too much waits already."""
        now = self._clock.now()
        with self._lock:
            self._forget_old(now)
            waiting = sum(not piece.done.done() for piece in self._pieces.values())
            if waiting >= MOST_WAITING or self._stopping.is_set():
                raise TooMuchWorkError("too much work is waiting", why=f"{waiting} pieces", remedy="try again later")
            self._pieces[identity] = _Piece(kind, account, now, self._pool.submit(do, self._stopping.is_set))
        return self.find(account, identity)

    def find(self, account: int, identity: str) -> Work:
        """The piece. Raises NothingFoundError, for somebody else's too."""
        with self._lock:
            piece = self._pieces.get(identity)
        if piece is None or piece.account != account:
            raise NothingFoundError(
                "there is no such work",
                which=identity[:60],
                why="it was never asked for, is over for more than an hour, or the server was started anew",
            )
        return _told(identity, piece)

    def of(self, account: int) -> list[Work]:
        """The account's pieces, newest first."""
        with self._lock:
            own = [(identity, piece) for identity, piece in self._pieces.items() if piece.account == account]
        return [_told(identity, piece) for identity, piece in reversed(own)]

    def close(self) -> None:
        """Begin nothing more, and ask what is under way to stop."""
        self._stopping.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _forget_old(self, now: datetime) -> None:
        for identity, piece in list(self._pieces.items()):
            if piece.done.done() and now - piece.asked_at > KEPT:
                del self._pieces[identity]


def new_identity() -> str:
    """A name that nobody guesses."""
    return secrets.token_urlsafe(12)


def _told(identity: str, piece: _Piece) -> Work:
    done = piece.done
    if not done.done():
        state = WorkState.RUNNING if done.running() else WorkState.QUEUED
        return Work(identity, piece.kind, state, piece.asked_at)
    failed = None if not done.cancelled() and done.exception() is None else _error(done)
    if failed is not None:
        return Work(identity, piece.kind, WorkState.FAILED, piece.asked_at, error=failed)
    return Work(identity, piece.kind, WorkState.DONE, piece.asked_at, result=done.result())


def _error(done: "Future[Mapping[str, Any]]") -> JobbvaktError:
    """What went wrong; of what nobody foresaw only that it did, since its words may hold more than a caller may see."""
    error = None if done.cancelled() else done.exception()
    return error if isinstance(error, JobbvaktError) else JobbvaktError("the work ended before it was done")
