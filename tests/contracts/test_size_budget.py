"""Files and functions stay small enough to be read at one go; broad excepts and suppressions stay rare."""

import ast
import io
import re
import statistics
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("alerts", "cli", "crawler", "domain", "matcher", "operations", "storage", "web")
GENERATED = ROOT / "storage" / "migrations" / "versions"
"""A migration is a record of one day, never edited again; it does not count."""
MOST_BROAD_EXCEPTS = 5
MOST_SUPPRESSIONS = 20
NO_BROAD_EXCEPTS = ("domain", "matcher", "crawler/portals")
_BROAD = {"Exception", "BaseException"}
_SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore)")


def product_files():
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    files += [ROOT / "scheduler.py", ROOT / "settings.py"]
    return [path for path in files if not path.is_relative_to(GENERATED)]


def named(path):
    return path.relative_to(ROOT).as_posix()


def code_lines(source):
    """Lines that hold code: neither blank, nor comment, nor docstring."""
    skipped = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING}
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in skipped and token.type != tokenize.ENDMARKER:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - docstring_lines(ast.parse(source)))


def docstring_lines(tree):
    lines = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else []:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                lines.update(range(statement.lineno, (statement.end_lineno or 0) + 1))
    return lines


def functions(path):
    """(name, lines from ``def`` to the end) of every function of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield f"{named(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def broad_excepts(source):
    """Lines of handlers that catch more than they can know."""
    handlers = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ExceptHandler)]
    return [node.lineno for node in handlers if is_broad(node.type)]


def is_broad(caught):
    if isinstance(caught, ast.Tuple):
        return any(is_broad(name) for name in caught.elts)
    return caught is None or (isinstance(caught, ast.Name) and caught.id in _BROAD)


def p90(values):
    return statistics.quantiles(values, n=10)[-1]


@pytest.fixture(scope="module")
def file_sizes():
    return {named(path): code_lines(path.read_text(encoding="utf-8")) for path in product_files()}


@pytest.fixture(scope="module")
def function_sizes():
    return dict(item for path in product_files() for item in functions(path))


def test_no_file_is_longer_than_400_lines():
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in product_files()}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_files_are_small_as_a_rule(file_sizes):
    sizes = [size for name, size in file_sizes.items() if not name.endswith("__init__.py")]
    assert statistics.median(sizes) <= 90
    assert p90(sizes) <= 250


def test_no_function_is_longer_than_60_lines(function_sizes):
    assert {name: size for name, size in function_sizes.items() if size > 60} == {}


def test_functions_are_short_as_a_rule(function_sizes):
    assert statistics.median(function_sizes.values()) <= 9
    assert p90(list(function_sizes.values())) <= 30


def test_a_portal_is_at_most_60_lines():
    portals = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in portal_files()}
    assert portals
    assert {name: length for name, length in portals.items() if length > 60} == {}


def portal_files():
    return list((ROOT / "crawler" / "portals").glob("*.py"))


def test_broad_excepts_are_rare_and_absent_where_decisions_are_made():
    sources = {named(path): path.read_text(encoding="utf-8") for path in product_files()}
    found = [f"{name}:{line}" for name, source in sources.items() for line in broad_excepts(source)]
    assert len(found) <= MOST_BROAD_EXCEPTS, found
    assert [place for place in found if place.startswith(NO_BROAD_EXCEPTS)] == []


def test_suppressed_warnings_are_counted():
    found = [
        f"{named(path)}:{number}"
        for path in product_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _SUPPRESSION.search(line)
    ]
    assert len(found) <= MOST_SUPPRESSIONS, found


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x = 1\n", 1),
        ("# why\n\nx = 1\n", 1),
        ('"""Doc."""\nx = (\n    1\n)\n', 3),
        ("def f():\n    '''d'''\n    return 1\n", 2),
    ],
)
def test_only_code_is_counted(source, lines):
    assert code_lines(source) == lines


@pytest.mark.parametrize(
    "clause", ["except Exception:", "except BaseException as error:", "except:", "except (OSError, Exception):"]
)
def test_every_form_of_a_broad_except_is_found(clause):
    assert broad_excepts(f"try:\n    pass\n{clause}\n    pass\n") == [3]


def test_a_narrow_except_is_not_broad():
    assert broad_excepts("try:\n    pass\nexcept (OSError, ValueError):\n    pass\n") == []
