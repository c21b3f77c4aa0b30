"""Every room of the house; a new group of pages is one more line."""

from web.access import Room
from web.api import docs, openings, runs
from web.api import mine as own_api
from web.pages import (
    about,
    alerts,
    analysis,
    health,
    lists,
    mine,
    opening,
    operation,
    operation_runs,
    operation_store,
    own_ad,
    search,
    sign_in,
)

ROOMS: tuple[Room, ...] = (
    search.ROOM,
    opening.ROOM,
    sign_in.ROOM,
    mine.ROOM,
    alerts.ROOM,
    own_ad.ROOM,
    analysis.ROOM,
    lists.ROOM,
    operation.ROOM,
    operation_runs.ROOM,
    operation_store.ROOM,
    about.ROOM,
    health.ROOM,
    openings.ROOM,
    own_api.ROOM,
    runs.ROOM,
    docs.ROOM,
)
