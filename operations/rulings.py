"""Openings merged or split by hand: said once, and kept through every later crawl and comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.errors import NothingFoundError, UsageError
from operations.context import Context
from operations.match import match
from storage import openings, rulings


@dataclass(frozen=True, slots=True)
class RulingReport:
    """What a ruling led to."""

    opening: int
    """The opening that is kept."""
    postings: tuple[int, ...]
    """Its postings now."""
    apart: tuple[int, ...] = ()
    """Openings of the postings that were taken out of it."""


def merge(context: Context, ids: Sequence[int], *, by: str, why: str) -> RulingReport:
    """Say that the openings ``ids`` (two or more) are one. The oldest keeps its number.

    Raises UsageError for fewer than two, NotStoredError for one that does not exist.
    """
    with context.store.write() as session:
        found = {openings.get(session, number).id: openings.get(session, number) for number in ids}
        if len(found) < 2:
            told = ", ".join(map(str, ids))
            raise UsageError("one opening cannot be merged with itself", which=told, remedy="name two or more openings")
        first, *rest = found.values()
        for other in rest:
            rulings.rule(session, first.postings, other.postings, same=True, by=by, why=why, now=context.clock.now())
    match(context)
    return _report(context, min(found))


def split(context: Context, opening: int, postings: Sequence[int], *, by: str, why: str) -> RulingReport:
    """Say that ``postings`` (ids) are not ads for ``opening``; together they become another one.

    Raises NotStoredError for an unknown opening, NothingFoundError for postings that are not in it, UsageError when
    none would be left.
    """
    with context.store.write() as session:
        found = openings.get(session, opening)
        strangers = sorted(set(postings) - set(found.postings))
        if strangers or not postings:
            raise NothingFoundError(
                "not a posting of this opening",
                which=", ".join(map(str, strangers)) or "none named",
                why=f"opening {found.id} has {', '.join(map(str, found.postings))}",
                remedy=f"see: jobbvakt show {found.id}",
            )
        left = [number for number in found.postings if number not in set(postings)]
        if not left:
            raise UsageError("nothing would be left", which=f"opening {found.id}", remedy="name some of its postings")
        rulings.rule(session, postings, left, same=False, by=by, why=why, now=context.clock.now())
    match(context)
    with context.store.read() as session:
        moved = {record.id for number in postings if (record := openings.get_by_posting(session, number))}
        stayed = openings.get_by_posting(session, left[0])
    kept = found.id if stayed is None else stayed.id
    return _report(context, kept, tuple(sorted(moved - {kept})))


def _report(context: Context, opening: int, apart: tuple[int, ...] = ()) -> RulingReport:
    with context.store.read() as session:
        record = openings.get(session, opening)
    return RulingReport(record.id, record.postings, apart)
