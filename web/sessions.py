"""Sessions in a signed cookie, and the token that every form carries.

The cookie names the account and its epoch; raising the epoch in the store ends every session. It is HttpOnly, same-site
and, where the pages are served over TLS, for TLS only. A new one is made at each sign-in.
"""

import hmac
import secrets
from dataclasses import dataclass, replace

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from web.desk import Desk

COOKIE = "jobbvakt"
_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class Session:
    """What the cookie says. ``fresh``: there was none, and one is to be set if a form is shown."""

    nonce: str
    account: int | None = None
    epoch: int = 0
    fresh: bool = False


def read(request: Request, desk: Desk) -> Session:
    """The session of the request; a new, empty one when there is none that holds."""
    raw = request.cookies.get(COOKIE, "")
    try:
        nonce, account, epoch = _signer(desk).loads(raw, max_age=desk.context.settings.web.session_days * _DAY)
    except (BadSignature, ValueError, TypeError):
        return Session(secrets.token_urlsafe(18), fresh=True)
    return Session(str(nonce), account if isinstance(account, int) else None, int(epoch))


def signed_in(account: int, epoch: int) -> Session:
    """A new session: never the one from before the sign-in, which somebody else might know."""
    return Session(secrets.token_urlsafe(18), account, epoch, fresh=True)


def signed_out() -> Session:
    """A new session of nobody."""
    return Session(secrets.token_urlsafe(18), fresh=True)


def write(response: Response, session: Session, desk: Desk) -> None:
    """Set the cookie."""
    response.set_cookie(
        COOKIE,
        _signer(desk).dumps([session.nonce, session.account, session.epoch]),
        max_age=desk.context.settings.web.session_days * _DAY,
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


def _signer(desk: Desk) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(desk.secret, salt="session")
