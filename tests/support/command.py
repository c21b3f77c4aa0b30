"""``jobbvakt`` as a person calls it: a process of its own with a configuration file and a data folder of its own."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from domain.clock import FixedClock
from operations.secret import address_key
from storage.engine import Store
from tests.support import stores, warm

NOON = FixedClock(datetime(2026, 11, 24, 11, 0, tzinfo=UTC))


class Home:
    """A folder with ``jobbvakt.toml`` and a store."""

    def __init__(self, folder: Path, sources: Mapping[str, Mapping[str, object]], now: datetime | None = None) -> None:
        """``now``: the moment at which every command begins, for ads whose deadlines are dates; else the real one."""
        self.folder, self.config = stores.place(folder), folder / "jobbvakt.toml"
        self.now = now.isoformat() if now else None
        lines = []
        for name, table in sources.items():
            lines.append(f"[sources.{name}]\nallow_loopback = true\nenabled = true")
            lines += [f"{key} = {json.dumps(value)}" for key, value in table.items()]
        self.config.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def jobbvakt(self, *words: str, seconds: int = 300) -> Any:
        """What the command prints as JSON; its exit code and stderr lie in ``code`` and ``errors``."""
        arguments = [*words, "--config", str(self.config), "--data-dir", str(self.folder), "--json"]
        done = warm.run(*arguments, now=self.now, seconds=seconds)
        self.code, self.errors = done.returncode, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None

    def crawl(self, *sources: str, match: bool = False) -> dict[str, Any]:
        """Source → the record of its run."""
        found = self.jobbvakt("crawl", *sources, *([] if match else ["--no-match"]))
        assert found is not None, self.errors
        return {view["source"]: view for view in (found if isinstance(found, list) else [found])}

    @contextmanager
    def store(self) -> Iterator[Store]:
        """What lies in the data folder."""
        key = address_key("", self.folder)
        opened = Store.open(f"sqlite:///{self.folder / 'jobbvakt.db'}", clock=NOON, key=key)
        try:
            yield opened
        finally:
            opened.close()
