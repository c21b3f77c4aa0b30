"""What others say that the occupation pays. Not our statistics, and never an estimate for one opening."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "pay_figures.toml"


@dataclass(frozen=True, slots=True)
class PayFigures:
    """Figures of one article, and where the official ones are."""

    article: Mapping[str, int]
    """Group → NOK a year."""
    official_table: str
    """Statistics Norway's table of earnings by occupation."""
    official_address: str


@cache
def pay_figures() -> PayFigures:
    """The figures that ship with the occupation."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return PayFigures(dict(data["article"]), data["official"]["table"], data["official"]["address"])
