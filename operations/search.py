"""The search that pages, API and command line share: hits as cards with snippets, and counts beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.alerts import OpeningCard
from domain.searching import Criteria
from operations.snippets import Snippet, snippet
from operations.targets import OCCUPATION_TARGET, target_of_name
from storage import cards, search
from storage.search import Counts, Hit, Target


@dataclass(frozen=True, slots=True)
class Found:
    """One hit as people see it."""

    card: OpeningCard
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Page:
    """A page of hits. ``next`` is the key of its last hit where more follow."""

    found: tuple[Found, ...]
    next: tuple[Any, ...] | None


def page(
    session: Session,
    criteria: Criteria,
    now: datetime,
    *,
    profile: str | None = None,
    limit: int = 20,
    offset: int = 0,
    after: Sequence[Any] | None = None,
) -> Page:
    """Hits ``offset`` to ``offset + limit``, or those after a key. Raises NothingFoundError for an unknown profile."""
    target = target_named(session, profile)
    hits = search.find(session, criteria, now, target=target, limit=limit + 1, offset=offset, after=after)
    shown = hits[:limit]
    more = shown[-1].key if len(hits) > limit else None
    return Page(_found(session, criteria, shown, target), more)


def counts(session: Session, criteria: Criteria, now: datetime, *, profile: str | None = None) -> Counts:
    """Totals of the whole search, and of each value beside it."""
    return search.counts(session, criteria, now, target_named(session, profile))


def target_named(session: Session, profile: str | None) -> Target:
    """What the openings are scored against."""
    return search.OCCUPATION if profile is None else Target(target_of_name(session, profile))


def _found(session: Session, criteria: Criteria, hits: Sequence[Hit], target: Target) -> tuple[Found, ...]:
    ids = [hit.opening for hit in hits]
    shown = cards.cards(session, ids, target.name or OCCUPATION_TARGET)
    texts = search.texts(session, ids)
    return tuple(
        Found(shown[opening], snippet(texts.get(opening, ""), criteria.words)) for opening in ids if opening in shown
    )
