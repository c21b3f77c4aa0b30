"""Why a score is what it is, in the reader's language.

The matcher tells its reasons in bokmål, stored with the match; here they are told anew. What nobody foresaw stays as it
is, and is marked as bokmål.
"""

from collections.abc import Set
from functools import cache

from domain.concept_names import named
from matcher.vocabulary import load_vocabulary
from web.retelling import Place, Retelling

_TONGUES = {"nn": 0, "en": 1}
_WORDS = {
    "ikke krav": ("ikkje krav", "not required"),
    "krav": ("krav", "required"),
    "ønske": ("ønske", "wished for"),
    "oppgave": ("oppgåve", "a duty"),
}
_LEVELS = {
    "ingen utdanning": ("inga utdanning", "no education"),
    "videregående": ("vidaregåande", "upper secondary school"),
    "fagutdanning": ("fagutdanning", "vocational education"),
    "bachelorgrad": ("bachelorgrad", "a bachelor's degree"),
    "mastergrad": ("mastergrad", "a master's degree"),
    "doktorgrad": ("doktorgrad", "a doctorate"),
}
_TOLD = (
    ("ferdigheter er ikke nevnt", "ferdigheiter er ikkje nemnde", "skills are not mentioned"),
    ("sertifiseringer er ikke nevnt", "sertifiseringar er ikkje nemnde", "certifications are not mentioned"),
    ("leder {raw} personer", "leier {raw} personar", "leads {raw} people"),
    ("ledererfaring er ikke omtalt", "leiarerfaring er ikkje omtala", "leadership experience is not mentioned"),
    ("ledererfaring er {word}", "leiarerfaring er {word}", "leadership experience is {word}"),
    ("personalansvar", "personalansvar", "people management"),
    ("ikke personalansvar", "ikkje personalansvar", "no people management"),
    ("ledelse er ikke omtalt", "leiing er ikkje omtala", "leadership is not mentioned"),
    ("utdanning: {level}", "utdanning: {level}", "education: {level}"),
    ("erfaring: {raw} år", "erfaring: {raw} år", "experience: {raw} years"),
    (
        "utdanning og erfaring er ikke oppgitt",
        "utdanning og erfaring er ikkje oppgitt",
        "education and experience are not stated",
    ),
    ("annet krav: {raw}", "anna krav: {raw}", "another requirement: {raw}"),
    (
        "profilen sier ikke om du har ledet",
        "profilen seier ikkje om du har leidd",
        "the profile does not say if you led",
    ),
    ("du har ledererfaring", "du har leiarerfaring", "you have led people"),
    (
        "profilen sier ikke hvor mange års erfaring du har",
        "profilen seier ikkje kor mange års erfaring du har",
        "the profile does not say how many years of experience you have",
    ),
    (
        "{raw} års erfaring, du har {more}",
        "{raw} års erfaring, du har {more}",
        "{raw} years of experience, you have {more}",
    ),
    (
        "profilen sier ikke hvilken utdanning du har",
        "profilen seier ikkje kva utdanning du har",
        "the profile does not say which education you have",
    ),
    ("{level}: du har {other}", "{level}: du har {other}", "{level}: you have {other}"),
    (
        "{level} mangler, men erfaring kan erstatte den",
        "{level} manglar, men erfaring kan erstatte henne",
        "{level} is lacking, but experience may stand in for it",
    ),
    ("{level} mangler", "{level} manglar", "{level} is lacking"),
    (
        "fristfeltet sier {raw}, teksten sier {more}",
        "fristfeltet seier {raw}, teksten seier {more}",
        "the deadline field says {raw}, the text says {more}",
    ),
    (
        "portalen sier {raw}, teksten sier noe annet om ansettelsesformen",
        "portalen seier {raw}, teksten seier noko anna om tilsetjingsforma",
        "the portal says {raw}, the text says something else about the kind of employment",
    ),
    (
        "lønn i portalens felt og i teksten er ikke den samme",
        "løna i portalen sitt felt og i teksten er ikkje den same",
        "the pay in the portal's field and in the text is not the same",
    ),
    (
        "portalen sier {raw} stillinger, teksten sier {more}",
        "portalen seier {raw} stillingar, teksten seier {more}",
        "the portal says {raw} positions, the text says {more}",
    ),
    (
        "samme tittel, arbeidsgiver og sted; den ene har ingen tekst",
        "same tittel, arbeidsgivar og stad; den eine har ingen tekst",
        "same title, employer and place; one of them has no text",
    ),
    (
        "nesten samme tekst ({raw} %), samme arbeidsgiver",
        "nesten same tekst ({raw} %), same arbeidsgivar",
        "nearly the same text ({raw} %), same employer",
    ),
    (
        "samme tekst ({raw} %) og arbeidsgiver",
        "same tekst ({raw} %) og arbeidsgivar",
        "the same text ({raw} %) and employer",
    ),
    ("samme tekst ({raw} %) og innhold", "same tekst ({raw} %) og innhald", "the same text ({raw} %) and content"),
    ("slått sammen for hånd", "slått saman for hand", "merged by hand"),
    ("samme referanse {raw}", "same referanse {raw}", "the same reference {raw}"),
    ("språk er ikke oppgitt", "språk er ikkje oppgitt", "languages are not stated"),
    (
        "profilen sier ikke hvilke språk du kan",
        "profilen seier ikkje kva språk du kan",
        "the profile does not say which languages you know",
    ),
    ("kan utføres hjemmefra", "kan gjerast heimanfrå", "can be done from home"),
    ("arbeidssted er ikke oppgitt", "arbeidsstad er ikkje oppgitt", "the place of work is not stated"),
    (
        "arbeidssted {raw} er utenfor det du ønsker",
        "arbeidsstad {raw} er utanfor det du ønskjer",
        "the place of work, {raw}, is outside of what you want",
    ),
    ("arbeidssted {raw}", "arbeidsstad {raw}", "place of work: {raw}"),
    ("stillingen er på {raw} %", "stillinga er på {raw} %", "the position is {raw} %"),
    (
        "arbeidstid: kveld, helg eller vakt",
        "arbeidstid: kveld, helg eller vakt",
        "hours: evenings, weekends or on call",
    ),
    ("arbeidstid: dagtid", "arbeidstid: dagtid", "hours: daytime"),
    ("arbeidstid er ikke oppgitt", "arbeidstid er ikkje oppgitt", "hours are not stated"),
    ("lønn er ikke oppgitt", "løn er ikkje oppgitt", "pay is not stated"),
    ("lønn inntil {raw} kr i året", "løn inntil {raw} kr i året", "pay of up to NOK {raw} a year"),
    ("frist: snarest", "frist: snarast", "deadline: as soon as possible"),
    ("søknader vurderes fortløpende", "søknader blir vurderte fortløpande", "applications are considered as they come"),
    ("frist er ikke oppgitt", "frist er ikkje oppgitt", "the deadline is not stated"),
    ("fristen gikk ut {raw}", "fristen gjekk ut {raw}", "the deadline was {raw}"),
    ("fristen er {raw}", "fristen er {raw}", "the deadline is {raw}"),
    ("leder i førstelinjen", "leiar i førstelinja", "a first-line lead"),
    (
        "en annen jobb enn den du ser etter",
        "ein annan jobb enn den du ser etter",
        "another job than the one you look for",
    ),
    (
        "annonsen nevner ingen kjente ferdigheter som krav",
        "annonsen nemner ingen kjende ferdigheiter som krav",
        "the ad names no known skills as required",
    ),
    (
        "annonsen ber ikke om sertifiseringer",
        "annonsen bed ikkje om sertifiseringar",
        "the ad asks for no certifications",
    ),
    ("du har {label}", "du har {label}", "you have {label}"),
    ("{word}: {label}", "{word}: {label}", "{word}: {label}"),
    ("{label} ({word})", "{label} ({word})", "{label} ({word})"),
)
"""(bokmål, nynorsk, English); the more particular ones first."""


def retold(text: str, language: str) -> str | None:
    """``text`` in ``language``; None where it cannot be told otherwise than in bokmål."""
    return _retelling().tell(text, language) if language in _TONGUES else text


def _word(value: str, language: str) -> str | None:
    return _WORDS[value][_TONGUES[language]]


def _level(value: str, language: str) -> str | None:
    return _LEVELS[value][_TONGUES[language]]


def _label(value: str, language: str) -> str | None:
    """One label or several with *eller* between them; None when one of them is no concept's."""
    if not all(part.lower() in _labels() for part in value.split(" eller ")) and value.lower() not in _labels():
        return None
    return named(value, language) or (value.replace(" eller ", " or ") if language == "en" else value)


@cache
def _retelling() -> Retelling:
    words, levels = "|".join(_WORDS), "|".join(_LEVELS)
    places = {
        "raw": Place(),
        "more": Place(),
        "word": Place(words, _word),
        "level": Place(levels, _level),
        "other": Place(levels, _level),
        "label": Place(tell=_label),
    }
    return Retelling([(bokmal, {"nn": nynorsk, "en": english}) for bokmal, nynorsk, english in _TOLD], places)


@cache
def _labels() -> Set[str]:
    """The labels of all concepts, in small letters."""
    return {concept.label.lower() for concept in load_vocabulary().concepts}
