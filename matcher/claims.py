"""What running text says that somebody sought has done, can or is like to do: who is spoken of, and by which verb.

*Du har bygget opp en avdeling*, *someone who has run a busy floor*, *Can you read a contract?*: the words after the
verb are asked for, whatever they are. Staff, the firm and the past are other subjects, and say nothing here.
"""

from collections.abc import Iterator

from domain.matching import ConceptKind, Modality
from matcher.asking import modality_of, wanted
from matcher.folding import compiled, word_set, words
from matcher.found import STATED_SKILL, STATED_TRAIT, Found, stated_as
from matcher.sections import Section
from matcher.spans import meets
from matcher.voice import Voice

_SOUGHT = (
    r"(?:søker|søkjer|söker|søger|ser etter|ser for oss|leter etter|leitar etter|letar efter|leder efter|looking for|"
    r"look for|seek|seeking|want|need|vil ha|vill ha|vil gjerne ha|trenger|treng|behöver|consider|are after|hire|"
    r"er ute etter|are after|på jakt etter|ute efter|passer for|passar for|appeals to|suits?)"
)
SUBJECT = (
    r"(?:\b(?:du|you|vedkommende|vedkomande|(?:den|the)\s(?:rette|retta|right one)|(?:den\s|the\s)?(?:(?:right|ideal|"
    r"rette|riktige|ideelle|perfekte|successful)\s)?(?:personen|person|kandidaten|candidate|applicant|søkeren|"
    r"søkjaren|søkaren|sökanden|ansøgeren)(?:\s(?:vi|me|we)\s(?:søker|søkjer|söker|søger|ser etter|leter etter|"
    r"leitar etter|ser for oss|ser føre oss|ansetter|tilset|tilsetter|hire|seek|want|have in mind|look for|"
    r"are looking for))?|candidates|applicants|kandidater|kandidatar|søkere|søkjarar|sökande|ansøgere),?|"
    rf"\b{_SOUGHT}\b[^.;:?]{{1,70}}?\s(?:som|der|who|that)|"
    r"^\W*(?:noen|nokon|någon|nogen|en|ein|ei|someone|somebody|folk|people),?\s(?:som|der|who))"
)
"""*Du*, *den rette*, *the person we hire*, *vi søker en leder som*: of whom something is asked."""
_ADVERB = (
    r"(?:\s(?:også|òg|og|och|selv|sjølv|själv|gjerne|helst|allerede|alt|tidligere|tidlegare|before|already|also|"
    r"ideally|previously|kanskje|perhaps|dessuten|derfor|selvsagt|både|both|yourself|at least|preferably|gärna|"
    r"redan|tidigare|dessutom|gerne|allerede|faktisk|actually|successfully|personally|minst ein gong|minst én gang))"
    r"{0,2}"
)
_NO_PARTICIPLE = (
    r"(?!(?:det|et|ett|eit|eitt|at|att|dette|mitt|ditt|sitt|vårt|godt|gott|stort|kort|lett|lætt|rett|rætt|fritt|høyt|"
    r"høgt|lite|mot|talent|lust|lyst|fast|tett|brett|bredt|breitt|sterkt|nytt|annet|anna|annat|bra|noe|noko|internett|"
    r"kontakt|rått|natt|sent|mest|minst|ikke|ikkje|inte|need|need|a|fra|data|ansvaret|budsjett|godkjent|erfarenhet|"
    r"mått|behov|fart|plikt|kraft|blitt|blivit|blivet|fått med|valgt|valt|søkt|sett (?:at|annonsen)|lest (?:at|om|"
    r"annonsen|stillings)|read this|come this|spørsmål|noticed|guessed|applied|been given|decided|begynt|startet|"
    r"started|lurt|hatt|takket|fast|flat|dagligt|dagleg|vært (?:ansatt|hos oss|her)|vore (?:tilsett|hos oss|her)|"
    r"studert|studerat|studeret|studied|fullført|completed|passed|bestått|bestået|bestod|graduated|\w*(?:het|heit|itet|"
    r"vakt|makt|takt|ansvaret|bevis|kort|sertifikat|rett|språk|tilgang|miljøet|hotellet|lageret|kontoret|huset|"
    r"anlegget|senteret|valget|systemet|verktøyet|utstyret|selskapet|laget|livet|landet|teamet|frist|dokument|pluss|"
    r"est))\b)"
)
_PARTICIPLE = (
    rf"(?:{_NO_PARTICIPLE}(?:[a-zæøå]{{2,}}(?:et|dd|tt|at|it|rt|lt|kt|pt|gt|nt|ed|sa|ga|ba|ra|da|gd|yg[dt]|ut|møtt|kt)|"
    r"led|run|built|made|taught|sold|spent|held|kept|written|spoken|been|done|had|won|grown|hired|taken|set|worked|"
    r"seen|brought|dealt|won|sat|stood|driven|sete|vore|drive|skrive|tatt|teke|fått|sett|vært|varit|været|lett|ledd|"
    r"leidd|bygd|bygget|løst|vist)\b)"
)
_PERFECT = rf"(?:har|have|has|ha|hat){_ADVERB}\s(?:[a-zæøå]+ly\s)?(?=(?P<done>{_PARTICIPLE})\s)"
_GIFT = (
    r"(?:teft|sans|øye|øyne|øga|auge|blikk|blick|blik|næse|næsa|nese|hode|hovud|huvud|eye|feel|feeling|head|knack|"
    r"flair|ear|nose|instinct|instinkt|talent|ry|rykte|fartstid|track record|record|resultater|resultatar|resultat|"
    r"results|ryggrad|spine|backbone|lett for|lætt før|kænsla|greie på|peiling|handlag|håndlag|magefølelse|grep om|"
    r"judgement|ordsans|tæft|stamina|stayerevne|bein i nesa|glimt i øyet|is i magen|tillit|autoritet|pondus|ro|orden|"
    r"patience|curiosity|respekt|omtanke|stå-på-humør|evne|evner|førmåga|ability|touch|appetite|confidence|comfort|"
    r"grasp|vane|rutine|vana|bakgrunn|bakgrund|baggrund|background|fortid|praksis|solid grunnlag)"
)
_HOLDS = (
    r"(?:har|have|has){ADVERB}\s(?=(?:(?:en|et|ein|eit|ett|ei|a|an|god|godt|gode|good|solid|solide|klart?|tydelig|"
    r"dokumentert\w*|dokumenterte|documented|proven|lang|long|bred|brei|naturlig|sikker|sikkert|egen|skarpt?|sharp|"
    r"strong|stor|sterk|utpreget|særlig|unusual|the|gode|keen|sound|skapt|særdeles|real|great|genuine|ekte|litt|"
    rf"noe|noko|some) ){{0,3}}{_GIFT}\b)"
).replace("{ADVERB}", _ADVERB)
_ABLE = (
    r"(?:evner|maktar|makter|klarer|klarar|våger|vågar|tør|torer|tåler|toler|tål|orker|orkar|trives med|trivst med|"
    r"trives i|trivst i|trivs med|liker|likar|gillar|skjønner|skjønar|forstår|førstår|vet|veit|dares?|thrives? (?:on|"
    r"in|with)|enjoys?|knows? how|understands?|handles?|tåler|gir deg ikke|gjev deg ikkje|kan lese|kan forklare|"
    r"sætter deg|setter deg|set deg|skriver|skriv|formidler|formidlar|explains?|writes?|lytter|lyttar|beholder|"
    r"holder|held|håller|keeps?|følger opp|følgjer opp|smitter|smittar|inspirerer|inspirerar|motiverer|motiverar)"
    rf"{_ADVERB}\s"
)
_CAN = (
    r"(?:kan|can|kunne|kunna){ADVERB}\s(?!(?:jobbe|jobba|arbeide|arbeida|arbeta|arbejde|velge|velja|vælge|få|få|se|ta|"
    r"søke|søkje|sende|sitte|sitja|bo|bu|starte|begynne|byrje|tiltre|ringe|kontakte|lese|glede|forvente|også|ikke|"
    r"ikkje|inte|not|work|choose|expect|read more|apply|send|call|contact|look forward|start|live|sit|get|take|join|"
    r"be|bli|være|vere|få|komme|reise|bruke kontor|dokumentere|tenke|tænke|tenkje|imagine|see yourself|legge ved|du|"
    r"you|vi|det|man|it|we|norsk|engelsk|svensk|dansk|svenska|danska|norska|engelska)\b)"
).replace("{ADVERB}", _ADVERB)
_MUST = (
    r"(?:må|måste|must|need to|needs to|bør|should|lyt|skal(?=\s(?:være|vere))|ska(?=\svara)){ADVERB}\s(?:(?:kunne|"
    r"kunna|be able to|ha|have|tåle|tole|tåla|tørre|våge|våga|klare|klara|makte|orke|mestre|meistre|forstå|førstå|vite|"
    r"skjønne|stå|know|cope|dare|handle|understand|trives|trivast|trivas|(?:være|vere|vara|be)\s(?:vant|van|vand|used|"
    r"accustomed|komfortabel|comfortable|glad|villig|villeg|willing|lokalkjent|lokalkjend|stø|trygg|confident|"
    r"fortrolig|familiar)|evne|bli sett|holde|halde|hålla|vise|trekke)\s(?!(?:ansvar|dialog|kontakt|hoved|"
    r"personalansvar|det|(?<!tåle )(?<!tole )(?<!tåla )(?<!forstå )(?<!vite )at|din|ditt|dine|your|på plass|vært "
    r"ansatt|lyst|egen|eget|tilgang)\b))"
).replace("{ADVERB}", _ADVERB)
_NEED = r"(?:need|needs|trenger|treng|behøver)\s(?=(?:a|an|en|et|ein|eit|ett|god|good|some|litt)\s)"
_CLAIM = compiled(
    rf"{SUBJECT}{_ADVERB}\s(?:(?P<perfect>{_PERFECT})|(?P<holds>{_HOLDS})|(?P<able>{_ABLE})|(?P<must>{_MUST})|"
    rf"(?P<need>{_NEED}))"
)
"""*Den rette har sittet på telefonen selv*; *you are someone who knows how to say no*."""
_WHO_CAN = compiled(
    rf"(?:^\W*|\b{_SOUGHT}(?:\s(?:vi|me|we|nå|no|nu|now|derfor|difor|dærfør|også|og|also)){{0,2}}\s)"
    rf"(?:en|ein|ei|a|an|deg|dig|noen|nokon|någon|nogen|someone|somebody|folk|people)(?:\s(?:ny\s|"
    rf"new\s)?(?:leder|"
    rf"leiar|ledare|leader|person|kollega|colleague))?,?\s(?:som|der|who|that)\s{_CAN}(?!(?:våre?|vårt|våra|vores|"
    rf"our|the)\b|"
    r"[a-zæøå]+\s(?:opp\s)?(?:våre?|vårt|våra|vores|our|dem|dei)\b)"
)
"""*Vi søker noen som kan forklare tall*; *du kan* may as well offer something, and what is ours is a duty."""
_JOINED = compiled(
    rf"[,\s]\s?(?:(?:og|and|och|men|but)\s)?(?:som|der|who|that|at du|att du|that you)\s(?:(?P<perfect>{_PERFECT})|"
    rf"(?P<holds>{_HOLDS})|(?P<able>{_ABLE})|(?P<can>{_CAN})|(?P<must>{_MUST}))"
)
"""*… og som tør å ta avgjørelser*: more of the same person."""
_BARE_JOINED = compiled(rf"(?:,\s|\s)(?:og|and|och)\s(?:(?P<perfect>{_PERFECT})|(?P<holds>{_HOLDS})|(?P<able>{_ABLE}))")
"""*… og forklarer det vanskelige enkelt.*"""
_ASKED = compiled(
    rf"^\W*(?:og |and |och )?(?:(?:har|have|er|are) (?:du|you){_ADVERB}\s(?={_PARTICIPLE}\s)|(?:kan|can) (?:du|"
    r"you)\s(?!(?:tenke|tænke|tenkje|imagine|see|se|begynne|starte|start|jobbe|work|bli|become|du|ikke|not)\b)|do you "
    r"(?!have|want|like|think|believe|dream|know anyone|fancy|wish)|(?:tør|tåler|evner|klarer|skjønner|forstår|vet) "
    r"(?:du|you)\s)(?=[^?]{6,120}\?)"
)
"""*Har du snudd en misfornøyd kundebase?*"""
_WITH = compiled(
    rf"\b(?:{_SOUGHT}|like|liker|likar)(?:\s(?:vi|me|we|nå|now|also|derfor|gjerne))?\s(?:en|ein|a|an|noen|nokon|"
    rf"someone|"
    r"somebody|people|folk|deg|dig|søkere|kandidater|candidates|applicants|one|leder|en leder|ein leiar|en ledare|"
    r"a leader|a manager|en person|a person|en kollega)\s(?:med|with)\s(?=(?:en|ett?|ein|eit|a|an|god|godt|good|solid|"
    r"strong|sterk|lang|long|bred|some|erfaring|sans|teft|tid|resultater|results|bakgrunn|bakgrund|track)\b)"
)
"""*We want somebody with a track record in claims.*"""
_SUFFICES = compiled(
    r"\b(?:det\s(?:holder|held|er nok|ær nok|rækker|rekk)|(?:holder|held|rækker) det|(?:it|that)\s(?:is|'s) enough|"
    r"all we ask is),?\s(?:at|att|that|if|om|hvis|når)\s(?:du|you)\s(?=(?:kan|can|har|have|vet|veit|ved|know|forstår|"
    r"understand|skjønner|behersker|meistrar|mestrer|kjenner|kjenner til)\s)"
)
"""*Det holder at du kan lese en rapport.*"""
_WISH_LIST = compiled(
    r"\b(?:øverst|øvst|høyt|høgt|først|høgst|top|high|first)\s(?:på|oppå|of|on)\s(?:our |vår |the )?(?:ønskelist(?:a|"
    r"en)|ønskjelist(?:a|en)|ønskesedd?el(?:en)?|list(?:a|en)?|wish ?list|önskelistan|ønskelistan)(?:\s(?:vår|vores|"
    r"var))?\s(?:står|stend|er|ær|ligger|ligg|is|are)\s"
)
"""*Øverst på ønskelista står erfaring fra energisalg.*"""
_BY_EXPECTATION = compiled(
    r"\b(?:forutsetter|føreset|førutsætter|forventer|ventar|vænter|forventes|forventast|kræver|krever|krev|expect|"
    r"assume|trust|tror|trur|regner med|reknar med|stole på|lite på|forlanger|that we ask is|ber om|krav om|krav på|"
    r"avhengig av|avhengige av|avhengig av|på grunn av|depend on|betinger)\s(?:(?:det|oss|med|on)\s)?(?:at|att|"
    r"that)?\s?(?:søkeren|søkjaren|kandidaten|vedkommende|du|you|the candidate|applicants|sökanden|den som ansettes|"
    r"[a-zæøå]*(?:leder|leiar|ledare|sjef|chef|manager)(?:en)?)\s(?P<says>(?!to\s|ikke|ikkje|inte|not|er|ær|are|is|får|"
    r"vil|will|starter|begynner|kan begynne|kan tiltre|kan starte|trives her|sender|søker|bor|har lyst|"
    r"at\b)[a-zæøå]+\s)"
)
"""*Vi må kunne stole på at du følger opp det du lover.*"""
_END = compiled(
    r"[,;:?!(]|\.(?:\s|$)|\s-\s|\s(?:og|and|och|eller|or)\s(?=(?:har|kan|du|som|er|ær|at|att|you|have|can|who|are|has|"
    r"is|that|vet|tør|våger|evner|trives|liker|[a-zæøå]{3,}(?:erer|ler|rer|ner|ser))\b)|\s(?:fordi|siden|because|"
    r"slik at|so that|når|when|hvis|if|dersom|men|but|da|så)\s|$"
)
_BEFORE = compiled(
    r"\b(?:når|nær|etter at|ætter at|efter att|efter at|etterat|før|innan|before|once|when|after|until|as soon as|så "
    r"snart|mens|medan|while|da|hvis ikke|unless|forgjengeren|tidligere|the previous)\s[^,;.]{0,25}$"
)
"""*Når du har jobbet her et år*: what will be is not asked."""
_OF_PLACE = compiled(
    r"\s(?:til|till|for|før|i|in|to|at|on|på|ved)\s(?:et|eit|ett|en|ein|ei|a|an)\s(?:[a-zæøå-]+\s){1,3}(?:som|der|that|"
    r"which)\s"
)
"""*En leder til et kontor som har ligget brakt*: said of the office."""
_TOLD = compiled(
    r"\b(?:hos oss|hjå oss|with us|here you|her vil du|vil du|fra oss|frå oss|gratis|free of charge|lønn|salary|"
    r"ferie|vacation|forsikring|pensjon|parking|parkering)\b"
)
"""*Du har sittet …* of what is given."""
_SILENT = (Section.TASKS, Section.ROLE, Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.PRACTICAL)
_FIELDS = (ConceptKind.LANGUAGE, ConceptKind.EDUCATION, ConceptKind.LICENCE, ConceptKind.CERTIFICATION)
ASKED_OR_NOT = (Modality.MUST, Modality.NICE, Modality.NEGATED)


def claims(voice: Voice, known: list[Found]) -> list[Found]:
    """What is said of the person sought in clauses that name nothing known."""
    if voice.section in _SILENT or voice.says("firm"):
        return []
    found = _outright(voice, known)
    if found or (voice.says("others") and not _SEEKS.search(voice.folded)):
        return found
    for start, end, trait in _claimed(voice):
        fields = [hit for hit in voice.hits if hit.concept.kind in _FIELDS]
        if meets([*known, *found], start, end) or meets(fields, start, end) or not _names(voice, start, end):
            continue
        modality = modality_of(voice, start, end) or _where_it_stands(voice)
        if modality in ASKED_OR_NOT:
            found.append(stated_as(start, end, STATED_TRAIT if trait else STATED_SKILL, modality))
    return found


_SEEKS = compiled(r"\b(?:ute etter|ute efter|på jakt etter|are after)\b")


def _outright(voice: Voice, known: list[Found]) -> list[Found]:
    """What suffices, and what stands high on the list of wishes."""
    return [
        stated_as(opens.end(), end, STATED_SKILL, modality)
        for pattern, modality in ((_SUFFICES, Modality.MUST), (_WISH_LIST, Modality.NICE))
        for opens in pattern.finditer(voice.folded)
        if not meets(known, opens.end(), end := _end(voice.folded, opens.end())) and _names(voice, opens.end(), end)
    ]


def _names(voice: Voice, start: int, end: int) -> bool:
    """Is anything named: no *gjort det før*, *hjelpe ham*, *hatt ansvar for*, and nothing that is given?"""
    if _TOLD.search(voice.folded, start, end) or _STRANDED.search(voice.folded, start, end):
        return False
    if _POINTS.match(voice.folded, start, end):
        return False
    return any(len(word) > _SHORT and word not in _HOLLOW for word in words(voice.folded[start:end]))


_STRANDED = compiled(r"\s(?:for|med|i|på|til|om|av|about|with|in|of|at|till|with it)\W*$")
_POINTS = compiled(
    r"(?:når|nær|before|før|if|hvis|om|fra|frå|av|when)\b|[a-zæøå]+(?:e|et|t|d|a)?\s(?:alle\s)?(?:ham|han|henne|dem|"
    r"dei|oss|os|him|her|us|them|me|meg|deg|dig|det|dette|this|"
    r"that|noe lignende|noko liknande|noget lignende|something similar|something like this)\b"
)
_SHORT = 3
_HOLLOW = word_set("deg dig dette this that noe noko gjort done likt before tidligere selv also også være")


def _where_it_stands(voice: Voice) -> Modality | None:
    """What is said of the person sought is demanded, where no heading wishes it or calls it needless."""
    if voice.section is Section.NICE:
        return Modality.NICE
    return None if voice.section is Section.NEGATED else Modality.MUST


def _claimed(voice: Voice) -> Iterator[tuple[int, int, bool]]:
    """Where each claim begins and ends, and whether it tells of a character rather than a skill."""
    folded = voice.folded
    opened = _ASKED.match(folded)
    if opened and voice.section is Section.NONE:
        return  # it may open the ad: Har du stått fast på fjellet?
    if opened:
        yield opened.end(), _end(folded, opened.end()), False
        return
    first: int | None = None
    for pattern in (_CLAIM, _WHO_CAN, _WITH):
        for claim in pattern.finditer(folded):
            if _BEFORE.search(folded, 0, claim.start() + 1) or _OF_PLACE.search(claim.group()):
                continue
            first = claim.start() if first is None else min(first, claim.start())
            yield claim.end(), _end(folded, claim.end()), bool(claim.re.groupindex.get("able") and claim["able"])
    for claim in _BY_EXPECTATION.finditer(folded):
        first = claim.start() if first is None else min(first, claim.start())
        yield claim.start("says"), _end(folded, claim.end()), False
    if first is None:
        return
    for more in (_JOINED, _BARE_JOINED):
        for claim in more.finditer(folded, first):
            yield claim.end(), _end(folded, claim.end()), False


def _end(folded: str, start: int) -> int:
    stop = _END.search(folded, start)
    return int(stop.start()) if stop else len(folded)


def laws(voice: Voice, known: list[Found]) -> list[Found]:
    """*Kjenner du borettslagsloven og eierseksjonsloven*: every law is told by its last part."""
    found = []
    for law in _LAW.finditer(voice.folded):
        start, end = law.span()
        silent = meets(known, start, end) or _BY_LAW.search(voice.folded, 0, start) or voice.says("firm")
        modality = None if silent or _BINDS.match(voice.folded, end) else wanted(voice, start, end)
        if modality:
            found.append(stated_as(start, end, STATED_SKILL, modality))
    return found


_BY_LAW = compiled(
    r"\b(?:etter|ætter|jf\.?|jmf\.?|jfr\.?|i medhold av|i medhald av|i henhold til|i samsvar med|ifølge|under|"
    r"pursuant to|enligt|ifølge|iht\.?|følge av|kreves av|krav i|hjemmel i|heimel i)\s$"
)
"""*Politiattest etter apotekloven*: the ground of what is asked."""
_BINDS = compiled(r"\s(?:gjelder|gjeld|gæller|gælder|krever|krev|kræver|applies|requires|sier|seier|pålegger|pålegg)\b")
_LAW = compiled(r"(?<![\w-])[a-zæøå-]{4,}(?:loven|lova|lagen|forskriften|forskrifta|forordningen|direktivet)(?![\w-])")
