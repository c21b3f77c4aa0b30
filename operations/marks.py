"""The marks of a run's ads, counted ad by ad, employer by employer and partner by partner."""

from collections import Counter
from urllib.parse import urlsplit

from domain.contract import ADS, ALL, EMPLOYERS, PARTNERS, by_voice, size_of, sized, square_of, unlike
from domain.postings import Draft
from domain.traits import marks_of, sizes_of

MEASURED_ALL = 1000
MEASURED_EVERY = 8
"""After the first thousand ads of a run every eighth tells enough: what is measured are shares."""


class Marks:
    """Two counts of marks that only grow: of the ads that were new or said something new, and of all that were read."""

    def __init__(self) -> None:
        self._fresh, self._whole = _Count(), _Count()
        self._added = 0

    @property
    def stated(self) -> dict[str, int]:
        """As :class:`domain.contract.Yield` holds them."""
        return {**self._fresh.count, **{ALL + name: count for name, count in self._whole.count.items()}}

    def add(self, draft: Draft, *, fresh: bool) -> None:
        """Count one ad."""
        self._added += 1
        if self._added > MEASURED_ALL and self._added % MEASURED_EVERY:
            return
        marks, sizes = marks_of(draft), sizes_of(draft)
        for count in (self._whole, self._fresh) if fresh else (self._whole,):
            count.add(draft, marks, sizes)


class _Count:
    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self._said: set[int] = set()
        self._borne: dict[tuple[str, str], set[str]] = {}
        """Employer or partner → its marks; the names of marks are few, so each set is small."""

    def add(self, draft: Draft, marks: list[str], sizes: dict[str, int]) -> None:
        marks = [*marks, *self._unlike(draft)]
        self.count.update(marks)
        self.count[ADS] += 1
        for name, size in sizes.items():
            self.count[size_of(name)] += size
            self.count[square_of(name)] += size * size
            self.count[sized(name)] += 1
        own = f"of {draft.source_ref}"
        self._speak(EMPLOYERS, draft.employer or own, marks)
        self._speak(PARTNERS, _host(draft.apply_url) or own, marks)

    def _unlike(self, draft: Draft) -> list[str]:
        """What this ad says as the first of the run."""
        said = {
            "title": draft.title,
            "employer": draft.employer,
            "text": draft.description_html or draft.summary,
            "apply_url": draft.apply_url,
        }
        keys = {name: hash((name, value)) for name, value in said.items() if value}
        first = [unlike(name) for name, key in keys.items() if key not in self._said]
        self._said.update(keys.values())
        return first

    def _speak(self, group: str, name: str, marks: list[str]) -> None:
        """One voice for each mark, however many of the ads bear it."""
        borne = self._borne.get((group, name))
        if borne is None:
            self.count[group] += 1
            borne = self._borne[group, name] = set()
        if fresh := set(marks) - borne:
            borne |= fresh
            self.count.update(by_voice(mark, group) for mark in fresh)


def _host(address: str | None) -> str:
    """Without the employer's own part: "acme.recruiter.example" is recruiter.example."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return ""
    return ".".join(host.split(".")[-2:])
