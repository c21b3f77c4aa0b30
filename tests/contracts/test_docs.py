"""What the documents say is true of the code: commands, settings, sources, links, versions."""

import re
import tomllib
from pathlib import Path

import pytest
import typer

from cli import COMMANDS, build
from crawler.registry import portals
from operations.sources_page import sources_page
from settings import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CHANGELOG.md", "SECURITY.md")] + sorted((ROOT / "docs").rglob("*.md"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
HEADINGS = ("**Question.**", "**tl;dr.**", "**What was seen.**", "**Choice.**", "**When to look again.**")


def commands_in(text):
    """(command, rest of the line) of every ``jobbvakt …`` in a code block or in back-ticks."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL) + re.findall(r"`(jobbvakt [^`\n]+)`", text)
    return [
        tuple(match) for block in blocks for match in re.findall(r"^jobbvakt ([a-z]+)([^\n#]*)", block, re.MULTILINE)
    ]


def options_of(command, rest):
    """The options that a command, or the subcommand named in ``rest``, really has."""
    click_command = typer.main.get_command(build([command])).commands[command]
    words = [word for word in rest.split() if not word.startswith("-")]
    subcommands = getattr(click_command, "commands", {})
    if words and words[0] in subcommands:
        click_command = subcommands[words[0]]
    return {name for parameter in click_command.params for name in parameter.opts}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_and_option_in_the_documents_exists(page):
    for command, rest in commands_in(page.read_text(encoding="utf-8")):
        assert command in COMMANDS
        assert set(re.findall(r"--[a-z-]+", rest)) <= options_of(command, rest), f"{command}{rest}"


def test_the_readme_does_name_commands():
    assert len(commands_in(README)) >= 8


def test_the_settings_example_is_accepted():
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    settings = Settings.model_validate(tomllib.loads(example))
    assert settings.crawl.contact == "you@example.org"
    assert settings.sources["my_employer"].platform in portals()


def test_every_portal_and_platform_is_in_the_table_of_sources():
    """Written from the code: ``python -m operations.sources_page`` prints the page anew."""
    assert (ROOT / "docs" / "reference" / "sources.md").read_text(encoding="utf-8") == sources_page()
    assert {name for name in portals() if f"`{name}`" not in sources_page()} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_answers_the_five_questions(page):
    text = page.read_text(encoding="utf-8")
    places = [text.find(heading) for heading in HEADINGS]
    assert min(places) > 0
    assert places == sorted(places)
    assert text.startswith(f"# {int(page.stem[:4])}. ")


def test_decisions_are_numbered_without_a_gap():
    assert [int(page.stem[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_begins_with_this_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[:2] == ["Unreleased", project["version"]]


def test_every_make_target_in_the_readme_exists():
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"\bmake ([a-z-]+)", README)) - {"and"} <= set(targets)
