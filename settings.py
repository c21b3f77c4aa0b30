"""One frozen settings object: flags over environment (``JOBBVAKT_*``) over ``jobbvakt.toml`` over defaults.

Settings are read once, at the edge, and passed down. A key that nobody knows is an error, not a silence.
"""

import difflib
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from domain.errors import ConfigurationError
from domain.sources import SECRET_OPTIONS

CONFIG_NAME = "jobbvakt.toml"
_MASK = "**********"


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CrawlSettings(_Table):
    """How all sources are crawled."""

    contact: str = ""
    """E-mail address or web page of the operator; goes into the User-Agent. Without it only loopback sources run."""
    max_minutes: float = Field(default=120, gt=0)
    """A run that takes longer is stopped and marked capped."""
    requests_per_day: int = Field(default=20_000, gt=0)
    """Requests that one host gets in 24 hours, over all runs and sources."""


class RawSettings(_Table):
    """``[raw]``: pages kept as they came, for ``jobbvakt reparse``."""

    keep: bool = True
    """Without them nothing can be read again after a parser was mended."""
    megabytes: int = Field(default=2048, ge=1)
    """Of packed pages; beyond that the oldest are dropped. Their files may take a third more."""
    days: int = Field(default=30, ge=1, le=30)
    """A page that no stored ad was read from last is dropped so long after it came. Not more than 30: contact persons
    of ads are to be gone 30 days after the ad was withdrawn."""


class SourceSettings(BaseModel):
    """``[sources.<name>]``. Keys beyond these are the platform's own and are checked against what it declares."""

    model_config = ConfigDict(extra="allow", frozen=True)

    platform: str = ""
    """How the source is read: ``schema_org``, ``teamtailor`` …; not needed where the table's name says it."""
    base_url: str = ""
    """Where its list or site begins."""
    enabled: bool | None = None
    """Without it official sources and those of an employer are on, portals that ask for consent off."""
    allow_loopback: bool = False
    """May it lie on this machine? For trials."""
    delay_seconds: float | None = Field(default=None, ge=0, le=600)
    """Between two requests; robots.txt may ask for more."""
    interval_minutes: float | None = Field(default=None, ge=1)
    """How often the timer asks it; else ``[schedule] refresh_minutes``."""
    window: str = Field(default="", pattern=r"^(([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)?$")
    """``22:00-06:00``: the timer asks the source between these times (Oslo) only; empty for any time."""
    terms_accepted_by: str = ""
    """Who has accepted the terms notice of an opt-in source; ``jobbvakt sources enable`` writes it."""
    terms_accepted_at: datetime | None = None
    """And when."""


class MailTable(_Table):
    """``[mail]``: without a host, messages are written as .eml files."""

    host: str = ""
    """The SMTP server."""
    port: int = Field(default=587, ge=1, le=65535)
    """Its port."""
    username: str = ""
    """Empty: no signing in."""
    password: SecretStr = SecretStr("")
    """Better in the environment than in the file."""
    security: str = Field(default="starttls", pattern="^(starttls|tls|none)$")
    """``starttls``, ``tls`` from the first byte, or ``none``, which is refused for other machines."""
    sender: str = "Jobbvakt <jobbvakt@localhost>"
    """Name and address that messages come from."""
    unsubscribe_mailto: str = ""
    """Address that a mail program may write to instead of the one-click link."""
    bounces: str = Field(default="", pattern=r"^([A-Za-z0-9._-]{1,20}@[A-Za-z0-9.-]+)?$")
    """Mailbox for returned mail; its server must take name+anything@. Each message then leaves from its own address."""
    base_url: str = ""
    """Where links in messages lead; else ``[web] base_url``."""
    per_domain_per_minute: int = Field(default=100, ge=0)
    """Messages that one domain gets in a minute; large providers put senders off who come all at once. 0: no limit."""


class ChannelTable(_Table):
    """``[channels]``: the way out to chats and webhooks."""

    timeout_seconds: float = Field(default=20, ge=1, le=120)
    """In all, from the first name looked up to the last byte of the answer."""
    allow_loopback: bool = False
    """May messages go to this machine, and without TLS? For a bridge that runs here, and for trials."""


class DatabaseSettings(_Table):
    """``[database]``: empty means SQLite in the data folder."""

    url: SecretStr = SecretStr("")
    """``sqlite:///path`` or ``postgresql+psycopg://user@host/name``."""


class ScheduleSettings(_Table):
    """``[schedule]``: how often the clock looks, and how often a source is asked."""

    tick_seconds: float = Field(default=30, ge=1, le=60)
    """How often it is looked whether something is due."""
    refresh_minutes: float = Field(default=60, ge=1)
    """How often a source is asked that says nothing else."""
    backup_hours: float = Field(default=24, ge=0)
    """How often a SQLite store is copied to ``backups/``; 0 for never."""
    keep_backups: int = Field(default=7, ge=1)
    """Of these copies."""


class WebTable(_Table):
    """``[web]``: the pages and the API. Without ``base_url`` they are for this machine alone."""

    host: str = "127.0.0.1"
    """Address to listen on."""
    port: int = Field(default=8000, ge=0, le=65535)
    """0 takes any free port."""
    base_url: str = Field(default="", pattern=r"^(https?://[^/\s]+)?$")
    """Where people reach the pages; goes into links in mails. https makes cookies travel over TLS only."""
    secret: SecretStr = SecretStr("")
    """Signs sessions and links; at least 32 characters. Empty: one is made and kept in the data folder."""
    session_days: int = Field(default=14, ge=1, le=90)
    """How long somebody stays signed in."""
    open_signup: bool = True
    """May anybody make a job seeker's account by e-mail link?"""
    trusted_proxies: list[str] = Field(default_factory=list)
    """Addresses whose X-Forwarded-For header is believed."""
    requests_per_minute: int = Field(default=240, ge=1)
    """Of the API, for one key or one address."""


class Settings(BaseSettings):
    """Everything a person may set."""

    model_config = SettingsConfigDict(
        env_prefix="JOBBVAKT_",
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        nested_model_default_partial_update=True,
    )

    data_dir: Path = Path("var")
    """Store, spool, outbox and locks live here."""
    language: str = Field(default="nb", pattern="^(nb|nn|en)$")
    """In which commands tell facts, reasons and changes. Pages follow the browser, messages their alert."""
    crawl: CrawlSettings = CrawlSettings()
    raw: RawSettings = RawSettings()
    sources: dict[str, SourceSettings] = Field(default_factory=dict)
    mail: MailTable = MailTable()
    channels: ChannelTable = ChannelTable()
    database: DatabaseSettings = DatabaseSettings()
    schedule: ScheduleSettings = ScheduleSettings()
    web: WebTable = WebTable()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags first, then the environment, then the file named by ``load_settings``."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def database_url(self) -> str:
        """The store's address: what is configured, else SQLite in the data folder."""
        return self.database.url.get_secret_value() or f"sqlite:///{self.data_dir / 'jobbvakt.db'}"


def load_settings(config: Path | None = None, data_dir: Path | None = None) -> Settings:
    """Settings from ``config`` (default ``jobbvakt.toml`` here, if there is one), environment and flags.

    Raises ConfigurationError naming the file, the key and what would be right.
    """
    path = config or Path(os.environ.get("JOBBVAKT_CONFIG", CONFIG_NAME))
    if config is not None and not path.is_file():
        raise ConfigurationError(
            "configuration file not found", which=str(path), remedy="run 'jobbvakt init' to write one"
        )
    flags: dict[str, Any] = {} if data_dir is None else {"data_dir": data_dir}
    try:
        return _at(path)(**flags)
    except ValidationError as error:
        raise ConfigurationError("settings are wrong", which=str(path), why=_explain(error), remedy=_REMEDY) from error
    except (OSError, ValueError) as error:  # TOMLDecodeError is a ValueError
        raise ConfigurationError(
            "configuration file cannot be read", which=str(path), why=str(error), remedy="mend that line and try again"
        ) from error


_REMEDY = "mend the key in the file or in the environment; 'jobbvakt config show' prints what is in force"


def _at(path: Path) -> type[Settings]:
    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=path)

    return FromFile


def _explain(error: ValidationError) -> str:
    return "; ".join(_explain_one(tuple(str(part) for part in item["loc"]), item) for item in error.errors())


def _explain_one(where: tuple[str, ...], item: Any) -> str:
    key = ".".join(where)
    if item["type"] != "extra_forbidden":
        return f"{key}: {item['msg'].lower()} (given: {item.get('input')!r})"
    close = difflib.get_close_matches(where[-1], _keys(where[:-1]), n=1)
    return f"unknown key '{key}'" + (f"; did you mean '{close[0]}'?" if close else "")


def _keys(table: tuple[str, ...]) -> list[str]:
    model: Any = Settings
    for part in table:
        field = model.model_fields.get(part)
        model = field.annotation if field is not None else Settings
    return list(model.model_fields)


def masked(settings: Settings) -> dict[str, Any]:
    """The settings in force as plain values, secrets hidden."""
    values = settings.model_dump(mode="json")
    if values["database"]["url"]:
        values["database"]["url"] = _MASK
    for table in values["sources"].values():
        table.update({key: _MASK for key in SECRET_OPTIONS if table.get(key)})
    return values
