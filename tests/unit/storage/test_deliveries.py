"""The outbox: one digest for each alert and date, each message leased to one sender, holds that hold."""

from datetime import date, timedelta

import pytest

from domain.alerts import DeliveryState, MailKind
from storage import alerts, deliveries
from storage.engine import Store
from storage.errors import AlreadyToldError, DigestExistsError, NotStoredError
from tests.unit.storage.samples import NOON, ad, mail, new_alert, one_opening_each

DAY = date(2026, 11, 23)


def compose(session, alert_id, day=DAY, told=(), message=b"mail", now=NOON):
    openings = {opening: [] for opening in told}
    return deliveries.commit_digest(session, mail(alert_id, day, message), openings, now)


def claim(session, now=NOON, worker="w"):
    return deliveries.claim(session, now, 60, worker)


def states(session):
    return {record.id: record.state for record in deliveries.recent(session)}


def test_a_digest_is_composed_once_for_each_alert_and_date(store: Store):
    with store.write() as session:
        one, two = new_alert(session, "a"), new_alert(session, "b")
        assert not deliveries.digest_exists(session, one, DAY)
        compose(session, one)
        compose(session, two)
        compose(session, one, DAY + timedelta(days=1))
        assert deliveries.digest_exists(session, one, DAY)
        with pytest.raises(DigestExistsError, match="2026-11-23"):
            compose(session, one)
        assert deliveries.composed_dates(session, one) == {DAY, DAY + timedelta(days=1)}
        assert deliveries.composed_dates(session, one, since=DAY + timedelta(days=1)) == {DAY + timedelta(days=1)}
        assert len(deliveries.pending(session)) == 3


def test_a_date_with_nothing_to_tell_is_done_without_a_message(store: Store):
    with store.write() as session:
        number = new_alert(session)
        deliveries.note_digest(session, number, DAY, NOON)
        assert deliveries.digest_exists(session, number, DAY)
        assert deliveries.pending(session) == []
        with pytest.raises(DigestExistsError):
            deliveries.note_digest(session, number, DAY, NOON)
        with pytest.raises(DigestExistsError):
            compose(session, number)


def test_a_digest_for_nobody_is_refused(store: Store):
    with store.write() as session:
        with pytest.raises(NotStoredError, match="no such alert"):
            compose(session, 404)
        with pytest.raises(NotStoredError, match="no such opening"):
            compose(session, new_alert(session), told=[404])


def test_an_opening_is_told_to_an_alert_once(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a"), ad("b")]})
        number, other = new_alert(session, "a"), new_alert(session, "b")
        compose(session, number, told=[1])
        assert deliveries.told_openings(session, number, [1, 2]) == {1}
        assert deliveries.already_sent(session, number, [1, 2]) == {1}
        assert deliveries.told_openings(session, other, [1, 2]) == set()
        with pytest.raises(AlreadyToldError, match="postings 1"):
            compose(session, number, DAY + timedelta(days=1), told=[2, 1])


def test_a_claimed_message_is_whole_and_nobody_else_gets_it(store: Store):
    body = bytes(range(256)) * 10
    with store.write() as session:
        first = compose(session, new_alert(session, "a"), message=body)
        second = compose(session, new_alert(session, "b"))
        claimed = claim(session)
        assert (claimed.id, claimed.message, claimed.attempts) == (first, body, 1)
        assert (claimed.recipient, claimed.message_id) == ("ola@eksempel.no", f"<{claimed.alert_id}.{DAY}@jobbvakt>")
        assert claim(session).id == second
        assert claim(session) is None
        record = deliveries.pending(session)[0]
        assert (record.state, record.lease_until, record.worker, record.local_date) == (
            DeliveryState.SENDING,
            NOON + timedelta(seconds=60),
            "w",
            DAY,
        )


def test_a_sent_message_is_done_for_good(store: Store):
    with store.write() as session:
        number = compose(session, new_alert(session))
        claim(session)
        assert deliveries.mark_sent(session, number, NOON)
        assert not deliveries.mark_sent(session, number, NOON)
        assert not deliveries.mark_retry(session, number, NOON, "late word")
        assert not deliveries.mark_dead(session, number, "late word")
        assert deliveries.release_expired_leases(session, NOON + timedelta(days=1)) == 0
        assert (deliveries.pending(session), claim(session)) == ([], None)
        (record,) = deliveries.recent(session)
        assert (record.state, record.sent_at, record.last_error) == (DeliveryState.SENT, NOON, None)


def test_a_message_that_did_not_go_waits_for_its_moment(store: Store):
    later = NOON + timedelta(minutes=5)
    with store.write() as session:
        number = compose(session, new_alert(session))
        claim(session)
        assert deliveries.mark_retry(session, number, later, "451 try again")
        assert claim(session, later - timedelta(seconds=1)) is None
        again = claim(session, later)
        assert (again.id, again.attempts) == (number, 2)
        assert deliveries.mark_dead(session, number, "550 no such user")
        assert claim(session, later) is None
        (record,) = deliveries.recent(session)
        assert (record.state, record.last_error) == (DeliveryState.DEAD, "550 no such user")


def test_the_message_of_a_dead_sender_is_sent_by_another(store: Store):
    with store.write() as session:
        number = compose(session, new_alert(session))
        lost = claim(session, worker="dies")
        assert deliveries.release_expired_leases(session, NOON + timedelta(seconds=60)) == 0
        assert deliveries.release_expired_leases(session, NOON + timedelta(seconds=61)) == 1
        found = claim(session, NOON + timedelta(seconds=61), worker="lives")
        assert (found.id, found.attempts) == (number, 2)
        # The first sender was only slow: its word must not take the message from the second.
        assert not deliveries.mark_retry(session, number, NOON, "timed out", attempt=lost.attempts)
        assert not deliveries.mark_dead(session, number, "timed out", attempt=lost.attempts)
        assert deliveries.mark_sent(session, number, NOON)


def test_a_paused_alert_gets_nothing_and_a_removed_one_never(store: Store):
    with store.write() as session:
        paused, removed = new_alert(session, "a"), new_alert(session, "b")
        number = compose(session, paused)
        gone = compose(session, removed)
        claim(session)
        deliveries.mark_retry(session, number, NOON, "451 later")
        alerts.pause(session, paused)
        alerts.remove(session, removed)
        assert claim(session) is None
        assert not deliveries.mark_sent(session, gone, NOON)
        alerts.renew(session, paused, NOON)
        assert claim(session).id == number


def test_what_nobody_has_tried_to_send_is_taken_back_by_a_pause_and_is_news_again(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a"), ad("b")]})
        number = new_alert(session)
        compose(session, number, told=[1])
        claim(session)
        compose(session, number, DAY + timedelta(days=1), told=[2])
        alerts.pause(session, number)
        assert deliveries.told_openings(session, number, [1, 2]) == {1}
        assert [record.local_date for record in deliveries.pending(session)] == [DAY]


def test_before_its_address_has_said_yes_an_alert_gets_the_question_only(store: Store):
    with store.write() as session:
        number = new_alert(session, confirmed=False)
        compose(session, number)
        asking = deliveries.commit_mail(session, mail(number, kind=MailKind.CONFIRM, number=1), {}, NOON)
        assert claim(session).id == asking
        assert claim(session) is None
        assert alerts.speaking(session) == []
        alerts.confirm(session, number, NOON)
        assert [alert.id for alert in alerts.speaking(session)] == [number]
        assert claim(session).id != asking
        assert alerts.remove_unconfirmed(session, NOON + timedelta(days=9)) == 0


def test_an_address_that_never_answers_is_erased(store: Store):
    with store.write() as session:
        new_alert(session, confirmed=False)
        assert alerts.remove_unconfirmed(session, NOON) == 0
        assert alerts.remove_unconfirmed(session, NOON + timedelta(seconds=1)) == 1
        assert alerts.all_alerts(session) == []


def test_on_hold_nothing_goes_old_or_new_until_it_is_released(store: Store):
    with store.write() as session:
        in_hand = compose(session, new_alert(session, "a"))
        compose(session, new_alert(session, "b"))
        sent = compose(session, new_alert(session, "c"))
        for _ in range(3):
            claim(session)
        deliveries.mark_sent(session, sent, NOON)
        assert deliveries.held_because(session) is None
        assert deliveries.hold_all(session, "restored", NOON) == 2
        assert deliveries.held_because(session) == "restored"
        compose(session, new_alert(session, "new"))
        assert [record.held for record in deliveries.pending(session)] == [True, True, True]
        assert claim(session, NOON + timedelta(days=9)) is None
        # A message that was on its way is out all the same.
        assert deliveries.mark_sent(session, in_hand, NOON)
        assert deliveries.release_all(session) == 2
        assert deliveries.held_because(session) is None
        assert claim(session).attempts == 2
        assert claim(session).attempts == 1
        assert claim(session) is None


def test_held_messages_can_be_given_up_and_count_as_told(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a"), ad("b")]})
        number = new_alert(session)
        sent = compose(session, number, told=[1])
        claim(session)
        deliveries.mark_sent(session, sent, NOON)
        old = compose(session, number, DAY + timedelta(days=1), told=[2])
        deliveries.hold_all(session, "restored", NOON)
        assert deliveries.discard_held(session, "sent before the backup was restored") == 1
        assert states(session) == {old: DeliveryState.DEAD, sent: DeliveryState.SENT}
        assert deliveries.told_openings(session, number, [1, 2]) == {1, 2}
        assert deliveries.release_all(session) == 0


def test_the_newest_messages_are_listed_first(store: Store):
    with store.write() as session:
        one, two = new_alert(session, "a"), new_alert(session, "b")
        ids = [compose(session, one, DAY + timedelta(days=n)) for n in range(3)] + [compose(session, two)]
        assert [record.id for record in deliveries.recent(session)] == ids[::-1]
        assert [record.id for record in deliveries.recent(session, one, limit=2)] == [ids[2], ids[1]]


def test_an_undone_unit_leaves_neither_digest_nor_ledger_nor_mail(store: Store):
    with store.write() as session:
        one_opening_each(session, {"nav": [ad("a")]})
        number = new_alert(session)
    with pytest.raises(AlreadyToldError), store.write() as session:
        compose_twice(session, number)
    with store.read() as session:
        assert deliveries.composed_dates(session, number) == set()
        assert deliveries.told_openings(session, number, [1]) == set()
        assert deliveries.pending(session) == []


def compose_twice(session, number):
    compose(session, number, told=[1])
    compose(session, number, DAY + timedelta(days=1), told=[1])
