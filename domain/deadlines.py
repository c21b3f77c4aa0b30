"""When does an ad close? Reads the deadline field of every portal, and says so when it cannot be read.

A wrong date closes an opening too early, so in doubt there is none: the raw words are kept beside the reading.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.dates import FoundDate, find_dates, oslo_day, read_moment
from domain.postings import DeadlineKind


def _any_of(*forms: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(forms)})", re.IGNORECASE)


_ASAP = _any_of(
    *(r"\bsnar(?:est|ast|lig|leg|ligst)", r"\basap\b", r"\ba\.s\.a\.p", r"\bas soon as possible", r"\bimmediately"),
    *(
        r"\bomg(?:å|aa)[ea]nde",
        r"\bstraks",
        r"\bumiddelbart",
        r"\b(?:hurtigst|raskest|fortest|snabbast) (?:mulig|möjlig)",
    ),
    *(r"\bs(?:å|aa) (?:snart|raskt|fort) (?:som (?:mulig|mogleg|möjligt|råd)|det lar seg gjøre)", r"\bs(?:ø|ö)k i dag"),
)
_ROLLING = _any_of(
    *(r"fort\w{0,2}[øöo][pb][ea]?n(?:d?e)\b", r"\bl[øöo][pb][ea]nde", r"\brolling", r"\b[ck]ontinu", r"\bongoing"),
    *(
        r"\bopen until",
        r"\buntil (?:filled|further notice)",
        r"\binn?til videre",
        r"^(?:åpen|open|öppen)$",
        r"\bby agreement",
        r"\better (?:nærmere )?avtale",
        r"\befter aftale",
    ),
    *(r"enligt överenskommelse", r"\better (?:kvart|hvert)", r"\befterhånden", r"til stillingen er besatt"),
)
_UNSTATED = re.compile(
    r"(?:[-–]+|n/?a|none|null|ingen|ukjent|ikk?j?e (?:oppgitt|oppgjeve|angitt|angivet)|ej angiv\w+|unspecified|"
    r"not (?:specified|stated|given)|ingen (?:søknads)?frist|no deadline)\.?",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"(?:frist\w*|senest|senast|innan|innen|inden|dato\w*|til og med|t\.o\.m\.?|deadline|before|until|\bby|latest|"
    r"clos(?:es?|ing)|ansökningsdag|sist[ae]|søk\w*|apply)\W*"
    r"(?:(?:er|is|är|date|on|for|the|den|på|no later than|[^\W\d_]{3,10}(?:dag|day))\W+)*$",
    re.IGNORECASE,
)
_OTHER_CUE = re.compile(
    r"(?:oppstart\w*|til(?:tred|sett|træd|lträd)\w*|\bstart\w*|intervju\w*|interview\w*|samtale\w*|publi\w+|posted|"
    r"tidligere|opprinnelig\w*|previous\w*|\bfra|\bfrom|utlyst)\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_CUE_REACH = 45
_MAX_RAW = 300
_PLACEHOLDER_YEAR = 1970
"""Webcruiter writes a year up to this one for "Snarest"."""
_LAST_YEAR = 2089
_TOO_FAR = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The reading of a deadline field. ``day`` is set exactly when ``kind`` is DATE: the last day, in Oslo."""

    kind: DeadlineKind
    day: date | None = None
    understood: bool = True
    """False: something stood there that could not be read; worth an Issue."""


_NOTHING = Deadline(DeadlineKind.NONE)
_UNREAD = Deadline(DeadlineKind.NONE, understood=False)


def read_deadline(raw: str | int | float | None, published: date | datetime | None = None) -> Deadline:
    """The deadline that ``raw`` states, anchored in the day of publishing where it names no year. Never raises."""
    text = "" if raw is None or isinstance(raw, bool) else " ".join(str(raw)[:_MAX_RAW].split())
    if not text or _UNSTATED.fullmatch(text):
        return _NOTHING
    anchor = oslo_day(published) if isinstance(published, datetime) else published
    moment = read_moment(text)
    if moment is not None:
        return _dated(oslo_day(moment), anchor)
    days = _candidates(text, find_dates(text, anchor))
    if len(days) == 1:
        return _dated(days.pop(), anchor)
    if days:
        return _UNREAD
    return _in_words(text)


def open_ended(text: str) -> bool:
    """Do words in ``text`` say that there is no last day ("snarest", "løpende")?"""
    return _ASAP.search(text) is not None or _ROLLING.search(text) is not None


def _in_words(text: str) -> Deadline:
    if _ASAP.search(text):
        return Deadline(DeadlineKind.ASAP)
    if _ROLLING.search(text):
        return Deadline(DeadlineKind.ROLLING)
    return _UNREAD


def _candidates(text: str, found: list[FoundDate]) -> set[date]:
    """The days that may be the deadline: those after a word for it if there are any, never those of a start."""
    cued, plain = set(), set()
    for item in found:
        before = text[max(0, item.start - _CUE_REACH) : item.start]
        whole = not text[: item.start].strip() and not text[item.end :].strip(" .")
        if _CUE.search(before):
            cued.add(item.day)
        elif not _OTHER_CUE.search(before) and (whole or not item.bare):
            plain.add(item.day)
    return cued or plain


def _dated(day: date, published: date | None) -> Deadline:
    if day.year <= _PLACEHOLDER_YEAR:
        return Deadline(DeadlineKind.ASAP)
    if day.year > _LAST_YEAR or (published is not None and day - published > _TOO_FAR):
        return _UNREAD
    return Deadline(DeadlineKind.DATE, day)
