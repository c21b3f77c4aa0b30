"""Plots as numbers: where bars and labels stand. The template draws them as SVG, with a table of the same beneath."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT = 720, 240
LEFT, BOTTOM, TOP = 44, 28, 10
WIDEST = 96
"""Of a bar: a lone one is no wall."""
CLASSES = ("a", "b", "c", "d", "e", "f")
"""Colours by class; the sixth is for everything else."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    told: str
    """What a pointer that rests there is told."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing, and the table that says the same."""

    bars: tuple[Bar, ...]
    below: tuple[Label, ...]
    beside: tuple[Label, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()
    """(class, name) of each series."""
    width: int = WIDTH
    height: int = HEIGHT


def stacked(columns: Sequence[tuple[str, Mapping[str, int]]], names: Sequence[str], first: str, others: str) -> Plot:
    """One bar a column, stacked by series: the first five names, and ``others`` for the rest."""
    shown = [*names[: len(CLASSES) - 1]]
    rest = len(names) > len(shown)
    series = [*shown, others] if rest else shown
    table = [
        (label, [*(counts.get(name, 0) for name in shown)] + ([_rest(counts, shown)] if rest else []))
        for label, counts in columns
    ]
    top = nice(max((sum(row) for _, row in table), default=1))
    step = (WIDTH - LEFT) / max(1, len(table))
    width = min(step * 0.8, WIDEST)
    bars: list[Bar] = []
    for place, (label, row) in enumerate(table):
        base = 0
        for number, count in enumerate(row):
            if count:
                x, height = LEFT + place * step + (step - width) / 2, _tall(count, top)
                told = f"{label}, {series[number]}: {count}"
                bars.append(
                    Bar(x, _y(base + count, top), width, height, CLASSES[_class(number, len(series), rest)], told)
                )
            base += count
    legend = tuple((CLASSES[_class(number, len(series), rest)], name) for number, name in enumerate(series))
    rows = tuple((label, *row, sum(row)) for label, row in table)
    return Plot(
        tuple(bars), _below([label for label, _ in table], step), _beside(top), (first, *series, "Σ"), rows, legend
    )


@dataclass(frozen=True, slots=True)
class Strip:
    """A small drawing beside the hits, and what it says in a line."""

    bars: tuple[Bar, ...]
    rows: tuple[tuple[str, int], ...]
    told: str
    width: int
    height: int


def strip(rows: Sequence[tuple[str, int]], first: str) -> Strip:
    """Bars without axes, the last one in another colour; it is said in words beside them."""
    step, height = 20, 56
    top = max((count for _, count in rows), default=0) or 1
    bars = tuple(
        Bar(
            place * step,
            round(height - max(2.0, height * count / top), 1),
            step - 4,
            round(max(2.0, height * count / top), 1),
            "a" if place == len(rows) - 1 else "f",
            f"{first} {label}: {count}",
        )
        for place, (label, count) in enumerate(rows)
    )
    told = ", ".join(f"{label}: {count}" for label, count in rows)
    return Strip(bars, tuple(rows), told, step * len(rows), height)


def histogram(numbers: Sequence[float], width: float, head: tuple[str, str]) -> Plot:
    """How many of ``numbers`` lie in each step of ``width``."""
    if not numbers:
        return Plot((), (), (), head, ())
    low = floor(min(numbers) / width)
    counts: dict[int, int] = {}
    for value in numbers:
        counts[floor(value / width)] = counts.get(floor(value / width), 0) + 1
    steps = range(low, max(counts) + 1)
    told = [(f"{_plain(step * width)}–{_plain((step + 1) * width)}", {"n": counts.get(step, 0)}) for step in steps]
    plot = stacked(told, ["n"], head[0], "")
    rows = tuple((label, count["n"]) for label, count in told)
    return Plot(plot.bars, plot.below, plot.beside, head, rows)


def lying(rows: Sequence[tuple[str, int]], head: tuple[str, str]) -> Plot:
    """Bars that lie, one below the other, with their names before them."""
    top = max((count for _, count in rows), default=1) or 1
    name_width, line = 260, 24
    bars = tuple(
        Bar(
            name_width,
            place * line + 4,
            max(1.0, (WIDTH - name_width - 60) * count / top),
            line - 8,
            "a",
            f"{name}: {count}",
        )
        for place, (name, count) in enumerate(rows)
    )
    names = tuple(Label(name_width - 8, place * line + 17, name[:38]) for place, (name, _) in enumerate(rows))
    ends = tuple(
        Label(bar.x + bar.width + 6, bar.y + 13, str(count)) for bar, (_, count) in zip(bars, rows, strict=True)
    )
    return Plot(bars, ends, names, head, tuple(rows), height=max(line, line * len(rows)))


@dataclass(frozen=True, slots=True)
class Box:
    """A line of pay: the middle half of a group, its median, and marks of single figures beside it."""

    low: float
    median: float
    high: float
    marks: tuple[tuple[float, float, str], ...]
    """(from, to, kind)."""


def box(quartiles: tuple[float, float, float], marks: Sequence[tuple[float, float, str]], width: int = 320) -> Box:
    """Where everything stands on a line of ``width``, with a little room at both ends."""
    every = [*quartiles, *(value for low, high, _ in marks for value in (low, high))]
    least, most = min(every), max(every)
    room = (most - least or 1) * 0.06

    def at(value: float) -> float:
        return round(width * (value - least + room) / (most - least + 2 * room), 1)

    low, median, high = (at(value) for value in quartiles)
    return Box(low, median, high, tuple((at(begin), at(end), kind) for begin, end, kind in marks))


def nice(value: float) -> int:
    """The next round number above, for the top of an axis."""
    if value <= 5:
        return max(1, ceil(value))
    step = 10 ** floor(log10(value))
    return int(next(step * factor for factor in (1, 2, 2.5, 5, 10) if step * factor >= value))


def _rest(counts: Mapping[str, int], shown: Sequence[str]) -> int:
    return sum(count for name, count in counts.items() if name not in shown)


def _class(number: int, series: int, rest: bool) -> int:
    return len(CLASSES) - 1 if rest and number == series - 1 else number


def _tall(count: float, top: int) -> float:
    return round((HEIGHT - BOTTOM - TOP) * count / top, 2)


def _y(count: float, top: int) -> float:
    return round(HEIGHT - BOTTOM - _tall(count, top), 2)


def _below(labels: Sequence[str], step: float) -> tuple[Label, ...]:
    widest = max((len(label) for label in labels), default=0)
    every = max(1, ceil(len(labels) * (widest * 7 + 14) / (WIDTH - LEFT)))
    return tuple(
        Label(round(LEFT + (place + 0.5) * step, 1), HEIGHT - 8, label)
        for place, label in enumerate(labels)
        if place % every == 0
    )


def _beside(top: int) -> tuple[Label, ...]:
    marks = sorted({0, top // 2, top})
    return tuple(Label(LEFT - 6, _y(mark, top) + 4, str(mark)) for mark in marks)


def _plain(value: float) -> str:
    return f"{value:,.0f}".replace(",", "\u00a0")
