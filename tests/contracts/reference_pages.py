"""``docs/reference/commands.md`` and ``settings.md``: written from the code, never by hand."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import typer

from cli import COMMANDS, build
from settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "reference"
REWRITE = "JOBBVAKT_REFERENCE_PAGES"
COMMON = ("--config", "--data-dir", "--json", "--help")
_HOW = f"Written from the code by a test: `{REWRITE}=1 python -m pytest tests/contracts/test_reference.py`."

_ABOUT_COMMANDS = """\
Every command takes `--config FILE`, `--data-dir DIR` and `--json`: data goes to stdout, progress and log to stderr.
Exit codes: 0 ok, 1 failure, 2 usage, 3 nothing found, 4 some sources failed, 5 configuration, 130 interrupted."""
_ABOUT_SETTINGS = """\
`jobbvakt.toml` in the working folder, or `--config FILE`. Flags go before the environment (`JOBBVAKT_MAIL__PASSWORD` is
`[mail] password`), the environment before the file. An unknown key is an error; `jobbvakt config show` prints what is
in force, secrets hidden."""


def commands_page():
    """Every command with its options and their help."""
    lines = ["# Commands", "", _HOW, "", _ABOUT_COMMANDS, ""]
    for name, (_, help_line) in COMMANDS.items():
        command = typer.main.get_command(build([name])).commands[name]
        lines += [f"## jobbvakt {name}", "", help_line, ""]
        for below, inner in getattr(command, "commands", {"": command}).items():
            lines += _command(f"{name} {below}".strip(), inner, told=bool(below))
    return "\n".join(lines)


def _command(words, command, *, told):
    yield f"`jobbvakt {words}{''.join(_arguments(command))}`" + (f": {_flat(command.help or '')}" if told else "")
    yield ""
    options = [item for item in command.params if item.param_type_name == "option" and item.opts[0] not in COMMON]
    for option in options:
        yield f"- `{'/'.join((*option.opts, *option.secondary_opts))}` {_flat(option.help or '')}"
    if options:
        yield ""


def _arguments(command):
    for item in command.params:
        if item.param_type_name == "argument":
            name = item.metavar or item.name.upper()
            yield f" {name}" if item.required or name.startswith("[") else f" [{name}]"


def settings_page():
    """Every key with its default and what it is for."""
    lines = ["# Settings", "", _HOW, "", _ABOUT_SETTINGS, ""]
    told = described()
    tables = {name: field for name, field in Settings.model_fields.items() if _table(field) is not None}
    plain = [name for name in Settings.model_fields if name not in tables]
    lines += ["## Above all tables", "", *_keys("Settings", plain, Settings, told), ""]
    for name, field in tables.items():
        model = _table(field)
        head = f"[{name}.<name>]" if field.annotation is not model else f"[{name}]"
        lines += [f"## {head}", "", *_keys(model.__name__, model.model_fields, model, told), ""]
    return "\n".join(lines)


def _table(field):
    kinds = (field.annotation, *getattr(field.annotation, "__args__", ()))
    return next((kind for kind in kinds if hasattr(kind, "model_fields")), None)


def _keys(owner, names, model, told):
    yield "| key | default | what it is |"
    yield "|---|---|---|"
    for name in names:
        yield f"| `{name}` | {_default(model.model_fields[name])} | {told[owner, name]} |"


def _default(field):
    value = field.get_default(call_default_factory=True)
    if hasattr(value, "get_secret_value"):
        value = value.get_secret_value()
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return "" if value in (None, "", []) else f"`{value}`"


def described():
    """(class, field) → the docstring beneath the field; it is an error when there is none."""
    found = {}
    for node in ast.parse((ROOT / "settings.py").read_text(encoding="utf-8")).body:
        body = node.body if isinstance(node, ast.ClassDef) else []
        for field, text in pairwise(body):
            if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
                found[node.name, field.target.id] = _flat(text.value.value)
    return found


def _flat(text):
    return re.sub(r"\s+", " ", text).replace("``", "`").replace("|", "\\|").strip()
