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

CONFIG_NAME = "jobbvakt.toml"
SECRET_KEYS = ("api_key", "password")
"""Keys of ``[sources.*]`` that are never printed."""
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


class SourceSettings(BaseModel):
    """``[sources.<name>]``. Keys beyond these are the platform's own and are checked against what it declares."""

    model_config = ConfigDict(extra="allow", frozen=True)

    platform: str = ""
    base_url: str = ""
    enabled: bool | None = None
    allow_loopback: bool = False
    delay_seconds: float | None = Field(default=None, ge=0, le=600)
    interval_minutes: float | None = Field(default=None, ge=1)
    terms_accepted_by: str = ""
    """Who has accepted the terms notice of an opt-in source; ``jobbvakt sources enable`` writes it."""
    terms_accepted_at: datetime | None = None


class MailTable(_Table):
    """``[mail]``: without a host, messages are written as .eml files."""

    host: str = ""
    port: int = Field(default=587, ge=1, le=65535)
    username: str = ""
    password: SecretStr = SecretStr("")
    security: str = Field(default="starttls", pattern="^(starttls|tls|none)$")
    sender: str = "Jobbvakt <jobbvakt@localhost>"
    unsubscribe_mailto: str = ""
    base_url: str = ""


class DatabaseSettings(_Table):
    """``[database]``: empty means SQLite in the data folder."""

    url: SecretStr = SecretStr("")


class ScheduleSettings(_Table):
    """``[schedule]``: how often the clock looks, and how often a source is asked."""

    tick_seconds: float = Field(default=30, ge=1, le=60)
    refresh_minutes: float = Field(default=60, ge=1)


class WebTable(_Table):
    """``[web]``: the pages and the API. Without ``base_url`` they are for this machine alone."""

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    """0 takes any free port."""
    base_url: str = Field(default="", pattern=r"^(https?://[^/\s]+)?$")
    """Where people reach the pages; goes into links in mails. https makes cookies travel over TLS only."""
    secret: SecretStr = SecretStr("")
    """Signs sessions and links; at least 32 characters. Empty: one is made and kept in the data folder."""
    session_days: int = Field(default=14, ge=1, le=90)
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
    crawl: CrawlSettings = CrawlSettings()
    sources: dict[str, SourceSettings] = Field(default_factory=dict)
    mail: MailTable = MailTable()
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
        table.update({key: _MASK for key in SECRET_KEYS if table.get(key)})
    return values
