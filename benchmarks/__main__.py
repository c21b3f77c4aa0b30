"""Runs the stages, prints a table, writes JSON. A missed target is a finding; with ``--strict`` it is a failure."""

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.harness import Row, Stage, machine

STAGES = (
    *("crawl", "extract", "match", "memory", "typos", "profiles", "same_opening", "ingest", "search", "digest"),
    *("timer", "startup"),
)
"""Modules of this package, each with a function ``rows``."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write. Returns the exit code."""
    options = _parse(arguments)
    rows = []
    print(f"{'stage':<38}{'unit':<14}{'ours':>12}{'limit':>12}{'ratio':>9}  target")
    for name in options.only or STAGES:
        for row in stage(name)():
            rows.append(row)
            print(_line(row), flush=True)
    if options.json:
        report = {"machine": machine(), "rows": [row.as_dict() for row in rows]}
        options.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 1 if options.strict and not all(row.ok for row in rows) else 0


def stage(name: str) -> Stage:
    """The function that measures the stage ``name``."""
    rows: Stage = importlib.import_module(f"benchmarks.{name}").rows
    return rows


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=sys.modules["benchmarks"].__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the rows as JSON")
    parser.add_argument("--only", action="append", choices=STAGES, metavar="STAGE", help="may be given several times")
    parser.add_argument("--strict", action="store_true", help="end with 1 when a target is missed")
    return parser.parse_args(arguments)


def _line(row: Row) -> str:
    numbers = "".join(f"{_number(value):>12}" for value in (row.ours, row.limit))
    mark = "" if row.target == "none" else "ok" if row.ok else "MISSED"
    return f"{row.stage:<38}{row.unit:<14}{numbers}{_number(row.ratio):>9}  {row.target}  {mark}"


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


if __name__ == "__main__":
    sys.exit(main())
