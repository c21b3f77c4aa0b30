"""Whom the job leads, where those who are led are counted elsewhere: in a headline, the sentence before, or beside."""

from matcher import gates
from matcher.document import Document
from matcher.folding import compiled
from matcher.voice import Voice, once_for_words, tells


def seeks_a_leader(document: Document) -> bool:
    """*Vi trenger en leder for pasientsenteret*, *nå trenger den en leder*, below a headline that names no job."""
    return any(_seeks_leader(voice) for _, voice in document.about(gates.STAFF))


@once_for_words
def _seeks_leader(voice: Voice) -> bool:
    return _SEEKS_LEADER.search(voice.folded) is not None


_SEEKS_LEADER = compiled(
    r"\b(?:søke[rs]|søkjer|söker|søger|trenger|treng|behöver|need|seek|looking for)\s(?:vi |me |we |den |han |it |nå |"
    r"no |nu |derfor |en |ein |a |ny |new ){1,4}\w*(?:leder|leiar|sjef|chef|ledare|manager|head)(?:\s(?:for|til|av|of|"
    r"to|åt|för|over)\b|\s?[.!,]|\s?$)"
)


def leads_before(document: Document, at: int) -> bool:
    """*You run our support desk. Nine people work there*: does the sentence before say what is led?"""
    before = document.before(at)
    return before is not None and YOU_LEAD.search(before[1].folded) is not None


def opens_with_yours(document: Document, at: int) -> bool:
    """*Seksjonen du skal leie, er den publikum møter. Femten rettleiarar svarar …*: said before the count."""
    before = document.before(at)
    return before is not None and _UNIT_OF_YOURS.match(before[1].folded) is not None


_UNIT_OF_YOURS = compiled(
    r"\W*(?:the )?(?:[a-zæøå]*(?:seksjonen|avdelingen|avdelinga|avdelningen|afdelingen|enheten|eininga|enheden|teamet|"
    r"gruppa|gruppen|senteret|laget)|section|department|team|unit) (?:som )?(?:du|you)(?:'ll)? (?:skal |will |vil |får "
    r"å )?(?:lede|leder|leie|leier|leia|leda|lead|run|manage)\b"
)


YOU_LEAD = compiled(
    r"\b(?:du|you|stillingen|stillinga|rollen|the role|the position|tjänsten)\s(?:\w+\s){0,2}(?:lede[r]?|leie[r]?|"
    r"leia[r]?|leda|lead|manage|run|head|oversee|supervise|driver|styrer|(?:får|har) (?:\w+ ){0,2}ansvar\w*)\b|"
    r"\b(?:søke[rs]|søkjer|söker|søger|trenger|treng|behöver|need|seek)\s(?:vi |me |we |nå |en |ein |a |ny |new "
    r"){1,3}\w*(?:leder|leiar|sjef|chef|ledare|manager|head)\s(?:for|til|av|of|to|åt|för|over)\b"
)


EXPLICIT = compiled(
    r"\b(?:personal\w*ansvar\w*|personal\w*ledelse|lederansvar|leiaransvar|line manage\w*|people management|direct "
    r"reports|(?:ansvar for|responsible for|responsibility for) (?:både |both )?(?:folk|people|personal|personale|"
    r"staff)\b|(?:leder|leier|leiar) du|(?:du|you)\s(?:\w+\s){0,3}(?:lede[r]?|leie[r]?|leia[r]?|leda[r]?|lead|manage|"
    r"run|ansvar\w*)|reports? (?:\w+ )?to you|rapporter\w* til deg|hører til (?:hos )?deg|under deg|har deg som "
    r"\w*leder|(?:sjef|leder|leiar|chef|ledare) for|blir (?:sjefen|lederen|leiaren|chefen|sjef|leder) (?:deres|deira|"
    r"deras|for))\b"
)
"""Leading said so plainly that no title need say it."""


tells(gates.STAFF, _seeks_leader)
