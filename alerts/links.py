"""Addresses in mails that act without signing in: each names one deed and one alert, and carries a keyed mark.

Opening one only shows a page that asks; the deed is done by POST (RFC 8058 § 3.2: scanners follow every link).
"""

import hashlib
import hmac
from datetime import UTC, datetime
from enum import StrEnum

from alerts.channels import MailSettings
from alerts.message import ACCOUNT, Envelope, number_of
from domain.alerts import Alert

_MARK = 32
"""Hexadecimal digits: 128 bits."""


class Deed(StrEnum):
    """What an address does, as it stands in it."""

    CONFIRM = "bekreft"
    UNSUBSCRIBE = "avmeld"
    RESUME = "fortsett"
    """Undoes ``UNSUBSCRIBE``, and keeps an alert that is about to lapse."""


def link(mail: MailSettings, deed: Deed, alert: Alert) -> str:
    """The address, or an empty string where no pages run."""
    if not mail.base_url or not mail.secret:
        return ""
    return f"{mail.base_url.rstrip('/')}/varsel/{deed}/{token(mail.secret, deed, alert)}"


def token(secret: bytes, deed: Deed, alert: Alert) -> str:
    """``<alert>-<mark>``; the mark holds for this deed, this alert and its address as it is now."""
    said = "\x1f".join(("mail link", deed, number_of(alert), alert.email.strip().lower()))
    return f"{number_of(alert)}-{hmac.new(secret, said.encode(), hashlib.sha256).hexdigest()[:_MARK]}"


def fits(given: str, secret: bytes, deed: Deed, alert: Alert) -> bool:
    """Is ``given`` the token of that deed for ``alert``? Takes as long for a wrong one as for the right one."""
    return hmac.compare_digest(given.encode(), token(secret, deed, alert).encode())


def alert_named(given: str) -> int:
    """The number of the alert in a token, negative for an account's; 0 when there is none, which no alert has."""
    number = given.partition("-")[0]
    sign, digits = (-1, number[1:]) if number.startswith(ACCOUNT) else (1, number)
    return sign * int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else 0


def feed_token(secret: bytes, alert: int, since: datetime) -> str:
    """``<alert>-<mark>`` of the feed whose address was made at ``since``."""
    said = f"feed\x1f{alert}\x1f{since.astimezone(UTC).isoformat()}"
    return f"{alert}-{hmac.new(secret, said.encode(), hashlib.sha256).hexdigest()[:_MARK]}"


def envelope_of(mail: MailSettings, alert: Alert) -> Envelope:
    """Who sends, to whom, and how it is stopped."""
    return Envelope(mail.sender, alert.email, mail.unsubscribe_mailto, link(mail, Deed.UNSUBSCRIBE, alert))
