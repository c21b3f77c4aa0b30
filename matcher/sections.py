"""Which part of the ad does a sentence stand in: requirements, wishes, duties, offer, the employer …?

Headings decide, in whatever markup they come: real headings, bold lines, short lines above a list, and run-in
headings (``Krav: …``). Lists under no known heading are judged by what their items say.
"""

import re
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, partial
from typing import NamedTuple

from matcher.folding import compiled, fold
from matcher.modality import find_cues
from matcher.sentences import split
from matcher.text import Block, Shape
from matcher.vocabulary import FOLDER


class Section(StrEnum):
    """What a passage is about."""

    number: int
    """Its place in this list."""

    MUST = "must"
    NICE = "nice"
    TRAITS = "traits"
    TASKS = "tasks"
    ROLE = "role"
    OFFER = "offer"
    EMPLOYER = "employer"
    PRACTICAL = "practical"
    CONTACT = "contact"
    NEGATED = "negated"
    WISH = "wish"
    """*Vi ønsker …*: wishes below a heading that demands, else what is asked. Not a section of any passage."""
    NONE = "none"
    HEADING = "heading"
    """The heading itself."""


for _number, _section in enumerate(Section):
    _section.number = _number


class Passage(NamedTuple):
    """A sentence of a block, by offsets in the block, with its section."""

    start: int
    end: int
    section: Section
    listed: bool
    """Does the heading speak of it directly (not of a paragraph after the list)?"""


_as_passage = partial(tuple.__new__, Passage)
"""One from its parts, without the detour over its constructor: an ad has many."""
Mark = tuple[Section, bool]
"""A block's section, and whether the heading speaks of it directly."""
AS_HEADING: Mark = (Section.HEADING, False)


_LONGEST_HEADING = 80
_LONGEST_RUN_IN = 42
_LONGEST_OWN = 8
"""Words of a heading that cue words are looked for in."""
_RUN_IN = compiled(r"([^:.!?;]{2,42}):\s+(?=\S)")
_ORNAMENT = compiled(r"^[^\w]+|[^\w]+$")
_REQUIREMENT = compiled(
    r"\b(?:erfaring|erfarenhet|experience|utdanning|utdannelse|utbildning|uddannelse|degree|kunnskap|kjennskap|"
    r"kunskap|kendskab|knowledge|norsk|engelsk|english|svenska|dansk|førerkort|førarkort|körkort|kørekort|fagbrev|"
    r"evne|ability|autorisasjon|autorisation|sertifi\w+|certifi\w+|vilje til|willing\w*|bachelor|master|skills|"
    r"egenskaper|behersker|fluent|flytende|kompetanse|ledererfaring|leiarerfaring|du er|you are|du har|du må|du bør|"
    r"you have|minst|minimum|years|årserfaring|du är|gode|good|strong|god)\b"
)
_DUTY = compiled(
    r"\W*(?:å |att |at |to )?(?:lede|leie|leia|leda|utvikle|utveckla|udvikle|sikre|sikra|følge|følgje|følja|drive|"
    r"driva|planlegge|planleggje|planera|planlægge|coache|coacha|rekruttere|rekrytera|rapportere|rapportera|håndtere|"
    r"handtere|handsame|hantera|håndtere|bidra|sørge|sørgje|ansvara|ansvar|svare|svara|besvare|behandle|samarbeide|"
    r"forbedre|forbetre|lære opp|bygge|byggje|manage|lead|run|drive|own|ensure|coach|recruit|report|handle|develop|"
    r"build|plan|answer|improve|set|[a-zæøå]+-, |personal\w*ansvar|personal-|daglig|oppfølging av|opfølgning)\b"
)
"""How a duty in a list begins."""
_TERM = compiled(
    r"\W*(?:(?:100|[1-9]0) ?%|fast\b|temporary|fixed[- ]term|\d{3}\s?-\s?\d{3} (?:tusen|000)|\d{2,3} kr|full[- ]?time|"
    r"full[- ]?tid|fulltid|heltid|heiltid|deltid|part[- ]time|permanent|tillsvidare\w*|vikariat|engasjement|"
    r"midlertidig|stillingen er|\w*lønn?\b|\w*løn\b|salary|pay\b|base pay|nok \d|kr\.? \d|\d{3} 000|"
    r"[a-zæøå]*(?:pension|pensjon|forsikring|forsäkring)\w*|insurance|hybrid|hjemmekontor|heimekontor|distansarbete|"
    r"remote|(?:fem|fire|seks|[4-6]) (?:ukers|vekers|veckors|weeks)|oppstart|tiltredelse|start|arbeidstid|arbetstid|"
    r"arbejdstid|working hours|kontorsted|arbeidssted|bonus|gode |good |konkurransedyktig|competitive|mulighet|"
    r"moglegheit|möjlighet|mulighed|(?:ansettelse\w*|tilsetjing\w*|omfang|stillings\w+|type|anställning\w*|"
    r"arbetsplats|personal\w*ansvar|"
    r"antal\w* \w+|antall stillinger|søk innen|ansök senast|søknadsfrist|frist|closing date|deadline|contract|hours|"
    r"location|sted|stad|"
    r"team|vakt|turnus|omfattning|placering|arbejdssted|employment|number of \w+)\s?:|friskvård|frokost|kantine|lunsj|"
    r"lunch)"
)
"""How a term of employment in a list begins."""
_ABOUT = compiled(r"(?:om|about|litt om|mer om|kort om|hvem er|velkommen til|welcome to|life at|hvorfor|why)\s")
_ABOUT_THE_JOB = (
    (
        Section.ROLE,
        compiled(
            r"(?:litt |mer |kort )?(?:om|about)\s(?:the |your |den |denne |dei |de |disse )?(?:ny\w* )?(?:stilling|"
            r"jobb|roll|"
            r"tjänst|oppdrag|position|job|role|arbeidet\b|arbetet\b|arbejdet\b)\w*\W*$"
        ),
    ),
    (
        Section.PRACTICAL,
        compiled(
            r"(?:litt |mer |kort )?(?:om|about)\s(?:the |your |din |ditt |dine )?(?:arbeidsforhold|arbeidsvilkår|"
            r"ansettels|"
            r"tilset|anställning|ansættels|vilkår|villkor|betingels|lønn|løn|lön|arbeidstid|arbetstid|arbejdstid|terms|"
            r"conditions|employment|contract|pay\b|hours)"
        ),
    ),
)
"""*Om arbeidsforholdet* is not about the employer."""
_FACT_ROW = re.compile(
    r"(?:(?i:stillingsbrøk|stillingsprosent|stillingsstørrelse|stillingsstorleik|stillingstype|omfang|arbeidsomfang|"
    r"ansettelse|ansettelsesform|ansettelsesforhold|tilsetjing|tilsetjingsform|varighet|arbeidstid|arbeidssted|"
    r"arbeidsstad|sted|stad|årslønn|månedslønn|lønn|løn|lön|søk innen|søk seinast|søknadsfrist|frist|antall "
    r"stillinger|oppstart|tiltredelse|rapporterer til|hjemmekontor|heimekontor|salary|pay|working hours|hours|reports "
    r"to|place of work|workplace|employment type|deadline|closing date|omfattning|anställning|anställningsform|"
    r"arbetstid|arbetsplats|timelønn|timeløn|timlön|vakt|vaktordning|turnus|beredskap|location|ort|placering|"
    r"arbejdstid|arbejdssted|ansættelse|ansøgningsfrist|sista ansökningsdag)"
    r"\s?:?\s(?!(?i:og|and|och|eller|or|for|til|with|med)\b)(?=[A-ZÆØÅÄÖ\d]|fast|vikariat|dag|hybrid|fysisk|ingen|"
    r"inntil)"
    r"|(?i:du leder|du leier|you lead|you manage|personalansvar|personalansvar for|direct reports|team|team size|"
    r"medarbeidere|ansatte|type|stilling|contract|employment|lokasjon|number of positions|antall|antal tjänster|"
    r"stillinger|openings)\s?:?\s(?=\d|(?i:fast|vikariat|"
    r"engasjement|"
    r"midlertidig|permanent|temporary|fixed|full|heltid|hybrid|remote|on[- ]?site|to|tre|fire|fem|seks|sju|syv|åtte|"
    r"ni|ti|elleve|tolv|femten|tjue|two|three|four|five|six|seven|"
    r"eight|nine|ten|twelve)\b))"
)
"""A row of a table of facts, whose label is set as a heading: *Ansettelse Fast, heltid*."""
_MODAL_HEADINGS = frozenset((Section.MUST, Section.NICE, Section.TRAITS, Section.TASKS, Section.NEGATED))


_OFFERING = re.compile(r"(?:Vi|Me|We) (?:kan )?(?:tilbyr|tilbyd|tilby|tilbyder|erbjuder|offer|can offer)\b")
"""A sentence that turns from demands to what is given, with no heading of its own."""
_LABEL_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@cache
def _phrases() -> tuple[dict[str, Section], int]:
    """What each known phrase announces, and the number of words of the longest."""
    data = tomllib.loads((FOLDER / "cues" / "headings.toml").read_text(encoding="utf-8"))
    known = {
        " ".join(_LABEL_WORD.findall(fold(phrase))): Section(name)
        for name, phrases in reversed(data.items())
        for said in phrases
        for phrase in (said, f"me {said[3:]}" if said.startswith("vi ") else said)
    }
    return known, max(phrase.count(" ") + 1 for phrase in known)


_LONGEST_LABEL = 24
"""Words of a heading that are looked at."""


def _known_in(label: str) -> list[str]:
    """The known phrases that stand in a folded heading."""
    words = _LABEL_WORD.findall(label)[:_LONGEST_LABEL]
    known, longest = _phrases()
    found = []
    for start in range(len(words)):
        phrase = ""
        for word in words[start : start + longest]:
            phrase = f"{phrase} {word}" if phrase else word
            if phrase in known:
                found.append(phrase)
    return found


class HeadingReader:
    """Tells what headings announce; remembers them, since ads repeat each other's headings."""

    def __init__(self) -> None:
        self._memory: dict[str, Section] = {}
        self._sections, _ = _phrases()

    def knows(self, label: str) -> bool:
        """Is the folded ``label`` one of the known headings as a whole?"""
        return label in self._sections

    def section_of(self, heading: str) -> Section:
        """The section that ``heading`` opens; NONE when its words are not known."""
        known = self._memory.get(heading)
        if known is None:
            if len(self._memory) > 20_000:
                self._memory.clear()
            known = self._memory[heading] = self._read(heading)
        return known

    def _read(self, heading: str) -> Section:
        text = _ORNAMENT.sub("", fold(heading))
        if heading.rstrip().endswith("?") and len(text.split()) > 6:
            return Section.NONE
        found = _known_in(text)
        if text in _PRONOUNS:
            return _PRONOUNS[text]
        if not found:
            of_job = (section for section, about in _ABOUT_THE_JOB if about.match(text))
            return next(of_job, Section.EMPLOYER if _ABOUT.match(text) else _in_own_words(text))
        cued = _by_cues(text)
        sections = [self._sections[phrase] for phrase in found]
        if Section.NEGATED in sections and (Section.NICE in sections or _WISHES.search(text)):
            return Section.NICE  # wished, but not required
        told = self._sections[max(found, key=len)]
        if told is Section.MUST and _WISHES.search(text) and not _DEMANDS.search(text):
            return Section.NONE if _OF_OURS.search(text) else Section.NICE
        if told is Section.MUST and _SHOULD.search(text) and not _DEMANDS.search(text):
            return Section.NICE
        return cued if told is Section.MUST and cued in (Section.NICE, Section.NEGATED) else told

    def run_in(self, text: str) -> tuple[Section, int] | None:
        """Section and length of a run-in heading (``Krav: …``) at the start of ``text``."""
        found = _RUN_IN.match(text)
        if found is None:
            return None
        label = _ORNAMENT.sub("", fold(found.group(1)))
        if label in _PRONOUNS:
            return _PRONOUNS[label], found.end()
        section = self._sections.get(label) or self.section_of(found.group(1))
        phrase = max(_known_in(label), key=len, default="")
        if section is Section.NONE or len(phrase) < len(label) * 0.6:
            return None
        return section, found.end()


_SHOULD = compiled(r"(?<!hva )(?<!kva )\b(?:b[øö]r (?:du|ha|være|vere|vara)|du b[øö]r)\b")
"""*For å lykkes bør du ha* wishes; *hva bør du kunne?* asks."""
_PRONOUNS = dict.fromkeys(("du", "deg", "dig", "you"), Section.MUST) | dict.fromkeys(("vi", "me", "we"), Section.OFFER)
"""``Du: …`` and ``Vi: …``, headings only when nothing else stands in them."""
_OF_CUE = {"nice": Section.NICE, "negated": Section.NEGATED, "must": Section.MUST}


_WISHES = compiled(
    r"\b(?:\w*pluss(?:et|er|liste\w*)?|pluses?|(?:ekstra|extra|kjempe)?bonus\w*|kjekt|kjekke?|kjekk|stas|gøy|moro|kult|"
    r"skøy|smil(?:e|er)?|smiles?|glade?|gla|glada|jubler|jublar|jubla|happy|happier|happiest|delighted?|thrilled|"
    r"love (?:it|to see)|we'd love|lovely|lykkelige|imponer\w*|impress\w*|hyggelig\w*|hyggeleg\w*|trevlig\w*|rart|"
    r"det som hjelper|det som hjelp|hjelper (?:også|òg|godt)|hjelper deg|what helps|helps? you|also helps?|would help|"
    r"føremon\w*|fortrinn\w*|kirseb\w*|kransekake\w*|prikken over|pricken över|krydder\w*|krydda|icing|cherry|"
    r"sprinkles|rosin\w*|fint|flott|supert|fantastisk|toppen|perfekt|tel (?:òg|også|med)|teller (?:også|òg|med|ekstra)|"
    r"tæller (?:også|med)|räknas (?:också|också)|counts? too|also counts?|spennende å høre|stå ut|skiller deg ut|"
    r"skil deg ut|sticker ut|brownie|ekstra|extra|ideelt|idealt|i tillegg (?:er|blir|ser|vil)|gull verdt?|guld "
    r"v[äæ]rde?|"
    r"worth gold|draumekandidat\w*|drømmekandidat\w*|gjerne|gärna|gerne|helst|preferably)\b"
)
"""Words that wish in whatever heading: *Ekstra stas om du også har*, *What would make us smile*."""
_WAIVES = compiled(
    r"\b(?:blås-?i\w*|blåser i|bryr oss ikke|bryr oss ikkje|bryr vi oss (?:ikke|ikkje|lite)|glem|gløym|glöm|forget|"
    r"don't worry|do not worry|don't mind|don't care|no need|ikke nøye|ikkje nøye|uviktig\w*|uvesentlig\w*|"
    r"oviktig\w*|spiller ingen rolle|spelar ingen roll|uten betydning|utan betydning|slipper|slepp|slipp|slipper du|"
    r"klarer deg uten|klarar deg utan|hopp over|skip|gir vi blaffen|driter i|ikke bryr|not needed|never mind|"
    r"doesn't matter|does not matter|unnecessary|unødvendig\w*|overflødig\w*|bekymr\w* deg ikke)\b"
)
"""Words that say what need not be brought: *Dette kan du glemme*."""


def _in_own_words(heading: str) -> Section:
    """What a heading of no known phrase announces."""
    cued = _by_cues(heading)
    if cued is Section.NICE or _WISHES.search(heading):
        return Section.NONE if _OF_OURS.search(heading) else Section.NICE
    if cued is Section.NONE and _WAIVES.search(heading):
        return Section.NEGATED
    return cued


_OF_OURS = compiled(
    r"\b(?:for deg|til deg|for dig|to you|for you|du får|you get|hos oss|with us|here|goder|frynsegoder|perks|vårt?|"
    r"våre|our|work(?:ing)?|jobbe|søke?|søknad\w*|apply|kontakt|frist\w*|gi deg|give you)\b"
)
"""*Litt ekstra til deg* offers."""


def _by_cues(heading: str) -> Section:
    """A heading in words of its own: *Dette er kjekt å ha*, *Det ser vi etter*."""
    if len(heading.split()) > _LONGEST_OWN:
        return Section.NONE
    meanings = {cue.meaning for cue in find_cues(heading)}
    return next((section for meaning, section in _OF_CUE.items() if meaning in meanings), Section.NONE)


def divide(text: str, shape: Shape, mark: Mark, headings: HeadingReader) -> list[Passage]:
    """The sentences of a block that stands under ``mark``, each with its section."""
    if ":" not in text and not (mark[0] in _MODAL_HEADINGS and _OFFERING.search(text)):
        return [_as_passage((start, end, *mark)) for start, end in split(text, shape)]
    passages: list[Passage] = []
    carried: Section | None = None
    offering = False
    for start, end in split(text, shape):
        section, listed = mark
        opening = text[start : min(end, start + _LONGEST_RUN_IN + 4)]
        run_in = headings.run_in(opening) if section is not Section.HEADING and ":" in opening else None
        if run_in:
            section, listed = Section.MUST if run_in[0] is Section.WISH else run_in[0], True
            carried = section if section in _MODAL_HEADINGS else None
        elif section in _MODAL_HEADINGS and (offering or _OFFERING.match(text, start)):
            section, listed, carried, offering = Section.OFFER, True, None, True
        elif carried and section in (Section.NONE, Section.ROLE):
            section, listed = _carried_on(fold(text[start:end]), carried, section)
        passages.append(Passage(start, end, section, listed))
    return passages


def _carried_on(sentence: str, announced: Section, section: Section) -> tuple[Section, bool]:
    """A sentence behind ``Krav: …`` in the same paragraph: still a requirement when it speaks of one."""
    if announced is Section.TASKS:
        return section, False
    return (announced, True) if _REQUIREMENT.search(sentence) else (section, False)


def announce(blocks: Sequence[Block], headings: HeadingReader) -> list[Mark]:
    """For each block its section and whether it is listed."""
    marks: list[Mark] = []
    current, after_list, demanded, after_demands = Section.NONE, False, False, False
    for number, block in enumerate(blocks):
        if block.shape is Shape.ITEM:
            if current in _UNTOLD:
                before = marks[-1] if number and blocks[number - 1].shape is Shape.ITEM else AS_HEADING
                guessed = _guess(blocks, number) if before is AS_HEADING else before[0]
                second = before is AS_HEADING and guessed is Section.MUST and after_demands
                marks.append((Section.NICE if second else guessed, True))
            else:
                after_list = True
                marks.append((current, True))
            continue
        if block.shape is Shape.HEADING and _FACT_ROW.match(block.text):
            marks.append((Section.PRACTICAL, True))
            continue
        if len(block.text) <= _LONGEST_HEADING and _is_heading(blocks, number, headings):
            follows = current is Section.MUST and number > 0 and blocks[number - 1].shape is Shape.ITEM
            current, after_list = headings.section_of(block.text), False
            after_demands = follows and current is Section.NONE and not _OF_PERSON.search(fold(block.text))
            if current is Section.WISH:
                wished = demanded or _demands_later(blocks, number, headings)
                current = Section.NICE if wished else Section.MUST
            demanded = demanded or current is Section.MUST
            marks.append(AS_HEADING)
            continue
        after_list = after_list or _turns_to_terms(block.text, current, marks)
        marks.append((current, not after_list))
    return marks


_OF_PERSON = compiled(
    r"\b(?:person\w*|egenskap\w*|eigenskap\w*|du er|du är|you are|who you|hvem|kven|vem|type|krav\w*|må|skal|must|"
    r"need|required?|utdann\w*|erfaring\w*|kompetan\w*|språk\w*|languages?|education|experience|skills|hos oss|"
    r"tilbyr|offer|får|get|vilkår|terms)\b"
)
"""Headings over more demands: a second list straight after the demands holds wishes where nothing says otherwise."""
_UNTOLD = (Section.NONE, Section.ROLE)
"""Sections under which a list is judged by what its items say."""


def _demands_later(blocks: Sequence[Block], number: int, headings: HeadingReader) -> bool:
    """Does a heading after this one say expressly what is demanded?"""
    return any(
        len(block.text) <= _LONGEST_HEADING
        and _DEMANDS.search(fold(block.text))
        and headings.section_of(block.text) is Section.MUST
        for block in blocks[number + 1 :]
        if block.shape is not Shape.ITEM
    )


_DEMANDS = compiled(r"\b(?:krav\w*|krev\w*|kräv\w*|kræv\w*|må|skal|required|requirements?|must)\b")
_OWN_TERMS = re.compile(
    r"(?:Stillingen|Stillinga|Tjänsten|Tjensta|Anställningen|Ansettelsen|Tilsettingen|Tilsetjinga|Jobben|Vi (?:tilbyr|"
    r"tilbyd|kan tilby|byr på|erbjuder|tilbyder)|We offer|Fast |Vikariat|Engasjement|Tillsvidare|Permanent|Full[- "
    r"]?time|Heltid|Lønn|Lön|Løn|Salary|Arbeidstid|Arbetstid|Arbejdstid|Oppstart|Tiltredelse|Kontorsted|Arbeidssted|"
    r"Arbeidsstad|The (?:position|job|role|salary) )"
)


def _turns_to_terms(text: str, current: Section, marks: list[Mark]) -> bool:
    """A later paragraph under *Som person* that speaks of the terms of employment has left its heading."""
    return (
        current in _MODAL_HEADINGS
        and bool(marks)
        and marks[-1] is not AS_HEADING
        and _OWN_TERMS.match(text) is not None
    )


def _is_heading(blocks: Sequence[Block], number: int, headings: HeadingReader) -> bool:
    """Is the block, which is no item of a list, a heading?"""
    text, shape = blocks[number].text, blocks[number].shape
    if shape is Shape.HEADING:
        return True
    above_item = number + 1 < len(blocks) and blocks[number + 1].shape is Shape.ITEM
    short = len(text) <= 60 and not text.endswith((".", "!", ","))
    if shape is Shape.BOLD:
        return short or above_item
    if above_item and (text.endswith(":") or short):
        return True
    label = _ORNAMENT.sub("", fold(text))
    return short and headings.knows(label)


def _guess(blocks: Sequence[Block], first: int) -> Section:
    """A list without a telling heading: what do most of its items say?"""
    asking = items = duties = terms = 0
    for block in blocks[first : first + 12]:
        if block.shape is not Shape.ITEM:
            break
        items += 1
        text = fold(block.text)
        duty = _DUTY.match(text)
        duties += bool(duty)
        term = not duty and bool(_TERM.match(text))
        terms += term
        asking += not (duty or term) and bool(_REQUIREMENT.search(text))
    if terms * 2 >= items and terms > max(asking, duties):
        return Section.PRACTICAL
    return Section.MUST if asking * 2 >= items and asking > duties else Section.TASKS
