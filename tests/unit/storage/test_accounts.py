"""Accounts, links, keys, lists and the audit log, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import text

from domain.accounts import ApiKey, Role, SavedStatus, Scope
from storage import accounts, audit, saved
from storage.backup import backup, restore
from storage.engine import Store
from storage.errors import NotStoredError, StoreError
from tests.unit.storage.samples import NOON, ad, one_opening_each

LATER = NOON + timedelta(minutes=20)


@pytest.fixture
def two(store: Store):
    """A store with two accounts and two openings."""
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a"), ad("b")]})
        accounts.add(session, "Kari@Eksempel.no", Role.SEEKER, NOON)
        accounts.add(session, "ola@eksempel.no", Role.RECRUITER, NOON, password="digest")
    return store


def test_an_address_has_one_account_whatever_its_capitals(two: Store):
    with two.write() as session:
        assert accounts.by_email(session, " KARI@eksempel.NO ").id == 1
        with pytest.raises(StoreError):
            accounts.add(session, "KARI@eksempel.no", Role.OPERATOR, NOON)
        assert [account.has_password for account in accounts.all_accounts(session)] == [False, True]
        assert accounts.password_digest(session, 2) == "digest"


def test_a_sign_in_link_counts_once_and_not_for_long(two: Store):
    with two.write() as session:
        accounts.add_token(session, "one", "kari@eksempel.no", NOON, LATER)
        accounts.add_token(session, "two", "kari@eksempel.no", NOON, LATER)
        assert accounts.take_token(session, "one", NOON) == "kari@eksempel.no"
        assert accounts.take_token(session, "one", NOON) is None
        assert accounts.take_token(session, "two", LATER + timedelta(seconds=1)) is None


def test_attempts_are_counted_within_a_window(two: Store):
    def tried(minute: int, key: str = "mail:x") -> bool:
        return accounts.take_attempt(session, key, 2, NOON + timedelta(minutes=minute), timedelta(minutes=30))

    with two.write() as session:
        assert [tried(0), tried(10), tried(20), tried(20, "mail:y")] == [True, True, False, True]
        assert tried(31)  # the first is over
        assert not tried(32)
        accounts.forget_attempts(session, "mail:x")
        assert [tried(33), tried(34), tried(35)] == [True, True, False]
        assert tried(36 + 24 * 60)
        assert session.execute(text("SELECT count(*) FROM attempt")).scalar_one() == 1


def test_however_many_try_at_once_no_more_than_the_limit_may(two: Store):
    callers, together = 12, Barrier(12)

    def tries(_: int) -> list[bool]:
        together.wait(60)
        found = []
        for _ in range(5):
            with two.write() as session:
                found.append(accounts.take_attempt(session, "mail:x", 7, NOON, timedelta(hours=1)))
        return found

    with ThreadPoolExecutor(callers) as threads:
        allowed = [one for found in threads.map(tries, range(callers)) for one in found]
    assert (len(allowed), allowed.count(True)) == (60, 7)


def test_a_key_counts_until_it_is_revoked_or_over(two: Store):
    key = ApiKey(0, 2, "report", "jv_abc", frozenset({Scope.READ}), NOON, NOON + timedelta(days=1))
    with two.write() as session:
        stored = accounts.add_key(session, key, "d")
        assert accounts.key_by_digest(session, "d", NOON) == stored
        assert accounts.key_by_digest(session, "d", NOON + timedelta(days=2)) is None
        with pytest.raises(NotStoredError):
            accounts.revoke_key(session, 1, stored.id, NOON)
        accounts.revoke_key(session, 2, stored.id, NOON)
        assert accounts.key_by_digest(session, "d", NOON) is None


def test_removing_an_account_removes_what_hangs_on_it(two: Store):
    with two.write() as session:
        saved.save(session, 2, 1, NOON)
        saved.put(session, saved.add_list(session, 2, "Best", NOON), 1, "note", NOON)
        accounts.remove(session, 2)
        for table in ("saved_opening", "shortlist", "shortlist_item"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0


def test_notes_stay_when_only_the_status_changes(two: Store):
    with two.write() as session:
        saved.save(session, 1, 2, NOON, notes="ring Per")
        saved.save(session, 1, 2, LATER, status=SavedStatus.APPLIED)
        (kept,) = saved.saved(session, 1)
        assert (kept.status, kept.notes, kept.saved_at, kept.changed_at) == (
            SavedStatus.APPLIED,
            "ring Per",
            NOON,
            LATER,
        )
        assert saved.saved(session, 2) == []
        saved.unsave(session, 1, 2)
        assert saved.saved(session, 1) == []


def test_a_list_is_its_owners_until_it_is_shared(two: Store):
    with two.write() as session:
        number = saved.add_list(session, 2, "Best", NOON)
        saved.put(session, number, 2, "first", NOON)
        saved.put(session, number, 2, "second", NOON)
        assert [item.note for item in saved.items(session, number)] == ["second"]
        with pytest.raises(NotStoredError):
            saved.own_list(session, 1, number)
        saved.share(session, number, "digest")
        assert saved.shared_list(session, "digest").size == 1
        saved.share(session, number, None)
        with pytest.raises(NotStoredError):
            saved.shared_list(session, "digest")


def test_a_changed_or_missing_entry_of_the_audit_log_shows(two: Store):
    with two.write() as session:
        for number in range(4):
            audit.record(session, NOON + timedelta(seconds=number), "account 1", "export", f"{number}")
        assert audit.first_break(session) is None
        assert [entry.subject for entry in audit.recent(session, 2)] == ["3", "2"]
    with two.write() as session:
        session.execute(text("UPDATE audit SET subject = 'x' WHERE id = 2"))
        assert audit.first_break(session) == 2
        session.execute(text("DELETE FROM audit WHERE id = 2"))
        assert audit.first_break(session) == 3


def test_reports_wait_until_they_are_handled(two: Store):
    with two.write() as session:
        saved.report(session, 1, "closed", "Fristen er ute", NOON)
        (waiting,) = saved.open_reports(session)
        saved.handle_report(session, waiting.id, NOON)
        assert saved.open_reports(session) == []


def test_a_session_counts_until_it_is_ended_or_over(store):
    with store.write() as session:
        kari, per = (accounts.add(session, f"{name}@example.org", Role.SEEKER, NOON) for name in ("kari", "per"))
        for digest, account in (("a", kari), ("b", kari), ("c", per)):
            accounts.begin_session(session, account.id, digest, NOON, NOON + timedelta(days=14))
        assert accounts.of_session(session, "a", NOON).id == kari.id
        accounts.end_session(session, "a")
        assert [accounts.of_session(session, digest, NOON) is None for digest in "abc"] == [True, False, False]
        accounts.end_sessions(session, kari.id)
        assert accounts.of_session(session, "b", NOON) is None
        assert accounts.of_session(session, "c", NOON).id == per.id
        assert accounts.of_session(session, "c", NOON + timedelta(days=14)) is None
        accounts.remove(session, per.id)
        assert accounts.of_session(session, "c", NOON) is None


def test_a_restored_backup_signs_nobody_in(tmp_path, clock):
    url = f"sqlite:///{tmp_path / 'jobbvakt.db'}"
    with closing(Store.open(url, clock=clock)) as store:
        with store.write() as session:
            kari = accounts.add(session, "kari@example.org", Role.SEEKER, NOON)
            accounts.begin_session(session, kari.id, "a", NOON, NOON + timedelta(days=14))
        backup(store, tmp_path / "copy.db")
    restore(tmp_path / "copy.db", url, clock=clock)
    with closing(Store.open(url, clock=clock)) as store, store.read() as session:
        assert accounts.by_email(session, "kari@example.org") == kari
        assert accounts.of_session(session, "a", NOON) is None
