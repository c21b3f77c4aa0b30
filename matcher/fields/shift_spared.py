"""Is the job holder said to be left out of what others do? *Rådgiverne går skift; det gjør ikke du.*"""

from matcher.fields.shift_actors import JOB, LEADERS
from matcher.fields.shift_words import SHIFT
from matcher.folding import compiled
from matcher.nots import NOT

_WHO = rf"(?:du|deg|dig|you|{LEADERS}|{JOB}|den|denne|it)"
_WE = rf"(?:{_WHO}|vi|me|oss|we|us)"
_END = (
    r"(?: (?:selv|sjølv|själv|lenger|lengre|længere|längre|meir|mer|mere|longer|anymore|any more|have to|need to|"
    r"yourself))*\s*(?:$|[.:;,!)])"
)
_ECHO = (
    rf"(?:det|that|which|noe|noko|hvilket|this|dette|it|turnus\w*|skift\w*|vakt\w*|ordning\w*) (?:gjør|gjer|gör|gør|"
    rf"gjelder|gjeld|gäller|gælder|omfatter|omfattar|skal|ska|må|trenger|treng|behöver|går|har|tar|tek|inngår|deltar|"
    rf"deltek) (?:\w+ )?"
    rf"(?:{NOT} (?:for )?{_WHO}|(?:du|{LEADERS}|{JOB}|den) {NOT})\b"
)
"""*Det gjør ikke du*, *det gjør den ikke lenger*."""
_SHORT = (
    rf"{_WE} (?:(?:do|does|are|is|will|must|need) not|don't|doesn't|aren't|isn't|won't){_END}|(?:does not|doesn't) "
    rf"(?:apply to|include) (?:you|this)\b"
)
"""*Leads do not.*"""
_LEFT_OUT = (
    rf"{_WHO} (?:(?:er|är|is|are|blir|vert) )?(?:\w+ )?(?:fritatt|friteken|fritatt|fritaget|unntatt|unnateken|undtaget|"
    rf"undantagen|undantaget|befriad|exempt|excused|spared|forskånet|skåna)\b"
)
_NO_PART = (
    rf"(?:som|that|which) (?:du|{LEADERS}) {NOT} (?:er|skal|trenger|treng|inngår|ingår|indgår|deltar|deltek|står|tar|"
    rf"har|tek)\b|(?:that|which) you (?:are not|aren't|do not|don't|have no)\b|(?:du|{LEADERS}|{JOB}) (?:selv |sjølv |"
    rf"själv )?(?:står|stå|er|är|inngår|ingår|indgår|deltar|deltek|deltager|går|omfattes|omfattas) (?:selv |sjølv |"
    rf"själv )?{NOT} (?:selv |sjølv |själv )?(?:(?:en |ein )?del |med )?(?:av|på|i) (?:den|det|denne|dette|disse|dem|"
    rf"dei)\b|(?:det|den|dem|dei|those|this|that) (?:slipper|slepp) du\b|(?:inngår|ingår|indgår|deltar|deltek|"
    rf"deltager|står|går) du {NOT} (?:i|på|med)\b"
)
"""*Beredskapslaget, som du ikke er del av.*"""
_BUT_NOT = rf"(?:^|[,;:(-] |\bmen |\bog |\band |\bbut ){NOT} (?:for |på |til )?{_WE}{_END}"
"""*Turnusen gjelder de ansatte, ikke deg.*"""
NOT_YOU = compiled(rf"\b(?:{_ECHO}|{_SHORT}|{_LEFT_OUT}|{_NO_PART})|{_BUT_NOT}")
_ROUND_THE_CLOCK = compiled(r"\b(?:døgnet rundt|dygnet runt|around the clock|round the clock|24/7|clock)\b")
_ELLIPTIC = compiled(rf"\W*(?:men |og |but |and )?(?:{_ECHO}|{_SHORT}|{_LEFT_OUT})")


def names_duty(sentence: str) -> int:
    """Where duty outside daytime is first named, whoever has it; -1 where it is not."""
    named = SHIFT.search(sentence) or _ROUND_THE_CLOCK.search(sentence)
    return named.start() if named else -1


def leaves_you_out(sentence: str) -> bool:
    """Is duty named, and the reader said not to have it?"""
    named = names_duty(sentence)
    return named >= 0 and NOT_YOU.search(sentence, named) is not None


def goes_on_without_you(sentence: str) -> bool:
    """*You don't.* *Lederen er fritatt.* After a sentence about duty, that is what it denies."""
    return _ELLIPTIC.match(sentence) is not None
