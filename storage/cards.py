"""Cards: an opening as people see it, put together from the postings behind it.

The posting with the longest text leads, of those that are the occupation; what it leaves out is taken from the others,
then from what was read in the text. Where every source has withdrawn its ad, the card quotes nothing and leads nowhere:
that text is closed.
"""

import html
import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from domain.alerts import Listing, OpeningCard
from domain.codec import from_plain
from domain.matching import Evidence, Match, lead_rank
from domain.postings import DeadlineKind, PostingStatus
from domain.prefilter import fold
from domain.search_address import from_address, is_address
from storage import openings, search
from storage.base import chunks
from storage.codec import places_from_json, salary_from_json
from storage.errors import NotStoredError
from storage.tables import POSTING, POSTING_VERSION
from storage.tables_matching import OPENING_MATCH, OPENING_MEMBER, READING

_POSTING = [
    *("id", "source", "url", "title", "employer", "apply_url", "date_posted", "deadline", "deadline_kind"),
    *("extent_raw", "places", "salary", "description_length", "status", "first_seen"),
]
_READING = ["relevance", "deadline", "deadline_kind", "places", "salary"]
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class _Opening:
    """An opening with the postings to show, the leading one first; columns of the reading begin with ``read_``."""

    id: int
    score: int
    postings: Sequence[Any]
    first_seen: Any

    @property
    def withdrawn(self) -> bool:
        return all(row.status == PostingStatus.WITHDRAWN.value for row in self.postings)

    @property
    def relevance(self) -> str | None:
        return next((row.read_relevance for row in self.postings if row.read_relevance), None)

    @property
    def deadline(self) -> tuple[date | None, DeadlineKind]:
        """A date wherever one is stated, otherwise the first word such as *snarest*."""
        said = [(row.deadline, row.deadline_kind) for row in self.postings]
        said += [(row.read_deadline, row.read_deadline_kind) for row in self.postings]
        kinds = [(day, DeadlineKind(kind)) for day, kind in said if kind]
        dated = [one for one in kinds if one[0] is not None]
        worded = [one for one in kinds if one[1] is not DeadlineKind.NONE]
        return (dated or worded or [(None, DeadlineKind.NONE)])[0]


def ranked(
    session: Session,
    target: str,
    *,
    min_score: int = 0,
    limit: int | None = None,
    relevance: Collection[str] = ("yes", "first_line_lead"),
    query: str = "",
) -> list[OpeningCard]:
    """Openings with an active posting, best first: by score (0 to 100), then by deadline, then by id.

    ``target`` is ``occupation:<id>`` or ``profile:<name>``; ``relevance`` holds answers of
    ``domain.matching.RelevanceAnswer``; every word of ``query`` must stand in title, employer, place or text (folded,
    also inside a word); a ``query`` that is a search's address (``?v=1&…``) is that search. Openings without a score
    against ``target`` are left out.
    """
    wanted = _rows(target).where(OPENING_MATCH.c.score >= min_score)
    if is_address(query):
        criteria = replace(from_address(query), published=None, min_score=0)
        wanted = wanted.where(OPENING_MATCH.c.opening_id.in_(search.matching(session, criteria, _ANY_TIME)))
        query = ""
    found = [one for one in _openings(session, wanted) if one.relevance in relevance]
    if words := fold(query).split():
        texts = _texts(session, [row.id for one in found for row in one.postings])
        found = [one for one in found if _holds(words, [texts[row.id] for row in one.postings])]
    found.sort(key=_rank)
    return _cards(session, target, found[:limit])


def card(session: Session, opening_id: int, target: str) -> OpeningCard:
    """One opening, open or closed, with its score against ``target``; a merged one is followed.

    Raises NotStoredError when there is no such opening, or no score.
    """
    current = openings.get(session, opening_id).id
    found = _openings(session, _rows(target).where(OPENING_MATCH.c.opening_id == current), closed_too=True)
    if not found:
        raise NotStoredError(
            "this opening has not been scored", which=f"{opening_id}, {target}", remedy="run: jobbvakt match"
        )
    return _cards(session, target, found)[0]


def cards(session: Session, opening_ids: Collection[int], target: str) -> dict[int, OpeningCard]:
    """Opening → its card, open or closed, for those of ``opening_ids`` that are scored against ``target``."""
    rows = _rows(target).where(OPENING_MATCH.c.opening_id.in_(list(opening_ids)))
    found = _openings(session, rows, closed_too=True)
    return {card.opening: card for card in _cards(session, target, found)}


def _rows(target: str) -> Select[Any]:
    columns: list[ColumnElement[Any]] = [POSTING.c[name] for name in _POSTING]
    columns += [READING.c[name].label(f"read_{name}") for name in _READING]
    return (
        select(OPENING_MATCH.c.opening_id, OPENING_MATCH.c.score, *columns)
        .join(OPENING_MEMBER, OPENING_MEMBER.c.opening_id == OPENING_MATCH.c.opening_id)
        .join(POSTING, POSTING.c.id == OPENING_MEMBER.c.posting_id)
        .outerjoin(READING, READING.c.posting_id == POSTING.c.id)
        .where(OPENING_MATCH.c.target == target)
    )


def _openings(session: Session, statement: Select[Any], *, closed_too: bool = False) -> list[_Opening]:
    groups: dict[int, list[Any]] = {}
    for row in session.execute(statement):
        groups.setdefault(row.opening_id, []).append(row)
    found = []
    for opening_id, rows in groups.items():
        active = [row for row in rows if row.status == PostingStatus.ACTIVE.value]
        if active or closed_too:
            shown = sorted(active or rows, key=_lead_rank)
            found.append(_Opening(opening_id, rows[0].score, shown, min(row.first_seen for row in rows)))
    return found


def _lead_rank(row: Any) -> tuple[bool, int, int]:
    return lead_rank(row.read_relevance, row.description_length, row.id)


def _rank(one: _Opening) -> tuple[int, date, int]:
    return -one.score, one.deadline[0] or date.max, one.id


def _cards(session: Session, target: str, found: Sequence[_Opening]) -> list[OpeningCard]:
    matches: dict[int, Match] = {}
    for chunk in chunks(one.id for one in found):
        wanted = (OPENING_MATCH.c.target == target, OPENING_MATCH.c.opening_id.in_(chunk))
        for row in session.execute(select(OPENING_MATCH.c.opening_id, OPENING_MATCH.c.payload).where(*wanted)):
            matches[row.opening_id] = from_plain(Match, json.loads(row.payload))
    return [_card(one, matches[one.id]) for one in found]


def _card(one: _Opening, match: Match) -> OpeningCard:
    rows, lead = one.postings, one.postings[0]
    deadline, kind = one.deadline
    return OpeningCard(
        opening=one.id,
        title=lead.title,
        employer=_first(row.employer for row in rows) or "",
        places=places_from_json(_first([*(row.read_places for row in rows), *(row.places for row in rows)])),
        deadline=deadline,
        deadline_kind=kind,
        published=min((row.date_posted for row in rows if row.date_posted), default=None),
        apply_url="" if one.withdrawn else _first(row.apply_url for row in rows) or lead.url,
        listings=tuple(Listing(row.source, row.title, row.url, row.id) for row in rows),
        match=_unquoted(match) if one.withdrawn else match,
        salary=salary_from_json(_first([*(row.salary for row in rows), *(row.read_salary for row in rows)])),
        extent=_first(row.extent_raw for row in rows),
        first_seen=one.first_seen,
    )


def _unquoted(match: Match) -> Match:
    parts = (
        replace(part, has=_bare(part.has), lacks=_bare(part.lacks), not_stated=_bare(part.not_stated))
        for part in match.parts
    )
    return replace(match, parts=tuple(parts))


def _bare(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(replace(item, quote="") for item in items)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _texts(session: Session, postings: Iterable[int]) -> dict[int, str]:
    """Posting id → its words, folded: for a search in a few hundred openings."""
    current = (POSTING_VERSION.c.posting_id == POSTING.c.id) & (POSTING_VERSION.c.number == POSTING.c.versions)
    texts = {}
    for chunk in chunks(postings):
        columns = (POSTING.c.id, POSTING_VERSION.c.payload, POSTING_VERSION.c.description_html)
        statement = select(*columns).join(POSTING_VERSION, current)
        for row in session.execute(statement.where(POSTING.c.id.in_(chunk))):
            texts[row.id] = fold(_words(json.loads(row.payload), row.description_html))
    return texts


def _words(draft: dict[str, Any], description_html: str | None) -> str:
    places = [word for place in draft.get("places", ()) for word in place.values() if word]
    text = html.unescape(_TAG.sub(" ", description_html or draft.get("summary") or ""))
    return " ".join([draft["title"], draft.get("employer") or "", *places, text])


def _holds(words: Sequence[str], texts: Sequence[str]) -> bool:
    return all(any(word in text for text in texts) for word in words)
