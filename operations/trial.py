"""A trial: the same verbs on a copy of the store that is thrown away afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from operations.context import Context, open_context
from storage.backup import backup


@contextmanager
def trial_context(context: Context, *, wanted: bool) -> Iterator[Context]:
    """``context`` itself, or, when a trial is wanted, one on a copy of its store in a temporary folder.

    A store that cannot be copied here (PostgreSQL) is tried against an empty one: then every ad counts as new.
    """
    if not wanted:
        with nullcontext(context) as same:
            yield same
        return
    folder = Path(tempfile.mkdtemp(prefix="jobbvakt-trial-"))
    try:
        if context.settings.database_url.startswith("sqlite"):
            backup(context.store, folder / "jobbvakt.db")
        settings = context.settings.model_copy(
            update={"data_dir": folder, "database": type(context.settings.database)()}
        )
        with open_context(settings, context.clock) as trial:
            yield trial
    finally:
        shutil.rmtree(folder, ignore_errors=True)
