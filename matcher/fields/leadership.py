"""Is experience of leading people asked for?"""

import re

from domain.matching import Modality
from matcher import gates
from matcher.asking import field_of
from matcher.document import Document
from matcher.fields.common import NUMBER
from matcher.fields.leading_words import LEADING
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once, tells

_SILENT = (Section.OFFER, Section.EMPLOYER, Section.CONTACT, Section.TASKS)
_ROLE = (
    r"(?!prosjekt|projekt|produkt|project|product|kampanje)(?:(?:team|group|shift|senior|people|line|"
    r"department) )?\w*(?:leder|leiar|sjef|chef|ledare|manager|supervisor|"
    r"team lead|leader|direktør|head of \w+|teamleads?)"
)
_ACTS = (
    r"(?:ledelse|leiing|leda|lede|leie|personalansvar|personalledelse|management|managing|leading|leadership|"
    r"personaleansvar|personaleledelse|arbetsledning|teamledelse|lederroller?|ledarroll|lederskap|ledarskap|chefskap|"
    r"personalledning|personalleiing|gruppledning|folkeledelse|mannskapsledelse)"
)
_LEADING = compiled(
    r"\b(?:\w*ledererfaring\w*|leiarerfaring\w*|leiarrøynsle\w*|ledelseserfaring|ledarerfarenhet|chefserfarenhet|"
    r"lederbakgrunn|(?:fra|frå|from|som|i) (?:en |ein )?(?:\w+ )?(?:leder|leiar|sjefs)jobb\w*|ledande roll\w*|"
    r"(?:leder|leiar|ledelses)(?=- (?:eller|og|and) \w*(?:erfaring|bakgrunn|praksis|røynsle))|lederpraksis|"
    r"leiarpraksis|leiarbakgrunn|(?:leder|leiar|ledelses|ledar)kompet[ae]n[sc]e?\w*|"
    rf"(?:vært|vore|varit|været|been|si(?:ddet|tti|ttet) som|suttit som|jobbet som|jobba som|jobbat som|arbeidet som|"
    rf"arbetat som|arbejdet som|arbeidd som|worked as|fungert som|prøvd (?:deg|seg) som|tidligere|tidligare)\s(?:en |"
    rf"ein |a |an )?{_ROLE}\b|"
    r"(?:hatt|haft|had|held)\s(?:\w+\s){0,3}?(?:ansvar(?:et)? (?:for|över) (?:folk|mennesker|menneske|ansatte|tilsette|"
    r"medarbeidere|medarbeidarar|medarbetare|kolleger|people|staff|andre|others|andra|noen|nokon|nogen)|"
    r"\w*personal\w*ansvar\w*|lederansvar|leiaransvar|"
    r"ledaransvar|people responsibility|staff responsibility|direct reports|underordnede|(?:folk|people|mennesker|"
    r"menneske|"
    r"medarbeidere|medarbetare|ansatte|tilsette|noen|nokon|anställda|others|andre) under (?:deg|dig|you|seg|sig))|"
    r"(?:having |"
    r"have |has )(?:supervised|overseen|coached and led) (?:others|people|staff|colleagues|agents|teams?|an? \w+)|"
    r"(?:been |spent "
    r"[^.;]{3,25} |years |longer |years or longer )in charge of (?:\w+ ){0,4}?(?:teams?|people|staff|department|"
    r"operations)|"
    r"managers? of managers|stått i (?:spissen|spissa|bresjen) for|stått i spetsen för|stået i spidsen for|(?:noe|"
    r"noko|litt|"
    r"någon|lite|some|lidt) (?:ledelse|leiing|ledarskap|lederskap|leadership|ledelseserfaring|management)|(?:of which|"
    r"hvorav|"
    r"varav|herav|kvarav|including)\b[^.;]{0,25}\b(?:with|med) (?:direct reports|underordnede|underordna|egne "
    r"ansatte)|(?:leadership|management|"
    r"managerial|supervisory) (?:experience|position|role|background)|"
    rf"(?:erfaring|røynsle|erfarenhet|experience|bakgrunn|background)[^.;,]{{0,35}}\b(?:med|som|fra|frå|i|innen|of|as|"
    rf"in|av|från|inom|with|from|att|à|som er) (?:\w+ ){{0,3}}?(?:{_ACTS}|{_ROLE})|(?:års?|years?|hvorav|varav|herav|"
    rf"of which|of those|including|dem|dei|them|\w*erfaring|\w*røynsle|\w*erfarenhet|"
    rf"experience)\b[^.;]{{0,45}} (?:som|as|i|in|med|with) (?:a |an |en |ei |ein |\w+ eller |\w+ or )?(?:{_ROLE}|"
    r"\w*personal\w*ansvar\w*|lederansvar|leiaransvar|ledaransvar|ledelsesansvar|people responsibility|"
    r"responsibility for (?:people|staff|a team)|lederrolle|lead(?:ing)? (?:role|position)|"
    r"(?:senior )?leadership(?! team)|leadership role|management role|ledende rolle|lederstilling)|"
    rf"{NUMBER}(?: years| år)? (?:in|i) (?:a )?(?:senior |ledende )?(?:leadership|management|ledelse|"
    rf"leiing)\b(?! team)|som (?:{_ROLE}) (?:i|for|med|fra|av|inom|frå|eller)|chef (?:inom|i|på|för)|leder for ledere|"
    r"erfaren (?:\w+ )?(?:leder|leiar|ledare|chef)|lederresultat\w*|leiarresultat\w*|(?:praksis|resultat\w*) som "
    r"(?:leder|leiar|chef)|"
    rf"leder med|leiar med|"
    r"(?:drevet|drive|drivit|styrt|bygget opp|bygd opp|byggt upp|run|ran|headed|built up) (?:et|eit|en|ein|ei|ett|a|"
    r"an) (?:\w+ ){0,2}(?:\w*kundesent\w*|\w*avdeling\w*|\w*avdelning\w*|\w*team|\w*enhet|\w*eining|department|team|"
    r"unit|cent(?:er|re)|kundtjänst|kundservice|kundeservice)|arbetsledande (?:roll|befattning|ställning|uppgift\w*)|"
    r"arbejdsledende|arbeidsledende|ledende stilling\w*|leiande stilling\w*|lederstilling\w*|leiarstilling\w*|"
    r"lederrolle\w*|leiarrolle\w*|ledande befattning|(?:ha |har |du )?(?:ledet|leia|leda|lett|leidd) (?:\w+ "
    r"){0,3}(?:team|mennesker|folk|medarbeidere|medarbeidarar|kundesent\w*|\w*grupp\w*|\w*team|kundeservice\w*|"
    r"kundservice\w*|lag|laget|vakt|skift|butikk|gjeng|klubb|vaktlag|turnuslag|et team|ei gruppe|en avdeling|"
    r"avdeling\w*|andre|medarbetare|personal|menneske|før|people|ansatte|"
    r"[a-zæøå]{3,}(?:ere|arar|are)|\w*konsulent\w*|\w*agent\w*|kundtjänst\w*|grupp\w*)|(?:managed|led|run|headed) (?:a "
    r"|an |people|managers|leaders|teams|small|an? \w+ team|\w+ team|customer|support)|(?:managing|leading) (?:a|an|"
    r"people|teams?|(?:\w+-)?\w+ teams?|managers|leaders|customer|support|others|and developing)|lede eller coache|"
    r"(?:vant|vante|vane|van|vana) (?:til å|med å|ved å|vid att|att|av att|at) (?:lede|leie|leda)|used to (?:leading|"
    r"managing)|\w+ (?:service|support|centre|center|team|people|operations) leadership|vant til å leie|people "
    r"management|line management|proven leader|ledelse af|at least \w+ (?:years )?in a management)\b"
)
_NOT_LEADING = compiled(
    r"prosjektleder|prosjektleiar|project manag|projektled|account manag|prosjektledelse|project lead|"
    r"product manag|success manag|case manag|crm|relationship manag|time manag|stakeholder manag|"
    r"change manag|knowledge manag|quality manag|endringsledelse|workforce manag|queue manag"
)


def leadership(document: Document) -> tuple[Modality, int, int] | None:
    """Is experience of leading people asked for? must beats nice."""
    best: tuple[Modality, int, int] | None = None
    for at, voice in document.speaking(gates.LEADING):
        if voice.section in _SILENT:
            continue
        for modality, start, end in leading(voice):
            if modality is Modality.MUST:
                return modality, at + start, at + end
            if modality is Modality.NICE and best is None:
                best = (modality, at + start, at + end)
    return best


_READY = compiled(
    r"\b(?:eller|or)\s(?:er |du er |som er |are |at du er |har |du kjenner deg |føler deg |stor |"
    r"sterk )?(?:den (?:alle|andre|de andre|kollegene|som alle)|klar|ready|motivert|moden|redo|parat|lyst|mod på|"
    r"mot til|vilje til|ambisjon\w*|ønske om|potensial\w*)\b"
)
"""*Har ledet folk før, eller er klar for det*: a beginner may come."""
_PREFERRED = compiled(
    r"\b(?:foretrekkes|foretrukket|foretrekker|føretrekk\w*|foretrækkes|föredrar|premieras|prefer(?:red)?|"
    r"prioriteres|prioriterast|prioriterer|prioriteras|ønskj?er oss|ønskelig|ønskjeleg|önskar|legg\w* vekt på|"
    r"lægger vægt på|lägger vikt vid|helst har)\b"
)
_TURNED = compiled(
    r",\s(?:men|but|though|although|dock|selv om|sjølv om)\s[^.;,]{0,40}\b(?:tel(?:ler|le|ja|je)?|tæller|räknas|"
    r"hjelp(?:er|e)?|"
    r"hjälper|hjælper|helps?|counts?|nyttig\w*|useful|bra|fint?|fordel\w*|fördel|føremon|meriter\w*|pluss|plus|"
    r"welcome|velkommen|godt med|godt å ha|positivt|advantage|asset|foretrukket|kjekt|handy|gjerne)\b"
)
"""*… er intet krav, men teller med*: what is waived is wished all the same."""
_WELCOME_YET = compiled(
    r"\b(?:er|is|är|tel|teller)\s(?:\w+\s){0,2}?(?:kjekt|fint?|bra|nyttig|greit|fordel|føremon|pluss|plus|nice|good|"
    r"useful|"
    r"welcome|handy|velkommen|positivt|kul|gøy|artig)\b[^.;]{0,40}?,?\s(?:men|but|dock|om enn|though)\b"
)
"""*Personalledelse er kjekt å ha, men intet krav.*"""
_UNLESS = compiled(
    r"\W*(?:har|er|om|hvis|dersom|if|viss)\b[^.;,]{0,25}?\b(?:ikke|ikkje|inte|aldri|aldrig|not|"
    r"never)\b[^.;,]{0,60}?,?\s"
    r"[^.;,]{0,40}?\b(?:ikke|ikkje|inte|not|inget|intet|ingen|isn't)\b[^.;]{0,25}?\b(?:for (?:deg|dig|you)|før dig|"
    r"aktuell|"
    r"riktig|rett|stilling\w*)\b"
)
"""*Har du aldri ledet noen, er dette ikke jobben for deg*: two denials demand."""
_BEGINNER = compiled(
    r"\b(?:første|fyrste|første|first)\s(?:\w+\s)?$|\b(?:deg|dig|you|de|dem|dei|those|om du|om du ennå|if you|may|"
    r"even if "
    r"you)\s(?:som |who |der |har |have |ha )*(?:ikke|ikkje|inte|aldri|aldrig|not|never)\s[^.;,]{0,20}$"
)
"""*Din første lederrolle*, *for deg som aldri har ledet før*: experience is just what is not asked for."""
_OF_OTHERS = compiled(
    r"\b(?:(?:av|by|from|fra|frå|hos|af)\s(?:en |ein |a |an )?(?:\w+ )?[a-zæøå]*(?:leder|leiar|sjef|chef|ledare|"
    r"manager|"
    r"kolleg)[a-zæøå]*|[a-zæøå]*mentor|fadder|coach|[a-zæøå]*(?:leder|leiar|sjef|chef|ledar|manager|kolleg)[a-zæøå]* "
    r"(?:din|"
    r"di|dine|vår)|your (?:\w+ )?(?:manager|boss|mentor|colleagues))\s(?:som |who )?(?:med|with|har|has|"
    r"have)\s[^.;]{0,40}$"
)
"""*En mentor med tjue års ledererfaring*: somebody else's."""
_THINGS = compiled(
    r"(?:\s(?:av|af|of|og \w+|and \w+))?\s(?:\w+ ){0,2}?\w*(?:prosjekt|projekt|project|møte|mote|meeting|prosess|"
    r"process|workshop|endring|"
    r"change|kampanj|anskaff|forhandl|negotiat|samtale|kunder|customers|arbeidet med)\w*"
)
_VERB = compiled(r"\b(?:led\w*|lei\w*|lead\w*|manag\w*|ledning)$")
"""*Erfaring med å lede prosjekter*: led are things, not people."""
_PEOPLE_TOO = compiled(
    r"[^.;]{0,60}\b(?:ansatte|tilsette|folk|people|medarb\w+|personal\w*|team\w*|staff|mennesk\w+|andre|others)\b"
)


def _led(voice: Voice, found: re.Match[str]) -> Modality | None:
    folded = voice.folded
    if _UNLESS.match(folded):
        return Modality.MUST
    modality = field_of(voice, found.start(), found.end())
    if modality is Modality.NEGATED and (_TURNED.search(folded) or _WELCOME_YET.search(folded, found.end())):
        return Modality.NICE
    if modality is Modality.MUST and (_READY.search(folded, found.end()) or _PREFERRED.search(folded)):
        return Modality.NICE
    return modality


def _is_of_people(voice: Voice, found: re.Match[str]) -> bool:
    """Is it people who were led, and the reader who led them?"""
    folded = voice.folded
    before = folded[max(0, found.start() - 70) : found.start()]
    return not (
        _NOT_LEADING.search(" ".join(found.group().split()[-2:]))
        or (_BEGINNER.search(before) and not _UNLESS.match(folded))
        or _OF_OTHERS.search(before)
        or (
            _VERB.search(found.group())
            and _THINGS.match(folded, found.end())
            and not _PEOPLE_TOO.match(folded, found.end())
        )
    )


@once
def leading(voice: Voice) -> tuple[tuple[Modality | None, int, int], ...]:
    """How the sentence speaks of experience in leading people, and where."""
    spans: list[re.Match[str]] = []
    for pattern in (_LEADING, LEADING):
        for found in pattern.finditer(voice.folded):
            if not any(other.start() < found.end() and found.start() < other.end() for other in spans):
                spans.append(found)
    return tuple((_led(voice, found), found.start(), found.end()) for found in spans if _is_of_people(voice, found))


tells(gates.LEADING, leading)
