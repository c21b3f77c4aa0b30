"""How people put it: banks of phrases in five languages, one file a field, with counter-examples among them.

A line is ``what is read | phrase``; ``-`` stands for nothing. ``Heading :: phrase`` is an item under that heading. The
phrases stand in no labelled ad. ``asked`` says how things are asked, ``certifications`` how each certificate is.
"""

from pathlib import Path

import pytest

from matcher.headings import HeadingReader
from tests.unit.matcher.reading import read

FOLDER = Path(__file__).parent / "phrases"


def under(heading, phrase):
    if " :: " in phrase:
        heading, phrase = phrase.split(" :: ")
    return read(f"<h3>{heading}</h3><ul><li>{phrase}</li></ul>").fields


def told(phrase, before=""):
    if " :: " in phrase:
        return under("", phrase)
    return read(f"{before}<p>{phrase}</p>").fields


def people(phrase):
    return told(phrase, "<h3>Om stillingen</h3>").people_managed


def shift(phrase):
    return {True: "yes", False: "no", None: None}[told(phrase).shift_work]


def replaceable(phrase):
    asked = told(f"{phrase}.", "<h3>Krav</h3><p>Utdanning på bachelornivå.</p>")
    return "yes" if asked.education_substitutable else "no"


def languages(phrase):
    asked = under("Krav", phrase).languages
    return ", ".join(sorted(f"{item.language} {item.level}" for item in asked)) or None


def remote(phrase):
    return told(phrase).remote


def pay(phrase):
    stated = told(phrase).salary
    if stated is None:
        return None
    bounds = ("-" if bound is None else f"{bound:.10g}" for bound in (stated.minimum, stated.maximum))
    return " ".join((*bounds, stated.currency, stated.period))


def leading(phrase):
    return under("Krav", phrase).leadership_experience


def years(phrase):
    asked = told(phrase).experience_years
    return None if asked is None else f"{asked:g}"


def employment(phrase):
    return told(phrase).employment_type


def extent(phrase):
    share = told(phrase).extent_percent
    return share and " ".join(f"{bound:g}" for bound in share)


def positions(phrase):
    return told(phrase).positions


def deadline(phrase):
    fields = told(phrase)
    return f"{fields.deadline_kind} {fields.deadline or ''}".strip()


def mentions(phrase):
    heading, item = phrase.split(" :: ") if " :: " in phrase else ("", "")
    return read(f"<h3>{heading}</h3><ul><li>{item}</li></ul>" if item else f"<p>{phrase}</p>").mentions


def certifications(phrase):
    return ", ".join(sorted(str(item.modality) for item in mentions(phrase) if item.kind == "certification")) or None


def asked(phrase):
    return ", ".join(sorted({str(item.modality) for item in mentions(phrase)})) or None


def headings(phrase):
    return HeadingReader().section_of(phrase)


READERS = (
    people, leading, deadline, shift, replaceable, languages, remote, pay, years, employment, extent, positions,
    certifications, asked, headings
)  # fmt: skip


def rows():
    for reader in READERS:
        for line in (FOLDER / f"{reader.__name__}.txt").read_text(encoding="utf-8").splitlines():
            expected, phrase = line.split(" | ", 1)
            yield pytest.param(reader, expected, phrase, id=f"{reader.__name__}: {phrase}")


@pytest.mark.parametrize(("reader", "expected", "phrase"), tuple(rows()))
def test_what_a_phrase_says(reader, expected, phrase):
    found = reader(phrase)
    wanted = ", ".join(sorted(expected.split(", ")))
    assert ("-" if found is None else str(found)) == wanted


def test_every_bank_is_read():
    assert {path.stem for path in FOLDER.glob("*.txt")} == {reader.__name__ for reader in READERS}
