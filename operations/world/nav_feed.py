"""The NAV feed: an append-only log of events in small pages, one entry an ad, a public token that changes.

After navikt/pam-stilling-feed: adjacent pages overlap by one item, the last page holds one or two, and a withdrawn
ad is an INACTIVE event with a masked title and an entry without ``ad_content``.
"""

import base64
import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

from domain.codec import from_plain
from domain.postings import Contact, Place
from operations.world.answers import Answer, Request, dumped, missing, text
from operations.world.model import Ad, NavListing, World

PAGE_SIZE = 40
"""A small world has small pages: a larger ``pageSize`` is not granted."""
_LARGEST_ASKED = 10_000
_TIP = 2
_ENTRY = "/api/v1/feedentry/"
_FEED = "/api/v1/feed"


@dataclass(frozen=True, slots=True)
class _Event:
    ad: Ad
    nav: NavListing
    at: datetime
    active: bool
    id: str


class NavFeed:
    """Answers ``/api/publicToken``, ``/api/v1/feed…`` and ``/api/v1/feedentry/…``."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._events = _log(world)
        self._index = {event.id: index for index, event in enumerate(self._events)}
        self._last = {event.nav.uuid: event for event in self._events}
        self._token = _token("second" if world.later else "first")

    def __call__(self, request: Request) -> Answer:
        if request.path == "/api/publicToken":
            return text(f"Current public token for Nav Job Vacancy Feed:\n{self._token}")
        if not request.path.startswith("/api/v1/"):
            return missing()
        if request.headers.get("authorization") != f"Bearer {self._token}":
            return text("Unauthorized", status=401)
        if request.path.startswith(_ENTRY):
            event = self._last.get(request.path.removeprefix(_ENTRY))
            return dumped(self._entry(event)) if event else missing()
        return self._feed(request)

    def _feed(self, request: Request) -> Answer:
        size = request.query.get("pageSize", "")
        if size.isdigit() and int(size) > _LARGEST_ASKED:
            return text(f"pageSize must not be larger than {_LARGEST_ASKED}", status=400)
        start = self._start(request)
        if start is None:
            return missing()
        granted = min(PAGE_SIZE, int(size)) if size.isdigit() and int(size) > _TIP else PAGE_SIZE
        items = self._events[start : start + granted]
        changed = format_datetime(items[-1].at.astimezone(UTC), usegmt=True)
        page = dumped(_page(items))
        return Answer(page.status, page.body, {**page.headers, "ETag": items[-1].id, "Last-Modified": changed})

    def _start(self, request: Request) -> int | None:
        """Index of the event that opens the page asked for; None when there is no such page."""
        if request.path != _FEED:
            return self._index.get(request.path.removeprefix(f"{_FEED}/"))
        if "last" in request.query:
            return len(self._events) - 1
        since = _moment(request.headers.get("if-modified-since", ""))
        newer = (index for index, event in enumerate(self._events) if since and event.at > since)
        return next(newer, len(self._events) - 1) if since else 0

    def _entry(self, event: _Event) -> dict[str, Any]:
        updated = (event.at - timedelta(seconds=6)).isoformat(timespec="milliseconds")
        entry: dict[str, Any] = {"uuid": event.nav.uuid}
        if event.active:
            entry["ad_content"] = _content(self._world, event, updated)
        return {**entry, "sistEndret": updated, "status": _status(event)}


def _log(world: World) -> list[_Event]:
    listed = [(ad, ad.nav) for ad in (*world.ads, *_others(world)) if ad.nav]
    events = [event for ad, nav in listed for event in _events_of(world, ad, nav)]
    return sorted(events, key=lambda event: (event.at, event.id))


def _events_of(world: World, ad: Ad, nav: NavListing) -> list[_Event]:
    written = [(moment, True) for moment in nav.events] + [(nav.gone, False)] * bool(nav.gone)
    events = []
    for number, (moment, active) in enumerate(written):
        key = f"{nav.uuid}/{number}"
        shift = timedelta(microseconds=zlib.crc32(key.encode()) % 1_000_000)
        events.append(_Event(ad, nav, world.moment(moment) + shift, active, _uuid(key)))
    return events


def _others(world: World) -> list[Ad]:
    """The rest of the labour market: titles that no one here asks for."""
    data = world.toml(world.folder / "nav_feed" / "others.toml")
    return [
        from_plain(Ad, {"description": f"<p>{other['text']}</p>", "published": -21, "deadline": 17, **other})
        for other in data["other"]
    ]


def _page(items: list[_Event]) -> dict[str, Any]:
    this, following = items[0].id, items[-1].id if len(items) > _TIP else None
    return {
        "version": "1.0",
        "title": "Stillingsfeeden fra arbeidsplassen.no",
        "home_page_url": "https://arbeidsplassen.example",
        "feed_url": f"{_FEED}/{this}",
        "description": "Feed med stillinger fra arbeidsplassen.no",
        "next_url": f"{_FEED}/{following}" if following else None,
        "id": this,
        "next_id": following,
        "items": [_item(event) for event in items],
    }


def _item(event: _Event) -> dict[str, Any]:
    uuid, masked = event.nav.uuid, event.nav.mask if not event.active else None
    title = event.nav.title or event.ad.title if masked is None else masked
    hidden = masked == "?"
    changed = event.at.isoformat(timespec="microseconds")
    return {
        "id": uuid,
        "url": f"{_ENTRY}{uuid}",
        "title": title,
        "content_text": "Stillingsannonse",
        "date_modified": changed,
        "_feed_entry": {
            "uuid": uuid,
            "status": _status(event),
            "title": title,
            "businessName": _employer(event) if masked is None else masked.strip("."),
            "municipal": "?" if hidden else _upper(event.ad.places[0].municipality if event.ad.places else None),
            "sistEndret": changed,
        },
    }


def _content(world: World, event: _Event, updated: str) -> dict[str, Any]:
    ad, nav = event.ad, event.nav
    link = f"https://arbeidsplassen.example/stillinger/stilling/{nav.uuid}"
    day = ad.deadline
    expires = world.moment(f"{ad.published + 45} 00:00" if day is None else f"{day} 23:59:59")
    due = nav.due or ("" if day is None else f"{world.on(day).isoformat()}T00:00:00")
    about = f"<p>Les mer om {ad.employer} på nettsidene våre.</p>\n" if ad.homepage else ""
    return {
        "uuid": nav.uuid,
        "published": world.moment(f"{ad.published} 00:00").isoformat(),
        "expires": expires.isoformat(),
        "updated": updated,
        "workLocations": [_work_location(place) for place in ad.places],
        "contactList": [_contact(person) for person in ad.contacts],
        "title": nav.title or ad.title,
        "description": ad.description,
        "sourceurl": nav.source_url,
        "source": nav.source,
        "applicationUrl": nav.apply_url,
        "applicationDue": due,
        "occupationCategories": [{"level1": "Salg og service", "level2": "Kundeservice"}],
        "categoryList": _categories(nav.category),
        "jobtitle": nav.jobtitle or ad.title,
        "link": link,
        "employer": {"name": _employer(event), "orgnr": ad.orgnr, "description": about, "homepage": ad.homepage},
        "engagementtype": nav.kind,
        "extent": nav.extent,
        "starttime": nav.start,
        "positioncount": "1",
        "sector": nav.sector,
    }


def _categories(category: tuple[str, ...]) -> list[dict[str, Any]]:
    if not category:
        return []
    scheme, code, name = category
    return [{"categoryType": scheme, "code": code, "name": name, "description": "", "score": 1.0}]


def _work_location(place: Place) -> dict[str, Any]:
    return {
        "country": _upper(place.country or "Norge"),
        "address": place.street_address,
        "city": _upper(place.city),
        "postalCode": place.postal_code,
        "county": _upper(place.county),
        "municipal": _upper(place.municipality),
    }


def _contact(person: Contact) -> dict[str, Any]:
    return {"name": person.name, "email": person.email, "phone": person.phone, "role": "", "title": person.title}


def _employer(event: _Event) -> str:
    return event.nav.employer or event.ad.employer


def _status(event: _Event) -> str:
    return "ACTIVE" if event.active else "INACTIVE"


def _upper(value: str | None) -> str | None:
    return value.upper() if value else None


def _uuid(key: str) -> str:
    digest = hashlib.sha256(f"nav_feed/{key}".encode()).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-a{digest[17:20]}-{digest[20:32]}"


def _token(word: str) -> str:
    """A token in the form of a JWT (RFC 7519) that opens nothing but this world."""
    parts: tuple[Any, ...] = ({"alg": "none", "typ": "JWT"}, {"sub": "public", "note": f"the world's {word}"}, word)
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)


def _moment(written: str) -> datetime | None:
    """An HTTP date; None for anything malformed, which the portal ignores without a word."""
    try:
        parsed = parsedate_to_datetime(written)
    except ValueError:
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
