"""Openings as files: CSV, XLSX, JSON, JSON lines. The only writer, so that no cell can ever be a formula.

A spreadsheet runs text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break (OWASP, CSV injection).
In CSV such text gets an apostrophe in front; in XLSX every text is written as text. Contact persons are never exported.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from sqlalchemy.orm import Session

from domain.alerts import OpeningCard
from domain.codec import to_plain
from domain.matching import Evidence
from domain.searching import Criteria
from operations.search import target_named
from operations.targets import OCCUPATION_TARGET
from storage import cards, search

FORMATS: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
}
MOST = 50_000
"""Openings of one export."""
COLUMNS = (
    *("id", "title", "employer", "municipalities", "counties", "countries", "extent", "deadline", "deadline_kind"),
    *("published", "first_seen", "salary_min", "salary_max", "salary_currency", "salary_period", "score"),
    *("has", "lacks", "sources", "url", "apply_url"),
)
_BATCH = 500
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CELL = 32_000
"""Characters; Excel takes 32,767 in a cell."""
Row = Mapping[str, Any]


def rows(
    session: Session, criteria: Criteria, now: datetime, profile: str | None = None, most: int = MOST
) -> Iterator[Row]:
    """The openings of a search in its order, one mapping of ``COLUMNS`` each."""
    target = target_named(session, profile)
    numbers = [hit.opening for hit in search.find(session, criteria, now, target=target, limit=most)]
    yield from rows_of(session, numbers, target.name or OCCUPATION_TARGET)


def rows_of(session: Session, numbers: list[int], target: str = OCCUPATION_TARGET) -> Iterator[Row]:
    """These openings, in their order."""
    for start in range(0, len(numbers), _BATCH):
        batch = numbers[start : start + _BATCH]
        found = cards.cards(session, batch, target)
        yield from (row_of(found[number]) for number in batch if number in found)


def row_of(card: OpeningCard) -> Row:
    """An opening as one row; times are ISO 8601, several values of one cell are parted by semicolons."""
    salary = card.salary
    return {
        "id": card.opening,
        "title": card.title,
        "employer": card.employer,
        "municipalities": _joined(place.municipality for place in card.places),
        "counties": _joined(place.county for place in card.places),
        "countries": _joined(place.country for place in card.places),
        "extent": card.extent or "",
        "deadline": card.deadline.isoformat() if card.deadline else "",
        "deadline_kind": card.deadline_kind.value,
        "published": card.published.isoformat() if card.published else "",
        "first_seen": card.first_seen.isoformat() if card.first_seen else "",
        "salary_min": salary.minimum if salary else None,
        "salary_max": salary.maximum if salary else None,
        "salary_currency": salary.currency if salary else "",
        "salary_period": salary.period if salary else "",
        "score": card.match.score,
        "has": _reasons(item for part in card.match.parts for item in part.has),
        "lacks": _reasons(item for part in card.match.parts for item in part.lacks),
        "sources": _joined(listing.source for listing in card.listings),
        "url": card.listings[0].url if card.listings else "",
        "apply_url": card.apply_url,
    }


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))


def _reasons(found: Iterable[Evidence]) -> str:
    return _joined(item.text for item in found)


def written(found: Iterable[Row], form: str) -> Iterator[bytes]:
    """The rows as a file, piece by piece. ``form`` is a key of ``FORMATS``."""
    yield from _WRITERS[form](found)


def safe_cell(value: Any) -> Any:
    """``value`` for a CSV cell: numbers as they are, text without what a spreadsheet would run."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = _without_controls(value)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_DANGEROUS) else text


def _without_controls(text: str) -> str:
    return "".join(char if char.isprintable() or char in "\n\t" else " " for char in text)[:_CELL]


def _csv(found: Iterable[Row]) -> Iterator[bytes]:
    yield b"\xef\xbb\xbf"  # Excel takes the file for Latin-1 without it
    yield _line(COLUMNS)
    for row in found:
        yield _line([safe_cell(row[name]) for name in COLUMNS])


def _line(cells: Iterable[Any]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC).writerow(cells)
    return buffer.getvalue().encode()


def _json(found: Iterable[Row]) -> Iterator[bytes]:
    yield b"["
    for number, row in enumerate(found):
        yield (b",\n" if number else b"\n") + _dumped(row)
    yield b"\n]\n"


def _jsonl(found: Iterable[Row]) -> Iterator[bytes]:
    for row in found:
        yield _dumped(row) + b"\n"


def _dumped(row: Row) -> bytes:
    return json.dumps(to_plain(row), ensure_ascii=False).encode()


def _xlsx(found: Iterable[Row]) -> Iterator[bytes]:
    with SpooledTemporaryFile(max_size=8 * 2**20) as buffer:
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(buffer, options)
        sheet = book.add_worksheet("Jobbvakt")
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, bold)
        for line, row in enumerate(found, 1):
            for column, name in enumerate(COLUMNS):
                _cell(sheet, line, column, row[name])
        book.close()
        buffer.seek(0)
        while piece := buffer.read(2**16):
            yield piece


def _cell(sheet: Any, line: int, column: int, value: Any) -> None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        sheet.write_number(line, column, value)
    elif value not in (None, ""):
        sheet.write_string(line, column, _without_controls(str(value)))


_WRITERS: Mapping[str, Callable[[Iterable[Row]], Iterator[bytes]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "json": _json,
    "jsonl": _jsonl,
}
