"""Sessions in a signed cookie, and the token that every form carries.

The cookie names the session and its account; the store keeps a digest of it from the sign-in to the sign-out, and a
cookie without it opens nothing, whoever has copied it. It is HttpOnly, same-site and, where the pages are served over
TLS, for TLS only. A new one is made at each sign-in.
"""

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Account
from storage import accounts
from web.desk import Desk

COOKIE = "jobbvakt"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Session:
    """What the cookie says. ``fresh``: there was none, and one is to be set if a form is shown."""

    nonce: str
    account: int | None = None
    fresh: bool = False


def read(request: Request, desk: Desk) -> Session:
    """The session of the request; a new, empty one when there is none that holds."""
    raw = request.cookies.get(COOKIE, "")
    try:
        nonce, account = _signer(desk).loads(raw, max_age=int(_lasts(desk).total_seconds()))
    except (BadSignature, ValueError, TypeError):
        return signed_out()
    return Session(str(nonce), account if isinstance(account, int) else None)


def begin(account: int, desk: Desk) -> Session:
    """A new session in the store: never the one from before the sign-in, which somebody else might know."""
    made, now = Session(secrets.token_urlsafe(18), account, fresh=True), desk.context.clock.now()
    with desk.context.store.write() as session:
        accounts.begin_session(session, account, _digest(made, desk), now, now + _lasts(desk))
    return made


def account_of(session: Session, desk: Desk) -> Account | None:
    """Who is signed in; None when the session has ended, here or where it was copied from."""
    if session.account is None:
        return None
    with desk.context.store.read() as reading:
        return accounts.of_session(reading, _digest(session, desk), desk.context.clock.now())


def end(session: Session, desk: Desk) -> None:
    """Its cookie opens nothing from now on."""
    if session.account is not None:
        with desk.context.store.write() as writing:
            accounts.end_session(writing, _digest(session, desk))


def signed_out() -> Session:
    """A new session of nobody."""
    return Session(secrets.token_urlsafe(18), fresh=True)


def write(response: Response, session: Session, desk: Desk) -> None:
    """Set the cookie."""
    response.set_cookie(
        COOKIE,
        _signer(desk).dumps([session.nonce, session.account]),
        max_age=int(_lasts(desk).total_seconds()),
        httponly=True,
        samesite="lax",
        secure=desk.secure,
        path="/",
    )


def form_token(session: Session, desk: Desk) -> str:
    """What a form of this session must bring back."""
    return desk.digest("form", session.nonce)


def token_fits(session: Session, desk: Desk, given: str) -> bool:
    """Is it the token of this session? A session that has just been made has shown no form."""
    return not session.fresh and hmac.compare_digest(form_token(session, desk).encode(), given.encode())


def nobody(session: Session) -> Session:
    """The same session without its account: signed out elsewhere, or erased."""
    return replace(session, account=None)


def _digest(session: Session, desk: Desk) -> str:
    return desk.digest("session", session.nonce)


def _lasts(desk: Desk) -> timedelta:
    return desk.context.settings.web.session_days * _DAY


def _signer(desk: Desk) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(desk.secret, salt="session")
