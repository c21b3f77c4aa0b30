"""What a job seeker does with one of their alerts, on the pages and over the API.

Each raises NotStoredError for an alert that is somebody else's, as for one that does not exist.
"""

from collections.abc import Mapping

from alerts.digest import Message
from domain.accounts import Account
from domain.alerts import Alert
from operations import feeds, mail
from operations.accounts import TESTS_BY_ACCOUNT, count_attempt
from operations.context import Context
from operations.own import own_alert


def of(context: Context, account: Account, number: int) -> Alert:
    """The alert."""
    with context.store.read() as session:
        return own_alert(session, account, number)


def preview(context: Context, account: Account, number: int) -> Message | None:
    """The message that would go out today; None when nothing is new. Nothing is stored or sent."""
    alert = of(context, account, number)
    composed = next(mail.compose(context, alert=alert.id, preview=True), None)
    return composed.message if composed else None


def send_test(context: Context, account: Account, number: int) -> None:
    """Send a message marked as a test. Raises TooManyError, and what ``mail.send_test`` raises."""
    alert = of(context, account, number)
    count_attempt(context, TESTS_BY_ACCOUNT, str(account.id))
    mail.send_test(context, alert.id)


def feed(context: Context, account: Account, number: int) -> Mapping[str, str]:
    """Form → address of the alert as a feed; empty while it is none."""
    return feeds.addresses(context, of(context, account, number).id)


def open_feed(context: Context, account: Account, number: int, actor: str) -> Mapping[str, str]:
    """Make addresses; those from before lead nowhere from now on."""
    return feeds.open_feed(context, of(context, account, number).id, actor)


def close_feed(context: Context, account: Account, number: int, actor: str) -> None:
    """Take the addresses back."""
    feeds.close_feed(context, of(context, account, number).id, actor)
