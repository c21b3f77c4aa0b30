"""Accounts, their sign-in links and keys, and how often something was tried."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from domain.accounts import Account, ApiKey, Role, Scope
from storage.base import insert_into, rows_changed
from storage.errors import NotStoredError, StoreError
from storage.exclusive import in_turn
from storage.tables_web import ACCOUNT, API_KEY, ATTEMPT, LOGIN_TOKEN, WEB_SESSION

ATTEMPTS_KEPT = timedelta(days=1)


def add(
    session: Session, email: str, role: Role, now: datetime, *, password: str | None = None, language: str = "nb"
) -> Account:
    """A new account; ``password`` is its digest. Raises StoreError when the address has one."""
    values = {
        "email": email.strip().lower(),
        "role": role.value,
        "password": password,
        "language": language,
        "created_at": now,
    }
    statement = insert_into(session, ACCOUNT).values(values).on_conflict_do_nothing().returning(ACCOUNT.c.id)
    new = session.execute(statement).scalar_one_or_none()
    if new is None:
        raise StoreError(
            "there is an account of that address already", which=email, remedy="see: jobbvakt account list"
        )
    return get(session, int(new))


def get(session: Session, account_id: int) -> Account:
    """The account. Raises NotStoredError."""
    found = _accounts(session, select(ACCOUNT).where(ACCOUNT.c.id == account_id))
    if not found:
        raise NotStoredError("there is no such account", which=str(account_id), remedy="see: jobbvakt account list")
    return found[0]


def by_email(session: Session, email: str) -> Account | None:
    """The account of an address, whatever its capitals."""
    found = _accounts(session, select(ACCOUNT).where(ACCOUNT.c.email == email.strip().lower()))
    return found[0] if found else None


def all_accounts(session: Session) -> list[Account]:
    """Every account, by id."""
    return _accounts(session, select(ACCOUNT).order_by(ACCOUNT.c.id))


def password_digest(session: Session, account_id: int) -> str | None:
    """The stored digest of the password, if the account has one."""
    found: str | None = session.execute(
        select(ACCOUNT.c.password).where(ACCOUNT.c.id == account_id)
    ).scalar_one_or_none()
    return found


def change(session: Session, account_id: int, **values: Any) -> None:
    """Set columns of the account (password, language, role, last_seen). Raises NotStoredError."""
    if not rows_changed(session, update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(values)):
        raise NotStoredError("there is no such account", which=str(account_id))


def end_sessions(session: Session, account_id: int) -> None:
    """Sign the account out everywhere."""
    session.execute(delete(WEB_SESSION).where(WEB_SESSION.c.account_id == account_id))


def end_all_sessions(session: Session) -> None:
    """Sign everybody out."""
    session.execute(delete(WEB_SESSION))


def begin_session(session: Session, account_id: int, digest: str, now: datetime, ends_at: datetime) -> None:
    """Note that somebody has signed in; what is over is forgotten."""
    session.execute(delete(WEB_SESSION).where(WEB_SESSION.c.ends_at <= now))
    session.execute(insert(WEB_SESSION).values(digest=digest, account_id=account_id, ends_at=ends_at))


def of_session(session: Session, digest: str, now: datetime) -> Account | None:
    """Who is signed in by this session; None once it has ended."""
    own = WEB_SESSION.c.account_id == ACCOUNT.c.id
    counts = (WEB_SESSION.c.digest == digest, WEB_SESSION.c.ends_at > now)
    found = _accounts(session, select(ACCOUNT).join(WEB_SESSION, own).where(*counts))
    return found[0] if found else None


def end_session(session: Session, digest: str) -> None:
    """Sign out: whoever holds a copy of the cookie is signed out with its owner."""
    session.execute(delete(WEB_SESSION).where(WEB_SESSION.c.digest == digest))


def remove(session: Session, account_id: int) -> None:
    """Erase the account with all that hangs on it: keys, saved openings, lists."""
    account = get(session, account_id)
    session.execute(delete(LOGIN_TOKEN).where(LOGIN_TOKEN.c.email == account.email))
    session.execute(delete(ACCOUNT).where(ACCOUNT.c.id == account_id))


def add_token(session: Session, digest: str, email: str, now: datetime, expires_at: datetime) -> None:
    """Note a sign-in link; those that are over go."""
    session.execute(delete(LOGIN_TOKEN).where(LOGIN_TOKEN.c.expires_at < now))
    session.execute(insert(LOGIN_TOKEN).values(digest=digest, email=email.strip().lower(), expires_at=expires_at))


def forget_links(session: Session, email: str) -> None:
    """Erase the sign-in links that were sent to an address."""
    session.execute(delete(LOGIN_TOKEN).where(LOGIN_TOKEN.c.email == email.strip().lower()))


def take_token(session: Session, digest: str, now: datetime) -> str | None:
    """The address of a link that still counts; it counts once."""
    statement = delete(LOGIN_TOKEN).where(LOGIN_TOKEN.c.digest == digest, LOGIN_TOKEN.c.expires_at >= now)
    found: str | None = session.execute(statement.returning(LOGIN_TOKEN.c.email)).scalar_one_or_none()
    return found


def take_attempt(session: Session, key: str, most: int, now: datetime, within: timedelta) -> bool:
    """Note that ``key`` is tried once more; False, and nothing noted, when it was tried ``most`` times in that time.

    However many try at the same moment, no more than ``most`` of them may. What is a day old is forgotten.
    """
    in_turn(session, f"attempts of {key}")
    session.execute(delete(ATTEMPT).where(ATTEMPT.c.at < now - ATTEMPTS_KEPT))
    recent = (ATTEMPT.c.key == key, ATTEMPT.c.at >= now - within)
    if session.execute(select(func.count()).select_from(ATTEMPT).where(*recent)).scalar_one() >= most:
        return False
    session.execute(insert(ATTEMPT).values(key=key, at=now))
    return True


def forget_attempts(session: Session, key: str) -> None:
    """It went well: the count begins anew."""
    session.execute(delete(ATTEMPT).where(ATTEMPT.c.key == key))


def forget_last(session: Session, key: str) -> None:
    """The last attempt went well: it is not counted; those before it are."""
    last = select(func.max(ATTEMPT.c.id)).where(ATTEMPT.c.key == key).scalar_subquery()
    session.execute(delete(ATTEMPT).where(ATTEMPT.c.id == last))


def add_key(session: Session, key: ApiKey, digest: str) -> ApiKey:
    """Store a key's digest; the key with its id (``key.id`` is not looked at)."""
    values = {
        "account_id": key.account_id,
        "name": key.name,
        "prefix": key.prefix,
        "digest": digest,
        "scopes": json.dumps(sorted(key.scopes)),
        "created_at": key.created_at,
        "expires_at": key.expires_at,
    }
    new = session.execute(insert(API_KEY).values(values).returning(API_KEY.c.id)).scalar_one()
    return next(found for found in keys(session, key.account_id) if found.id == new)


def keys(session: Session, account_id: int) -> list[ApiKey]:
    """The account's keys, newest first; revoked ones too."""
    statement = select(API_KEY).where(API_KEY.c.account_id == account_id).order_by(API_KEY.c.id.desc())
    return [_key(row) for row in session.execute(statement).mappings()]


def own_key(session: Session, account_id: int, key_id: int) -> ApiKey:
    """The account's key. Raises NotStoredError, for somebody else's too."""
    found = next((key for key in keys(session, account_id) if key.id == key_id), None)
    if found is None:
        raise NotStoredError("there is no such key", which=str(key_id))
    return found


def key_by_digest(session: Session, digest: str, now: datetime) -> ApiKey | None:
    """The key that still counts, with this digest."""
    wanted = (API_KEY.c.digest == digest, API_KEY.c.revoked_at.is_(None), API_KEY.c.expires_at > now)
    row = session.execute(select(API_KEY).where(*wanted)).mappings().one_or_none()
    return _key(row) if row else None


def touch_key(session: Session, key_id: int, now: datetime) -> None:
    """The key was used."""
    session.execute(update(API_KEY).where(API_KEY.c.id == key_id).values(last_used_at=now))


def revoke_key(session: Session, account_id: int, key_id: int, now: datetime) -> None:
    """The key counts no longer. Raises NotStoredError when the account has none with that id."""
    own = (API_KEY.c.id == key_id, API_KEY.c.account_id == account_id)
    if not rows_changed(session, update(API_KEY).where(*own).values(revoked_at=now)):
        raise NotStoredError("there is no such key", which=str(key_id))


def _accounts(session: Session, statement: Select[Any]) -> list[Account]:
    return [
        Account(
            id=row["id"],
            email=row["email"],
            role=Role(row["role"]),
            language=row["language"],
            has_password=row["password"] is not None,
            created_at=row["created_at"],
            last_seen=row["last_seen"],
        )
        for row in session.execute(statement).mappings()
    ]


def _key(row: Any) -> ApiKey:
    return ApiKey(
        id=row["id"],
        account_id=row["account_id"],
        name=row["name"],
        prefix=row["prefix"],
        scopes=frozenset(Scope(scope) for scope in json.loads(row["scopes"])),
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        last_used_at=row["last_used_at"],
        revoked_at=row["revoked_at"],
    )
