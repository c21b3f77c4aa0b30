"""Does the job holder work outside daytime on a rota? Opening hours and others' rosters alone say nothing."""

from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, first_row, moved
from matcher.fields.shift_clauses import BY_OTHERS, OPEN, clause_start, is_denied
from matcher.fields.shift_hours import HOURS, ends_in_the_day, late_hours, open_only, own_day, plain_day
from matcher.fields.shift_spared import goes_on_without_you, leaves_you_out, names_duty
from matcher.fields.shift_who import REQUIREMENTS, concerns_you
from matcher.fields.shift_words import DAYTIME, SHIFT
from matcher.folding import compiled
from matcher.sections import Section
from matcher.text import Shape
from matcher.voice import Voice, once, tells

_OUTSIDE = compiled(r"\b(?:utenfor|utanfor|outside|utanför|utenom|udenfor|utover|også)\b[^.;]{0,25}$")


def shift_work(document: Document) -> Found[bool] | None:
    """True: shift, weekend or on-call duty of the job holder. False: plainly daytime. None: not said."""
    daytime: Found[bool] | None = None
    opening: Found[bool] | None = None
    for at, voice in document.speaking(gates.SHIFT):
        if voice.section is Section.EMPLOYER:
            continue
        duty, day, hours = _hours(voice)
        if duty:
            return moved(duty, at)
        if not day and names_duty(voice.folded) >= 0:
            day = _denied_after(document, at, voice)
        daytime = daytime or (moved(day, at) if day else None)
        opening = opening or (moved(hours, at) if hours else None)
    return daytime or opening or first_row(document, gates.SHIFT, _LABEL, _in_row)


def _denied_after(document: Document, at: int, voice: Voice) -> Found[bool] | None:
    """*The agents work around the clock. You do not.*"""
    denied = any(goes_on_without_you(after.folded) for _, after in document.after(at, 1))
    return Found(False, 0, len(voice.folded)) if denied else None


def _in_row(row: Voice) -> Found[bool] | None:
    duty, day, hours = _hours(row)
    return duty or day or hours


_LABEL = compiled(
    r"(?:arbeidstid\w*|arbetstid\w*|arbejdstid\w*|(?:working )?hours|vag?kt(?:er|ordning)?|turnus|skift|shifts?|"
    r"beredskap)\s?:?"
)


@once
def _hours(voice: Voice) -> tuple[Found[bool] | None, Found[bool] | None, Found[bool] | None]:
    """Duty outside daytime, words for daytime, and opening hours that lie in it."""
    sentence = voice.folded
    if leaves_you_out(sentence):
        return None, Found(False, 0, len(sentence)), None
    told = voice.section is Section.TASKS and voice.shape is not Shape.ITEM
    duty = _on_duty(sentence, voice.section if voice.listed and not told else Section.NONE)
    if duty:
        return Found(True, *duty), None, None
    whole = Found(False, 0, len(sentence))
    plainly = any(
        not _OUTSIDE.search(sentence[: day.start()]) and not open_only(sentence, day)
        for day in DAYTIME.finditer(sentence)
    )
    hours = HOURS.search(sentence)
    own = hours and own_day(sentence)
    plainly = bool((plainly or own or ends_in_the_day(sentence) or _spared(voice)) and not _REACHED.search(sentence))
    opening = hours and OPEN.search(sentence) and plain_day(sentence, hours)
    return None, whole if plainly else None, whole if opening else None


def on_duty(voice: Voice) -> bool:
    """Does the sentence say that the job holder works outside daytime?"""
    return bool(voice.mask & gates.SHIFT) and _hours(voice)[0] is not None


def _on_duty(sentence: str, section: Section) -> tuple[int, int] | None:
    late = late_hours(sentence, section in REQUIREMENTS)
    if late:
        return late
    if _BY_PHONE.search(sentence):
        return None
    for word in SHIFT.finditer(sentence):
        clause = clause_start(sentence, word.start())
        if (_WEEKDAY.search(word.group()) and _DATE.match(sentence, word.end())) or is_denied(sentence, word, clause):
            continue
        if BY_OTHERS.match(sentence, word.end()):
            continue
        if concerns_you(sentence, section, word, clause):
            return word.span()
    return None


_REACHED = compiled(
    r"\b(?:svarer|svarar|answers) (?:på|on|at) \+?\d|\b(?:kontaktes|kontaktast|nås|treffes|kontakt|contact|ring|"
    r"spørsmål|questions|frågor|spørgsmål|call us|e-?mail)\b"
)
"""When somebody may be asked about the job is nobody's working time."""
_BY_PHONE = compiled(
    r"\b(?:svarer|svarar|answers|treffes|nås) (?:på|on|at|under) (?:tlf\.? |telefon |phone )?\+?\d{2,3} ?\d\d"
)
"""*Driftssjefen svarer på 900 00 527, også på kveldstid.*"""
_DATE = compiled(
    r",?\s(?:den\s)?(?:\d{1,2}\s?(?:[./]|[a-zæøå]{3,9}\b)|(?!fra\b|från\b|frå\b|from\b|mellom\b|til\b|"
    r"between\b)[a-zæøå]{3,9}\s\d)"
)
"""What follows a weekday that belongs to a date."""
_WEEKDAY = compiled(r"(?:da[gy]|dagar?)$")


def _spared(voice: Voice) -> bool:
    """Is the job holder told to be spared of duty, not of experience with it?"""
    sentence = voice.folded
    if (voice.section in (*REQUIREMENTS, Section.TASKS, Section.NEGATED) and voice.listed) or _OF_PAST.search(sentence):
        return False
    for word in SHIFT.finditer(sentence):
        clause = clause_start(sentence, word.start())
        if is_denied(sentence, word, clause) and not OPEN.search(sentence, clause, word.end()):
            return True
    return False


_OF_PAST = compiled(
    r"\b(?:erfaring\w*|erfarenhet\w*|experience\w*|kjennskap|bakgrunn|(?:trenger|treng|behøver|"
    r"behöver) (?:du )?(?:ikke|ikkje|inte) (?:å )?(?:ha|være|vere|kunne|erfaring)|(?:need not|don't need to) have|bare|"
    r"berre|only|kun|bara|kunder\w*|kundar|customers?|ansatt|butikk\w*|stores?|shop)\b"
)
"""*Du trenger ikke ha jobbet i turnus*; *ikke bare i helgene*."""


tells(gates.SHIFT, lambda voice: any(_hours(voice)), lambda voice: _LABEL.fullmatch(voice.folded))
tells(gates.SHIFT, lambda voice: names_duty(voice.folded) >= 0)
