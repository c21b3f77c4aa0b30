"""Compose what is due and hand over what waits, with the mail settings in force."""

import json
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from functools import partial

from alerts.bounces import return_path
from alerts.channels import MailSettings, Outcome, Result
from alerts.channels.chats import webhook_key
from alerts.digest import Message
from alerts.message import split_address
from domain.alerts import Alert
from domain.errors import JobbvaktError, NothingFoundError
from operations.composing import Composed, compose_each, compose_test
from operations.context import Context
from operations.notify import DeliveryReport, deliver_due, deliver_outside, open_channel
from operations.outside import opened_outside
from operations.same_secret import require_same_secret
from operations.secret import read_secret
from operations.sources import configured_sources
from storage import alerts
from storage.deliveries import Delivery


def mail_settings(context: Context, pages: str = "") -> MailSettings:
    """``[mail]`` as the channels want it; ``pages``: where the pages are reached if no setting says so."""
    table = context.settings.mail
    base_url = base_url_of(context) or pages
    return MailSettings(
        host=table.host,
        port=table.port,
        username=table.username,
        password=table.password.get_secret_value(),
        security=table.security,
        sender=table.sender,
        unsubscribe_mailto=table.unsubscribe_mailto,
        base_url=base_url,
        bounces=table.bounces,
        secret=link_secret(context) if base_url or table.bounces else b"",
    )


def compose(
    context: Context, *, day: date | None = None, alert: int | None = None, preview: bool = False
) -> Iterator[Composed]:
    """Compose the digests that are due, or those of ``day``, each when it is asked for; a preview stores nothing.

    Raises ConfigurationError when the signing secret has changed; so do those that deliver.
    """
    if not preview:
        require_same_secret(context)
    return compose_each(
        context.store,
        context.clock,
        mail_settings(context),
        date=day,
        alert=alert,
        preview=preview,
        source_names=source_names(context),
    )


def send_test(context: Context, alert: int) -> tuple[Message, str]:
    """Send the alert's best openings of today at once, marked as a test; nothing is stored, nothing counts as told.

    The message, and where it went when it was written to a file. Raises NotStoredError for an alert that does not
    exist, NothingFoundError when nothing fits it, JobbvaktError when the mail is not taken.
    """
    mail = mail_settings(context)
    made = compose_test(context.store, context.clock, mail, alert, source_names=source_names(context))
    with context.store.read() as session:
        wanted = alerts.get(session, alert)
    if made is None:
        raise NothingFoundError(
            "there is nothing to show in a test",
            which=f"alert {alert}",
            why="no open opening fits its search and least score",
            remedy="lower the least score, or look at: jobbvakt search",
        )
    if wanted.channel:
        return made[0], _send_outside(context, wanted, made[1])
    return made[0], send_now(context, made[1], split_address(wanted.email)[1])


def _send_outside(context: Context, alert: Alert, message: bytes) -> str:
    identity, moment = json.loads(message)["id"], int(context.clock.now().timestamp())
    with opened_outside(context) as outside:
        key = webhook_key(outside.secret(), alert.id)
        return _taken(outside.channel.deliver(message, alert.channel, identity, key, moment))


def send_now(context: Context, message: bytes, recipient: str) -> str:
    """Hand one message over at once, past the outbox; the file it was written to, or nothing.

    Raises JobbvaktError when it is not taken.
    """
    mail = mail_settings(context)
    with closing(open_channel(mail, context.data_dir / "outbox")) as channel:
        return _taken(channel.deliver(message, split_address(mail.sender)[1], recipient))


def _taken(outcome: Outcome) -> str:
    if outcome.result is not Result.SENT:
        raise JobbvaktError("the message could not be sent", why=outcome.detail, remedy="try again in a while")
    return outcome.detail


def link_secret(context: Context) -> bytes:
    """What links in mails are signed with, by whichever process writes them."""
    return read_secret(context.settings.web.secret.get_secret_value(), context.data_dir)


def base_url_of(context: Context) -> str:
    """Address of the pages for links in messages, without a slash at its end; empty where none run."""
    return (context.settings.mail.base_url or context.settings.web.base_url).rstrip("/")


def source_names(context: Context) -> Mapping[str, str]:
    """Source → its name as people know it."""
    return {name: source.portal.title for name, source in configured_sources(context.settings).items()}


def deliver(context: Context, stopping: Callable[[], bool] = lambda: False) -> DeliveryReport:
    """Send what waits in the outbox: mail first, then what goes to chats and webhooks."""
    return deliver_mail(context, stopping) + deliver_elsewhere(context, stopping)


def deliver_mail(context: Context, stopping: Callable[[], bool] = lambda: False) -> DeliveryReport:
    """Send the mail that waits: over SMTP when a host is configured, else into ``outbox/``."""
    require_same_secret(context)
    mail = mail_settings(context)
    with closing(open_channel(mail, context.data_dir / "outbox")) as channel:
        return deliver_due(
            context.store,
            context.clock,
            channel,
            mail.sender,
            worker=_worker(),
            stopping=stopping,
            returns=partial(return_path, mail.bounces, mail.secret) if mail.bounces else None,
            per_minute=context.settings.mail.per_domain_per_minute if mail.host else 0,
        )


def deliver_elsewhere(context: Context, stopping: Callable[[], bool] = lambda: False) -> DeliveryReport:
    """Send what waits for chats and webhooks."""

    def hand_over(delivery: Delivery) -> Outcome:
        return outside.deliver(delivery, int(context.clock.now().timestamp()))

    require_same_secret(context)
    with opened_outside(context) as outside:
        return deliver_outside(context.store, context.clock, hand_over, worker=_worker(), stopping=stopping)


def _worker() -> str:
    return f"{platform.node()}:{os.getpid()}"
