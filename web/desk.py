"""What every request needs, opened once: settings, store and clock, the signing secret, templates."""

import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

from jinja2 import Environment
from starlette.requests import Request

from domain.errors import ConfigurationError
from operations.context import Context
from operations.jobs import Jobs
from operations.sources import configured_sources
from web.html import environment
from web.limits import Window

T = TypeVar("T")
LEAST_SECRET = 32
_REMEMBERED = 256


class Answers:
    """The last few answers that cost something and stay right until the index changes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under ``key``, or what ``make`` gives."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _REMEMBERED:
                self._kept.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class Desk:
    """One running server."""

    context: Context
    secret: bytes
    jobs: Jobs
    templates: Environment = field(default_factory=environment)
    window: Window = field(default_factory=Window)
    answers: Answers = field(default_factory=Answers)

    @property
    def source_names(self) -> dict[str, str]:
        """Source → its name as people know it."""
        return {name: source.portal.title for name, source in configured_sources(self.context.settings).items()}

    @property
    def secure(self) -> bool:
        """Do cookies travel over TLS only?"""
        return self.context.settings.web.base_url.startswith("https:")

    def digest(self, purpose: str, *parts: str) -> str:
        """A keyed digest (HMAC-SHA256, hex): for tokens in the store, and for addresses that are only counted."""
        return hmac.new(self.secret, "\x1f".join((purpose, *parts)).encode(), hashlib.sha256).hexdigest()


def desk_of(request: Request) -> Desk:
    """The desk of the server that answers this request."""
    return cast("Desk", request.app.state.desk)


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
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), encoding="ascii")
    return path.read_bytes()
