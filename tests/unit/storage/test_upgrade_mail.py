"""Mail that was written before there were kinds of mail: nothing is lost, and nobody is told again."""

import shutil
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from domain.alerts import DeliveryState, MailKind
from domain.clock import FixedClock
from storage import alerts, deliveries, schema_version, suppression
from storage.engine import Store
from storage.marks import mark
from tests.unit.storage.samples import NOON, mail, new_alert

DAY = date(2026, 11, 22)
OLD = (
    "INSERT INTO alert (id, name, email, query, min_score, frequency, at, zone, language, paused, silent_until,"
    " created_at) VALUES (7, 'Oslo', 'ola@eksempel.no', '', 0, 'daily', '07:00:00.000000', 'Europe/Oslo', 'nb',"
    " false, '2026-12-01', '2026-11-01 12:00:00.000000')",
    "INSERT INTO digest (id, alert_id, local_date, composed_at) VALUES (3, 7, '2026-11-22', '2026-11-22 06:00:00'),"
    " (4, 7, '2026-11-23', '2026-11-23 06:00:00')",
    "INSERT INTO posting (id, source, source_ref, url, title, deadline_kind, description_length, status,"
    " status_reason, absences, content_hash, versions, first_seen, last_seen, changed_at) VALUES (1, 'nav', 'a', 'u',"
    " 't', 'none', 0, 'active', '', 0, 'h', 1, '2026-11-01 12:00:00', '2026-11-01 12:00:00', '2026-11-01 12:00:00')",
    "INSERT INTO posting_version (posting_id, number, content_hash, seen_at, payload) VALUES"
    " (1, 1, 'h', '2026-11-01 12:00:00', '{}')",
    "INSERT INTO opening (id, founder, created_at) VALUES (5, 1, '2026-11-01 12:00:00')",
    "INSERT INTO opening_member (posting_id, opening_id, explanation, joined_at) VALUES"
    " (1, 5, '', '2026-11-01 12:00:00')",
    "INSERT INTO digest_item (alert_id, opening_id, digest_id) VALUES (7, 5, 3)",
    "INSERT INTO alert_ledger (alert_id, posting_id, digest_id) VALUES (7, 1, 3)",
    "INSERT INTO delivery (id, digest_id, alert_id, recipient, message_id, message, state, held, attempts,"
    " not_before, created_at) VALUES (9, 3, 7, 'ola@eksempel.no', '<9@x>', :mail, 'ready', false, 0,"
    " '2026-11-22 06:00:00', '2026-11-22 06:00:00')",
)

PLAIN = (
    "INSERT INTO alert (id, name, email, query, min_score, frequency, at, zone, language, paused, quiet_from,"
    " quiet_until, daily_cap, confirmed_at, renewed_at, channel, created_at) VALUES (7, 'Oslo', 'Ola@eksempel.no', '',"
    " 0, 'daily', '07:00:00.000000', 'Europe/Oslo', 'nb', false, '21:00:00.000000', '07:00:00.000000', 5,"
    " '2026-11-01 12:00:00', '2026-11-01 12:00:00', '', '2026-11-01 12:00:00')",
    "INSERT INTO delivery (id, alert_id, kind, about, local_date, recipient, message_id, message, state, held,"
    " attempts, not_before, created_at) VALUES (8, 7, 'digest', 'a', '2026-11-22', 'Ola@eksempel.no', '<8@x>', :mail,"
    " 'ready', false, 1, '2026-11-22 06:00:00', '2026-11-22 06:00:00'), (9, 7, 'digest', 'b', '2026-11-22',"
    " 'per@eksempel.no', '<9@x>', :mail, 'ready', false, 0, '2026-11-22 06:00:00', '2026-11-22 06:00:00')",
    "INSERT INTO suppressed (address, why, failures, last_failed_at, suppressed_at) VALUES ('ola@eksempel.no',"
    " '550 5.1.1 <Ola@eksempel.no> unknown', 1, '2026-11-01 12:00:00', '2026-11-01 12:00:00'), ('per@eksempel.no',"
    " '550 full', 1, '2026-11-01 12:00:00', NULL)",
)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'jobbvakt.db'}"
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def old(url: str, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of schema 0006 with a digest that was composed and not sent, and one that was empty."""
    return older(url, "0006", OLD, clock, tmp_path, monkeypatch)


@pytest.fixture
def plain(url: str, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of schema 0015 with two messages that wait, to an address that refuses mail and to one that does not."""
    return older(url, "0015", PLAIN, clock, tmp_path, monkeypatch)


def older(
    url: str, version: str, rows: Iterable[str], clock: FixedClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    scripts = folder / "scripts"
    shutil.copytree(schema_version.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (scripts / "versions").glob("[0-9]*.py"):
        if path.name[:4] > version:
            path.unlink()
    with monkeypatch.context() as patched:
        patched.setattr(schema_version, "SCRIPTS", scripts)
        Store.open(url, clock=clock).close()
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in rows:
            connection.execute(text(statement), {"mail": b"mail"} if ":mail" in statement else {})
    engine.dispose()
    return url


def test_an_unsent_digest_and_what_it_told_outlive_the_upgrade(old: str, clock: FixedClock):
    store = Store.open(old, clock=clock)
    with store.write() as session:
        (record,) = deliveries.pending(session)
        assert (record.id, record.kind, record.local_date, record.state) == (
            9,
            MailKind.DIGEST,
            DAY,
            DeliveryState.READY,
        )
        assert deliveries.told_openings(session, 7, [5]) == {5}
        assert deliveries.told(session, [7], 10) == [(7, 5, DAY, "ready")]
        assert deliveries.composed_dates(session, 7) == {DAY, date(2026, 11, 23)}
        alert = alerts.get(session, 7)
        assert (alert.quiet_from, alert.quiet_until, alert.daily_cap) == (time(21), time(7), 5)
        # Its snooze holds its mail back until its date.
        assert deliveries.claim(session, datetime(2026, 11, 30, 12, tzinfo=UTC), 60, "w") is None
        claimed = deliveries.claim(session, datetime(2026, 12, 1, 12, tzinfo=UTC), 60, "w")
        assert claimed is not None
        assert (claimed.id, claimed.message) == (9, b"mail")
        assert deliveries.commit_mail(session, mail(new_alert(session, "new")), {}, NOON) != 9
        alerts.remove(session, 7)
        assert deliveries.told(session, [7], 10) == []
    store.close()


def test_an_address_that_refused_mail_goes_on_refusing_it_and_stands_nowhere_in_plain(plain: str, clock: FixedClock):
    store = Store.open(plain, clock=clock, key=b"of marks")
    with store.write() as session:
        claimed = deliveries.claim(session, NOON, 60, "w")
        assert claimed is not None
        assert claimed.recipient == "per@eksempel.no"
        assert deliveries.claim(session, NOON, 60, "w") is None
        (kept,) = suppression.listed(session)
        assert (kept.address, kept.why) == ("ola@eksempel.no", "550 5.1.1 <…> unknown")
        found = session.execute(text("SELECT * FROM suppressed")).all()
        assert "eksempel" not in str(found)
        assert {row.mark for row in found} == {mark(b"of marks", f"{name}@eksempel.no") for name in ("ola", "per")}
        assert alerts.speaking(session) == []
        assert suppression.lift(session, "OLA@eksempel.no")
        assert [alert.id for alert in alerts.speaking(session)] == [7]
        again = deliveries.claim(session, NOON, 60, "w")
        assert again is not None
        assert again.id == 8
    store.close()
