"""One crawl of a source at a time on this machine: a lock that the kernel drops when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def source_lock(data_dir: Path, source: str) -> Iterator[bool]:
    """Yields True while the lock of ``source`` is ours, False when another process holds it."""
    folder = data_dir / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / f"{source}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield _try_lock(handle)
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
