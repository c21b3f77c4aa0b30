"""Dates and moments as job portals write them, in Norwegian, English, Swedish and Danish. Day comes before month.

Forms: SOURCES' table of deadlines (ISO 8601, D.M.YYYY and its kin, epoch milliseconds, ``/Date(ms+0200)/``, RFC 822,
"… UTC", long dates with or without year and weekday). A moment without an offset is meant in Oslo.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from domain.clock import OSLO

_MONTHS = (
    ("januar", "january", "januari", "jan"),
    ("februar", "february", "februari", "feb", "febr"),
    ("mars", "march", "marts", "mar"),
    ("april", "apr"),
    ("mai", "may", "maj"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "augusti", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("desember", "december", "des", "dec"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_WEEKDAYS = (
    ("mandag", "måndag", "monday", "man", "mån", "mon"),
    ("tirsdag", "tysdag", "tisdag", "tuesday", "tirs", "tis", "tue"),
    ("onsdag", "wednesday", "ons", "wed"),
    ("torsdag", "thursday", "tors", "tor", "thu"),
    ("fredag", "friday", "fre", "fri"),
    ("lørdag", "laurdag", "lördag", "saturday", "lør", "lau", "lör", "sat"),
    ("søndag", "sundag", "søndag", "söndag", "sunday", "søn", "sön", "sun"),
)
_WEEKDAY_OF = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}

_NAMES = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_ISO = re.compile(
    r"(?<![\d.])(?P<year>\d{4})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"
    r"(?:[T ]+(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?![\w:]))?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\d.,/:-])(?P<day>\d{1,2})\s?(?:(?P<sep>[./-])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?|/(?P<slashed>\d{1,2})\s?-\s?|"
    r",(?P<listed>\d{1,2}),(?=\d{4}))(?P<year>\d{4}|\d{2})(?![\d/]|[.-]\d)"
)
"""Also ``1/4-26``, as people in Norway write by hand, and ``01,04,2026``."""
_YEAR = r"(?:,?\s+(?P<year>\d{4})(?!\d)|\s*'(?P<short>\d{2})(?!\d)|\s+(?P<last>\d{2})\s*$)?"
_DAY_FIRST = re.compile(
    rf"(?<![\d.,:/])(?P<day>\d{{1,2}})(?:\s?\.|st|nd|rd|th|:e)?\s*(?:of\s+)?(?P<month>{_NAMES})\b\.?{_YEAR}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_NAMES})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
    r"(?:(?:,?\s+|\s*,\s*)(?P<year>\d{4})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_END = re.compile(
    r"\b(?:utgangen|slutten|udgangen|utgången|slutet|slutningen|end|siste dag|sista dagen|sidste dag|last day) (?:av|"
    r"af|of|i|in)"
    rf"\s+(?P<month>{_NAMES})\b\.?(?:\s+(?P<year>\d{{4}})(?!\d))?",
    re.IGNORECASE,
)
"""*Innen utgangen av januar*: the last day of the month."""
_BARE = re.compile(r"(?<![\d.,:/-])(?P<day>\d{1,2})[./](?P<month>\d{1,2})\.?(?![\d%/,:-]|\.\d)")
_RFC822 = re.compile(
    r"^(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{2,4} \d{1,2}:\d{2}(?::\d{2})? ?(?:[A-Z]{1,4}|[+-]\d{4})?$"
)
_NET_DATE = re.compile(r"^/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/$")
_EPOCH = re.compile(r"^-?\d{9,14}$")
_COMPACT = re.compile(r"^(20\d{2})(\d{2})(\d{2})$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?,?\s*(?:(?:den|the)\s+)?$", re.IGNORECASE)
_MILLISECONDS_FROM = 10**11
"""Larger epoch numbers are milliseconds (the year 5138 in seconds), smaller ones seconds (1973 in milliseconds)."""
_NEAR = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date read in ``text[start:end]``, as the day in Oslo."""

    start: int
    end: int
    day: date
    bare: bool = False
    """Only "15.12" stood there: it may be a time of day or a section number unless words say otherwise."""


def read_moment(raw: str | int | float | None) -> datetime | None:
    """The moment that ``raw`` names as a whole, aware; None when it names none. Never raises."""
    if raw is None or isinstance(raw, bool):
        return None
    text = str(int(raw)) if isinstance(raw, float) and raw.is_integer() else str(raw).strip()
    if len(text) > 60:
        return None
    found = _ISO.fullmatch(text)
    if found:
        return _iso_moment(found)
    for reader in (_read_epoch, _read_rfc822, _read_compact):
        moment = reader(text)
        if moment is not None:
            return moment
    day = next((item.day for item in find_dates(text, None) if item.end - item.start == len(text)), None)
    return None if day is None or day.year <= 1 else datetime(day.year, day.month, day.day, tzinfo=OSLO)


def find_dates(text: str, published: date | None) -> list[FoundDate]:
    """Every date in ``text``, from left to right, without overlaps.

    A date without a year is the nearest one on or after ``published``; where a weekday stands before it, that decides
    between the years around. Without ``published`` such dates are left out.
    """
    found: list[FoundDate] = []
    for pattern, reader in _READERS:
        for match in pattern.finditer(text):
            day = reader(match, text, published)
            if day is not None and not any(match.start() < item.end and item.start < match.end() for item in found):
                found.append(FoundDate(match.start(), match.end(), day, bare=pattern is _BARE))
    return sorted(found, key=lambda item: item.start)


def oslo_day(moment: datetime) -> date:
    """The calendar date in Oslo; the ends of the calendar are left as they are."""
    try:
        return moment.astimezone(OSLO).date()
    except OverflowError:
        return moment.date()


def _iso_day(match: re.Match[str], _text: str, _published: date | None) -> date | None:
    moment = _iso_moment(match)
    return None if moment is None else oslo_day(moment)


def _numeric_day(match: re.Match[str], _text: str, _published: date | None) -> date | None:
    year, separator = match["year"], match["sep"]
    if len(year) == 2 and separator == "-":  # 26-12-18: nobody can tell which is the day
        return None
    number = int(year) + (2000 if len(year) == 2 else 0)
    day, month = int(match["day"]), int(match["month"] or match["slashed"] or match["listed"])
    if month > 12 >= day and separator == "/":  # 12/18/2026 has one possible reading
        day, month = month, day
    return _day(number, month, day)


def _long_day(match: re.Match[str], text: str, published: date | None) -> date | None:
    groups = match.groupdict()
    month, day = _MONTH_OF[match["month"].lower()], int(match["day"])
    short = groups.get("short") or groups.get("last")
    if match["year"] or short:
        return _day(int(match["year"]) if match["year"] else 2000 + int(short or 0), month, day)
    return _without_year(month, day, published, _weekday_before(text, match.start()))


def _month_end(match: re.Match[str], _text: str, published: date | None) -> date | None:
    month = _MONTH_OF[match["month"].lower()]
    first = _day(int(match["year"]), month, 1) if match["year"] else _without_year(month, 28, published, None)
    return None if first is None else first.replace(day=monthrange(first.year, month)[1])


def _bare_day(match: re.Match[str], text: str, published: date | None) -> date | None:
    return _without_year(int(match["month"]), int(match["day"]), published, _weekday_before(text, match.start()))


_READERS = (
    (_ISO, _iso_day),
    (_NUMERIC, _numeric_day),
    (_DAY_FIRST, _long_day),
    (_MONTH_FIRST, _long_day),
    (_MONTH_END, _month_end),
    (_BARE, _bare_day),
)


def _without_year(month: int, day: int, published: date | None, weekday: int | None) -> date | None:
    if published is None:
        return None
    around = (_day(published.year + step, month, day) for step in (-1, 0, 1, 2, 3, 4))  # a leap day may be years away
    known = [item for item in around if item is not None]
    ahead = next((item for item in known if item >= published), None)
    if weekday is None or (ahead is not None and ahead.weekday() == weekday):
        return ahead
    # The stamp may be that of a later save: a weekday that fits a day not long past tells so.
    fitting = [item for item in known if item.weekday() == weekday and abs(item - published) < _NEAR]
    return fitting[0] if fitting else ahead


def _weekday_before(text: str, start: int) -> int | None:
    word = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    return _WEEKDAY_OF.get(word[1].lower()) if word else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso_moment(match: re.Match[str]) -> datetime | None:
    day = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    if day is None:
        return None
    zone = _zone(match["zone"])
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:  # "24:00" and the like: the day is still told
        return datetime(day.year, day.month, day.day, 23, 59, tzinfo=OSLO)
    moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=OSLO if zone is None else UTC)
    try:
        return moment if zone is None else moment - zone
    except OverflowError:
        return moment


def _zone(text: str | None) -> timedelta | None:
    if not text:
        return None
    if text[0] not in "+-":
        return timedelta(0)
    digits = text[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return size if text[0] == "+" else -size


def _read_epoch(text: str) -> datetime | None:
    wrapped = _NET_DATE.match(text)  # HR-Manager: the milliseconds are UTC, the suffix is not to be added
    if not wrapped and not _EPOCH.match(text):
        return None
    number = int(wrapped[1] if wrapped else text)
    in_milliseconds = bool(wrapped) or abs(number) >= _MILLISECONDS_FROM
    try:
        return datetime.fromtimestamp(number / 1000 if in_milliseconds else number, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _read_rfc822(text: str) -> datetime | None:
    if not _RFC822.match(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=OSLO)


def _read_compact(text: str) -> datetime | None:
    found = _COMPACT.match(text)
    day = _day(int(found[1]), int(found[2]), int(found[3])) if found else None
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=OSLO)
