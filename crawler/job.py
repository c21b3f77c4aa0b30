"""What a crawl child is told: one JSON-able value, holding no secret and no way into the store."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from crawler.policy.limits import Limits
from domain.codec import from_plain, to_plain
from domain.sources import Source

SPIDER_MODULES = ("crawler.portals", "crawler.platforms")
"""Packages in which spiders are looked for."""


@dataclass(frozen=True, slots=True)
class CrawlJob:
    """One crawl of one source."""

    run_id: int
    source: Source
    spool: str
    """File that the observations are written to."""
    started_at: datetime
    cursor: Mapping[str, Any] | None = None
    """What the source's last run that reported a checkpoint left."""
    title_terms: tuple[str, ...] = ()
    """Terms of ``domain.prefilter.worth_reading``."""
    known_refs: tuple[str, ...] = ()
    """Ids of the source's ads that are stored as active."""
    contact: str = ""
    """The operator's address, for the User-Agent."""
    limits: Limits = field(default_factory=Limits)
    raw: str = ""
    """Folder in which pages are kept as they came; empty to keep none."""
    reread: str = ""
    """File that names the ads to read again from kept pages; then nothing is asked for."""
    spider_modules: tuple[str, ...] = SPIDER_MODULES

    def to_json(self) -> str:
        """The job on one line."""
        return json.dumps(to_plain(self), ensure_ascii=False)


def job_from_json(text: str | bytes) -> CrawlJob:
    """The job of ``to_json``. Raises ValueError on anything else."""
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError("a crawl job is a JSON object")
    return from_plain(CrawlJob, data)
