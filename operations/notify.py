"""Tell people what is new: compose the digests that are due, and deliver what lies in the outbox.

A digest, what it told and its rendered message are committed together; sending comes after, marking after sending
(RELIABILITY decision 7). A crash costs at most one message twice, and never one.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.orm import Session

from alerts.channels import Channel, MailSettings, Outcome, Result
from alerts.channels.files import FileChannel
from alerts.channels.smtp import SmtpChannel
from alerts.digest import DigestMessage, compose
from alerts.due import owed_by
from alerts.message import Envelope, build_message, message_id, split_address, unsubscribe_mailto
from alerts.retry import delay, gives_up
from domain.alerts import Alert, OpeningCard
from domain.clock import Clock
from domain.errors import JobbvaktError
from operations.crashpoints import reach
from operations.match import target_of_name
from storage import alerts as stored_alerts
from storage import deliveries, matches
from storage.engine import Store
from storage.errors import AlreadyToldError, DigestExistsError, NotStoredError

log = logging.getLogger(__name__)

LEASE_SECONDS = 20 * 60.0
"""Longer than the slowest conversation that ends well; after it a message whose sender died is sent by another."""

_TRIES = 3

SEARCH_COUNTS_FOR = timedelta(seconds=30)
"""How long one search's answer serves the alerts that ask the same; an ad that closes meanwhile may still be told."""


@dataclass(frozen=True, slots=True)
class ComposedDigest:
    """What one alert got for one date."""

    alert: Alert
    local_date: date
    message: DigestMessage | None
    """None: nothing new, no mail."""
    delivery: int | None = None
    """Its row in the outbox; None for a preview."""
    problem: str = ""
    """Why nothing could be composed; the alert stays due."""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What became of the outbox's messages."""

    sent: int = 0
    retried: int = 0
    dead: int = 0
    again: int = 0
    """Messages of a sender that died; each may have gone out before."""
    stopped: str = ""
    """Why the queue stands still, in words for the operator."""
    places: tuple[str, ...] = ()
    """Files written, where the channel writes files."""


def compose_due(
    store: Store,
    clock: Clock,
    mail: MailSettings,
    *,
    date: date | None = None,
    alert: int | None = None,
    preview: bool = False,
    source_names: Mapping[str, str] | None = None,
) -> list[ComposedDigest]:
    """Compose what is due now into the outbox; alerts that owe nothing are left out of the answer.

    ``date`` composes for that local date whether due or not (a date that is done stays done); ``alert`` speaks of one
    alert only, a paused one included when it is a preview; ``preview`` stores nothing. ``source_names`` gives the names
    of sources as people know them. Raises NotStoredError for an ``alert`` that does not exist.
    """
    chosen = _chosen(store, alert, preview)
    return list(_composed(_Composer(store, clock, mail, source_names or {}), chosen, date, preview))


def compose_each(
    store: Store, clock: Clock, mail: MailSettings, *, source_names: Mapping[str, str] | None = None
) -> Iterator[ComposedDigest]:
    """What ``compose_due`` does for all alerts, one digest at a time: ten thousand need no more memory than ten."""
    return _composed(_Composer(store, clock, mail, source_names or {}), _chosen(store, None, False), None, False)


def _composed(
    composer: "_Composer", chosen: Sequence[Alert], day: date | None, preview: bool
) -> Iterator[ComposedDigest]:
    answers = (composer.handle(alert, day, preview) for alert in chosen)
    return (answer for answer in answers if answer is not None)


def _chosen(store: Store, alert: int | None, preview: bool) -> list[Alert]:
    """The alerts to look at; those that ask the same stand together, so that they share one search."""
    with store.read() as session:
        if alert is None:
            every = stored_alerts.all_alerts(session, paused=False)
            return sorted(every, key=lambda item: (item.profile or "", item.query, item.min_score))
        only = stored_alerts.get(session, alert)
        return [only] if preview or not only.paused else []


class _LastSearch:
    """The newest search's answer, kept for the next alert that asks the same."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.asked: tuple[str | None, str, int] | None = None
        self.at = clock.now()
        self.cards: Sequence[OpeningCard] = ()

    def answer(self, session: Session, alert: Alert) -> Sequence[OpeningCard]:
        """Openings that fit the alert's search, told before or not."""
        asked, now = (alert.profile, alert.query, alert.min_score), self.clock.now()
        if asked != self.asked or not timedelta() <= now - self.at <= SEARCH_COUNTS_FOR:
            target = target_of_name(session, alert.profile)
            self.cards = matches.ranked(session, target, min_score=alert.min_score, query=alert.query)
            self.asked, self.at = asked, now
        return self.cards

    def forget(self) -> None:
        """Ask anew next time."""
        self.asked, self.cards = None, ()


class _Composer:
    """One round of composing; alerts with the same search share its answer."""

    def __init__(self, store: Store, clock: Clock, mail: MailSettings, source_names: Mapping[str, str]) -> None:
        self.store, self.clock, self.mail, self.source_names = store, clock, mail, source_names
        self.search = _LastSearch(clock)

    def handle(self, alert: Alert, day: date | None, preview: bool) -> ComposedDigest | None:
        """The alert's digest, or None when it owes none. What is wrong with one alert leaves the others alone."""
        try:
            local_date = self._date(alert, day, preview)
            if local_date is None:
                return None
            if preview:
                return ComposedDigest(alert, local_date, self._compose(alert, local_date, self.clock.now()))
            return self._commit(alert, local_date)
        except (DigestExistsError, NotStoredError):
            return None  # another process was faster, or the alert is gone
        except (JobbvaktError, ZoneInfoNotFoundError, ValueError) as error:
            log.error("digest could not be composed: alert %d: %s", alert.id, error)
            return ComposedDigest(alert, day or self.clock.now().date(), None, problem=str(error))

    def _date(self, alert: Alert, day: date | None, preview: bool) -> date | None:
        now, zone = self.clock.now(), ZoneInfo(alert.zone)
        with self.store.read() as session:
            done = deliveries.composed_dates(session, alert.id)
        if preview:
            return day or owed_by(alert, now) or now.astimezone(zone).date()
        if day is None:
            return owed_by(alert, now, done)
        return None if day in done else day

    def _commit(self, alert: Alert, local_date: date) -> ComposedDigest:
        """Compose and store. Openings may be merged between reading and writing: then it is composed anew."""
        for _ in range(_TRIES - 1):
            try:
                return self._commit_once(alert, local_date)
            except AlreadyToldError:
                self.search.forget()
        return self._commit_once(alert, local_date)

    def _commit_once(self, alert: Alert, local_date: date) -> ComposedDigest:
        now = self.clock.now()
        message = self._compose(alert, local_date, now)
        if message is None:
            with self.store.write() as session:
                deliveries.note_empty(session, alert.id, local_date, now)
            return ComposedDigest(alert, local_date, None)
        envelope = self._envelope(alert)
        content = build_message(message, alert, envelope, now)
        recipient = split_address(alert.email)[1]
        identity = message_id(alert, local_date, split_address(envelope.sender)[1])
        told: dict[int, tuple[int, ...]] = dict.fromkeys(message.told, ())
        with self.store.write() as session:
            row = deliveries.commit_digest(session, alert.id, local_date, told, content, recipient, identity, now)
            reach("digest.before_commit")
        reach("digest.after_commit")
        return ComposedDigest(alert, local_date, message, row)

    def _compose(self, alert: Alert, local_date: date, now: datetime) -> DigestMessage | None:
        return compose(
            alert,
            self._new_openings(alert),
            local_date,
            base_url=self.mail.base_url,
            now=now,
            unsubscribe=unsubscribe_mailto(alert, self._envelope(alert)) if self.mail.host else "",
            source_names=self.source_names,
        )

    def _new_openings(self, alert: Alert) -> Sequence[OpeningCard]:
        with self.store.read() as session:
            return deliveries.unsent_openings(session, alert.id, self.search.answer(session, alert))

    def _envelope(self, alert: Alert) -> Envelope:
        return Envelope(self.mail.sender, alert.email, self.mail.unsubscribe_mailto)


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
) -> DeliveryReport:
    """Send what may go now, one message after another; ``sender`` is the address as configured.

    Each message is leased, sent outside of any transaction, then marked. ``stopping`` is asked between two messages.
    Raises ConfigurationError when ``sender`` is no address.
    """
    address = split_address(sender)[1]
    with store.write() as session:
        again = deliveries.release_expired_leases(session, clock.now())
    counts = dict.fromkeys(Result, 0)
    places: list[str] = []
    dead, stopped = 0, ""
    while not stopping() and not stopped:
        with store.write() as session:
            delivery = deliveries.claim(session, clock.now(), lease_seconds, worker)
        if delivery is None:
            break
        reach("outbox.after_claim")
        outcome = channel.deliver(delivery.message, address, delivery.recipient)
        reach("outbox.after_send")
        dead += _mark(store, clock, delivery, outcome)
        reach("outbox.after_mark")
        counts[outcome.result] += 1
        if outcome.result is Result.SENT and outcome.detail:
            places.append(outcome.detail)
        stopped = outcome.detail if outcome.result is Result.STOP else ""
    unsent = sum(counts.values()) - counts[Result.SENT]
    return DeliveryReport(counts[Result.SENT], unsent - dead, dead, again, stopped, tuple(places))


def _mark(store: Store, clock: Clock, delivery: deliveries.Delivery, outcome: Outcome) -> int:
    """Note what became of an attempt; 1 when the message was given up."""
    now, attempt = clock.now(), delivery.attempts
    on_hold = outcome.result is Result.STOP
    dead = outcome.result is Result.PERMANENT or (
        outcome.result is not Result.SENT and gives_up(attempt, on_hold=on_hold)
    )
    with store.write() as session:
        if outcome.result is Result.SENT:
            deliveries.mark_sent(session, delivery.id, now)
        elif dead:
            deliveries.mark_dead(session, delivery.id, outcome.detail, attempt=attempt)
        else:
            deliveries.mark_retry(session, delivery.id, now + delay(attempt), outcome.detail, attempt=attempt)
    if outcome.result is not Result.SENT:
        level = logging.ERROR if dead or on_hold else logging.WARNING
        log.log(level, "mail not sent: delivery %d, attempt %d: %s", delivery.id, attempt, outcome.detail)
    return int(dead)
