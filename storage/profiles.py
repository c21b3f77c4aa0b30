"""Profiles: what each job seeker has and wants."""

import json
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from domain.codec import from_plain
from domain.profiles import Profile
from storage.base import insert_into
from storage.codec import dump_json
from storage.errors import NotStoredError, StoreError
from storage.staleness import mark_target_stale
from storage.tables_alerts import ALERT, PROFILE
from storage.tables_matching import OPENING_MATCH


def save(session: Session, profile: Profile, now: datetime) -> None:
    """Store the profile under its name; an older one is replaced, and its scores are marked stale."""
    statement = insert_into(session, PROFILE).values(name=profile.name, payload=dump_json(profile), updated_at=now)
    renewed = {"payload": statement.excluded.payload, "updated_at": statement.excluded.updated_at}
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=renewed))
    mark_target_stale(session, target(profile.name))


def get(session: Session, name: str) -> Profile:
    """The profile. Raises NotStoredError when there is none of that name."""
    found = find(session, name)
    if found is None:
        raise _unknown(name)
    return found


def find(session: Session, name: str) -> Profile | None:
    """The profile, if there is one of that name."""
    text = session.execute(select(PROFILE.c.payload).where(PROFILE.c.name == name)).scalar_one_or_none()
    return None if text is None else from_plain(Profile, json.loads(text))


def all_profiles(session: Session) -> list[Profile]:
    """Every profile, by name."""
    texts = session.execute(select(PROFILE.c.payload).order_by(PROFILE.c.name)).scalars()
    return [from_plain(Profile, json.loads(text)) for text in texts]


def remove(session: Session, name: str) -> None:
    """Erase the profile and its scores. Raises NotStoredError, or StoreError while an alert scores against it."""
    get(session, name)
    used = session.execute(select(ALERT.c.name).where(ALERT.c.profile == name).order_by(ALERT.c.name)).scalars().all()
    if used:
        raise StoreError(
            "the profile is in use",
            which=name,
            why=f"{'alert' if len(used) == 1 else 'alerts'} {', '.join(used)} score against it",
            remedy="remove those alerts first",
        )
    session.execute(delete(OPENING_MATCH).where(OPENING_MATCH.c.target == target(name)))
    session.execute(delete(PROFILE).where(PROFILE.c.name == name))


def target(name: str) -> str:
    """What ``storage.matches`` calls this profile."""
    return f"profile:{name}"


def _unknown(name: str) -> NotStoredError:
    return NotStoredError("there is no such profile", which=name, remedy="see: jobbvakt profile list")
