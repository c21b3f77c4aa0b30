"""What an SMTP reply means for the message and for the queue (RFC 5321 § 4.2, RFC 3463 enhanced codes)."""

import re
from enum import StrEnum

from alerts.channels import Result


class Stage(StrEnum):
    """How far the conversation had come."""

    CONNECT = "connect"
    EHLO = "ehlo"
    TLS = "starttls"
    AUTH = "auth"
    MAIL = "mail from"
    RCPT = "rcpt to"
    DATA = "data"


SERVICE_GONE = 421
_AUTH_CODES = {530, 534, 535, 538}
_TOO_BIG = 552
_POLICY = re.compile(r"\b5\.7\.\d{1,3}\b")


_GONE = re.compile(r"\b5\.1\.(?:1|2|10)\b")


def no_such_mailbox(text: str) -> bool:
    """Does the reply say that the address does not exist? Without an enhanced code nothing is certain."""
    return _GONE.search(text) is not None


def classify(stage: Stage, code: int, text: str) -> Result:
    """The result of a reply that is no success. ``code`` outside 400–599 counts as a broken conversation.

    4xx: later. 5xx to the recipient or to the text: never. 5xx to us (greeting, EHLO, TLS, log-in, sender) and every
    5.7.x, which speaks of policy or permission: stop, the operator must act.
    """
    if not 500 <= code <= 599:
        return Result.TEMPORARY
    if code in _AUTH_CODES or _POLICY.search(text):
        return Result.STOP
    if stage in (Stage.RCPT, Stage.DATA) or (stage is Stage.MAIL and code == _TOO_BIG):
        return Result.PERMANENT
    return Result.STOP
