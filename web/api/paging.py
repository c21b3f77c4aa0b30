"""Lists of the API: ``{items, total, next}``, a page at a time, with the fields that were asked for."""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any

from fastapi import Depends, Query, Response
from pydantic import BaseModel, create_model
from starlette.requests import Request

from domain.errors import NothingFoundError, UsageError
from web.api.answers import given

MOST = 100


@dataclass(frozen=True, slots=True)
class Paging:
    """What of a list is wanted."""

    limit: int
    after: list[Any] | None
    fields: tuple[str, ...]


def _paging(
    limit: Annotated[int, Query(ge=1, le=MOST, description="Items of one page")] = 20,
    after: Annotated[str | None, Query(max_length=1000, description="``next`` of the page before")] = None,
    fields: Annotated[str | None, Query(max_length=300, description="Names of fields, parted by commas")] = None,
) -> Paging:
    return Paging(limit, None if after is None else from_cursor(after), names_in(fields))


def names_in(fields: str | None) -> tuple[str, ...]:
    """The names of ``fields``; none when it is not given."""
    return () if fields is None else tuple(dict.fromkeys(fields.split(",")))


Paged = Annotated[Paging, Depends(_paging)]


@cache
def listed(model: type[BaseModel], *, facets: bool = False) -> type[BaseModel]:
    """The shape of a list of ``model``; a caller who asked for some fields gets no others."""
    name = f"{model.__name__}Search" if facets else f"{model.__name__}List"
    some: Any = partial_of(model)
    shape: dict[str, Any] = {"items": (list[some], ...), "total": (int, ...), "next": (str | None, ...)}
    if facets:
        shape["facets"] = (dict[str, dict[str, int]] | None, None)
    told = "A page of a list. ``next``: pass it as ``after`` for the page that follows; null on the last one."
    return create_model(name, __doc__=told, **shape)


@cache
def partial_of(model: type[BaseModel]) -> type[BaseModel]:
    """The same shape with every field optional."""
    some = create_model(f"{model.__name__}Fields", __base__=model, __doc__=model.__doc__)
    some.model_config["json_schema_extra"] = _all_optional
    some.model_rebuild(force=True)
    return some


def _all_optional(schema: dict[str, Any]) -> None:
    schema.pop("required", None)


def page_of(
    request: Request,
    model: type[BaseModel],
    items: Iterable[BaseModel],
    paging: Paging,
    *,
    total: int,
    following: Sequence[Any] | None,
    **more: Any,
) -> Response:
    """One page that was read from the store as such; ``following`` is the key of its last item where more follow."""
    cursor = None if following is None else to_cursor(following)
    _check(model, paging.fields)
    shown = [chosen(model, item.model_dump(mode="json"), paging.fields) for item in items]
    link = {} if cursor is None else {"Link": f'<{request.url.include_query_params(after=cursor)}>; rel="next"'}
    return given(request, {"items": shown, "total": total, "next": cursor, **more}, headers=link)


def page_from(
    request: Request, model: type[BaseModel], items: Sequence[BaseModel], paging: Paging, identity: str = "id"
) -> Response:
    """One page of a list that is small enough to be had whole. A list that changes meanwhile is gone on with."""
    start = 0 if paging.after is None else _place(items, paging.after, identity)
    shown = items[start : start + paging.limit]
    more = start + paging.limit < len(items)
    following = [start + paging.limit - 1, str(getattr(shown[-1], identity))] if more and shown else None
    return page_of(request, model, shown, paging, total=len(items), following=following)


def _place(items: Sequence[BaseModel], key: Sequence[Any], identity: str) -> int:
    """Where the page after ``key`` begins: behind its item, or where that was if it is gone."""
    if len(key) != 2 or not isinstance(key[0], int) or not 0 <= key[0] < 2**31:
        raise unreadable()
    known = [place for place, item in enumerate(items) if str(getattr(item, identity)) == key[1]]
    # Several may have the same identity: the one nearest to where it stood is meant.
    return min(known, key=lambda place: abs(place - key[0])) + 1 if known else key[0]


def chosen(model: type[BaseModel], body: Mapping[str, Any], fields: Sequence[str]) -> Mapping[str, Any]:
    """The fields asked for, all when none are named. Raises UsageError for one that there is not."""
    _check(model, fields)
    return {name: body[name] for name in fields} if fields else body


def _check(model: type[BaseModel], fields: Sequence[str]) -> None:
    unknown = next((name for name in fields if name not in model.model_fields), None)
    if unknown is not None:
        told = ", ".join(model.model_fields)
        raise UsageError("there is no such field", which=unknown[:60], remedy=f"fields: {told}")


def to_cursor(key: Sequence[Any]) -> str:
    """Where the next page goes on, opaque to callers."""
    plain = [
        {"d": item.isoformat()}
        if isinstance(item, date) and not isinstance(item, datetime)
        else {"t": item.isoformat()}
        if isinstance(item, datetime)
        else item
        for item in key
    ]
    return base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


def from_cursor(text: str) -> list[Any]:
    """The key of ``to_cursor``. Raises NothingFoundError for anything else."""
    try:
        plain = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        return [_restored(item) for item in plain]
    except (ValueError, TypeError, KeyError, AttributeError, binascii.Error, RecursionError) as error:
        raise unreadable() from error


def unreadable() -> NothingFoundError:
    """The cursor is not one of ours, or of another list."""
    return NothingFoundError(
        "there is no such page of the list", which="after", remedy="pass the value of 'next' as it was given"
    )


def _restored(item: Any) -> Any:
    if isinstance(item, dict):
        return date.fromisoformat(item["d"]) if "d" in item else datetime.fromisoformat(item["t"])
    whole = isinstance(item, int) and not isinstance(item, bool) and abs(item) < 2**53
    if not whole and not isinstance(item, str):
        raise ValueError("not a key")
    return item
