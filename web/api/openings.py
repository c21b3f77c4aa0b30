"""Openings over the API: the search of the page, changes, completions, statistics, files."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from domain.accounts import Access
from domain.errors import UsageError
from domain.search_address import NAMES, read
from domain.searching import FACETS, PUBLISHED_DAYS, Criteria, Sort, search_words
from operations.analysis import market
from operations.exporting import FORMATS
from operations.match import OCCUPATION_TARGET
from operations.search import counts, page
from storage import cards as stored_cards
from storage import postings, search
from storage.errors import NotStoredError
from web.access import Room, Who
from web.api.answers import PREFIX, from_cursor, given, limited, problems, to_cursor
from web.api.models import ChangeList, Completions, Opening, OpeningList, Statistics, opening_of
from web.desk import desk_of
from web.labels import concept_labels
from web.pages.analysis import export_answer
from web.pages.search import own_profile

ROOM = Room(PREFIX, documented=True)
LIMITED = [Depends(limited)]
MOST, DEEPEST = 100, 10_000
_WAYS = ("limit", "offset", "after", "fields", "facets")
_FIELDS = tuple(name for name in Opening.model_fields if name != "match")
STATISTICS = ("regions", "employers", "skills", "certifications", "weeks", "salary-histogram", "time-open")


def _parameters() -> list[dict[str, Any]]:
    """The search's names, as OpenAPI declares them."""
    text = {"type": "string", "maxLength": 200}
    found: list[dict[str, Any]] = [
        _parameter("v", {"type": "integer", "enum": [1]}, "Version of these names"),
        _parameter("q", {"type": "string", "maxLength": 300}, 'Words; "a phrase", -without, begin*, a OR b'),
        _parameter("published", {"type": "integer", "minimum": 1, "maximum": 366}, f"Days; presets {PUBLISHED_DAYS}"),
        _parameter("min_score", {"type": "integer", "minimum": 0, "maximum": 100}, "Least score"),
        _parameter("salary_min", {"type": "integer", "minimum": 1, "maximum": 10_000_000}, "NOK a year, as stated"),
        _parameter("pay_stated", {"type": "string", "enum": ["0", "1", "true", "false"]}, "Pay is stated"),
        _parameter("closed", {"type": "string", "enum": ["0", "1", "true", "false"]}, "Expired openings too"),
        _parameter("sort", {"type": "string", "enum": [sort.value for sort in Sort]}, "Order"),
    ]
    for facet in FACETS:
        several = {"type": "array", "items": text, "maxItems": 60}
        found.append(_parameter(facet, several, "Repeat it for alternatives") | {"explode": True, "style": "form"})
    return found


def _parameter(name: str, schema: Mapping[str, Any], told: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": told}


SEARCH: dict[str, Any] = {"openapi_extra": {"parameters": _parameters()}, "dependencies": LIMITED}


def criteria_of(request: Request, beside: tuple[str, ...] = ()) -> Criteria:
    """The search of the request. Raises UsageError naming every parameter that is unknown or cannot be read."""
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] not in beside]
    criteria, mistakes = read(pairs)
    empty = [name for name, value in pairs if name not in NAMES and not value.strip()]
    if mistakes or empty:
        told = "; ".join(
            [f"{item.name}: {item.why}" for item in mistakes] + [f"{name}: no such parameter" for name in empty]
        )
        raise UsageError(
            "the search cannot be read", why=told[:500], remedy=f"parameters: {', '.join((*NAMES, *beside))}"
        )
    return criteria


@ROOM.get("/openings", Access.EVERYONE, response_model=OpeningList, responses=problems(), **SEARCH)
def openings(
    request: Request,
    viewer: Who,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 20,
    offset: Annotated[int, Query(ge=0, le=DEEPEST)] = 0,
    after: Annotated[str | None, Query(max_length=1000)] = None,
    fields: Annotated[str | None, Query(max_length=300, description="Names parted by commas")] = None,
    facets: Annotated[bool, Query(description="Counts beside the hits")] = False,
) -> Response:
    """The openings that fit, in the order asked for. Go on with ``after``; order *relevance* has ``offset`` only."""
    desk = desk_of(request)
    criteria = criteria_of(request, _WAYS)
    key = from_cursor(after) if after else None
    if key is not None and (criteria.sort is Sort.RELEVANCE or len(key) != _KEY_SIZES[criteria.sort]):
        raise UsageError(
            "the cursor is of another order", which="after", remedy="go on with the order it was made with"
        )
    chosen = _chosen(fields)
    now, profile = desk.context.clock.now(), own_profile(desk, viewer)
    with desk.context.store.read() as session:
        found = page(session, criteria, now, profile=profile, limit=limit, offset=offset, after=key)
        told = counts(session, criteria, now, profile=profile)
    items = [_shown(item.card, "".join(piece.text for piece in item.snippet), chosen) for item in found.found]
    body: dict[str, Any] = {"items": items, "total": told.total, "next": None}
    if found.next is not None and criteria.sort is not Sort.RELEVANCE:
        body["next"] = to_cursor(found.next)
    if facets:
        body["facets"] = {name: dict(values) for name, values in told.facets.items()}
    return given(request, body, headers=_link(request, body["next"]))


_KEY_SIZES = {Sort.MATCH: 3, Sort.NEWEST: 2, Sort.DEADLINE: 2}


def _chosen(fields: str | None) -> tuple[str, ...] | None:
    if not fields:
        return None
    names = tuple(name.strip() for name in fields.split(",") if name.strip())
    if unknown := [name for name in names if name not in _FIELDS]:
        raise UsageError("there is no such field", which=unknown[0][:60], remedy=f"fields: {', '.join(_FIELDS)}")
    return names


def _shown(card: Any, snippet: str, chosen: tuple[str, ...] | None) -> dict[str, Any]:
    body = opening_of(card, snippet=snippet)
    return body if chosen is None else {name: body[name] for name in chosen}


def _link(request: Request, cursor: str | None) -> dict[str, str]:
    if cursor is None:
        return {}
    return {"Link": f'<{request.url.include_query_params(after=cursor)}>; rel="next"'}


@ROOM.get("/openings/changes", Access.EVERYONE, response_model=ChangeList, responses=problems(), dependencies=LIMITED)
def changes(request: Request, since: datetime, limit: Annotated[int, Query(ge=1, le=1000)] = 100) -> Response:
    """Postings whose words or status changed at or after ``since`` (ISO 8601 with a zone), oldest first."""
    if since.tzinfo is None:
        raise UsageError("the time needs a zone", which="since", remedy="write it like 2026-11-24T08:00:00Z")
    with desk_of(request).context.store.read() as session:
        found = postings.changes(session, since, limit)
    following = found[-1].changed_at + timedelta(microseconds=1) if len(found) == limit else None
    return given(request, {"items": found, "next": following})


@ROOM.get("/openings/{opening}", Access.EVERYONE, response_model=Opening, responses=problems(), dependencies=LIMITED)
def one(request: Request, opening: int, viewer: Who) -> Response:
    """One opening, with the parts of its score and the quotes they rest on."""
    desk = desk_of(request)
    profile = own_profile(desk, viewer)
    target = OCCUPATION_TARGET if profile is None else f"profile:{profile}"
    if not 0 < opening < 2**53:
        raise NotStoredError("there is no such opening", which=str(opening)[:30])
    with desk.context.store.read() as session:
        card = stored_cards.card(session, opening, target)
    return given(request, opening_of(card, full=True))


@ROOM.get("/complete", Access.EVERYONE, response_model=Completions, responses=problems(), dependencies=LIMITED)
def complete(request: Request, q: Annotated[str, Query(max_length=100)]) -> Response:
    """What may be meant by the beginning ``q``."""
    words = search_words(q)
    with desk_of(request).context.store.read() as session:
        titles = search.titles(session, words) if words else []
    concepts = [
        {"id": concept, "label": label}
        for concept, label in sorted(concept_labels().items(), key=lambda pair: pair[1])
        if words and " ".join(search_words(label)).startswith(" ".join(words))
    ]
    return given(request, {"titles": titles, "concepts": concepts[:8]})


@ROOM.get("/stats/{kind}", Access.RECRUITER, response_model=Statistics, responses=problems(), **SEARCH)
def statistics(request: Request, kind: str) -> Response:
    """Figures over a search: regions, employers, skills, certifications, weeks, salary-histogram, time-open."""
    desk = desk_of(request)
    if kind not in STATISTICS:
        raise NotStoredError(
            "there are no such statistics", which=kind[:40], remedy=f"use one of: {', '.join(STATISTICS)}"
        )
    criteria = criteria_of(request)
    with desk.context.store.read() as session:
        found = market(session, criteria, desk.context.clock.now())
    return given(request, {"kind": kind, **_rows(kind, found)})


def _rows(kind: str, found: Any) -> dict[str, Any]:
    if kind == "weeks":
        rows = [
            {"week": week, "county": name, "openings": n}
            for week, row in found.weeks.items()
            for name, n in row.items()
        ]
        return {"n": found.total, "rows": rows}
    if kind == "salary-histogram":
        return {"n": len(found.pay.middles), "rows": _steps(found.pay.middles, 50_000)}
    if kind == "time-open":
        return {"n": len(found.days_open), "rows": _steps(found.days_open, 7)}
    if kind in ("skills", "certifications"):
        rows = [vars_of(item) for item in (found.demand if kind == "skills" else found.certifications)]
        return {"n": found.total, "rows": rows}
    counted = found.counties if kind == "regions" else found.employers
    return {"n": found.total, "rows": [{"value": value, "openings": n} for value, n in counted.items()]}


def vars_of(item: Any) -> dict[str, Any]:
    """A concept's demand as a row."""
    return {"concept": item.concept, "openings": item.number, "recent": item.recent, "before": item.before}


def _steps(numbers: Any, width: int) -> list[dict[str, Any]]:
    steps: dict[int, int] = {}
    for value in numbers:
        steps[int(value // width)] = steps.get(int(value // width), 0) + 1
    return [{"from": step * width, "to": (step + 1) * width, "openings": n} for step, n in sorted(steps.items())]


@ROOM.get(
    "/export/{form}",
    Access.RECRUITER,
    responses={**problems(), 200: {"content": {kind: {} for kind in FORMATS.values()}, "description": "The file"}},
    **SEARCH,
)
def export(request: Request, form: str, viewer: Who) -> Response:
    """The openings of a search as a file: csv, xlsx, json, jsonl."""
    desk = desk_of(request)
    if form not in FORMATS:
        raise NotStoredError("there is no such format", which=form[:20], remedy=f"use one of: {', '.join(FORMATS)}")
    return export_answer(desk, criteria_of(request), form, viewer, own_profile(desk, viewer))
