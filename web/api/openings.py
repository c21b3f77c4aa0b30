"""Openings over the API: the search of the page, one opening with all that is known of it, changes, completions."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from alerts.cleaning import one_line
from alerts.languages import words
from domain.accounts import Access, lets_in
from domain.codec import to_plain
from domain.errors import UsageError
from domain.search_address import NAMES, read
from domain.searching import Criteria, Sort, search_words
from operations.accounts import REPORTS_BY_CALLER, count_attempt
from operations.history import Change, told
from operations.opening_facts import Fact
from operations.opening_page import OpeningView, view
from operations.search import counts, page
from storage import openings, postings, saved, search
from web.access import Room, Who
from web.api.answers import given, nothing
from web.api.models import (
    Completions,
    GivenId,
    Moment,
    Opening,
    OpeningDetail,
    PostingChange,
    ReportWish,
    Version,
    detail_of,
    opening_of,
)
from web.api.paging import Paged, chosen, listed, names_in, page_from, page_of, partial_of, unreadable
from web.api.room import ApiRoom
from web.api.search_parameters import SEARCH
from web.callers import caller_digest
from web.desk import desk_of
from web.labels import concept_labels
from web.pages.search import own_profile, sees_closed

ROOM: Room = ApiRoom("openings")
DEEPEST = 10_000
_WAYS = ("limit", "offset", "after", "fields", "facets")
_KEYS: Mapping[Sort, tuple[type, ...]] = {
    Sort.MATCH: (int, date, int),
    Sort.NEWEST: (datetime, int),
    Sort.DEADLINE: (date, int),
}


def criteria_of(request: Request, beside: tuple[str, ...] = ()) -> Criteria:
    """The search of the request. Raises UsageError naming every parameter that cannot be read."""
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] not in beside]
    criteria, mistakes = read(pairs)
    if mistakes:
        why = "; ".join(f"{item.name}: {item.why}" for item in mistakes)[:500]
        raise UsageError("the search cannot be read", why=why, remedy=f"parameters: {', '.join((*NAMES, *beside))}")
    return criteria


@ROOM.get("/openings", Access.EVERYONE, response_model=listed(Opening, facets=True), openapi_extra=SEARCH)
def find(
    request: Request,
    viewer: Who,
    paging: Paged,
    offset: Annotated[int, Query(ge=0, le=DEEPEST)] = 0,
    facets: Annotated[bool, Query(description="Counts beside the hits")] = False,
) -> Response:
    """The openings that fit, in the order asked for. Go on with ``after``; order *relevance* has ``offset`` only."""
    desk, criteria = desk_of(request), criteria_of(request, _WAYS)
    if criteria.closed and not sees_closed(viewer):
        raise UsageError(
            "openings that are over are for recruiters", which="closed", remedy="leave it out, or use a recruiter's key"
        )
    if paging.after is not None and not _fits(paging.after, criteria.sort):
        raise unreadable()
    now, profile = desk.context.clock.now(), own_profile(desk, viewer)
    with desk.context.store.read() as session:
        found = page(session, criteria, now, profile=profile, limit=paging.limit, offset=offset, after=paging.after)
        told = counts(session, criteria, now, profile=profile)
    items = [opening_of(item.card, "".join(piece.text for piece in item.snippet)) for item in found.found]
    following = None if criteria.sort is Sort.RELEVANCE else found.next
    more = {"facets": {name: dict(values) for name, values in told.facets.items()}} if facets else {}
    return page_of(request, Opening, items, paging, total=told.total, following=following, **more)


def _fits(key: Sequence[Any], sort: Sort) -> bool:
    return tuple(map(type, key)) == _KEYS.get(sort, ())


@ROOM.get("/openings/{opening}", Access.EVERYONE, response_model=partial_of(OpeningDetail))
def one(
    request: Request,
    opening: GivenId,
    viewer: Who,
    fields: Annotated[str | None, Query(max_length=300, description="Names of fields, parted by commas")] = None,
) -> Response:
    """One opening with everything that is known of it; one that was merged is answered by the one that took it over."""
    shown = _view(request, opening, viewer)
    return given(request, chosen(OpeningDetail, _detail(shown).model_dump(mode="json"), names_in(fields)))


def _view(request: Request, opening: int, viewer: Who) -> OpeningView:
    desk = desk_of(request)
    operator = lets_in(Access.OPERATOR, viewer.role)
    with desk.context.store.read() as session:
        return view(session, opening, own_profile(desk, viewer), withdrawn_too=operator)


def _detail(shown: OpeningView) -> OpeningDetail:
    reading, pay = shown.reading, shown.pay_beside
    beside = {name: getattr(pay, name) for name in ("low", "median", "high", "county")} if pay else {}
    return detail_of(
        shown.card,
        is_open=shown.is_open,
        withdrawn=shown.withdrawn,
        language=reading.language if reading else None,
        text_html=shown.html,
        about_employer=shown.about_employer,
        facts=[_fact(one) for one in shown.facts],
        conflicts=[{"source": source, "told": told} for source, told in shown.conflicts],
        requirements=[
            {**{name: getattr(one, name) for name in ("concept", "label", "kind", "modality")}, "quote": one.span.quote}
            for one in (reading.mentions if reading else ())
        ],
        postings=[_plain(line) for line in shown.sources],
        pay_beside={**beside, "stated": pay.number, "of": pay.total} if pay else None,
    )


def _fact(fact: Fact) -> dict[str, Any]:
    others = [{"value": to_plain(one.value), "quote": one.quote, "source": one.source} for one in fact.otherwise]
    own = {"name": fact.name, "value": to_plain(fact.value), "quote": fact.quote, "source": fact.source}
    return {**own, "otherwise": others}


def _plain(line: Any) -> dict[str, Any]:
    return {name: getattr(line, name) for name in line.__slots__}


@ROOM.get("/openings/{opening}/history", Access.EVERYONE, response_model=listed(Version))
def history(request: Request, opening: GivenId, viewer: Who, paging: Paged) -> Response:
    """What changed in its ads, newest first: facts before and after, and the text as a diff of sentences."""
    versions = [_version(change) for change in _view(request, opening, viewer).history]
    return page_from(request, Version, versions, paging, identity="at")


def _version(change: Change) -> Version:
    return Version(
        source=change.source,
        number=change.number,
        at=change.at,
        told=told(change, words("nb")),
        facts=[
            {"field": one.name, "before": to_plain(one.before), "after": to_plain(one.after)} for one in change.facts
        ],
        text=[{"kind": piece.kind, "text": piece.text} for piece in change.text],
    )


@ROOM.get("/openings/{opening}/similar", Access.EVERYONE, response_model=listed(Opening))
def similar(request: Request, opening: GivenId, viewer: Who, paging: Paged) -> Response:
    """Open openings that share most of what this one asks for."""
    return page_from(request, Opening, [opening_of(card) for card in _view(request, opening, viewer).similar], paging)


@ROOM.post("/openings/{opening}/reports", Access.EVERYONE, status_code=204)
def report(request: Request, opening: GivenId, wish: ReportWish) -> Response:
    """Say that something about an opening is wrong; the operator sees it."""
    desk = desk_of(request)
    count_attempt(desk.context, REPORTS_BY_CALLER, caller_digest(request, desk))
    with desk.context.store.write() as session:
        current = openings.get(session, opening).id
        saved.report(session, current, wish.kind, one_line(wish.words, 1000), desk.context.clock.now())
    return nothing(request)


@ROOM.get("/postings/changes", Access.EVERYONE, response_model=listed(PostingChange))
def changes(
    request: Request,
    paging: Paged,
    since: Annotated[Moment, Query(description="Changed at or after this time (RFC 3339)")],
) -> Response:
    """Postings whose words or status changed, oldest change first. Later, go on with the last ``changed_at`` met."""
    after = paging.after
    if after is not None and tuple(map(type, after)) != (datetime, int):
        raise unreadable()
    place = None if after is None else (after[0], after[1])
    with desk_of(request).context.store.read() as session:
        found = postings.changes(session, since, paging.limit + 1, after=place)
        total = postings.count_changes(session, since)
    shown = found[: paging.limit]
    following = [shown[-1].changed_at, shown[-1].id] if len(found) > len(shown) else None
    items = [PostingChange.model_validate(item, from_attributes=True) for item in shown]
    return page_of(request, PostingChange, items, paging, total=total, following=following)


@ROOM.get("/complete", Access.EVERYONE, response_model=Completions)
def complete(request: Request, q: Annotated[str, Query(max_length=100)]) -> Response:
    """What may be meant by the beginning ``q``."""
    begun = search_words(q)
    with desk_of(request).context.store.read() as session:
        titles = search.titles(session, begun) if begun else []
    concepts = [
        {"id": concept, "label": label}
        for concept, label in sorted(concept_labels().items(), key=lambda pair: pair[1])
        if begun and " ".join(search_words(label)).startswith(" ".join(begun))
    ]
    return given(request, Completions(titles=titles, concepts=concepts[:8]))
