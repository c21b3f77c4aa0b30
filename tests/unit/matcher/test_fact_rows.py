"""Facts in rows of a label and a value, in every markup that portals and recruiters set them in."""

import pytest

from tests.unit.matcher.reading import read

LAYOUTS = {
    "th": ("<table>{}</table>", "<tr><th>{}</th> <td>{}</td></tr>"),
    "td": ("<table>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
    "bold td": ("<table>{}</table>", "<tr><td><b>{}</b></td><td>{}</td></tr>"),
    "paragraphs in td": ("<table>{}</table>", "<tr><td><p>{}:</p></td><td><p>{}</p></td></tr>"),
    "dl": ("<dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>"),
    "lines": ("<p>{}</p>", "{}: {}<br>"),
    "bold lines": ("<p>{}</p>", "<strong>{}:</strong> {}<br>"),
    "list": ("<h3>Fakta</h3><ul>{}</ul>", "<li>{}: {}</li>"),
    "list about the job": ("<h3>Om stillingen</h3><ul>{}</ul>", "<li><b>{}</b>: {}</li>"),
    "headings": ("{}", "<h4>{}</h4><p>{}</p>"),
}
ROWS = {
    "nb": (
        "Ansettelse|Fast;Omfang|80 %;Arbeidstid|Dagtid, turnus inngår ikke;Arbeidssted|Hamar, med hjemmekontor to "
        "dager "
        "i uka;Lønn|650 000-700 000;Personalansvar|12 rådgivere;Antall stillinger|2;Søknadsfrist|10. desember",
        ("permanent", 80, False, "hybrid", 650_000, 12, 2),
    ),
    "nb, a substitute": (
        "Stillingstype|Vikariat;Stillingsprosent|100 %;Arbeidstid|Todelt turnus;Hjemmekontor|Nei;Lønn|Kr 56 000 per "
        "måned;Du leder|Ti rådgivere og en teamleder;Stillinger|1;Frist|10.12.2026",
        ("substitute", 100, True, "onsite", 56_000, 11, 1),
    ),
    "nb, for a time": (
        "Type|Engasjement, 12 måneder;Stillingsstørrelse|60 prosent;Vakt|Hver fjerde helg;Sted|Fysisk oppmøte på Hamar;"
        "Timelønn|280 kr;Team|8 personer under deg;Søk innen|10. desember",
        ("temporary", 60, True, "onsite", 280, 8, None),
    ),
    "en": (
        "Contract|Permanent;Hours|Full-time, Monday to Friday 8-16;Location|Oslo, hybrid;Salary|NOK 700,000;"
        "Team|12 agents report to you;Number of positions|1;Closing date|10 December",
        ("permanent", 100, False, "hybrid", 700_000, 12, 1),
    ),
    "sv": (
        "Anställning|Tillsvidare, heltid;Arbetstid|Vardagar 8-17;Arbetsplats|Malmö, på plats;Lön|45 000 kr/mån;"
        "Personalansvar|12 medarbetare;Antal tjänster|1;Ansök senast|10 december",
        ("permanent", 100, False, "onsite", 45_000, 12, 1),
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ROWS)
def test_rows_are_read_whatever_their_markup(language, layout):
    (around, row), (rows, expected) = LAYOUTS[layout], ROWS[language]
    html = around.format("".join(row.format(*pair.split("|")) for pair in rows.split(";")))
    fields = read(f"<p>Vi søker leder for kundeservice.</p>{html}").fields
    assert (
        fields.employment_type,
        fields.extent_percent and fields.extent_percent[0],
        fields.shift_work,
        fields.remote,
        fields.salary and fields.salary.minimum,
        fields.people_managed,
        fields.positions,
    ) == expected
    assert str(fields.deadline) == "2026-12-10"


@pytest.mark.parametrize(
    "html",
    [
        "<h3>Lønn og betingelser</h3><p>Vi betaler etter avtale.</p>",
        "<h3>Team</h3><p>Vi er 40 kolleger i tre land.</p>",
        "<h3>Arbeidstid</h3><p>Kundesenteret har fleksitid.</p>",
        "<h2>Team Leader</h2><p>Bli med oss.</p>",
    ],
)
def test_a_heading_is_no_row(html):
    fields = read(html).fields
    assert (fields.salary, fields.people_managed, fields.shift_work, fields.remote) == (None, None, None, None)
