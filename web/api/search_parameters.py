"""The names of the search page's address, as OpenAPI declares parameters."""

from collections.abc import Mapping
from typing import Any

from domain.search_address import MAX_VALUE
from domain.searching import FACETS, MAX_QUERY, MAX_VALUES, PUBLISHED_DAYS, Sort

_TEXT = {"type": "string", "maxLength": MAX_VALUE}
_YES = {"type": "string", "enum": ["0", "1", "true", "false"]}


def _parameter(name: str, schema: Mapping[str, Any], told: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": told}


def _whole(low: int, high: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": low, "maximum": high}


def _parameters() -> list[dict[str, Any]]:
    found = [
        _parameter("v", {"type": "integer", "enum": [1]}, "Version of these names"),
        _parameter("q", {"type": "string", "maxLength": MAX_QUERY}, 'Words; "a phrase", -without, begin*, a OR b'),
        _parameter("employer", _TEXT, "Words of its name, or an organisation number or its beginning"),
        _parameter("published", _whole(1, 366), f"Days; presets {', '.join(map(str, PUBLISHED_DAYS))}"),
        _parameter("min_score", _whole(0, 100), "Least score"),
        _parameter("salary_min", _whole(1, 10_000_000), "NOK a year, as stated"),
        _parameter("pay_stated", _YES, "Pay is stated"),
        _parameter("closed", _YES, "Those that are over too (recruiters)"),
        _parameter("sort", {"type": "string", "enum": [sort.value for sort in Sort]}, "Order"),
    ]
    several = {"type": "array", "items": _TEXT, "maxItems": MAX_VALUES}
    found += [
        _parameter(facet, several, "Repeat it for alternatives") | {"explode": True, "style": "form"}
        for facet in FACETS
    ]
    return found


SEARCH: dict[str, Any] = {"parameters": _parameters()}
"""For ``openapi_extra`` of every route that takes a search."""
