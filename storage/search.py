"""Search: which openings fit, in which order, and how many there are of each value. The same on both databases."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.orm import Session

from domain.clock import OSLO
from domain.searching import FACETS, PUBLISHED_DAYS, Criteria, Sort, parse, search_words
from storage.search_masks import Masks, masks, masks_at_hand
from storage.search_query import expressions
from storage.tables_matching import OPENING_MATCH
from storage.tables_search import SEARCH_ENTRY, SEARCH_VALUE, SEARCH_WORDS, VECTOR_OF_WORDS

_ENTRY = SEARCH_ENTRY.c
_INDEX = table("search_index", column("rowid"))
_VECTOR = VECTOR_OF_WORDS
_STATED = or_(_ENTRY.salary_low.is_not(None), _ENTRY.salary_high.is_not(None))
_NOT_IN_MASKS = ("min_score", "salary_min", "employer")
"""What is asked of the database; against a profile the score is too."""
WEEKS = 12
_WEIGHTS = "10.0, 4.0, 4.0, 1.0, 0.5"
"""Of a word in title, employer, place, text and base forms."""


@dataclass(frozen=True, slots=True)
class Target:
    """What openings are scored against. ``name`` None: the occupation, whose score is in the index."""

    name: str | None = None


OCCUPATION = Target()


@dataclass(frozen=True, slots=True)
class Hit:
    """An opening that fits. ``key`` is where the next page goes on."""

    opening: int
    score: int
    key: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many openings there are in all, and of each value if it were chosen."""

    total: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    published: Mapping[int, int] = field(default_factory=dict)
    pay_stated: int = 0
    weeks: tuple[int, ...] = ()
    """Published in each of the last ``WEEKS`` weeks, oldest first, those that are over since included."""


def find(
    session: Session,
    criteria: Criteria,
    now: datetime,
    *,
    target: Target = OCCUPATION,
    limit: int = 20,
    offset: int = 0,
    after: Sequence[Any] | None = None,
) -> list[Hit]:
    """The hits in the order asked for. ``after``: the key of the last hit of the page before (not for relevance)."""
    if after is None and target.name is None and (known := masks_at_hand(session)):
        quickly = _from_masks(session, known, criteria, now, limit + offset)
        if quickly is not None:
            return quickly[offset:]
    matched = _Matched(session, criteria, now, target)
    columns = matched.order()
    statement = matched.rows(_ENTRY.opening_id, matched.score.label("score"), *[column for column, _ in columns])
    if after is not None:
        statement = statement.where(_beyond(columns, after))
    ordered = statement.order_by(*[column.desc() if down else column.asc() for column, down in columns])
    rows = session.execute(ordered.limit(limit).offset(offset)).all()
    return [Hit(row[0], int(row[1]), tuple(row[2:])) for row in rows]


def _from_masks(session: Session, known: Masks, criteria: Criteria, now: datetime, wanted: int) -> list[Hit] | None:
    """The first hits from memory, in an order that the masks know; None for any other."""
    asked = Sort.MATCH if criteria.sort is Sort.RELEVANCE and not parse(criteria.words) else criteria.sort
    if asked is Sort.RELEVANCE:
        return None
    found = _Counting(session, criteria, now, OCCUPATION, known).found()
    if asked is Sort.NEWEST:
        return [Hit(number, score, (day, number)) for score, day, number in known.newest(found, wanted)]
    if asked is Sort.DEADLINE:
        return [Hit(number, score, (day, number)) for score, day, number in known.soonest(found, wanted)]
    return [Hit(key[-1], key[0], key) for key in known.best(found, criteria.min_score, wanted)]


def matching(session: Session, criteria: Criteria, now: datetime, target: Target = OCCUPATION) -> Select[Any]:
    """A query for the ids of all openings that fit: for statistics and exports."""
    return _Matched(session, criteria, now, target).rows(_ENTRY.opening_id)


def count(session: Session, criteria: Criteria, now: datetime, target: Target = OCCUPATION) -> int:
    """How many openings fit."""
    rows = _Matched(session, criteria, now, target).rows(_ENTRY.opening_id).subquery()
    return int(session.execute(select(func.count()).select_from(rows)).scalar_one())


def counts(session: Session, criteria: Criteria, now: datetime, target: Target = OCCUPATION) -> Counts:
    """Totals beside the hits. A filter's own values are counted as if that filter were open."""
    return _Counting(session, criteria, now, target).counts()


def texts(session: Session, openings: Iterable[int]) -> dict[int, str]:
    """Opening → the text that a snippet is cut from; those that are over have none, since their text is closed."""
    columns = (SEARCH_WORDS.c.opening_id, SEARCH_WORDS.c.shown)
    joined = select(*columns).join(SEARCH_ENTRY, _ENTRY.opening_id == SEARCH_WORDS.c.opening_id)
    rows = session.execute(joined.where(_ENTRY.is_open, _ENTRY.opening_id.in_(list(openings))))
    return {row.opening_id: row.shown for row in rows}


def titles(session: Session, words: Sequence[str], limit: int = 8) -> list[str]:
    """Titles of open ads whose words begin with ``words`` (folded), the most frequent first: for completion."""
    title = SEARCH_WORDS.c.title
    fits = [or_(title.like(f"{word}%"), title.like(f"% {word}%")) for word in words]
    statement = (
        select(_ENTRY.title, func.count().label("n"))
        .join(SEARCH_WORDS, SEARCH_WORDS.c.opening_id == _ENTRY.opening_id)
        .where(_ENTRY.is_open, _ENTRY.score >= 0, *fits)
        .group_by(_ENTRY.title)
    )
    return list(session.execute(statement.order_by(text("n DESC"), _ENTRY.title).limit(limit)).scalars())


class _Matched:
    """The FROM and WHERE of one search."""

    def __init__(self, session: Session, criteria: Criteria, now: datetime, target: Target) -> None:
        self.session, self.criteria, self.now, self.target = session, criteria, now, target
        self.sqlite = session.get_bind().dialect.name == "sqlite"
        self.wanted, self.unwanted = expressions(session, parse(criteria.words))
        self.score: ColumnElement[Any] = _ENTRY.score if target.name is None else OPENING_MATCH.c.score

    def rows(self, *columns: ColumnElement[Any]) -> Select[Any]:
        """The openings that fit. Those that are not the occupation have no score, and are left out."""
        statement = select(*columns).select_from(SEARCH_ENTRY)
        if self.target.name is not None:
            own = (OPENING_MATCH.c.opening_id == _ENTRY.opening_id) & (OPENING_MATCH.c.target == self.target.name)
            statement = statement.join(OPENING_MATCH, own)
        if self.wanted is not None:
            statement = self._with_words(statement)
        for expression in self.unwanted:
            statement = statement.where(_ENTRY.opening_id.not_in(self._fitting(expression)))
        return statement.where(*self._filters())

    def worded(self) -> Select[Any]:
        """Ids of all openings that hold the words, whatever else is asked for."""
        statement = select(_ENTRY.opening_id).select_from(SEARCH_ENTRY)
        if self.wanted is not None:
            statement = self._fitting(self.wanted)
        for expression in self.unwanted:
            column_of = statement.selected_columns[0]
            statement = statement.where(column_of.not_in(self._fitting(expression)))
        return statement

    def order(self) -> list[tuple[ColumnElement[Any], bool]]:
        """(column, descending); the id makes every order a strict one."""
        ranks: dict[Sort, list[tuple[ColumnElement[Any], bool]]] = {
            Sort.MATCH: [(self.score, True), (_ENTRY.deadline_order, False)],
            Sort.NEWEST: [(_ENTRY.published, True)],
            Sort.DEADLINE: [(_ENTRY.deadline_order, False)],
            Sort.RELEVANCE: [(self._in_title(), True), (self._relevance(), False), (self.score, True)],
        }
        worded = self.wanted is not None or self.criteria.sort is not Sort.RELEVANCE
        return [*ranks[self.criteria.sort if worded else Sort.MATCH], (_ENTRY.opening_id, False)]

    def _in_title(self) -> ColumnElement[Any]:
        """1 where the title alone holds all words: a few short ads are too little for statistics of words to tell."""
        if self.wanted is None:
            return literal_column("0")
        if self.sqlite:
            titles = select(_INDEX.c.rowid).where(
                literal_column("search_index").op("MATCH")(f"{{title}} : ({self.wanted})")
            )
            return case((_ENTRY.opening_id.in_(titles), 1), else_=0)
        vector = func.to_tsvector(literal_column("'simple'"), SEARCH_WORDS.c.title)
        return case((vector.op("@@")(self._tsquery(self.wanted)), 1), else_=0)

    def _relevance(self) -> ColumnElement[Any]:
        if self.wanted is None or self.sqlite:
            return literal_column(f"bm25(search_index, {_WEIGHTS})")
        return -func.ts_rank(literal_column(_VECTOR), self._tsquery(self.wanted))

    def _with_words(self, statement: Select[Any]) -> Select[Any]:
        assert self.wanted is not None
        if self.sqlite:
            joined = statement.join(_INDEX, _INDEX.c.rowid == _ENTRY.opening_id)
            return joined.where(literal_column("search_index").op("MATCH")(self.wanted))
        joined = statement.join(SEARCH_WORDS, SEARCH_WORDS.c.opening_id == _ENTRY.opening_id)
        return joined.where(literal_column(_VECTOR).op("@@")(self._tsquery(self.wanted)))

    def _fitting(self, expression: str) -> Select[Any]:
        if self.sqlite:
            return select(_INDEX.c.rowid).where(literal_column("search_index").op("MATCH")(expression))
        fits = literal_column(_VECTOR).op("@@")(self._tsquery(expression))
        return select(SEARCH_WORDS.c.opening_id).where(fits)

    def _tsquery(self, expression: str) -> ColumnElement[Any]:
        return func.to_tsquery(literal_column("'simple'"), expression)

    def _employed(self, named: str) -> ColumnElement[bool]:
        """By the number in its register or the beginning of it, or by words of the name that stand together."""
        if named.isdigit():
            return and_(_ENTRY.employer_orgnr >= named, _ENTRY.employer_orgnr < f"{named}:")  # ":" follows "9"
        words = search_words(named)
        if not words:
            return literal_column("1") == literal_column("0")
        if self.sqlite:
            return _ENTRY.opening_id.in_(self._fitting(f'{{employer}} : "{" ".join(words)}"'))
        phrase = self._tsquery(" <-> ".join(f"'{word}'" for word in words))
        vector = func.to_tsvector(literal_column("'simple'"), SEARCH_WORDS.c.employer)
        both = (literal_column(_VECTOR).op("@@")(phrase), vector.op("@@")(phrase))  # the first has an index
        return _ENTRY.opening_id.in_(select(SEARCH_WORDS.c.opening_id).where(*both))

    def _scored(self) -> ColumnElement[Any]:
        """The score as a condition; with a sign before it where SQLite's planner must not take the index of scores."""
        if self.target.name is None and self.criteria.sort is not Sort.MATCH and self.sqlite:
            return literal_column("+search_entry.score")
        return self.score

    def _filters(self) -> list[ColumnElement[bool]]:
        criteria = self.criteria
        filters: list[ColumnElement[bool]] = [self._scored() >= criteria.min_score]
        if not criteria.closed:
            filters.append(_ENTRY.is_open.is_(True))
        if criteria.published is not None:
            filters.append(_ENTRY.published >= since(self.now, criteria.published))
        if criteria.salary_min is not None:
            filters.append(_ENTRY.salary_high >= criteria.salary_min)
        if criteria.pay_stated:
            filters.append(_STATED)
        if criteria.employer:
            filters.append(self._employed(criteria.employer))
        for facet, values in criteria.chosen:
            has = (SEARCH_VALUE.c.facet == facet) & SEARCH_VALUE.c.value.in_(values)
            filters.append(_ENTRY.opening_id.in_(select(SEARCH_VALUE.c.opening_id).where(has)))
        return filters


def since(now: datetime, days: int) -> datetime:
    """The beginning, in Oslo, of the first of the last ``days`` days; today is one of them."""
    midnight = now.astimezone(OSLO).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=days - 1)


def _beyond(columns: Sequence[tuple[ColumnElement[Any], bool]], key: Sequence[Any]) -> ColumnElement[bool]:
    """Rows that come after ``key`` in the order of ``columns``."""
    options = []
    for place, (one, down) in enumerate(columns):
        same = [before == value for (before, _), value in zip(columns[:place], key, strict=False)]
        options.append(and_(*same, one < key[place] if down else one > key[place]))
    return or_(*options)


class _Counting:
    """Counts one search on the masks of the index; what they do not know is asked of the database once."""

    def __init__(
        self, session: Session, criteria: Criteria, now: datetime, target: Target, known: Masks | None = None
    ) -> None:
        self.session, self.criteria, self.now, self.target = session, criteria, now, target
        self.known = known or masks(session)

    def found(self) -> int:
        """Everything that fits."""
        criteria, known = self.criteria, self.known
        narrowed = [known.any_of(facet, values) for facet, values in criteria.chosen]
        narrowed += [] if criteria.closed else [known.open]
        narrowed += [known.stated] if criteria.pay_stated else []
        narrowed += [] if criteria.published is None else [known.since(since(self.now, criteria.published))]
        return _all(self._base(), narrowed)

    def counts(self) -> Counts:
        """All of it."""
        criteria, known = self.criteria, self.known
        ever = self._base()
        base = ever & (-1 if criteria.closed else known.open)
        chosen = {facet: known.any_of(facet, values) for facet, values in criteria.chosen}
        pay = known.stated if criteria.pay_stated else -1
        recent = -1 if criteria.published is None else known.since(since(self.now, criteria.published))
        found = base & pay & recent
        facets = {}
        for facet in FACETS:
            others = _all(found, [mask for name, mask in chosen.items() if name != facet])
            counted = {value: (mask & others).bit_count() for value, mask in known.values.get(facet, {}).items()}
            facets[facet] = {value: number for value, number in counted.items() if number}
        filtered = _all(base, chosen.values())
        presets = {days: (filtered & pay & known.since(since(self.now, days))).bit_count() for days in PUBLISHED_DAYS}
        stated = (filtered & recent & known.stated).bit_count()
        weeks = self._weeks(_all(ever & pay, chosen.values()))
        return Counts(_all(found, chosen.values()).bit_count(), facets, presets, stated, weeks)

    def _weeks(self, found: int) -> tuple[int, ...]:
        """How many of ``found`` were published in each of the last weeks, seven days each, up to today."""
        since_then = [(found & self.known.since(since(self.now, 7 * back))).bit_count() for back in range(WEEKS + 1)]
        return tuple(since_then[back] - since_then[back - 1] for back in range(WEEKS, 0, -1))

    def _base(self) -> int:
        """Openings, open or over, that fit in all but facets, age and stated pay."""
        criteria, known = self.criteria, self.known
        found = self._worded()
        if self.target.name is None:
            found &= known.at_least(criteria.min_score)
        if self.target.name is not None or criteria.salary_min is not None or criteria.employer:
            rest = replace(Criteria(closed=True), **{name: getattr(criteria, name) for name in _NOT_IN_MASKS})
            found &= known.of(_ids(self.session, matching(self.session, rest, self.now, self.target)))
        return found

    def _worded(self) -> int:
        words = self.criteria.words
        if not words:
            return (1 << self.known.size) - 1
        kept = self.known.remembered(words)
        if kept is not None:
            return kept
        matched = _Matched(self.session, Criteria(words, closed=True), self.now, OCCUPATION)
        return self.known.keep(words, self.known.of(_ids(self.session, matched.worded())))


def _ids(session: Session, statement: Select[Any]) -> list[int]:
    """The ids that a query gives, in one text: to hand over a row costs more than to find a frequent word in it."""
    (number,) = statement.subquery().c
    told: str | None = session.execute(select(func.aggregate_strings(cast(number, String), ","))).scalar_one()
    found: list[int] = json.loads(f"[{told or ''}]")
    return found


def _all(found: int, others: Iterable[int]) -> int:
    for mask in others:
        found &= mask
    return found
