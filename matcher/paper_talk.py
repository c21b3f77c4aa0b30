"""How a sentence, and the next one, speak of a certificate or a licence: asked for, denied, the firm's own."""

from domain.matching import ConceptKind, Modality
from matcher.asking import modality_of
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.paper_clauses import clause, in_clause, is_denied, is_given, is_offered, rules_out
from matcher.paper_labels import labelled, verdict
from matcher.sections import Section
from matcher.voice import Voice

PAPERS = (ConceptKind.CERTIFICATION, ConceptKind.LICENCE)


def asked_of_paper(voice: Voice, start: int, end: int) -> Modality | None:
    """The modality of a paper at ``text[start:end]``; None where nobody asks for it or denies that it is asked for."""
    said = verdict(voice.folded, end) or labelled(voice.folded, start)
    if said is not None:
        return said
    before, after = clause(voice.folded, start, end)
    if rules_out(before, after):
        return Modality.MUST
    if is_given(before, after) or is_denied(before, after):
        return Modality.NEGATED
    modality = modality_of(voice, start, end)
    if modality is Modality.MUST and is_offered(before):
        return None
    if modality is not None and modality is not Modality.TASK:
        return modality
    return in_clause(before, after) or modality


def of_licence(voice: Voice, hit: Hit, modality: Modality | None) -> Modality | None:
    """How what the law or the employer must see is asked for: checks need no word of demand."""
    if hit.concept.id in _CHECKS and _NOT_HANDED_IN.match(voice.folded, hit.end):
        return Modality.NEGATED
    demanded = modality or voice.says("must") or hit.concept.id in _CHECKS
    return Modality.MUST if demanded else None


_CHECKS = ("licence.police_certificate", "licence.credit_check", "licence.background_check")
"""Nobody writes of these in an ad but to demand them."""
_NOT_HANDED_IN = compiled(
    r"\s(?:[a-zæøåäö]+\s){0,3}?(?:ikke|ikkje|inte|not)\s(?:be\s)?(?:lämnas|krävs|behövs|behöver|inhämtas|leveres|"
    r"leverast|kreves|krevst|kræves|fremlegges|framleggast|leggjast|innhentes|innhentast|indhentes|trengs|trengst|"
    r"nødvendig|required|needed|asked)\b"
)
"""*Utdrag ur belastningsregistret ska inte lämnas.*"""


def demanded_by_denial(voice: Voice, start: int, end: int) -> bool:
    """*Uten fagbrev kan du ikke …*: what cannot be without a paper demands it."""
    return rules_out(*clause(voice.folded, start, end))


def of_the_firm(voice: Voice, start: int, end: int) -> bool:
    """Does the clause speak of what the employer is approved for? *Er sertifisert i …* as an item is of who is sought.

    *Vi er godkjent lærebedrift og søker deg som har fagbrev*: words that turn to the reader end what the firm says.
    """
    asked = voice.listed and voice.section in (Section.MUST, Section.NICE, Section.TRAITS)
    for cue in voice.cues:
        if cue.meaning == "firm" and not (asked and cue.start < _OPENING):
            between = voice.folded[min(cue.end, end) : max(cue.start, start)]
            if not _TURNS_TO_YOU.search(between):
                return True
    return False


_OPENING = 4
"""Letters before which a cue opens its sentence; *du* may stand there."""
_TURNS_TO_YOU = compiled(r"\b(?:du|deg|dig|you)\b")


def waived_after(said: Voice, following: Voice, modality: Modality | None) -> bool:
    """Does the ``following`` sentence say that what was ``said`` of papers is not asked of the reader?

    *Teknikerne har F-gassertifikat. Det trenger du ikke*; what was demanded is taken back only in so many words.
    """
    if following.section is not said.section:
        return False
    pattern = _NOT_OF_YOU if modality is None else _NO_LONGER
    return pattern.match(following.folded) is not None


_NO_LONGER = compiled(
    r"\W*(?:nei|nej|nope)\b|\W*(?:(?:det|dette|that|this|it|kravet|det kravet) (?:er|ær|is|was|has been|ble|blev|vart) "
    r"(?:nå |no |now |since )?(?:fjernet|fjerna|borte|strøket|stroke|droppet|droppa|dropped|removed|gone|slopat)|"
    r"det (?:gjør|gjer|gør|gør) (?:vi|me|den|det) (?:\w+ )?(?:ikke|ikkje|inte)|(?:we|it) no longer (?:do|does|is)|"
    r"not any ?more)\b"
)
"""*I fjor krevde vi fagbrev. Det gjør vi ikke lenger.*"""
_NOT_OF_YOU = compiled(
    r"\W*(?:nei|nej|nope)\b|\W*(?:men |but )?(?:(?:det|dette|den|de|dei|noe av dette) (?:trenger|treng|behøver|må) du "
    r"(?:\w+ )?(?:ikke|ikkje|inte)|(?:det|dette) (?:gjelder|gjeld|gæller) (?:ikke|ikkje|inte) (?:for )?(?:deg|dig)|"
    r"det (?:gjør|gjer|gør) (?:vi|me|den|det) (?:\w+ )?(?:ikke|ikkje|inte)|"
    r"før (?:dig|deg) gæller (?:inget|ingenting)|none of (?:this|that|these|it)|(?:you|du) [^.;!?]{0,45}?"
    r"(?:will not be asked|need not|don't need|do not need|won't need|without|uten|utan|uden|slipper|slepp|"
    r"treng(?:er)? (?:ikke|ikkje|korkje|verken|hverken)|behøver (?:ikke|inte|hverken|varken)))\b"
)
"""*… Du klarar dig utan bådadera.*"""
