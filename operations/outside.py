"""Messages to chats and webhooks, on the same outbox as mail but in a round of their own."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial

from alerts.channels import Outcome
from alerts.channels.chats import ChatChannel, shown_key, webhook_key
from alerts.channels.targets import target_of
from domain.alerts import Alert
from operations.context import Context
from operations.secret import read_secret
from storage.deliveries import Delivery


@dataclass(frozen=True, slots=True)
class Outside:
    """The way out to chats and webhooks."""

    channel: ChatChannel
    secret: Callable[[], bytes]
    """Asked for when there is something to sign: it is made when it is asked for first."""

    def deliver(self, delivery: Delivery, moment: int) -> Outcome:
        """Try a claimed message once; ``moment``: seconds since 1970."""
        key = webhook_key(self.secret(), delivery.alert_id or 0)
        return self.channel.deliver(delivery.message, delivery.channel, delivery.message_id, key, moment)


@contextmanager
def opened_outside(context: Context) -> Iterator[Outside]:
    """The way out as the settings want it; its process is ended at the end."""
    table = context.settings.channels
    with closing(ChatChannel(timeout=table.timeout_seconds, loopback=table.allow_loopback)) as channel:
        yield Outside(channel, partial(signing_secret, context))


def webhook_key_of(context: Context, alert: Alert) -> str:
    """The key that a receiver checks the alert's webhooks with; empty for an alert that has none."""
    is_webhook = alert.channel and target_of(alert.channel, loopback=True).webhook
    return shown_key(webhook_key(signing_secret(context), alert.id)) if is_webhook else ""


def signing_secret(context: Context) -> bytes:
    """What links, feeds and webhooks are signed with. Raises ConfigurationError for one that is too short."""
    return read_secret(context.settings.web.secret.get_secret_value(), context.data_dir)
