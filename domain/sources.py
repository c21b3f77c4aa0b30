"""A source: where ads come from, on which platform, and on which terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

SECRET_OPTIONS = ("api_key", "password")
"""Options of a source that are never printed, written or kept."""


class Terms(StrEnum):
    """May this source be crawled?"""

    OFFICIAL = "official"
    """An interface made for third parties."""
    TENANT = "tenant"
    """A public career feed meant for display; the operator names the employer."""
    OPT_IN = "opt_in"
    """Off until the operator has read the terms and said yes."""


class Evidence(StrEnum):
    """What a portal's parser was written after."""

    CAPTURED = "captured"
    """Real answers of the portal, published by others."""
    DOCUMENTED = "documented"
    """Documentation, or the notes and code of people who say they saw real answers; none was at hand here."""
    ASSUMED = "assumed"
    """What such a page usually looks like. Try it before you rely on it."""


@dataclass(frozen=True, slots=True)
class Portal:
    """What the code knows of a portal or platform; stands on top of each spider."""

    title: str
    homepage: str
    country: str
    """ISO 3166-1 alpha-2; empty for a platform."""
    terms: Terms
    base_url: str = ""
    """Default address; empty when the operator must give one."""
    absence_withdraws: bool = False
    """Does the list always hold every open ad, so that absence means withdrawn?"""
    may_be_empty: bool = False
    """An event feed may have nothing new; a list of open ads may not."""
    minimum_ads: int = 1
    """Contract: fewer ads than this in a run is no healthy answer."""
    note: str = ""
    """What the operator should know (coverage, terms, doubts)."""
    terms_notice: str = ""
    """For opt-in portals: what is printed before the operator may switch it on."""
    evidence: Evidence = Evidence.CAPTURED
    ships_on: bool = True
    """Is an official portal on from the start? One for another country than most operators' waits to be asked."""
    delay_seconds: float = 1.0
    """Least time between two requests that the portal asks for."""
    timeout_seconds: float = 30
    """How long one of its answers may take, from connecting to the last byte."""


@dataclass(frozen=True, slots=True)
class Source:
    """One configured source."""

    name: str
    platform: str
    """The spider that reads it."""
    portal: Portal
    base_url: str
    enabled: bool = True
    allow_loopback: bool = False
    delay_seconds: float = 1.0
    """Least time between two requests to one host."""
    terms_accepted_by: str = ""
    """Who has read an opt-in portal's terms and said yes; empty when nobody has."""
    terms_accepted_at: datetime | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    """Further settings that the platform declares."""
