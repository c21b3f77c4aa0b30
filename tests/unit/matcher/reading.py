"""Short ways to read a sentence or an ad in tests."""

from datetime import date

from domain.matching import AdText, Reading
from domain.postings import Place
from matcher.occupation import load_occupation
from matcher.reader import Reader

PUBLISHED = date(2026, 11, 16)
_READER = Reader(load_occupation())


def read(html: str, title: str = "Kundeservicesjef", **fields: object) -> Reading:
    """Read an ad with this description."""
    return _READER.read(AdText(title=title, description_html=html, **{"published": PUBLISHED, **fields}))


def asked(html: str) -> dict[str, str]:
    """Quote → modality of the mentions under a heading of requirements."""
    reading = read(f"<h3>Kvalifikasjoner</h3><ul><li>{html}</li></ul>")
    return {mention.span.quote: str(mention.modality) for mention in reading.mentions}


def place(city: str, code: str | None = None) -> Place:
    return Place(city=city, postal_code=code)
