"""The last day to apply: the portal's field and the running text, combined.

The field comes first; a concrete last day in the text beats a field that only says *soon* or *running*, a text that
says the deadline is extended beats the field, and a placeholder date counts as *soon*. Start and interview dates are
no deadlines.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from domain.dates import FoundDate, find_dates
from domain.deadlines import read_deadline
from domain.postings import DeadlineKind
from matcher import gates
from matcher.document import Document
from matcher.fields.deadline_words import (
    APPLICATIONS,
    AS_LONG_AS_IT_TAKES,
    AS_THEY_COME,
    ASAP,
    CLOSED_FROM,
    CUE,
    EXTENDED,
    EXTENSION,
    OTHER,
    PLACED,
    REACH,
    ROLLING,
    SOON,
    UNTIL_FOUND,
)  # fmt: skip
from matcher.folding import compiled, fold
from matcher.voice import Voice, once_for_words, tells

_ADJACENT = 12
"""Letters between a day and the closing that follows it."""
_FAR = timedelta(days=270)


@dataclass(frozen=True, slots=True)
class TextDeadline:
    """What the running text says."""

    kind: DeadlineKind
    day: date | None
    extended: bool
    start: int
    end: int


def read(document: Document) -> tuple[DeadlineKind, date | None, tuple[int, int] | None, str | None]:
    """Kind, day, the words in the text it rests on (None: the portal's field), and a contradiction in words."""
    ad = document.ad
    field = _field(ad.deadline_raw, ad.published)
    kind, day = field.kind, field.day
    text = in_text(document)
    if text is None:
        return kind, day, None, None
    placeholder = (
        day is not None and ad.published is not None and day - ad.published > _FAR and text.kind is DeadlineKind.ASAP
    )
    if placeholder:
        kind, day = DeadlineKind.ASAP, None
    beaten = kind is DeadlineKind.NONE or (text.day and (text.extended or kind is not DeadlineKind.DATE))
    if beaten:
        return text.kind, text.day, (text.start, text.end), None
    clash = None
    if day and text.day and day != text.day:
        clash = f"fristfeltet sier {day.isoformat()}, teksten sier {text.day.isoformat()}"
    return kind, day, None, clash


def in_text(document: Document) -> TextDeadline | None:
    """The deadline that the running text states; a date beats *soon*, which beats *running*."""
    dated = _dated(document)
    if dated:
        return dated
    soon = running = None
    for at, voice in document.speaking(gates.RUNNING):
        kind = _in_words(voice)
        here = TextDeadline(kind, None, False, at, at + len(voice.folded)) if kind else None
        soon = soon or (here if kind is DeadlineKind.ASAP else None)
        running = running or (here if kind is DeadlineKind.ROLLING else None)
    return soon or running


@once_for_words
def _in_words(voice: Voice) -> DeadlineKind | None:
    cue = CUE.search(voice.folded)
    if (cue and ASAP.search(voice.folded, cue.end())) or SOON.search(voice.folded):
        return DeadlineKind.ASAP
    if any(found.search(voice.folded) for found in (UNTIL_FOUND, AS_LONG_AS_IT_TAKES, AS_THEY_COME)) or (
        ROLLING.search(voice.folded) and (cue or APPLICATIONS.search(voice.folded))
    ):
        return DeadlineKind.ROLLING
    return None


@once_for_words
def _cues(voice: Voice) -> tuple[tuple[int, int], ...]:
    return tuple(cue.span() for cue in CUE.finditer(voice.folded))


def _dated(document: Document) -> TextDeadline | None:
    """A date beside a word for the deadline; it may stand in the sentence after it, as below a heading."""
    found: list[TextDeadline] = []
    for at, voice in document.about(gates.CLOSING):
        for start, end in _cues(voice):
            day = _day_after(document, at + start, at + end)
            if day:
                found.append(day)
        for start, end in _closings(voice):
            day = _day_before(document, at, at + start, at + end)
            if day:
                found.append(day)
    return next((item for item in found if item.extended), found[0] if found else None)


@once_for_words
def _closings(voice: Voice) -> tuple[tuple[int, int], ...]:
    return tuple(closed.span() for closed in CLOSED_FROM.finditer(voice.folded))


def _day_before(document: Document, begin: int, start: int, end: int) -> TextDeadline | None:
    """*Den 9. desember lukker vi bunken*: the day stands right before."""
    begin = max(begin, start - REACH)
    days = find_dates(document.text[begin:start], document.ad.published)
    if not days or start - begin - days[-1].end > _ADJACENT or OTHER.search(fold(document.text[begin:start])):
        return None
    return TextDeadline(DeadlineKind.DATE, days[-1].day, False, begin + days[-1].start, end)


def _day_after(document: Document, start: int, end: int) -> TextDeadline | None:
    text = document.text
    limit = min(len(text), end + REACH + 60)
    found = _read_after(text[max(0, start - 60) : start], text[start:end], text[end:limit], document.ad.published)
    if found is None:
        return None
    day, length, extended = found
    return TextDeadline(DeadlineKind.DATE, day, extended, start, end + length)


@lru_cache(maxsize=4_000)
def _read_after(before: str, cue: str, after: str, published: date | None) -> tuple[date, int, bool] | None:
    """The day in the words after a cue, where it ends, and whether the deadline is said to be extended."""
    days = find_dates(after, published)
    if not days and published and (named := _NAMED_DAY.search(fold(after))):
        days = [_named_day(named, published)]
    if not days or days[0].start > REACH:
        return None
    moved = next((day for day in days if _MOVED_TO.search(fold(after[: day.start]))), None)
    if moved:
        return moved.day, moved.end, True
    between = fold(after[: days[0].start])
    if PLACED.search(fold(cue) + between):
        return None
    if (
        re.search(r"[.!?]\s+\D", between)
        or OTHER.search(between)
        or OTHER.search(fold(_SENTENCE.split(before[-12:])[-1]))
    ):
        return None
    return days[0].day, days[0].end, bool(EXTENDED.search(fold(before + cue + after)))


_MOVED_TO = compiled(
    rf"(?:{EXTENSION})(?:[^.;]|(?<=\d)\.){{0,30}}?\b(?:til|till|to|until)(?: og med)?(?: (?:\w+dag|\w+day|den|"
    rf"the))*,?\s*$"
)
"""*Fristen var 1. desember, men er flyttet til den 10.*: the later day counts."""
_SENTENCE = re.compile(r"[.!?]\s")
_NAMED_DAY = compiled(
    r"\b(?:(?P<eve>(?:ut|ud|utgangen av|slutten av|udgangen af|slutet av|end of) (?:the )?(?:året|year)|nyttårsaften|"
    r"nyttårsaftan|nyttårsafta|nyårsafton|nytårsaften|new year's eve)|(?P<yule>julaften|"
    r"julaftan|julafta|julafton|juleaften|christmas eve))\b"
)


def _named_day(named: re.Match[str], published: date) -> FoundDate:
    """*Nyttårsaften*, *ut året*: the next one."""
    day = date(published.year, 12, 31 if named["eve"] else 24)
    return FoundDate(named.start(), named.end(), day if day >= published else day.replace(year=day.year + 1))


_field = lru_cache(maxsize=4_000)(read_deadline)
"""Portals' fields repeat each other: *Snarest*, and the same few dates."""


tells(gates.CLOSING, _cues, _closings)
tells(gates.RUNNING, _in_words)
