"""The bytes of a digest, ready for the wire: MIME (RFC 2045, 2047) with CRLF line ends.

The two parts and a dozen headers are put together by hand. ``EmailMessage`` folds a long List-Unsubscribe into an
encoded word, after which no mail reader finds the address; ``email.mime`` keeps it whole, but takes four times as long
as composing the digest. The standard library's parser reads every message back in the tests.
"""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import format_datetime, getaddresses
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from alerts.cleaning import one_line, web_address
from alerts.digest import Message
from alerts.wire import Written
from domain.alerts import Alert
from domain.errors import ConfigurationError
from domain.prefilter import fold

MAX_HEADER_URL = 700
"""With a mailto beside it this stays below the 998 bytes of a line (RFC 5322 § 2.1.1): addresses are never folded."""

ACCOUNT = "k"
_WORD_BYTES = 45
"""UTF-8 bytes of one encoded word, so that with its frame it is at most 75 characters (RFC 2047 § 2)."""
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends, and how the reader gets rid of it."""

    sender: str
    """``Name <address>`` or an address."""
    recipient: str
    unsubscribe_mailto: str = ""
    """Address that takes unsubscribe mails; empty means the sender's."""
    unsubscribe_url: str = ""
    """https address that unsubscribes by POST without login (RFC 8058); empty where no web page runs."""


def build_message(written: Message, alert: Alert, envelope: Envelope, now: datetime, *, label: str = "") -> bytes:
    """The whole message. ``now`` (aware) is its Date; ``label`` as in ``message_id``.

    Raises ConfigurationError for an address that is none.
    """
    name, sender = split_address(envelope.sender)
    recipient = split_address(envelope.recipient)[1]
    headers = {
        "From": f"{_phrase(name)} <{sender}>" if name else sender,
        "To": recipient,
        "Subject": encoded(one_line(written.subject, 250)),
        "Date": format_datetime(now),
        "Message-ID": message_id(alert, written.local_date, sender, label),
        "List-Id": f"<alert-{number_of(alert)}.jobbvakt.{_domain(sender)}>",
        **_unsubscribe_headers(alert, envelope),
        "Auto-Submitted": "auto-generated",
        "Content-Language": written.language,
        "MIME-Version": "1.0",
    }
    return assemble(headers, {"plain": written.in_text, "html": written.in_html})


def assemble(headers: Mapping[str, str], parts: Mapping[str, Written]) -> bytes:
    """``headers`` (ASCII) and ``parts`` (subtype of text → text) as multipart/alternative.

    Raises ValueError for a header value with a line break or another control character.
    """
    for name, value in headers.items():
        if not value.replace("\r\n ", "").isprintable() or not value.isascii():
            raise ValueError(f"header {name} cannot hold {value!r}")
    # "=_" cannot stand in quoted-printable text, so no ad can forge a boundary.
    boundary = f"=_{sha256(headers['Message-ID'].encode()).hexdigest()[:24]}"
    lines = [f"{name}: {value}" for name, value in headers.items()]
    lines += [f'Content-Type: multipart/alternative; boundary="{boundary}"', ""]
    for subtype, text in parts.items():
        lines += [f"--{boundary}", f"Content-Type: text/{subtype}; charset=utf-8"]
        lines += ["Content-Transfer-Encoding: quoted-printable", "", text.quoted]
    return "\r\n".join([*lines, f"--{boundary}--", ""]).encode("ascii")


def encoded(text: str) -> str:
    """``text`` for a header: ASCII as it is, everything else as encoded words (RFC 2047), one a line.

    Text that already looks like an encoded word is encoded too, so that no ad writes what a reader would decode.
    """
    if text.isascii() and "=?" not in text:
        return text
    octets, words = text.encode(), []
    while octets:
        end = _WORD_BYTES
        while octets[end : end + 1] and octets[end] & 0xC0 == 0x80:  # not in the middle of a character
            end -= 1
        words.append(f"=?utf-8?b?{binascii.b2a_base64(octets[:end], newline=False).decode()}?=")
        octets = octets[end:]
    return "\r\n ".join(words)


def message_id(alert: Alert, local_date: date, sender: str, label: str = "") -> str:
    """The same for the same alert, date and recipient, whenever it is built: a mail sent twice can be told as one.

    ``label`` (lower-case letters, digits, hyphens) tells the mails of one date apart; the digest has none. Shape:
    ``<date.slug-label.alert.mark@domain of the sender>``.
    """
    mark = sha256(f"{alert.id} {local_date} {alert.email} {sender}{label}".encode()).hexdigest()[:12]
    name = f"{slug(alert.name)}-{label}" if label else slug(alert.name)
    return f"<{local_date}.{name}.{number_of(alert)}.{mark}@{_domain(sender)}>"


def number_of(alert: Alert) -> str:
    """``7``, or ``k12`` for the mails about what account 12 has saved (``alerts.notes.addressee_of``)."""
    return str(alert.id) if alert.id >= 0 else f"{ACCOUNT}{-alert.id}"


def slug(name: str) -> str:
    """``Kundeservicesjef Oslo`` as ``kundeservicesjef-oslo``: lower-case letters, digits and hyphens only."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40].strip("-") or "alert"


def unsubscribe_mailto(alert: Alert, envelope: Envelope) -> str:
    """The ``mailto:`` address that asks to be taken off this alert."""
    address = split_address(envelope.unsubscribe_mailto or envelope.sender)[1]
    return f"mailto:{quote(address, safe='@')}?subject={quote(f'unsubscribe alert-{number_of(alert)}')}"


@lru_cache(maxsize=1024)
def split_address(text: str) -> tuple[str, str]:
    """Display name and address, the domain in ASCII (IDNA). Raises ConfigurationError for anything else."""
    name, address = _only_mailbox(text)
    local, _, domain = address.rpartition("@")
    try:
        ascii_address = f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError:
        ascii_address = ""
    if not _ADDRESS.fullmatch(ascii_address):
        raise ConfigurationError(
            "not an e-mail address",
            which=one_line(text),
            why="it should be like name@example.org or Name <name@example.org>, with an ASCII part before the @",
            remedy="correct [mail] sender or unsubscribe_mailto, or the alert's address",
        )
    return one_line(name), ascii_address


def _only_mailbox(text: str) -> tuple[str, str]:
    found = getaddresses([text])
    # The parser mends what it reads: "exa mple.no" would come out as one word.
    return found[0] if len(found) == 1 and found[0][1] in text else ("", "")


def _unsubscribe_headers(alert: Alert, envelope: Envelope) -> dict[str, str]:
    mailto = f"<{unsubscribe_mailto(alert, envelope)}>"
    url = web_address(envelope.unsubscribe_url)
    if not url.startswith("https:") or len(url) > MAX_HEADER_URL:
        return {"List-Unsubscribe": mailto}
    return {
        "List-Unsubscribe": f"<{url}>, {mailto}",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _phrase(name: str) -> str:
    """A display name: quoted when it is ASCII, encoded otherwise."""
    word = encoded(name)
    return word if word.startswith("=?") else '"' + re.sub(r'(["\\])', r"\\\1", word) + '"'


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()
