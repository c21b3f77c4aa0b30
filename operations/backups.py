"""Copies of the store by the clock: one a day, the last few kept. What a person had erased is gone with the oldest."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from operations.context import Context
from storage.backup import backup

_STEM = "jobbvakt-daily-"
_MOMENT = "%Y%m%dT%H%M%SZ"


def back_up_due(context: Context) -> Path | None:
    """Copy the store if the newest copy is old enough, and remove the oldest ones; the new copy, or None.

    Only copies that were made here count and are removed. A PostgreSQL server has tools of its own. Raises StoreError,
    for a full disk above all.
    """
    schedule, now = context.settings.schedule, context.clock.now()
    if context.store.dialect != "sqlite" or not schedule.backup_hours:
        return None
    folder = context.data_dir / "backups"
    made = _made(folder)
    if made and timedelta() <= now - max(made) < timedelta(hours=schedule.backup_hours):
        return None
    written = backup(context.store, folder / f"{_STEM}{now:{_MOMENT}}.db")
    for moment in sorted(_made(folder))[: -schedule.keep_backups]:
        (folder / f"{_STEM}{moment:{_MOMENT}}.db").unlink(missing_ok=True)
    return written


def _made(folder: Path) -> list[datetime]:
    found = []
    for path in folder.glob(f"{_STEM}*.db"):
        try:
            found.append(datetime.strptime(path.stem.removeprefix(_STEM), _MOMENT).replace(tzinfo=UTC))
        except ValueError:  # somebody's own name
            continue
    return found
