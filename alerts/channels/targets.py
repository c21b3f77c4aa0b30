"""Where a message goes when it does not go by mail: what somebody gave, checked and named without its keys."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from domain.errors import UsageError

CHATS = {
    "discord": "Discord",
    "gchat": "Google Chat",
    "gotifys": "Gotify",
    "matrixs": "Matrix",
    "mmosts": "Mattermost",
    "msteams": "Microsoft Teams",
    "ntfys": "ntfy",
    "pover": "Pushover",
    "rockets": "Rocket.Chat",
    "signals": "Signal",
    "slack": "Slack",
    "tgram": "Telegram",
    "workflows": "Microsoft Teams",
    "wxteams": "Webex",
    "zulip": "Zulip",
}
"""Apprise's schemes for services that are spoken to over TLS; others may write files, start programs or send mail."""

PLAIN = frozenset({"gotify", "matrix", "mmost", "ntfy", "rocket", "signal"})
"""The same without TLS, for bridges on this machine."""
MOST = 1_000
"""Characters of an address."""
_SIGNS = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Target:
    """A place outside, as it may be shown."""

    webhook: bool
    name: str
    """``webhook:hooks.example.org`` or ``chat:slack``; never with a key."""


def target_of(address: str, *, loopback: bool = False) -> Target:
    """What ``address`` names. Raises UsageError for anything that is no webhook (https) and no chat.

    ``loopback``: may it be this machine, without TLS?
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        raise _refused("it is no address") from None
    if len(address) > MOST or not _SIGNS.fullmatch(address) or not host:
        raise _refused("it is no address of one line")
    if parts.scheme == "https" or (parts.scheme == "http" and loopback):
        if parts.username is not None:
            raise _refused("it carries a user name")
        return Target(webhook=True, name=f"webhook:{host}")
    if parts.scheme in CHATS or (parts.scheme in PLAIN and loopback):
        return Target(webhook=False, name=f"chat:{parts.scheme}")
    raise _refused(f"'{parts.scheme}' is no way out of here")


def name_of(channel: str) -> str:
    """The place that a stored channel names; empty for mail."""
    return target_of(channel, loopback=True).name if channel else ""


def _refused(why: str) -> UsageError:
    known = ", ".join(f"{scheme}://" for scheme in CHATS)
    return UsageError(
        "a message cannot go there",
        which="channel",
        why=why,
        remedy=f"give an https address for a webhook, or a chat as Apprise writes it: {known}",
    )
