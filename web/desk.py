"""What every request needs, opened once: settings, store and clock, the signing secret, templates."""

import hashlib
import hmac
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar, cast

from jinja2 import Environment
from sqlalchemy.orm import Session
from starlette.requests import Request

from domain.errors import ConfigurationError
from domain.sources import Source, Terms
from operations.context import Context
from operations.jobs import Jobs
from operations.sources import configured_sources
from operations.works import Works
from storage.check import Finding, check
from storage.search_masks import generation
from web.html import environment
from web.limits import Window

T = TypeVar("T")
_REMEMBERED = 256
_A_WHILE = 600


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
    works: Works
    wrong_sources: Mapping[str, ConfigurationError] = field(default_factory=dict)
    """Sources whose settings are wrong, left out until they are mended and the server is started anew."""
    templates: Environment = field(default_factory=environment)
    window: Window = field(default_factory=Window)
    answers: Answers = field(default_factory=Answers)

    def of_index(self, name: str, session: Session, make: Callable[[], T]) -> T:
        """What ``make`` gives, asked once for each state of the search index."""
        state = generation(session)
        return make() if state is None else self.answers.get((name, state), make)

    def for_a_while(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, at most ten minutes old: where a crawl under way need not be seen at once."""
        return self.answers.get((name, int(self.context.clock.now().timestamp()) // _A_WHILE), make)

    def findings(self) -> list[Finding]:
        """What was looked at in store and settings."""
        wrong = [Finding(False, f"source {name}", str(error)) for name, error in self.wrong_sources.items()]
        return [*check(self.context.store), *wrong]

    @property
    def source_names(self) -> dict[str, str]:
        """Source → its name as people know it; many employers share a platform, so theirs is the name given to them."""
        return self.answers.get("source names", self._source_names)

    def _source_names(self) -> dict[str, str]:
        return {name: _title(source) for name, source in configured_sources(self.context.settings).items()}

    @property
    def secure(self) -> bool:
        """Do cookies travel over TLS only?"""
        return self.context.settings.web.base_url.startswith("https:")

    def digest(self, purpose: str, *parts: str) -> str:
        """A keyed digest (HMAC-SHA256, hex): for tokens in the store, and for addresses that are only counted."""
        return hmac.new(self.secret, "\x1f".join((purpose, *parts)).encode(), hashlib.sha256).hexdigest()


def _title(source: Source) -> str:
    if source.portal.terms is not Terms.TENANT:
        return source.portal.title
    words = source.name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def desk_of(request: Request) -> Desk:
    """The desk of the server that answers this request."""
    return cast("Desk", request.app.state.desk)
