"""The address is the search: criteria to and from the names and values of a query string, versioned.

``v=1`` stands first. Whoever changes a name or a value raises ``VERSION`` and adds the step that brings older addresses
up to date to ``STEPS``, so that saved searches and bookmarks live on. The names are those of the API's parameters too.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from domain.errors import UsageError
from domain.searching import FACETS, MAX_QUERY, MAX_VALUES, Criteria, Sort

VERSION = 1
_KNOWN = frozenset(str(number) for number in range(1, VERSION + 1))
MAX_SALARY = 10_000_000
MAX_VALUE = 200
"""Characters of one value of a filter."""
_SINGLE = ("q", "employer", "published", "min_score", "salary_min", "pay_stated", "closed", "sort", "v")
NAMES = (*_SINGLE, *FACETS)
"""Every name that an address may hold."""


Pairs = list[tuple[str, str]]


def _from_0(pairs: Pairs) -> Pairs:
    """Digests sent before addresses had a version: their order *score* is *match*."""
    return [(name, Sort.MATCH.value if (name, value) == ("sort", "score") else value) for name, value in pairs]


STEPS: Mapping[int, Callable[[Pairs], Pairs]] = {0: _from_0}
"""Version → what makes an address of that version one of the next."""


def up_to_date(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The names and values as this version has them. One without a version is older than all; a newer one stays."""
    current = list(pairs)
    named = next((value for name, value in current if name == "v"), None)
    if named is not None and named not in _KNOWN:
        return current
    for number in range(int(named or 0), VERSION):
        current = STEPS[number](current)
    return [(name, str(VERSION) if name == "v" else value) for name, value in current]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A name or value that says nothing."""

    name: str
    value: str
    why: str


def to_pairs(criteria: Criteria) -> list[tuple[str, str]]:
    """The names and values, always in one order: equal searches have equal addresses."""
    pairs = [("v", str(VERSION))]
    if criteria.words.strip():
        pairs.append(("q", " ".join(criteria.words.split())))
    if criteria.employer:
        pairs.append(("employer", criteria.employer))
    pairs += [(facet, value) for facet, values in criteria.chosen for value in sorted(values)]
    for name, value in (
        ("published", criteria.published),
        ("min_score", criteria.min_score or None),
        ("salary_min", criteria.salary_min),
    ):
        if value is not None:
            pairs.append((name, str(value)))
    pairs += [(name, "1") for name, on in (("pay_stated", criteria.pay_stated), ("closed", criteria.closed)) if on]
    if criteria.sort is not Sort.MATCH:
        pairs.append(("sort", criteria.sort.value))
    return pairs


def to_address(criteria: Criteria) -> str:
    """``?v=1&q=…``"""
    return "?" + urlencode(to_pairs(criteria))


def read(pairs: Iterable[tuple[str, str]]) -> tuple[Criteria, list[Mistake]]:
    """The criteria that can be read, and what could not. Empty values say nothing, for forms send them, but count."""
    given = [(name, value.strip()) for name, value in pairs]
    reader = _Reader()
    reader.count(given)
    for name, value in up_to_date(pair for pair in given if pair[1]):
        reader.take(name, value)
    return reader.criteria(), reader.mistakes


def from_address(address: str) -> Criteria:
    """The search of ``?v=1&…``. Raises UsageError naming what cannot be read."""
    criteria, mistakes = read(parse_qsl(address.removeprefix("?"), keep_blank_values=False, max_num_fields=500))
    if mistakes:
        told = "; ".join(f"{item.name}={item.value}: {item.why}" for item in mistakes)
        raise UsageError("the search cannot be read", which=address, why=told, remedy=f"names: {', '.join(NAMES)}")
    return criteria


def is_address(text: str) -> bool:
    """Is this a search's address rather than plain words?"""
    return text.startswith("?v=")


def in_words(query: str) -> str:
    """What an alert looks for, as people read it: its words and the values of its filters."""
    if not is_address(query):
        return query
    criteria = from_address(query)
    values = [value.rpartition(".")[2] for _, chosen in criteria.chosen for value in chosen]
    return ", ".join(filter(None, [criteria.words, criteria.employer, *values]))


class _Reader:
    """Collects names and values; what says nothing becomes a mistake."""

    def __init__(self) -> None:
        self.single: dict[str, str] = {}
        self.facets: dict[str, list[str]] = {}
        self.mistakes: list[Mistake] = []

    def count(self, given: Pairs) -> None:
        for facet, number in Counter(name for name, _ in given if name in FACETS).items():
            if number > MAX_VALUES:
                self.mistakes.append(Mistake(facet, str(number), f"at most {MAX_VALUES} values"))

    def take(self, name: str, value: str) -> None:
        if name in FACETS and len(value) > MAX_VALUE:
            self.mistakes.append(Mistake(name, f"{len(value)}", f"at most {MAX_VALUE} characters"))
        elif name in FACETS:
            self.facets.setdefault(name, []).append(value)
        elif name in _SINGLE:
            self.single[name] = value
        else:
            self.mistakes.append(Mistake(name, value, "no such parameter"))

    def criteria(self) -> Criteria:
        self._number("v", VERSION, VERSION)
        criteria = Criteria(
            words=self._words(),
            published=self._number("published", 1, 366),
            min_score=self._number("min_score", 0, 100) or 0,
            salary_min=self._number("salary_min", 1, MAX_SALARY),
            pay_stated=self._yes("pay_stated"),
            closed=self._yes("closed"),
            sort=self._sort(),
            employer=self._employer(),
        )
        for facet, values in self.facets.items():
            criteria = criteria.choose(facet, tuple(values[:MAX_VALUES]))
        return criteria

    def _words(self) -> str:
        words = self.single.get("q", "").replace("\x00", "")
        if len(words) > MAX_QUERY:
            self.mistakes.append(Mistake("q", f"{len(words)}", f"at most {MAX_QUERY} characters"))
        return " ".join(words[:MAX_QUERY].split())

    def _employer(self) -> str:
        named = " ".join(self.single.get("employer", "").replace("\x00", "").split())
        if len(named) > MAX_VALUE:
            self.mistakes.append(Mistake("employer", f"{len(named)}", f"at most {MAX_VALUE} characters"))
            return ""
        digits = named.replace(" ", "")
        return digits if digits.isascii() and digits.isdigit() else named

    def _number(self, name: str, low: int, high: int) -> int | None:
        raw = self.single.get(name)
        if raw is None:
            return None
        number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 12 else None
        if number is None or not low <= number <= high:
            self.mistakes.append(Mistake(name, raw, f"a whole number from {low} to {high}"))
            return None
        return number

    def _yes(self, name: str) -> bool:
        raw = self.single.get(name, "0").lower()
        if raw not in ("0", "1", "true", "false"):
            self.mistakes.append(Mistake(name, raw, "1 or 0"))
        return raw in ("1", "true")

    def _sort(self) -> Sort:
        raw = self.single.get("sort", Sort.MATCH.value)
        if raw not in [sort.value for sort in Sort]:
            self.mistakes.append(Mistake("sort", raw, f"one of {', '.join(Sort)}"))
            return Sort.MATCH
        return Sort(raw)
