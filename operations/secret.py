"""The secret that signs sessions and the links in mails, so that pages and scheduler sign alike."""

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from domain.errors import ConfigurationError

LEAST_SECRET = 32
_ADDRESSES = b"addresses that refuse mail"


def read_secret(configured: str, data_dir: Path) -> bytes:
    """The signing secret: as configured, else one that is made once and kept beside the store, for its owner only.

    Raises ConfigurationError for one that is too short to be safe.
    """
    if configured:
        if len(configured) < LEAST_SECRET:
            raise ConfigurationError(
                "the signing secret is too short",
                which="[web] secret",
                why=f"it has {len(configured)} characters, {LEAST_SECRET} are needed",
                remedy="take a long random one, or leave it out: then one is made in the data folder",
            )
        return configured.encode()
    path = data_dir / "web.secret"
    if not path.exists():
        _make(path)
    return path.read_bytes()


def address_key(configured: str, data_dir: Path) -> bytes:
    """The key of ``storage.marks``. Raises ConfigurationError as ``read_secret`` does."""
    return hmac.digest(read_secret(configured, data_dir), _ADDRESSES, hashlib.sha256)


def _make(path: Path) -> None:
    """Whole or not at all: pages and scheduler may start together, and must not sign with two."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_hex(32), encoding="ascii")
    with suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()
