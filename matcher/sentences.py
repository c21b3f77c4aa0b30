"""Blocks of text cut into sentences, mindful of abbreviations, dates and ordinals."""

import re
from functools import lru_cache

from matcher.text import Shape

_STOP = re.compile(r"([.!?…][\"»”')]*)\s+(?=[\"«“(•]?[A-ZÆØÅÄÖÉ0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:ca|kl|tlf|mob|nr|pr|evt|inkl|ekskl|f\.eks|bl\.a|dvs|osv|mv|m\.m|e\.l|o\.l|p\.t|jf|ref|jfr|max|min|"
    r"t\.ex|bl\.\s?a|dvs|e\.g|i\.e|approx|no|dr|mr|mrs|ms|st|vs|d\.v\.s|f\.o\.m|t\.o\.m|fr\.o\.m|o\.s\.v|kr|kl|pst|ev|"
    r"resp|avd|adm|ltr|dir|ass|sr|jr|ph\.d|[A-ZÆØÅ])\.$",
    re.IGNORECASE,
)
_MAY_END = re.compile(
    r"\b(?:(?:kr|mnd|m\.?v|osv|m\.m|o\.l|e\.l|pst|o\.s\.v|d\.v\.s|etc)|(?:klasse|klass|class|kl\.|kategori|kort|"
    r"licence|nivå|level) [A-E])\.$",
    re.IGNORECASE,
)
"""Abbreviations that often stand last: before a capital they end the sentence."""
_LONGEST, _LEAST = 700, 3
_SHORT_QUESTION = 4
"""Spaces in a question that its answer belongs to: ``Ledererfaring? Hyggelig, men …``."""
_ANSWER = re.compile(
    r"(?:Flott|Fint|Bra|Topp|Hyggelig|Hyggeleg|Kjempe\w*|Supert|Toppen|Perfekt|Kjekt|Pluss|Bonus|Great|Nice|Lovely|"
    r"Even better|So much the better|Så bra|Desto bedre|Desto betre|Helt greit|Ikke nødvendig|Ikke noe krav|"
    r"Imponerende|Imponerande|Stort|Moro|Gøy|Kult|Kul|Fun|Cool|Stor fordel|Not needed|Tell us|Let us know|Fortell|"
    r"Fortel|Si fra|Si ifra|Nevn det|Skriv det|Berätta|Fortæl|Dejligt|Härligt|Herlig|Ekstra bra|That's a plus|"
    r"Velkommen|Vi bryr oss|Ingen fare|No problem|Inget krav|Intet krav|Ikkje noko krav)\b"
)
"""How the answer to a question of the ad's own begins: ``Har du ledet før? Flott, men …``."""
_SHORT_ANSWER = re.compile(
    r"(?:Ja|Jo|Nei|Nej|Yes|No|Absolutt|Absolut|Niks|Nope|Jepp)\b|\w+(?: [\w-]+){0,1}[.!](?:\s|$)"
)
"""*Er fagbrev et krav? Absolutt ikke.* Two words, or yes and no, say nothing without the question."""
_LEANS = re.compile(
    r"(?:Det samme|Det same|Detsamma|The same|Tilsvarende|Tilsvarande|Likeså|Motsvarande|Ditto) (?:gjelder|gjeld|"
    r"gäller|gælder|goes|applies|er|är|is)\b"
)
"""*Det samme gjelder politiattest*: asked for as what the sentence before asks for."""
_ORDINAL = re.compile(r"\d\.$")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|ma[ijy]|jun|jul|aug|sep|o[ck]t|nov|de[sc])", re.IGNORECASE)


def split(text: str, shape: Shape) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of a block; headings stay whole."""
    if shape is Shape.HEADING or len(text) < _LEAST:
        return ((0, len(text)),)
    return _cut(text)


def _cut(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of a block."""
    found, start = [], 0
    for stop in _STOP.finditer(text):
        at = stop.start()
        if text[at] == "." and _goes_on(text, at + 1, stop.end()):
            continue
        if text[at] == "?" and (text.count(" ", start, at) < _SHORT_QUESTION or _answers(text, stop.end())):
            continue
        if _LEANS.match(text, stop.end()):
            continue
        found.append((start, stop.end(1)))
        start = stop.end()
    if start < len(text):
        found.append((start, len(text)))
    if len(text) <= _LONGEST:
        return tuple(found)
    return tuple(piece for low, high in found for piece in _bounded(text, low, high))


def _answers(text: str, start: int) -> bool:
    """Does an answer to the ad's own question begin here?"""
    return bool(_ANSWER.match(text, start) or _SHORT_ANSWER.match(text, start))


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence in pieces of bounded length: nobody writes longer ones, and cost grows with the longest."""
    pieces = []
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut
        pieces.append((start, cut))
        start = cut + (text[cut : cut + 1] == " ")
    pieces.append((start, end))
    return pieces


def _goes_on(text: str, after_stop: int, next_start: int) -> bool:
    """Is the full stop part of an abbreviation or an ordinal?"""
    abbreviation, may_end, ordinal = _before_stop(text[max(0, after_stop - 12) : after_stop])
    if abbreviation:
        return not (may_end and text[next_start : next_start + 1].isalpha())
    following = text[next_start : next_start + 4] if ordinal else ""
    return following[:1].isdigit() or bool(_MONTH.match(following))


@lru_cache(maxsize=10_000)
def _before_stop(before: str) -> tuple[bool, bool, bool]:
    """Do these letters end with an abbreviation, with one that may end a sentence, with an ordinal?"""
    return bool(_ABBREVIATION.search(before)), bool(_MAY_END.search(before)), bool(_ORDINAL.search(before))
