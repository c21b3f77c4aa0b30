"""Deliver what lies in the outbox: each message leased, sent outside of any transaction, then marked.

Marking comes after sending (RELIABILITY decision 7): a crash costs at most one message twice, and never one.
"""

import logging
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from alerts.channels import Channel, MailSettings, Outcome, Result
from alerts.channels.files import FileChannel
from alerts.channels.smtp import SmtpChannel
from alerts.message import split_address
from alerts.retry import delay, gives_up
from domain.clock import Clock
from operations.crashpoints import reach
from storage import deliveries, recall, suppression
from storage.deliveries import Delivery
from storage.engine import Store

log = logging.getLogger(__name__)

LEASE_SECONDS = 20 * 60.0
"""Longer than the slowest conversation that ends well; after it a message whose sender died is sent by another."""


MINUTE = timedelta(minutes=1)
LOOK_AGAIN = timedelta(seconds=10)
"""Another sender's messages count for the pace after so long at the latest."""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What became of the outbox's messages."""

    sent: int = 0
    retried: int = 0
    dead: int = 0
    again: int = 0
    """Messages of a sender that died; each may have gone out before."""
    recalled: int = 0
    """Taken back to be composed anew: an ad in them was closed meanwhile."""
    stopped: str = ""
    """Why the queue stands still, in words for the operator."""
    places: tuple[str, ...] = ()
    """Files written, where the channel writes files."""

    def __add__(self, other: "DeliveryReport") -> "DeliveryReport":
        """Both together."""
        return DeliveryReport(
            self.sent + other.sent,
            self.retried + other.retried,
            self.dead + other.dead,
            self.again + other.again,
            self.recalled + other.recalled,
            self.stopped or other.stopped,
            (*self.places, *other.places),
        )


def open_channel(mail: MailSettings, outbox: Path) -> Channel:
    """SMTP when a host is configured, else files in ``outbox``. Raises ConfigurationError for mail in the clear."""
    return SmtpChannel(mail) if mail.host else FileChannel(outbox)


def deliver_due(
    store: Store,
    clock: Clock,
    channel: Channel,
    sender: str,
    *,
    worker: str,
    lease_seconds: float = LEASE_SECONDS,
    stopping: Callable[[], bool] = lambda: False,
    returns: Callable[[int, str], str] | None = None,
    per_minute: int = 0,
) -> DeliveryReport:
    """Send the mail that may go now, one after another; ``sender`` is the address as configured.

    Each message is leased, sent outside of any transaction, then marked; one that tells of an ad that was closed
    meanwhile is taken back instead. ``stopping`` is asked between two messages. ``returns`` gives the address that
    reports about a delivery (its id, its recipient) come back to; without it they go to ``sender``. ``per_minute``:
    messages that one domain gets in a minute at most, what others sent included; 0 for any number.
    Raises ConfigurationError when ``sender`` is no address.
    """
    address = split_address(sender)[1]
    pace = Pace(store, clock, per_minute)
    round_ = _Round(store, clock, worker, lease_seconds, stopping)

    def hand_over(delivery: Delivery) -> Outcome:
        back = returns(delivery.id, delivery.recipient) if returns else address
        return channel.deliver(delivery.message, back, delivery.recipient)

    return round_.run(hand_over, by_mail=True, not_to=pace.full, done=pace.count)


def deliver_outside(
    store: Store,
    clock: Clock,
    hand_over: Callable[[Delivery], Outcome],
    *,
    worker: str,
    lease_seconds: float = LEASE_SECONDS,
    stopping: Callable[[], bool] = lambda: False,
) -> DeliveryReport:
    """The same for what goes to chats and webhooks.

    Who does not answer keeps the others waiting once: what else goes to that place waits for the next round.
    """
    silent: set[str] = set()

    def done(delivery: Delivery, outcome: Outcome) -> None:
        if outcome.result is Result.TEMPORARY:
            silent.add(delivery.recipient)

    round_ = _Round(store, clock, worker, lease_seconds, stopping)
    return round_.run(hand_over, by_mail=False, not_to=lambda: silent, done=done)


@dataclass(frozen=True, slots=True)
class _Round:
    """One way through the outbox."""

    store: Store
    clock: Clock
    worker: str
    lease_seconds: float
    stopping: Callable[[], bool]

    def run(
        self,
        hand_over: Callable[[Delivery], Outcome],
        *,
        by_mail: bool,
        not_to: Callable[[], Collection[str]],
        done: Callable[[Delivery, Outcome], object],
    ) -> DeliveryReport:
        """Lease, hand over, mark, until nothing may go any more."""
        with self.store.write() as session:
            again = deliveries.release_expired_leases(session, self.clock.now())
        counts = dict.fromkeys(Result, 0)
        places: list[str] = []
        dead, recalled, stopped = 0, 0, ""
        while not self.stopping() and not stopped:
            delivery, outdated = self._claim(by_mail, not_to())
            if delivery is None:
                break
            if outdated:
                log.info("message taken back: delivery %d: an ad in it was closed meanwhile", delivery.id)
                recalled += 1
                continue
            reach("outbox.after_claim")
            outcome = hand_over(delivery)
            reach("outbox.after_send")
            dead += _mark(self.store, self.clock, delivery, outcome)
            reach("outbox.after_mark")
            done(delivery, outcome)
            counts[outcome.result] += 1
            if outcome.result is Result.SENT and outcome.detail and by_mail:
                places.append(outcome.detail)
            stopped = outcome.detail if outcome.result is Result.STOP else ""
        unsent = sum(counts.values()) - counts[Result.SENT]
        return DeliveryReport(counts[Result.SENT], unsent - dead, dead, again, recalled, stopped, tuple(places))

    def _claim(self, by_mail: bool, not_to: Collection[str]) -> tuple[Delivery | None, bool]:
        """The next message, and whether it was taken back at once."""
        with self.store.write() as session:
            delivery = deliveries.claim(
                session, self.clock.now(), self.lease_seconds, self.worker, by_mail=by_mail, not_to=not_to
            )
            if delivery is None:
                return None, False
            outdated = recall.is_outdated(session, delivery.id) or not (by_mail or delivery.channel)
            if outdated:
                recall.take_back(session, delivery.id)
            return delivery, outdated


class Pace:
    """How many messages each domain got in the last minute, whoever sent them."""

    def __init__(self, store: Store, clock: Clock, per_minute: int) -> None:
        self._store, self._clock, self._most = store, clock, per_minute
        self._sent: Counter[str] = Counter()
        self._looked: datetime | None = None

    def full(self) -> list[str]:
        """Domains that get no more for now."""
        if not self._most:
            return []
        now = self._clock.now()
        if self._looked is None or now - self._looked >= LOOK_AGAIN:
            with self._store.read() as session:
                self._sent = deliveries.sent_by_domain(session, now - MINUTE)
            self._looked = now
        return [domain for domain, count in self._sent.items() if count >= self._most]

    def count(self, delivery: Delivery, outcome: Outcome) -> None:
        """One more attempt; a refused one counts as well until the store is asked again."""
        self._sent[delivery.recipient.rpartition("@")[2].lower()] += 1


def _mark(store: Store, clock: Clock, delivery: Delivery, outcome: Outcome) -> int:
    """Note what became of an attempt; 1 when the message was given up."""
    now, attempt = clock.now(), delivery.attempts
    on_hold = outcome.result is Result.STOP
    dead = outcome.result is Result.PERMANENT or (
        outcome.result is not Result.SENT and gives_up(attempt, on_hold=on_hold)
    )
    with store.write() as session:
        if outcome.result is Result.SENT:
            deliveries.mark_sent(session, delivery.id, now)
            suppression.note_arrival(session, delivery.recipient)
        elif dead:
            deliveries.mark_dead(session, delivery.id, outcome.detail, attempt=attempt)
            if outcome.refused:
                suppression.note_refusal(session, delivery.recipient, outcome.detail, now, gone=outcome.gone)
        else:
            deliveries.mark_retry(session, delivery.id, now + delay(attempt), outcome.detail, attempt=attempt)
    if outcome.result is not Result.SENT:
        level = logging.ERROR if dead or on_hold else logging.WARNING
        log.log(level, "message not sent: delivery %d, attempt %d: %s", delivery.id, attempt, outcome.detail)
    return int(dead)
