"""Stage 200: the same text always looks the same, and nothing dangerous or endless gets past.

Words stay the source's own: entities, Unicode forms and blanks are put in order, nothing is translated or guessed.
"""

import math
import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from crawler.parsing.html import clean_html
from crawler.parsing.text import one_line, without_invisible
from crawler.pipelines.validate import is_web_address
from domain.postings import Draft, Issue

T = TypeVar("T")
LONGEST_TITLE = 300
LONGEST_TEXT = 2000
"""Characters of any other short field."""
_BARE = re.compile(r"(?://)?(?:[^\W_][\w-]{0,62}\.){1,8}[a-z]{2,20}(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,20}", re.IGNORECASE)
_AS_GIVEN = frozenset({"source_ref", "url", "apply_url", "description_html"})


def normalise(draft: Draft) -> Draft:
    """``draft`` with clean text and HTML; what had to be left out is told in its ``issues``. Never raises."""
    changes: dict[str, Any] = _tidied(draft, _AS_GIVEN)
    issues = list(draft.issues)
    title = changes.get("title", draft.title) or ""  # a title of blanks alone is none; validating then refuses it
    if title != draft.title:
        changes["title"] = title
    if len(title) > LONGEST_TITLE:
        changes["title"] = title[: LONGEST_TITLE - 1].rstrip() + "…"
        issues.append(Issue("title", title[:LONGEST_TEXT], f"longer than {LONGEST_TITLE} characters"))
    if draft.description_html is not None:
        cleaned = clean_html(draft.description_html) or None
        if cleaned != draft.description_html:
            changes["description_html"] = cleaned
    for name in ("apply_url", "employer_homepage"):
        given = changes.get(name, getattr(draft, name))
        value = with_scheme(given)
        if value != given:
            changes[name] = value
        if value is not None and not _may_be_linked(value):
            changes[name] = None
            issues.append(Issue(name, one_line(value)[:LONGEST_TEXT], "neither a web nor a mail address"))
    if draft.salary is not None and not _is_pay(draft.salary.minimum, draft.salary.maximum):
        changes["salary"] = None
        issues.append(Issue("salary", repr(draft.salary), "not a range of amounts"))
    return replace(draft, **changes, issues=tuple(issues)) if changes or len(issues) > len(draft.issues) else draft


def with_scheme(value: Any) -> Any:
    """An address written without its scheme, as people do, with one; anything else as it is.

    "www.example.org/jobs", "//example.org" and "jobs@example.org" become addresses that can be followed.
    """
    if not isinstance(value, str):
        return value
    text = value.strip()
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    return f"https://{text.removeprefix('//')}" if _BARE.fullmatch(text) else value


def _tidied(value: Any, skipped: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Fields of a dataclass whose text changes when it is put in order, with their new values."""
    changes: dict[str, Any] = {}
    kind: Any = type(value)
    for name in _names(kind):
        old = getattr(value, name)
        if old is None or name in skipped:
            continue
        new = _tidy(old)
        if new is not old:
            changes[name] = new
    return changes


@cache
def _names(cls: Any) -> tuple[str, ...]:
    """Fields of a dataclass that are put in order: ``issues`` quote the source."""
    return tuple(spec.name for spec in fields(cls) if spec.name != "issues")


def _tidy(value: T) -> Any:
    if isinstance(value, str):
        text = one_line(value)[:LONGEST_TEXT]
        return value if text == value else (text or None)
    if isinstance(value, tuple):
        items = tuple(_tidy(item) for item in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if is_dataclass(value) and not isinstance(value, type):
        changes = _tidied(value)
        return replace(value, **changes) if changes else value
    return value


def _may_be_linked(value: object) -> bool:
    mail = isinstance(value, str) and value.lower().startswith("mailto:") and "@" in value
    return is_web_address(value) or (mail and without_invisible(str(value)) == value)


def _is_pay(minimum: float | None, maximum: float | None) -> bool:
    given = [amount for amount in (minimum, maximum) if amount is not None]
    return bool(given) and all(math.isfinite(amount) and amount >= 0 for amount in given) and given == sorted(given)
