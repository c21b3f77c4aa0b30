"""How a sentence, and the next one, speak of a certificate or a licence: asked for, denied, the firm's own."""

from domain.matching import Modality
from matcher.asking import modality_of
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.paper_clauses import GIVES, clause, in_clause, is_denied, is_given, rules_out, softened, yet_liked
from matcher.paper_labels import NOT, labelled, verdict
from matcher.sections import Section
from matcher.voice import Voice


def asked_of_paper(voice: Voice, start: int, end: int) -> Modality | None:
    """The modality of a paper at ``text[start:end]``; None where nobody asks for it or denies that it is asked for."""
    said = verdict(voice.folded, end) or labelled(voice.folded, start)
    if said is not None:
        return said
    before, after = clause(voice.folded, start, end)
    if rules_out(before, after):
        return Modality.MUST
    if is_given(before, after):
        return Modality.NEGATED
    modality = Modality.NEGATED if is_denied(before, after) else modality_of(voice, start, end)
    if modality is Modality.NEGATED and yet_liked(after):
        return Modality.NICE
    if modality is Modality.MUST:
        return softened(before)
    if modality is not None and modality is not Modality.TASK:
        return modality
    said = in_clause(before, after) or modality
    if said is None and _OF_OTHERS_ONLY.search(voice.folded, end):
        return Modality.NEGATED
    return said


def of_licence(voice: Voice, hit: Hit, modality: Modality | None) -> Modality | None:
    """How what the law or the employer must see is asked for: checks need no word of demand."""
    checked = hit.concept.id in _CHECKS and not _OF_CUSTOMERS.search(voice.folded, 0, hit.start)
    return Modality.MUST if modality or voice.says("must") or checked else None


_CHECKS = ("licence.police_certificate", "licence.credit_check", "licence.background_check")
"""Nobody writes of these in an ad but to demand them."""
_OF_CUSTOMERS = compiled(
    r"\b(?:kund(?:e|er|ene|ar|ane|en)|leietak\w+|leigetak\w+|lejere?|låntak\w+|customers?|tenants?|borrowers?|"
    r"leverandør\w*|suppliers?|partner\w*|medlemm\w+)\b(?![^.;]*\b(?:du|deg|søkere?|you|applicants?)\b)[^.;]{0,40}$"
)
"""*Hver leietaker kredittsjekkes*: said of customers."""


def demanded_by_denial(voice: Voice, start: int, end: int) -> bool:
    """*Uten fagbrev kan du ikke …*: what cannot be without a paper demands it."""
    return rules_out(*clause(voice.folded, start, end))


def of_the_firm(voice: Voice, start: int, end: int) -> bool:
    """Does the clause speak of what the employer is approved for? *Er sertifisert i …* as an item is of who is sought.

    *Vi er godkjent lærebedrift og søker deg som har fagbrev*: words that turn to the reader end what the firm says.
    """
    if _WE_HAVE.search(voice.folded, 0, start):
        return True
    asked = voice.listed and voice.section in (Section.MUST, Section.NICE, Section.TRAITS)
    for cue in voice.cues:
        if cue.meaning == "firm" and not (asked and cue.start < _OPENING) and not _ROLE.match(voice.folded, cue.end):
            between = voice.folded[min(cue.end, end) : max(cue.start, start)]
            norm = end <= cue.start and _OF_A_NORM.fullmatch(between)
            if not (_TURNS_TO_YOU.search(between) or (asked and norm) or _TAUGHT.match(voice.folded, start)):
                return True
    return False


_ROLE = compiled(r"(?::\d{4})?\s(?:lead |senior |intern\w* )?(?:auditors?|implementers?|revisor\w*|revisjonsleder)\b")
"""*ISO 9001 Lead Auditor* is somebody, and no firm."""
_OF_A_NORM = compiled(r"\s(?:\([^()]*\)\s)?(?:etter|efter|i|in|for|mot|to|enligt|on)\s")
_TAUGHT = compiled(r"[\w-]*(?:kurs|kursus|course|training)\s(?:(?:i|in|on|om)\s|\()")
"""*Internrevisorkurs etter ISO 9001*, *kurs i ISO 18295*: what somebody has learnt about a norm."""
_WE_HAVE = compiled(r"\b(?:siden|sidan|fordi|for|da|as|since|because) (?:vi|me|we) (?:har|have) (?:\w+ )?$")
"""*Du er fylt 20 år, siden vi har skjenkebevilling.*"""
_OPENING = 4
"""Letters before which a cue opens its sentence; *du* may stand there."""
_TURNS_TO_YOU = compiled(r"\b(?:du|deg|dig|you)\b|;")


def answered(said: Voice, following: Voice, modality: Modality | None) -> Modality | None:
    """What the ``following`` sentence makes of what was ``said`` of papers; None where it says nothing of them.

    *Teknikerne har F-gassertifikat. Det trenger du ikke* takes them back, what was demanded only in so many words;
    *Vaktmester med fagbrev? Da har du en fordel* wishes what it answers.
    """
    if following.section is not said.section:
        return None
    if said.folded.endswith("?") and following.says("nice") and _ANSWERS.match(following.folded):
        return Modality.NICE
    pattern = _NOT_OF_YOU if modality is None else _NO_LONGER
    return Modality.NEGATED if pattern.match(following.folded) else None


_ANSWERS = compiled(
    r"\W*(?:da|då|så|det|dette|then|that|it|we|vi|me|ta|tell|say|si|sei|fint|bra|flott|kult|great|lovely|nice|gjerne|"
    r"even|enda|endå|ænnu)\b"
)
_NO_LONGER = compiled(
    r"\W*(?:nei|nej|nope)\b|\W*(?:(?:det|dette|that|this|it|kravet|det kravet) (?:er|ær|is|was|has been|ble|blev|"
    r"vart) (?:nå |no |now |since )?(?:fjernet|fjerna|borte|strøket|stroke|droppet|droppa|dropped|removed|gone|"
    rf"slopat)|(?:det|den|dette|de|dei) (?:må|trenger|treng|behøver|skal) {NOT} (?:du|deg|dig|lederen|leiaren)|(?:det|"
    rf"den) (?:trenger|treng|behøver) (?:du|lederen|leiaren) {NOT}|det (?:gjør|gjer|gør|gør) (?:vi|me|den|det) (?:\w+ "
    rf")?(?:ikke|ikkje|inte)|(?:det|den|kurset) {GIVES} "
    r"(?:vi|me|du)|(?:we|it) no longer (?:do|does|is)|not any ?more)\b"
)
"""*I fjor krevde vi fagbrev. Det gjør vi ikke lenger.*"""
_THAT = r"(?:det|dette|den|de|dei|dem|slikt|sånt|noe av dette|that|this|it|these|those)"
_BEARER = (
    r"(?:du|dere|you|vi|me|we|selv|sjølv|etterfølgeren|etterfølgjaren|efterfølgeren|eftertrædaren|lederen|leiaren|"
    r"chefen|den som [a-zæøå ]{3,20}|stillingen|rollen|your successor|the successor)"
)
_NEEDS = (
    r"(?:trenger|treng|trengs|trengst|behøver|behøvs|behøves|må|skal|kreves|krevst|krævs|kræves|krever|kræver|krev|"
    r"forventes|gjelder|gjeld|gæller|gælder|gjør|gjer|gør)"
)
_NOT_YOURS = (
    rf"(?:nei|nej|nope|neida)\b|{_THAT} {_NEEDS} (?:(?:{_BEARER}|heller|for|deg|dig) )?(?:\w+ )?{NOT}\b|{_THAT} (?:er|"
    rf"ær|is|are) {NOT} (?:(?:et|eit|ett|a|noe|noko|something) )?(?:krav\w*|deg|dig|you|required|needed|expected|"
    rf"aktuelt|asked|forventet|noe du)\b(?! om| at| att)|før (?:dig|deg) gæller (?:inget|ingenting)|none of {_THAT}|"
    rf"(?:selv |sjølv |själv )?(?:trenger|treng|behøver|må|slipper|slepp) (?:(?:{NOT}|heller) )?{_BEARER} (?:{NOT} "
    r")?(?:å |att |at )?(?:ha|være|vere|have|vara|holde|ta)\b|(?:selv|sjølv|own|as [a-z ]{3,40}) (?:slipper|slepp|"
    r"you are exempt)|(?:you|du) [^.;!?]{0,45}?(?:will not be asked|(?:do not|don't|won't|need not|needn't|will not|"
    r"are not)(?: have| need| required)?(?: to)?(?: be| have| hold)?(?: one| it| that| so)?(?=[.,;!]|$)|don't need|do "
    r"not need|won't need|need not|without|uten|utan|uden|slipper|slepp|treng(?:er)? (?:det |den )?(?:ikke|ikkje|"
    r"korkje|verken|hverken)|behøver (?:det |den )?(?:ikke|inte|hverken|varken))"
)
_NOT_OF_YOU = compiled(rf"\W*(?:(?:men|but|og|så|so) )?(?:{_NOT_YOURS})\b")
_OF_OTHERS_ONLY = compiled(rf"(?:[,;]|\s-|\s(?:men|but))\s(?:(?:men|but|so|så|and|og|mens|while) )?(?:{_NOT_YOURS})")
"""*Butikkene har autoriserte optikere, så det trenger ikke du å være.*"""
"""*… Du klarar dig utan bådadera.*"""
