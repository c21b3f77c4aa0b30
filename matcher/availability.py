"""*Kan jobbe tidlig, sent og annenhver lørdag*: among the demands, odd hours are asked of the applicant."""

from domain.matching import Modality
from matcher.fields.shift import on_duty
from matcher.folding import compiled
from matcher.found import STATED_TRAIT, Found, stated_as
from matcher.spans import meets
from matcher.voice import Voice

_WORK = (
    r"(?:jobbe|arbeide|arbeida|arbeta|jobba|arbejde|work|ta|take|taka|tage|join|gå|stille|stå|være|vere|vara|be|cover|"
    r"delta|dele|share|do)"
)
_CAN = compiled(
    rf"\W*(?:(?:at|att|that|to|å)\s)?(?:(?:du|you|ni)\s)?(?:(?:må|skal|must|har|have|er|are|be|har god|"
    rf"gode?)\s)?(?:(?:kan|kunne|kunna|can|able to|(?:the )?ability to|(?:mulighet(?:er)?|anledning|moglegheit|høve|"
    rf"lyst og mulighet|lyst og moglegheit|möjlighet|mulighed|vilje|villighet|willingness|the willingness)(?: til| "
    rf"for)?(?: å| at| att| to)?|villig(?: til)?(?: å| att| at)?|willing to|innstilt på(?: å)?|innstilt på|klar for(?: "
    rf"å)?|happy to|fine with)\s(?:også\s|òg\s|også å\s)?{_WORK}|(?:free|available|tilgjengelig|tilgjengeleg|ledig|fri|"
    rf"innstilt på|går|tar|tek|take|join|deltar|deltek))\b"
)


def hours_kept(voice: Voice, known: list[Found]) -> list[Found]:
    """The hours that an item of the demands asks the applicant to keep; nothing where they are known already."""
    if not _CAN.match(voice.folded) or not on_duty(voice) or meets(known, 0, len(voice.folded)):
        return []
    return [stated_as(0, len(voice.folded), STATED_TRAIT, Modality.MUST)]
