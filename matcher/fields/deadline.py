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
from matcher.folding import compiled, fold
from matcher.voice import Voice, once_for_words, tells

_CUE = compiled(
    r"\b(?:søknadsfrist\w*|ansøgningsfrist\w*|ansökningsfrist\w*|(?:søkj?e)?frist(?:en)?(?: og oppstart|"
    r"(?: for)? å (?:søke|søkje))?|deadline|closing date|(?:søk|søkje?|søg|sök|ansøk|ansök|"
    r"apply)(?:nad(?:en)?)?(?:\s+(?:gjerne|på stillingen|stillingen|here|din|now|via \w+))?\s+(?:senest|seinast|innen|"
    r"innan|inden|før|senast|by|before|no later than|frem til|fram til)|(?:søknad(?:en|er|ar)?|cv|ansökan|ansökningar|"
    r"ansøgninger|ansøgning(?:en)?|applications?)\b[^.;]{0,60}?\b(?:senest|seinast|innen|innan|inden|senast|by|before|"
    r"no later than|closes?|før|til og med|t\.o\.m\.?|frem til|fram til|till och med|i løpet av|until|til)|"
    r"^\W*(?:innen|seinast|senest|innan|inden|by|no later than)(?= [^;]{4,45}\b(?:søknad|application|ansøgning|ansökan|"
    r"hear))|last day (?:to|for) (?:apply|applications)|(?:lukker|lukkar|stenger|stengjer|stänger|close) (?:vi |"
    r"me )?(?:for søknader|for søknadar|annonsen|utlysning\w*|applications|the ad\w*|søknadsperioden)|(?:høre|høyre|"
    r"hear) (?:fra|frå|from) (?:deg|you)\b[^.;]{0,10}\b(?:innen|by|before|senest|no later than|før)|(?:send|kontakt|"
    r"skriv|submit|skicka|write|meld deg|gi beskjed)\w*\b[^;!?]{0,70}?\b(?:før|before|senest|seinast|innen|innan|inden|"
    r"senast|no later than)|(?:søk|søkje|søg|sök|apply)\b[^.;!?]{0,45}?\b(?:senest|seinast|senast|no later than|innen|"
    r"inden|by)\b|applications? (?:close|must be|are due|due|are open until|open until)|(?:utlysning\w*|annonse\w*|"
    r"stillingen|vacancy|posting|listing|\bad|advert\w*|annonsen) (?:lukke[rs]?|stenge[rs]?|closes?|lukkast|"
    r"ligger ute)|(?:kan )?(?:søke|søkje|ansöka|ansøge|apply) (?:helt )?(?:frem til|fram til|til og med|fram till|"
    r"until|frem til og med)|sista datum\w*|sidste frist|sista ansökningsdag\w*|sista dag\w*|siste (?:dag|frist)\w*|"
    r"senast den|apply by|please apply)"
)
_REACH = 46
_OTHER = compiled(
    r"\b(?:oppstart|tiltredelse|start|starts|interview|intervju|samtale|publisert|tilsetting|søkerliste)\w*"
)
_EXTENDED = compiled(
    r"\b(?:forleng\w*|förläng\w*|forlæng\w*|utvid\w*|udvid\w*|utsatt|utsett|utset|skjøvet|flyttet|flytta|flyttats|"
    r"extended|moved|pushed|postponed)\b"
)
_ASAP = compiled(r"\b(?:snarest|snarast|asap|as soon as possible|hurtigst|så snart som m\w+|omgående|straks)")
_SOON = compiled(
    r"\b(?:søknad(?:en)?|application|ansökan|ansøgning(?:en)?)(?: din)?\b[^.;!?]{0,12}\b(?:snarest|snarast|asap|"
    r"as soon as possible|omgående|straks|så (?:snart|raskt|fort) som m\w+)|\b(?:send|søk|søkje|sök|søg|apply|skicka|"
    r"submit)\b[^.;!?]{0,50}\b(?:snarest|snarast|asap|as soon as possible|så (?:snart|raskt|fort) (?:som m\w+|du kan|"
    r"som råd|som det lar seg)|as (?:soon|quickly) as you can|hurtigst mulig\w*|omgående|straks)"
)
"""*Send noen ord om deg selv så snart som mulig.*"""
_ROLLING = compiled(
    r"\b(?:fortl?øpande?|fortløpende|løbende|løpande|løpende|rolling basis|on an ongoing basis|as (?:they|"
    r"(?:the )?applications) (?:come in|arrive)|etter hvert som de kommer|etter kvart som dei kjem|etter avtale|"
    r"continuously|efter hand|until filled|until the position is filled)"
)
_UNTIL_FOUND = compiled(
    r"\b(?:annons\w*|utlysning\w*|stilling\w*|the (?:ad\w*|position|vacancy|posting|listing)) (?:ligger (?:ute|åpen)|"
    r"ligg ute|står|er (?:åpen|ope|open)|stays? (?:up|open)|is open|remains? open|är öppen|"
    r"ligger uppe) (?:helt )?(?:til|until|inntil|fram til|frem til|tills) [^.;]{0,25}\b(?:funnet|funne|found|besatt|"
    r"besett|filled|hittat|tillsatt|fundet)\b|\b(?:når|nar|så snart|once|when)\b[^.;]{0,60}\b(?:lukker|stenger|fjerner|"
    r"stänger|close) (?:vi |me |we )?(?:annonsen|utlysningen|the ad\w*)\b|\b(?:tar|tek) (?:vi |me )?(?:annonsen|"
    r"utlysningen|utlysinga) ned (?:når|så snart|så fort)\b|\b(?:close|take down|remove|unpublish) (?:the |"
    r"this )?(?:ad|advert\w*|posting|vacancy|role|job|listing|it)\b[^.;]{0,15}\b(?:when|once|as soon as|after)\b|"
    r"\b(?:annons\w*|utlysning\w*|stilling\w*|prosessen|rekrutteringen) [^.;,]{0,25}?(?:tas ned|tek ned|tar ned|"
    r"blir tatt ned|stenges?|lukkes?|stänger|stängs|tages? ned|fjernes|fjernast)\b[^.;]{0,25}\b(?:når|så snart|så fort|"
    r"da)\b|\b(?:stenger|lukker|tar ned|stänger) (?:annonsen|utlysningen|prosessen|stillingen|"
    r"annonsen vår)\b[^.;]{0,25}\b(?:når|så snart|så fort)\b"
)
"""*We will close the ad when we have found somebody.*"""
_APPLICATIONS = compiled(
    r"\b(?:søknad\w*|søkere|søkarar|søkjarar|kandidat\w*|ansøg\w*|ansökn\w*|ansökan|applications?|applicants|"
    r"candidates|review|urval|urvalet|frist\w*|(?:intervju\w*|samtaler?|opslag\w*|annonse\w*|utlysning\w*)\b)"
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
    cue = _CUE.search(voice.folded)
    if (cue and _ASAP.search(voice.folded, cue.end())) or _SOON.search(voice.folded):
        return DeadlineKind.ASAP
    if _UNTIL_FOUND.search(voice.folded) or (
        _ROLLING.search(voice.folded) and (cue or _APPLICATIONS.search(voice.folded))
    ):
        return DeadlineKind.ROLLING
    return None


@once_for_words
def _cues(voice: Voice) -> tuple[tuple[int, int], ...]:
    return tuple(cue.span() for cue in _CUE.finditer(voice.folded))


def _dated(document: Document) -> TextDeadline | None:
    """A date beside a word for the deadline; it may stand in the sentence after it, as below a heading."""
    found: list[TextDeadline] = []
    for at, voice in document.about(gates.CLOSING):
        for start, end in _cues(voice):
            day = _day_after(document, at + start, at + end)
            if day:
                found.append(day)
    return next((item for item in found if item.extended), found[0] if found else None)


def _day_after(document: Document, start: int, end: int) -> TextDeadline | None:
    text = document.text
    limit = min(len(text), end + _REACH + 24)
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
    if not days or days[0].start > _REACH:
        return None
    between = fold(after[: days[0].start])
    if re.search(r"[.!?]\s+\D", between) or _OTHER.search(between) or _OTHER.search(fold(before[-12:])):
        return None
    return days[0].day, days[0].end, bool(_EXTENDED.search(fold(before + cue + after)))


_NAMED_DAY = compiled(
    r"\b(?:(?P<eve>nyttårsaften|nyttårsaftan|nyttårsafta|nyårsafton|nytårsaften|new year's eve)|(?P<yule>julaften|"
    r"julaftan|julafta|julafton|juleaften|christmas eve))\b"
)


def _named_day(named: re.Match[str], published: date) -> FoundDate:
    """*Nyttårsaften*: the next one."""
    day = date(published.year, 12, 31 if named["eve"] else 24)
    return FoundDate(named.start(), named.end(), day if day >= published else day.replace(year=day.year + 1))


_field = lru_cache(maxsize=4_000)(read_deadline)
"""Portals' fields repeat each other: *Snarest*, and the same few dates."""


tells(gates.CLOSING, _cues)
tells(gates.RUNNING, _in_words)
