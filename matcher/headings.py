"""What a heading announces, in whatever words: *Kvalifikasjoner*, *Det ser vi etter*, *Dette kan du glemme*."""

import re
import tomllib
from functools import cache

from matcher.folding import compiled, fold
from matcher.heading_turns import turned
from matcher.memory import Memory
from matcher.modality import find_cues
from matcher.sections import Section
from matcher.verdicts import verdict
from matcher.vocabulary import FOLDER

_LONGEST_OWN = 8
"""Words of a heading that cue words are looked for in."""
_RUN_IN = compiled(r"([^:.!?;]{2,42})\.?:\s+(?=\S)")
_ORNAMENT = compiled(r"^[^\w]+|[^\w]+$")
_ABOUT = compiled(r"(?:om|about|litt om|mer om|kort om|hvem er|velkommen til|welcome to|life at|hvorfor|why)\s")
_ABOUT_THE_JOB = (
    (
        Section.ROLE,
        compiled(
            r"(?:litt |mer |kort )?(?:om|about)\s(?:(?:the |our |vår )?[a-zæøå]+ (?:og|och|and|&) )?(?:the |your |den |"
            r"denne |dei |de |disse )?(?:ny\w* )?(?:stilling|jobb|roll|tjänst|oppdrag|position|job|role|arbeidet\b|"
            r"arbetet\b|arbejdet\b)\w*\W*$"
        ),
    ),
    (
        Section.PRACTICAL,
        compiled(
            r"(?:litt |mer |kort )?(?:om|about)\s(?:the |your |din |ditt |dine )?(?:arbeidsforhold|arbeidsvilkår|"
            r"ansettels|tilset|anställning|ansættels|vilkår|villkor|betingels|lønn|løn|lön|arbeidstid|arbetstid|"
            r"arbejdstid|terms|conditions|employment|contract|pay\b|hours)"
        ),
    ),
)
"""*Om arbeidsforholdet* is not about the employer."""
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
        self._memory: Memory[str, Section] = Memory(10_000)
        self._sections, _ = _phrases()

    def knows(self, heading: str) -> bool:
        """Is it one of the known headings as a whole?"""
        return _ORNAMENT.sub("", fold(heading)) in self._sections

    def demands(self, heading: str) -> bool:
        """Does it say expressly what is demanded?"""
        return bool(_DEMANDS.search(fold(heading))) and self.section_of(heading) is Section.MUST

    def section_of(self, heading: str) -> Section:
        """The section that ``heading`` opens; NONE when its words are not known."""
        return self._memory[heading] or self._memory.keep(heading, self._read(heading))

    def _read(self, heading: str) -> Section:
        text = _ORNAMENT.sub("", fold(heading))
        if heading.rstrip().endswith("?") and len(text.split()) > 6:
            return Section.NONE
        if text in _PRONOUNS:
            return _PRONOUNS[text]
        if text not in self._sections and (section := turned(text) or _OF_CUE.get(verdict(text) or "")):
            return section
        found = _known_in(text)
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
        if told in _OF_THE_JOB and _REQUIRES.search(text):
            return Section.MUST
        return cued if told is Section.MUST and cued in (Section.NICE, Section.NEGATED) else told

    def run_in(self, text: str) -> tuple[Section, int] | None:
        """Section and length of a run-in heading (``Krav: …``) at the start of ``text``."""
        found = _RUN_IN.match(text)
        if found is None:
            return None
        label = _ORNAMENT.sub("", fold(found.group(1)))
        if label in _PRONOUNS:
            return _PRONOUNS[label], found.end()
        if turned(label) is Section.TRAITS:
            return Section.TRAITS, found.end()
        judged = None if label in self._sections else _OF_CUE.get(verdict(label) or "")
        if judged:
            return judged, found.end()
        section = self._sections.get(label) or self.section_of(found.group(1))
        phrase = max(_known_in(label), key=len, default="")
        if section is Section.NONE or len(phrase) < len(label) * 0.6:
            return None
        return section, found.end()


_DEMANDS = compiled(r"\b(?:krav\w*|krev\w*|kräv\w*|kræv\w*|må|skal|required|requirements?|must)\b")
_SHOULD = compiled(r"(?<!hva )(?<!kva )\b(?:b[øö]r (?:du|ha|være|vere|vara)|du b[øö]r)\b")
"""*For å lykkes bør du ha* wishes; *hva bør du kunne?* asks."""
_PRONOUNS = dict.fromkeys(("du", "deg", "dig", "you"), Section.MUST) | dict.fromkeys(("vi", "me", "we"), Section.OFFER)
"""``Du: …`` and ``Vi: …``, headings only when nothing else stands in them."""
_OF_THE_JOB = (Section.ROLE, Section.TASKS)
_REQUIRES = compiled(r"\b(?:krev\w*|kräv\w*|kræv\w*|requires?|demands?)\b")
"""*What the job requires* is not about the job."""
_OF_CUE = {"nice": Section.NICE, "negated": Section.NEGATED, "must": Section.MUST}


_WISHES = compiled(
    r"\b(?:positiv\w* vekt|vekt\w* positiv\w*|drømme?r? om|drøymer om|drömmer om|dream(?:ing)? of|\w*pluss(?:et|er|"
    r"liste\w*)?|pluses?|(?:ekstra|extra|kjempe)?bonus\w*|kjekt|kjekke?|kjekk|stas|gøy|moro|kult|skøy|smil(?:e|er)?|"
    r"smiles?|glade?|gla|glada|jubler|jublar|jubla|happy|happier|happiest|delighted?|thrilled|love (?:it|to see)|we'd "
    r"love|lovely|lykkelige|imponer\w*|impress\w*|hyggelig\w*|hyggeleg\w*|trevlig\w*|rart|det som hjelper|det som "
    r"hjelp|hjelper (?:også|òg|godt)|hjelper deg|what helps|helps? you|also helps?|would help|føremon\w*|fortrinn\w*|"
    r"kirseb\w*|kransekake\w*|prikken over|pricken över|krydder\w*|krydda|icing|cherry|sprinkles|rosin\w*|fint|flott|"
    r"supert|fantastisk|toppen|perfekt|tel (?:òg|også|med)|teller (?:også|òg|med|ekstra)|tæller (?:også|med)|räknas "
    r"(?:också)|counts? too|also counts?|spennende å høre|stå ut|skiller deg ut|skil deg ut|sticker ut|brownie|"
    r"tie-?breakers?|glasur\w*|pynt|ekstrautstyr|ønskelige?|ønskjelege?|ønskelege?|ynskjelege?|önskvärda?|ønskværdige?|"
    r"ekstra|extra|ideelt|idealt|i tillegg (?:er|blir|ser|vil)|gull verdt?|guld v[äæ]rde?|worth gold|draumekandidat\w*|"
    r"drømmekandidat\w*|gjerne|gärna|gerne|helst|preferably)\b"
)
"""Words that wish in whatever heading: *Ekstra stas om du også har*, *What would make us smile*."""
_WAIVES = compiled(
    r"\b(?:blås-?i\w*|blåser i|bryr oss ikke|bryr oss ikkje|bryr vi oss (?:ikke|ikkje|lite)|glem|gløym|glöm|forget|"
    r"don't worry|do not worry|don't mind|don't care|no need|ikke nøye|ikkje nøye|uviktig\w*|uvesentlig\w*|oviktig\w*|"
    r"spiller ingen rolle|spelar ingen roll|uten betydning|utan betydning|slipper|slepp|slipp|slipper du|"
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
    meanings = {cue.meaning for cue in find_cues(f"{heading} ")}
    return next((section for meaning, section in _OF_CUE.items() if meaning in meanings), Section.NONE)
