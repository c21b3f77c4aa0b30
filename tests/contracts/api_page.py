"""``docs/reference/api.md``: every route of the API, written from its OpenAPI document and never by hand."""

from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "api.md"
REWRITE = "JOBBVAKT_API_PAGE"
HEAD = """# API

Every route below `/api/v1`, written from the OpenAPI document by a test, which also fails when this page is behind:
`{rewrite}=1 python -m pytest tests/contracts/test_api_verbs.py`. How lists, problems,
keys and limits work is told in [Pages and API](../pages.md). *Who* is whom the route lets in, *scope* what a key
needs; *paging* stands for `limit`, `after` and `fields`, *search* for the names of the search page's address.

"""
SEARCH = {"v", "q", "published", "min_score", "salary_min", "pay_stated", "closed", "sort"}
PAGING = {"limit", "after", "fields"}


def written(document):
    """The page."""
    groups = {}
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            groups.setdefault(told["tags"][0], []).append((path.removeprefix("/api/v1"), method.upper(), told))
    parts = [line for group, routes in groups.items() for line in _table(group, routes)]
    return HEAD.format(rewrite=REWRITE) + "\n".join(parts) + "\n"


def _table(group, routes):
    yield f"## {group.capitalize()}\n"
    yield "| route | who | scope | parameters | gives | what it does |"
    yield "|---|---|---|---|---|---|"
    for path, method, told in routes:
        does = " ".join(told["description"].split()).replace("``", "`")
        who, scope = told["x-access"].replace("_", " "), told["x-scope"]
        yield f"| `{method} {path}` | {who} | {scope} | {_takes(told)} | {_gives(told)} | {does} |"
    yield ""


def _takes(told):
    names = [item["name"] for item in told.get("parameters", []) if item["in"] != "path"]
    found = []
    if set(names) >= SEARCH:
        found, names = ["*search*"], [name for name in names if name not in _search_names(told)]
    if set(names) >= PAGING:
        found, names = [*found, "*paging*"], [name for name in names if name not in PAGING]
    body = told.get("requestBody", {}).get("content", {})
    found += [f"`{name}`" for name in names]
    found += [f"body {_named(kind['schema'])}" for kind in body.values()]
    return ", ".join(found)


def _search_names(told):
    several = {item["name"] for item in told["parameters"] if item["schema"].get("type") == "array"}
    return SEARCH | several


def _gives(told):
    status, answer = next((status, answer) for status, answer in told["responses"].items() if status.startswith("2"))
    kinds = [_named(kind.get("schema", {})) or "file" for kind in answer.get("content", {}).values()]
    return f"{status} {', '.join(dict.fromkeys(kinds))}".strip()


def _named(schema):
    name = schema.get("$ref", "").rpartition("/")[2]
    return f"`{name}`" if name else ("list" if schema.get("type") == "array" else schema.get("type", ""))
