"""The ways a message can leave: one file each, all with the same door."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Result(StrEnum):
    """What became of one attempt."""

    SENT = "sent"
    TEMPORARY = "temporary"
    """Try this message again later; others may go on."""
    PERMANENT = "permanent"
    """This message will never be taken for this recipient."""
    STOP = "stop"
    """Nobody's mail goes out until the operator mends something. The message is kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One attempt's result, with the words of the other side for the operator."""

    result: Result
    detail: str = ""
    refused: bool = False
    """The other side will have nothing to do with this recipient, whatever the message."""
    gone: bool = False
    """It says that there is no such mailbox, or no such domain (RFC 3463, 5.1.1, 5.1.2, 5.1.10)."""


class Channel(Protocol):
    """Hands over ready messages."""

    def deliver(self, message: bytes, sender: str, recipient: str) -> Outcome:
        """Try once. ``sender`` and ``recipient`` are bare addresses. Never raises for what the other side does."""

    def close(self) -> None:
        """Let go of the connection, if one is open."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How mail leaves. Without ``host`` it is written to files."""

    host: str = ""
    port: int = 587
    username: str = ""
    password: str = field(default="", repr=False)
    security: str = "starttls"
    """``starttls``, ``tls`` (from the first byte, port 465) or ``none``, which is for loopback only."""
    sender: str = "Jobbvakt <jobbvakt@localhost>"
    unsubscribe_mailto: str = ""
    base_url: str = ""
    """Address of the web pages, where they run."""
    bounces: str = ""
    """Mailbox that reports about returned mail come to; empty: to the sender."""
    secret: bytes = field(default=b"", repr=False)
    """Signs the links in mails; without it none are written."""
