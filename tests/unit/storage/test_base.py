"""What tables stand on: moments in UTC, lists in chunks; and JSON that says what domain.codec says."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from sqlalchemy import Engine, text

from domain.codec import to_plain
from domain.postings import Contact, Draft, Place, Salary
from domain.profiles import Profile
from storage import codec, sources
from storage.base import Base, UtcDateTime, chunks
from storage.engine import Store
from tests.unit.storage.samples import FULL, drafts, match, reading


@pytest.mark.parametrize("hours", [-11, 0, 1, 14])
def test_moments_come_back_aware_and_in_utc(store: Store, hours: int):
    moment = datetime(2026, 10, 25, 2, 30, 0, 999_999, tzinfo=timezone(timedelta(hours=hours)))
    with store.write() as session:
        sources.set_cursor(session, "nav", {}, moment)
    with store.read() as session:
        stored = sources.all_states(session)["nav"].cursor_at
    assert stored == moment
    assert stored.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused():
    for dialect in ("sqlite", "postgresql"):
        engine = Engine.__new__(Engine)
        engine.dialect = type("Dialect", (), {"name": dialect})
        with pytest.raises(ValueError, match="aware"):
            UtcDateTime().process_bind_param(datetime(2026, 1, 1), engine.dialect)  # noqa: DTZ001


def test_every_constraint_has_a_name():
    unnamed = [
        f"{table.name}: {constraint}"
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []


def test_chunks_hold_everything_once_and_in_order():
    assert list(chunks([], 2)) == []
    assert list(chunks(range(5), 2)) == [[0, 1], [2, 3], [4]]


@given(draft=drafts())
def test_a_payload_and_the_text_are_the_draft_without_its_contacts(draft: Draft):
    back = codec.draft_from(codec.payload_of(draft), draft.description_html)
    assert to_plain(back) == {**to_plain(draft), "contacts": []}


def test_json_is_what_domain_codec_makes_of_it():
    profile = Profile("Ola", concepts=frozenset({"b", "a", "ø"}), languages=frozenset({"no"}))
    for value in (FULL, match(), reading(places=(Place("Oslo"),)), profile, {"a": (1, 2)}, [None, True, 1.5]):
        assert json.loads(codec.dump_json(value)) == to_plain(value)


def test_a_figure_that_is_no_number_becomes_null():
    draft = Draft("a", "u", "t", salary=Salary(float("nan"), float("inf"), "NOK", "year"))
    assert codec.draft_from(codec.payload_of(draft), None).salary == Salary(None, None, "NOK", "year")


def test_only_what_databases_refuse_is_taken_out():
    assert codec.storable("a\x00b\ud800c\udfffd – ø 😀\n") == "abcd – ø 😀\n"
    assert codec.is_storable("– ø 😀\n\x01")
    assert not codec.is_storable("\x00")
    assert not codec.is_storable("\ud800")


def test_values_of_rows_are_in_no_error_message(store: Store):
    with pytest.raises(Exception, match="statement_that_fails") as failed, store.read() as session:
        session.execute(text("SELECT statement_that_fails(:name)"), {"name": Contact("Kari Hemmelig").name})
    assert "Hemmelig" not in f"{failed.value!r} {failed.value.__cause__!r}"
