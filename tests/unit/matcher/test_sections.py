"""What part of the ad a sentence stands in."""

import pytest

from matcher.headings import HeadingReader
from matcher.passages import announce, divide
from matcher.sections import Section
from matcher.text import read_html

HEADINGS = HeadingReader()


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Kvalifikasjoner:", Section.MUST),
        ("For å lykkes bør du ha", Section.NICE),
        ("Ynskte kvalifikasjonar", Section.NICE),
        ("Vi vill att du", Section.MUST),
        ("Hva bør du kunne?", Section.MUST),
        ("Vi ser etter deg som har", Section.MUST),
        ("Ønska kvalifikasjonar", Section.NICE),
        ("Ønskelig, men ikke krav", Section.NICE),
        ("Nice to have", Section.NICE),
        ("Arbeidsoppgåver", Section.TASKS),
        ("Dina arbetsuppgifter", Section.TASKS),
        ("Dine opgaver", Section.TASKS),
        ("What you'll do", Section.TASKS),
        ("Vi erbjuder", Section.OFFER),
        ("Personlige egenskaper", Section.TRAITS),
        ("Du trenger ikke", Section.NEGATED),
        ("Om Fjordnes Fiber", Section.EMPLOYER),
        ("Me tilbyr", Section.OFFER),
        ("Det vil bli lagt vekt på", Section.NICE),
        ("Vi ønsker deg som", Section.WISH),
        ("Nice-to-haves", Section.NICE),
        ("Must-haves", Section.MUST),
        ("Vi tænker, at du", Section.MUST),
        ("Hva får du?", Section.OFFER),
        ("Godt å vite", Section.PRACTICAL),
        ("Har du lyst til å jobbe i et hus med utsikt?", Section.NONE),
    ],
)
def test_headings_in_five_languages(heading, section):
    assert HEADINGS.section_of(heading) is section


def sections(html):
    shown = read_html(html)
    return [
        (block.text[passage.start : passage.end], passage.section, passage.listed)
        for block, mark in zip(shown.blocks, announce(shown.blocks, HEADINGS), strict=True)
        for passage in divide(block.text, block.shape, mark, HEADINGS)
        if passage.section is not Section.HEADING
    ]


def test_we_wish_asks_unless_something_was_asked_before():
    wish = "<h3>Vi ønsker</h3><ul><li>Tysk</li></ul>"
    assert sections(wish) == [("Tysk", Section.MUST, True)]
    assert sections("<h3>Vi krever</h3><ul><li>Norsk</li></ul>" + wish)[-1] == ("Tysk", Section.NICE, True)


def test_what_is_given_is_not_asked_even_without_a_heading():
    found = sections("<p>Krav:</p><p>Fagbrev.</p><p>Vi tilbyr lunsj. Oppstart nå.</p>")
    assert [section for _, section, _ in found] == [Section.MUST, Section.OFFER, Section.OFFER]


@pytest.mark.parametrize(
    ("items", "section"),
    [
        (("Fast stilling på heltid", "Lønn 600 000 kroner", "Fri i romjula"), Section.PRACTICAL),
        (("Full-time, permanent", "NOK 600k", "Hybrid in Bergen"), Section.PRACTICAL),
        (("Lede teamet", "Følge opp klager", "Lønn til rett tid"), Section.TASKS),
        (("Erfaring fra hotell", "Godt humør", "Norsk og engelsk"), Section.MUST),
    ],
)
def test_a_list_under_an_unknown_heading_tells_by_its_items(items, section):
    listed = "".join(f"<li>{item}</li>" for item in items)
    assert {found[1] for found in sections(f"<h3>Torsdagskos</h3><ul>{listed}</ul>")} == {section}


def test_a_paragraph_after_the_list_is_not_under_the_heading_any_more():
    found = sections("<h3>Krav</h3><ul><li>Norsk</li></ul><p>Vi gleder oss.</p>")
    assert found == [("Norsk", Section.MUST, True), ("Vi gleder oss.", Section.MUST, False)]


def test_a_short_line_above_a_list_is_a_heading():
    assert sections("<p>Du må ha:</p><ul><li>Norsk</li></ul>") == [("Norsk", Section.MUST, True)]


def test_a_run_in_heading_speaks_for_its_sentence_alone():
    found = sections("<p>Krav: norsk. Ønskelig: engelsk. Vi har kantine.</p>")
    assert [item[1] for item in found] == [Section.MUST, Section.NICE, Section.NONE]


@pytest.mark.parametrize(
    ("items", "section"),
    [
        (("Minst tre års erfaring", "God norsk"), Section.MUST),
        (("Svare kunder", "Lage rapporter"), Section.TASKS),
        (("Personal- og budsjettansvar", "Utvikle gode rutiner"), Section.TASKS),
    ],
)
def test_a_list_without_heading_is_judged_by_its_items(items, section):
    found = sections("<p>Hei.</p><ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
    assert {item[1] for item in found[1:]} == {section}


def test_a_second_list_after_the_demands_wishes_whatever_stands_above_it():
    found = sections(
        "<h3>Krav</h3><ul><li>Norsk</li></ul><h3>Toppingen</h3><ul><li>SQL</li><li>Litt tysk</li></ul>"
        "<h3>Rytmen</h3><ul><li>Lede teamet</li><li>Lage vaktplaner</li></ul>"
    )
    told = {text: section for text, section, _ in found}
    assert (told["SQL"], told["Litt tysk"]) == (Section.NICE, Section.NICE)
    assert told["Lede teamet"] is Section.TASKS
