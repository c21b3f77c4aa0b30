"""The last day to apply: the portal's field and the running text, combined.

The field comes first; a concrete last day in the text beats a field that only says *soon* or *running*, a text that
says the deadline is extended beats the field, and a placeholder date counts as *soon*. Start and interview dates are
no deadlines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.dates import FoundDate, find_dates
from domain.deadlines import read_deadline
from domain.postings import DeadlineKind
from matcher import gates
from matcher.document import Document
from matcher.folding import compiled

_CUE = compiled(
    r"\b(?:søknadsfrist\w*|ansøgningsfrist\w*|ansökningsfrist\w*|(?:søke)?frist(?:en)?(?: og oppstart)?|"
    r"deadline|closing date|"
    r"(?:søk|søkje?|søg|sök|ansøk|ansök|apply)(?:nad(?:en)?)?(?:\s+(?:gjerne|på stillingen|stillingen|"
    r"here|din|now|via \w+))?\s+"
    r"(?:senest|seinast|innen|innan|inden|før|senast|by|before|no later than)|"
    r"(?:søknad(?:en|er)?|cv|ansökan|ansøgning(?:en)?|applications?)\b[^.;]{0,60}?\b(?:senest|seinast|"
    r"innen|innan|inden|senast|by|before|no later than|closes?)|"
    r"applications? (?:close|must be|are due|due)|sista ansökningsdag\w*|sista dag\w*|siste (?:dag|"
    r"frist)\w*|senast den|apply by|please apply"
    r")"
)
_REACH = 46
_OTHER = compiled(
    r"\b(?:oppstart|tiltredelse|start|starts|interview|intervju|samtale|publisert|tilsetting|søkerliste)\w*"
)
_EXTENDED = compiled(r"\b(?:forlenget|forlengt|forlenga|utvidet|utvida|utsatt|förlängd|förlängts|forlænget|extended)\b")
_ASAP = compiled(r"\b(?:snarest|snarast|asap|as soon as possible|hurtigst|så snart som m\w+|omgående|straks)")
_ROLLING = compiled(
    r"\b(?:fortl?øpande?|fortløpende|løbende|løpande|løpende|rolling basis|on an ongoing basis|"
    r"as they come in|etter hvert som de kommer|"
    r"etter kvart som dei kjem|etter avtale|continuously|efter hand|until filled|until the position is filled)"
)
_APPLICATIONS = compiled(
    r"\b(?:søknad\w*|søkere|søkarar|søkjarar|kandidat\w*|ansøg\w*|ansökn\w*|ansökan|applications?|"
    r"applicants|candidates|review|urval|urvalet|frist\w*)\b"
)
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
    field = read_deadline(ad.deadline_raw, ad.published)
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
    for voice in document.voices:
        if not voice.mask & gates.RUNNING:
            continue
        start, end = voice.passage.start, voice.passage.end
        sentence = document.folded[start:end]
        cue = _CUE.search(sentence)
        if cue and _ASAP.search(sentence, cue.end()):
            soon = soon or TextDeadline(DeadlineKind.ASAP, None, False, start, end)
        elif _ROLLING.search(sentence) and (cue or _APPLICATIONS.search(sentence)):
            running = running or TextDeadline(DeadlineKind.ROLLING, None, False, start, end)
    return soon or running


def _dated(document: Document) -> TextDeadline | None:
    found: list[tuple[bool, FoundDate, int]] = []
    for cue in _cues(document):
        limit = min(len(document.text), cue.end() + _REACH + 24)
        window = document.text[cue.end() : limit]
        days = find_dates(window, document.ad.published)
        if not days or days[0].start > _REACH:
            continue
        between = document.folded[cue.end() : cue.end() + days[0].start]
        if re.search(r"[.!?]\s+\D", between) or _OTHER.search(between):
            continue
        if _OTHER.search(document.folded[max(0, cue.start() - 12) : cue.start()]):
            continue
        extended = bool(_EXTENDED.search(document.folded, max(0, cue.start() - 60), limit))
        found.append((extended, days[0], cue.start()))
    if not found:
        return None
    extended, day, start = next((item for item in found if item[0]), found[0])
    end = _end_of(document, start, day)
    return TextDeadline(DeadlineKind.DATE, day.day, extended, start, end)


def _cues(document: Document) -> Iterator[re.Match[str]]:
    for start, end in document.about(gates.CLOSING):
        yield from _CUE.finditer(document.folded, start, end)


def _end_of(document: Document, start: int, day: FoundDate) -> int:
    cue = _CUE.match(document.folded, start)
    return (cue.end() if cue else start) + day.end
