"""What the operator looks after, over the API: plan, outbox, vocabulary, duplicates, reports, audit log, system."""

from collections import Counter
from importlib.metadata import version
from typing import Annotated

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from alerts.cleaning import one_line
from domain.accounts import Access, Scope
from domain.errors import UsageError
from matcher.suggest import suggest
from matcher.vocabulary import load_vocabulary
from operations.plan import plan
from operations.rulings import RulingReport, merge, split
from operations.store_tools import backup_now
from settings import masked
from storage import accounts, audit, deliveries, figures, openings, postings, readings, saved, search_index
from storage.schema_version import newest_version
from web.access import Room, Who
from web.api.answers import given, nothing
from web.api.models import GivenId
from web.api.models_mine import OpeningsWish, PostingsWish
from web.api.models_operation import (
    AuditCheck,
    Backup,
    ConceptShape,
    DuplicateShape,
    EntryShape,
    FindingShape,
    MailShape,
    OutboxState,
    OutboxWish,
    PlannedShape,
    ReportShape,
    Ruling,
    SuggestionShape,
    System,
)
from web.api.paging import Paged, listed, page_from, page_of
from web.api.room import ApiRoom
from web.api.runs import before
from web.desk import desk_of

ROOM: Room = ApiRoom("operation")
BACKUPS_SHOWN = 10


@ROOM.get("/plan", Access.OPERATOR, response_model=listed(PlannedShape))
def planned(request: Request, paging: Paged) -> Response:
    """What the clock will do, soonest first. Alerts are told by id: their names are their owners'."""
    items = [
        PlannedShape(due=one.due, kind=one.kind, what="" if one.alerts else one.what, alerts=list(one.alerts))
        for one in plan(desk_of(request).context)
    ]
    return page_from(request, PlannedShape, items, paging, identity="due")


@ROOM.get("/outbox", Access.OPERATOR, response_model=OutboxState)
def outbox(request: Request) -> Response:
    """Is mail on hold, and how much waits?"""
    with desk_of(request).context.store.read() as session:
        why, waiting = deliveries.held_because(session), len(deliveries.pending(session))
    return given(request, OutboxState(held=why is not None, why=why, waiting=waiting))


@ROOM.put("/outbox", Access.OPERATOR, Scope.OPERATE, status_code=204)
def hold(request: Request, wish: OutboxWish, viewer: Who) -> Response:
    """Hold all mail, or let it go."""
    context = desk_of(request).context
    with context.store.write() as session:
        if wish.held:
            deliveries.hold_all(session, "held by the operator", context.clock.now())
        else:
            deliveries.release_all(session)
        action = "outbox.hold" if wish.held else "outbox.release"
        audit.record(session, context.clock.now(), viewer.actor, action)
    return nothing(request)


@ROOM.get("/outbox/messages", Access.OPERATOR, response_model=listed(MailShape))
def messages(request: Request, paging: Paged) -> Response:
    """The newest messages first, whatever became of them."""
    with desk_of(request).context.store.read() as session:
        found = deliveries.recent(session, limit=paging.limit + 1, before=before(paging.after))
        total = deliveries.count(session)
    same = [name for name in MailShape.model_fields if name != "alert"]
    items = [
        MailShape(alert=one.alert_id, **{name: getattr(one, name) for name in same}) for one in found[: paging.limit]
    ]
    following = [found[paging.limit - 1].id] if len(found) > paging.limit else None
    return page_of(request, MailShape, items, paging, total=total, following=following)


@ROOM.get("/vocabulary", Access.OPERATOR, response_model=listed(ConceptShape))
def vocabulary(request: Request, paging: Paged) -> Response:
    """Every concept with how many open openings ask for it, the most frequent first."""
    with desk_of(request).context.store.read() as session:
        hits = Counter(figures.concept_hits(session))
    concepts = sorted(load_vocabulary().concepts, key=lambda concept: (-hits[concept.id], concept.id))
    items = [
        ConceptShape(
            **{name: getattr(one, name) for name in ("id", "label", "kind", "esco")},
            forms=list(one.forms),
            openings=hits[one.id],
        )
        for one in concepts
    ]
    return page_from(request, ConceptShape, items, paging)


@ROOM.get("/vocabulary/suggestions", Access.OPERATOR, response_model=listed(SuggestionShape))
def suggestions(
    request: Request, paging: Paged, least: Annotated[int, Query(ge=1, le=1000, description="Ads that must use it")] = 2
) -> Response:
    """Phrases of requirements that the vocabulary does not know, most frequent first; nothing is added by itself."""
    with desk_of(request).context.store.read() as session:
        read = readings.of(session, [posting.id for posting in postings.active(session)])
    found = suggest(read.values(), least=least, limit=200)
    items = [SuggestionShape.model_validate(item, from_attributes=True) for item in found]
    return page_from(request, SuggestionShape, items, paging, identity="phrase")


@ROOM.get("/duplicates", Access.OPERATOR, response_model=listed(DuplicateShape))
def duplicates(request: Request, paging: Paged) -> Response:
    """Openings seen more than once, with the reason they count as one."""
    with desk_of(request).context.store.read() as session:
        merged = [record for record in openings.groups(session) if len(record.postings) > 1]
    items = [
        DuplicateShape(
            opening=one.id,
            postings=[{"posting": str(number), "why": one.explanations.get(number, "")} for number in one.postings],
        )
        for one in merged
    ]
    return page_from(request, DuplicateShape, items, paging, identity="opening")


@ROOM.post("/duplicates/merge", Access.OPERATOR, Scope.OPERATE, response_model=Ruling)
def merge_openings(request: Request, wish: OpeningsWish, viewer: Who) -> Response:
    """Say that openings are one; the oldest keeps its id. It is kept through every later crawl."""
    if len(set(wish.openings)) < len(wish.openings):
        raise UsageError("an opening is named twice", remedy="name two or more openings")
    with desk_of(request).context.store.read() as session:
        found = {openings.get(session, number).id: openings.get(session, number) for number in wish.openings}
    if len(found) == 1:  # they are one already: said twice is said once
        ((kept, record),) = found.items()
        return given(request, Ruling(opening=kept, postings=list(record.postings), apart=[]))
    report = merge(desk_of(request).context, wish.openings, by=viewer.actor, why=one_line(wish.why, 200))
    return _ruled(request, viewer, "opening.merge", report)


@ROOM.post("/openings/{opening}/split", Access.OPERATOR, Scope.OPERATE, response_model=Ruling)
def split_opening(request: Request, opening: GivenId, wish: PostingsWish, viewer: Who) -> Response:
    """Say that postings are not ads for the opening; together they become another one."""
    context = desk_of(request).context
    report = split(context, opening, wish.postings, by=viewer.actor, why=one_line(wish.why, 200))
    return _ruled(request, viewer, "opening.split", report)


def _ruled(request: Request, viewer: Who, action: str, report: RulingReport) -> Response:
    context = desk_of(request).context
    with context.store.write() as session:
        audit.record(session, context.clock.now(), viewer.actor, action, f"opening {report.opening}")
    return given(request, Ruling.model_validate(report, from_attributes=True))


@ROOM.get("/reports", Access.OPERATOR, response_model=listed(ReportShape))
def reports(request: Request, paging: Paged) -> Response:
    """What readers said is wrong and nobody has dealt with, oldest first."""
    with desk_of(request).context.store.read() as session:
        found = saved.open_reports(session)
    return page_from(
        request, ReportShape, [ReportShape.model_validate(one, from_attributes=True) for one in found], paging
    )


@ROOM.delete("/reports/{report}", Access.OPERATOR, Scope.OPERATE, status_code=204)
def handled(request: Request, report: GivenId, viewer: Who) -> Response:
    """The report has been dealt with."""
    context = desk_of(request).context
    with context.store.write() as session:
        saved.handle_report(session, report, context.clock.now())
        audit.record(session, context.clock.now(), viewer.actor, "report.handle", f"report {report}")
    return nothing(request)


@ROOM.get("/audit", Access.OPERATOR, response_model=listed(EntryShape))
def audit_log(request: Request, paging: Paged) -> Response:
    """Who did what, newest first."""
    with desk_of(request).context.store.read() as session:
        found = audit.recent(session, paging.limit + 1, before(paging.after))
        total = audit.count(session)
    items = [EntryShape.model_validate(entry, from_attributes=True) for entry in found[: paging.limit]]
    following = [found[paging.limit - 1].id] if len(found) > paging.limit else None
    return page_of(request, EntryShape, items, paging, total=total, following=following)


@ROOM.get("/audit/check", Access.OPERATOR, response_model=AuditCheck)
def audit_check(request: Request) -> Response:
    """Is the log whole? Every entry is read, and compared with the digest that the next one holds."""
    with desk_of(request).context.store.read() as session:
        broken, number = audit.first_break(session), audit.count(session)
    return given(request, AuditCheck(whole=broken is None, broken_at=broken, entries=number))


@ROOM.get("/system", Access.OPERATOR, response_model=System)
def system(request: Request) -> Response:
    """Versions, the store, accounts by role, and the settings in force with secrets hidden."""
    context = desk_of(request).context
    with context.store.read() as session:
        people = Counter(account.role.value for account in accounts.all_accounts(session))
        indexed = search_index.size(session)
    folder = context.data_dir / "backups"
    kept = sorted((path.name for path in folder.glob("*.db")), reverse=True)[:BACKUPS_SHOWN] if folder.is_dir() else []
    found = System(
        version=version("jobbvakt"),
        schema_version=newest_version(),
        dialect=context.store.dialect,
        indexed=indexed,
        findings=[FindingShape.model_validate(item, from_attributes=True) for item in desk_of(request).findings()],
        accounts=dict(people),
        backups=kept,
        settings=masked(context.settings),
    )
    return given(request, found)


@ROOM.post("/system/backups", Access.OPERATOR, Scope.OPERATE, status_code=201, response_model=Backup)
def make_backup(request: Request, viewer: Who) -> Response:
    """Copy the store now, into the folder of backups on the server."""
    context = desk_of(request).context
    path = backup_now(context, None)
    with context.store.write() as session:
        audit.record(session, context.clock.now(), viewer.actor, "store.backup", path.name)
    return given(request, Backup(name=path.name), 201)
