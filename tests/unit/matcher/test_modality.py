"""Required, wished, duty or not asked: cue words and their scope in five languages."""

import pytest

from tests.unit.matcher.reading import asked, read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Erfaring med Zendesk er en fordel", {"Zendesk": "nice"}),
        ("Erfaring med Zendesk, gjerne også Puzzel", {"Zendesk": "must", "Puzzel": "nice"}),
        ("Det er en fordel, men ikke et krav, å kjenne Puzzel", {"Puzzel": "nice"}),
        ("Puzzel er ikke et krav, men en fordel", {"Puzzel": "nice"}),
        ("Kjenner du Puzzel eller Genesys, er det en fordel", {"Puzzel": "nice", "Genesys": "nice"}),
        ("Du trenger ikke å kunne Salesforce", {"Salesforce": "negated"}),
        ("Erfaring frå Puzzel er ønskjeleg", {"Puzzel": "nice"}),
        ("Kjennskap til Puzzel er ikkje nødvendig", {"Puzzel": "negated"}),
        ("Vana av Puzzel är meriterande men inget krav", {"Puzzel": "nice"}),
        ("Du behöver inte kunna Salesforce", {"Salesforce": "negated"}),
        ("Kendskab til Zendesk er en fordel", {"Zendesk": "nice"}),
        ("Salesforce is nice but not needed", {"Salesforce": "nice"}),
        ("You do not need to know Salesforce", {"Salesforce": "negated"}),
        ("ITIL er et krav, Zendesk er en fordel", {"ITIL": "must", "Zendesk": "nice"}),
        ("Har du brukt Puzzel, er du raskere i gang", {"Puzzel": "nice"}),
        ("If you know Puzzel, that's a bonus", {"Puzzel": "nice"}),
        ("Det er et plus, hvis du kender Zendesk", {"Zendesk": "nice"}),
        ("No certificate in ITIL is required", {"certificate in ITIL": None}),
        ("Puzzel är inget villkor", {"Puzzel": "negated"}),
        ("Puzzel betyr ingenting for oss", {"Puzzel": "negated"}),
        ("Erfaring med Zendesk, men det er ikke noe krav", {"Zendesk": "nice"}),
        ("Salesforce, but this is not a requirement", {"Salesforce": "nice"}),
        ("Excel (Puzzel er ikke nødvendig)", {"Excel": "must", "Puzzel": "negated"}),
        ("God kjennskap til Excel, og Puzzel skader ikke", {"Excel": "must", "Puzzel": "nice"}),
        ("Excel, Zendesk og Puzzel kommer godt med", {"Excel": "nice", "Zendesk": "nice", "Puzzel": "nice"}),
        ("Puzzel trenger vi sjelden", {"Puzzel": "negated"}),
        ("Vi lærer deg Zendesk, så det kreves ikke", {"Zendesk": "negated"}),
        ("Puzzel trenger du ikke", {"Puzzel": "negated"}),
        ("Du trenger ikke kunne Puzzel i det hele tatt, eller noe som helst annet", {"Puzzel": "negated"}),
        ("Vi er ikke opptatt av om du kan Genesys", {"Genesys": "negated"}),
        ("Power BI er ikke noe du trenger å kunne fra før", {"Power BI": "negated"}),
        ("No Excel experience needed", {"Excel": "negated"}),
    ],
)
def test_the_words_of_an_item_beat_its_heading(sentence, expected):
    given = asked(sentence)
    assert {quote: given.get(quote) for quote in expected} == expected


def test_names_beside_a_known_tool_are_tools():
    given = asked("Erfaring med Zendesk, Ongoing WMS eller Sentrino Pluss")
    assert {"Zendesk", "Ongoing WMS", "Sentrino Pluss"} <= set(given)
    assert "Oslo" not in asked("Excel. Arbeidssted er Oslo")


def test_a_duty_stays_a_duty_whatever_is_important():
    reading = read("<h3>Arbeidsoppgaver</h3><ul><li>Viktig: følge opp klager i Zendesk</li></ul>")
    assert {str(mention.modality) for mention in reading.mentions} == {"task"}


def test_what_the_employer_does_is_not_asked():
    reading = read("<h3>Om oss</h3><p>Vi har erfaring med Zendesk, og Salesforce er viktig for oss.</p>")
    assert reading.mentions == ()


def test_what_the_job_brings_is_no_demand():
    reading = read("<p>Som leder har du ansvar for budsjettet.</p>")
    assert [(m.concept, str(m.modality)) for m in reading.mentions] == [("skill.budget", "task")]


def test_me_says_what_vi_says():
    reading = read("<h3>Me ser etter deg som har</h3><ul><li>Puzzel</li></ul><h3>Me tilbyr</h3><ul><li>Excel</li></ul>")
    assert [(m.span.quote, str(m.modality)) for m in reading.mentions] == [("Puzzel", "must")]


def test_running_text_asks_with_cue_words_only():
    reading = read("<p>Vi bruker Zendesk. Du må kunne Puzzel.</p>")
    assert [(m.span.quote, str(m.modality)) for m in reading.mentions] == [("Puzzel", "must")]


def modalities(html):
    return {mention.span.quote: str(mention.modality) for mention in read(html).mentions}


LISTS = "<h3>Krav</h3><ul><li>Erfaring med Zendesk</li></ul><h3>{}</h3><ul><li>Erfaring med Puzzel</li></ul>"


def test_a_second_list_straight_after_the_demands_holds_wishes():
    assert modalities(LISTS.format("Dessuten"))["Puzzel"] == "nice"
    assert modalities(LISTS.format("Erfaring"))["Puzzel"] == "must"
    assert modalities(LISTS.format("Dette må også sitte"))["Puzzel"] == "must"


def test_the_same_is_asked_as_what_stands_before_it():
    wish = "<h3>Krav</h3><ul><li>Førerkort er en bonus</li><li>Det samme er kjennskap til Zendesk</li></ul>"
    demand = "<h3>Ønskelig</h3><ul><li>Norsk er et krav</li><li>Det samme gjelder Excel</li></ul>"
    for _ in range(2):  # sentences that are met again are read from memory
        assert set(modalities(wish).values()) == {"nice"}
        assert set(modalities(demand).values()) == {"must"}
