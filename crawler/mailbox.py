"""A person's own mailbox over IMAP (RFC 9051, and 3501 for the names of folders): read, never written to.

No web page is asked here, so this is no spider: the parent process reads the mails, and what is in them goes the same
way as `jobbvakt import`. The folder is opened for reading only, and no mail is marked as seen.
"""

import base64
import imaplib
import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from domain.errors import ConfigurationError, JobbvaktError
from domain.sources import Evidence, Portal, Source, Terms

MAX_MAIL = 4 * 1024 * 1024
"""Bytes; a larger mail is no alert."""
MAX_MAILS = 500
"""Read at one go; the next run goes on behind them."""
FIRST_DAYS = 60
"""How far back the first run looks: older ads are closed by now."""
TIMEOUT_SECONDS = 30
PORTS = {"imaps": 993, "imap": 143}
_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")


class Mailbox:
    """What the source list knows of the platform; its settings are checked as those of spiders are."""

    name: ClassVar[str] = "mailbox"
    schemes: ClassVar[tuple[str, ...]] = ("imaps", "imap")
    portal: ClassVar[Portal] = Portal(
        title="Your own mailbox (IMAP)",
        homepage="https://www.rfc-editor.org/rfc/rfc9051",
        country="",
        terms=Terms.TENANT,
        minimum_ads=0,
        may_be_empty=True,
        note="reads job-alert mails of FINN, LinkedIn and Indeed from one folder; nothing is fetched from the portals",
        evidence=Evidence.DOCUMENTED,
    )
    options: ClassVar[Mapping[str, type]] = {"username": str, "password": str, "days": int}


@dataclass(frozen=True, slots=True)
class Fetched:
    """The mails that are new, and the place reached."""

    mails: tuple[bytes, ...]
    cursor: Mapping[str, int]
    too_large: int = 0
    more: bool = False
    """There are more than one run reads."""


class MailboxError(JobbvaktError):
    """The mailbox cannot be read."""


class _Bounded(imaplib.IMAP4):
    """A server may announce any size for what it sends next: nothing beyond the bound is read."""

    def read(self, size: int) -> bytes:
        """Raises ``abort`` for an answer that is too large."""
        if size > MAX_MAIL + 65536:
            raise self.abort(f"the server announces {size} bytes")
        return super().read(size)


class _BoundedTls(_Bounded, imaplib.IMAP4_SSL):
    """The same over TLS from the first byte."""


def new_mails(source: Source, cursor: Mapping[str, Any] | None, now: datetime) -> Fetched:
    """Mails that came since ``cursor``, oldest first; the first time those of the last sixty days.

    Raises ConfigurationError for settings that cannot be right, MailboxError when the server refuses or is not there.
    """
    host, port, folder, tls = _address(source)
    try:
        connection = _connected(source, host, port, tls=tls)
        try:
            return _read(connection, source, folder, dict(cursor or {}), now)
        finally:
            with suppress(imaplib.IMAP4.error, OSError):
                connection.logout()
    except (imaplib.IMAP4.error, OSError, ValueError) as error:
        raise MailboxError(
            "the mailbox cannot be read",
            which=f"{host}, folder {folder}",
            why=_reason(error),
            remedy=f"check base_url, username and password of [sources.{source.name}]; some want an app password",
        ) from error


def _address(source: Source) -> tuple[str, int, str, bool]:
    """Host, port, folder, and whether TLS begins with the first byte."""
    parts = urlsplit(source.base_url)
    host = parts.hostname or ""
    tls = parts.scheme == "imaps"
    if _is_local(host) and not source.allow_loopback:
        raise ConfigurationError(
            "address refused",
            which=source.base_url,
            why="it is on this machine",
            remedy="if it is meant to be, set allow_loopback = true in its table",
        )
    for key in ("username", "password"):
        if not source.options.get(key):
            raise ConfigurationError(
                f"the mailbox has no {key}",
                which=f"sources.{source.name}",
                remedy=f"set it in the environment: JOBBVAKT_SOURCES__{source.name.upper()}__{key.upper()}=…",
            )
    return host, parts.port or PORTS[parts.scheme], unquote(parts.path.strip("/")) or "INBOX", tls


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _connected(source: Source, host: str, port: int, *, tls: bool) -> imaplib.IMAP4:
    """A connection that is logged in. The password travels in clear text to this machine alone."""
    context = ssl.create_default_context()
    if tls:
        connection: imaplib.IMAP4 = _BoundedTls(host, port, ssl_context=context, timeout=TIMEOUT_SECONDS)
    else:
        connection = _Bounded(host, port, timeout=TIMEOUT_SECONDS)
        if not _is_local(host):
            connection.starttls(context)
    try:
        connection.login(str(source.options["username"]), str(source.options["password"]))
    except (imaplib.IMAP4.error, OSError, ValueError):
        with suppress(imaplib.IMAP4.error, OSError):
            connection.shutdown()
        raise
    return connection


def _read(connection: imaplib.IMAP4, source: Source, folder: str, before: Mapping[str, Any], now: datetime) -> Fetched:
    status, _ = connection.select(f'"{quoted_name(folder)}"', readonly=True)
    if status != "OK":
        raise ValueError(f"there is no folder {folder!r}")
    _, validity = connection.response("UIDVALIDITY")
    valid = int((validity[0] or b"0") if validity else 0)
    same = before.get("uidvalidity") == valid
    last = int(before.get("uid", 0)) if same else 0
    days = int(str(source.options.get("days") or FIRST_DAYS))
    criteria = (f"UID {last + 1}:*",) if last else (f"SINCE {now - timedelta(days=days):%d-%b-%Y}",)
    _, found = connection.uid("SEARCH", *criteria)
    # "n:*" names the newest mail even when its number is below n.
    numbers = [number for number in sorted(map(int, (found[0] or b"").split())) if number > last]
    chosen = numbers[:MAX_MAILS]
    sizes = _sizes(connection, chosen)
    small = [number for number in chosen if sizes.get(number, 0) <= MAX_MAIL]
    reached = chosen[-1] if chosen else last
    return Fetched(
        tuple(_bodies(connection, small)),
        {"uidvalidity": valid, "uid": reached},
        len(chosen) - len(small),
        len(numbers) > len(chosen),
    )


def _sizes(connection: imaplib.IMAP4, numbers: list[int]) -> dict[int, int]:
    sizes = {}
    if numbers:
        _, answer = connection.uid("FETCH", ",".join(map(str, numbers)), "(RFC822.SIZE)")
        for line in answer:
            uid, size = _UID.search(line or b""), _SIZE.search(line or b"")
            if uid and size:
                sizes[int(uid[1])] = int(size[1])
    return sizes


def _bodies(connection: imaplib.IMAP4, numbers: list[int]) -> Iterator[bytes]:
    """PEEK leaves the mail unread."""
    for number in numbers:
        _, answer = connection.uid("FETCH", str(number), "(BODY.PEEK[])")
        yield from (item[1] for item in answer if isinstance(item, tuple) and isinstance(item[1], bytes))


def quoted_name(folder: str) -> str:
    """The folder's name in modified UTF-7 (RFC 3501, 5.1.3), fit to stand in double quotes."""
    pieces = re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", folder)
    encoded = "".join(
        piece.replace("&", "&-") if piece.isascii() else f"&{_base64(piece)}-"
        for piece in pieces
        if piece.isprintable()
    )
    return encoded.replace("\\", "\\\\").replace('"', '\\"')


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("utf-16-be")).decode().rstrip("=").replace("/", ",")


def _reason(error: Exception) -> str:
    """In words; imaplib passes on what the server said as bytes."""
    said = error.args[0] if error.args else error
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else (str(said) or type(error).__name__)
