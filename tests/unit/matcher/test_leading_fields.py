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
        ("<p>Whoever takes the job inherits eleven advisers.</p>", 11),
        ("<p>Lederen skal ha fem medarbeidere under seg.</p>", 5),
        ("<p>Det er fire veiledere. De er flinke. De har aldri hatt en egen leder.</p>", 4),
        ("<p>Firmaet har 210 ansatte. Avdelingen har ti konsulenter. Alle inngår i ditt ansvarsområde.</p>", 10),
        ("<p>Tre teamledere rapporterer til deg, og gjennom dem 27 rådgivere.</p>", 30),
        ("<p>Fem på skranken og tre på lageret får deg som sjef.</p>", 8),
        ("<p>Företaget har idag 95 anställda i två länder.</p>", None),
        ("<p>Ansatte i avdelingen: 14</p>", 14),
        ("<p>Du har hatt personalansvar: fire år.</p>", None),
    ],
)
def test_people_of_the_job(html, people):
    assert read(html, title="Leder kundeservice").fields.people_managed == people


def test_those_who_report_to_another_are_not_the_job_s():
    text = "<p>The 25 agents report to the contact centre manager.</p>"
    assert read(text, title="Quality specialist").fields.people_managed is None
