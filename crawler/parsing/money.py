"""Base pay in structured form (schema.org MonetaryAmount, PriceSpecification). As stated: nothing is estimated."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crawler.parsing.text import one_line
from domain.postings import Issue, Salary

# schema.org asks for UN/CEFACT codes or words; sites write both, in several languages.
_PERIODS = {
    "year": ("year", "yearly", "ann", "annual", "annually", "per year", "år", "per år", "årlig", "yr"),
    "month": ("month", "monthly", "mon", "per month", "måned", "per måned", "måned(er)", "månad", "per månad"),
    "week": ("week", "weekly", "wee", "per week", "uke", "per uke", "vecka"),
    "day": ("day", "daily", "per day", "dag", "per dag"),
    "hour": ("hour", "hourly", "hur", "per hour", "time", "per time", "timme", "per timme", "hr"),
}
_PERIOD_OF = {word: period for period, words in _PERIODS.items() for word in words}
_CURRENCY = re.compile(r"[A-Z]{3}")
_NUMBER = re.compile(r"\d[\d\s.,\u00a0\u2009\u202f']*")
_THOUSANDS = re.compile(r"(?<=\d)[\s.,\u00a0\u2009\u202f'](?=\d{3}(?:\D|$))")
_HIGHEST = 100_000_000.0


@dataclass(frozen=True, slots=True)
class SalaryFields:
    """What a draft says of pay."""

    raw: str | None = None
    salary: Salary | None = None
    issues: tuple[Issue, ...] = ()


def salary_fields(value: Any) -> SalaryFields:
    """Pay in a ``baseSalary`` of any shape; the raw words stay beside it, and an Issue where they could not be read."""
    node = value[0] if isinstance(value, list) and value else value
    if not isinstance(node, Mapping):
        raw = one_line(node)
        return SalaryFields(raw or None, None, (_issue(raw, "an amount without currency and period"),) if raw else ())
    inner = node.get("value")
    nested: Mapping[str, Any] = inner if isinstance(inner, Mapping) else node
    low, high = _bounds(nested)
    currency = one_line(
        _first(node, "currency", "priceCurrency", "salaryCurrency") or _first(nested, "currency")
    ).upper()
    unit = one_line(_first(nested, "unitText", "unitCode") or _first(node, "unitText", "unitCode", "duration"))
    raw = _raw(low, high, currency, unit)
    if low is None and high is None:
        return SalaryFields()
    return _judged(raw, low, high, currency, _PERIOD_OF.get(unit.lower()))


def read_number(value: object) -> float | None:
    """The number in "850 000", "1.050.000", "42500,50", 205 or "kr 205,-"; None for none and for nonsense."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = float(value)
    else:
        found = _NUMBER.search(one_line(value))
        if not found:
            return None
        digits = _THOUSANDS.sub("", found[0].strip(" .,'\u00a0")).replace(",", ".").replace(" ", "")
        try:
            number = float(digits)
        except ValueError:
            return None
    return number if math.isfinite(number) else None


def _judged(raw: str, low: float | None, high: float | None, currency: str, period: str | None) -> SalaryFields:
    if not _CURRENCY.fullmatch(currency.upper()):
        return SalaryFields(raw, None, (_issue(raw, "no ISO 4217 currency"),))
    if period is None:
        return SalaryFields(raw, None, (_issue(raw, "no period that is known"),))
    if low is not None and high is not None and low > high:
        return SalaryFields(raw, None, (_issue(raw, "the minimum is above the maximum"),))
    if any(bound is not None and not 0 < bound <= _HIGHEST for bound in (low, high)):
        return SalaryFields(raw, None, (_issue(raw, "not a plausible amount"),))
    return SalaryFields(raw, Salary(low, high, currency.upper(), period))


def _bounds(node: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """(minimum, maximum); a bound of 0 is the empty field of a form."""
    single = read_number(_first(node, "value", "price"))
    low = read_number(_first(node, "minValue", "minPrice")) or None
    high = read_number(_first(node, "maxValue", "maxPrice")) or None
    if low is None and high is None:
        return single or None, single or None
    return low, high


def _first(node: Mapping[str, Any], *names: str) -> Any:
    return next((node[name] for name in names if node.get(name) not in (None, "")), None)


def _raw(low: float | None, high: float | None, currency: str, unit: str) -> str:
    amounts = [f"{bound:g}" if bound >= 1e15 else f"{bound:.2f}".removesuffix(".00") for bound in (low, high) if bound]
    return " ".join(part for part in ("–".join(dict.fromkeys(amounts)), currency, unit) if part)


def _issue(raw: str, why: str) -> Issue:
    return Issue("salary_raw", raw[:200], why)
