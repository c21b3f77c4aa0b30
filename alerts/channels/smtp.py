"""Delivery over SMTP submission (RFC 6409): one verified connection, many messages.

Each stage is spoken by itself, so that its reply can be judged by what it was an answer to.
"""

import ipaddress
import re
import smtplib
import ssl
from collections.abc import Callable
from typing import Any

from alerts.channels import MailSettings, Outcome, Result
from alerts.channels.replies import SERVICE_GONE, Stage, classify, no_such_mailbox
from domain.errors import ConfigurationError

TIMEOUT = 60.0
"""Seconds to wait for a reply."""

ACCEPT_TIMEOUT = 300.0
"""Seconds to wait for the reply to the text itself: who gives up early sends a mail twice (RFC 5321 § 4.5.3.2)."""

_BARE = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")
"""Printable ASCII without spaces and angle brackets."""


class _RefusedError(Exception):
    """A reply that is no success."""

    def __init__(self, code: int, text: str) -> None:
        self.code, self.text = code, text
        super().__init__(f"{code} {text}")


class SmtpChannel:
    """Keeps its connection open between messages. Raises ConfigurationError when it would have to send in the clear."""

    def __init__(
        self, settings: MailSettings, *, timeout: float = TIMEOUT, accept_timeout: float = ACCEPT_TIMEOUT
    ) -> None:
        if settings.security == "none" and not _is_loopback(settings.host):
            raise ConfigurationError(
                "mail would travel in the clear",
                which=f"[mail] host = {settings.host!r}, security = 'none'",
                why="without TLS anybody on the way can read the mail and the password",
                remedy="set security = 'starttls' or 'tls'; 'none' is for a relay on this machine",
            )
        self._settings = settings
        self._timeout, self._accept_timeout = timeout, accept_timeout
        self._smtp: smtplib.SMTP | None = None
        self._stage = Stage.CONNECT

    def deliver(self, message: bytes, sender: str, recipient: str) -> Outcome:
        """Hand over one message. A connection that had gone stale meanwhile is opened anew, once."""
        for address in (sender, recipient):
            if not _BARE.fullmatch(address):  # smtplib would pick out some part of it, and mail that
                return Outcome(Result.PERMANENT, f"not a bare e-mail address: {address!r}")
        reused = self._smtp is not None
        outcome = self._try(message, sender, recipient)
        if reused and outcome.result is Result.TEMPORARY and self._stage is Stage.MAIL:
            self._drop()
            outcome = self._try(message, sender, recipient)
        return outcome

    def close(self) -> None:
        """Say good-bye if anybody still listens."""
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except (OSError, smtplib.SMTPException):
                self._smtp.close()
            self._smtp = None

    def _try(self, message: bytes, sender: str, recipient: str) -> Outcome:
        try:
            smtp = self._smtp = self._smtp or self._connect()
            self._transact(smtp, message, sender, recipient)
        except _RefusedError as error:
            self._after_refusal(error.code)
            return self._outcome(classify(self._stage, error.code, error.text), str(error))
        except smtplib.SMTPResponseException as error:
            text = _as_text(error.smtp_error)
            self._after_refusal(error.smtp_code)
            return self._outcome(classify(self._stage, error.smtp_code, text), f"{error.smtp_code} {text}")
        except smtplib.SMTPNotSupportedError as error:
            self._drop()
            return self._outcome(Result.STOP, str(error))
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return self._outcome(_of_fault(error), f"{type(error).__name__}: {error}")
        return Outcome(Result.SENT)

    def _connect(self) -> smtplib.SMTP:
        """A connection, greeted, encrypted and logged in as the settings ask."""
        settings = self._settings
        self._stage = Stage.CONNECT
        context = None if settings.security == "none" else ssl.create_default_context()
        if settings.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=self._timeout, context=context)
        else:
            smtp = smtplib.SMTP(settings.host, settings.port, timeout=self._timeout)
        try:
            self._secure(smtp, context)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _secure(self, smtp: smtplib.SMTP, context: ssl.SSLContext | None) -> None:
        self._stage = Stage.EHLO
        smtp.ehlo_or_helo_if_needed()
        if self._settings.security == "starttls":
            self._stage = Stage.TLS
            smtp.starttls(context=context)
            self._stage = Stage.EHLO
            smtp.ehlo_or_helo_if_needed()
        if self._settings.username:
            self._stage = Stage.AUTH
            smtp.login(self._settings.username, self._settings.password)

    def _transact(self, smtp: smtplib.SMTP, message: bytes, sender: str, recipient: str) -> None:
        size = [f"size={len(message)}"] if smtp.has_extn("size") else []
        self._say(Stage.MAIL, smtp.mail, sender, size)
        self._say(Stage.RCPT, smtp.rcpt, recipient)
        assert smtp.sock is not None
        smtp.sock.settimeout(self._accept_timeout)
        self._say(Stage.DATA, smtp.data, message)
        if smtp.sock is not None:
            smtp.sock.settimeout(self._timeout)

    def _say(self, stage: Stage, command: Callable[..., tuple[int, bytes]], *words: Any) -> None:
        self._stage = stage
        code, text = command(*words)
        if not 200 <= code <= 299:
            raise _RefusedError(code, _as_text(text))

    def _after_refusal(self, code: int) -> None:
        """Clear the half-spoken message away so that the next can use the connection; else let it go."""
        if self._smtp is None:
            return
        try:
            if code != SERVICE_GONE and self._smtp.rset()[0] == 250:
                return
        except (OSError, smtplib.SMTPException):
            pass
        self._drop()

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def _outcome(self, result: Result, said: str) -> Outcome:
        where = f"{self._settings.host}:{self._settings.port}"
        refused = result is Result.PERMANENT and self._stage is Stage.RCPT
        detail = f"{where}, {self._stage}: {' '.join(said.split())}"[:500]
        return Outcome(result, detail, refused, refused and no_such_mailbox(said))


def _of_fault(error: Exception) -> Result:
    """A broken connection is tried again; a certificate that nobody vouches for, or no TLS, is for the operator."""
    if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return Result.TEMPORARY
    if isinstance(error, ssl.SSLError):
        return Result.STOP
    return Result.TEMPORARY


def _as_text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
