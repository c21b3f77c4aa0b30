"""The list of sources on a terminal: a line each that fits 80 columns, below it what went wrong or is good to know."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from textwrap import wrap

from domain.runs import Tally
from operations.source_health import SourceHealth

HEAD = ("Source", "Terms", "State", "Last run", "It brought", "Next run")
_GAP, _INDENT = 2, 4
_LEAST_WIDTH = 60
_DAY = timedelta(days=1)
_NEVER = {"off": "off", "never": "never run"}


def source_lines(found: Sequence[SourceHealth], now: datetime, width: int, contact: str) -> Iterator[str]:
    """The lines of the list, the head first, and at the end what an operator may want to do next."""
    rows = [_row(one, now) for one in found]
    widths = [max(map(len, column)) for column in zip(HEAD, *rows, strict=True)]
    yield _joined(HEAD, widths)
    for one, row in zip(found, rows, strict=True):
        yield _joined(row, widths)
        for remark in _remarks(one):
            yield from wrap(
                remark,
                max(width, _LEAST_WIDTH) - 1,
                initial_indent=" " * _INDENT,
                subsequent_indent=" " * (_INDENT + 2),
                break_long_words=False,
                break_on_hyphens=False,
            )
    yield from _what_next(found, contact)


def _row(one: SourceHealth, now: datetime) -> tuple[str, ...]:
    return (
        one.source.name,
        one.source.portal.terms.value,
        _NEVER.get(one.state, one.state),
        ago(now - one.last.started_at) if one.last else "",
        brought(one.ended.tally) if one.ended else "",
        _next(one, now),
    )


def _joined(cells: Iterable[str], widths: Sequence[int]) -> str:
    return "".join(cell.ljust(width + _GAP) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _next(one: SourceHealth, now: datetime) -> str:
    if one.next is None:
        return ""
    return ("waits: " if one.waits else "") + ahead(one.next - now)


def _remarks(one: SourceHealth) -> Iterator[str]:
    """What went wrong and what to do come before what is merely good to know."""
    if one.paused is not None and one.source.enabled:
        yield f"paused: {one.paused}"
    if one.error and one.source.enabled:
        yield f"! {one.error}"
    if one.waits:
        yield f"  {one.failures} failures in a row; to ask it at once: jobbvakt sources retry {one.source.name}"
    if one.source.portal.note:
        yield one.source.portal.note


def _what_next(found: Sequence[SourceHealth], contact: str) -> Iterator[str]:
    yield ""
    on = [one for one in found if one.source.enabled]
    if not on:
        yield "No source is on. An employer's career page becomes one: jobbvakt sources add URL"
    elif not contact and not all(one.source.allow_loopback for one in on):
        yield "No contact address is set, so portals are not asked. To set one: jobbvakt init"
    elif not any(one.last for one in found):
        yield "Nothing has been crawled yet. Begin with: jobbvakt crawl --all"
    if len(on) < len(found):
        yield "To switch one on: jobbvakt sources enable NAME (opt_in: it prints the terms and asks for your yes)"


def brought(tally: Tally) -> str:
    """What a run brought, without what it did not: ``41 ads, 3 new, 1 withdrawn``."""
    parts = ((tally.new, "new"), (tally.changed, "changed"), (tally.withdrawn, "withdrawn"))
    return ", ".join([f"{tally.seen} ads", *(f"{count} {word}" for count, word in parts if count)])


def ago(passed: timedelta) -> str:
    """``12 min ago``."""
    return "just now" if passed < timedelta(minutes=1) else f"{_span(passed)} ago"


def ahead(left: timedelta) -> str:
    """``in 12 min``; ``due`` when the moment has come."""
    return "due" if left <= timedelta(0) else f"in {_span(max(left, timedelta(minutes=1)))}"


def _span(span: timedelta) -> str:
    minutes = round(span / timedelta(minutes=1))
    if minutes < 120:
        return f"{minutes} min"
    return f"{round(span / timedelta(hours=1))} h" if span < 2 * _DAY else f"{round(span / _DAY)} days"
