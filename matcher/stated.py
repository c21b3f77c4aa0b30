"""What an ad asks for that the vocabulary does not know: its own words, found by where and how they stand."""

import re
from collections.abc import Iterator
from typing import Any

from domain.matching import ConceptKind, Modality
from matcher import gates
from matcher.asking import modality_of
from matcher.fields.background import cannot_stand_in, leading, stands_in
from matcher.fields.shift import on_duty
from matcher.folding import compiled, word_set
from matcher.found import Found
from matcher.sections import Section
from matcher.text import Shape
from matcher.tool_names import beside_tools, used_tools
from matcher.turns import FITS, KIND_OF_PERSON, WHO_GETS_IT
from matcher.voice import Voice

STATED_SKILL = "skill.stated"
STATED_TRAIT = "trait.stated"
STATED_TASK = "task.stated"
_LABELS = {STATED_SKILL: "annet krav", STATED_TRAIT: "annen egenskap", STATED_TASK: "annen oppgave"}
_CHUNK_END = compiled(
    r";|\s-\s|[.!?]\s|,\s(?=(?:gjerne|helst|aller helst|allra helst|men|og gjerne|og helst|og aller helst|och gärna|and "
    r"ideally|and preferably|og gerne|but|preferably|ideally|gärna|"
    r"gerne)\b)|"
    r"\s(?:og|and|og|samt|in addition to|i tillegg til)\s(?=(?:erfaring|kunnskap|kjennskap|experience|knowledge)\b)"
)
_FIELD_ONLY = compiled(
    r"\b(?:ledererfaring|leiarerfaring|leiarrøynsle|lederefaring|ledelseserfaring|ledarerfarenhet|ledarerfaring|"
    r"leadership experience|management experience|managerial experience|chefserfarenhet|lederbakgrunn)\b"
)
_QUALIFIER = compiled(
    r"\s*(?:(?:stort pluss|stor fordel|kult|moro|gøy|imponerende|flott|topp|supert|perfekt|great|nice|lovely)\W*$|har "
    r"du ikke det|har du ikkje det|hvis ikke|om ikkje|if not|annars|ellers|men|but|og|and|så|slik at|hvis|om|dersom|"
    r"we (?:also |gladly |happily )?accept|vi (?:godtar|godtek|aksepterer|accepterar|godtager)|we ask for nothing|nothing (?:else|more|"
    r"beyond)|mer (?:trenger|krever)|meir (?:treng|krev)|eller tilsvarende|or similar|uten (?:den|det|dette|dem)|utan (?:den|det|dette)|without (?:it|this|that|them))\b|"
    r"[^\w]*$"
)
_SUBJECT = compiled(
    r"\s*(?:og |and )?(?:gjerne|helst|fortrinnsvis|preferably|ideally|gärna|gerne|helst)\s(?:(?:innen|innenfor|innan|"
    r"in|within|inom|indenfor|med|i|fra|from)\s|[\w-]+\s(?:inriktning|retning|linje|fagkrets|fordypning|"
    r"spesialisering)\b)"
)
"""What a degree is wished to be in is no wish of its own."""
_SHORT_WISH = 8
"""Words of a wish that is all subject: *Grønne fingre er en fordel*."""
_YEARS = compiled(r"\b\w+\+?\s*(?:års?|years?)\b")
_YOU = compiled(r"\b(?:du|deg|dig|you|your|din|ditt)\b")
_LIST_SEPARATOR = compiled(
    r",\s|\s(?:og|and|och|samt|men|but|eller|or)\s|;\s|\s(?:som|who|der)\s(?=(?:tåler|toler|tål|liker|likar|tør|torer|vågar|kan|"
    r"trives|trivst|trivs|tar|tek|gir|gjev|får|evner|klarer|klarar|holder|held|lytter|lyttar|skaper|finner|bryr|leser|forstår|thrives|"
    r"keeps|can|listens|takes|enjoys|står|orker|handles|loves|sier|seier)\b)"
)
FRAME = compiled(
    r"\b(?:\w*erfaring|\w*røynsle|\w*erfarenhet|experience|\w*bakgrunn|\w*bakgrund|background|\w*kunnskap\w*|"
    r"\w*kjennskap|kännedom|kunskap\w*|kendskab|viden|knowledge|understanding|forståelse|forståing|innsikt|"
    r"familiarity|ferdigheter|skills|interesse|kompetanse|kurs|kunne|kunna|able to)\b"
)
PERSON = compiled(
    r"\b(?:du er|du är|you are|you're|som person|(?:leder|leiar|ledare|leader|person|kollega|manager) (?:som|who|der) "
    r"(?:er|är|is)|(?:søker|søkjer|söker|søger|looking for|ser etter|vil ha|leter etter|trenger|treng)(?: vi| nå)? "
    r"(?:en|ein|a|an)(?: [a-zæøå-]+,?(?: og| and| och)?){1,5} (?:person|leder|leiar|ledare|leader|kollega|medarbeider|"
    r"colleague)\b|du skal være|du må være|en som er|someone who is|du har|vere|deg som er|you bring|som type|som "
    r"leder|"
    r"er du(?= [a-zæøå]{4,}(?:,| og| och))|som leiar|som menneske|bør du (?:være|vere)|bör du vara|du b[øö]r (?:være|vere|vara)|you should be)\b"
)
_ITSELF = compiled(
    r"\b(?:som (?:person|type|menneske|människa|leder|leiar|ledare)|as a (?:person|leader)),?\s(?:er|är|are)\s(?:du|"
    r"you)"
    r"\s|\byou bring\s(?=[a-z]+,)"
)
"""*Som type er du sta*: whatever follows says what somebody is like."""


def stated(voice: Voice, known: list[Found]) -> list[Found]:
    """What the sentence asks for in its own words, and names of tools nobody knows."""
    found = [*_words(voice, known), *beside_tools(voice, known)]
    found += used_tools(voice, [*known, *found])
    return [*found, *_laws(voice, [*known, *found])]


def _laws(voice: Voice, known: list[Found]) -> list[Found]:
    """*Kjenner du borettslagsloven og eierseksjonsloven*: every law is told by its last part."""
    found = []
    for law in _LAW.finditer(voice.folded):
        start, end = law.span()
        spoken = any(item.start < end and start < item.end for item in known)
        modality = None if spoken else modality_of(voice, start, end)
        if modality in (Modality.MUST, Modality.NICE):
            assert modality is not None
            found.append(_item(start, end, STATED_SKILL, modality))
    return found


_LAW = compiled(r"(?<![\w-])[a-zæøå-]{4,}(?:loven|lova|lagen|forskriften|forskrifta|forordningen|direktivet)(?![\w-])")


def _words(voice: Voice, known: list[Found]) -> list[Found]:
    if voice.listed and voice.section is Section.TRAITS:
        return _stated_traits(voice, known)
    if voice.listed and voice.shape is Shape.ITEM and voice.section in _ITEM_SECTIONS:
        person = voice.section in _AFTER_DEMANDS and _OPENS_PERSON.match(voice.folded)
        if person and any(item.kind is ConceptKind.TRAIT for item in known):
            return _stated_traits(voice, known, person.end())
        return _stated_items(voice, known)
    frame = _frame(voice)
    if frame is not None:
        return _stated_traits(voice, known, frame)
    if _portrays(voice):
        return _clauses(voice, known)
    person = voice.mask & gates.PERSON and PERSON.search(voice.folded)
    if person and (any(item.kind is ConceptKind.TRAIT for item in known) or _describes(voice, person.end())):
        return [*_denied_clauses(voice, known), *_stated_traits(voice, known, person.end())]
    return _stated_by_cue(voice, known)


_SOUGHT = compiled(
    r"\b(?:søker|søkjer|söker|søger|looking for|ser etter|vil ha|leter etter|leitar etter|trenger|treng|behöver|ønsker oss|"
    r"ønskjer oss|need|seek|seeking|want)(?: vi| nå| derfor)?\s(?:en|ein|a|an)\s(?P<like>[a-zæøå-]{3,}(?:, [a-zæøå-]{3,}){0,4},? (?:og|and|och) "
    r"[a-zæøå-]{3,}) (?:person|leder|leiar|ledare|leader|kollega|medarbeider|medarbeidar|colleague|manager|lagspiller|lagspelar|chef)\b"
)
"""*Vi søker en synlig, konkurranselysten og omsorgsfull leder.*"""
_OPENS_PERSON = compiled(r"\W*(?:at |att )?(?:du er|du är|er du|you are|you're)\s")


def _describes(voice: Voice, start: int) -> bool:
    """Do nothing but a few qualities follow *du er*, below what is asked: *ærleg og punktleg*?"""
    return voice.section in _AFTER_DEMANDS and bool(_QUALITIES.match(voice.folded, start))


_QUALITIES = compiled(
    r"\s?(?:(?:en|ein|a|an|også|gjerne|svært|veldig|both|både) )?(?!(?:med|i|på|til|at|with|in|vid|som|den|det|de|ikke|ikkje|inte|not|utdannet|"
    r"responsible|welcome|ansvarlig|ansatt|velkommen)\b)[a-zæøå-]{4,}(?:,| og| and| och)\s[a-zæøå-]{4,}"
)


def _frame(voice: Voice) -> int | None:
    """Where the qualities begin that a sentence asks for with nothing but them: *Vi liker ledere som er varme*."""
    sought = _SOUGHT.search(voice.folded)
    if sought:
        return int(sought.start("like"))
    found = KIND_OF_PERSON.search(voice.folded) or _of_who_gets_it(voice) or _ITSELF.search(voice.folded) or _IF_YOU_ARE.match(voice.folded)
    if found and found.re.pattern == _IF_YOU_ARE.pattern and not FITS.search(voice.folded, found.end()):
        return None
    if found is None or found.group().endswith(_NO_QUALITY):
        return None
    return found.end()


def _of_who_gets_it(voice: Voice) -> Any:
    """*De som lykkes her, er nysgjerrige*, said with *is*; *har* and *kan* speak of skills."""
    found = WHO_GETS_IT.search(voice.folded)
    return found if found and found.group().endswith((" er ", " ær ", " is ", " are ")) else None


_IF_YOU_ARE = compiled(r"(?:er|är|are) (?:du|you) ")
_NO_QUALITY = (" har", " have", " has")
"""*Folk som har erfaring fra salg* speaks of skills."""


def _portrays(voice: Voice) -> bool:
    """Is this a portrait in whole clauses after the demands: *You like numbers and you ask good questions*?"""
    if voice.section not in _AFTER_DEMANDS or voice.shape is Shape.ITEM:
        return False
    return bool((_PORTRAIT_UNDER if voice.listed else _PORTRAIT).match(voice.folded))


_AFTER_DEMANDS = (Section.MUST, Section.NICE, Section.TRAITS, Section.NEGATED)
_NOT_OF_YOU = (
    r"(?!får|fær|get|vil|will|blir|bliver|skal|ska|should|må|must|need|rapport\w*|report|leder|leier|lead|jobber|"
    r"jobbar|"
    r"arbei\w*|arbet\w*|work|kan|can|could|may|trenger|treng|behøver|behöver|slipper|slepp|finner|finn|hører|høyrer|"
    r"tilbys|begynner|byrjar|starter|startar|start|børjar|møter|meet|join|sitter|sit|inngår|deltar|har|have|er|is|are|"
    r"do|don't|går|tar|tek|take|velger|vel|bor|live|søker|apply|sender|send|finds?)"
)
_PORTRAIT = compiled(
    rf"(?:du|you)\s{_NOT_OF_YOU}\w+\s[^,.;]{{2,60}}(?:,|\s(?:og|and|och))\s(?:(?:og|and|och)\s)?(?:du|you)\s|"
    rf"(?:du|you)\s(?:tåler|toler|tål|tål|keep|holder|held|håller|liker|likar|gillar|like|love|elsker|enjoy|tør|torer|"
    rf"vågar|dare|lytter|lyttar|listen|smiler|smilar|smile|tenker|tenkjer|tänker|think|ser|lar|lèt|låter)\s"
)
_PORTRAIT_UNDER = compiled(rf"(?:du|you)\s{_NOT_OF_YOU}[a-zæøå]+\s[^?]{{4,}}$")
"""Under the demands themselves one clause is enough: *Du forstår en kontrakt.*"""
_CLAUSE_END = compiled(r"\s(?:og|and|och)\s(?=(?:har|kan|tør|have|can|are)\s)|,\s(?:og |and |och )?(?=(?:du|you)\s)|\s(?:og|and|och)\s(?=(?:du|you)\s)|[.;]\s|$")


def _clauses(voice: Voice, known: list[Found]) -> list[Found]:
    """Each clause of a portrait that holds nothing known."""
    found, start = [], 0
    for stop in _CLAUSE_END.finditer(voice.folded):
        end = stop.start()
        free = not any(item.start < end and start < item.end for item in known)
        modality = modality_of(voice, start, end, trait=True) or Modality.MUST
        if free and end - start > _SHORTEST_CLAUSE and modality is not Modality.TASK:
            found.append(_item(start, end, STATED_TRAIT, modality))
        start = stop.end()
    return found


_SHORTEST_CLAUSE = 6
_ITEM_SECTIONS = (Section.MUST, Section.NICE, Section.NEGATED, Section.TASKS)


def _chunks(voice: Voice) -> Iterator[tuple[int, int]]:
    position, end = 0, len(voice.folded)
    for stop in _CHUNK_END.finditer(voice.folded):
        yield position, stop.start()
        position = stop.end()
    yield position, end


def _stated_items(voice: Voice, known: list[Found]) -> list[Found]:
    """Parts of a list item that hold nothing known: the ad's own words are the requirement."""
    found = []
    for start, end in _chunks(voice):
        text = voice.folded[start:end]
        if (
            not _says_something(voice, start, end)
            or _QUALIFIER.match(voice.folded, start, end)
            or _covered(voice, start, end, known)
            or _says_nothing_more(text)
            or voice.says("firm")
            or (start and _explains(voice, start, end))
            or (_SUBJECT.match(text) and any(hit.concept.kind is ConceptKind.EDUCATION for hit in voice.hits))
        ):
            continue
        if _is_field(voice, start, end):
            continue
        modality = modality_of(voice, start + 1, end - 1)
        if modality is not None:
            found.append(_item(start, end, STATED_TASK if modality is Modality.TASK else STATED_SKILL, modality))
    return found


def _explains(voice: Voice, start: int, end: int) -> bool:
    """*Norsk og engelsk – en tredel av leietakerne er studenter*: what follows the dash gives the reason."""
    dashed = voice.folded.startswith(" - ", start - 3)
    return dashed and bool(_OF_OTHERS.match(voice.folded, start, end)) and not _YOU.search(voice.folded, start, end)


_OF_OTHERS = compiled(
    r"(?:en|et|ein|eit|ett|the|våre|vårt|our|vi|me|we|kundene|kundane|mange|many|most|de fleste|det|her|alle|all|it)\s[^.;]*?"
    r"\b(?:er|är|is|are|har|have|gir|kommer|bruker|brukar|snakker|snakkar|speak|use|skriver)\b"
)


def _is_field(voice: Voice, start: int, end: int) -> bool:
    """Experience of leading, and what may stand in for education, are fields of the ad."""
    return (
        _names_leading(voice, start, end)
        or stands_in(voice.folded, start, end)
        or cannot_stand_in(voice.folded, start, end)
        or on_duty(voice)
        or _only_leading(voice, start, end)
        or (
            bool(_YEARS.search(voice.folded, start, end))
            and _says_nothing_more(_YEARS.sub(" ", voice.folded[start:end]))
        )
    )


def _names_leading(voice: Voice, start: int, end: int) -> bool:
    """*Ledererfaring fra en teknisk bedrift* says of what, and is more than the field."""
    if not _FIELD_ONLY.search(voice.folded, start, end):
        return False
    from_where = _FROM_WHERE.search(voice.folded, start, end)
    return not from_where or _says_nothing_more(_ANYWHERE.sub(" ", from_where["where"]))


_ANYWHERE = compiled(
    r"\b(?:offentlig\w*|offentleg\w*|privat\w*|virksomhet\w*|verksemd\w*|sektor\w*|bransje\w*|eller|public|"
    r"either|annen|andre|anna|tilsvarende|tilsvarande|tidligere|tidlegare|stilling\w*|previous)\b"
)
_FROM_WHERE = compiled(
    r"(?:erfaring|røynsle|erfarenhet|experience|bakgrunn)\s(?:fra|frå|från|from|in|i|innen|innan|inom|innenfor|"
    r"within)\s"
    r"(?P<where>[^,;.(]+)"
)


def _only_leading(voice: Voice, start: int, end: int) -> bool:
    """Does the chunk say how long somebody has led, and nothing of what?"""
    for _, low, high in leading(voice):
        if start <= low and high <= end:
            if _OF_TRADE.search(voice.folded, low, high):
                return False
            rest = _YEARS.sub(" ", voice.folded[start:low] + " " + voice.folded[high:end])
            return _says_nothing_more(rest)
    return False


_OF_TRADE = compiled(
    r"\b(?!(?:team|avdeling|avdelning|afdeling|gruppe|grupp|mellom|personal|linje|seksjon|enhet|eining|skift|fag|nest|"
    r"mannskap|folke|bedrift)s?)\w{4,}(?:leder|sjef|leiar|chef|ledare)\b"
)
"""*Erfaring som salgsleder* says of what."""


def _says_nothing_more(rest: str) -> bool:
    """Is there nothing in ``rest`` but words that say how much?"""
    return not any(len(word) > 3 and word not in _FILLING for word in _WORDS.findall(rest))


_WORDS = compiled(r"[^\W\d_]+")
_FILLING = word_set(
    "minst minimum mindst mindre least over more than flere fler flera fleire solid bred relevant have andre others "
    "folk people personal personale ansatte medarbeidere team teams erfaring erfarenhet experience dokumentert proven "
    "arbeidserfaring yrkeserfaring relevante hvorav varav herav including them deres gjerne helst lang lengre noen "
    "klar ready before prior have praksis arbeidspraksis yrkespraksis arbetslivserfarenhet lyst begynne years "
    "two three four five seven eight to tre fire fem seks sju åtte ti tio"
)


def _says_something(voice: Voice, start: int, end: int) -> bool:
    """Is there more than cue words in the chunk?"""
    text = voice.folded[start:end]
    for cue in voice.cues:
        if start <= cue.start < end:
            text = text.replace(voice.folded[cue.start : min(end, cue.end)], " ")
    return any(len(word) > 3 for word in text.split())


def _covered(voice: Voice, start: int, end: int, known: list[Found]) -> bool:
    if any(start <= item.start < end for item in known):
        return True
    fields = (ConceptKind.LANGUAGE, ConceptKind.EDUCATION)
    return any(start <= hit.start < end and hit.concept.kind in fields for hit in voice.hits)


def _stated_traits(voice: Voice, known: list[Found], start: int = 0) -> list[Found]:
    found = []
    position = start
    ends = [stop.span() for stop in _LIST_SEPARATOR.finditer(voice.folded, start)]
    for stop, following in [*ends, (len(voice.folded), len(voice.folded))]:
        free = not any(item.start < stop and position < item.end for item in known)
        modality = modality_of(voice, position, stop, trait=True)
        if free and stop - position > 2 and modality not in (None, Modality.TASK):
            assert modality is not None
            found.append(_item(position, stop, STATED_TRAIT, modality))
        position = following
    return found


def _stated_by_cue(voice: Voice, known: list[Found]) -> list[Found]:
    """Running text: a wish or an express *not asked* about something the vocabulary does not know."""
    named = [item for item in known if item.kind not in (ConceptKind.EDUCATION, ConceptKind.LANGUAGE)]
    if named and voice.says("negated"):
        return _denied_clauses(voice, known)
    if named and not voice.says("firm"):
        return _further_clauses(voice, known)
    if named or not (voice.says("nice") or voice.says("negated") or voice.says("must")) or voice.says("firm"):
        return []
    found = []
    for start, end in _chunks(voice):
        modality = modality_of(voice, start, end)
        if modality is None or (modality is Modality.NICE and not _counts_as(voice) and _is_field(voice, start, end)):
            continue
        if modality is Modality.NEGATED and _names_nothing(voice, start, end):
            continue
        framed = FRAME.search(voice.folded, start, end)
        short = voice.folded.count(" ", start, end) < _SHORT_WISH
        wish = modality is Modality.NICE and (short or _YOU.search(voice.folded, start, end))
        if wish and not framed:
            found.append(_item(start, end, STATED_TRAIT, Modality.NICE))
        elif modality is Modality.NEGATED or (framed and not voice.says("others")):
            fields = any(
                hit.concept.kind in (ConceptKind.LANGUAGE, ConceptKind.EDUCATION) and start <= hit.start < end
                for hit in voice.hits
            )
            if modality is Modality.NEGATED or not fields:
                found.append(_item(start, end, STATED_SKILL, modality))
    return found


def _denied_clauses(voice: Voice, known: list[Found]) -> list[Found]:
    """*Båtvett får du hos oss, og førerkort trenger du ikke*: what nobody knows is denied, too."""
    found = []
    for cue in voice.cues:
        if cue.meaning != "negated" or not cue.backward:
            continue
        starts = [stop.end() for stop in _CLAUSE.finditer(voice.folded, 0, cue.start)]
        start = starts[-1] if starts else 0
        spoken = any(item.start < cue.end and start < item.end for item in known)
        spoken = spoken or any(hit.start < cue.end and start < hit.end for hit in voice.hits)
        words = [
            word for word in _WORDS.findall(voice.folded, start, cue.start) if len(word) > 3 and word not in _HOLLOW
        ]
        if words and not spoken:
            found.append(_item(start, cue.end, STATED_SKILL, Modality.NEGATED))
    return found


def _further_clauses(voice: Voice, known: list[Found]) -> list[Found]:
    """*God norsk er et krav, og du må kunne skrive enkelt*: a clause of its own that names nothing known."""
    found = []
    for clause in _OWN_CLAUSE.finditer(voice.folded):
        start, end = clause.span("says")
        spoken = any(item.start < end and start < item.end for item in known)
        spoken = spoken or any(hit.start < end and start < hit.end for hit in voice.hits)
        modality = None if spoken or _is_field(voice, start, end) else modality_of(voice, clause.end("opens"), end)
        if modality in (Modality.MUST, Modality.NICE):
            assert modality is not None
            found.append(_item(start, end, STATED_SKILL, modality))
    return found


_OWN_CLAUSE = compiled(
    r"(?:^|[,;]\s|\s(?:og|and|och|at|att|that|om|hvis|dersom)\s)(?:og |and |och )?(?P<says>(?P<opens>(?:du|you)\s(?:må|must|bør|should|kan|can|har|have|"
    r"tidligere har|tidlegare har|need to|skal kunne|ska kunna|har tidligere)\s(?:ha|kunne|have|kunna|be able to|know how to)?\s?)"
    r"(?:arbeid\w*|jobb\w*|arbet\w*|work\w*|skriv\w*|writ\w*|formidl\w*|forklar\w*|explain\w*|koordiner\w*|bygg\w*|built|build|"
    r"solgt|sold|undervist|taught|sätta|sette opp|uttrykk\w*|beregn\w*|regne\w*|analyser\w*|presenter\w*)\b[^,;.]{0,80})"
)


def _counts_as(voice: Voice) -> bool:
    """*Erfaring fra bank regnes som en fordel*: counted as a merit, and not as something else."""
    return any(cue.meaning == "nice" and " som " in voice.folded[cue.start : cue.end] for cue in voice.cues)


def _names_nothing(voice: Voice, start: int, end: int) -> bool:
    """Does a denial deny nothing that it names: *Det er ikke et krav*, *Hos oss får du god opplæring*?"""
    words = _WORDS.findall(voice.folded, start, end)
    if all(len(word) < 4 or word in _HOLLOW for word in words) and not _SHORT_NAME.search(voice.text, start, end):
        return True
    back = [cue for cue in voice.cues if cue.meaning == "negated" and cue.backward and start <= cue.start < end]
    return bool(back) and bool(_NO_TOPIC.fullmatch(voice.folded, start, back[0].start))


_SHORT_NAME = re.compile(r"\b[A-ZÆØÅ]{2,}\b")
_NO_TOPIC = compiled(
    r"\W*(?:og |men |and |but |så )?(?:(?:hos|hjå|i|på|med|ved|til|for|som|etter|efter|under|fra|frå|från|in|with|at|on|selvfølgelig|naturligvis|"
    r"dessuten|derfor|da|her|hær|here|så|nå|når|the first|de første|det første|first)\b[^,;]*|dette|det|det hær|this|that|it|den|de|disse|dem)?\s*"
)
_CLAUSE = compiled(r"(?:[,;:]|\.)\s(?:og |and |och |men |but |så )?|\s(?:men|but|mens|while)\s")
_HOLLOW = word_set(
    "ikke ikkje inte krav kravet krever kreves krævs not required requirement necessary needed nødvendig nødvendigt "
    "naudsynt nödvändigt dette this that absolutt noen men but avgjørende påkrevd forutsetning"
)
"""Words of a denial that names nothing: *Det er ikke et krav, men …*."""


def _item(start: int, end: int, concept: str, modality: Modality) -> Found:
    return Found(
        start, end, concept, ConceptKind(concept.split(".", maxsplit=1)[0]), _LABELS[concept], modality, "stated"
    )
