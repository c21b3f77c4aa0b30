"""``jobbvakt profile``: what a job seeker has and wants."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from cli.common import AsJson, Config, DataDir, answer, opened, out, print_json
from domain.clock import local_date
from domain.errors import NothingFoundError, UsageError
from domain.profiles import Profile
from matcher.cv import MOST
from operations.gaps import REACH, profile_gaps
from operations.match import match
from operations.own import suggest
from operations.people import concepts_named, education_level, languages_named, near_place
from storage import profiles

Name = Annotated[str, typer.Argument(help="A short name of your choice.")]


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("add")(_add)
    group.command("suggest")(_suggest)
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
    near: Annotated[str | None, typer.Option(help="Municipality from which --radius is counted.")] = None,
    radius: Annotated[float | None, typer.Option(min=1, max=2000, help="Kilometres from --near at most.")] = None,
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
        near=near_place(near, radius),
        radius_km=radius,
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


def _suggest(
    name: Name,
    file: Annotated[Path, typer.Argument(help="A text file: your CV, or a few lines about yourself; - reads stdin.")],
    yes: Annotated[bool, typer.Option("--yes", help="Store the suggestion without asking.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Read a CV and suggest a profile, with the words for each entry. You say whether it is right; no text is kept.

    Example: jobbvakt profile suggest kari cv.txt
    """
    with opened(config, data_dir) as context:
        with context.store.read() as session:
            known = profiles.find(session, name) or Profile(name)
        found = suggest(known, _text_of(file), local_date(context.clock.now()))
        if as_json:
            print_json(found)
        for field, words in found.words.items() if not as_json else ():
            typer.echo(f"{field:18} {_told(getattr(found.profile, field))}   « {words} »", err=yes)
        if not found.words:
            raise NothingFoundError("the text says nothing new about a person", which=str(file))
        if not yes and (as_json or not typer.confirm(f"Store this as the profile {name}?", err=True)):
            return
        with context.store.write() as session:
            profiles.save(session, found.profile, context.clock.now())
        match(context)
    if not as_json:
        typer.echo(f"Profile {name} is stored. See openings for it: jobbvakt search --profile {name}")


def _text_of(file: Path) -> str:
    """Raises UsageError for a file that is no text."""
    try:
        raw = sys.stdin.buffer.read(MOST * 4) if str(file) == "-" else file.read_bytes()
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            "the file cannot be read as text",
            which=str(file),
            why=str(error),
            remedy="save the CV as plain text (UTF-8), or paste it: jobbvakt profile suggest NAME -",
        ) from error


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
        typer.echo(f"{field:18} {_told(value)}")


def _told(value: object) -> object:
    told = ", ".join(sorted(value)) if isinstance(value, frozenset) else value
    return "–" if told in (None, "") else told


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


def _remove(name: Name, config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Remove a profile and its scores."""
    with opened(config, data_dir) as context, context.store.write() as session:
        profiles.remove(session, name)
    answer(f"Profile {name} is removed.", {"removed": name}, as_json=as_json)


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
