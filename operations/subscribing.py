"""How an alert begins, goes on and ends: asked for, confirmed by its address, kept, stopped; by link or by command."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from alerts.channels.targets import target_of
from alerts.cleaning import one_line
from alerts.letter import confirmation
from alerts.links import Deed, alert_named, envelope_of, fits, link
from alerts.message import build_message, message_id, number_of, split_address
from alerts.notes import addressee_of
from domain.alerts import Alert, MailKind
from operations.context import Context
from operations.mail import link_secret, mail_settings
from storage import accounts, alerts, audit, deliveries, watching
from storage.deliveries import Mail
from storage.errors import NotStoredError

UNCONFIRMED_FOR = timedelta(days=7)
"""An address that does not answer is erased after so long."""


def subscribe(context: Context, alert: Alert, *, vouched: bool) -> Alert:
    """Store the alert. Unless somebody has ``vouched`` for its address, a mail asks the address first.

    Where no pages run there is nothing to confirm on: then whoever adds the alert vouches. So does an account that
    has signed in. The answer's ``confirmed`` tells. Raises what ``storage.alerts.add`` raises, ConfigurationError for
    an address that is none, and UsageError for a channel that is none.
    """
    if alert.channel:
        target_of(alert.channel, loopback=context.settings.channels.allow_loopback)
    mail, now = mail_settings(context), context.clock.now()
    recipient = split_address(alert.email)[1]
    with context.store.write() as session:
        known = vouched or not (mail.base_url and mail.secret) or _signed_in(session, alert.email)
        stored = alerts.add(session, replace(alert, confirmed=known), now)
        if known:
            return stored
        envelope = envelope_of(mail, stored)
        message = confirmation(stored, now, link(mail, Deed.CONFIRM, stored))
        identity = message_id(stored, message.local_date, split_address(envelope.sender)[1], "confirm")
        content = build_message(message, stored, envelope, now, label="confirm")
        asking = Mail(stored.id, MailKind.CONFIRM, "", message.local_date, recipient, identity, content)
        deliveries.commit_mail(session, asking, {}, now)
    return stored


def alert_of(context: Context, deed: Deed, token: str) -> Alert:
    """The alert that a link of that deed is about; looking changes nothing. Raises NotStoredError for any other."""
    secret = link_secret(context)
    number = alert_named(token)
    with context.store.read() as session:
        try:
            alert = alerts.get(session, number) if number >= 0 else _addressee(session, -number)
        except NotStoredError:
            raise _no_link(token) from None
    if not fits(token, secret, deed, alert):
        raise _no_link(token)
    return alert


def act(context: Context, deed: Deed, token: str) -> Alert:
    """Do what the link says; done twice is done once. Raises NotStoredError when it is no link of ours."""
    alert, now = alert_of(context, deed, token), context.clock.now()
    with context.store.write() as session:
        audit.record(session, now, "mail link", f"alert.{deed.name.lower()}", f"alert {number_of(alert)}")
        if alert.id < 0:
            watching.silence(session, -alert.id, now, silent=deed is Deed.UNSUBSCRIBE)
            return alert
        if deed is Deed.CONFIRM:
            alerts.confirm(session, alert.id, now)
        elif deed is Deed.RESUME:
            alerts.renew(session, alert.id, now)
        else:
            alerts.pause(session, alert.id)
        return alerts.get(session, alert.id)


def _addressee(session: Session, number: int) -> Alert:
    account = accounts.get(session, number)
    return addressee_of(account.id, account.email, account.language)


def forget_unconfirmed(session: Session, now: datetime) -> int:
    """Erase the alerts whose address did not answer in time; how many there were."""
    return alerts.remove_unconfirmed(session, now - UNCONFIRMED_FOR)


def _signed_in(session: Session, email: str) -> bool:
    account = accounts.by_email(session, email)
    return account is not None and account.last_seen is not None


def _no_link(token: str) -> NotStoredError:
    return NotStoredError(
        "this link leads nowhere",
        which=one_line(token, 60),
        why="the alert is gone, or the link is not whole",
        remedy="copy the whole address from the mail; a removed alert sends nothing more",
    )
