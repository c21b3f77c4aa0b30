"""Trades that one need not have learnt: *Du trenger ikke være optiker*, *Optikerutdanning? Nei, det har vi nok av*.

To be something that takes an authorisation, a licence or a trade certificate is to hold a paper; the label guide of the
development set counts it as one.
"""

from collections.abc import Iterator

from matcher.folding import compiled
from matcher.nots import NOT

_TRADE = (
    r"(?:optiker\w*|optometrist\w*|opticians?|audio(?:graf|log|nom|graph|logist)\w*|farmas[øo]yt\w*|farmaceut\w*|"
    r"apoteker\w*|pharmacists?|sykepleier\w*|sjukepleiar\w*|sjuksk[øo]tersk\w*|sygeplejersk\w*|nurses?|leger?|læger?|"
    r"lækare|doctors?|tannleger?|tandlæger?|tandlækare|tannpleier\w*|dentists?|veterin[æa]r\w*|dyrleger?|vets?|"
    r"djur(?:sjuk)?skøtare|djur(?:sjuk)?skötare|dyrepleier\w*|underskøtersk\w*|undersköterska\w*|fysioterapeut\w*|"
    r"physiotherapists?|psykolog\w*|psychologists?|bioingeniør\w*|jordmor|helsefagarbeider\w*|vernepleier\w*|"
    r"elektrik(?:er|ar)\w*|electricians?|rørlegg\w*|røyrleggjar\w*|vvs-?montør\w*|plumbers?|snekker\w*|snikkar\w*|"
    r"tømr\w*|snickare|carpenters?|bilmekanik\w*|mekanik(?:er|ar)\w*|mechanics?|gartn\w*|gardeners?|frisør\w*|"
    r"hairdressers?|kokk|kock|sveiser\w*|welders?|mur(?:er|ar)\w*|personlig(?:e)? trener\w*|personlig træner|personlig "
    r"trænare|personal trainers?|pt|eiendomsmegl\w*|eigedomsmekl\w*|ejendomsmægler\w*|fastighetsmæklare|estate agents?|"
    r"advokat\w*|lawyers?|solicitors?|revisor\w*|auditors?|regnskapsfører\w*|rekneskapsførar\w*|lærer\w*|lærar\w*|"
    r"teachers?|teaching|pilot\w*|skipper\w*|styrmann|tolk|interpreters?|vekter\w*|bibliotekar\w*|librarians?)"
)
_TRAINED = (
    r"(?:(?:an?|en|ein|ei|et|selv|sjølv|själv|utdann\w*|utdanna|uddannet|utbildad|faglært\w*|fagutdanna\w*|"
    r"autoriser\w*|auktoriserad|godkjent|trained|qualified|certified|licensed|registered|authori[sz]ed)\s){0,3}"
)
_BE = r"(?:(?:å |att |at |to )?(?:være|vere|vara|be|ha vært|ha vore|have been))"
_NEED = (
    r"(?:trenger|treng|behøver|behøv|må|måste|skal|ska|krever|krev|kræver|forlanger|forventer|ventar|forventar|"
    r"förväntar|forlangar|need|have|has|require|expect|ask)"
)
_NEED_NOT_BE = compiled(
    rf"\b(?:du|you|vi|me|we|ni|leder\w*|leiar\w*|kandidaten)\s(?:do |does )?(?:{_NEED} (?:altså |derimot |"
    rf"slett )?(?:{NOT})|(?:{NOT}|don't|doesn't) {_NEED})(?: oss)?(?: at du| att du| that you| for you)?\s(?:{_BE}|er|"
    rf"ær|are)\s{_TRAINED}(?P<trade>{_TRADE})(?![\w-])|\b(?P<first>{_TRADE})\s{_NEED} du (?:altså |derimot |slett |"
    rf"selv )?(?:{NOT}) {_BE}\b|\b(?P<school>(?:{_TRADE})-?(?:s)?"
    r"(?:utdann|uddann|utbild|kompetanse|bakgrunn)\w*)\?\s(?:nei|nej|no|ikke|ikkje|inte|trengs ikke|det trenger)|"
    rf"\b(?:{NOT}|don't|n't) (?:need|require|ask for|expect) (?:an? |any )?(?P<paper>(?:{_TRADE}) (?:qualifications?|"
    rf"licen[cs]e|certificate|"
    r"authori[sz]ation|training))\b"
)


def need_not_be(folded: str) -> Iterator[tuple[int, int]]:
    """Where a folded sentence names a trade that nobody need have learnt."""
    for found in _NEED_NOT_BE.finditer(folded):
        yield found.span(found.lastgroup or 0)
