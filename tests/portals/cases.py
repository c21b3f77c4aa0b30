"""Fixture pairs of portals, and the fields that each must give."""

from crawler import registry
from operations import source_check
from operations.source_check import FIXTURES as FOLDER
from operations.source_check import Case, parser_of

__all__ = ["CASES", "EMPTY", "FIELDS", "FOLDER", "SPIDERS", "Case", "parser_of"]

SPIDERS = registry.portals()
CASES = {str(case): case for case in source_check.cases()}
EMPTY = (None, [])
FIELDS = [
    (f"{name}[{number}.{field}]", name, number, field)
    for name, case in CASES.items()
    for number, record in enumerate(case.expected)
    for field in record
    if record[field] not in EMPTY
]
