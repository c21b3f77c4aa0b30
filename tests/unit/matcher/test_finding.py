"""Finding concepts: exact, inflected, compound, misspelt, in another order; and not finding them inside words."""

import pytest

from domain.matching import AdText
from matcher.document import prepare
from matcher.finder import Finder
from matcher.headings import HeadingReader
from matcher.text import HtmlReader
from matcher.vocabulary import load_vocabulary

FINDER = Finder(load_vocabulary())


def found(text):
    document = prepare(AdText("", f"<p>{text}</p>"), HtmlReader(), HeadingReader(), FINDER.book)
    return {
        hit.concept.id: (voice.text[hit.start : hit.end], hit.found) for _, voice in document.said for hit in voice.hits
    }


@pytest.mark.parametrize(
    ("text", "concept", "words"),
    [
        ("Vi bruker Zendesk her.", "tool.zendesk", "Zendesk"),
        ("Håndtere klagesakene våre.", "skill.complaint_handling", "klagesakene"),
        ("Erfaring med CRM-systemer.", "tool.crm", "CRM-systemer"),
        ("Vi arbeider med kundereisen.", "skill.customer_journey", "kundereisen"),
        ("Kjennskap til endringsledelse.", "skill.change_management", "endringsledelse"),
        ("Vana av klagomålshantering.", "skill.complaint_handling", "klagomålshantering"),
        ("Erfaring med reklamationer.", "skill.complaint_handling", "reklamationer"),
        ("COPC-sertifisering er fint.", "certification.copc", "COPC"),
        ("Salesforce Service Cloud brukes.", "tool.salesforce_service_cloud", "Salesforce Service Cloud"),
    ],
)
def test_forms_endings_and_hyphens(text, concept, words):
    assert found(text)[concept] == (words, "exact")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Du er nice mot kunder.", "tool.nice_wfm"),
        ("Vi jobber i små teams.", "tool.teams"),
        ("Ha tidlig kaffe.", "certification.afr"),
        ("Adapter og kabel.", "tool.ada"),
        ("Vi ser fremover.", "tool.sap"),
        ("Kundeservicesjefen er grei.", "skill.customer_service"),
    ],
)
def test_a_name_inside_a_word_or_in_small_letters_is_no_hit(text, concept):
    assert concept not in found(text)


def test_a_compound_is_found_by_its_head():
    assert found("Ansvar for privatkundesenteret.")["skill.customer_service"] == ("privatkundesenteret", "compound")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Erfaring med Salesfroce er et krav.", "tool.salesforce"),
        ("Bemanningsplanlegigng hver uke.", "skill.workforce_planning"),
        ("God på endringsledlese.", "skill.change_management"),
        ("Vi bygger kundesevice og mer.", "skill.customer_service"),
    ],
)
def test_misspelt_words_are_found_at_their_place(text, concept):
    words, how = found(text)[concept]
    assert words in text
    assert how in ("fuzzy", "compound", "exact")


@pytest.mark.parametrize("word", ["regnearbeid", "forretning", "telefon", "avtale", "selger", "ledig"])
def test_a_word_of_the_language_is_no_misspelling(word):
    assert not any(how == "fuzzy" for _, how in found(f"Vi har en {word} her i huset.").values())


def test_acronyms_are_never_corrected():
    assert "certification.copc" not in found("COPD er en sykdom.")


def test_words_of_a_form_in_another_order():
    assert found("Good at management of change.")["skill.change_management"][1] == "words"


def test_the_longest_form_wins():
    hits = found("Dynamics 365 Customer Service")
    assert set(hits) == {"tool.dynamics_365_customer_service"}


@pytest.mark.parametrize(
    ("text", "concept", "words", "how"),
    [
        ("Vi driver kunde service på nett.", "skill.customer_service", "kunde service", "fuzzy"),
        ("Et stort kundereiseprosjekt venter.", "skill.customer_journey", "kundereiseprosjekt", "compound"),
        ("Analytics for Google.", "tool.google_analytics", "Analytics for Google", "words"),
    ],
)
def test_words_apart_joined_and_turned_round(text, concept, words, how):
    assert found(text)[concept] == (words, how)


@pytest.mark.parametrize(
    "text", ["Alt går i skyen: cloud services.", "En kundekåring.", "Fem nøkler og et energiselskap."]
)
def test_names_keep_their_order_and_compounds_of_known_words_stand(text):
    assert not any(how in ("fuzzy", "words") for _, how in found(text).values())


def test_a_form_does_not_run_over_the_end_of_a_sentence():
    assert "tool.dynamics_365" not in found("Vi liker dynamics. 365 dager i året.") or (
        found("Vi liker dynamics. 365 dager i året.")["tool.dynamics_365"][0] == "dynamics"
    )


@pytest.mark.parametrize(
    ("text", "misspelt"),
    [
        ("Du kan bruke Rapporterinx til daglig.", False),
        ("Du kan bruke rapporterinx til daglig.", True),
        ("Rapporterinx til styret.", True),
    ],
)
def test_a_capital_within_a_sentence_makes_a_name_and_no_misspelling(text, misspelt):
    assert ("skill.reporting" in found(text)) is misspelt
