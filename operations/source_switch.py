"""Switching a source on and off: the settings file says so, and the audit log when and on whose word.

The log comes first: where it cannot be written, nothing is switched.
"""

from collections.abc import Mapping
from pathlib import Path

from domain.sources import Source, Terms
from operations.context import Context
from operations.settings_file import Value, set_source_keys
from storage import audit


def switch_on(context: Context, path: Path, source: Source, accepted: Mapping[str, Value], actor: str) -> None:
    """Write ``enabled`` and who accepted the terms into the file at ``path``."""
    opt_in = source.portal.terms is Terms.OPT_IN
    _log(context, actor, "source.enable", source, "terms accepted" if opt_in else "")
    set_source_keys(path, source.name, {"enabled": True, **accepted})


def switch_off(context: Context, path: Path, source: Source, actor: str) -> None:
    """What the source brought stays stored."""
    _log(context, actor, "source.disable", source, "")
    set_source_keys(path, source.name, {"enabled": False})


def _log(context: Context, actor: str, action: str, source: Source, detail: str) -> None:
    with context.store.write() as session:
        audit.record(session, context.clock.now(), actor, action, source.name, detail)
