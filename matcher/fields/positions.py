"""How many people are sought."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import NUMBER, NUMBERS, Found, first, first_row, number
from matcher.folding import any_of, compiled, fold
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_VACANCIES = (
    r"stillinge?r?|stillingar|tjänster|positions?|openings?|vacancies|posts|plasser|platser|hires|jobber|"
    r"befattninge?r?|befattningar"
)
_POSITIONS = compiled(
    rf"\b(?:antall|antal|tal|talet|number|no\.|stk\.?)\s(?:på |of |av |ledige |lediga |open "
    rf")?(?:{_VACANCIES})\s?:?\s?(?P<count>{NUMBER})\b|^\W*(?:antall|antal|{_VACANCIES})(?: "
    rf"ledige?)?\s?:?\s(?P<count3>{NUMBER})(?!\s?(?:%|prosent|pst|per ?cent))\W*$|"
    rf"\b(?P<count2>{NUMBER})\s+(?:(?:ledige?|faste?|nye|åpne|lediga|nya|midlertidige|mellombelse|ledig|open|permanent|"
    rf"full-time|part-time|vacant|available|new)[ ,]+){{0,3}}(?:(?!ut|ud|frem|fram|om|inn|fore|be|gjen|"
    rf"op)[a-zæøå]*stilling(?:er|ar)?|positions?|openings?|vacanc(?:y|ies)|tjänster|vikariater?|årsverk ledig|"
    rf"(?<=ledige )(?:plasser|pladser|plassar)|(?<=lediga )platser|(?<=ledige )(?:[a-zæøå]*jobber|[a-zæøå]*jobbar))\b"
)
_SEEKING = compiled(
    rf"\b(?:(?:skal|vil|må) (?:[\w-]+ ){{0,3}}?få|søker|søkjer|(?:vi|me|we) (?:mangler|manglar|saknar)|skal vi (?:nå |"
    rf"no )?ha|(?:vi|me|we) (?:skal|ska|must) (?:nå |no |nu |now )?(?:ha|have)|(?:behov|bruk|need) for|ansettes|"
    rf"tilsettes|tilsetjast|søkes|openings for|room for|lyser ut|utlyser|rekrutterer|rekrytera[r]?|is recruiting|are "
    rf"recruiting|recruiting|plass til|rom for|plads til|plats för|ser etter|leter etter|leder efter|letar efter|"
    rf"(?:styrker|styrkjer|stärker|styrke|utvider|utvidar|utökar|utvider|vokser|veks|growing|strengthening|expanding) "
    rf"(?:\w+ ){{0,4}}?(?:med|by|with)|(?<!du )(?<!you )(?:skal|vil|vill|ska|will|må|want to|going to) (?:nå |no |nu |"
    rf"now |vi |me |we )?(?:ansette|tilsette|tilsetje|hire|recruit|anställa|rekruttere|ansætte)|ansætter|anställer|"
    rf"tilset|tilsett|rekrutterer|trenger|treng|(?<!du )skal ansette|ansetter|we are hiring|looking for|söker|behöver|"
    rf"søger|ledig(?:e)?|need|hiring)\s+(?:(?:vi|me|we|nå|no|nu|derfor)\s+){{0,2}}(?P<count>{NUMBER})\s+(?:nye |nya |"
    rf"faste |flinke |dyktige |erfarne |experienced |new )?(?:(?:(?!til\b|dag|time|uke|veke|års?\b|year|month|måned|"
    rf"ting\b|things)[a-zæøå-]+ ){{0,2}}?(?P<noun>(?!egenskap|kvalit|refer|ting\b|things|(?:butikk?|avdeling|avdelning|"
    rf"enhet|møte|område|produkt|kanal|marked)(?:er|ar|r|et|en|e)?\b|store|shop|meeting|system|market|års?\b|years?\b|"
    rf"verdier|måned|dager|timer|uker|veker|team\b)[a-zæøå-]+(?:ere|arar|are|ar|s|er|ansvarl[ie]ge|årsverk))\b|årsverk|"
    rf"(?:til|flere|fleire|nye|nya|more|stykker|stk)(?=\s?(?:[.,;!)]|$|(?:i|på|in|til|som|who|før|fra|from)\b))|(?:som|"
    rf"who|der)\b)"
)
_NEW_ONES = compiled(
    rf"\b(?:trenger|treng|søker|søkjer|söker|søger|skal|behöver|needs?|"
    rf"ansetter)\b[^.;,:]{{3,45}}?\s(?P<count>{NUMBER})\s(?:nye|nya|new)\s"
    r"(?!team|kontor|avdeling|butikk|system|kunder|kundar|marked|produkt)[a-zæøå-]+(?:ere|er|arar|are|ar|s)\b"
)
"""*Derfor trenger kundeservice i Asker to nye kundekonsulenter.*"""
_WANTED = compiled(
    rf"\b(?P<count>{NUMBER})\s(?:(?!år|måned|dag|time|uke)[a-zæøå-]+\s){{1,3}}?(?:søkes|søkast|sökes|søges|ønskes|"
    rf"ønskjast|wanted|sought|tilsettes|ansettes)\b|\b(?:bli|blive|be|become|være|vara) (?:en|ein|én|one|a) (?:av|af|"
    rf"of) (?:våre |our |vores |de )?(?P<new>{NUMBER}) (?:nye|nya|new)\b|^\W*(?:ledige |antall |"
    rf"open )?(?:{_VACANCIES})\s\((?P<bracketed>\d{{1,2}})\)"
)
"""*Tre nye kundebehandlere søkes*, *en av våre ti nye konsulenter*, *Ledige stillinger (2)*."""
_ONE_STILLING = re.compile(
    r"\bé(?:n|i|in|itt|tt) (?:\w+ )?\w*(?:stilling|tjänst)|\bone (?:\w+ )?(?:vacancy|opening)\b|"
    r"\bén (?:\w+ )?\w*stilling|\bthere is (?:only )?one (?:\w+ )?(?:opening|vacancy|position|role|job)\b|"
    r"\bén ledig \w+|\b(?:hiring|looking for|need|seeking|appoint) one (?:person|manager|leader|team lead|supervisor|"
    r"coordinator|advis[eo]r|agent|specialist)\b|\bskal vi (?:nå )?(?:ha|ansette|få) én (?:ny )?\w+|"
    r"\bskal (?:nå )?(?:ha|ansette|få) én ny \w+|\b(?:ledig|ledige|sökes|lediga) (?:ett|eitt) (?:\w+ )?(?:vikariat|"
    r"engasjement)\b|\b(?:we have|there is|have) (?:one|1) (?:\w+ ){0,2}(?:position|vacancy|opening|post)\b|"
    r"\b(?:det er|er det) (?:kun |bare )?én stilling|\bledig én\b|\bone position\b|\ben ledig stilling\b|\b(?:søkes|"
    r"søker|søkjer|søkast|trenger|treng) (?:vi |etter |det etter |nå |no )?én (?:person|\w*leder|\w*leiar|\w*sjef|"
    r"\w*koordinator)\b",
    re.IGNORECASE,
)
_ARTICLES = ("en", "et", "ei", "ein", "eit", "ett", "one")


def positions(document: Document) -> Found[int] | None:
    """How many people are sought, only where the text says a number."""
    return (
        first(document, gates.POSITIONS, _positions, Section.EMPLOYER)
        or first_row(document, gates.POSITIONS, _POSITIONS_LABEL, _positions)
        or _in_title(fold(document.ad.title))
    )


def _in_title(title: str) -> Found[int] | None:
    """*Veiledere (4 stillinger)*."""
    found = _TITLED.search(title)
    return Found(number(found["count"]), 0, 0) if found else None


_TITLED = compiled(
    rf"(?:^|[(,:-]\s?)(?P<count>{NUMBER})\s(?:\w+\s)?(?:\w*stillinge?r|\w*stillingar|positions|posts|openings|"
    rf"vacancies|tjänster|"
    r"vikariater)\b"
)


_JOB = r"(?:\w*(?:stilling|jobb|tjänst|plass|plats|plads)|job|role|vacancy|opening|position|post)"
_PERSON = (
    r"(?:personer?|people|person|\w*konsulent(?:er|ar)|agents|advis[eo]rs|\w*(?:leder|leiar|ledare|chef|sjef|"
    r"manager)(?:e|ar|er|s)?|leads?|\w*(?:ere|arar|are|arna))"
)
_HIRES = (
    r"(?:ansette[rs]|ansettast|ansett|tilsette[rs]|tilsettast|tilsett|anställer|anställs|ansætter|(?:vi|me|we) (?:skal|"
    r"vil|ska|will|må) (?:nå |bare |berre |kun |bara |only )?(?:ansette|tilsette|anställa|ansætte|hire|appoint)|"
    r"ansættes|henter (?:vi )?inn|hentar (?:vi )?inn|(?:is|are) (?:bringing|taking) on|"
    r"mangler|manglar|saknar|savner|(?:is|are) short of|hired?|appoint(?:ed)?|recruit(?:ed)?|søk(?:er|es|jer|jast)|"
    r"söker|søger|åpner (?:vi )?(?:nå )?for|(?:ser|leter|leitar|letar) (?:vi|me) (?:nå |no |nu )?etter|hiring|trenger|"
    r"treng|trengs|behöver|needed|rekrutterer|rekryterar)"
)
_OF_ALL = compiled(
    rf"\b(?:alle|begge|all|both|alla|båda)(?: of| av)?(?: de| dei| the| these| disse)? (?P<all>{NUMBER}) "
    r"(?:ledige |nye |open )?\w*(?:stillingene|stillingane|jobbene|tjänsterna|positions|roles|posts|jobs)\b|"
    rf"\b(?:stillingene|stillingane|tjänsterna|jobbene|the (?:positions|posts)) (?:er|är|"
    rf"are) (?:faktisk )?(?P<are>{NUMBER})(?: i talet| i alt| in all)?(?=\W*(?:[.,:;]|$))|\b(?:dette (?:er|är)|"
    rf"det (?:gjelder|gjeld|gäller)|these are) (?P<jobs>{NUMBER}) (?:\w+ )?\w*(?:stillinger|stillingar|jobber|jobbar|"
    rf"tjänster|positions|jobs|posts|roles)\b"
)
"""*Alle de tre lederstillingene*; *stillingene er to: én i Bergen …*."""
_TAKEN_ON = compiled(
    rf"\b{_HIRES}\s(?:\w+\s){{0,2}}?(?:for |a |hele |heile |in all )?(?P<taken>{NUMBER})(?: (?:nye|new|nya|"
    rf"flinke)){{0,1}} {_PERSON}\b|\b(?P<given>{NUMBER}) {_PERSON} (?:will be|to be|skal|ska|vil bli|blir|blir det|"
    rf"ansettes|ansættes|anställs|trengs)\s?(?:\w+ )?(?:hired|appointed|recruited|ansettes|ansatt|tilsett|tilsettast|"
    rf"anställas)?(?=\W|$)|\b(?:i\.e\.|det vil si|altså|dvs\.?|namely),? (?P<namely>{NUMBER}) (?:{_PERSON}|stykker|stk|"
    rf"stykken)\b|\b(?P<new>{NUMBER}) (?:nye|nya|new) {_PERSON} (?:skal|ska|må|will|are to) (?:inn|in|på plass|"
    rf"på plats|join|begynne|starte|børja|start)\b|\b(?:fill(?:ing)?|fylle[r]?|besette[r]?|besætte[r]?|"
    rf"tillsætte[r]?) (?P<fills>{NUMBER}) (?:\w+ )?(?:\w*stillinge?r|posts|positions|roles|jobs|tjänster)\b|"
    rf"\b(?P<number>{NUMBER}) (?:of (?:these|them|this role)|(?:slike |sånne |such ))\s?(?:jobs|roles|positions|jobber|"
    rf"stillinger)?(?: \w+)? (?:to fill|å fylle|ledige?|på jakt)\b|\b(?P<digit>\d) (?:stk\.?|\(\w+\)) (?:ledig |fast |"
    rf"nye? |faste )*(?:{_JOB}|{_PERSON}|\w*stillinge?r?)\b"
)
"""*Two people will be hired for this role*; *åpner for hele fem gruppeledere*; *1 (en) fast stilling*."""
_ONLY_ONE = re.compile(
    rf"\bé(?:n|i|in|tt|itt) (?:eneste |einaste |enda |ledig |eneste ledige )?(?:\w*(?:stilling|jobb|tjänst)|"
    rf"(?<!på én )(?:plass|plats|plads)|job|role|vacancy)\b(?! (?:i|per|om|av|hver))|\blooking for one (?:person|"
    rf"manager|leader)\b|\b{_HIRES} (?:vi |me )?(?:bare |berre |kun |bara |only )?én\b|"
    r"\b(?:only|just|exactly) one (?:person|job|role|post|manager|leader)\b|\b(?:kun|bare|berre|bara) (?:én|ett|en|"
    r"ein) "
    r"(?:person|stilling|jobb|tjänst)\b",
    re.IGNORECASE,
)
"""*Én eneste jobb*; *vi skal ansette én*; *only one person will be appointed*."""
_ONE_AND_ONE = re.compile(
    r"\b(?:é(?:n|i|in|tt|itt)|one|en|ein|et|ett) (?:\w+ )?(?:\w*stilling|jobb|tjänst|job|position|post|vacancy|"
    r"role) (?:er |is |är |blir )?(?:i|på|in|at|for|of|med|with) [^.;]{2,30}? (?:og|and|och) (?:é(?:n|i|in|tt|itt)|one|"
    r"en|ein|et|ett) (?:i|på|in|at|for|of|med|with)\b",
    re.IGNORECASE,
)
"""*Én stilling i Bergen og én i Molde*: two."""
_NOT_THESE = compiled(
    r"\b(?:i fjor|i fjol|sidste år|förra året|sist (?:vi|me|gang)|last (?:month|year|spring|autumn|summer|time)|(?:ble|"
    r"blei|vart|er|blev|har) (?:det )?(?:opprettet|oppretta)|opprettet (?:vi|me)|opprettes|slog vi|filled|"
    r"samtidig (?:ut )?|også|òg ut|i tillegg|också|as well|also|samme arbeidsgiver|egne? annonser?|separat\w*|"
    r"under deg|teamet ditt|laget ditt|in your team|(?<!om )(?:du|you) (?:(?:er|are|blir)\b[^.;]{2,40}\b(?:og|"
    r"and) )?(?:will |skal |må |kommer til å )?(?:ansetter?|hire|open|åpne|rekruttere|recruit|fill|fylle|bemanne)|"
    r"søkere på|søkte på|applicants for|søkarar på|konsernet|koncernen|the group|på huset|i dag|fordelte?|fordelt på|"
    r"lokaler|premises)\b"
)
"""*I fjor opprettet vi fem stillinger*; *you will open four positions*: others than those of the ad."""


_COUNTS = compiled(rf"\b(?:\d|(?:{any_of(set(NUMBERS) - {'en', 'ein', 'ett', 'ei', 'et', 'eitt', 'one'})})\b)")
_COUNTS_ONE = re.compile(r"é|\bone\b|\b(?:kun|bare|berre|bara|en ledig)\b", re.IGNORECASE)
"""Most sentences count nothing, and need not be looked at more closely."""
_POSITIONS_LABEL = compiled(
    rf"(?:(?:antall|antal|tal|talet|number)\s)?(?:på |of |av )?(?:ledige |lediga |"
    rf"open )?(?:{_VACANCIES})(?: ledige)?\s?:?"
)
_OF_UNIT = compiled(
    r"\b(?:vi|me|we) (?:er|har til sammen|har i alt|are)\s$|\b(?:avdeling|avdelning|afdeling|enhet|eining|enhed|"
    r"seksjon|sektion|team|gruppe|\w*senter|\w*tjeneste|department|unit)[a-zæøå]*\b[^.;]{0,30}\b(?:har|består av|"
    r"teller|rommer|omfatter|disponerer|har i dag|has|counts)\s$"
)
"""*Avdelingen har 19 stillinger*: so many there are, not so many are vacant."""


_IN_UNIT = compiled(r"\s(?:i|på|in)\s(?:the )?(?:avdeling|seksjon|enhet|eining|team|department|unit)\w*\s?(?:[.,;]|$)")


def _is_of_unit(folded: str, found: re.Match[str]) -> bool:
    """Are these the posts that a unit has?"""
    return bool(_OF_UNIT.search(folded, 0, found.start()) or _IN_UNIT.match(folded, found.end()))


@once_for_words
def _positions(voice: Voice) -> Found[int] | None:
    if not (_COUNTS.search(voice.folded) or _COUNTS_ONE.search(voice.text)) or _NOT_THESE.search(voice.folded):
        return None
    articles = (*_ARTICLES, "to") if voice.language == "en" else _ARTICLES
    if both := _ONE_AND_ONE.search(voice.text):
        return Found(2, both.start(), both.end())
    found = _POSITIONS.search(voice.folded)
    if found and ("ledig" in found.group() or not _is_of_unit(voice.folded, found)):
        word = found["count"] or found["count2"] or found["count3"]
        counted = word not in articles or not found["count2"]
        if counted or _ONE_STILLING.search(voice.text, max(0, found.start() - 12), found.end()):
            return Found(number(word), found.start(), found.end())
    for pattern in (_OF_ALL, _TAKEN_ON):
        for told in pattern.finditer(voice.folded):
            if (counted_in := next(filter(None, told.groups()))) not in articles:
                return Found(number(counted_in), told.start(), told.end())
    one = _ONE_STILLING.search(voice.text) or _ONLY_ONE.search(voice.text)
    if one:
        return Found(1, one.start(), one.end())
    wanted = _WANTED.search(voice.folded)
    if wanted:
        word = wanted["count"] or wanted["new"] or wanted["bracketed"]
        if word not in _ARTICLES:
            return Found(number(word), wanted.start(), wanted.end())
    sought = _SEEKING.search(voice.folded) or _NEW_ONES.search(voice.folded)
    if sought and sought["count"] not in articles:
        return Found(number(sought["count"]), sought.start(), sought.end())
    return None


tells(gates.POSITIONS, _positions, lambda voice: _POSITIONS_LABEL.fullmatch(voice.folded))
