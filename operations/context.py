"""What every verb needs: settings, store and clock, opened once at the edge and passed down."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from domain.clock import Clock, SystemClock
from domain.errors import ConfigurationError
from operations.secret import address_key
from settings import Settings
from storage.engine import Store


@dataclass(frozen=True, slots=True)
class Context:
    """Settings in force, the open store and the clock."""

    settings: Settings
    store: Store
    clock: Clock

    @property
    def data_dir(self) -> Path:
        """Where store, spool, outbox and locks live."""
        return self.settings.data_dir


@contextmanager
def open_context(settings: Settings, clock: Clock | None = None) -> Iterator[Context]:
    """The context for one command; the store is created or upgraded when need be, and closed at the end.

    Raises ConfigurationError when the data folder cannot be written, StoreError when the store cannot be used.
    """
    clock = clock or SystemClock()
    data_dir = prepare_data_dir(settings.data_dir)
    key = address_key(settings.web.secret.get_secret_value(), data_dir)
    store = Store.open(settings.database_url, clock=clock, backup_dir=data_dir / "backups", key=key)
    try:
        yield Context(settings, store, clock)
    finally:
        store.close()


def prepare_data_dir(data_dir: Path) -> Path:
    """The data folder, made if it is not there, private to its owner since it holds people's addresses."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _unwritable(data_dir, str(error)) from error
    if not os.access(data_dir, os.W_OK | os.X_OK):
        raise _unwritable(data_dir, "no permission to write there")
    return data_dir


def _unwritable(data_dir: Path, why: str) -> ConfigurationError:
    return ConfigurationError(
        "data folder cannot be written",
        which=str(data_dir),
        why=why,
        remedy="give another folder with --data-dir, or mend its owner and permissions",
    )
