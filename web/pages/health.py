"""For machines that watch: is the process alive, can it answer, and its figures."""

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from domain.accounts import Access
from storage import deliveries, runs, search_index, sources
from web.access import Room
from web.desk import Desk, desk_of

ROOM = Room()


@ROOM.get("/healthz", Access.EVERYONE)
def alive() -> Response:
    """The process answers."""
    return PlainTextResponse("ok\n")


@ROOM.get("/readyz", Access.EVERYONE)
def ready(request: Request) -> Response:
    """The store answers too."""
    with desk_of(request).context.store.read() as session:
        search_index.size(session)
    return PlainTextResponse("ok\n")


@ROOM.get("/metrics", Access.EVERYONE)
def metrics(request: Request) -> Response:
    """Figures in Prometheus' text format; numbers only, nothing of people."""
    return Response(generate_latest(_figures(desk_of(request))), media_type=CONTENT_TYPE_LATEST)


def _figures(desk: Desk) -> CollectorRegistry:
    registry = CollectorRegistry()
    active = Gauge("jobbvakt_active_postings", "Postings that are open", ["source"], registry=registry)
    state = Gauge("jobbvakt_last_run_complete", "1 when the last run was complete", ["source"], registry=registry)
    ended = Gauge("jobbvakt_last_run_timestamp_seconds", "When the last run began", ["source"], registry=registry)
    with desk.context.store.read() as session:
        for name, known in sources.all_states(session).items():
            active.labels(name).set(known.active)
            if known.last_run is not None:
                state.labels(name).set(known.last_run.state == "complete")
                ended.labels(name).set(known.last_run.started_at.timestamp())
        pending = deliveries.pending(session)
        for title, told, value in (
            ("jobbvakt_indexed_openings", "Openings in the search index", search_index.size(session)),
            ("jobbvakt_outbox_messages", "Messages that wait", len(pending)),
            ("jobbvakt_outbox_held_messages", "Of these, on hold", sum(item.held for item in pending)),
            ("jobbvakt_live_runs", "Crawls under way", len(runs.live_all(session))),
        ):
            Gauge(title, told, registry=registry).set(value)
    return registry
