"""Returned mail: what a report says has become of a message, and which message it is about.

Read are delivery reports (RFC 3464 in the frame of RFC 6522) and complaints (RFC 5965). Each message leaves from an
address of its own, ``bounces+<delivery>-<mark>@…``; the mark is keyed, so that nobody who has not had the message can
say anything about it. What does not bear such an address is not about our mail, whatever it claims.
"""

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.message import Message
from enum import StrEnum

from alerts.cleaning import one_line

MOST_BYTES = 1024 * 1024
"""Of a report that is looked at: it names itself at the top, and returned mail may be long."""
_MARK = 24
"""Hexadecimal digits: 96 bits, so that the part before the @ stays below 64 characters (RFC 5321 § 4.5.3.1.1)."""
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_GONE = frozenset({(1, 1), (1, 2), (1, 3), (1, 6), (1, 10)})
"""No such mailbox, no such host, no address at all, moved away, null MX (RFC 3463, RFC 7505)."""
_ABOUT_ADDRESS = frozenset({(1, 0), (2, 0), (2, 1), (4, 1), (5, 0), (0, 0)})
"""Mailbox disabled, and what servers say that do not want to tell more; once is not enough."""


class Verdict(StrEnum):
    """What a report says of the address."""

    GONE = "gone"
    REFUSED = "refused"
    """For good, but servers say so by mistake too."""
    COMPLAINT = "complaint"
    """Its reader called the mail unwanted."""
    LATER = "later"
    """Delayed, full, out of reach, or refused for what the mail is and not for where it goes."""
    NOTHING = "nothing"
    """No report, or one of success."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report, and the messages it bears the marks of."""

    verdict: Verdict
    why: str
    """In the words of the other side."""
    about: tuple[tuple[int, str], ...]
    """(delivery, mark) as they stand in it; ``fits`` tells whether they are ours."""


def return_path(base: str, secret: bytes, delivery: int, recipient: str) -> str:
    """The address that reports about one delivery come back to; ``base`` is the mailbox's bare address."""
    local, _, domain = base.rpartition("@")
    return f"{local}+{delivery}-{_mark(secret, delivery, recipient)}@{domain}"


def fits(mark: str, secret: bytes, delivery: int, recipient: str) -> bool:
    """Is that the mark of this delivery to this address?"""
    return hmac.compare_digest(mark.lower().encode(), _mark(secret, delivery, recipient).encode())


def read(content: bytes, base: str) -> Report:
    """What a mail in the mailbox ``base`` reports. Never raises: anything may arrive there."""
    content = content[:MOST_BYTES]
    local, _, domain = base.rpartition("@")
    named = rf"{re.escape(local)}\+(\d{{1,15}})-([0-9a-f]{{{_MARK}}})@{re.escape(domain)}"
    found = re.findall(named, content.decode("latin-1"), re.IGNORECASE)
    about = tuple(dict.fromkeys((int(number), mark.lower()) for number, mark in found))
    try:
        verdict, why = _verdict(message_from_bytes(content))
    except (ValueError, LookupError, TypeError, AttributeError, HeaderParseError) as error:
        verdict, why = Verdict.NOTHING, f"cannot be read: {type(error).__name__}"
    return Report(verdict, one_line(why, 300), about)


def _mark(secret: bytes, delivery: int, recipient: str) -> str:
    said = "\x1f".join(("bounce", str(delivery), recipient.strip().lower()))
    return hmac.new(secret, said.encode(), hashlib.sha256).hexdigest()[:_MARK]


def _verdict(message: Message) -> tuple[Verdict, str]:
    """The worst that any part of a report says."""
    if message.get_content_type() != "multipart/report":
        return Verdict.NOTHING, "no report"
    said = [one for part in message.walk() for one in _of_part(part)]
    order = list(Verdict)
    return min(said, key=lambda one: order.index(one[0])) if said else (Verdict.NOTHING, "a report without a status")


def _of_part(part: Message) -> Iterator[tuple[Verdict, str]]:
    kind, blocks = part.get_content_type(), part.get_payload()
    if kind == "message/delivery-status" and isinstance(blocks, list):
        yield from (_of_recipient(block) for block in blocks if isinstance(block, Message) and block["Action"])
    elif kind == "message/feedback-report":
        fields = blocks[0] if isinstance(blocks, list) and blocks else message_from_bytes(str(blocks).encode())
        feedback = str(fields["Feedback-Type"] if isinstance(fields, Message) else "").strip().lower()
        # "not-spam" takes a complaint back, "auth-failure" is about our DNS.
        if feedback in ("abuse", "fraud", "opt-out"):
            yield Verdict.COMPLAINT, f"its reader complained ({feedback})"


def _of_recipient(block: Message) -> tuple[Verdict, str]:
    action = str(block["Action"]).strip().lower()
    diagnostic = str(block["Diagnostic-Code"] or "")
    status = _STATUS.search(str(block["Status"] or "")) or _STATUS.search(diagnostic)
    why = f"{status[0] if status else 'no status'} {diagnostic.partition(';')[2] or diagnostic}".strip()
    if action not in ("failed", "delayed"):
        return Verdict.NOTHING, f"{action}: {why}"
    if action == "delayed" or status is None or status[1] != "5":
        return Verdict.LATER, why
    code = int(status[2]), int(status[3])
    # Some gateways say 5.0.0 and put the code of the last server into the diagnostic.
    inner = _STATUS.search(diagnostic)
    if code in ((0, 0), (1, 0), (5, 0)) and inner and inner[1] == "5":
        code = int(inner[2]), int(inner[3])
    return (Verdict.GONE if code in _GONE else Verdict.REFUSED if code in _ABOUT_ADDRESS else Verdict.LATER), why
