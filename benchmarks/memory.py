"""The most memory that a process holds which reads ads in all five languages, until it remembers as much as it may.

Three thousand labelled ads of the fixtures, and the same again with words nobody has heard of: none of their sentences
was met before. The process is a fresh one, and does nothing else.
"""

import json
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.children import child
from benchmarks.harness import Row, bound
from benchmarks.match import fresh_reader, unheard
from crawler.memory import peak_memory
from domain.matching import AdText
from matcher.evaluation.ads import ad_text

MOST_MB = 250
_ADS = Path(__file__).parent.parent / "fixtures" / "occupations"


def rows() -> Iterator[Row]:
    """The peak in megabytes."""
    with child(read_all) as (count, peak):
        yield bound(f"match: memory after {count:,} ads", "MB", peak, most=MOST_MB)


def read_all(told: Connection) -> None:
    """What the process does: reads everything twice, tells how many ads that were and its peak."""
    reader, count = fresh_reader(), 0
    for ad in labelled_ads():
        reader.read(ad)
        count += 1
    for ad in labelled_ads():
        reader.read(unheard(ad, f"q{count}x"))
        count += 1
    told.send((count, peak_memory() / 1e6))


def labelled_ads() -> Iterator[AdText]:
    """The ads of the fixtures, one at a time."""
    for path in sorted(_ADS.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield ad_text(json.loads(line))
