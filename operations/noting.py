"""Tell people what happens to the openings they saved: along with a digest, or in a mail of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from alerts.channels import MailSettings
from alerts.digest import Message
from alerts.due import due_moment, speaking_days
from alerts.entries import Note
from alerts.languages import words
from alerts.links import Deed, envelope_of, link
from alerts.message import build_message, message_id, split_address
from alerts.notes import REMIND_BEFORE, addressee_of, learnt, letter, news, note
from domain.accounts import Account, SavedStatus
from domain.alerts import Alert, Known, MailKind
from domain.clock import OSLO, Clock, local_date
from operations.crashpoints import reach
from operations.targets import OCCUPATION_TARGET
from storage import accounts, deliveries, recall, suppression, watching
from storage import alerts as stored_alerts
from storage.deliveries import Mail
from storage.engine import Store
from storage.errors import DeliveryExistsError, KnownMeanwhileError

MORNING = time(7, 0)
"""In Oslo: notes that no digest takes along go from then on."""
LOOK_BACK = timedelta(days=8)
"""Changes older than this are not looked for: longer than any stop that a digest covers."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What an account should hear, and what it knows when it has."""

    account: int
    notes: tuple[Note, ...]
    learnt: tuple[tuple[int, Known, Known], ...]
    """(opening as it was saved, known before, known after)."""

    def enter(self, session: Session, delivery: int) -> None:
        """The account is told by that message, in its transaction. Raises KnownMeanwhileError."""
        for opening, before, after in self.learnt:
            watching.remember(session, self.account, opening, before, after)
        recall.note(session, delivery, self.account, [(opening, before) for opening, before, _ in self.learnt])


@dataclass(frozen=True, slots=True)
class Noting:
    """One round of looking at saved openings."""

    store: Store
    clock: Clock
    mail: MailSettings

    def begin(self) -> None:
        """Note how openings stand that were saved since the last look: what changes from now on is news."""
        with self.store.read() as session:
            fresh = watching.unwatched(session)
        for account, saved in fresh.items():
            with self.store.write() as session:
                for opening, (_, now) in watching.standing(session, saved, OCCUPATION_TARGET).items():
                    watching.remember(session, account, opening, None, now)

    def along_with(self, alert: Alert) -> Pending | None:
        """What the account behind an alert's address should hear; None when that is nothing."""
        with self.store.read() as session:
            account = accounts.by_email(session, alert.email)
            return None if account is None else self._pending(session, account, alert.language)

    def alone(self) -> Iterator[tuple[Alert, Message, int]]:
        """Write the notes that no digest takes along today: addressee, message and row in the outbox."""
        now = self.clock.now()
        if now.astimezone(OSLO).time() < MORNING:
            return
        today = local_date(now)
        with self.store.read() as session:
            candidates = watching.accounts_with_news(session, today, REMIND_BEFORE, now - LOOK_BACK)
            written = deliveries.accounts_written_on(session, MailKind.NOTE, today)
        for number in candidates:
            if number not in written and (done := self._alone(number, now, today)):
                yield done

    def _alone(self, number: int, now: datetime, today: date) -> tuple[Alert, Message, int] | None:
        with self.store.read() as session:
            account = accounts.get(session, number)
            if any(_digest_to_come(alert, now) for alert in _by_mail(session, account.email)):
                return None
            pending = self._pending(session, account, account.language)
        if pending is None:
            return None
        addressee = addressee_of(account.id, account.email, account.language)
        message = letter(addressee, pending.notes, now, link(self.mail, Deed.UNSUBSCRIBE, addressee))
        envelope = envelope_of(self.mail, addressee)
        identity = message_id(addressee, today, split_address(envelope.sender)[1])
        recipient, content = split_address(account.email)[1], build_message(message, addressee, envelope, now)
        mail = Mail(None, MailKind.NOTE, today.isoformat(), today, recipient, identity, content, account.id)
        try:
            with self.store.write() as session:
                row = deliveries.commit_mail(session, mail, {}, now)
                pending.enter(session, row)
                reach("note.before_commit")
        except (DeliveryExistsError, KnownMeanwhileError):
            return None  # another process was faster
        reach("note.after_commit")
        return addressee, message, row

    def _pending(self, session: Session, account: Account, language: str) -> Pending | None:
        if watching.is_silenced(session, account.id) or suppression.is_suppressed(session, account.email):
            return None
        today = local_date(self.clock.now())
        kept = [item for item in watching.watched(session, account.id) if item.status is SavedStatus.SAVED]
        states = watching.standing(session, [item.opening for item in kept], OCCUPATION_TARGET)
        notes: dict[int, Note] = {}
        told = []
        for item in kept:
            if item.known is None or item.opening not in states:
                continue
            card, now = states[item.opening]
            what = news(item.known, now, today, remind=local_date(item.saved_at) != today)
            if what is not None:
                told.append((item.opening, item.known, learnt(item.known, now, today)))
                written = note(card, what, item.known, today, words(language), self.mail.base_url)
                notes.setdefault(card.opening, written)
        return Pending(account.id, tuple(notes.values()), tuple(told)) if notes else None


def _by_mail(session: Session, email: str) -> list[Alert]:
    """The alerts that write mails to an address; a chat takes no notes along."""
    return [alert for alert in stored_alerts.speaking_to(session, email) if not alert.channel]


def _digest_to_come(alert: Alert, now: datetime) -> bool:
    """Does the alert speak later on its local date?"""
    zone = ZoneInfo(alert.zone)
    today = now.astimezone(zone).date()
    asleep = alert.silent_until is not None and today < alert.silent_until
    speaks = today.weekday() in speaking_days(alert.frequency, alert.weekdays)
    return not asleep and speaks and due_moment(today, alert.at, zone) > now
