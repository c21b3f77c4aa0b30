"""``jobbvakt account``: who may sign in to the pages."""

import sys
from typing import Annotated

import typer

from cli.common import AsJson, Config, DataDir, answer, opened, print_json
from domain.accounts import Role
from domain.errors import NothingFoundError
from operations.accounts import add_account, hashed
from operations.rights import forget
from storage import accounts, audit

Email = Annotated[str, typer.Argument(help="E-mail address.")]
FromStdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("add")(_add)
    group.command("password")(_password)
    group.command("list")(_list)
    group.command("remove")(_remove)
    app.add_typer(group, name=name)


def _add(
    email: Email,
    role: Annotated[Role, typer.Option(help="What the account is for.")] = Role.RECRUITER,
    password_stdin: FromStdin = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Add an account; the password is asked for unless it comes from standard input."""
    with opened(config, data_dir) as context:
        account = add_account(context, email, role, _asked(from_stdin=password_stdin), "cli")
    answer(f"{account.email} may sign in as {account.role}.", account, as_json=as_json)


def _password(
    email: Email,
    password_stdin: FromStdin = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Set a new password; every session of the account ends."""
    digest = hashed(_asked(from_stdin=password_stdin))
    with opened(config, data_dir) as context, context.store.write() as session:
        account = accounts.by_email(session, email)
        if account is None:
            raise NothingFoundError("there is no such account", which=email, remedy="see: jobbvakt account list")
        accounts.change(session, account.id, password=digest)
        accounts.end_sessions(session, account.id)
        audit.record(session, context.clock.now(), "cli", "account.password", f"account {account.id}")
    answer("The password is set.", {"email": account.email, "sessions": "ended"}, as_json=as_json)


def _list(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """All accounts."""
    with opened(config, data_dir) as context, context.store.read() as session:
        found = accounts.all_accounts(session)
    if as_json:
        print_json(found)
        return
    for account in found:
        typer.echo(f"{account.id:5} {account.role:10} {account.email}")
    if not found:
        typer.echo("No accounts yet. Add one: jobbvakt account add you@example.org --role operator")


def _remove(email: Email, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Erase an account with its profile, alerts, saved openings and lists."""
    with opened(config, data_dir) as context:
        with context.store.read() as session:
            account = accounts.by_email(session, email)
        if account is None:
            raise NothingFoundError("there is no such account", which=email, remedy="see: jobbvakt account list")
        forget(context, account.email)
    answer(f"Everything of {account.email} is erased.", {"erased": account.email}, as_json=as_json)


def _asked(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
