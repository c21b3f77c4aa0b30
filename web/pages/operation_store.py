"""What lies in the store: duplicates, outbox, vocabulary, reports, the system itself and its audit log."""

import platform
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable
from importlib.metadata import version
from typing import Annotated

from fastapi import Form
from starlette.requests import Request
from starlette.responses import Response

from alerts.cleaning import one_line
from domain.accounts import Access, Scope
from domain.errors import UsageError
from matcher.vocabulary import load_vocabulary
from operations.rulings import merge, split
from operations.store_tools import backup_now
from operations.targets import OCCUPATION_TARGET
from operations.wording import unknown_phrases
from settings import masked
from storage import accounts, audit, cards, deliveries, figures, openings, saved, search_index, suppression
from storage.schema_version import newest_version
from web.access import Room, Who
from web.desk import desk_of
from web.pages.render import back_to, render

ROOM = Room()
SHOWN = 100


@ROOM.get("/drift/duplikater", Access.OPERATOR)
def duplicates(request: Request) -> Response:
    """Openings seen more than once, with the reason they count as one."""
    with desk_of(request).context.store.read() as session:
        merged = [record for record in openings.groups(session) if len(record.postings) > 1][:SHOWN]
        shown = cards.cards(session, [record.id for record in merged], OCCUPATION_TARGET)
    return render(request, "operation_duplicates.html", tab="duplicates", merged=merged, cards=shown)


@ROOM.post("/drift/duplikater", Access.OPERATOR, Scope.OPERATE)
def rule(
    request: Request,
    viewer: Who,
    openings_named: str = Form("", alias="openings"),
    posting: Annotated[list[str] | None, Form()] = None,
    why: str = Form(""),
) -> Response:
    """Merge the openings named, or take the postings chosen out of the one opening named; kept for good."""
    context = desk_of(request).context
    numbers, chosen = _numbers(openings_named.replace(",", " ").split()), _numbers(posting or ())
    told = one_line(why, 200)
    if chosen and len(numbers) == 1:
        report = split(context, numbers[0], chosen, by=viewer.actor, why=told)
    else:
        report = merge(context, numbers, by=viewer.actor, why=told)
    with context.store.write() as session:
        action = "opening.split" if chosen else "opening.merge"
        audit.record(session, context.clock.now(), viewer.actor, action, f"opening {report.opening}")
    return back_to("/drift/duplikater?ok=done")


def _numbers(given: Iterable[str]) -> list[int]:
    texts = list(given)
    wrong = next((text for text in texts if not (text.isascii() and text.isdigit() and len(text) < 16)), None)
    if wrong is not None:
        raise UsageError("this is no number of an opening", which=one_line(wrong, 40))
    return [int(text) for text in texts]


@ROOM.get("/drift/utboks", Access.OPERATOR)
def outbox(request: Request) -> Response:
    """Mail that waits, and what became of the rest."""
    with desk_of(request).context.store.read() as session:
        held = deliveries.held_because(session)
        waiting = deliveries.pending(session)[:SHOWN]
        recent = deliveries.recent(session, limit=SHOWN)
        refused = suppression.listed(session)[:SHOWN]
    return render(
        request, "operation_outbox.html", tab="outbox", held=held, waiting=waiting, recent=recent, refused=refused
    )


@ROOM.post("/drift/utboks", Access.OPERATOR, Scope.OPERATE)
def outbox_action(request: Request, viewer: Who, action: str = Form("")) -> Response:
    """Hold all mail, or let it go."""
    context = desk_of(request).context
    if action not in ("hold", "release"):
        raise UsageError("mail can be held or let go", which=action[:40])
    with context.store.write() as session:
        if action == "hold":
            deliveries.hold_all(session, "held by the operator", context.clock.now())
        else:
            deliveries.release_all(session)
        audit.record(session, context.clock.now(), viewer.actor, f"outbox.{action}")
    return back_to("/drift/utboks?ok=done")


@ROOM.get("/drift/ordliste", Access.OPERATOR)
def vocabulary(request: Request) -> Response:
    """Every concept with how often open ads ask for it, and phrases that requirements use and no concept knows."""
    desk = desk_of(request)
    with desk.context.store.read() as session:
        hits = Counter(figures.concept_hits(session))
        unknown = desk.of_index("unknown", session, lambda: unknown_phrases(session, desk.context.clock.now()))
    known = load_vocabulary()
    concepts = sorted(known.concepts, key=lambda concept: (-hits[concept.id], concept.id))
    return render(
        request,
        "operation_vocabulary.html",
        tab="vocabulary",
        concepts=concepts,
        hits=hits,
        suggestions=unknown,
        version=known.version,
    )


@ROOM.get("/drift/meldinger", Access.OPERATOR)
def reports(request: Request) -> Response:
    """What readers said is wrong."""
    with desk_of(request).context.store.read() as session:
        found = saved.open_reports(session)
        shown = cards.cards(session, {item.opening for item in found}, OCCUPATION_TARGET)
    return render(request, "operation_reports.html", tab="reports", reports=found, cards=shown)


@ROOM.post("/drift/meldinger/{report}", Access.OPERATOR)
def handled(request: Request, report: int, viewer: Who) -> Response:
    """The report has been dealt with."""
    context = desk_of(request).context
    with context.store.write() as session:
        saved.handle_report(session, report, context.clock.now())
        audit.record(session, context.clock.now(), viewer.actor, "report.handle", f"report {report}")
    return back_to("/drift/meldinger?ok=done")


@ROOM.get("/drift/system", Access.OPERATOR)
def system(request: Request) -> Response:
    """Versions, the store, the settings in force with secrets hidden, accounts by role."""
    context = desk_of(request).context
    findings = desk_of(request).findings()
    with context.store.read() as session:
        people = Counter(account.role.value for account in accounts.all_accounts(session))
        indexed = search_index.size(session)
    folder = context.data_dir / "backups"
    backups = sorted(folder.glob("*.db"), reverse=True)[:10] if folder.is_dir() else []
    store = context.data_dir / "jobbvakt.db"
    free = shutil.disk_usage(context.data_dir).free
    versions = {
        "Jobbvakt": version("jobbvakt"),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
    }
    facts = {
        "schema": newest_version(),
        "store": f"{context.store.dialect}, {store.stat().st_size / 2**20:.1f} MiB"
        if store.exists()
        else context.store.dialect,
        "index": str(indexed),
        "disk": f"{free / 2**30:.1f} GiB",
        "clock": f"{context.clock.now():%Y-%m-%d %H:%M} UTC",
    }
    return render(
        request,
        "operation_system.html",
        tab="system",
        versions=versions,
        facts=facts,
        findings=findings,
        people=people,
        backups=[path.name for path in backups],
        settings=masked(context.settings),
    )


@ROOM.post("/drift/system/sikkerhetskopi", Access.OPERATOR, Scope.OPERATE)
def make_backup(request: Request, viewer: Who) -> Response:
    """Copy the store now."""
    context = desk_of(request).context
    path = backup_now(context, None)
    with context.store.write() as session:
        audit.record(session, context.clock.now(), viewer.actor, "store.backup", path.name)
    return back_to("/drift/system?ok=done")


@ROOM.get("/drift/revisjon", Access.OPERATOR)
def audit_log(request: Request, before: int | None = None) -> Response:
    """Who did what; and whether the log is whole."""
    with desk_of(request).context.store.read() as session:
        entries = audit.recent(session, SHOWN, before)
        broken = audit.first_break(session)
    return render(request, "operation_audit.html", tab="audit", entries=entries, broken=broken)
