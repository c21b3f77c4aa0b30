"""Delivery into a folder: what happens to mail when no SMTP server is configured."""

import os
import re
from hashlib import sha256
from pathlib import Path

from alerts.channels import Outcome, Result

_NAME = re.compile(rb"^Message-ID: <(\d{4}-\d\d-\d\d)\.([a-z0-9-]+)\.(k?\d+)\.", re.MULTILINE)


class FileChannel:
    """Writes ``<folder>/<date>-<slug>-<alert>.eml``. A message delivered twice is one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def deliver(self, message: bytes, sender: str, recipient: str) -> Outcome:
        """Write the file whole or not at all; only its owner can read it. The outcome's detail is its path."""
        path = self.folder / f"{file_stem(message)}.eml"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_whole(path, message)
        except OSError as error:
            return Outcome(Result.STOP, f"{error.filename or path}: {error.strerror or error}")
        return Outcome(Result.SENT, str(path))

    def close(self) -> None:
        """Nothing is kept open."""


def file_stem(message: bytes) -> str:
    """File name without its ending, from the Message-ID of ``alerts.message``; for other messages from their bytes."""
    head = message.partition(b"\r\n\r\n")[0]
    found = _NAME.search(head)
    if found is None:
        return f"message-{sha256(message).hexdigest()[:16]}"
    return "-".join(part.decode("ascii") for part in found.groups())


def _write_whole(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
