"""The clauses of a sentence about working time: where each begins and ends, and what is denied in it."""

import re

from matcher.folding import compiled

OPEN = compiled(
    r"\b(?:åpent?|ope|open|öppe[nt]|åben|åbent|telefontid|åpningstid\w*|opningstid\w*|opening hours|öppettider|"
    r"åbningstid\w*)\b"
)
_CLAUSES = (
    ";",
    " - ",
    ". ",
    " men ",
    " mens ",
    " but ",
    " while ",
    " medan ",
    ", så ",
    ", so ",
    " selv om ",
    " sjølv om ",
    " även om ",
    " selvom ",
    " although ",
    " though ",
    ", selv ",
    ", sjølv ",
    ", själv ",
    ", og du ",
    ", and you ",
    ", och du ",
    " og du ",
    " and you ",
    " och du ",
)
_GOES_ON = compiled(
    r" (?:men|but) (?:deler|delar|er|är|har|jobber|jobbar|arbeider|arbeidar|arbetar|arbejder|tar|tek|tager|går|må|skal|"
    r"ska|kan|bidrar|bidreg|deltar|deltek|inngår|ingår|indgår|share|take|work|must|will|can|are|have)\b"
)
"""*Du jobber på dagtid, men tar hver fjerde helg*: the subject is that of the clause before."""


def clause_start(sentence: str, at: int) -> int:
    """Where the clause around ``at`` begins."""
    start = max(sentence.rfind(mark, 0, at) for mark in _CLAUSES)
    return clause_start(sentence, start) if start > 0 and _GOES_ON.match(sentence, start) else start + 1


def clause_end(sentence: str, at: int) -> int:
    """Where it ends."""
    return min((stop for mark in _CLAUSES if (stop := sentence.find(mark, at)) >= 0), default=len(sentence))


BY_OTHERS = compiled(
    r"\s(?:\w+\s)?(?:lager|lagar|laver|planlegg\w*|planlægger|fordeler|fordelar|"
    r"lægger|"
    r"schemalägger) (?:du|vi)\b|\s(?:set(?:ter)?|sætter|sätter) (?:du|vi|me) opp\b|"
    r"\s?:\s?(?:nei|ingen|inga|no|nej)\b|[^.;,]{0,15}\b(?:håndteres|handterast|dekkes|dekkast|tas|ivaretas|handled|"
    r"covered|taken|sköts|hanteras|dækkes|varetages|bemannes|blir tatt|blir dekket|går)\s(?:\w+\s)?(?:av|by|af|til)\b|"
    r"\s(?:er|are|har du|är)\s(?:dine|dina|fri|frie|yours|off)\b"
)
"""*Nettene dekkes av en partner*, *turnus lager du for andre*."""
NONE_OF = compiled(
    r"\b(?:ingen|ikke|inga|inte|inget|intet|no|ikkje|not|uten|utan|uden|without|slipper|slepp|aldri|aldrig|never|fri|"
    r"don't|doesn't|won't|verken|hverken|korkje|varken|neither|nor|nobody|unngår)\b[^,.;:]{0,40}$"
)
_DENIED_AFTER = compiled(
    r"[^.;,?]{0,12}\?\s(?:nei|no|nej|never|aldri|aldrig|slett ikke|ikke her|not here|ikkje her)\b|"
    r"[^.;,]{0,30}?\b(?:(?:slipper|slepp|unngår|undgår|undviker|slipp) (?:du|vi|me|alle)|(?:har|er|är|holder|"
    r"held) (?:du|vi|me) (?:alltid |altid )?(?:fri\w*|ledig\w*|for (?:deg|dig) (?:selv|sjølv|själv))|(?:er|blir|vert|"
    r"är|har|jobber|arbeider|jobbar|arbetar|"
    r"arbejder) (?:det|vi|du|me|der) (?:ikke|ikkje|inte|aldri|aldrig)|(?:inngår|ingår|indgår|forekommer|förekommer|"
    r"kommer|gjelder) (?:ikke|ikkje|inte)\b|(?:er|är|are|is) (?:your own|yours|dine|dina|aldri|aldrig|never|off|fri|"
    r"frie|ikke|ikkje|inte|not)\b)"
)
"""*Helgevakter slipper du.*"""
_SO_OFTEN = compiled(
    r"\b(?:annenhver|annankvar|varannan|(?:hver|kvar|var|every|each|one|hvert|kvart) (?:\w+ )?|other )\s?$"
)
"""*Every third weekend is yours* promises no free one."""


def is_denied(sentence: str, word: re.Match[str], clause: int) -> bool:
    """*Verken kvelds- eller helgearbeid*, *helgevakter slipper du*."""
    before = sentence[clause : word.start()]
    return bool(NONE_OF.search(before)) or (
        not _SO_OFTEN.search(before) and bool(_DENIED_AFTER.match(sentence, word.end()))
    )
