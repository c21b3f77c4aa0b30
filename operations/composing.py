"""Compose what people are owed: digests that are due, and instant mails; each committed with what it tells.

A message, what it told and the claim on its date are one transaction (RELIABILITY decision 7), so that a crash between
two of them is a crash before or after all of them.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.orm import Session

from alerts.channels import MailSettings
from alerts.channels.targets import name_of
from alerts.digest import Message, compose
from alerts.due import LOOK_BACK_DAYS, owed_by
from alerts.instant import may_write
from alerts.letter import renewal
from alerts.links import Deed, envelope_of, link
from alerts.message import build_message, message_id, split_address, unsubscribe_mailto
from alerts.outside import build_outside
from alerts.renewal import asks, lapses, last_day
from domain.alerts import Alert, Frequency, MailKind, OpeningCard
from domain.clock import Clock
from domain.errors import JobbvaktError
from operations.crashpoints import reach
from operations.noting import Noting, Pending
from operations.targets import target_of_name
from storage import alerts as stored_alerts
from storage import deliveries, matches
from storage.deliveries import Mail
from storage.engine import Store
from storage.errors import AlreadyToldError, DeliveryExistsError, DigestExistsError, KnownMeanwhileError, NotStoredError

log = logging.getLogger(__name__)

_TRIES = 3
LOOKED_BACK = timedelta(days=LOOK_BACK_DAYS + 3)
"""No digest is owed for an earlier date, so that what an alert got in years is not read each time."""

SEARCH_COUNTS_FOR = timedelta(seconds=30)
"""How long one search's answer serves the alerts that ask the same; an ad that closes meanwhile may still be told."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What one alert got: its digest for one date, or an instant mail on it."""

    alert: Alert
    local_date: date
    message: Message | None
    """None: nothing new, no mail."""
    kind: MailKind = MailKind.DIGEST
    delivery: int | None = None
    """Its row in the outbox; None for a preview."""
    problem: str = ""
    """Why nothing could be composed; the alert stays due."""


def compose_each(
    store: Store,
    clock: Clock,
    mail: MailSettings,
    *,
    date: date | None = None,
    alert: int | None = None,
    preview: bool = False,
    source_names: Mapping[str, str] | None = None,
) -> Iterator[Composed]:
    """Compose what is due now into the outbox, each when it is asked for: ten thousand need no more memory than ten.

    Alerts that owe nothing are left out of the answer.

    ``date`` composes for that local date whether due or not (a date that is done stays done); ``alert`` speaks of one
    alert only, a paused one included when it is a preview; ``preview`` stores nothing. ``source_names`` gives the names
    of sources as people know them. Raises NotStoredError for an ``alert`` that does not exist.
    """
    composer = _Composer(store, clock, mail, source_names or {})
    if alert is None and date is None and not preview:
        return composer.round()
    chosen = _chosen(store, alert, preview)
    return (item for one in chosen for item in composer.handle(one, date, preview))


def compose_test(
    store: Store, clock: Clock, mail: MailSettings, alert: int, *, source_names: Mapping[str, str] | None = None
) -> tuple[Message, bytes] | None:
    """A message of the alert's best openings today, told before or not, marked as a test; None when nothing fits.

    Nothing is stored. Raises NotStoredError for an ``alert`` that does not exist, ConfigurationError for an address
    that is none.
    """
    [found] = _chosen(store, alert, preview=True)
    return _Composer(store, clock, mail, source_names or {}).trial(found)


def _chosen(store: Store, alert: int | None, preview: bool) -> list[Alert]:
    """The alerts to look at; those that ask the same stand together, so that they share one search."""
    with store.read() as session:
        if alert is None:
            every = stored_alerts.speaking(session)
            return sorted(every, key=lambda item: (item.profile or "", item.query, item.min_score))
        only = stored_alerts.get(session, alert)
        return [only] if preview or (only.confirmed and not only.paused) else []


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
        self.noting = Noting(store, clock, mail)

    def round(self) -> Iterator[Composed]:
        """Everything that everybody is owed now."""
        self.noting.begin()
        for alert in _chosen(self.store, None, False):
            yield from self.handle(alert, None, False)
        for addressee, message, row in self.noting.alone():
            yield Composed(addressee, message.local_date, message, MailKind.NOTE, row)

    def handle(self, alert: Alert, day: date | None, preview: bool) -> Iterator[Composed]:
        """What the alert is owed: its digest, what is news at once for an instant alert, the question for renewal."""
        composed = self._guarded(alert, day, lambda: self._digest(alert, day, preview))
        if composed is not None:
            yield composed
        if alert.frequency is Frequency.INSTANT and day is None and not preview and not (composed and composed.problem):
            composed = self._guarded(alert, day, lambda: self._instant(alert))
            if composed is not None:
                yield composed
        if day is None and not preview and asks(alert, self.clock.now()):
            composed = self._guarded(alert, day, lambda: self._renewal(alert))
            if composed is not None:
                yield composed

    def trial(self, alert: Alert) -> tuple[Message, bytes] | None:
        """The alert's best openings, marked as a test."""
        now = self.clock.now()
        with self.store.read() as session:
            cards = self.search.answer(session, alert)
        message = self._words(alert, cards, now.astimezone(ZoneInfo(alert.zone)).date(), MailKind.TEST)
        if message is None:
            return None
        label = f"test-{now:%H%M%S%f}"
        if alert.channel:
            identity = message_id(alert, message.local_date, split_address(self.mail.sender)[1], label)
            return message, build_outside(message, alert, MailKind.TEST, identity)
        return message, build_message(message, alert, envelope_of(self.mail, alert), now, label=label)

    def _guarded(self, alert: Alert, day: date | None, work: Callable[[], Composed | None]) -> Composed | None:
        """What is wrong with one alert leaves the others alone."""
        try:
            return _again_while_told(work, self.search.forget)
        except (DigestExistsError, DeliveryExistsError, NotStoredError):
            return None  # another process was faster, or the alert is gone
        except (JobbvaktError, ZoneInfoNotFoundError, ValueError) as error:
            log.error("digest could not be composed: alert %d: %s", alert.id, error)
            return Composed(alert, day or self.clock.now().date(), None, problem=str(error))

    def _digest(self, alert: Alert, day: date | None, preview: bool) -> Composed | None:
        """The alert's digest, or None when it owes none."""
        local_date = self._date(alert, day, preview)
        if local_date is None:
            return None
        pending = None if alert.channel else self.noting.along_with(alert)
        notes = pending.notes if pending else ()
        message = self._words(alert, self._new_openings(alert), local_date, MailKind.DIGEST, notes=notes)
        if preview:
            return Composed(alert, local_date, message)
        if message is None:
            with self.store.write() as session:
                deliveries.note_digest(session, alert.id, local_date, self.clock.now())
            return Composed(alert, local_date, None)
        return self._commit(alert, message, MailKind.DIGEST, local_date.isoformat(), pending=pending)

    def _date(self, alert: Alert, day: date | None, preview: bool) -> date | None:
        now, zone = self.clock.now(), ZoneInfo(alert.zone)
        with self.store.read() as session:
            done = deliveries.composed_dates(session, alert.id, min(day or date.max, now.date() - LOOKED_BACK))
        if preview:
            return day or owed_by(alert, now) or now.astimezone(zone).date()
        if day is None:
            return owed_by(alert, now, done)
        return None if day in done else day

    def _instant(self, alert: Alert) -> Composed | None:
        """What is new this moment, if the alert may write; the number within the day is the claim on it."""
        now = self.clock.now()
        today = now.astimezone(ZoneInfo(alert.zone)).date()
        with self.store.read() as session:
            written = deliveries.written_on(session, alert.id, MailKind.INSTANT, today)
        if not may_write(alert, now, written):
            return None
        last = written + 1 == alert.daily_cap
        message = self._words(alert, self._new_openings(alert), today, MailKind.INSTANT, last_today=last)
        if message is None:
            return None
        return self._commit(alert, message, MailKind.INSTANT, f"{today}/{written + 1}", f"instant-{written + 1}")

    def _renewal(self, alert: Alert) -> Composed | None:
        """Ask once whether the alert is still wanted; without an answer in time it is paused."""
        now, since = self.clock.now(), alert.renewed_at or self.clock.now()
        with self.store.read() as session:
            asked, at = deliveries.went_out(session, alert.id, MailKind.RENEWAL, since)
        if lapses(now, at):
            with self.store.write() as session:
                stored_alerts.pause(session, alert.id)
            log.info("alert lapsed: alert %d: asked on %s, no answer", alert.id, at)
        if asked:
            return None
        until = last_day(alert, now)
        message = renewal(alert, now, until, link(self.mail, Deed.RESUME, alert), self._unsubscribe(alert))
        return self._commit(alert, message, MailKind.RENEWAL, f"{since.date()}", f"renewal-{since.date()}")

    def _commit(
        self,
        alert: Alert,
        message: Message,
        kind: MailKind,
        about: str,
        label: str = "",
        *,
        pending: Pending | None = None,
    ) -> Composed:
        now, envelope = self.clock.now(), envelope_of(self.mail, alert)
        identity = message_id(alert, message.local_date, split_address(envelope.sender)[1], label)
        if alert.channel and kind is not MailKind.RENEWAL:
            recipient = name_of(alert.channel)  # whether it may be reached is seen when it goes
            content = build_outside(message, alert, kind, identity)
        else:
            recipient = split_address(alert.email)[1]
            content = build_message(message, alert, envelope, now, label=label)
        mail = Mail(alert.id, kind, about, message.local_date, recipient, identity, content)
        told: dict[int, tuple[int, ...]] = dict.fromkeys(message.told, ())
        enter = deliveries.commit_digest if kind is MailKind.DIGEST else deliveries.commit_mail
        with self.store.write() as session:
            row = enter(session, mail, told, now)
            if pending is not None:
                pending.enter(session, row)
            reach("digest.before_commit")
        reach("digest.after_commit")
        return Composed(alert, message.local_date, message, kind, row)

    def _words(
        self, alert: Alert, cards: Sequence[OpeningCard], day: date, kind: MailKind, **options: Any
    ) -> Message | None:
        return compose(
            alert,
            cards,
            day,
            base_url=self.mail.base_url,
            now=self.clock.now(),
            unsubscribe=self._unsubscribe(alert),
            source_names=self.source_names,
            kind=kind,
            **options,
        )

    def _new_openings(self, alert: Alert) -> Sequence[OpeningCard]:
        with self.store.read() as session:
            return deliveries.unsent_openings(session, alert.id, self.search.answer(session, alert))

    def _unsubscribe(self, alert: Alert) -> str:
        """Where a reader goes to stop the mails: a page, else a mail to us; nothing where mails are only files."""
        by_mail = unsubscribe_mailto(alert, envelope_of(self.mail, alert)) if self.mail.host else ""
        return link(self.mail, Deed.UNSUBSCRIBE, alert) or by_mail


def _again_while_told(work: Callable[[], Composed | None], forget: Callable[[], None]) -> Composed | None:
    """Do the work; openings may be merged between reading and writing, and then it is done anew."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except (AlreadyToldError, KnownMeanwhileError):
            forget()
    return work()
