"""Sentences told in one language, told anew in another: by templates with places that are filled in."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Sort = Callable[[str, str], str | None]
"""(what stands in the place, language) → the same in that language; None where it cannot be told."""
ANYTHING = ".+"


def as_it_is(value: str, _language: str) -> str | None:
    """A name or a number: the same in every language."""
    return value


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a template: what may stand there, and how it is told."""

    form: str = ANYTHING
    tell: Sort = as_it_is


class Retelling:
    """Templates, the more particular ones first, each with its counterpart in other languages."""

    def __init__(self, lines: Sequence[tuple[str, Mapping[str, str]]], places: Mapping[str, Place]) -> None:
        self._places = places
        self._lines = [(self._pattern(template), told) for template, told in lines]

    def tell(self, text: str, language: str) -> str | None:
        """``text`` in ``language``; None where no template fits."""
        for pattern, told in self._lines:
            found = pattern.fullmatch(text)
            if found and language in told:
                values = {name: self._places[name].tell(value, language) for name, value in found.groupdict().items()}
                if None not in values.values():
                    return told[language].format(**values)
        return None

    def _pattern(self, template: str) -> re.Pattern[str]:
        pieces = re.split(r"\{([a-z]+)\}", template)
        return re.compile(
            "".join(
                f"(?P<{piece}>{self._places[piece].form})" if place % 2 else re.escape(piece)
                for place, piece in enumerate(pieces)
            ),
            re.DOTALL,
        )
