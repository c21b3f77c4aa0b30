"""Facts that FINN's ad page shows beside the ad's text, and that its structured data does not hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parsel import Selector

from crawler.parsing.dates import moment_field
from crawler.parsing.text import one_line, or_none
from domain.postings import Category, Contact, Draft

_CLASSES = (("Stillingsfunksjon", "FINN"), ("Bransje", "FINN industry"))
_WHOLLY_REMOTE = ("kun hjemmekontor", "fullt hjemmekontor", "hjemmekontor")
_REDACTED = "["


@dataclass(frozen=True, slots=True)
class FinnFacts:
    """What the page says of terms, persons and classes."""

    duration: str | None
    modified: datetime | None
    categories: tuple[Category, ...]
    contacts: tuple[Contact, ...]
    remote: bool

    def of(self, draft: Draft) -> dict[str, Any]:
        """The fields of ``draft`` that the page knows better than its structured data."""
        return {
            # "FULL_TIME" is how much, "Fast" is for how long: both are said.
            "employment_type_raw": self.duration or draft.employment_type_raw,
            "date_modified": draft.date_modified or self.modified,
            "categories": draft.categories or self.categories,
            "contacts": draft.contacts or self.contacts,
            "job_location_type": draft.job_location_type or ("TELECOMMUTE" if self.remote else None),
        }


def finn_facts(document: Selector, stated: Mapping[str, str]) -> FinnFacts:
    """The facts of a saved ad page; ``stated``: its labels and values."""
    changed = document.xpath("//li[strong[starts-with(normalize-space(), 'Sist endret')]]//time")
    moment = changed.xpath("./@datetime").get() or changed.xpath("string()").get("").partition(",")[0]
    return FinnFacts(
        duration=or_none(stated.get("ansettelsesform")),
        modified=moment_field(moment, "date_modified")[0],
        categories=tuple(_categories(document)),
        contacts=tuple(_contacts(document)),
        remote=stated.get("hjemmekontor", "").casefold() in _WHOLLY_REMOTE,
    )


def _categories(document: Selector) -> Iterator[Category]:
    for label, scheme in _CLASSES:
        for name in map(one_line, _labelled(document, label).xpath("./a//text()").getall()):
            if name:
                yield Category(scheme, name, name)


def _contacts(document: Selector) -> Iterator[Contact]:
    """Persons to ask; each stands in a list of its own, with a title, a number and an address where they are shown."""
    for item in _labelled(document, "Kontaktperson"):
        around = item.xpath("ancestor::ul[1]")
        name = _value(item) or ""
        title, email, phone = (
            _first_value(around, labels) for labels in (("Stillingstittel",), ("E-post",), ("Telefon", "Mobil"))
        )
        person = Contact(name if name and not name.startswith(_REDACTED) else None, title, email, phone)
        if person.name or person.email or person.phone:
            yield person


def _first_value(around: Any, labels: tuple[str, ...]) -> str | None:
    found = (_labelled(around, label) for label in labels)
    return next((value for items in found for item in items if (value := _value(item))), None)


def _labelled(node: Any, label: str) -> Any:
    """List items whose first element is ``label``."""
    return node.xpath(f".//li[*[1][self::span][starts-with(normalize-space(), '{label}')]]")


def _value(item: Selector) -> str | None:
    """What stands behind the label of a list item."""
    texts = item.xpath("./text() | ./*[position() > 1]//text()").getall()
    return or_none(" ".join(texts).strip(" :\u00a0"))
