"""A message that waits while one of its ads is closed is written anew without it, over real SMTP on both databases."""

import email
from datetime import date, timedelta
from email.policy import default

import pytest

from alerts.channels import MailSettings
from alerts.channels.smtp import SmtpChannel
from domain.alerts import MailKind
from domain.clock import FixedClock
from domain.lifecycle import Change, Decision
from domain.postings import PostingStatus
from operations.notify import DeliveryReport, deliver_due
from storage import alerts, deliveries, postings
from storage.engine import Store
from tests.integration.alerts.smtp_servers import faulty
from tests.integration.alerts.world import add_alert, add_opening, add_posting, compose_due, group

MAIL = MailSettings(host="127.0.0.1", security="none", sender="jobbvakt@example.no")
CLOSED = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, reason="INACTIVE")


def close(store: Store, clock: FixedClock, ref: str, source: str = "nav_feed") -> None:
    """A minute later the source says that the ad is inactive."""
    clock.sleep(60)
    with store.write() as session:
        postings.apply(session, source, {ref: CLOSED}, None, clock.now())


def send(store: Store, clock: FixedClock, **says: str) -> tuple[DeliveryReport, list[str]]:
    """Deliver to a server that says ``says``; the report, and the texts that arrived."""
    with faulty(**says) as server:
        channel = SmtpChannel(MailSettings(host="127.0.0.1", port=server.port, security="none"))
        report = deliver_due(store, clock, channel, MAIL.sender, worker="test")
        channel.close()
    texts = [email.message_from_bytes(item.content, policy=default).as_string() for item in server.taken]
    return report, texts


def test_a_closed_ad_leaves_a_digest_that_waits_and_the_others_come_the_same_day(
    store: Store, clock: FixedClock
) -> None:
    add_alert(store, clock)
    add_opening(store, clock, "first")
    add_opening(store, clock, "second")
    [composed] = compose_due(store, clock, MAIL)
    with store.read() as session:
        identity = deliveries.recent(session)[0].message_id
    close(store, clock, "first")
    assert send(store, clock) == (DeliveryReport(recalled=1), [])
    [anew] = compose_due(store, clock, MAIL)
    assert (anew.local_date, anew.kind) == (composed.local_date, MailKind.DIGEST)
    report, [text] = send(store, clock)
    assert report == DeliveryReport(sent=1)
    assert "Kundeservicesjef second" in text
    assert "first" not in text
    with store.read() as session:
        assert deliveries.recent(session)[0].message_id == identity
    assert compose_due(store, clock, MAIL) == []


def test_where_nothing_is_left_no_mail_goes(store: Store, clock: FixedClock) -> None:
    add_alert(store, clock)
    add_opening(store, clock, "only")
    compose_due(store, clock, MAIL)
    close(store, clock, "only")
    assert send(store, clock) == (DeliveryReport(recalled=1), [])
    [anew] = compose_due(store, clock, MAIL)
    assert anew.message is None
    assert send(store, clock) == (DeliveryReport(), [])


def test_one_source_of_two_that_closes_its_ad_is_named_no_more(store: Store, clock: FixedClock) -> None:
    add_alert(store, clock)
    group(store, clock, [add_posting(store, clock, "here"), add_posting(store, clock, "there", source="finn")])
    compose_due(store, clock, MAIL)
    close(store, clock, "there", "finn")
    assert send(store, clock)[0] == DeliveryReport(recalled=1)
    compose_due(store, clock, MAIL)
    [text] = send(store, clock)[1]
    assert "example.no/here" in text
    assert "example.no/there" not in text


def test_a_digest_that_was_tried_in_vain_is_looked_at_again_before_the_next_try(
    store: Store, clock: FixedClock
) -> None:
    add_alert(store, clock)
    add_opening(store, clock, "only")
    compose_due(store, clock, MAIL)
    assert send(store, clock, RCPT="450 4.2.1 later")[0] == DeliveryReport(retried=1)
    close(store, clock, "only")
    clock.sleep(3600)
    assert send(store, clock) == (DeliveryReport(recalled=1), [])


def test_a_stop_between_composing_and_sending_is_kept(store: Store, clock: FixedClock) -> None:
    alert = add_alert(store, clock)
    add_opening(store, clock, "only")
    compose_due(store, clock, MAIL)
    with store.write() as session:
        alerts.pause(session, alert.id)
    assert send(store, clock) == (DeliveryReport(), [])


def test_an_ad_that_was_closed_before_is_no_reason_to_write_anew(store: Store, clock: FixedClock) -> None:
    add_alert(store, clock)
    group(store, clock, [add_posting(store, clock, "here"), add_posting(store, clock, "there", source="finn")])
    close(store, clock, "there", "finn")
    clock.sleep(60)
    compose_due(store, clock, MAIL)
    assert send(store, clock)[0] == DeliveryReport(sent=1)


def test_a_passed_deadline_closes_an_ad_in_a_message_that_waits(store: Store, clock: FixedClock) -> None:
    add_alert(store, clock)
    add_opening(store, clock, "today", deadline=date(2026, 11, 23))
    compose_due(store, clock, MAIL)
    clock.set(clock.now() + timedelta(hours=20))
    expired = Decision(Change.EXPIRED, PostingStatus.EXPIRED, reason="deadline")
    with store.write() as session:
        postings.apply(session, "nav_feed", {"today": expired}, None, clock.now())
    assert send(store, clock) == (DeliveryReport(recalled=1), [])


@pytest.mark.parametrize("times", [3])
def test_closing_one_after_another_ends_with_what_is_left(store: Store, clock: FixedClock, times: int) -> None:
    add_alert(store, clock)
    for number in range(times + 1):
        add_opening(store, clock, f"n{number}")
    for number in range(times):
        compose_due(store, clock, MAIL)
        close(store, clock, f"n{number}")
        assert send(store, clock)[0].recalled == 1
    compose_due(store, clock, MAIL)
    [text] = send(store, clock)[1]
    assert [f"n{number}" for number in range(times + 1) if f"example.no/n{number}" in text] == [f"n{times}"]
