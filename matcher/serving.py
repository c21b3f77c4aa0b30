"""Whom does the unit of the ad serve, and by what means? Told by single sentences, whatever the title.

People who are no colleagues (*pasienter*, *reisende*, *policyholders*) beside a way to reach somebody (*telefon*,
*chat*, *skranke*), a unit named after those it serves (*medlemsdialog*, *reservations office*), those who answer
(*operatører*, *care advisers*). A sentence that gives all that to another unit tells the opposite.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher import gates
from matcher.document import Document, trimmed
from matcher.fields.common import NUMBER
from matcher.folding import compiled
from matcher.sections import Section
from matcher.served import AGENTS, ANSWER, ASKING, MEANS, PEOPLE, THOSE_WHO, UNIT
from matcher.voice import Voice, once_for_words, tells

_OUTSIDER, _REACHED = compiled(rf"\b(?:{PEOPLE}|{ASKING})\b"), compiled(rf"\b(?:{MEANS}|{ASKING})\b")
_ASKED = r"(?:spørsmål\w*|frågor|spørgsmål|questions?|klage\w*|complaints?|bestilling\w*|bookings?)"
_ANSWERED = compiled(
    rf"\b(?:{THOSE_WHO}|folk|people|gjeng)\b[^.;!?]{{0,60}}\b{ANSWER}\b(?=[^.;!?]{{0,70}}\b(?:{MEANS}|{PEOPLE}|"
    rf"bestillinger|bestillingar|bookings|klager|complaints)\b)|\b(?:vi|me|we|\w*avdeling\w*|\w*avdelning\w*|"
    rf"\w*afdeling\w*|\w*team\w*|seksjon\w*|enhet\w*|eining\w*|grupp[ea]n|\w*sent(?:er|re)(?:et)?|\w*sentralen|"
    rf"\w*mottaket|\w*kontoret|\w*linj[ea]n?|\w*torget|support|"
    rf"supporten)\b[^.;!?]{{0,30}}\b{ANSWER}\b(?=[^.;!?]{{0,60}}\b(?:{MEANS}|{PEOPLE})\b)|"
    rf"\b{THOSE_WHO}\b[^.;!?]{{0,40}}\b(?:tar|tek|tager|sitter i|sit i|svarer i|svarar i|svarer på|svarar på|"
    rf"answer(?:s|ing)?) (?:the |de |dei |disse |alle )?(?:telefon(?:en|ane|er)?|phones?|calls|samtalene|samtalane|"
    rf"samtaler)\b|\b(?:{THOSE_WHO}|{NUMBER} (?:[\w-]+ ){{1,3}}?|(?:department|team|desk|avdeling\w*|gruppe?n?|gjengen|"
    rf"lag\w*|team\w*) (?:of|på) {NUMBER}),? ?(?:som |who |der )?(?:svarer|svarar|besvarer|besvarar|answers?|reply|"
    rf"replies|pick up|tar telefonen|tek telefonen)\b(?! (?:our |våre |de |the )?(?:employees|staff|colleagues|ansatte|"
    rf"tilsette|anställda|kolleg|medarb))|\b(?:{MEANS}|{_ASKED})\b[^.;!?]{{0,40}}\b(?:tas|tages|går|goes?|kommer|kjem|"
    rf"lander|landar|land|havner|hamnar|ender|besvares|besvaras|besvarast|håndteres|hanteras|answered|handled|"
    rf"taken)\s(?:imot |emot |inn )?(?:av|af|by|til|till|to|with|hos|hjå) (?:(?:våre|our|de|dei|the) )?(?:{NUMBER}|"
    rf"våre|our|oss|us)\b|\b(?:med|with|på) (?:headsets?|hodetelefon\w*)\b|(?<!\bdu )(?<!\byou )(?<!\bskal "
    rf")\b(?:svarer|svarar|besvarer|besvarar|tar imot|tek imot|tar emot|tager imod|rettleiar|"
    rf"answers?)\b(?=[^.;!?]{{0,60}}\b(?:{MEANS}|{PEOPLE}|spørsmål|spørgsmål|frågor|questions)\b)"
)
_CALLS = compiled(
    r"(?<!\bdu )(?<!\bvi )(?<!\bme )(?<!\bjeg )(?<!\beg )\b(?:ringer|ringjer|hører av seg|hør av seg|høyrer av seg|"
    r"hör av sig|"
    r"tar kontakt|tek kontakt|henvender seg|vender seg til|vänder sig till)\b(?! (?:ut|out|upp|du|vi|me)\b)|"
    r"\b(?:\w{3,}s|who|they|people|those|anyone|everyone) (?:[\w-]+ ){0,6}?(?:call|ring|write|get in touch|turn "
    r"to)\b(?: us|,|\.| or| and| to| when| about| in|$)"
)
"""*Når pakken ikke kommer, ringer brudgommen*: whoever it is, he is no colleague."""
_BY_YOU = compiled(r"\b(?:du|you)\b[^.;:!?]*$")
_RELATIVE = compiled(r"\b(?:som|der|who|de|dei|vi|me|we|(?:\w+(?:ene|arne|ane|ere|ar|er))),? $")
_VOLUME = compiled(
    r"(?:\b\d|\b(?:tusen|hundre|hundra|thousand|hundred)\b)[\d .\xa0]{0,8}\s?(?:\w{1,20}\s)?(?:henvendelser|"
    r"hendvendelser|samtaler|samtal|samtalar|opkald|calls|enquiries|inquiries|tickets|chats|chatter|telefoner|"
    r"telefonar|førespurnader|anrop|contacts|kontakter)\b"
)
_CHANNELS = compiled(
    r"\b(?:telefon\w*|phones?|calls|chat\w*|e-?post\w*|epost\w*|e-?mails?|mejl\w*|mail\w*|sms|skrank\w*)\b(?:,| og|"
    r" och| and|"
    r" &|/| eller| or)[^.;!?]{0,20}\b(?:telefon\w*|phones?|chat\w*|e-?post\w*|epost\w*|e-?mails?|mejl\w*|mail\w*|sms|"
    r"skrank\w*|sosiale medier|sociala medier|social media|video\w*)\b"
)
"""*Telefon, chat og e-post*: whoever is reached in several ways is there to be reached."""
_WHO_ANSWER = compiled(rf"\b{THOSE_WHO}\b")
_US = compiled(
    rf"\b(?:havner|hamnar|lander|landar|ender|kommer|kjem|ends? up|lands)\s(?:hos|i|på|hjå|at|in|with)\s{UNIT}|"
    r"\b(?:svarer|svarar|answers?|answering)\s(?:telefonen for|på vegne av|on behalf of|åt)\b|\b(?:vi|me|"
    r"we) svarer for\b|"
    rf"\b(?:{PEOPLE}|they|de|dei)\b[^.;!?]{{0,40}}\b(?:ringer|ringjer|ringer til|skriver til|call|calls|write to|"
    rf"writes to|ring|rings|"
    rf"reach|contact|kontakter|kontaktar|henvender seg til|hör av sig till|når|chatter med|mejlar|mail) (?:til |to |"
    rf"inn til )?(?:oss|us|our|vår|vårt|våra|vores)\b|\b(?:ringer|ringjer|kontakter|"
    rf"skriver) (?:\w+ ){{0,2}}{PEOPLE} (?:til )?oss\b|\bringer folk\b|\b(?:hit|hitover) (?:\w+ )?{PEOPLE} (?:ring|"
    rf"skriv|kontakt|vend|kom)\w*|\b(?:hør|hører|høyrer|ringer|kommer|"
    rf"bestilles)\b[^.;!?]{{0,40}}\b(?:hos|til) oss\b"
)
"""*Medlemmer ringer oss*, *ringer de reisende oss*: it is this unit that is called."""
_PRAISED = "".join(
    rf"(?<!\b{word} )" for word in ("god", "godt", "bra", "best", "beste", "good", "great", "excellent", "topp")
)
"""*God kundeservice* is no unit."""
_UNIT_NAMED = compiled(rf"\b{_PRAISED}{UNIT}")
_AGENTS_NAMED = compiled(rf"\b{AGENTS}\b|\b{THOSE_WHO} (?:på|i|at|in|on) (?:the |our |vårt |vår )?{UNIT}")
_A_ROLE = compiled(
    r"\w*(?:sjef|leder|leiar|ledare|chef|direktør)(?:en|ne|a|n|s|ens)?\b|[\w ]* (?:manager|director|head)\b"
)
"""*Kundeservicesjefen* is a person, no unit."""
_PARTNER = compiled(
    r"\b(?:samarbei\w*|samarbet\w*|samarbej\w*|work\w*|dialog\w*|partner\w*|samspill\w*|sammen|saman|tillsammans|"
    r"together|går|goes|sender?|sends?|overfører?|bindeledd\w*|liaise|lunsj|lunch|bistår?|støtter?)"
    r" (?:[\w,-]+ ){0,4}?(?:med|with|mellom|til|till|to|for|og|and|och) (?:[\w-]+ ){0,2}$|"
    r"\b(?:brukes|used) (?:av|by) (?:[\w-]+ ){0,2}$|\b(?:ringe|ringer|ringje|call|kontakte|contact) (?:til )?$"
)
"""*Samarbeider tett med kundeservice*: that unit is a neighbour."""
_OTHERS_UNIT = (
    rf"(?:{UNIT}|support\b|service desk|kundeserv\w*|kundservice\w*|servicedesk\w*)(?! (?:manager|lead|director|leder|"
    rf"chef)|\w*(?:sjef|leder|leiar|chef|ledare))"
)
_ELSEWHERE = compiled(
    rf"^\W*{_OTHERS_UNIT}\s(?:i|på|ved|hos|in|at|on)\s[^.;,!?]{{2,30}}?\s(?:svarer|svarar|tar seg av|hjelper|answers|"
    rf"serves|helps)\s{PEOPLE}[;,]\s(?:mens |medan |while )?(?:du|you)\b|\b{_OTHERS_UNIT}[^.;!?]{{0,12}}\b(?:deals "
    rf"with|takes care of|handles|answers|håndterer|hanterar|tar seg av|tek seg av|tager sig af|tar hand om) (?:that|"
    rf"those|this|them|it|det|dem|dei|disse)\b|\b(?:av|af|by|hos|til|till|to|with|tar|tek|from|in|i)\s(?:(?:our|vårt|"
    rf"vår|vores|vårat|the|et|a|eget|egen|own|konsernets|bankens|det|sentrale|central|separate) "
    rf"){{0,2}}{_OTHERS_UNIT}[^.;!?]{{0,20}}(?:\b(?:seg av|sig af|sig om|hand om|hånd om|care of)\b|,? which (?:sits|"
    rf"has|reports)|,? (?:som|der) (?:ligger|sitter|har egen|har eigen)|\bpå hovedkontoret)|\b(?:taken care of|handled|"
    rf"answered|dealt with|looked after|served|tas|tages|passes|varetages|ekspederes|håndteres|handteres|besvares|"
    rf"besvaras|hanteras|tas hånd om|sköts|behandles|får svar|settes|settes over|sendes|ivaretas|går rett|goes "
    rf"straight|går direkte|går|goes)\s(?:\w+\s){{0,2}}?(?:av|af|by|til|till|to)\s(?:(?:our|vårt|vår|vores|the|et|a|"
    rf"eget|egen|own|konsernets|bankens|det|sentrale|central|separate) ){{0,2}}{_OTHERS_UNIT}|\b(?:kundeservice|"
    rf"kundesent\w*|kundservice|kundtjänst|customer (?:service|support|care))\b[^.;!?]{{0,40}}\b(?:which|who|som|der|"
    rf"has|har|sits|ligg|ligger|sitter|is|er)\b[^.;!?]{{0,20}}\b(?:own manager|another department|annan|annen avdeling|"
    rf"anna avdeling|anden afdeling|egen leder|eigen leiar|servicetorget i|not part of|ikke (?:ein |en )?del av|ikkje "
    rf"(?:ein )?del av)\b|\b{PEOPLE}\b[^.;!?]{{0,45}}\b(?:andre steder|andre stader|elsewhere|et annet sted|någon "
    rf"annanstans|et andet sted|the utilities themselves)\b|\b(?:verken|hverken|ikke|ikkje|inte|not|never) (?:\w+ "
    rf"){{0,6}}?(?:snakke|snakker|tale|talk|speak|speaking|prata)\w* (?:med|with|to) (?:kunder|customers|kunderne|"
    rf"kundar)\b"
)
OUT_OF_SIGHT = (
    Section.OFFER, Section.CONTACT, Section.PRACTICAL, Section.MUST, Section.NICE, Section.TRAITS, Section.NEGATED
)  # fmt: skip


class Told(NamedTuple):
    """What one sentence tells; words of the ad, or nothing."""

    contact: str
    """People from outside, and a way to reach somebody."""
    us: str
    """… who reach this unit, or how many do."""
    unit: str
    agents: str
    elsewhere: str
    """Another unit does it."""


_SILENT = Told("", "", "", "", "")


def told(document: Document) -> Iterator[Told]:
    """What each sentence about the job or the employer tells, if anything."""
    for at, voice in document.about(gates.CUSTOMERS):
        if voice.section not in OUT_OF_SIGHT and (found := _told(voice)) is not None:
            yield _here(found.elsewhere) if found.elsewhere and _is_there(document, at) else found


def _here(words: str) -> Told:
    """*Alle samtaler går til kundesenteret*, and that is the unit."""
    return Told(words, words, words, "", "")


def _is_there(document: Document, at: int) -> bool:
    """*Alle samtaler går til kundesenteret på Moss. Der trenger de en ny leder*: that unit is the one spoken of."""
    return any(_THERE.match(after.folded) for _, after in document.after(at, 1))


_THERE = compiled(r"\W*(?:der|dér|dær|där|there|her|hær|here)\s(?!(?:er|var|is|are|blir|findes)\b)")


@once_for_words
def _told(voice: Voice) -> Told | None:
    elsewhere = _words(_ELSEWHERE, voice)
    if elsewhere:
        return _SILENT._replace(elsewhere=elsewhere)
    channels = _words(_CHANNELS, voice)
    answered = _answered(voice) or (channels and _words(_WHO_ANSWER, voice))
    contact = answered or (_words(_REACHED, voice) and _words(_OUTSIDER, voice)) or _words(_CALLS, voice)
    unit, agents = _unit(voice), _words(_AGENTS_NAMED, voice) or answered
    us = _words(_US, voice) or _words(_VOLUME, voice) or (contact and channels)
    contact = contact or us or channels
    return Told(contact, us, unit, agents, "") if contact or unit or agents else None


def _answered(voice: Voice) -> str:
    """Who answers, unless it is the reader: *du selger billetter og svarer når folk ringer*."""
    for found in _ANSWERED.finditer(voice.folded):
        before = voice.folded[: found.start()]
        if not (_BARE.match(found.group()) and _BY_YOU.search(before) and not _RELATIVE.search(before)):
            return trimmed(voice.text, *found.span()).quote
    return ""


_BARE = compiled(r"(?:svarer|svarar|besvarer|besvarar|tar imot|tek imot|tar emot|tager imod|rettleiar|answers?)\b")


def _unit(voice: Voice) -> str:
    """The unit that the sentence names, unless it is a neighbour, or only its leader is meant."""
    for found in _UNIT_NAMED.finditer(voice.folded):
        start, end = found.span()
        before = voice.folded[max(0, start - _REACH) : start]
        if not (_A_ROLE.match(voice.folded, start) or _PARTNER.search(before)):
            return trimmed(voice.text, start, end).quote
    return ""


_REACH = 70


def _words(pattern: re.Pattern[str], voice: Voice) -> str:
    found = pattern.search(voice.folded)
    return trimmed(voice.text, *found.span()).quote if found else ""


tells(gates.CUSTOMERS, _told)
