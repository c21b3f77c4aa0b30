"""An alert as a feed: its address, made anew or taken away, and what is read there; or as files."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from alerts.cleaning import one_line
from alerts.feeds import FORMS, Feed, make_feed
from alerts.links import alert_named, feed_token
from domain.alerts import Alert
from operations.context import Context
from operations.mail import base_url_of, source_names
from operations.outside import signing_secret
from operations.targets import target_of_name
from storage import alerts, audit, feeds, matches
from storage.errors import NotStoredError


def addresses(context: Context, alert: int) -> Mapping[str, str]:
    """Form → address; empty while the alert is no feed, or no pages run."""
    base = base_url_of(context)
    with context.store.read() as session:
        since = feeds.since(session, alert)
    if since is None or not base:
        return {}
    token = feed_token(signing_secret(context), alert, since)
    return {form: f"{base}/strom/{token}/{form}" for form in FORMS}


def open_feed(context: Context, alert: int, actor: str) -> Mapping[str, str]:
    """Make an address; one from before leads nowhere from now on. Raises NotStoredError."""
    now = context.clock.now()
    with context.store.write() as session:
        alerts.get(session, alert)
        feeds.open_anew(session, alert, now)
        audit.record(session, now, actor, "alert.feed", f"alert {alert}")
    return addresses(context, alert)


def close_feed(context: Context, alert: int, actor: str) -> None:
    """The alert is no feed any more. Raises NotStoredError for an alert that does not exist."""
    with context.store.write() as session:
        alerts.get(session, alert)
        if feeds.close(session, alert):
            audit.record(session, context.clock.now(), actor, "alert.feed_off", f"alert {alert}")


def read(context: Context, token: str, form: str) -> tuple[str, bytes]:
    """Media type and content of the feed at an address. Raises NotStoredError for any other address."""
    number = alert_named(token)
    with context.store.read() as session:
        since = feeds.since(session, number)
        if form not in FORMS or since is None or not _fits(context, token, number, since):
            raise NotStoredError("there is no such feed", which=one_line(token, 60), why="its address was taken back")
        alert = alerts.get(session, number)
    media_type, write = FORMS[form]
    return media_type, write(_feed(context, alert, f"{base_url_of(context)}/strom/{token}"))


def write_files(context: Context, number: int, folder: Path) -> list[Path]:
    """Write every form of the alert's feed into ``folder``. Raises NotStoredError, OSError."""
    with context.store.read() as session:
        alert = alerts.get(session, number)
    folder.mkdir(parents=True, exist_ok=True)
    feed = _feed(context, alert, "")
    written = []
    for form, (_, write) in FORMS.items():
        path = folder / f"alert-{number}-{form}"
        draft = path.with_name(f".{path.name}")
        draft.write_bytes(write(feed))
        draft.replace(path)
        written.append(path)
    return written


def _fits(context: Context, token: str, number: int, since: datetime) -> bool:
    return hmac.compare_digest(token.encode(), feed_token(signing_secret(context), number, since).encode())


def _feed(context: Context, alert: Alert, address: str) -> Feed:
    with context.store.read() as session:
        target = target_of_name(session, alert.profile)
        cards = matches.ranked(session, target, min_score=alert.min_score, query=alert.query)
    names, base = source_names(context), base_url_of(context)
    return make_feed(alert, cards, context.clock.now(), base_url=base, address=address, source_names=names)
