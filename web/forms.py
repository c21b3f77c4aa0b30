"""Reading what people filled in, in their own words, with mistakes named."""

from collections.abc import Mapping, Sequence

from alerts.cleaning import one_line
from domain.accounts import Account
from domain.errors import UsageError
from domain.profiles import Profile
from operations.people import EDUCATION, concepts_named, near_place

SPOKEN = ("no", "nn", "en", "sv", "da", "de", "fi", "fr", "es", "pl", "se")
MOST_CONCEPTS = 200
_SAID = {"": None, "yes": True, "no": False}


def profile_from(account: Account, form: Mapping[str, str], many: Mapping[str, Sequence[str]]) -> Profile:
    """The profile that a form describes. Raises UsageError naming the field and what would be right."""
    held = [one_line(line, 80) for line in form.get("has", "").replace(",", "\n").splitlines() if line.strip()]
    education = form.get("education") or None
    if education is not None and education not in EDUCATION:
        raise UsageError("unknown level of education", which=education)
    return Profile(
        name=account.profile,
        concepts=concepts_named(held[:MOST_CONCEPTS]),
        education=education,
        experience_years=number(form, "years", 0, 60),
        leadership=_SAID.get(form.get("leadership", "")),
        languages=frozenset(code for code in many.get("languages", ()) if code in SPOKEN),
        municipalities=frozenset(_names(form.get("municipalities", ""))),
        counties=frozenset(one_line(name, 60) for name in many.get("counties", ())[:40]),
        near=near_place(one_line(form.get("near", ""), 60) or None, number(form, "radius", 1, 2000)),
        radius_km=number(form, "radius", 1, 2000),
        remote=form.get("remote") == "1",
        extent_min=number(form, "extent", 1, 100),
        shift_work=_SAID.get(form.get("shifts", "")),
        salary_floor=number(form, "pay", 0, 10_000_000),
    )


def number(form: Mapping[str, str], name: str, low: float, high: float) -> float | None:
    """The number of a field, or None for an empty one. Raises UsageError outside of its bounds."""
    raw = form.get(name, "").strip().replace(" ", "").replace("\u00a0", "").replace(",", ".")
    if not raw:
        return None
    try:
        value = float(raw)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise UsageError(
            "this is no number that fits", which=one_line(raw, 40), why=f"from {low:g} to {high:g} ({name})"
        )
    return value


def _names(text: str) -> list[str]:
    return [one_line(part, 60) for part in text.replace("\n", ",").split(",") if part.strip()][:40]
