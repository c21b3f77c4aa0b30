"""All facts of an ad together: the text's reading, the portal's fields, and where the two contradict each other.

A portal's collapsed ``Heltid`` or default ``1`` carries little and never stands for what the text says; a concrete
last date in the text beats ``Snarest`` (see ``fields.deadline``).
"""

from collections.abc import Mapping
from typing import Any

from domain.matching import AdFields, Modality
from domain.postings import Place
from matcher.document import Document
from matcher.fields import (
    background,
    deadline,
    employment,
    experience,
    extent,
    leadership,
    pay,
    people,
    places,
    positions,
    remote,
    shift,
    tongues,
)
from matcher.fields.common import Found

_TYPES = {
    "fast": "permanent", "permanent": "permanent", "vikariat": "substitute", "engasjement": "temporary",
    "midlertidig": "temporary", "prosjekt": "project", "sesong": "seasonal", "lærling": "apprentice",
    "lærlingplass": "apprentice", "temporary": "temporary", "åremål": "temporary", "trainee": "temporary",
    "selvstendig næringsdrivende": "freelance", "contractor": "freelance", "feriejobb": "seasonal",
}  # fmt: skip


def read_fields(document: Document, *, leads_nobody: bool) -> AdFields:
    """The facts with their quotes. ``leads_nobody``: a mention says that the job has no staff."""
    quotes: dict[str, str] = {}
    values: dict[str, Any] = {}

    def keep(name: str, found: Found[Any] | None) -> None:
        values[name] = None if found is None else found.value
        if found is not None and found.end > found.start:
            quotes[name] = document.quote(found.start, found.end).quote

    keep("employment_type", employment.employment_type(document))
    keep("extent_percent", extent.extent(document))
    keep("positions", positions.positions(document))
    keep("remote", remote.remote(document))
    keep("salary", pay.salary(document))
    keep("experience_years", experience.experience_years(document))
    keep("shift_work", shift.shift_work(document))
    keep("people_managed", people.people_managed(document, leads_nobody=leads_nobody))
    keep("languages", tongues.languages(document))
    level, required, substitute = background.education(document)
    keep("education_min", level)
    keep("education_substitutable", substitute)
    leads = leadership.leadership(document)
    if leads:
        quotes["leadership_experience"] = document.quote(leads[1], leads[2]).quote
    conflicts = _deadline(document, values, quotes) + _contradictions(document, values)
    return AdFields(
        deadline=values["deadline"],
        deadline_kind=values["deadline_kind"],
        employment_type=values["employment_type"] or _portal_type(document),
        extent_percent=values["extent_percent"],
        positions=values["positions"],
        remote=values["remote"],
        salary=values["salary"] or document.ad.salary,
        education_min=values["education_min"],
        education_required=required,
        education_substitutable=_substitutable(values),
        experience_years=values["experience_years"],
        leadership_experience=leads[0] if leads else None,
        languages=values["languages"] or (),
        shift_work=values["shift_work"],
        people_managed=values["people_managed"],
        places=_places(document),
        quotes=quotes,
        conflicts=tuple(conflicts),
    )


def _substitutable(values: Mapping[str, Any]) -> bool | None:
    if values["education_min"] is None:
        return True if values["education_substitutable"] else None
    return bool(values["education_substitutable"])


def _deadline(document: Document, values: dict[str, Any], quotes: dict[str, str]) -> list[str]:
    kind, day, span, clash = deadline.read(document)
    values["deadline_kind"], values["deadline"] = kind, day
    if span:
        quotes["deadline"] = document.quote(*span).quote
    return [clash] if clash else []


def _portal_type(document: Document) -> str | None:
    raw = (document.ad.employment_type_raw or "").strip().casefold()
    return _TYPES.get(raw) if raw else None


def _contradictions(document: Document, values: Mapping[str, Any]) -> list[str]:
    found = []
    portal = _portal_type(document)
    if portal and values["employment_type"] and portal != values["employment_type"]:
        found.append(f"portalen sier {document.ad.employment_type_raw}, teksten sier noe annet om ansettelsesformen")
    stated, given = values["salary"], document.ad.salary
    if stated and given and stated != given:
        found.append("lønn i portalens felt og i teksten er ikke den samme")
    positions = (document.ad.positions_raw or "").strip()
    if positions.isdigit() and positions != "1" and values["positions"] not in (None, int(positions)):
        found.append(f"portalen sier {positions} stillinger, teksten sier {values['positions']}")
    return found


def _places(document: Document) -> tuple[Place, ...]:
    given = tuple(
        places.resolve(part, document.language) for place in document.ad.places for part in places.all_of(place)
    )
    if any(place.municipality or place.city for place in given):
        return given
    return places.named(document) or given


__all__ = ["Modality", "read_fields"]
