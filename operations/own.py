"""What a job seeker does with what is theirs: try a profile, save it, look at what is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.accounts import Account
from domain.alerts import Alert
from domain.clock import local_date
from domain.codec import to_plain
from domain.errors import NothingFoundError
from domain.profiles import Profile
from matcher.cv import Suggestion, suggest_profile
from matcher.occupation import load_occupation
from matcher.reader import Reader
from operations.context import Context
from operations.scoring import open_readings, score_for, scores_now
from storage import accounts, alerts, deliveries, profiles, saved
from storage.errors import NotStoredError

GOOD = 70


@dataclass(frozen=True, slots=True)
class Trial:
    """How a profile that is not saved yet would do."""

    tried: int
    good: int
    """Of these, openings with at least ``GOOD`` points."""
    best: tuple[tuple[int, int], ...]
    """(opening, score), the best first."""


@dataclass(frozen=True, slots=True)
class Told:
    """An opening that an alert told of."""

    alert: int
    opening: int
    local_date: date
    state: str


def try_profile(session: Session, profile: Profile, now: datetime) -> Trial:
    """Score every open opening against ``profile``; nothing is stored."""
    scores = scores_now(session, profile, local_date(now))
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:5]
    return Trial(len(scores), sum(score >= GOOD for score in scores.values()), tuple(best))


def save_profile(context: Context, profile: Profile) -> None:
    """Store the profile and score every open opening against it, so that the next page is right."""
    with context.store.write() as session:
        profiles.save(session, profile, context.clock.now())
    with context.store.read() as session:
        found = open_readings(session)
    score_for(context, [profile], found)


def suggest(profile: Profile, text: str, today: date) -> Suggestion:
    """``profile`` with what a pasted CV adds to it, and the words for each addition; nothing is stored, nor the text.

    What the profile says already stays: skills, languages and municipalities come on top, the rest fills what is open.
    """
    read = suggest_profile(text, profile.name, Reader(load_occupation()), today)
    added: dict[str, Any] = {}
    for field in read.words:
        old, new = getattr(profile, field), getattr(read.profile, field)
        merged = old | new if isinstance(new, frozenset) else new if old in (None, False) else old
        if merged != old:
            added[field] = merged
    return Suggestion(replace(profile, **added), {field: read.words[field] for field in added})


def own_alerts(session: Session, account: Account) -> list[Alert]:
    """The account's alerts: those to its own address."""
    return alerts_to(session, account.email)


def alerts_to(session: Session, address: str) -> list[Alert]:
    """The alerts to an address, however it is written."""
    wanted = address.strip().lower()
    return [alert for alert in alerts.all_alerts(session) if alert.email.strip().lower() == wanted]


def account_of(session: Session, address: str) -> Account | None:
    """The account behind an address."""
    return accounts.by_email(session, address)


def own_alert(session: Session, account: Account, alert_id: int) -> Alert:
    """One of them. Raises NotStoredError, for somebody else's too."""
    found = next((alert for alert in own_alerts(session, account) if alert.id == alert_id), None)
    if found is None:
        raise NotStoredError("there is no such alert", which=str(alert_id))
    return found


def everything(session: Session, account: Account) -> Mapping[str, Any]:
    """All that is kept of the account, JSON-ready (GDPR article 20)."""
    mine = own_alerts(session, account)
    told = {alert.name: [_sent(item) for item in deliveries.recent(session, alert.id, 10_000)] for alert in mine}
    return {
        "account": to_plain(account),
        "profile": to_plain(own_profile(session, account)),
        "alerts": to_plain(mine),
        "sent": told,
        "sent_about_saved_openings": [
            _sent(item) for item in deliveries.recent(session, limit=10_000, account_id=account.id)
        ],
        "saved_openings": to_plain(saved.saved(session, account.id)),
        "lists": [
            {"name": item.name, "openings": to_plain(saved.items(session, item.id))}
            for item in saved.lists(session, account.id)
        ],
        "api_keys": to_plain(accounts.keys(session, account.id)),
    }


def own_profile(session: Session, account: Account) -> Profile | None:
    """The account's profile, if there is one."""
    try:
        return profiles.get(session, account.profile)
    except NothingFoundError:
        return None


def _sent(item: deliveries.DeliveryRecord) -> Mapping[str, Any]:
    return {"date": item.local_date.isoformat(), "state": item.state.value, "sent_at": to_plain(item.sent_at)}


def openings_told(session: Session, alert_ids: Sequence[int], limit: int = 200) -> list[Told]:
    """What was sent, newest first, with the openings in it."""
    return [Told(*row) for row in deliveries.told(session, alert_ids, limit)]
