"""``jobbvakt profile``: what a job seeker has and wants."""

from typing import Annotated

import typer
from rich.table import Table

from cli.common import AsJson, Config, DataDir, opened, out, print_json
from domain.profiles import Profile
from operations.gaps import REACH, profile_gaps
from operations.match import match
from operations.people import concepts_named, education_level, languages_named
from storage import profiles

Name = Annotated[str, typer.Argument(help="A short name of your choice.")]


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("add")(_add)
    group.command("show")(_show)
    group.command("list")(_list)
    group.command("remove")(_remove)
    group.command("gaps")(_gaps)
    app.add_typer(group, name=name)


def _add(
    name: Name,
    has: Annotated[list[str] | None, typer.Option(help="Skill, tool or certification held; repeat it.")] = None,
    education: Annotated[str | None, typer.Option(help="none, vocational, bachelor, master or phd.")] = None,
    years: Annotated[float | None, typer.Option(min=0, max=60, help="Years of relevant experience.")] = None,
    leader: Annotated[bool | None, typer.Option("--leader/--no-leader", help="Has led people.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="Language spoken at work, as no or en; repeat it.")] = None,
    county: Annotated[list[str] | None, typer.Option(help="County wanted; repeat it.")] = None,
    municipality: Annotated[list[str] | None, typer.Option(help="Municipality wanted; repeat it.")] = None,
    remote: Annotated[bool, typer.Option("--remote", help="Would work from home.")] = False,
    extent: Annotated[float | None, typer.Option(min=1, max=100, help="Least extent, per cent.")] = None,
    shifts: Annotated[bool | None, typer.Option("--shifts/--no-shifts", help="Evenings and weekends.")] = None,
    pay: Annotated[float | None, typer.Option(min=0, help="Least pay, NOK a year.")] = None,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Add a profile, or replace the one of that name; openings are scored against it at once."""
    profile = Profile(
        name=name,
        concepts=concepts_named(has or []),
        education=education_level(education),
        experience_years=years,
        leadership=leader,
        languages=languages_named(language or []),
        municipalities=frozenset(municipality or []),
        counties=frozenset(county or []),
        remote=remote,
        extent_min=extent,
        shift_work=shifts,
        salary_floor=pay,
    )
    with opened(config, data_dir) as context:
        with context.store.write() as session:
            profiles.save(session, profile, context.clock.now())
        report = match(context)
    if as_json:
        print_json(profile)
        return
    typer.echo(f"Profile {name} is stored and scored against {report.relevant} openings.")
    typer.echo(f"See them: jobbvakt search --profile {name}")


def _show(name: Name, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """One profile."""
    with opened(config, data_dir) as context, context.store.read() as session:
        profile = profiles.get(session, name)
    _print(profile, as_json=as_json)


def _print(profile: Profile, *, as_json: bool) -> None:
    if as_json:
        print_json(profile)
        return
    for field in Profile.__dataclass_fields__:
        value = getattr(profile, field)
        told = ", ".join(sorted(value)) if isinstance(value, frozenset) else value
        typer.echo(f"{field:18} {'–' if told in (None, '') else told}")


def _list(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """All profiles."""
    with opened(config, data_dir) as context, context.store.read() as session:
        found = profiles.all_profiles(session)
    if as_json:
        print_json(found)
        return
    for profile in found:
        typer.echo(f"{profile.name}: {', '.join(sorted(profile.concepts)) or 'nothing held yet'}")
    if not found:
        typer.echo('No profiles yet. Add one: jobbvakt profile add kari --has CCSM --has "Dynamics 365"')


def _remove(name: Name, config: Config = None, data_dir: DataDir = None) -> None:
    """Remove a profile and its scores."""
    with opened(config, data_dir) as context, context.store.write() as session:
        profiles.remove(session, name)
    typer.echo(f"Profile {name} is removed.")


def _gaps(
    name: Name,
    reach: Annotated[int, typer.Option(min=1, max=100, help="Score from which an opening counts as open.")] = REACH,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Which one certification, licence or tool would open most openings?

    Example: jobbvakt profile gaps kari --reach 70
    """
    with opened(config, data_dir) as context:
        found = profile_gaps(context, name, reach=reach)
    if as_json:
        print_json(found)
        return
    table = Table("Lacking", "Kind", "Required", "Wished", f"New from {reach}", "Mean gain", box=None)
    for gap in found:
        table.add_row(
            gap.label, gap.kind, str(gap.must), str(gap.nice), str(len(gap.opened)), f"{gap.gain:+.0f} points"
        )
    if found:
        out().print(table)
    else:
        typer.echo("No open opening asks for a certification, licence or tool that this profile lacks.")
