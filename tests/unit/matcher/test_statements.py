"""Who says what to whom: demands, waivers, wishes and verdicts that no list of phrases holds."""

import pytest

from matcher.headings import HeadingReader
from matcher.passages import announce
from matcher.sentences import split
from matcher.text import Block, Shape
from matcher.verdicts import verdict
from tests.unit.matcher.reading import read


def said(html: str) -> dict[str, str]:
    """Quote → modality of the mentions of an ad."""
    return {mention.span.quote: str(mention.modality) for mention in read(html).mentions}


@pytest.mark.parametrize(
    "sentence",
    [
        "I denne jobben krever vi Genesys.",
        "Genesys må vi be om.",
        "Av systemer ber vi bare om Genesys.",
        "Søkere skal kunne Genesys.",
        "Sökande ska ha vana av Genesys.",
        "Applicants shall have worked in Genesys.",
        "Ingen får denne jobben uten Genesys.",
        "Man kommer ikke langt her uten Genesys.",
        "Uten Genesys blir det vanskelig.",
        "You will not last long without Genesys.",
        "Genesys kommer vi ikke utenom.",
        "Vi kan inte kompromissa om Genesys.",
        "Vi kan ikke undvære Genesys.",
        "Det eneste vi ber om er Genesys.",
        "Er Genesys et krav? Ja, dessverre.",
        "Du må ikke være redd for Genesys.",
        "Kjenner du ikke Genesys, er du ikke den vi leter etter.",
    ],
)
def test_what_the_employer_insists_on(sentence):
    assert said(f"<p>{sentence}</p>") == {"Genesys": "must"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Genesys er det teknikerne som bruker.",
        "Genesys har lageret.",
        "Genesys gjelder bare montørene.",
        "Genesys applies to warehouse staff, not to you.",
        "Genesys får alle nyansatte kurs i.",
        "Du får opplæring i Genesys.",
        "You will be trained in Genesys.",
        "Før krevde vi Genesys.",
        "I fjor ba vi om Genesys.",
        "We used to require Genesys.",
        "Kravet om Genesys er fjernet.",
        "Vi har droppet kravet om Genesys.",
        "Genesys etterspørres ikke.",
        "Genesys is neither required nor expected.",
        "Genesys er ikke noe kriterium.",
        "Nobody will ask you for Genesys.",
        "We are not fussy about Genesys.",
        "Vi bryr oss lite om Genesys.",
        "Genesys kan du la ligge.",
        "Er Genesys et krav? Slett ikke.",
        "Hadde jobben vært teknisk, ville vi krevd Genesys.",
        "Kan dere ikke Genesys? Det forventes ikke at noen kan Genesys.",
    ],
)
def test_what_is_waived(sentence):
    assert said(f"<p>{sentence}</p>")["Genesys"] == "negated"


@pytest.mark.parametrize(
    "sentence",
    [
        "Genesys ville ikke vært bortkastet.",
        "A little Genesys wouldn't go amiss.",
        "Det gjør ingenting om du kan Genesys.",
        "Vi jubler hvis du kan Genesys.",
        "Det glæder os, hvis du kender Genesys.",
        "Genesys gjør at du havner øverst i bunken.",
        "Genesys puts you near the top of the pile.",
        "Søkere med Genesys blir foretrukket.",
        "Vi vil gjerne høre om du har brukt Genesys.",
        "Genesys if you have it.",
        "Skulle du kunne Genesys, så nevn det.",
        "Ønskelig, men ikke et krav: Genesys.",
    ],
)
def test_what_is_wished(sentence):
    assert said(f"<p>{sentence}</p>") == {"Genesys": "nice"}


@pytest.mark.parametrize(
    ("judgement", "expected"),
    [
        (": ja", "must"),
        (" – påkrevd", "must"),
        (" (required)", "must"),
        (" = skal", "must"),
        (": helst", "nice"),
        (" (kjekt å ha)", "nice"),
        (" – strongly preferred", "nice"),
        (" (kreves ikke, men teller)", "nice"),
        (": nei", "negated"),
        (" – immaterial", "negated"),
        (" (ikke aktuelt)", "negated"),
        (": behövs ej", "negated"),
    ],
)
def test_an_item_that_says_by_itself_how_it_is_asked_for(judgement, expected):
    html = f"<p>Hei</p><ul><li>Genesys{judgement}</li><li>Excel: ja</li></ul>"
    assert said(html)["Genesys"] == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Must", "must"),
        ("Skal", "must"),
        ("Bør", "nice"),
        ("Should", "nice"),
        ("Ønske", "nice"),
        ("Kan sleppe", "negated"),
        ("Won't", "negated"),
    ],
)
def test_labels_before_a_colon(label, expected):
    assert said(f"<p>Hei</p><ul><li>{label}: Genesys</li></ul>") == {"Genesys": expected}


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Ufravikelig", "must"),
        ("Dette kommer du ikke utenom", "must"),
        ("Forhandlingsbart", "nice"),
        ("Kanskje", "nice"),
        ("Uaktuelt", "negated"),
        ("You can forget about", "negated"),
        ("Ting som ikke teller", "negated"),
        ("Dette får du hos oss", "offer"),
    ],
)
def test_headings_that_are_verdicts(heading, expected):
    assert HeadingReader().section_of(heading) == expected


def test_a_word_of_weight_is_no_label():
    assert verdict("viktig") is None


@pytest.mark.parametrize("sentence", ["Politiattest innhentes.", "A police certificate will be obtained."])
def test_nobody_but_an_applicant_is_vetted(sentence):
    assert set(said(f"<p>{sentence}</p>").values()) == {"must"}


def test_what_the_job_holder_owns_is_no_denial():
    assert said("<p>Du eier budsjettet og tar medarbeidersamtalene.</p>").get("budsjettet") != "negated"


def test_a_sentence_that_leans_on_the_one_before():
    assert said("<p>Excel er et pluss. Det samme gjelder Genesys.</p>") == {"Excel": "nice", "Genesys": "nice"}
    assert said("<p>Du må kunne Excel. Det samme gjelder Genesys.</p>") == {"Excel": "must", "Genesys": "must"}


def test_a_question_keeps_its_short_answer():
    text = "Er fagbrev et krav? Absolutt ikke. Vi starter i mai."
    assert [text[start:end] for start, end in split(text, Shape.PLAIN)] == [
        "Er fagbrev et krav? Absolutt ikke.",
        "Vi starter i mai.",
    ]


def test_a_class_of_licence_ends_its_sentence():
    text = "Du har førerkort klasse B. Bilen får du av oss."
    assert len(split(text, Shape.PLAIN)) == 2


def test_a_list_of_verdicts_is_no_list_of_duties():
    blocks = [
        Block("Vi har kontorer i hele landet.", Shape.PLAIN),
        Block("Excel: nei", Shape.ITEM),
        Block("Lean – helst", Shape.ITEM),
    ]
    assert [str(section) for section, _ in announce(blocks, HeadingReader())] == ["none", "must", "must"]
