"""How an ad in running text asks for experience of leading, and of whom it counts people."""

import pytest

from tests.unit.matcher.reading import read


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Erfaring som avdelingsleder eller i en annen lederstilling er nødvendig.", "must"),
        ("Fem år i lederjobb.", "must"),
        ("Kan du vise til at du har ledet et lag? Det må du kunne.", "must"),
        ("Fire år som leder må vi be om.", "must"),
        ("Lederbakgrunn er vi nødt til å be om.", "must"),
        ("Har du ledet en klubb eller en butikk? Vi liker det.", "nice"),
        ("Vi setter pris på erfaring som leder.", "nice"),
        ("Søkere som har ledet andre, går foran.", "nice"),
        ("Fint om du har: vært sjef for noen, jobbet i skranke.", "nice"),
        ("Ledererfaring er ikke et krav.", None),
        ("Jeg har vært sjef her i ti år.", None),
        ("Lyst til å være sjefen her?", None),
    ],
)
def test_leading_in_running_text(text, level):
    found = read(f"<p>{text}</p>").fields.leadership_experience
    assert (None if found is None else str(found)) == level


@pytest.mark.parametrize(
    ("html", "people"),
    [
        ("<ul><li>Lederansvar for fem rådgivere i Moss</li><li>Lederansvar for fire rådgivere i Halden</li></ul>", 9),
        ("<p>Vi er 60 ansatte, og vi trenger en ny leder.</p><p>Du får ansvaret for et team på ni rådgivere.</p>", 9),
        ("<h3>Om jobben</h3><p>18 saksbehandlere, tre gruppeledere, 90 000 saker i året.</p>", 21),
        ("<table><tr><td>Direkte underlagte</td><td>7</td></tr></table>", 7),
    ],
)
def test_people_of_the_job(html, people):
    assert read(html, title="Leder kundeservice").fields.people_managed == people


def test_those_who_report_to_another_are_not_the_job_s():
    text = "<p>The 25 agents report to the contact centre manager.</p>"
    assert read(text, title="Quality specialist").fields.people_managed is None
