"""Addresses that are refused for good, over real SMTP on both databases: left alone, and let in again by a person."""

from datetime import timedelta

import pytest

from alerts.channels import MailSettings
from alerts.channels.smtp import SmtpChannel
from domain.alerts import DeliveryState
from domain.clock import FixedClock
from operations.notify import DeliveryReport, deliver_due
from storage import deliveries, suppression
from storage.engine import Store
from tests.integration.alerts.smtp_servers import faulty
from tests.integration.alerts.world import add_alert, add_opening, compose_due

NOBODY = "550 5.1.1 no such user"
REFUSED = "550 5.2.1 mailbox disabled"
MAIL = MailSettings(host="127.0.0.1", security="none", sender="jobbvakt@example.no")


def day(store: Store, clock: FixedClock, said: str = "", stage: str = "RCPT") -> DeliveryReport:
    """The next day's digest of a new opening, to a server that says ``said``."""
    clock.set(clock.now() + timedelta(days=1))
    add_opening(store, clock, f"{clock.now():%m%d}")
    compose_due(store, clock, MAIL)
    with faulty(**({stage: said} if said else {})) as server:
        channel = SmtpChannel(MailSettings(host="127.0.0.1", port=server.port, security="none"))
        report = deliver_due(store, clock, channel, MAIL.sender, worker="test")
        channel.close()
    return report


def suppressed(store: Store) -> list[str]:
    with store.read() as session:
        return [one.address for one in suppression.listed(session)]


def test_where_there_is_no_such_mailbox_once_is_enough_and_nothing_more_is_written(
    store: Store, clock: FixedClock
) -> None:
    add_alert(store, clock, email="Kari@Example.no")
    assert day(store, clock, NOBODY).dead == 1
    assert suppressed(store) == ["kari@example.no"]
    assert day(store, clock) == DeliveryReport()
    with store.read() as session:
        assert [record.state for record in deliveries.recent(session)] == [DeliveryState.DEAD]
    with store.write() as session:
        assert suppression.lift(session, " KARI@example.no ")
        assert not suppression.lift(session, "kari@example.no")
    assert day(store, clock) == DeliveryReport(sent=1)


def test_another_refusal_must_come_twice_within_a_month(store: Store, clock: FixedClock) -> None:
    add_alert(store, clock)
    day(store, clock, REFUSED)
    assert suppressed(store) == []
    clock.set(clock.now() + timedelta(days=31))
    day(store, clock, REFUSED)
    assert suppressed(store) == []
    day(store, clock, REFUSED)
    assert suppressed(store) == ["kari@example.no"]


def test_mail_that_arrives_makes_an_earlier_refusal_an_accident(store: Store, clock: FixedClock) -> None:
    add_alert(store, clock)
    day(store, clock, REFUSED)
    assert day(store, clock).sent == 1
    day(store, clock, REFUSED)
    assert suppressed(store) == []


@pytest.mark.parametrize(
    ("stage", "said"), [("RCPT", "450 4.2.1 later"), ("RCPT", "550 5.7.1 policy"), ("TEXT", "554 5.6.0 your text")]
)
def test_what_is_not_about_the_mailbox_suppresses_nobody(
    store: Store, clock: FixedClock, stage: str, said: str
) -> None:
    add_alert(store, clock)
    for _ in range(2):
        day(store, clock, said, stage)
    assert suppressed(store) == []


def test_what_waits_for_a_suppressed_address_is_taken_back_and_is_news_after_lifting(
    store: Store, clock: FixedClock
) -> None:
    add_alert(store, clock, name="a")
    other = add_alert(store, clock, name="b", email="KARI@example.no")
    assert day(store, clock, NOBODY).dead == 1  # the second alert's message was not even tried
    with store.read() as session:
        assert [record.alert_id for record in deliveries.recent(session)] != [other.id]
        assert len(deliveries.recent(session)) == 1
    with store.write() as session:
        suppression.lift(session, "kari@example.no")
    assert day(store, clock).sent == 2
