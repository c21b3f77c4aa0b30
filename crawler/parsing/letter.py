"""A mail as a person reads it (RFC 5322, MIME): its words, and those of the mails that were forwarded inside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from crawler.parsing.charset import decode
from crawler.parsing.text import one_line
from domain.clock import OSLO

MAX_PART = 2 * 1024 * 1024
MAX_PARTS = 500
MAX_LETTERS = 50


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail; ``html`` and ``plain`` are its first parts of the kind, empty where there is none."""

    subject: str
    sent_at: datetime | None
    html: str
    plain: str


def read_letters(message: bytes) -> tuple[Letter, ...]:
    """The mail itself first, then those attached to it. Never raises; bytes that are no mail are an empty letter."""
    waiting = [_parsed(message)]
    letters: list[Letter] = []
    while waiting and len(letters) < MAX_LETTERS:
        mail = waiting.pop(0)
        parts = list(_parts(mail))
        letters.append(
            Letter(one_line(_header(mail, "subject")), _sent_at(mail), _text(parts, "html"), _text(parts, "plain"))
        )
        waiting += [inner for part in parts for inner in _attached(part)]
    return tuple(letters)


def _parsed(message: bytes) -> Message:
    mail = message_from_bytes(message.lstrip(b"\xef\xbb\xbf\r\n \t"), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def _parts(mail: Message) -> Iterator[Message]:
    """The mail's own parts, in order; what a forwarded mail holds is that mail's."""
    waiting, seen = [mail], 0
    while waiting and seen < MAX_PARTS:
        part, seen = waiting.pop(0), seen + 1
        yield part
        inside = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inside, list):
            waiting[:0] = [item for item in inside if isinstance(item, Message)]


def _attached(part: Message) -> list[Message]:
    """A forwarded mail: as MIME knows it, or as a file called ``.eml``."""
    if part.get_content_type() == "message/rfc822":
        inside = part.get_payload()
        return [item for item in inside if isinstance(item, Message)] if isinstance(inside, list) else []
    if not _header(part, "content-disposition").lower().rstrip('"; ').endswith(".eml"):
        return []
    body = part.get_payload(decode=True)
    return [_parsed(body)] if isinstance(body, bytes) else []


def _header(mail: Message, name: str) -> str:
    """A header in clear text; one that is broken counts as none."""
    try:
        return str(mail.get(name, ""))
    except (ValueError, TypeError, IndexError, AttributeError):
        return ""


def _sent_at(mail: Message) -> datetime | None:
    try:
        moment = parsedate_to_datetime(_header(mail, "date"))
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=OSLO)


def _text(parts: list[Message], kind: str) -> str:
    """The first text part of the kind; mails label their letters no better than pages do."""
    for part in parts:
        if part.get_content_type() == f"text/{kind}":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return decode(body[:MAX_PART], str(part.get("content-type", ""))).text
    return ""
