"""One labelled ad: what the reader is given, and how each figure compares.

Nothing of ``gold`` passes into :func:`ad_text`. Municipality and county of the places are held back too, since finding
them is one of the figures.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from domain.clock import local_date
from domain.matching import AdText, Reading, RelevanceAnswer
from domain.postings import Place
from matcher.evaluation.figures import Binary, Errors, Exact
from matcher.folding import fold


def ad_text(record: Mapping[str, Any]) -> AdText:
    """What a crawl would know of the ad. Raises TypeError or ValueError when the record is no ad."""
    if not isinstance(record.get("description_html"), str):
        raise TypeError("no description_html")
    return AdText(
        title=str(record.get("title") or ""),
        description_html=record["description_html"],
        employer=str(record.get("employer") or ""),
        published=_day(record.get("published")),
        deadline_raw=record.get("deadline_raw"),
        places=tuple(
            Place(city=place.get("city"), postal_code=place.get("postal_code")) for place in record.get("places") or ()
        ),
    )


def _day(raw: object) -> date | None:
    if not isinstance(raw, str):
        return None
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        return None
    return local_date(moment) if moment.tzinfo else moment.date()


def _salary(reading: Reading) -> dict[str, Any] | None:
    pay = reading.fields.salary
    if pay is None:
        return None
    return {"min": pay.minimum, "max": pay.maximum, "currency": pay.currency, "period": pay.period}


def _extent(reading: Reading) -> list[float] | None:
    return None if reading.fields.extent_percent is None else list(reading.fields.extent_percent)


def _languages(reading: Reading) -> list[list[str]]:
    return sorted([asked.language, str(asked.level)] for asked in reading.fields.languages)


_PREDICTED: dict[str, Callable[[Reading], Any]] = {
    "salary": _salary,
    "extent": _extent,
    "employment_type": lambda reading: reading.fields.employment_type,
    "positions": lambda reading: reading.fields.positions,
    "remote": lambda reading: reading.fields.remote or "not_stated",
    "education_min": lambda reading: reading.fields.education_min or "none_stated",
    "education_required": lambda reading: reading.fields.education_required and str(reading.fields.education_required),
    "education_substitutable": lambda reading: bool(reading.fields.education_substitutable),
    "experience_years": lambda reading: reading.fields.experience_years,
    "leadership": lambda reading: reading.fields.leadership_experience and str(reading.fields.leadership_experience),
    "languages": _languages,
    "shift_work": lambda reading: reading.fields.shift_work,
    "people_managed": lambda reading: reading.fields.people_managed,
}
_GOLD_KEY = {
    "extent": "extent_percent",
    "education_substitutable": "education_substitutable_by_experience",
    "experience_years": "experience_years_min",
    "leadership": "leadership_experience",
}
FIGURES = ("deadline", *_PREDICTED, "places")


def compare(record: Mapping[str, Any], reading: Reading, counts: Mapping[str, Exact], errors: Errors) -> None:
    """Count every exact figure that the record has labels for."""
    gold, name = record["gold"], str(record.get("id"))
    for figure, predict in _PREDICTED.items():
        key = _GOLD_KEY.get(figure, figure)
        if key in gold:
            wanted = _languages_of(gold[key]) if figure == "languages" else gold[key]
            _count(name, figure, wanted, predict(reading), counts, errors)
    if "deadline_kind" in gold:
        day = reading.fields.deadline
        predicted = [str(reading.fields.deadline_kind), day.isoformat() if day else None]
        _count(name, "deadline", [gold["deadline_kind"], gold.get("deadline_date")], predicted, counts, errors)
    if record.get("places"):
        _count(name, "places", _areas_of(record["places"]), _areas(reading), counts, errors)


def _count(ad: str, figure: str, gold: Any, predicted: Any, counts: Mapping[str, Exact], errors: Errors) -> None:
    counts[figure].add(gold == predicted)
    if gold != predicted:
        errors.add(ad, figure, gold, predicted)


def _languages_of(rows: Any) -> list[list[str]]:
    return sorted([row["lang"], row["level"]] for row in rows or ())


def _areas_of(rows: Any) -> list[str]:
    return sorted(_area(row.get("municipality") or row.get("city") or "") for row in rows)


def _areas(reading: Reading) -> list[str]:
    return sorted(_area(place.municipality or place.city or "") for place in reading.fields.places)


def _area(name: str) -> str:
    """Folded, without the county that tells two of one name apart: ``Herøy (Nordland)``."""
    return fold(name).partition(" (")[0]


def compare_relevance(
    record: Mapping[str, Any], reading: Reading, strict: Binary, lenient: Binary, errors: Errors
) -> None:
    """Count the answer against ``is_csm`` and ``is_csm_lenient``."""
    gold, answer = record["gold"], reading.relevance.answer
    checks = (
        ("is_csm", strict, answer is RelevanceAnswer.YES),
        ("is_csm_lenient", lenient, answer is not RelevanceAnswer.NO),
    )
    for key, counter, predicted in checks:
        if key in gold:
            counter.add(bool(gold[key]), predicted)
            if bool(gold[key]) != predicted:
                points = f"{answer} {reading.relevance.score:g}: " + "; ".join(
                    e.text for e in reading.relevance.reasons
                )
                errors.add(str(record.get("id")), f"relevance {key}", gold[key], points)
