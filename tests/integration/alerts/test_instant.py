"""Instant alerts from the store to the wire, on both databases: at once, quietly, capped, and nothing twice."""

from collections import Counter
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alerts.channels import MailSettings
from alerts.channels.smtp import SmtpChannel
from domain.alerts import Alert, Frequency, MailKind
from domain.clock import FixedClock
from operations.composing import Composed, compose_test
from operations.notify import deliver_due
from storage import alerts, deliveries
from storage.engine import Store
from tests.integration.alerts.smtp_servers import sink
from tests.integration.alerts.world import add_alert, add_opening, add_posting, at, compose_due, group

MAIL = MailSettings(host="127.0.0.1", security="none", sender="Jobbvakt <jobbvakt@example.no>")


def instant(store: Store, clock: FixedClock, **changes: Any) -> Alert:
    """An instant alert whose first digest is over, so that all that follows is news."""
    alert = add_alert(store, clock, **{"frequency": Frequency.INSTANT, **changes})
    assert [item.kind for item in compose(store, clock)] == [MailKind.DIGEST]
    return alert


def compose(store: Store, clock: FixedClock) -> list[Composed]:
    return compose_due(store, clock, MAIL)


def kinds(composed: list[Composed]) -> list[MailKind]:
    return [item.kind for item in composed if item.message]


def deliver(store: Store, clock: FixedClock) -> list[Any]:
    """Really send what may go; the messages as they came over the wire."""
    with sink() as (server, port):
        channel = SmtpChannel(MailSettings(host="127.0.0.1", port=port, security="none"))
        deliver_due(store, clock, channel, MAIL.sender, worker="test")
        channel.close()
    return [message_from_bytes(taken.content, policy=default) for taken in server.taken]


def plain(message: Any) -> str:
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def test_what_is_new_goes_at_once_and_is_no_news_to_the_digest(store: Store, clock: FixedClock) -> None:
    instant(store, clock)
    assert compose(store, clock) == []
    opening = add_opening(store, clock, "a")
    [composed] = compose(store, clock)
    assert composed.message is not None
    assert (composed.kind, composed.message.told) == (MailKind.INSTANT, (opening,))
    assert compose(store, clock) == []
    [message] = deliver(store, clock)
    assert message["Message-ID"].startswith("<2026-11-23.kundeservicesjef-instant-1.")
    assert "mandag 23. november kl. 12.00" in plain(message)
    clock.set(at("2026-11-24T07:00:00+01:00"))
    [digest] = compose(store, clock)
    assert (digest.kind, digest.message) == (MailKind.DIGEST, None)


def test_the_first_digest_tells_what_there_is_and_the_instant_mail_nothing_of_it(
    store: Store, clock: FixedClock
) -> None:
    add_opening(store, clock, "a")
    add_alert(store, clock, frequency=Frequency.INSTANT)
    assert kinds(compose(store, clock)) == [MailKind.DIGEST]


def test_in_quiet_hours_it_waits_until_they_are_over(store: Store, clock: FixedClock) -> None:
    instant(store, clock, at=at("2026-01-01T12:00:00+01:00").time())
    clock.set(at("2026-11-23T21:00:00+01:00"))
    first = add_opening(store, clock, "a")
    assert compose(store, clock) == []
    clock.set(at("2026-11-24T06:59:00+01:00"))
    second = add_opening(store, clock, "b")
    assert compose(store, clock) == []
    clock.set(at("2026-11-24T07:00:00+01:00"))
    [composed] = compose(store, clock)
    assert composed.kind is MailKind.INSTANT
    assert composed.message is not None
    assert set(composed.message.told) == {first, second}


def test_beyond_the_days_cap_the_rest_waits_for_the_digest_and_the_last_mail_says_so(
    store: Store, clock: FixedClock
) -> None:
    alert = instant(store, clock, daily_cap=2)
    for name in "abc":
        add_opening(store, clock, name)
        compose(store, clock)
    told = [plain(message) for message in deliver(store, clock)]
    notice = "Dette er dagens siste e-post om nye stillinger. Kommer det flere, står de i oppsummeringen"
    assert [notice in text for text in told] == [False, True]
    assert f"{notice} i morgen kl. 07.00.\n" in told[1]
    with store.read() as session:
        assert deliveries.written_on(session, alert.id, MailKind.INSTANT, date(2026, 11, 23)) == 2
    clock.set(at("2026-11-24T07:00:00+01:00"))
    [digest] = compose(store, clock)
    assert digest.kind is MailKind.DIGEST
    assert digest.message is not None
    assert "Kundeservicesjef c" in digest.message.text
    add_opening(store, clock, "d")  # a new day, a new count
    assert kinds(compose(store, clock)) == [MailKind.INSTANT]


def test_a_snoozed_alerts_waiting_mail_stays_and_its_news_comes_after_waking(store: Store, clock: FixedClock) -> None:
    alert = instant(store, clock)
    opening = add_opening(store, clock, "a")
    compose(store, clock)
    with store.write() as session:
        alerts.snooze(session, alert.id, date(2026, 12, 1))
    assert deliver(store, clock) == []
    clock.set(at("2026-11-30T12:00:00+01:00"))
    assert compose(store, clock) == []
    clock.set(at("2026-12-01T07:00:00+01:00"))
    [digest] = compose(store, clock)
    assert digest.kind is MailKind.DIGEST
    assert digest.message is not None
    assert digest.message.told == (opening,)
    assert len(deliver(store, clock)) == 1


def test_mail_that_was_tried_before_a_snooze_waits_until_its_owner_wakes(store: Store, clock: FixedClock) -> None:
    alert = instant(store, clock)
    add_opening(store, clock, "a")
    compose(store, clock)
    with store.write() as session:
        claimed = deliveries.claim(session, clock.now(), 60, "test")
        assert claimed is not None
        deliveries.mark_retry(session, claimed.id, clock.now(), "451 later")
        alerts.snooze(session, alert.id, date(2026, 11, 25))
    clock.set(at("2026-11-25T06:59:59+01:00"))
    assert deliver(store, clock) == []
    clock.set(at("2026-11-25T07:00:00+01:00"))
    assert len(deliver(store, clock)) == 1


def test_a_test_mail_shows_what_was_told_before_and_changes_nothing(store: Store, clock: FixedClock) -> None:
    add_opening(store, clock, "a")
    alert = add_alert(store, clock)
    compose(store, clock)
    made = compose_test(store, clock, MAIL, alert.id)
    assert made is not None
    assert made[0].subject.startswith("Prøve: 1 ny: Kundeservicesjef a")
    assert "Dette er en prøve: stillingene under regnes ikke som sendt.\n" in made[0].text
    with store.read() as session:
        assert len(deliveries.recent(session)) == 1
        assert deliveries.composed_dates(session, alert.id) == {date(2026, 11, 23)}


steps = st.lists(
    st.one_of(
        st.tuples(st.just("new"), st.just(0)),
        st.tuples(st.just("pass"), st.integers(1, 30)),
        st.tuples(st.just("merge"), st.integers(0, 9)),
        st.tuples(st.just("split"), st.integers(0, 9)),
        st.tuples(st.just("snooze"), st.integers(1, 3)),
    ),
    max_size=14,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=steps)
def test_whatever_happens_no_posting_is_told_twice_by_digest_or_instant_mail(
    store: Store, clock: FixedClock, history: list[tuple[str, int]]
) -> None:
    clock.set(at("2026-11-23T12:00:00+01:00"))
    with store.write() as session:
        for stale in alerts.all_alerts(session):
            alerts.remove(session, stale.id)
    alert = add_alert(store, clock, frequency=Frequency.INSTANT, daily_cap=2)
    groups: list[list[int]] = []
    got: Counter[int] = Counter()
    for number, (verb, what) in enumerate(history):
        if verb == "new":
            groups.append([add_posting(store, clock, f"{id(history)}-{number}")])
        elif verb == "pass":
            clock.set(clock.now() + timedelta(hours=what))
        elif verb == "merge" and len(groups) > 1:
            groups.append(groups.pop(what % len(groups)) + groups.pop())
        elif verb == "split" and groups and len(groups[what % len(groups)]) > 1:
            groups.append([groups[what % len(groups)].pop()])
        elif verb == "snooze":
            with store.write() as session:
                alerts.snooze(session, alert.id, clock.now().date() + timedelta(days=what))
        if groups:
            group(store, clock, *groups)
        compose(store, clock)
    for message in deliver(store, clock):
        got.update(line for line in plain(message).splitlines() if line.startswith("   https://stillinger"))
    assert max(got.values(), default=1) == 1
