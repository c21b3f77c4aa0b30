"""Compose what is due and hand over what waits, with the mail settings in force."""

import os
import platform
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date

from alerts.channels import MailSettings
from operations.context import Context
from operations.notify import ComposedDigest, DeliveryReport, compose_due, compose_each, deliver_due, open_channel
from operations.sources import configured_sources


def mail_settings(context: Context) -> MailSettings:
    """``[mail]`` as the channels want it."""
    table = context.settings.mail
    return MailSettings(
        host=table.host,
        port=table.port,
        username=table.username,
        password=table.password.get_secret_value(),
        security=table.security,
        sender=table.sender,
        unsubscribe_mailto=table.unsubscribe_mailto,
        base_url=table.base_url,
    )


def compose(
    context: Context, *, day: date | None = None, alert: int | None = None, preview: bool = False
) -> list[ComposedDigest]:
    """Compose the digests that are due, or those of ``day``; a preview stores nothing."""
    return compose_due(
        context.store,
        context.clock,
        mail_settings(context),
        date=day,
        alert=alert,
        preview=preview,
        source_names=_source_names(context),
    )


def compose_one_by_one(context: Context) -> Iterator[ComposedDigest]:
    """The digests that are due, each composed and stored when it is asked for."""
    return compose_each(context.store, context.clock, mail_settings(context), source_names=_source_names(context))


def _source_names(context: Context) -> Mapping[str, str]:
    return {name: source.portal.title for name, source in configured_sources(context.settings).items()}


def deliver(context: Context, stopping: Callable[[], bool] = lambda: False) -> DeliveryReport:
    """Send what waits in the outbox: over SMTP when a host is configured, else into ``outbox/``."""
    mail = mail_settings(context)
    worker = f"{platform.node()}:{os.getpid()}"
    with closing(open_channel(mail, context.data_dir / "outbox")) as channel:
        return deliver_due(context.store, context.clock, channel, mail.sender, worker=worker, stopping=stopping)
