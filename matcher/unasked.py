"""What a sentence names without asking for it, though its words are those of the vocabulary.

The subject of a degree, what a language is used for, what may stand in for schooling, a certificate named again or by
its kind alone, qualities of nobody who is sought.
"""

import re

from domain.matching import ConceptKind
from matcher.asking import QUALITIES
from matcher.fields.leadership import leading
from matcher.fields.substitution import replaces, stands_in
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.paper_talk import demanded_by_denial, of_the_firm
from matcher.portraits import PERSON
from matcher.sections import Section
from matcher.stated import FRAME
from matcher.voice import Voice

_LEADING = ("skill.leadership",)
_TRAINING = "skill.training_staff"
_WITHOUT = compiled(
    r"\b(?:uten|utan|uden|without|manglende|manglande|bristande|missing|lacking|lack of|mangel på)\s(?:\w+\s)?$"
)


def not_asked(voice: Voice, hit: Hit) -> bool:
    """Is ``hit`` named for something else than to ask for it, to give it as a duty, or to deny it?"""
    concept = hit.concept
    if concept.id == _REPORTING and _TO_YOU.match(voice.folded, hit.end):
        return True
    if concept.id in _LEADING and any(low < hit.end and hit.start < high for _, low, high in leading(voice)):
        return True  # experience of leading is a field of the ad
    if concept.id == _TRAINING and any(
        cue.meaning == "negated" and cue.start < hit.end and hit.start < cue.end for cue in voice.cues
    ):
        return True  # Hos oss får du opplæring.
    if concept.id == _TRAINING and _SPARED.search(voice.folded, 0, hit.start):
        return True  # … går opplæringen fortere
    if concept.kind is ConceptKind.CERTIFICATION and (_in_other_words(voice, hit) or _spoken_of_before(voice, hit)):
        return True
    if concept.kind is ConceptKind.CERTIFICATION and (
        _STANDARD.match(voice.folded, hit.end) or _OF_RECORDS.search(voice.folded, 0, hit.start)
    ):
        return True
    without = concept.kind is ConceptKind.CERTIFICATION and _WITHOUT.search(voice.folded, 0, hit.start)
    if without and not demanded_by_denial(voice, hit.start, hit.end):
        return True
    approved = concept.kind is ConceptKind.CERTIFICATION or (
        concept.kind is ConceptKind.LICENCE and not voice.says("must")
    )
    if approved and of_the_firm(voice, hit.start, hit.end):
        return True
    if concept.generic and any(_gives_way(voice, hit, other) for other in voice.hits):
        return True
    if not concept.beside_language and any(other.concept.kind is ConceptKind.LANGUAGE for other in voice.hits):
        return True
    if concept.kind is ConceptKind.TRAIT:
        return not _about_person(voice)
    if concept.id == "skill.leadership" and " " not in voice.text[hit.start : hit.end]:
        return voice.section is not Section.TASKS  # leading as such is a field of the ad
    if concept.kind in (ConceptKind.SKILL, ConceptKind.TOOL):
        return _is_study_field(voice, hit) or _is_aside(voice, hit) or _stands_in(voice, hit)
    return False


_STANDARD = compiled(r"(?:-|\s)?standard(?:en|s)?\b")
"""*Kjennskap til COPC-standarden*: knowing of it is no certificate."""
_REPORTING = "skill.reporting"
_TO_YOU = compiled(r"\s(?:(?:directly|straight|in) )?(?:to|till?)\s(?:you|deg|dig|this|the (?:role|position|holder))\b")
"""*Twenty agents reporting to you* writes no reports."""
_OF_RECORDS = compiled(r"\b(?:police|criminal|medical|health|birth|record|records|character) $")
"""*A clean police record certificate* is a check, and no proof of skill."""
_SPARED = compiled(
    r"\b(?:sparer|sparar|slipper|slepp|saves?|kutter|går|kortere|kortare|shortens?|mindre|less|raskere|"
    r"snarare)\b[^.;]{0,30}$"
)


def _spoken_of_before(voice: Voice, hit: Hit) -> bool:
    """*Fem års praksis etter fagbrevet*: the one that was asked for before."""
    before = _REFERS.search(voice.folded, 0, hit.start)
    if before and voice.folded.endswith(("brevet", "beviset"), hit.start, hit.end):
        return True
    return bool(_LACKED.search(voice.folded, 0, hit.start)) and replaces(voice)


_REFERS = compiled(
    r"\b(?:etter|efter|after|erstatte\w*|ersätt\w*|kompensere for|i stedet for|i staden for|utover|tilsvarer|mangler|"
    r"manglar|siden|sidan|since) $"
)
_LACKED = compiled(
    r"\b(?:har du|du har|om du|hvis du|dersom du|if you|you) (?:ikke|ikkje|inte|do not|don't|mangler|manglar|saknar|"
    r"lack) (?:ha(?:r|ve) )?(?:(?:en|et|a|an|noe) )?$"
)
"""*Har du ikke fagbrev, kan lang praksis kompensere*: who lacks it."""


def _in_other_words(voice: Voice, hit: Hit) -> bool:
    """*A trade certificate (fagbrev)*, *Certified Customer Service Manager (CCSM)*: one certificate, called twice."""
    if hit.start < 2 or voice.text[hit.start - 1] != "(" or not voice.text.startswith(")", hit.end):
        return False
    named = [other for other in voice.hits if other.concept.kind is ConceptKind.CERTIFICATION]
    return any(not other.concept.generic and 0 < hit.start - other.end < 3 for other in named)


def _gives_way(voice: Voice, hit: Hit, other: Hit) -> bool:
    """To a named one of its kind, or to the first of several that have no name: *kursbevis og sertifikater*."""
    if other is hit or other.concept.kind is not hit.concept.kind:
        return False
    if hit.end < other.start and _TURNS.search(voice.folded, hit.end, other.start):
        return False
    if other.concept.generic:
        return other.start < hit.start
    between = voice.folded[min(hit.end, other.end) : max(hit.start, other.start)]
    return not _NAMED_ITSELF.search(voice.text, 0, hit.start) or not _APART.search(between)


_NAMED_ITSELF = re.compile(r"(?:[A-ZÆØÅ]{2,}[\w.]*|[A-ZÆØÅ][\w.]+\s[A-ZÆØÅ][\w.]+)[\s-]$")
"""*Contact Center certification or CCXP*: two certificates."""
_APART = compiled(r"\b(?:or|and|eller|og|och)\b(?! (?:similar|tilsvarende|lignende|annen|anna|other)\b)|[,/]")
_TURNS = compiled(r"[,;] (?:men|but|bare|mens|while)\b")
"""*Ikke krav om sertifisering, men ITIL er fint*: the two are not asked for alike."""


def _about_person(voice: Voice) -> bool:
    if voice.listed and voice.section in (Section.MUST, Section.NICE, Section.TRAITS):
        return True
    if PERSON.search(voice.folded) or voice.says("must") or voice.says("person"):
        return True
    return voice.section is Section.NONE and bool(QUALITIES.fullmatch(voice.folded))


def _is_study_field(voice: Voice, hit: Hit) -> bool:
    """``bachelor innen markedsføring``: the subject of a degree is no skill of its own."""
    if FRAME.search(voice.folded, hit.start, hit.end):
        return False
    before = [other for other in voice.hits if other.end <= hit.start]
    for other in reversed(before):
        if other.concept.kind is ConceptKind.EDUCATION:
            between = voice.folded[other.end : hit.start]
            if len(between) < 80 and not re.search(r"[.;]\s|\berfaring\b", between) and _STUDY_FIELD.search(between):
                return True
        elif other.concept.kind not in (ConceptKind.SKILL, ConceptKind.TRAIT):
            return False
    return False


_STUDY_FIELD = compiled(r"\b(?:innen|innenfor|innan|i|in|within|inom|indenfor)\b")


def _is_aside(voice: Voice, hit: Hit) -> bool:
    """What experience may stand in for, what a language is used for, and examples of trades in brackets."""
    if _STANDS_IN.search(voice.folded) or _WHETHER.search(voice.folded, 0, hit.start):
        return True
    if hit.concept.kind is ConceptKind.SKILL and _IN_BRACKETS.search(voice.folded, 0, hit.start):
        return True
    tongues = [other for other in voice.hits if other.concept.kind is ConceptKind.LANGUAGE and other.end <= hit.start]
    if not tongues:
        return False
    between = voice.folded[tongues[-1].end : hit.start]
    if _SINCE.search(between):
        return True
    return bool(_USE.search(between)) and not re.search(r"[,.;]|\b(?:og|and|och)\b", between)


_STANDS_IN = compiled(
    r"\b(?:kan|may|can|could|vil kunne)\b[^.;]{0,25}\b(?:kompensere|erstatte|oppveie|opveje|ersätta|ersättas|erstatta|"
    r"substitute|replace|compensate|godtas|veie opp|vege opp|uppväga)|\bgodtas\b"
)
_WHETHER = compiled(
    r"\b(?:enten|anten|antingen|whether|be it|uansett om|oavsett om|uanset om)\s(?:det|dette|it|that|den)\b[^.;]{0,60}$"
)
"""*…, enten det var på et kundesenter eller et hotell*: examples."""
_SINCE = compiled(r",\s(?:da|fordi|siden|sidan|ettersom|since|because|as|eftersom|då|idet)\s")
_USE = compiled(r"\b(?:i|til|for|with|med|in|to|som)\b")
_IN_BRACKETS = compiled(r"\([^()]*$")


def _stands_in(voice: Voice, hit: Hit) -> bool:
    """*…; lang praksis fra lignende arbeid kan telle i stedet*: what may stand in for schooling is not asked for."""
    start = voice.folded.rfind("; ", 0, hit.start) + 1
    stop = voice.folded.find("; ", hit.end)
    end = stop if stop >= 0 else len(voice.folded)
    schooled = any(other.concept.kind is ConceptKind.EDUCATION and start <= other.start < end for other in voice.hits)
    said = _MAY_DO.search(voice.folded, start, end)
    return said is not None and not schooled and stands_in(voice.folded, start, end)


_MAY_DO = compiled(
    r"\b(?:kan|can|may|could|vurder\w*|considered|godtas|godtek|godtar|erstatt\w*|replac\w*|accept\w*|aksepter\w*|"
    r"i stedet|i staden|i stället|instead)\b"
)
