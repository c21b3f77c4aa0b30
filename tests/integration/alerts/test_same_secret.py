"""A signing secret that has changed stops the mail until somebody puts the old one back, or takes the new one."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.clock import FixedClock
from domain.errors import ConfigurationError
from operations.context import Context, open_context
from operations.doctor import Finding, examine
from operations.mail import compose, deliver
from operations.same_secret import take_new_secret
from settings import Settings
from storage import audit, deliveries, suppression
from storage.tables_alerts import STORE_FLAG, SUPPRESSED
from tests.integration.alerts.world import add_alert, add_opening

NAMES = ("kari@example.no", "ola@example.no")


def settings(folder: Path, secret: str = "") -> Settings:
    return Settings(data_dir=folder, web={"secret": secret}, sources={})


def finding(folder: Path, clock: FixedClock, secret: str = "") -> Finding:
    return next(one for one in examine(settings(folder, secret), clock) if one.what == "signing secret")


def owe(context: Context, clock: FixedClock, ref: str) -> None:
    add_opening(context.store, clock, ref)


def refuse(context: Context, clock: FixedClock, *addresses: str) -> None:
    with context.store.write() as session:
        for address in addresses:
            suppression.note_refusal(session, address, "550 5.1.1 nobody", clock.now(), gone=True)


def test_nothing_is_said_while_the_secret_stays(tmp_path: Path, clock: FixedClock) -> None:
    assert finding(tmp_path, clock).ok
    with open_context(settings(tmp_path), clock) as context:
        add_alert(context.store, clock)
        owe(context, clock, "a")
        assert len(list(compose(context))) == 1
        assert deliver(context).sent == 1
    assert finding(tmp_path, clock) == Finding("signing secret", True, "the same as ever")


def test_another_secret_stops_the_mail_and_doctor_tells_what_it_means(tmp_path: Path, clock: FixedClock) -> None:
    with open_context(settings(tmp_path), clock) as context:
        add_alert(context.store, clock)
        owe(context, clock, "a")
        list(compose(context))
        refuse(context, clock, "nobody@example.no")
    (tmp_path / "web.secret").unlink()  # as when the folder is moved without it
    with open_context(settings(tmp_path), clock) as context:
        for work in (lambda: list(compose(context)), lambda: deliver(context)):
            with pytest.raises(ConfigurationError, match="the signing secret has changed"):
                work()
        assert len(list(compose(context, preview=True))) == 1, "looking is allowed"
        with context.store.read() as session:
            assert [record.attempts for record in deliveries.recent(session)] == [0]
    told = finding(tmp_path, clock)
    assert not told.ok
    assert "1 addresses that refuse mail" in told.told
    assert "db new-secret" in told.remedy


def test_with_the_old_secret_back_the_mail_goes_on(tmp_path: Path, clock: FixedClock) -> None:
    with open_context(settings(tmp_path, "a" * 40), clock) as context:
        add_alert(context.store, clock)
        owe(context, clock, "a")
        list(compose(context))
    with open_context(settings(tmp_path, "b" * 40), clock) as context, pytest.raises(ConfigurationError):
        deliver(context)
    with open_context(settings(tmp_path, "a" * 40), clock) as context:
        assert deliver(context).sent == 1
        assert take_new_secret(context, "test") == 0, "there is no new one"


def test_taking_a_new_secret_keeps_away_from_whom_the_outbox_names(tmp_path: Path, clock: FixedClock) -> None:
    with open_context(settings(tmp_path, "a" * 40), clock) as context:
        for name in NAMES:
            add_alert(context.store, clock, name=name, email=name)
        owe(context, clock, "a")
        list(compose(context))
        assert deliver(context).sent == len(NAMES)
        refuse(context, clock, NAMES[0], "erased@example.no")
    with open_context(settings(tmp_path, "b" * 40), clock) as context:
        assert take_new_secret(context, "test") == 1, "nothing but its mark was left of the one who was erased"
        with context.store.read() as session:
            assert suppression.is_suppressed(session, NAMES[0])
            assert len(session.execute(select(SUPPRESSED.c.mark)).all()) == 1
            assert [entry.action for entry in audit.recent(session)] == ["secret.new"]
        clock.set(clock.now() + timedelta(days=1))
        owe(context, clock, "b")
        assert [made.alert.email for made in compose(context)] == [NAMES[1]]
        assert deliver(context).sent == 1
        with context.store.read() as session:
            assert [one.address for one in suppression.listed(session)] == [NAMES[0]]
    assert finding(tmp_path, clock, "b" * 40).ok


def test_the_store_keeps_nothing_of_the_secret(tmp_path: Path, clock: FixedClock) -> None:
    with open_context(settings(tmp_path, "a" * 40), clock) as context:
        deliver(context)
        with context.store.read() as session:
            kept = session.execute(select(STORE_FLAG.c.name, STORE_FLAG.c.why)).all()
    assert [row.name for row in kept if "key" in row.name] == ["check of the key"]
    assert "a" * 8 not in str(kept)
