"""Signing in: by password (argon2id) or by a link in a mail, within limits that guessing and mail bombing run into."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from email.utils import format_datetime
from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy.orm import Session

from alerts.cleaning import one_line
from alerts.message import assemble, encoded, split_address
from alerts.wire import written
from domain.accounts import Account, Role
from domain.errors import ConfigurationError, JobbvaktError, UsageError
from operations.context import Context
from operations.mail import mail_settings, send_now
from storage import accounts, audit

LINK_MINUTES = 20
LEAST_PASSWORD = 10
_HOUR = timedelta(hours=1)
Digest = Callable[..., str]
"""``digest(purpose, *parts)``: keyed, so that what is stored says nothing by itself."""


class TooManyError(JobbvaktError):
    """It was tried too often."""


class WrongPasswordError(JobbvaktError):
    """Address and password do not belong together."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many attempts in a time."""

    purpose: str
    most: int
    within: timedelta


PASSWORDS = Limit("password", 20, timedelta(days=1))
PASSWORDS_BY_CALLER = Limit("password-caller", 40, _HOUR)
LINKS_BY_ADDRESS = Limit("link-mail", 5, _HOUR)
LINKS_BY_CALLER = Limit("link-caller", 20, _HOUR)
TESTS_BY_ACCOUNT = Limit("test-mail", 5, _HOUR)
REPORTS_BY_CALLER = Limit("report", 10, _HOUR)


@cache
def _hasher() -> PasswordHash:
    """OWASP's figures for argon2id: 19 MiB, two passes, one lane."""
    return PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))


def address(text: str) -> str:
    """The bare e-mail address, lower case. Raises UsageError for what is none."""
    try:
        return split_address(text.strip())[1].lower()
    except ConfigurationError as error:
        raise UsageError(
            "not an e-mail address", which=one_line(text, 80), remedy="write it like name@example.org"
        ) from error


def add_account(context: Context, email: str, role: Role, password: str | None, actor: str) -> Account:
    """A new account. Raises UsageError for a bad address or a short password, StoreError when there is one."""
    digest = None if password is None else hashed(password)
    now = context.clock.now()
    with context.store.write() as session:
        account = accounts.add(session, address(email), role, now, password=digest)
        audit.record(session, now, actor, "account.add", f"account {account.id}", role.value)
    return account


def hashed(password: str) -> str:
    """The password's argon2id digest. Raises UsageError when it is too short."""
    if len(password) < LEAST_PASSWORD:
        raise UsageError(
            "the password is too short",
            why=f"at least {LEAST_PASSWORD} characters are needed",
            remedy="three or four words that do not belong together are good",
        )
    return _hasher().hash(password)


def sign_in(context: Context, email: str, password: str, digest: Digest, caller: str) -> Account:
    """The account of address and password. Raises TooManyError, WrongPasswordError.

    An unknown address costs as much time as a known one, so that nobody learns who has an account. ``caller`` (a
    digest) bounds how often one place on the network fails, whatever addresses it tries.
    """
    given = email.strip().lower()
    count_attempt(context, PASSWORDS_BY_CALLER, caller)
    count_attempt(context, PASSWORDS, digest("limit", folded(given)))
    with context.store.read() as session:
        account = accounts.by_email(session, given)
        stored = accounts.password_digest(session, account.id) if account else None
    fits, renewed = _hasher().verify_and_update(password, stored or _nobodys())
    if account is None or stored is None or not fits:
        raise WrongPasswordError(
            "address and password do not belong together", remedy="try again, or ask for a sign-in link by e-mail"
        )
    with context.store.write() as session:
        accounts.forget_attempts(session, f"{PASSWORDS.purpose}:{digest('limit', folded(given))}")
        accounts.forget_last(session, f"{PASSWORDS_BY_CALLER.purpose}:{caller}")
        if renewed:
            accounts.change(session, account.id, password=renewed)
        _noted(context, session, account)
    return account


@cache
def _nobodys() -> str:
    return _hasher().hash(secrets.token_hex(16))


def send_link(context: Context, email: str, link: Callable[[str], str], words: "LinkWords", digest: Digest) -> None:
    """Mail a sign-in link. The answer is the same whether the address has an account or not.

    ``link(token)`` gives the address of the page. Raises UsageError for a bad address, TooManyError, and
    JobbvaktError when the mail cannot leave.
    """
    to = address(email)
    count_attempt(context, LINKS_BY_ADDRESS, digest("limit", folded(to)))
    with context.store.read() as session:
        account = accounts.by_email(session, to)
    if account is None and not context.settings.web.open_signup:
        return
    token = secrets.token_urlsafe(32)
    now = context.clock.now()
    with context.store.write() as session:
        accounts.add_token(session, digest("link", token), to, now, now + timedelta(minutes=LINK_MINUTES))
    send(context, to, words.subject, words.text.format(link=link(token), minutes=LINK_MINUTES))


@dataclass(frozen=True, slots=True)
class LinkWords:
    """What the mail says; ``{link}`` and ``{minutes}`` are filled in."""

    subject: str
    text: str


def send(context: Context, to: str, subject: str, text: str) -> None:
    """One short mail at once, over the channel of the digests. Raises JobbvaktError when it is not taken."""
    mail = mail_settings(context)
    sender = split_address(mail.sender)[1]
    headers = {
        "From": sender,
        "To": to,
        "Subject": encoded(one_line(subject, 200)),
        "Date": format_datetime(context.clock.now()),
        "Message-ID": f"<{secrets.token_hex(12)}@{sender.rpartition('@')[2]}>",
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
    }
    send_now(context, assemble(headers, {"plain": written(text)}), to)


def take_link(context: Context, token: str, digest: Digest, language: str) -> Account:
    """Sign in by a link; a new address gets a job seeker's account. Raises UsageError when the link is over."""
    now = context.clock.now()
    with context.store.write() as session:
        email = accounts.take_token(session, digest("link", token), now)
        if email is None:
            raise UsageError(
                "the link no longer counts",
                why=f"it works once, and for {LINK_MINUTES} minutes",
                remedy="ask for a new one",
            )
        account = accounts.by_email(session, email)
        if account is None:
            account = accounts.add(session, email, Role.SEEKER, now, language=language)
            audit.record(session, now, f"account {account.id}", "account.add", f"account {account.id}", "by link")
        _noted(context, session, account)
    return account


def count_attempt(context: Context, limit: Limit, who: str) -> None:
    """Note one attempt. Raises TooManyError when there were too many already."""
    with context.store.write() as session:
        allowed = accounts.take_attempt(
            session, f"{limit.purpose}:{who}", limit.most, context.clock.now(), limit.within
        )
    if not allowed:
        hours = max(1, round(limit.within.total_seconds() / 3600))
        raise TooManyError(
            "too many attempts",
            why=f"at most {limit.most} in {hours} {'hour' if hours == 1 else 'hours'}",
            remedy="try again later",
        )


def folded(email: str) -> str:
    """``Kari.Nord+jobb@x.no`` and ``karinord@x.no`` count as one: dots and tags are free to invent."""
    local, _, domain = email.lower().partition("@")
    return f"{local.split('+')[0].replace('.', '')}@{domain}"


def _noted(context: Context, session: Session, account: Account) -> None:
    now = context.clock.now()
    accounts.change(session, account.id, last_seen=now)
    audit.record(session, now, f"account {account.id}", "account.sign_in", f"account {account.id}")
