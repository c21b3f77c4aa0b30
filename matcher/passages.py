"""Which part of the ad does a sentence stand in?

Headings decide, in whatever markup they come: real headings, bold lines, short lines above a list, and run-in
headings (``Krav: …``). Lists under no known heading are judged by what their items say.
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from matcher.folding import compiled, fold
from matcher.headings import HeadingReader
from matcher.sections import AS_HEADING, Mark, Section
from matcher.sentences import split
from matcher.text import Block, Shape
from matcher.verdicts import judged, verdict


class Passage(NamedTuple):
    """A sentence of a block, by offsets in the block, with its section."""

    start: int
    end: int
    section: Section
    listed: bool
    """Does the heading speak of it directly (not of a paragraph after the list)?"""


_as_passage = partial(tuple.__new__, Passage)
"""One from its parts, without the detour over its constructor: an ad has many."""
_LONGEST_HEADING = 80
_LONGEST_RUN_IN = 42
_REQUIREMENT = compiled(
    r"\b(?:erfaring|erfarenhet|experience|utdanning|utdannelse|utbildning|uddannelse|degree|kunnskap|kjennskap|kunskap|"
    r"kendskab|knowledge|norsk|engelsk|english|svenska|dansk|førerkort|førarkort|körkort|kørekort|fagbrev|evne|ability|"
    r"autorisasjon|autorisation|sertifi\w+|certifi\w+|vilje til|willing\w*|bachelor\w*|master\w*|native|morsmål\w*|"
    r"written|spoken|tysk|german|fransk|french|spansk|spanish|polsk|polish|svensk|finsk|førstehjelp\w*|[a-zæøå]+kurs|"
    r"[a-zæøå]+bevis|sertifikat\w*|skills|egenskaper|behersker|fluent|flytende|kompetanse|ledererfaring|leiarerfaring|"
    r"du er|you are|du har|du må|du bør|you have|minst|minimum|years|årserfaring|prøven?|fylt \d\d år|vandel|attest|"
    r"politiattest|bevis|svennebrev|svendebrev|du är|gode|good|strong|god)\b"
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
    r"remote|project position|prosjektstilling|projektstilling|(?:[a-zæøå]+,? ){0,4}(?:dager|dagar|dage|days) (?:(?:a "
    r"week|i uka|i uken|i veka|i veckan|om ugen|per week) )?(?:at home|from home|hjemme\w*|heime\w*|hemma\w*)|"
    r"(?:fem|fire|seks|[4-6]) (?:ukers|vekers|veckors|weeks)|oppstart|tiltredelse|start|arbeidstid|arbetstid|"
    r"arbejdstid|working hours|kontorsted|arbeidssted|bonus|gode |good |konkurransedyktig|competitive|mulighet|"
    r"moglegheit|möjlighet|mulighed|(?:ansettelse\w*|tilsetjing\w*|omfang|stillings\w+|type|anställning\w*|arbetsplats|"
    r"personal\w*ansvar|antal\w* \w+|antall stillinger|søk innen|ansök senast|søknadsfrist|frist|closing date|deadline|"
    r"contract|hours|location|sted|stad|team|vakt|turnus|omfattning|placering|arbejdssted|employment|"
    r"number of \w+)\s?:|friskvård|frokost|kantine|lunsj|lunch)"
)
"""How a term of employment in a list begins."""
_LONGEST_FRAGMENT = 70
FINITE = compiled(
    r"\b(?:er|är|is|are|har|have|has|skal|ska|shall|vil|vill|will|kan|can|må|must|får|fikk|blir|ble|vert|bliver|gir|"
    r"giver|ger|gjev|var|was|were|do|does|gjør|gjer|gör|gør|kommer|kjem|teller|tel|trenger|treng|tar|tek|står|ligger|"
    r"jobber|arbeider|arbetar|work|works|lærer|lær|ser|søker|søkjer|venter|bør|bygger|finnes|finn|sitter|møter|gjelder|"
    r"gjeld|trengs|viser|show|shows|means|betyr|teaches|helps|hjelper|søk|send|ring|kontakt|apply|contact|call)\b"
)
"""Verbs of a whole sentence, or of a call to do something."""
_MODAL_HEADINGS = frozenset((Section.MUST, Section.NICE, Section.TRAITS, Section.TASKS, Section.NEGATED))
_OFFERING = re.compile(r"(?:Vi|Me|We) (?:kan )?(?:tilbyr|tilbyd|tilby|tilbyder|erbjuder|offer|can offer)\b")
"""A sentence that turns from demands to what is given, with no heading of its own."""


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
    bare = len(sentence) <= _LONGEST_FRAGMENT and not FINITE.search(sentence)
    return (announced, True) if bare or _REQUIREMENT.search(sentence) else (section, False)


def announce(blocks: Sequence[Block], headings: HeadingReader) -> list[Mark]:
    """For each block its section and whether it is listed."""
    marks: list[Mark] = []
    current, after_list, demanded, after_demands = Section.NONE, False, False, False
    for number, block in enumerate(blocks):
        if block.shape is Shape.ITEM:
            if current in _UNTOLD:
                before = marks[-1] if number and blocks[number - 1].shape is Shape.ITEM else AS_HEADING
                guessed = _guess(blocks, number, second=after_demands) if before is AS_HEADING else before[0]
                marks.append((guessed, True))
            else:
                after_list = True
                marks.append((current, True))
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
        marks.append((Section.NONE if after_list and current is Section.TASKS else current, not after_list))
    return marks


_OF_PERSON = compiled(
    r"\b(?:person\w*|egenskap\w*|eigenskap\w*|du er|du är|you are|who you|hvem|kven|vem|type|krav\w*|må|skal|must|need|"
    r"required?|utdann\w*|erfaring\w*|kompetan\w*|språk\w*|languages?|education|experience|skills|hos oss|tilbyr|offer|"
    r"får|get|vilkår|terms)\b"
)
"""Headings over more demands: a second list straight after the demands holds wishes where nothing says otherwise."""
_UNTOLD = (Section.NONE, Section.ROLE)
"""Sections under which a list is judged by what its items say."""


def _demands_later(blocks: Sequence[Block], number: int, headings: HeadingReader) -> bool:
    """Does a heading after this one say expressly what is demanded?"""
    return any(
        len(block.text) <= _LONGEST_HEADING and headings.demands(block.text)
        for block in blocks[number + 1 :]
        if block.shape is not Shape.ITEM
    )


_OWN_TERMS = re.compile(
    r"(?:Stillingen|Stillinga|Tjänsten|Tjensta|Anställningen|Ansettelsen|Tilsettingen|Tilsetjinga|Jobben|Vi (?:tilbyr|"
    r"tilbyd|kan tilby|byr på|erbjuder|tilbyder)|We offer|Fast |Vikariat|Engasjement|Tillsvidare|Permanent|"
    r"Full[- ]?time|Heltid|Lønn|Lön|Løn|Salary|Arbeidstid|Arbetstid|Arbejdstid|Oppstart|Tiltredelse|Kontorsted|"
    r"Arbeidssted|Arbeidsstad|The (?:position|job|role|salary) )"
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
    return short and headings.knows(text)


def _guess(blocks: Sequence[Block], first: int, *, second: bool) -> Section:
    """A list without a telling heading: what do most of its items say? A ``second`` list after the demands wishes."""
    asking = items = duties = terms = told = 0
    for block in blocks[first : first + 12]:
        if block.shape is not Shape.ITEM:
            break
        items += 1
        text = fold(block.text)
        told += _tells_itself(text)
        duty = _DUTY.match(text)
        duties += bool(duty)
        term = not duty and bool(_TERM.match(text))
        terms += term
        asking += not (duty or term) and bool(_REQUIREMENT.search(text))
    if told * 2 >= items:
        return Section.NICE if second else Section.MUST
    if terms * 2 >= items and terms > max(asking, duties):
        return Section.PRACTICAL
    if second and duties * 2 < items:
        return Section.NICE
    return Section.MUST if asking * 2 >= items and asking > duties else Section.TASKS


def _tells_itself(item: str) -> bool:
    """Does a folded item say by itself how it is asked for? *Truckbevis: nei*, *Bør: Zendesk*."""
    label, colon, _ = item.partition(":")
    return any(judged(item)) or bool(colon and verdict(label.strip()))
