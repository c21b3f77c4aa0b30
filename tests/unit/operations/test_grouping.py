"""Openings through the store: only what is new is compared, and the answer is that of comparing everything."""

from dataclasses import replace

from sqlalchemy import delete

from domain.observations import Gone, Seen
from operations.grouping import group
from operations.match import match
from storage import openings
from storage.tables_matching import COMPARED, COMPARED_KEY, LIKENESS
from tests.unit.operations import test_rulings as world
from tests.unit.operations.test_rulings import DRAFT, STRANGER, TWIN, context

__all__ = ["context"]


def _groups(context):
    with context.store.read() as session:
        return {frozenset(record.postings) for record in openings.groups(session)}


def _forget(context):
    with context.store.write() as session:
        for table in (COMPARED, COMPARED_KEY, LIKENESS):
            session.execute(delete(table))


def test_what_was_compared_is_left_alone_until_something_is_new(context):
    world._take(context, "alfa", Seen(DRAFT))
    world._take(context, "gamma", Seen(STRANGER))
    match(context)
    assert group(context) == 0
    world._take(context, "beta", Seen(TWIN))
    match(context)
    assert group(context) == 0
    assert _groups(context) == {frozenset({1, 3}), frozenset({2})}


def test_comparing_everything_once_more_changes_nothing(context):
    world._take(context, "alfa", Seen(DRAFT), Seen(replace(DRAFT, source_ref="a2", title="Regnskapsleder")))
    world._take(context, "beta", Seen(TWIN))
    match(context)
    world._take(context, "gamma", Seen(replace(TWIN, source_ref="g1", employer="NORDLYS STRØM")))
    match(context)
    before = _groups(context)
    _forget(context)
    assert group(context) == 4
    assert _groups(context) == before


def test_a_withdrawn_ad_stays_with_its_opening(context):
    world._take(context, "alfa", Seen(DRAFT))
    world._take(context, "beta", Seen(TWIN))
    match(context)
    world._take(context, "beta", Gone(TWIN.source_ref, "removed"))
    match(context)
    assert _groups(context) == {frozenset({1, 2})}
