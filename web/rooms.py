"""Every room of the house; a new group of pages is one more line."""

from web.access import Room
from web.api import ROOMS as API_ROOMS
from web.api import docs
from web.pages import (
    about,
    alerts,
    analysis,
    employer,
    feeds,
    health,
    lists,
    mail_links,
    mine,
    new_alert,
    opening,
    operation,
    operation_runs,
    operation_sources,
    operation_store,
    own_ad,
    pay,
    search,
    sign_in,
)

ROOMS: tuple[Room, ...] = (
    search.ROOM,
    opening.ROOM,
    sign_in.ROOM,
    mine.ROOM,
    new_alert.ROOM,
    alerts.ROOM,
    mail_links.ROOM,
    feeds.ROOM,
    own_ad.ROOM,
    analysis.ROOM,
    employer.ROOM,
    lists.ROOM,
    operation.ROOM,
    operation_sources.ROOM,
    operation_runs.ROOM,
    operation_store.ROOM,
    pay.ROOM,
    about.ROOM,
    health.ROOM,
    *API_ROOMS,
    docs.ROOM,
)
