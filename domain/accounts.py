"""Who may do what: accounts with one role each, and keys for programs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What an account is for. A route asks for a role, or for none."""

    SEEKER = "seeker"
    RECRUITER = "recruiter"
    OPERATOR = "operator"


class Access(StrEnum):
    """Whom a route lets in. There is no default: each route names one of these."""

    EVERYONE = "everyone"
    SIGNED_IN = "signed_in"
    RECRUITER = "recruiter"
    OPERATOR = "operator"


_ALLOWED = {
    Access.SIGNED_IN: frozenset(Role),
    Access.RECRUITER: frozenset({Role.RECRUITER, Role.OPERATOR}),
    Access.OPERATOR: frozenset({Role.OPERATOR}),
}


def lets_in(access: Access, role: Role | None) -> bool:
    """May somebody of ``role`` (None: not signed in) pass?"""
    return access is Access.EVERYONE or role in _ALLOWED[access]


class Scope(StrEnum):
    """What a key of the API may do."""

    READ = "read"
    """Search, statistics, exports and the owner's own lists."""
    WRITE = "write"
    """Change the owner's own lists, profile and alerts."""
    OPERATE = "operate"
    """Start and stop runs; for keys of operators."""


class SavedStatus(StrEnum):
    """Where a job seeker stands with a saved opening."""

    SAVED = "saved"
    APPLIED = "applied"
    INTERVIEW = "interview"
    OFFER = "offer"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in."""

    id: int
    email: str
    role: Role
    language: str
    has_password: bool
    created_at: datetime
    last_seen: datetime | None = None

    @property
    def profile(self) -> str:
        """Name of the account's own profile in the store."""
        return f"account-{self.id}"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as its owner sees it; the key itself is shown once and never stored."""

    id: int
    account_id: int
    name: str
    prefix: str
    scopes: frozenset[Scope]
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None
