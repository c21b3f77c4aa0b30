"""Errors in the reader's language: all that pages raise, and nothing told of something else."""

import ast
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

import pytest

from crawler.mailbox import Mailbox
from crawler.registry import portals
from domain.clock import FixedClock
from domain.runs import ProblemCode
from storage.check import check
from storage.engine import Store
from web.mistakes import mistake_in, sentences
from web.texts import LANGUAGES, texts

ROOT = Path(__file__).resolve().parents[3]
PEOPLE_SEE = (
    "web/pages",
    "web/forms.py",
    "web/alert_form.py",
    "web/access.py",
    *(f"operations/{name}.py" for name in ("people", "accounts", "kept_search", "subscribing", "feeds", "mail")),
    *(f"operations/{name}.py" for name in ("rulings", "budget")),
    *(f"storage/{name}.py" for name in ("accounts", "alerts", "saved", "cards", "openings", "postings", "runs")),
    "web/callers.py",
)
"""Where errors are raised that people meet on pages. What the API and commands say is English."""
PLACE = "7"
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)


def raised():
    """(file, word, text) of every constant sentence in an error raised there."""
    for place in PEOPLE_SEE:
        path = ROOT / place
        for file in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error"):
                    yield from of_call(file.name, node)


def of_call(name, call):
    told = [("what", call.args[0])] if call.args else []
    told += [(keyword.arg, keyword.value) for keyword in call.keywords if keyword.arg in ("why", "remedy")]
    for word, value in told:
        text = "".join(map(of_piece, value.values if isinstance(value, ast.JoinedStr) else [value]))
        if text.strip(PLACE):
            yield name, word, text


def of_piece(piece):
    """A constant as it is; a place to fill, filled."""
    constant = isinstance(piece, ast.Constant) and isinstance(piece.value, str)
    return piece.value if constant else PLACE


def test_every_error_that_people_meet_is_told_in_their_language():
    found = list(raised())
    assert len(found) > 40
    assert sorted({text for _, _, text in found if mistake_in(text, "nb") is None and not for_programs(text)}) == []


def for_programs(text):
    """Errors about keys and scopes are met by programs."""
    return {"key", "scope"} & set(text.split()) or text.startswith(("ask for", "a key"))


@pytest.mark.parametrize(("english", "told"), sentences().items(), ids=lambda one: str(one)[:30])
def test_a_sentence_fills_in_the_same_places_everywhere(english, told):
    def names(text):
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name)

    assert names(told[0]) == names(told[1]) == names(english)
    assert mistake_in(english, "nb") == told[0]  # no earlier sentence swallows it


def test_numbers_and_names_are_carried_over():
    assert mistake_in("from 0 to 60", "nn") == "frå 0 til 60"
    assert mistake_in("near it: Zendesk, Zoho", "nb") == "i nærheten: Zendesk, Zoho"
    assert mistake_in("at most 50", "nb") == "høyst 50"
    assert mistake_in("something new", "nb") is None
    assert mistake_in("something new", "en") == "something new"


def test_what_operators_read_of_every_source_is_told_in_their_language():
    notes = [spider.portal.note for spider in (*portals().values(), Mailbox)]
    assert len(notes) > 20
    assert [note for note in notes if note and None in (mistake_in(note, "nb"), mistake_in(note, "nn"))] == []


def test_every_problem_of_a_run_has_a_name():
    for language in LANGUAGES:
        assert [code for code in ProblemCode if not texts(language).has(f"problem.{code.value}")] == []


def test_what_is_found_in_a_sound_store_is_told_in_their_language(tmp_path):
    with closing(Store.open(f"sqlite:///{tmp_path / 'jobbvakt.db'}", clock=FixedClock(NOON))) as store:
        found = [f"{finding.what}: {finding.told}" for finding in check(store)]
    assert len(found) > 6
    assert [text for text in found if None in (mistake_in(text, "nb"), mistake_in(text, "nn"))] == []
