"""Jobbnorge's public API: all open ads in one list, as teasers. An ad that is over is simply not there."""

from typing import Any

from domain.postings import Place
from operations.world.answers import Answer, Request, dumped, missing, text
from operations.world.model import Ad, JobbnorgeListing, World

_ROBOTS = "User-agent: *\nDisallow: /*/joblisting/*.pdf\n"
_ENGLISH = "2"


class Jobbnorge:
    """Answers ``/v3/jobs``, ``/v1/jobs/count`` and ``/robots.txt``."""

    def __init__(self, world: World) -> None:
        self._world = world
        shown = [(ad, ad.jobbnorge) for ad in world.ads if ad.jobbnorge]
        self._shown = sorted(shown, key=lambda pair: _scattered(pair[1].id))

    def __call__(self, request: Request) -> Answer:
        if request.path == "/robots.txt":
            return text(_ROBOTS)
        if request.path == "/v1/jobs/count":
            return dumped(len(self._shown))
        if request.path != "/v3/jobs":
            return missing()
        english = request.query.get("language") == _ENGLISH
        jobs = [self._job(ad, listing, english) for ad, listing in self._shown]
        employers = {job["employer"] for job in jobs}
        return dumped({"jobs": jobs, "meta": {"jobCountTotal": len(jobs), "employerCountTotal": len(employers)}})

    def _job(self, ad: Ad, listing: JobbnorgeListing, english: bool) -> dict[str, Any]:
        title = listing.title_en if english and listing.title_en else listing.title or ad.title
        return {
            "id": listing.id,
            "title": title,
            "employer": ad.employer,
            "regardDepartmentAsEmployer": False,
            "department": listing.department,
            "jobScope": listing.scope,
            "jobDuration": listing.duration,
            "positionCount": listing.count,
            "promoted": False,
            "summary": listing.summary,
            "publicationDate": self._day(ad.published),
            "deadline": listing.deadline or ("" if ad.deadline is None else self._day(ad.deadline)),
            "locations": [_location(place, first=index == 0) for index, place in enumerate(ad.places)],
            "link": f"https://www.jobbnorge.example/ledige-stillinger/stilling/{listing.id}",
        }

    def _day(self, day: int) -> str:
        return self._world.on(day).strftime("%d.%m.%Y")


def _location(place: Place, *, first: bool) -> dict[str, Any]:
    return {
        "address": place.street_address or "",
        "area": place.city,
        "municipality": place.municipality,
        "county": place.county,
        "isDomestic": True,
        "isPrimary": first,
        "zipCode": place.postal_code,
    }


def _scattered(number: int) -> int:
    """The portal's own order follows neither number nor date."""
    return number * 7919 % 104729
