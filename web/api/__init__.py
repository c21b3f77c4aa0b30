"""The API, version 1: JSON over the same verbs as the pages."""

from web.access import Room
from web.api import alerts, keys, lists, market, mine, openings, operation, runs, sources, works

ROOMS: tuple[Room, ...] = (
    openings.ROOM,
    market.ROOM,
    mine.ROOM,
    alerts.ROOM,
    lists.ROOM,
    keys.ROOM,
    sources.ROOM,
    runs.ROOM,
    works.ROOM,
    operation.ROOM,
)
"""Every room of the API; a new group of routes is one more line."""
