"""Backups, made while the store is in use."""

from pathlib import Path

from operations.context import Context
from storage.backup import backup


def backup_now(context: Context, target: Path | None) -> Path:
    """Copy the store to ``target``, or to a file in ``backups/`` named after the moment; its path."""
    moment = f"{context.clock.now():%Y%m%dT%H%M%SZ}"
    return backup(context.store, target or context.data_dir / "backups" / f"jobbvakt-{moment}.db")
