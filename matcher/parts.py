"""The parts of a score, one function each: values in, points with evidence in bokmål out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from datetime import date
from functools import cache
from itertools import accumulate, pairwise
from math import floor

from domain.matching import AskedLanguage, ConceptKind, Evidence, Mention, Modality, Reading, RelevanceAnswer, ScorePart
from domain.postings import DeadlineKind, Place
from domain.profiles import Profile
from matcher.distances import kilometres
from matcher.fields.background import LEVELS
from matcher.occupation import Occupation, Wanted
from matcher.vocabulary import held as held_with_broader
from matcher.vocabulary import load_vocabulary

SKILL_KINDS = (ConceptKind.SKILL, ConceptKind.TOOL)
CERTIFICATE_KINDS = (ConceptKind.CERTIFICATION, ConceptKind.LICENCE)
ENOUGH_SKILLS, ENOUGH_CERTIFICATIONS = 16.0, 2.0
"""Weight of asked concepts that gives full points: no ad asks for everything."""
_NICE_WEIGHT, _MUST_WEIGHT = 1, 2
_LEVEL_WORDS = {
    "none": "ingen utdanning",
    "upper_secondary": "videregående",
    "vocational": "fagutdanning",
    "bachelor": "bachelorgrad",
    "master": "mastergrad",
    "phd": "doktorgrad",
}
_ASKED = (Modality.MUST, Modality.NICE)
_OTHERS_SHOWN = 3
"""Requirements in the ad's own words that are told: they cannot be compared with a profile."""
Weights = Mapping[str, int]


def _part(name: str, weights: Weights, points: float | None, **evidence: Iterable[Evidence]) -> ScorePart:
    kept = {key: tuple(items) for key, items in evidence.items()}
    return ScorePart(name, weights.get(name, 0), None if points is None else in_hundredths(points) / 100, **kept)


def in_hundredths(points: float) -> int:
    """Points as they are told and counted: whole hundredths of a part, from none to all of it, halves upwards."""
    return floor(100 * min(1.0, max(0.0, points)) + 0.5)


@cache
def _labels() -> Mapping[str, str]:
    return {concept.id: concept.label for concept in load_vocabulary().concepts}


def wanted_concepts(
    name: str, weights: Weights, reading: Reading, wanted: Sequence[Wanted], enough: float
) -> ScorePart:
    """Which of the occupation's concepts does the ad ask for? Duties count half."""
    best: dict[str, Mention] = {}
    for mention in reading.mentions:
        if mention.modality is not Modality.NEGATED and mention.concept not in best:
            best[mention.concept] = mention
    asked = [(item, best[item.concept]) for item in wanted if item.concept in best]
    if not asked:
        return _part(name, weights, None, not_stated=(Evidence(_NOT_MENTIONED[name]),))
    got = sum(item.weight * (0.5 if mention.modality is Modality.TASK else 1.0) for item, mention in asked)
    has = [Evidence(f"{mention.label} ({_WORDS[mention.modality]})", mention.span.quote) for _, mention in asked]
    return _part(name, weights, got / enough, has=has)


_NOT_MENTIONED = {
    "required_skills": "ferdigheter er ikke nevnt",
    "certifications": "sertifiseringer er ikke nevnt",
}
_WORDS = {Modality.MUST: "krav", Modality.NICE: "ønske", Modality.TASK: "oppgave", Modality.NEGATED: "ikke krav"}


def stated_leadership(weights: Weights, reading: Reading) -> ScorePart:
    """Does the job lead people?"""
    fields = reading.fields
    has = []
    if fields.people_managed is not None:
        has.append(Evidence(f"leder {fields.people_managed} personer", fields.quotes.get("people_managed", "")))
    if fields.leadership_experience is not None:
        word = _WORDS[fields.leadership_experience]
        has.append(Evidence(f"ledererfaring er {word}", fields.quotes.get("leadership_experience", "")))
    staff = [mention for mention in reading.mentions if mention.concept == "skill.people_management"]
    denied = [mention for mention in staff if mention.modality is Modality.NEGATED]
    has += [Evidence("personalansvar", mention.span.quote) for mention in staff[:1] if not denied]
    lacks = [Evidence("ikke personalansvar", mention.span.quote) for mention in denied[:1]]
    if not has and not lacks:
        return _part("leadership", weights, None, not_stated=(Evidence("ledelse er ikke omtalt"),))
    return _part("leadership", weights, 0.0 if denied else 0.4 + 0.3 * len(has), has=has, lacks=lacks)


def stated_background(weights: Weights, reading: Reading) -> ScorePart:
    """Does the ad say what education and experience it takes?"""
    fields = reading.fields
    has = []
    if fields.education_min:
        has.append(
            Evidence(
                f"utdanning: {_LEVEL_WORDS.get(fields.education_min, fields.education_min)}",
                fields.quotes.get("education_min", ""),
            )
        )
    if fields.experience_years is not None:
        has.append(Evidence(f"erfaring: {fields.experience_years:g} år", fields.quotes.get("experience_years", "")))
    if not has:
        return _part(
            "education_experience", weights, None, not_stated=(Evidence("utdanning og erfaring er ikke oppgitt"),)
        )
    return _part("education_experience", weights, 0.6 + 0.2 * len(has), has=has)


def demands(reading: Reading, kinds: Collection[ConceptKind]) -> tuple[list[list[Mention]], list[Mention]]:
    """What the ad asks for, alternatives together; and what it asks for in words of its own, which nobody can hold."""
    asked = [mention for mention in reading.mentions if mention.kind in kinds and mention.modality in _ASKED]
    groups: defaultdict[tuple[str, object], list[Mention]] = defaultdict(list)
    for mention in asked:
        alternative = mention.alternatives is not None
        groups[("any", mention.alternatives) if alternative else ("one", mention.concept)].append(mention)
    known: list[list[Mention]] = []
    unknown: list[Mention] = []
    for group in groups.values():
        if all(mention.concept.endswith(".stated") for mention in group):
            unknown += group
        else:
            known.append(group)
    return known, unknown


def shares(known: Sequence[Collection[Mention]]) -> list[int]:
    """What each demand counts of its part, in hundredths: a must for two wishes, a hundred in all."""
    worths = [_worth(group) for group in known]
    reached = [in_hundredths(sum_so_far / sum(worths)) for sum_so_far in accumulate(worths)]
    return [after - before for before, after in pairwise([0, *reached])]


def _worth(group: Iterable[Mention]) -> int:
    return _MUST_WEIGHT if any(mention.modality is Modality.MUST for mention in group) else _NICE_WEIGHT


def held_concepts(
    name: str, weights: Weights, reading: Reading, profile: Profile, kinds: tuple[ConceptKind, ...]
) -> ScorePart:
    """What the ad asks for against what the person holds, and what that is a kind of.

    Of alternatives one is enough; a must weighs two wishes.
    """
    owned = held_with_broader(profile.concepts)
    known, unknown = demands(reading, kinds)
    not_stated = [
        Evidence(f"annet krav: {mention.span.quote}", mention.span.quote) for mention in unknown[:_OTHERS_SHOWN]
    ]
    if not known:
        return _part(name, weights, None, not_stated=not_stated or (Evidence(_NOTHING_ASKED[name]),))
    got = 0
    has: list[Evidence] = []
    lacks: list[Evidence] = []
    for group, share in zip(known, shares(known), strict=True):
        held = [mention for mention in group if mention.concept in owned]
        label = " eller ".join(dict.fromkeys(mention.label for mention in group))
        if held:
            got += share
            has.append(Evidence(f"du har {held[0].label}", held[0].span.quote))
        else:
            lacks.append(Evidence(f"{_WORDS[group[0].modality]}: {label}", group[0].span.quote))
    return _part(name, weights, got / 100, has=has, lacks=lacks, not_stated=not_stated)


_NOTHING_ASKED = {
    "required_skills": "annonsen nevner ingen kjente ferdigheter som krav",
    "certifications": "annonsen ber ikke om sertifiseringer",
}


def leadership(weights: Weights, reading: Reading, profile: Profile) -> ScorePart:
    """Leadership asked for against leadership held."""
    level = reading.fields.leadership_experience
    if level is None:
        return _part("leadership", weights, None, not_stated=(Evidence("ledererfaring er ikke omtalt"),))
    quote = reading.fields.quotes.get("leadership_experience", "")
    if profile.leadership is None:
        return _part("leadership", weights, None, not_stated=(Evidence("profilen sier ikke om du har ledet", quote),))
    if profile.leadership:
        return _part("leadership", weights, 1.0, has=(Evidence("du har ledererfaring", quote),))
    points = 0.0 if level is Modality.MUST else 0.5
    return _part("leadership", weights, points, lacks=(Evidence(f"ledererfaring er {_WORDS[level]}", quote),))


def background(weights: Weights, reading: Reading, profile: Profile) -> ScorePart:
    """Education and years asked for against those held; experience stands in for education where the ad says so."""
    fields = reading.fields
    points: list[float] = []
    has: list[Evidence] = []
    lacks: list[Evidence] = []
    unknown: list[Evidence] = []
    years_asked, years = fields.experience_years, profile.experience_years
    if years_asked is not None:
        quote = fields.quotes.get("experience_years", "")
        if years is None:
            unknown.append(Evidence("profilen sier ikke hvor mange års erfaring du har", quote))
        else:
            points.append(min(1.0, years / years_asked) if years_asked else 1.0)
            (has if years >= years_asked else lacks).append(
                Evidence(f"{years_asked:g} års erfaring, du har {years:g}", quote)
            )
    if fields.education_min:
        quote = fields.quotes.get("education_min", "")
        word = _LEVEL_WORDS.get(fields.education_min, fields.education_min)
        if profile.education is None:
            unknown.append(Evidence("profilen sier ikke hvilken utdanning du har", quote))
        elif _rank(profile.education) >= _rank(fields.education_min):
            points.append(1.0)
            has.append(Evidence(f"{word}: du har {_LEVEL_WORDS.get(profile.education, profile.education)}", quote))
        else:
            stands_in = bool(fields.education_substitutable) and (years or 0) >= (years_asked or 3)
            points.append(0.9 if stands_in else 0.0 if fields.education_required is Modality.MUST else 0.5)
            text = f"{word} mangler, men erfaring kan erstatte den" if stands_in else f"{word} mangler"
            (has if stands_in else lacks).append(Evidence(text, quote))
    if not points:
        unknown = unknown or [Evidence("utdanning og erfaring er ikke oppgitt")]
        return _part("education_experience", weights, None, not_stated=unknown)
    return _part("education_experience", weights, sum(points) / len(points), has=has, lacks=lacks, not_stated=unknown)


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else -1


@cache
def _language_names() -> Mapping[str, str]:
    languages = (item for item in load_vocabulary().concepts if item.kind is ConceptKind.LANGUAGE)
    return {item.code: item.label.lower() for item in languages if item.code and " " not in item.code}


def languages(weights: Weights, reading: Reading, profile: Profile) -> ScorePart:
    """Languages asked for against those spoken; one of alternatives is enough. Nynorsk counts as Norwegian."""
    asked = reading.fields.languages
    if not asked:
        return _part("languages", weights, None, not_stated=(Evidence("språk er ikke oppgitt"),))
    if not profile.languages:
        return _part("languages", weights, None, not_stated=(Evidence("profilen sier ikke hvilke språk du kan"),))
    spoken = profile.languages | ({"no", "nb", "nn"} if profile.languages & {"no", "nb", "nn"} else set())
    groups: dict[tuple[str, object], list[AskedLanguage]] = {}
    for item in asked:
        key = ("any", item.alternatives) if item.alternatives is not None else ("one", item.language)
        groups.setdefault(key, []).append(item)
    got = full = 0
    has: list[Evidence] = []
    lacks: list[Evidence] = []
    for group in groups.values():
        level = Modality.MUST if any(item.level is Modality.MUST for item in group) else Modality.NICE
        worth = _MUST_WEIGHT if level is Modality.MUST else _NICE_WEIGHT
        met = any(item.language in spoken for item in group)
        full += worth
        got += worth * met
        names = " eller ".join(_language_names().get(item.language, item.language) for item in group)
        quote = reading.fields.quotes.get("languages", "")
        (has if met else lacks).append(Evidence(f"{names} ({_WORDS[level]})", quote))
    return _part("languages", weights, got / full, has=has, lacks=lacks)


def place(weights: Weights, reading: Reading, profile: Profile) -> ScorePart:
    """The place of work against where the person wants to work; home office helps who wants it."""
    wanted = {name.casefold() for name in profile.municipalities | profile.counties}
    if not wanted and not (profile.near and profile.radius_km):
        return _part("place", weights, None)
    remote = reading.fields.remote
    quote = reading.fields.quotes.get("remote", "")
    if remote == "remote" and profile.remote:
        return _part("place", weights, 1.0, has=(Evidence("kan utføres hjemmefra", quote),))
    named = [item for item in reading.fields.places if item.municipality or item.city]
    if not named:
        return _part("place", weights, None, not_stated=(Evidence("arbeidssted er ikke oppgitt"),))
    judged = [_place_fits(item, wanted, profile) for item in named]
    if fits := next((told for told, fit in judged if fit), ""):
        return _part("place", weights, 1.0, has=(Evidence(fits),))
    if all(fit is None for _, fit in judged):
        return _part("place", weights, None, not_stated=(Evidence(judged[0][0]),))
    where = ", ".join(told for told, _ in judged)
    half = 0.4 if remote == "hybrid" and profile.remote else 0.0
    return _part("place", weights, half, lacks=(Evidence(f"{where} er utenfor det du ønsker", quote),))


def _place_fits(item: Place, wanted: Set[str], profile: Profile) -> tuple[str, bool | None]:
    """The place in words, and whether it fits; None when a distance is asked for that nobody knows."""
    told = f"arbeidssted {item.city or item.municipality}"
    if {name.casefold() for name in (item.municipality, item.city, item.county) if name} & wanted:
        return told, True
    if not (profile.near and profile.radius_km):
        return told, False
    away = kilometres(profile.near, item.municipality or item.city or "")
    if away is None:
        return told, None
    return f"{told}, {away:.0f} km fra {profile.near}", away <= profile.radius_km


def extent(weights: Weights, reading: Reading, profile: Profile) -> ScorePart:
    """Extent and working hours against what the person wants."""
    points: list[float] = []
    has: list[Evidence] = []
    lacks: list[Evidence] = []
    stated, shift = reading.fields.extent_percent, reading.fields.shift_work
    if profile.extent_min is not None and stated:
        enough = stated[-1] >= profile.extent_min
        points.append(1.0 if enough else stated[-1] / profile.extent_min)
        (has if enough else lacks).append(
            Evidence(f"stillingen er på {stated[-1]:g} %", reading.fields.quotes.get("extent_percent", ""))
        )
    if profile.shift_work is not None and shift is not None:
        fits = not shift or profile.shift_work
        points.append(1.0 if fits else 0.0)
        word = "kveld, helg eller vakt" if shift else "dagtid"
        (has if fits else lacks).append(Evidence(f"arbeidstid: {word}", reading.fields.quotes.get("shift_work", "")))
    if not points:
        wished = profile.extent_min is not None or profile.shift_work is not None
        return _part("extent", weights, None, not_stated=[Evidence("arbeidstid er ikke oppgitt")] if wished else ())
    return _part("extent", weights, sum(points) / len(points), has=has, lacks=lacks)


_YEARLY = {"year": 1.0, "month": 12.0, "week": 52.0, "day": 230.0, "hour": 1950.0}


def pay(weights: Weights, reading: Reading, profile: Profile) -> ScorePart:
    """Stated pay against the least that the person wants; only in kroner."""
    stated, floor = reading.fields.salary, profile.salary_floor
    if stated is None or stated.currency != "NOK":
        return _part("pay", weights, None, not_stated=(Evidence("lønn er ikke oppgitt"),))
    if floor is None:
        return _part("pay", weights, None)
    top = (stated.maximum or stated.minimum or 0.0) * _YEARLY.get(stated.period, 1.0)
    quote = reading.fields.quotes.get("salary", "")
    text = f"lønn inntil {top:,.0f} kr i året".replace(",", " ")
    if top >= floor:
        return _part("pay", weights, 1.0, has=(Evidence(text, quote),))
    return _part("pay", weights, top / floor if floor else 1.0, lacks=(Evidence(text, quote),))


def freshness(weights: Weights, reading: Reading, occupation: Occupation, today: date) -> ScorePart:
    """How much time is left: none after the deadline, full from ``freshness_days`` on."""
    fields = reading.fields
    if fields.deadline is None:
        word = {DeadlineKind.ASAP: "frist: snarest", DeadlineKind.ROLLING: "søknader vurderes fortløpende"}.get(
            fields.deadline_kind
        )
        if word is None:
            return _part("freshness", weights, None, not_stated=(Evidence("frist er ikke oppgitt"),))
        return _part("freshness", weights, 0.7, has=(Evidence(word),))
    left = (fields.deadline - today).days
    quote = fields.quotes.get("deadline", "")
    if left < 0:
        return _part(
            "freshness", weights, 0.0, lacks=(Evidence(f"fristen gikk ut {fields.deadline.isoformat()}", quote),)
        )
    return _part(
        "freshness",
        weights,
        0.5 + left / (2 * occupation.freshness_days),
        has=(Evidence(f"fristen er {fields.deadline.isoformat()}", quote),),
    )


SHARES = {RelevanceAnswer.YES: 1.0, RelevanceAnswer.FIRST_LINE_LEAD: 0.8, RelevanceAnswer.NO: 0.2}
"""What a score is multiplied by: an ad that asks for everything is still no opening when it is another job."""
_NOT_QUITE = {
    RelevanceAnswer.FIRST_LINE_LEAD: "leder i førstelinjen",
    RelevanceAnswer.NO: "en annen jobb enn den du ser etter",
}


def occupation(reading: Reading) -> ScorePart:
    """Is it the job at all? Its points multiply the sum of the other parts; it has no weight of its own."""
    answer = reading.relevance.answer
    weighty = max(reading.relevance.reasons, key=lambda reason: abs(_points_of(reason)), default=Evidence(""))
    if answer is RelevanceAnswer.YES:
        return ScorePart("occupation", 0.0, SHARES[answer])
    return ScorePart("occupation", 0.0, SHARES[answer], lacks=(Evidence(_NOT_QUITE[answer], weighty.quote),))


def _points_of(reason: Evidence) -> float:
    """The points in brackets at the end of a reason."""
    return float(reason.text.rpartition("(")[2].rstrip(")") or 0)
