"""A search kept as an alert in one step: at once for who is signed in, else once its address has answered a mail."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from alerts.letter import confirmation
from alerts.links import Deed, envelope_of, link
from alerts.message import build_message, split_address
from domain.alerts import Alert
from domain.errors import UsageError
from operations.accounts import LINKS_BY_ADDRESS, Digest, address, count_attempt, folded
from operations.context import Context
from operations.mail import mail_settings, send_now
from operations.own import alerts_to
from storage import accounts, alerts, suppression

MOST_ALERTS = 50
"""Of one person."""


def keep_search(context: Context, alert: Alert) -> Alert:
    """A search kept by somebody who is signed in: the alert that looks for the same already, or a new one.

    A name that is taken gets a number behind it. Raises UsageError when there are too many.
    """
    with context.store.write() as session:
        mine = alerts_to(session, alert.email)
        same = _same(mine, alert)
        if same is not None:
            return same
        room_for_more(mine)
        return alerts.add(session, replace(alert, name=_free(alert.name, mine)), context.clock.now())


def ask_address(context: Context, alert: Alert, pages: str, digest: Digest) -> None:
    """A search kept by somebody who is not signed in: a mail sent at once asks the address, and the alert waits.

    What is answered does not tell whether the address is known. ``pages``: where the link leads if no setting says so.
    Raises UsageError for an address that is none, TooManyError, and JobbvaktError when the mail is not taken.
    """
    wanted = replace(alert, email=address(alert.email), confirmed=False)
    count_attempt(context, LINKS_BY_ADDRESS, digest("limit", folded(wanted.email)))
    mail, now = mail_settings(context, pages), context.clock.now()
    with context.store.write() as session:
        stored = _waiting(session, wanted, now, signup=context.settings.web.open_signup)
    if stored is not None:
        message = confirmation(stored, now, link(mail, Deed.CONFIRM, stored))
        content = build_message(message, stored, envelope_of(mail, stored), now, label="confirm")
        send_now(context, content, split_address(stored.email)[1])


def _waiting(session: Session, alert: Alert, now: datetime, *, signup: bool) -> Alert | None:
    """The alert that waits for its address to answer; None where nothing is to be asked."""
    mine = alerts_to(session, alert.email)
    same = _same(mine, alert)
    if same is not None:
        return None if same.confirmed else same
    stranger = not signup and accounts.by_email(session, alert.email) is None
    if stranger or len(mine) >= MOST_ALERTS or suppression.is_suppressed(session, alert.email):
        return None
    return alerts.add(session, replace(alert, name=_free(alert.name, mine)), now)


def room_for_more(mine: Sequence[Alert]) -> None:
    """Raises UsageError when a person has as many alerts as they may have."""
    if len(mine) >= MOST_ALERTS:
        raise UsageError("there are too many alerts", why=f"at most {MOST_ALERTS}", remedy="remove one first")


def _same(mine: Sequence[Alert], wanted: Alert) -> Alert | None:
    asked = (wanted.query, wanted.min_score)
    return next((one for one in mine if (one.query, one.min_score) == asked), None)


def _free(name: str, mine: Sequence[Alert]) -> str:
    taken = {one.name for one in mine}
    numbered = (f"{name} {number}" for number in range(2, len(mine) + 3))
    return name if name not in taken else next(one for one in numbered if one not in taken)
