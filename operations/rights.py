"""A person's rights by their address alone: take everything along, be forgotten (GDPR articles 15, 17 and 20).

Backups and a portal's own pages are out of reach: a backup made before holds what it held, and an ad that still names
its contact person brings them back when it changes.
"""

import email.policy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from crawler.raw_pages import drop
from domain.alerts import Alert
from domain.codec import to_plain
from domain.errors import NothingFoundError
from operations.context import Context
from operations.forgotten import digest_of, pages_naming
from operations.own import account_of, alerts_to, everything
from operations.raw_pages import raw_folder
from storage import accounts, alerts, audit, deliveries, feeds, forgotten, postings, profiles, suppression

_HEADERS = BytesHeaderParser(policy=email.policy.default)
_RECIPIENTS = ("To", "Cc")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased."""

    account: bool
    alerts: int
    profiles: int
    contacts: int
    """Ads that named the person as their contact."""
    pages: int
    """Raw pages that named the person; they are not kept again."""
    files: int
    """Messages in the outbox folder."""
    backups: tuple[str, ...]
    """Backups that may still hold the person: remove them yourself when you must."""

    @property
    def anything(self) -> bool:
        """Was there anything to erase?"""
        return self.account or bool(self.alerts + self.profiles + self.contacts + self.pages + self.files)


def person(context: Context, address: str) -> Mapping[str, Any]:
    """All that is kept of a person, JSON-ready. Raises NothingFoundError when nothing is."""
    with context.store.read() as session:
        account = account_of(session, address)
        mine = alerts_to(session, address)
        found = {
            **(everything(session, account) if account else {}),
            "alerts": to_plain(mine),
            "profiles": to_plain([profiles.get(session, name) for name in _profiles(session, address)]),
            "messages": [
                {"alert": alert.name, **to_plain(item)}
                for alert in mine
                for item in deliveries.recent(session, alert.id, 10_000)
            ],
            "feeds": [{"alert": alert.name, "since": to_plain(feeds.since(session, alert.id))} for alert in mine],
            "contact_in_ads": postings.ads_of_contact(session, address),
        }
    found["raw_pages"] = [file.key for file in pages_naming(context, raw_folder(context.data_dir), address)]
    found["message_files"] = [path.name for path in _messages(context.data_dir / "outbox", address)]
    if account is None and not any(found.values()):
        raise _nobody(address)
    return found


def forget(context: Context, address: str, actor: str = "cli") -> Forgotten:
    """Erase everything about a person: account, profiles, alerts, messages, and their name as a contact in ads.

    Raises NothingFoundError when nothing is kept. The audit log notes the numbers, never the address.
    """
    files = _messages(context.data_dir / "outbox", address)
    pages = pages_naming(context, raw_folder(context.data_dir), address)
    digest = digest_of(context, address)
    with context.store.write() as session:
        account = account_of(session, address)
        names = _profiles(session, address)
        told = alerts.forget(session, address)
        for name in names:
            profiles.remove(session, name)
        if account is not None:
            accounts.remove(session, account.id)
        accounts.forget_links(session, address)
        suppression.forget(session, address)
        contacts = postings.forget_contact(session, address)
        forgotten.remember(session, digest, context.clock.now())
        backups = _backups(context.data_dir)
        done = Forgotten(account is not None, told, len(names), contacts, len(pages), len(files), backups)
        if not done.anything:
            raise _nobody(address)
        counted = f"{told} alerts, {len(names)} profiles, {contacts} contacts, {len(pages)} pages, {len(files)} files"
        audit.record(session, context.clock.now(), actor, "person.forget", detail=counted)
    for path in files:
        path.unlink(missing_ok=True)
    drop(raw_folder(context.data_dir), pages)
    context.store.empty_log()
    return done


def _profiles(session: Session, address: str) -> list[str]:
    """Names of the profiles that are the person's alone: the account's, and those only their alerts use."""
    theirs, others = _used(alerts_to(session, address)), _used(_alerts_to_others(session, address))
    account = account_of(session, address)
    stored = {profile.name for profile in profiles.all_profiles(session)}
    return sorted((theirs - others | ({account.profile} if account else set())) & stored)


def _used(those: Iterable[Alert]) -> set[str]:
    return {alert.profile for alert in those if alert.profile is not None}


def _alerts_to_others(session: Session, address: str) -> list[Alert]:
    mine = {alert.id for alert in alerts_to(session, address)}
    return [alert for alert in alerts.all_alerts(session) if alert.id not in mine]


def _messages(folder: Path, address: str) -> list[Path]:
    """The messages written as files that go to the address."""
    wanted = address.strip().lower()
    found = []
    for path in sorted(folder.glob("*.eml")):
        with path.open("rb") as file:
            head = _HEADERS.parse(file)
        given = getaddresses([str(value) for name in _RECIPIENTS for value in head.get_all(name, [])])
        if any(one.lower() == wanted for _, one in given):
            found.append(path)
    return found


def _backups(data_dir: Path) -> tuple[str, ...]:
    return tuple(str(path) for path in sorted((data_dir / "backups").glob("*.db")))


def _nobody(address: str) -> NothingFoundError:
    return NothingFoundError("nothing is kept about this address", which=address, remedy="is it spelt as it was given?")
