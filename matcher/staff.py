"""Words by which an ad says that the job has no staff, or that somebody else is responsible for it."""

import re
from typing import NamedTuple

from matcher import gates, titles
from matcher.folding import compiled, fold, word_set
from matcher.voice import Voice, once_for_words

_TOPICS = (
    r"(?:personal\w*|lønn\w*|løn|lön\w*|medarbeidersamtal\w*|medarbejdersamtal\w*|medarbetarsamtal\w*|\w*fravær|"
    r"frånvaro|ansettels\w*|tilsetjing\w*|hiring|appraisals?|pay(?: reviews?)?|people matters|performance reviews?|"
    r"leave|rekruttering\w*|rekrytering)"
)
DENIED = compiled(
    rf"\b(?:du|you) (?:har|have|får) (?:ikke|ikkje|inte|no|not) (?:ansvar\w*|responsib\w+) (?:for|för) [^.;!?]{{0,50}}?"
    rf"\b{_TOPICS}|"
    r"\b(?:have|has|har|får|får du|har du) (?:nobody|no one|ingen|inga) (?:(?:som|who) )?(?:reporting|reports?|"
    r"rapporter\w*|under)\b|\b(?:look after|manage|lead|run|leder|leier|har ansvar for|passer)\b[^.;!?]{2,60}, (?:not|"
    r"ikke|ikkje|inte) (?:people|folk|mennesker|personal|staff)\b|\b(?:advis[eo]rs|agents|team|people|staff|"
    r"rådgiver\w*|medarbeider\w*)\b[^.;!?]{0,30}\bbelongs? to (?:our |the )(?:head|manager|director|team lead)|"
    rf"\b(?:du|you)\s(?:won't|will not|don't|do not|gjør ikke|tar ikke|tek ikkje|holder ikke|skal ikke|skal "
    rf"ikkje)\s(?:do|run|hold|handle|conduct|ha|ta|holde|gjøre)?\s?(?:noen |any |the )?{_TOPICS}\b|\b(?:rapporterer|"
    rf"rapporterar|reports?) "
    r"(?:til|till|to) [^.;]{2,40}?,? (?:and so do you|as do you|like you do|(?:og )?det gjør (?:også )?du|"
    r"(?:akkurat |slik )?som du)\b|"
    rf"\b{_TOPICS}\b[^.;!?]{{0,40}}? (?:is|are|er|är|hører|høyrer|ingår|inngår|ligger|ligg) (?:not|ikke|ikkje|inte) "
    r"(?:a part|part|en del|ein del|del|din|ditt|dine|your|yours|til|till|i|in|hos)\b|\b(?:nobody|no one|none|ikke|"
    r"ikkje|inte|ingen|inga|uten|utan|uden|no|not|without|intet|inget|aldri|hverken|"
    r"verken)\b[^.;,]{0,30}\b(?:lederoppgav\w*|leiaroppgåv\w*|ledelsesoppgav\w*|ledarskapsansvar|ledaransvar|"
    r"ledelsesansvar|leadership duties|management duties|managerial responsibilit\w+|personal\w*ansvar\w*|lederansvar|"
    r"leiaransvar|arbetsledar\w*|direct reports|people management|(?:staff|people|personnel) responsibility|"
    r"personal\w*ledelse|personalleiing|manage people|line management|manage a team|staff|underordne[dt]\w*|(?:ansatte|"
    r"tilsette|anställda|medarbeidere|people|employees) (?:som )?(?:rapporterer|rapporterar|report)\w*|under deg|"
    r"under dig|reports? to you|rapporterer til deg|rapporterar till dig|people to manage|(?:manage|lead) (?:anyone|"
    r"anybody)|lede noen|leie nokon|leda någon|lede nogen)\b|\b(?:personal|leder|leiar|"
    r"ledar)[^.;]{0,30}ansvar\w*[^.;,]{0,20}\b(?:ligger|ligg|lies|ivaretas|tilligger|innehas)\b|\bpersonal\w*(?:ansvar|"
    r"ledelse|leiing)\w*\s(?:\w+\s){0,2}?(?:inngår|følger|medfølger|ingår|indgår|ligger|hører) (?:\w+ )?(?:ikke|ikkje|"
    r"inte)\b|\b(?:hiring|pay reviews?|staff matters|people management|line management)\b[^.;]{0,40}\b(?:sits?|lies|"
    r"rests?|stays?|handled)\s(?:with|by)\b|\b(?:ikke|ikkje|inte|not) (?:formelt? |formally )?(?:deres|deira|deras|"
    r"their) (?:leder|leiar|chef|manager|boss)\b|\bwill not manage\b|\bindividual contributor\b|\b(?:work|works|"
    r"working) alone\b|\bjobbe[rs]? alene\b|\barbei(?:der|dar) åleine\b|\bleder ingen\b|\b(?:ingens|nobody's|"
    r"no one's) (?:sjef|leder|leiar|chef|boss|manager)\b|\bleier ingen\b|\bpersonal\w*ansvar\w*\s(?:(?:for|"
    r"over)\s[^.;,]{2,40}?\s)?(?:har|er (?:lagt|tillagt|delegert|plassert|gitt) (?:til|hos|hjå|i)|beholder|beheld|"
    r"behåller|tilligger|ligger hos|ligg hos|innehas av|ivaretas av|ivaretakast av|hviler på|ligger till hos|"
    r"varetages af)\s(?!du\b|you\b|leder|leiar)(?:\w+\s)?\w*(?:leder|leiar|sjef|chef|ledare|manager|head of|"
    r"direktør)\w*|\b(?:personal|leder|leiar|ledar|led)\w*ansvar\w* (?:følger|følgjer|fylgjer|følgjer|følger|ingår|"
    r"hører|høyrer|ligg|ligger|inngår) (?:ikke|ikkje|inte)\b|\b(?:nobody|no one|ingen|"
    r"ingenting) (?:here )?(?:to (?:manage|lead)|å lede|å leie|att leda|at lede)|\b(?:nobody|"
    r"no one)\b[^.;,]{0,20}\bto (?:manage|lead)\b|\b(?:personalansvarlig|personalansvarleg|"
    r"personalansvarig) er (?!du\b)|\b(?:lønn?|lön|sykmelding\w*|sjukemelding\w*|ferie|fravær|personalsak\w*|"
    r"medarbeidersamtal\w*|samtaler)[^.;!?]{0,40}\b(?:slipper|slepp|slipp) du\b|\b(?:slipper|slepp|"
    r"slipp) du\b[^.;!?]{0,30}\b(?:lønn?|lön|sykmelding\w*|sjukemelding\w*|ferie|fravær|personalsak\w*|"
    r"medarbeidersamtal\w*|personalansvar\w*)"
)

_HELD = compiled(
    r"(?<!\ben )(?<!\bein )(?<!\bhver )(?<!\bkvar )(?<!\beach )(?<!\bsom )(?<!\ba )(?<!\ban )\b(?P<role>\w*(?:leder|"
    r"leiar|sjef|chef|ledare|manager|supervisor|director|direktør|head))(?:en|ne|a|n)?(?:,?\s|\s(?!(?:du|deg|you|som|"
    r"who|der|og|and|i|for|på|har|med|uten)\b)[a-zæøå]{3,24}\s|(?:\s(?!\w*(?:leder|leiar|sjef|chef|ledare|"
    r"manager))\w+){0,3},?\s(?:som|who|der)\s(?:\w+\s)?|\s(?:(?:din|vår|your|our)\s?)?,\s\w+(?: \w+)?,\s|\s(?:din|vår|"
    r"på|i|ved|for|in|at|of)\s(?:\w+\s){0,4}(?<!\bog )(?<!\boch )(?<!\band ))(?:har|beholder|behaldne|beheld|behåller|"
    r"beholdes|has|have|keeps?|holds?|retains?|er)\s(?!du\b|you\b)(?:(?:hele|det|the|fullt|full|formelt?|formelle|"
    r"fulle|formal|overordnede|overordna|formella) ){0,2}(?:personal\w*ansvar\w*|(?:people|personnel|staff) "
    r"responsibility|line management|personal- (?:og|og \w+-|og \w+- og) \w*ansvar\w*|personal(?:leder|leiar|chef|"
    r"sjef)|leder for oss|leiar for oss|(?:nærmeste|nærmaste|närmaste) (?:leder|leiar|chef) (?:for|til|åt|till) "
    r"(?!deg\b|dig\b|stilling|rollen|tjänst)|line manager (?:for|of) (?!you\b|this|the (?:role|position)))"
)

_IT_IS = compiled(
    r"\b(?:det er|er det|det är|är det|it is|it's) (?:the |our |din |your )?(?P<role>\w*(?:leder|leiar|sjef|chef|"
    r"ledare|manager|supervisor|director|direktør|head))(?:en|ne|a|n)? (?:som|der|who|that)\b(?! du\b| "
    r"you\b)[^.;!?]{0,70}?\b(?:personal\w*ansvar\w*|people responsibility|line management|ansetter|tilset|anställer|"
    r"hires?|lønnssamtal\w*|lønssamtal\w*|appraisals?|medarbeidersamtal\w*)"
)
"""*Det er avdelingsleder som ansetter og bærer personalansvaret.*"""
_OWN_BOSS = (
    r"\b(?:(?:sjefen|lederen|leiaren|chefen|overordnede|overordna) (?:din|di)\b|(?:your|din) (?:\w+ )?(?:boss|manager|"
    r"sjef|leder|leiar|chef)\b)"
)
"""*Du har personalansvaret, og sjefen din er direktøren*: a clause of its own about who is above the holder."""
_SETTLED = compiled(
    rf"\b{_TOPICS}\b(?:(?!{_OWN_BOSS})[^.;!?]){{0,50}}\b(?:er|is|are|har|har hand om|tar|tek|tas av|tages af|tas hånd "
    rf"om av|sköts av|hører til hos|ligger til hos|hører til|høyrer til|hører under|ligger hos|ligg hos|ligg hjå|"
    rf"ligger under|done by|handled by|dealt with by|stays? with|sits? with|lies with|belongs? to|håndteres av|"
    rf"handteres av|ivaretas av|styres av)\s(?:the |our |din |your |deres |det )?(?P<role>\w*?(?:leder|leiar|sjef|chef|"
    rf"ledare|manager|supervisor|director|direktør|head)|(?:\w+ ){{1,2}}manager)(?:en|ne|n)?(?:'?s\b|\b)"
)
"""*Lønn og fravær er avdelingslederens bord*, *appraisals are done by the Contact Centre Manager*."""


_ANY = word_set("leder leiar sjef chef ledare manager")
"""A leader without further name is the one that the title speaks of."""


_DEPUTY = compiled(
    r"\b(?:assisterende|assistant|ass\.|deputy|stedfortred\w*|bitrædende|biträdande|nestleder|nestleiar)"
)
"""*Assisterende leder*: it is the leader who has the responsibility."""


class Held(NamedTuple):
    """Somebody has the responsibility for staff: ``folded[start:end]`` says so of ``role``."""

    role: str
    start: int
    end: int

    def by_another(self, title: str) -> bool:
        """Is it not the job of this title? *Avdelingslederen har personalansvar* is said of an *Avdelingsleder*."""
        if self.role in _ANY and (judged := titles.judge(title)).leads and not judged.first_line:
            return False
        if self.role in _ANY and _DEPUTY.search(fold(title)):
            return True
        return not re.search(rf"\b{re.escape(self.role)}", fold(title))


@once_for_words
def held(voice: Voice) -> Held | None:
    """Who has the responsibility for staff, where the sentence names somebody by the role."""
    found = _HELD.search(voice.folded) or _SETTLED.search(voice.folded) or _IT_IS.search(voice.folded)
    return Held(found["role"], *found.span()) if found else None


_OF_EACH = compiled(
    r"\b(?:hver|hvert|kvar|kvart|each|with|med|har|leds av|ledes av)\s(?:(?:med|with|har|has)\s)?(?:en|ein|a|sin|sine|"
    r"hver sin)?\s?\w*(?:leder|leiar|koordinator|ledare|lead|leaders?|ledere|leiarar|koordinatorer)\s(?:uten |utan |"
    r"uden |without )?$"
)


_OF_A_UNIT = compiled(
    r"\b[a-zæøå]*(?:senter|sentre|center|centre|avdeling|avdelning|afdeling|enhet|enhed|eining|team|butikk|butik|lager|"
    r"kontor|department|desk|verksted|værksted)\w*,? (?:som|der|which|that) $"
)


def said_of_another(folded: str, at: int) -> bool:
    """*To grupper, hver med en gruppeleder uten personalansvar*, *kundesenteret, som ikke hører under deg*.

    It is the group leader who has none, and another unit that is not the job's.
    """
    return bool(_OF_EACH.search(folded, 0, at) or _OF_A_UNIT.search(folded, 0, at))


@once_for_words
def denied(voice: Voice) -> tuple[tuple[int, int], ...]:
    """Where the sentence says so."""
    if not voice.mask & gates.DENIAL:
        return ()
    found = (one.span() for one in DENIED.finditer(voice.folded))
    return tuple(span for span in found if not said_of_another(voice.folded, span[0]))
