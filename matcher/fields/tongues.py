"""Languages that the ad asks for, with level and alternatives."""

from domain.matching import AskedLanguage, ConceptKind, Modality
from matcher import gates
from matcher.asking import modality_of
from matcher.document import Document
from matcher.fields.clauses import Clause, asked_in, clauses, is_beside, welcome
from matcher.fields.common import Found
from matcher.fields.skill_in_language import echoes, refers_back, sent_in, skill_told
from matcher.folding import compiled
from matcher.lexicon import Hit
from matcher.sections import Section
from matcher.voice import Voice, once, tells

_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.TASKS)
_NOT_LANGUAGE = compiled(
    r"\s(?:market|markets|lessons?|classes|courses?|kurs|undervisning|law|customers?|company|companies|work "
    r"permit|citizen\w*|driv\w+|regulations?|legislation|team|business|society|labour|retail|kundar?|marked\w*|"
    r"statsborger\w*|\w*lov\w*|arbeidsliv|selskap|bedrift\w*|næringsliv|kunder|industri|forvaltning|social "
    r"security|bank|insurance|subsidiary|office|colleagues|based|authorisation|autorisasjon|førerkort|førarkort|"
    r"fagbrev|natur\w*|musikk?|mat|litteratur\w*|historie|produkt\w*|\w*rett|\w*rätt|\w*lovgi\w*|regelverk\w*|"
    r"arbeidsmilj\w*|skatt\w*|helse\w*|kultur\w*|culture|tradisjon\w*)\b"
)
_OR = compiled(r"\b(?:eller|or|og/eller|and/or|alternativt)\b")
_AND = compiled(r"\b(?:og|and|och|samt|plus|pluss)\s")


_OTHER = compiled(r"\b(?:another|annet|et annet|other|andre|anna|annat|andet|ytterligare|flere|fleire|fler)\s$")


def languages(document: Document) -> Found[tuple[AskedLanguage, ...]] | None:
    """Asked languages in the order of the text; must beats nice for the same language."""
    levels: dict[str, Modality] = {}
    groups: dict[str, int] = {}
    first = last = -1
    for at, voice in document.speaking(gates.LANGUAGE):
        if voice.section in _SILENT:
            continue
        number = len(set(groups.values()))
        for code, modality, linked, start, end in _asked(voice) or _asked_later(document, at, voice):
            if modality is Modality.NICE and echoes(voice.folded):
                modality = _asked_before(document, at) or modality
            if (
                modality is Modality.NICE
                and code in _OF_WORK.get(document.language, ("no", "en"))
                and _inquired(document, at, voice)
            ):
                modality = Modality.MUST
            first, last = (at + start if first < 0 else first), at + end
            if levels.get(code) is not Modality.MUST:
                levels[code] = modality
            if linked:
                groups.setdefault(code, number)
    if not levels:
        return None
    asked = tuple(AskedLanguage(code, level, groups.get(code)) for code, level in levels.items())
    return Found(asked, first, last)


_PREFERRED = compiled(
    r"(?: language)?(?: skills)?[^.;]{0,20}?,?\s(?:preferably|ideally|fortrinnsvis|helst|gjerne|gärna|"
    r"gerne)\s(?=norwegian|norsk|swedish|svensk|danish|dansk|svenska)|[^.;]{0,30},\s(?:norwegian|norsk|swedish|svensk|"
    r"danish|dansk) (?:in particular|i særdeleshet|spesielt)"
)
"""*A Scandinavian language, preferably Norwegian*: the one that is named."""
_Asked = tuple[str, Modality, bool, int, int]
"""Code, how it is asked, whether one of several is enough, start and end."""


_OF_WORK = {"sv": ("sv",), "da": ("da",)}
"""Languages that an ad in this language hardly asks after for the fun of it."""
_INQUIRES = compiled(
    r"\W*(?:(?:snakker|snakkar|skriver|skriv|talar|taler|behersker|beherskar|behærskar|meistrar|mestrer|"
    r"uttrykker|forhandler|svarer) du|(?:do|can) you (?:speak|write|negotiate|master|present|"
    r"answer))\b(?!.*\b(?:også|òg|i tillegg|litt|noe|kanskje|dessuten|dessutom|also|any|some|by "
    r"chance)\b)[^.;,?]*\?\W*$"
)
"""*Snakker du norsk uten å lete etter ordene?*"""


def _inquired(document: Document, at: int, voice: Voice) -> bool:
    """Is the reader asked whether he has it, and no *bonus* follows?"""
    if not _INQUIRES.match(voice.folded):
        return False
    return not any(welcome(after.folded, 0, len(after.folded)) for _, after in document.after(at, 1))


def _asked_before(document: Document, at: int) -> Modality | None:
    """How the sentence before asks for its last language: *So is English*."""
    before = document.before(at)
    asked = _asked(before[1]) if before else ()
    return asked[-1][1] if asked else None


def _asked_later(document: Document, at: int, voice: Voice) -> tuple[_Asked, ...]:
    """*Kundene skriver på engelsk eller norsk. Du må kunne begge deler*: named here, asked for by the next sentence."""
    own = _named(voice)
    if not own:
        return ()
    modality = _asked_before(document, at) if echoes(voice.folded) else None
    if any(refers_back(after.folded, 0) and not _named(after) for _, after in document.after(at, 1)):
        modality = Modality.MUST
    first, _, _ = voice.folded.partition("; ")
    named = [hit for hit in own if hit.end <= len(first)]
    if modality is None and named and refers_back(first, named[-1].end):
        modality, own = Modality.MUST, named  # our callers speak Norwegian, so you need to be fluent in it
    if modality is None:
        return ()
    return tuple(
        (code, modality, False, hit.start, hit.end) for hit in own for code in (hit.concept.code or "").split()
    )


def _named(voice: Voice) -> list[Hit]:
    return [
        hit
        for hit in voice.hits
        if hit.concept.kind is ConceptKind.LANGUAGE and not _OF_THE_COUNTRY.match(voice.folded, hit.end)
    ]


_OF_THE_COUNTRY = compiled(
    r"\s(?:security clearance|citizen\w*|law|legislation|authorities|market|tenancy|tax|accounting|labour|residen\w+|"
    r"work permit|statsborger\w*|lov|lovgivning|regelverk|myndigheter|marked|arbeidsrett|skatterett|markedet|"
    r"sikkerhetsklarering)\b"
)
"""*Norwegian security clearance*: no language."""


@once
def _asked(voice: Voice) -> tuple[_Asked, ...]:
    """Languages that the sentence asks for."""
    folded = voice.folded
    own = _named(voice)
    spoken = _modalities(voice, own)
    asked: list[_Asked] = []
    before: Hit | None = None
    for index, (hit, modality) in enumerate(zip(own, spoken, strict=True)):
        if modality is Modality.MUST and _is_extra(voice, hit):
            modality = Modality.NICE
        if modality is not None and _OTHERS_LACK.search(folded, 0, hit.start):
            continue
        if modality is None or _one_way_or_other(folded, hit, before):
            continue
        if len(codes := (hit.concept.code or "").split()) > 1 and _PREFERRED.match(folded, hit.end):
            continue
        if folded.startswith("another ", hit.start) or _OTHER.search(folded, 0, hit.start):
            continue
        linked = before is not None and _linked(folded, before, hit, own[index + 1 :])
        if linked and asked:  # the one before is an alternative, too
            code, level, _, start, end = asked[-1]
            asked[-1] = (code, level, True, start, end)
        either = len(codes) > 1 and not hit.concept.together
        asked += [(code, modality, linked or either, hit.start, hit.end) for code in codes]
        before = hit
    return tuple(asked)


_OTHERS_LACK = compiled(
    r"\b(?:siden|sidan|fordi|for|da|ettersom|since|because|as|eftersom)\s[^.;]{0,50}?\b(?:leverandør\w*|kund\w+|"
    r"kolleg\w+|suppliers?|customers?|partner\w*|eier\w*|sjåfør\w*|gjest\w*|medlem\w*)\b[^.;]{0,20}?\b(?:ikke|ikkje|"
    r"inte|not|snakker|snakkar|speak)\b[^.;]{0,20}$"
)
"""*… siden noen av leverandørene ikke kan norsk.*"""


def _is_extra(voice: Voice, hit: Hit) -> bool:
    """*Du snakker svensk*, below *Bonuspoeng*: a wish, unless it is the language that all work is done in."""
    if (
        voice.section is not Section.NICE
        or not voice.listed
        or hit.concept.code in _AT_HOME.get(voice.language, ("no",))
    ):
        return False
    return modality_of(voice, hit.start, hit.end) is Modality.NICE


_AT_HOME = {"sv": ("sv",), "da": ("da",)}


def _modalities(voice: Voice, own: list[Hit]) -> list[Modality | None]:
    """How each language is asked for; None where it is not. What is told of one in a list is told of all of them."""
    folded = voice.folded
    parts = clauses(folded, own)
    told: list[Modality | None] = []
    untold: list[int] = []
    for index, (hit, clause) in enumerate(zip(own, parts, strict=True)):
        modality = asked_in(voice, hit, clause)
        if modality is Modality.NEGATED and voice.section is not Section.NEGATED and refers_back(folded, hit.end):
            modality = Modality.MUST  # vi krever ikke norsk, men du må forstå det
        if (
            modality is Modality.MUST
            and not voice.says("must")
            and _OTHERS_SPEAK.search(folded, clause.start, hit.start)
        ):
            modality = None
        if modality in (None, Modality.TASK):
            modality = skill_told(voice, hit, clause)
            if modality is None and refers_back(folded, hit.end):
                told.append(Modality.MUST)
                continue
            untold += [index] if modality is None else []
        settled = modality if modality in (Modality.MUST, Modality.NICE) and _is_language(voice, hit, clause) else None
        told.append(settled)
    for index in (*untold, *reversed(untold)):
        for beside in (index - 1, index + 1):
            if told[index] is None and 0 <= beside < len(own) and _listed_with(folded, own, index, beside):
                told[index] = told[beside]
    return told


_OTHERS_SPEAK = compiled(
    r"^\W*(?:team\w*|kund\w*|koll?eg\w*|medarb\w*|ansatte|tilsette|gjest\w*|our \w+|the team|customers|"
    r"colleagues|vi|we|avdeling\w*|they|de|dei) (?:snakker|snakkar|speaks?|skriver|skriv|talar?|taler|pratar|"
    r"uses?|bruker|brukar)\b"
)
"""*Teamet snakker svensk seg imellom*, in a list of what is asked for."""


def _listed_with(folded: str, own: list[Hit], one: int, other: int) -> bool:
    """Does nothing but an *and* or a comma part the two?"""
    first, second = sorted((one, other))
    return folded[own[first].end : own[second].start].strip() in _JOINTS


_JOINTS = (",", "og", "and", "och", "eller", "or", "samt", ", and", ", or", "&", "/")


def _is_language(voice: Voice, hit: Hit, clause: Clause) -> bool:
    """Is it the language that is named, and no market, supplier or application written in it?"""
    if is_beside(voice.folded, hit):
        return True
    if _NOT_LANGUAGE.match(voice.folded, hit.end) or _is_adjective(voice, hit):
        return False
    return not sent_in(voice.folded, clause)


def _is_adjective(voice: Voice, hit: Hit) -> bool:
    """*The Norwegian shelf*, *en italiensk leverandør*, *svenske og danske team*: said of something, no language."""
    before, after = _DETERMINED.search(voice.folded, 0, hit.start), _NOUN.match(voice.folded, hit.end)
    if before and after:
        return True
    word = voice.folded[hit.start : hit.end]
    return (bool(_PLURAL.fullmatch(word)) and bool(_NOUN_OR_MORE.match(voice.folded, hit.end))) or bool(
        _SERVED_IN.search(voice.folded, 0, hit.start)
    )


_DETERMINED = compiled(
    r"\b(?:the|a|an|our|its|den|det|dei|de|en|ein|ei|et|eit|ett|vår|vårt|våre|fra|frå|från|from|dess|other|"
    r"några|noen|mot den|mot det|til|om|av|of) $"
)
_NOUN = compiled(
    r"\s(?!(?:og|eller|and|or|och|samt|er|is|är|i|på|in|at|on|som|med|with|både|skriftlig\w*|muntlig\w*|"
    r"skriftleg\w*|munnleg\w*|mundtlig\w*|written|spoken|writing|speaking|language|languages|skills?|språk\w*|"
    r"sprog\w*|level|nivå|niveau|proficiency|fluency|speaker|speakers|språket|muntligt|skriftligt|tilsvarende|"
    r"tegnspråk|morsmål|tale|tal|rettskriv\w*|din|ditt|dit|mitt|skrift|godt|good|well|daily|fluently|flytende|"
    r"flytande|flydende|kreves|krevst|krävs|kræves|er|vil|blir|teller|tel|kan|må|are|would|will|to|til|that|"
    r"which|for|så|so|men|but|når|if|hvis|dersom|om|uten|utan|without|du|vi|you|we|kommer|gir|helst|gjerne|"
    r"preferably|ideally|plus|minst|også|also|from|fra|av|of|sign|as|there|every|each|går|duger|sitter|trengs|"
    r"behövs|needed|required|grammar|grammatikk|vocabulary)\b)[a-zæøå]{3,}"
)
_PLURAL = compiled(
    r"(?:norske|svenske|danske|tyske|finske|franske|spanske|polske|italienske|engelske|russiske|nederlandske|"
    r"norwegians|nordiske)"
)
_NOUN_OR_MORE = compiled(r"\s(?:(?:og|eller|och) [a-zæøå]+e )?[a-zæøå]{3,}")
_SERVED_IN = compiled(
    r"\b(?:finnes|finst|finns|findes|is available|are available|er tilgjengelige?|är tillgänglig\w*|leveres|"
    r"tilbys|foreligger|comes|come|is offered|are offered|published|utgis|utgitt|vises|oversatt|translated|"
    r"oversettes|kundene våre snakker|our customers speak)\s(?:in|på|til|into|to)\s[^.;]{0,40}$"
)
"""*Nettsidene finnes på engelsk og tysk.*"""


def _one_way_or_other(folded: str, hit: Hit, before: Hit | None) -> bool:
    """*Norsk, anten du skriv nynorsk eller bokmål*: either will do, and the language is named before."""
    return before is not None and bool(_EITHER.search(folded, before.start, hit.start))


_EITHER = compiled(r",\s(?:enten|anten|antingen|whether|uansett om|either|om)\s(?:det er |it is |du |you )[^.;]*$")


def _linked(folded: str, one: Hit, other: Hit, rest: list[Hit]) -> bool:
    """Joined by *or*, also as ``A, B or C``."""
    between = folded[one.end : other.start]
    if _OR.search(between) and len(between) < 30 and not _AND.search(between):
        return True
    if between.strip() != ",":
        return False
    return bool(rest) and bool(_OR.search(folded[other.end : rest[0].start]))


tells(gates.LANGUAGE, _named)
