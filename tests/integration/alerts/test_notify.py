"""From the store to the outbox to the channel, on both databases."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from alerts.channels import Channel, MailSettings, Outcome, Result
from alerts.channels.files import FileChannel
from alerts.channels.smtp import SmtpChannel
from domain.alerts import DeliveryState, Frequency
from domain.clock import FixedClock
from operations.composing import Composed
from operations.notify import DeliveryReport, deliver_due, open_channel
from storage import alerts, deliveries
from storage.deliveries import DeliveryRecord
from storage.engine import Store
from storage.errors import NotStoredError
from tests.integration.alerts.smtp_servers import faulty, sink
from tests.integration.alerts.world import add_alert, add_opening, add_posting, at, compose_due, group

MAIL = MailSettings(host="127.0.0.1", security="none", sender="Jobbvakt <jobbvakt@example.no>")
MONDAY = date(2026, 11, 23)
NEXT_MORNING = at("2026-11-24T07:00:00+01:00")


class Scripted:
    """A channel that answers as told, then ``SENT``."""

    def __init__(self, *results: Result) -> None:
        self.results, self.recipients, self.messages = list(results), [], []

    def deliver(self, message: bytes, sender: str, recipient: str) -> Outcome:
        self.recipients.append(recipient)
        self.messages.append(message)
        result = self.results.pop(0) if self.results else Result.SENT
        return Outcome(result, "" if result is Result.SENT else f"said {result}")

    def close(self) -> None: ...


def compose(store: Store, clock: FixedClock, mail: MailSettings = MAIL, **options: object) -> list[Composed]:
    return compose_due(store, clock, mail, **options)  # type: ignore[arg-type]


def deliver(store: Store, clock: FixedClock, channel: Channel, **options: object) -> DeliveryReport:
    return deliver_due(store, clock, channel, MAIL.sender, worker="test", **options)  # type: ignore[arg-type]


def outbox(store: Store) -> list[DeliveryRecord]:
    with store.read() as session:
        return deliveries.recent(session, limit=100)[::-1]


def done(store: Store, alert: int) -> set[date]:
    with store.read() as session:
        return deliveries.composed_dates(session, alert)


def test_what_is_new_is_composed_once_and_lies_ready(store: Store, clock: FixedClock) -> None:
    opening = add_opening(store, clock, "a")
    alert = add_alert(store, clock)
    [composed] = compose(store, clock)
    assert (composed.alert, composed.local_date, composed.problem) == (alert, MONDAY, "")
    assert composed.message is not None
    assert composed.message.told == (opening,)
    [record] = outbox(store)
    assert (record.id, record.state, record.recipient) == (composed.delivery, DeliveryState.READY, "kari@example.no")
    assert record.message_id.startswith("<2026-11-23.kundeservicesjef.")
    assert compose(store, clock) == []
    assert len(outbox(store)) == 1


def test_a_day_with_nothing_new_is_done_without_a_mail(store: Store, clock: FixedClock) -> None:
    alert = add_alert(store, clock)
    [composed] = compose(store, clock)
    assert composed.message is None
    assert composed.delivery is None
    assert done(store, alert.id) == {MONDAY}
    add_opening(store, clock, "a")
    assert compose(store, clock) == []
    assert outbox(store) == []


def test_the_next_day_tells_only_what_came_since(store: Store, clock: FixedClock) -> None:
    first = add_opening(store, clock, "a")
    add_alert(store, clock)
    compose(store, clock)
    clock.set(NEXT_MORNING)
    second = add_opening(store, clock, "b")
    [composed] = compose(store, clock)
    assert composed.message is not None
    assert composed.message.told == (second,) != (first,)
    clock.set(NEXT_MORNING + timedelta(days=1))
    [quiet] = compose(store, clock)
    assert quiet.message is None


def test_a_repost_that_joins_a_told_opening_is_not_news(store: Store, clock: FixedClock) -> None:
    told = add_posting(store, clock, "a")
    group(store, clock, [told])
    add_alert(store, clock)
    compose(store, clock)
    clock.set(NEXT_MORNING)
    again = add_posting(store, clock, "a2", source="jobbnorge")
    group(store, clock, [told, again])
    assert compose(store, clock)[0].message is None
    clock.set(NEXT_MORNING + timedelta(days=1))
    group(store, clock, [told], [again])  # the merge was wrong and is undone: the other half was never told
    [composed] = compose(store, clock)
    assert composed.message is not None
    assert len(composed.message.told) == 1


def test_an_alert_hears_only_what_fits_its_query_and_score(store: Store, clock: FixedClock) -> None:
    add_opening(store, clock, "svak", score=40)
    fits = add_opening(store, clock, "bergen", score=70, title="Kundeservicesjef i Bergen")
    add_opening(store, clock, "oslo", score=90)
    add_alert(store, clock, min_score=60, query="bergen")
    [composed] = compose(store, clock)
    assert composed.message is not None
    assert composed.message.told == (fits,)


def test_before_its_hour_yesterday_is_owed_and_a_weekly_alert_waits_for_monday(store: Store, clock: FixedClock) -> None:
    daily = add_alert(store, clock, name="daglig", at=at("2026-01-01T13:00:00+01:00").time())
    weekly = add_alert(store, clock, name="ukentlig", frequency=Frequency.WEEKLY)
    assert {item.alert.id: item.local_date for item in compose(store, clock)} == {
        daily.id: date(2026, 11, 22),
        weekly.id: MONDAY,
    }
    clock.set(at("2026-11-29T23:59:00+01:00"))
    assert [item.alert.id for item in compose(store, clock)] == [daily.id]
    clock.set(at("2026-11-30T07:00:00+01:00"))
    assert [item.alert.id for item in compose(store, clock)] == [weekly.id]


def test_after_ten_days_off_one_digest_covers_the_gap(store: Store, clock: FixedClock) -> None:
    add_alert(store, clock)
    compose(store, clock)
    for number in range(10):
        clock.set(NEXT_MORNING + timedelta(days=number))
        add_opening(store, clock, f"n{number}")
    composed = compose(store, clock)
    assert [len(item.message.told) for item in composed if item.message] == [10]
    assert compose(store, clock) == []


def test_a_preview_changes_nothing_and_speaks_of_paused_alerts_too(store: Store, clock: FixedClock) -> None:
    add_opening(store, clock, "a")
    alert = add_alert(store, clock)
    with store.write() as session:
        alerts.pause(session, alert.id)
    assert compose(store, clock) == []
    assert compose(store, clock, alert=alert.id) == []
    [preview] = compose(store, clock, alert=alert.id, preview=True)
    assert preview.message is not None
    assert preview.delivery is None
    assert outbox(store) == []
    assert done(store, alert.id) == set()


def test_a_date_can_be_asked_for_but_is_composed_only_once(store: Store, clock: FixedClock) -> None:
    add_opening(store, clock, "a")
    alert = add_alert(store, clock)
    day = date(2026, 12, 24)
    assert [item.local_date for item in compose(store, clock, date=day)] == [day]
    assert compose(store, clock, date=day) == []
    assert done(store, alert.id) == {day}


def test_an_alert_that_does_not_exist_is_named(store: Store, clock: FixedClock) -> None:
    with pytest.raises(NotStoredError, match="404"):
        compose(store, clock, alert=404)


def test_what_is_wrong_with_one_alert_leaves_the_others_alone(
    store: Store, clock: FixedClock, caplog: pytest.LogCaptureFixture
) -> None:
    add_opening(store, clock, "a")
    add_alert(store, clock, name="sone", zone="Europa/Oslo")
    add_alert(store, clock, name="adresse", email="ingen adresse")
    add_alert(store, clock, name="god")
    with caplog.at_level(logging.ERROR):
        composed = {item.alert.name: item for item in compose(store, clock)}
    assert composed["god"].delivery is not None
    assert "Europa/Oslo" in composed["sone"].problem
    assert "not an e-mail address" in composed["adresse"].problem
    assert len(outbox(store)) == 1
    assert "ingen adresse" in caplog.text


def test_two_composers_at_once_tell_nobody_twice(store: Store, clock: FixedClock) -> None:
    for number in range(5):
        add_opening(store, clock, str(number))
    for number in range(8):
        add_alert(store, clock, name=f"alert {number}")
    with ThreadPoolExecutor(4) as pool:
        rounds = list(pool.map(lambda _: compose(store, clock), range(4)))
    assert sorted(item.alert.id for found in rounds for item in found) == sorted({r.alert_id for r in outbox(store)})
    assert len(outbox(store)) == 8


def test_the_whole_way_over_smtp(store: Store, clock: FixedClock) -> None:
    add_opening(store, clock, "a", title="Kundeservicesjef på Røros")
    add_alert(store, clock)
    compose(store, clock, source_names={"nav_feed": "Arbeidsplassen"})
    with sink() as (server, port):
        channel = SmtpChannel(MailSettings(host="127.0.0.1", port=port, security="none"))
        report = deliver(store, clock, channel)
        assert deliver(store, clock, channel) == DeliveryReport()
        channel.close()
    assert report == DeliveryReport(sent=1)
    [taken] = server.taken
    assert (taken.sender, taken.recipient) == ("jobbvakt@example.no", "kari@example.no")
    read = message_from_bytes(taken.content, policy=default)
    assert read["Subject"] == "1 ny: Kundeservicesjef på Røros, Oslo – frist tirsdag 1. juni"
    assert "Arbeidsplassen https://stillinger.example.no/a" not in read.get_body(("plain",)).get_content()
    assert "- Arbeidsplassen" in read.get_body(("plain",)).get_content()
    assert outbox(store)[0].state is DeliveryState.SENT


def test_without_a_server_the_message_becomes_a_file(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    add_opening(store, clock, "a")
    alert = add_alert(store, clock, name="Kundeservicesjef Øst")
    compose(store, clock, MailSettings())
    channel = open_channel(MailSettings(), tmp_path / "outbox")
    report = deliver(store, clock, channel)
    path = tmp_path / "outbox" / f"2026-11-23-kundeservicesjef-ost-{alert.id}.eml"
    assert report.places == (str(path),)
    assert path.stat().st_mode & 0o077 == 0
    read = message_from_bytes(path.read_bytes(), policy=default)
    assert read["To"] == "kari@example.no"
    assert f"jobbvakt alert pause {alert.id}" in read.get_body(("plain",)).get_content()
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_written_keeps_the_message(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    add_opening(store, clock, "a")
    add_alert(store, clock)
    compose(store, clock)
    (tmp_path / "outbox").write_text("a file stands where the folder should be")
    report = deliver(store, clock, FileChannel(tmp_path / "outbox"))
    assert str(tmp_path / "outbox") in report.stopped
    assert report.sent == 0
    assert outbox(store)[0].state is DeliveryState.READY


def many_alerts(store: Store, clock: FixedClock, count: int) -> None:
    add_opening(store, clock, "a")
    for number in range(count):
        add_alert(store, clock, name=f"alert {number}", email=f"r{number}@example.no")
    compose(store, clock)


def test_what_may_pass_is_tried_again_later_and_keeps_nobody_waiting(store: Store, clock: FixedClock) -> None:
    many_alerts(store, clock, 3)
    channel = Scripted(Result.TEMPORARY)
    assert deliver(store, clock, channel) == DeliveryReport(sent=2, retried=1)
    assert deliver(store, clock, channel) == DeliveryReport()
    clock.sleep(60)
    assert deliver(store, clock, channel) == DeliveryReport(sent=1)
    assert channel.recipients == ["r0@example.no", "r1@example.no", "r2@example.no", "r0@example.no"]
    assert channel.messages[0] == channel.messages[3]


def test_what_is_refused_for_good_is_dead_with_its_reason(store: Store, clock: FixedClock) -> None:
    many_alerts(store, clock, 2)
    assert deliver(store, clock, Scripted(Result.PERMANENT)) == DeliveryReport(sent=1, dead=1)
    first = outbox(store)[0]
    assert (first.state, first.last_error) == (DeliveryState.DEAD, "said permanent")


def test_a_refused_log_in_stops_the_queue_and_loses_nothing(store: Store, clock: FixedClock) -> None:
    many_alerts(store, clock, 3)
    channel = Scripted(Result.STOP)
    assert deliver(store, clock, channel) == DeliveryReport(retried=1, stopped="said stop")
    assert len(channel.recipients) == 1
    clock.sleep(60)
    assert deliver(store, clock, channel).sent == 3


def test_a_message_outlives_a_day_of_no_server_or_a_week_of_no_log_in_and_then_is_dead(
    store: Store, clock: FixedClock
) -> None:
    for result, least in ((Result.TEMPORARY, timedelta(hours=24)), (Result.STOP, timedelta(days=7))):
        many = f"{result}"
        add_opening(store, clock, many)
        add_alert(store, clock, name=many, email=f"{many}@example.no")
        began = clock.now()
        [composed] = [item for item in compose(store, clock) if item.alert.name == many]
        while (record := record_of(store, composed)).state is DeliveryState.READY:
            clock.set(record.not_before)
            deliver(store, clock, Scripted(*[result] * 9))
        assert record.state is DeliveryState.DEAD
        assert least <= clock.now() - began < least + timedelta(hours=12)


def record_of(store: Store, composed: Composed) -> DeliveryRecord:
    return next(record for record in outbox(store) if record.id == composed.delivery)


def test_a_paused_alert_hears_nothing_even_of_what_was_composed(store: Store, clock: FixedClock) -> None:
    add_opening(store, clock, "a")
    alert = add_alert(store, clock)
    compose(store, clock)
    with store.write() as session:
        alerts.pause(session, alert.id)
    channel = Scripted()
    assert deliver(store, clock, channel) == DeliveryReport()
    assert channel.recipients == []


def test_a_message_whose_sender_died_is_sent_by_another(store: Store, clock: FixedClock) -> None:
    many_alerts(store, clock, 1)
    with store.write() as session:
        assert deliveries.claim(session, clock.now(), 60, "died") is not None
    assert deliver(store, clock, Scripted()) == DeliveryReport()
    clock.sleep(61)
    assert deliver(store, clock, Scripted()) == DeliveryReport(sent=1, again=1)


def test_when_asked_to_stop_it_finishes_the_mail_in_hand_and_no_more(store: Store, clock: FixedClock) -> None:
    many_alerts(store, clock, 5)
    channel = Scripted()
    report = deliver(store, clock, channel, stopping=lambda: len(channel.recipients) == 2)
    assert report == DeliveryReport(sent=2)
    assert deliver(store, clock, channel) == DeliveryReport(sent=3)


def test_two_senders_at_once_send_each_message_once(store: Store, clock: FixedClock) -> None:
    many_alerts(store, clock, 12)
    with faulty() as server:
        settings = MailSettings(host="127.0.0.1", port=server.port, security="none")

        def work(_: int) -> int:
            channel = SmtpChannel(settings)
            sent = deliver(store, clock, channel).sent
            channel.close()
            return sent

        # The server speaks to one connection at a time, so the second sender waits for the first.
        with ThreadPoolExecutor(2) as pool:
            assert sum(pool.map(work, range(2))) == 12
    assert sorted(item.recipient for item in server.taken) == sorted(f"r{number}@example.no" for number in range(12))


def test_mails_are_dated_when_they_were_composed(store: Store, clock: FixedClock) -> None:
    many_alerts(store, clock, 1)
    channel = Scripted()
    composed_at = clock.now()
    clock.sleep(3600)
    deliver(store, clock, channel)
    assert message_from_bytes(channel.messages[0], policy=default)["Date"].datetime.astimezone(UTC) == composed_at
