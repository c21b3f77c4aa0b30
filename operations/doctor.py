"""Look for trouble: each finding says what is wrong and one way to mend it."""

import shutil
import smtplib
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from domain.clock import Clock
from domain.errors import JobbvaktError
from domain.runs import RunState
from operations.context import Context, open_context, prepare_data_dir
from operations.raw_pages import shelves
from operations.same_secret import REMEDY, loss
from operations.source_health import SourceHealth, health
from operations.sources import set_aside
from settings import Settings
from storage import key_check
from storage.backup import check

LOW_DISK_BYTES = 500 * 1024 * 1024
SAFE_SQLITE = (3, 51, 3)
"""From here on the WAL-reset fault (two processes checkpointing at once) is mended."""
SMTP_SECONDS = 5.0
_STORE_REMEDY = "put a backup back: jobbvakt db restore FILE (backups lie in the data folder)"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    what: str
    ok: bool
    told: str
    remedy: str = ""


def examine(settings: Settings, clock: Clock) -> Iterator[Finding]:
    """Everything that can be looked at without asking a portal."""
    yield Finding("versions", True, _versions())
    yield _sqlite()
    yield _contact(settings)
    try:
        prepare_data_dir(settings.data_dir)
    except JobbvaktError as error:
        yield Finding("data folder", False, str(error), error.remedy)
        return
    yield _disk(settings.data_dir)
    yield _raw(settings)
    sound, wrong = set_aside(settings)
    yield from (Finding(f"source {name}", False, str(error), error.remedy) for name, error in wrong.items())
    yield from _guarded("store", lambda: _store(sound, clock))
    yield _mail(settings)


def _guarded(what: str, look: Callable[[], list[Finding]]) -> list[Finding]:
    try:
        return look()
    except JobbvaktError as error:
        return [Finding(what, False, str(error), error.remedy)]


def _versions() -> str:
    names = ("jobbvakt", "scrapy", "rapidfuzz", "sqlmodel", "apscheduler")
    told = ", ".join(f"{name} {version(name)}" for name in names)
    return f"{told}, Python {sys.version.split()[0]}"


def _sqlite() -> Finding:
    if sqlite3.sqlite_version_info >= SAFE_SQLITE:
        return Finding("SQLite", True, sqlite3.sqlite_version)
    told = f"{sqlite3.sqlite_version}: has the WAL-reset fault of versions before 3.51.3; one writing program is safe"
    return Finding("SQLite", True, told, "run one scheduler only, or use PostgreSQL")


def _contact(settings: Settings) -> Finding:
    if settings.crawl.contact:
        return Finding("contact", True, settings.crawl.contact)
    return Finding(
        "contact",
        False,
        "no contact address is set: only sources on this machine can be crawled",
        "'jobbvakt init' asks for it, or set [crawl] contact in jobbvakt.toml",
    )


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    told = f"{free // 2**20} MiB free beside {folder}"
    return Finding("disk", free > LOW_DISK_BYTES, told, "make room, or move the data folder with --data-dir")


def _raw(settings: Settings) -> Finding:
    found, room = shelves(settings.data_dir), settings.raw.megabytes
    size = sum(one.bytes for one in found.values()) / 2**20
    told = f"{sum(one.pages for one in found.values())} kept, {size:.1f} of {room} MiB"
    return Finding("raw pages", size <= room, told, "jobbvakt raw prune, or raise [raw] megabytes")


def _store(settings: Settings, clock: Clock) -> list[Finding]:
    with open_context(settings, clock) as context:
        found = [Finding(item.what, item.ok, item.told, _STORE_REMEDY) for item in check(context.store)]
        return [*found, _secret(context), *_sources(context)]


def _secret(context: Context) -> Finding:
    with context.store.read() as session:
        known = key_check.is_known(session)
    if known is False:
        return Finding("signing secret", False, f"it has changed: {loss(context)}", REMEDY)
    return Finding("signing secret", True, "the same as ever" if known else "not used yet")


def _sources(context: Context) -> list[Finding]:
    return [_source(one) for one in health(context) if one.source.enabled]


def _source(one: SourceHealth) -> Finding:
    run, name = one.last, f"source {one.source.name}"
    if run is None:
        return Finding(name, True, "never crawled", f"jobbvakt crawl {one.source.name}")
    well = (run.state.live or run.state is RunState.COMPLETE) and not one.stalled
    told = f"{run.state} {run.started_at:%Y-%m-%d %H:%M} UTC, {run.tally.seen} ads. {run.reason} {one.stalled}".strip()
    if one.waits and one.next is not None:
        told += f" Failed {one.failures} times in a row, left alone until {one.next:%Y-%m-%d %H:%M} UTC"
        return Finding(name, well, told, f"jobbvakt runs show {run.id}, then jobbvakt sources retry {one.source.name}")
    return Finding(name, well, told, f"jobbvakt runs show {run.id}, then jobbvakt crawl {one.source.name}")


def _mail(settings: Settings) -> Finding:
    mail = settings.mail
    if not mail.host:
        return Finding("mail", True, f"no SMTP host: digests are written to {settings.data_dir / 'outbox'}")
    try:
        with smtplib.SMTP(mail.host, mail.port, timeout=SMTP_SECONDS) as server:
            server.noop()
    except OSError as error:
        return Finding("mail", False, f"{mail.host}:{mail.port}: {error}", "mend [mail] host and port in jobbvakt.toml")
    return Finding("mail", True, f"{mail.host}:{mail.port} answers")
