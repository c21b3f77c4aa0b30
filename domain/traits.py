"""What an ad states and in which form: the marks by which a run is held against the runs before it.

A changed layout seldom leaves a page empty. It leaves a title where the employer stood, a date where the title stood,
the whole page where the text stood. So an ad is described by many small marks, each of which says something good of
it; a mark that nearly every ad of a source bore and now none bears is what betrays the change.

A mark is a field's name where the ad states it (``employer``, ``places.city``), or the name and what is right with its
value (``title:words``, ``employer:alone``, ``apply_url:own``).
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from math import log2
from urllib.parse import urlsplit

from domain.postings import Category, Contact, Draft, Place, Salary

SIZED = ("title", "employer", "text")
"""What has a usual length."""
PER_DOUBLING = 10
"""Lengths are told in tenths of a doubling, so that they can be added up as whole numbers."""
_MOMENTS = ("date_posted", "date_modified", "deadline")
_PARTS = {
    "places": tuple(spec.name for spec in fields(Place)),
    "contacts": tuple(spec.name for spec in fields(Contact)),
    "categories": tuple(spec.name for spec in fields(Category)),
}
_TOLD_APART = ("source_ref", "url", "title", "description_html", "deadline_kind", "salary", "references", "issues")
_WORDS = tuple(spec.name for spec in fields(Draft) if spec.name not in (*_TOLD_APART, *_MOMENTS, *_PARTS))
"""Every other field is a text, also one that is added one day."""
_SALARY = tuple(spec.name for spec in fields(Salary))
_FORMS = (
    ("markup", re.compile(r"<[a-zA-Z!/][^>]*>|&[a-z]{2,8};")),
    ("address", re.compile(r"(?:https?:|mailto:|www\.|//|/)\S+|\S+@\S+\.\S+")),
    ("date", re.compile(r"\W*\d{1,4}[.\-/]\d{1,2}[.\-/]\d{1,4}(?:[T ][\d:.]+\s*(?:Z|UTC|[+-][\d:]+)?)?\W*")),
    ("number", re.compile(r"[\W\d_]+")),
    ("capitals", re.compile(r"[A-Z]+(?:_[A-Z]+)*")),
    ("code", re.compile(r"(?=\S*\d)\S*[-_a-zA-Z]\S*")),
)
_WORK = re.compile(
    r"sjef|leder|leiar|ledare|leader|chef|manager|direct?[oø]r|konsulent|consultant|medarbe[it]|r[åa]dg[ij]v|advis[eo]r"
    r"|ansva?r|koordinator|coordinator|spe[cs]ialist|ingeni|engineer|utv[ei][ck]l|developer|selger|säljare|sælger"
    r"|\bhead of|\blead\b|behandler|handläggare|assistent|assistant|controller|officer|representative|lede\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_LONGEST = 80
"""Characters of a value that are looked at for its form."""
_OPENING = 400
"""Characters of markup in which a text that is the whole page names its title."""


def marks_of(draft: Draft) -> list[str]:
    """The marks that an ad bears, each once."""
    return list(dict.fromkeys((*_of_fields(draft), *_of_parts(draft), *_of_the_whole(draft))))


def sizes_of(draft: Draft) -> dict[str, int]:
    """How long what has a usual length is, in tenths of a doubling: 100 characters are 66, 200 are 76."""
    values = (draft.title, draft.employer, draft.description_html or draft.summary)
    return {name: round(PER_DOUBLING * log2(len(value))) for name, value in zip(SIZED, values, strict=True) if value}


@lru_cache(maxsize=4096)
def form_of(value: str) -> str:
    """What a value looks like: markup, address, date, number, capitals (FULL_TIME), code (JR-1004) or words."""
    text = value[:_LONGEST].strip()
    return next(
        (name for name, form in _FORMS if form.fullmatch(text) or (name == "markup" and form.match(text))), "words"
    )


def _of_fields(draft: Draft) -> Iterator[str]:
    yield f"title:{form_of(draft.title)}"
    yield f"source_ref:{form_of(draft.source_ref)}"
    for name in _WORDS:
        value = getattr(draft, name)
        if value:
            yield name
            yield f"{name}:{form_of(value)}"
    for name in _MOMENTS:
        if getattr(draft, name):
            yield name
    yield f"deadline_kind:{draft.deadline_kind}"
    if draft.deadline or draft.deadline_raw or draft.valid_through_raw:
        yield "deadline"
    if draft.description_html or draft.summary:
        yield "text"
    if draft.description_html:
        yield "description_html"


def _of_parts(draft: Draft) -> Iterator[str]:
    """What the ad's places, contacts and categories state, however many there are."""
    for name, parts in _PARTS.items():
        items = getattr(draft, name)
        if items:
            yield name
        for part in parts:
            value = next(filter(None, (getattr(item, part) for item in items)), None)
            if value:
                yield f"{name}.{part}"
                yield f"{name}.{part}:{form_of(value)}"
    if draft.salary:
        yield from (f"salary.{part}" for part in _SALARY if getattr(draft.salary, part))
    for reference in draft.references:
        yield f"references:{re.split('[:@]', reference, maxsplit=1)[0][:20]}"


def _of_the_whole(draft: Draft) -> Iterator[str]:
    """How the ad's fields stand to each other."""
    if not draft.issues:
        yield "readable"
    others = {value.casefold() for value in _short_values(draft)}
    title, employer = draft.title.casefold(), (draft.employer or "").casefold()
    if title not in others and title != employer:
        yield "title:alone"
    if _WORK.search(title):
        yield "title:work"
    if employer and employer not in others and employer != title:
        yield "employer:alone"
    if employer and not _WORK.search(employer):
        yield "employer:no_work"
    if draft.apply_url and draft.apply_url != draft.url:
        yield "apply_url:own"
    if draft.date_posted and draft.deadline and draft.date_posted.date() <= draft.deadline:
        yield "date_posted:before_deadline"
    if draft.description_html and title not in _TAG.sub(" ", draft.description_html[:_OPENING]).casefold():
        yield "text:apart"
    path = _path(draft.url)
    yield f"url:{len(path)}_deep"
    if all(path):
        yield "url:whole"


def _short_values(draft: Draft) -> Iterator[str]:
    """The short texts beside title and employer."""
    for name in ("department", "employment_type_raw", "extent_raw", "sector", "summary"):
        if value := getattr(draft, name):
            yield value
    for place in draft.places:
        yield from (value for value in (place.city, place.municipality, place.county, place.street_address) if value)


def _path(url: str) -> list[str]:
    try:
        return urlsplit(url).path.strip("/").split("/")
    except ValueError:
        return [""]
