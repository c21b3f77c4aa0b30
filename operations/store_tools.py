"""Backups: made while the store is in use, put back with unsent mail held."""

from pathlib import Path

from domain.clock import SystemClock
from operations.context import Context
from settings import Settings
from storage.backup import backup, restore


def backup_now(context: Context, target: Path | None) -> Path:
    """Copy the store to ``target``, or to a file in ``backups/`` named after the moment; its path."""
    moment = f"{context.clock.now():%Y%m%dT%H%M%SZ}"
    return backup(context.store, target or context.data_dir / "backups" / f"jobbvakt-{moment}.db")


def restore_from(settings: Settings, source: Path) -> str:
    """Put the backup in the store's place, and tell what was done."""
    done = restore(source, settings.database_url, clock=SystemClock())
    kept = f" The store it replaced is {done.kept}." if done.kept else ""
    held = f" {done.held} unsent messages are on hold: 'jobbvakt deliver --release' lets them go." if done.held else ""
    return f"Restored {done.store} from {source}.{kept}{held}"
